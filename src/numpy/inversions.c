/* SPDX-License-Identifier: MIT
 * The distributions that RandomState shares with Generator, by its names.
 */
#include <sameseed/numpy.h>

#include "dist/location_scale.h"
#include "numpy/legacy_releases.h"

double ss_numpy_laplace(ss_numpy_randomstate *rs, double loc, double scale)
{
    return ssi_legacy_of(rs->release)->laplace(&rs->bitgen, loc, scale);
}

double ss_numpy_gumbel(ss_numpy_randomstate *rs, double loc, double scale)
{
    return ssi_legacy_of(rs->release)->gumbel(&rs->bitgen, loc, scale);
}

double ss_numpy_logistic(ss_numpy_randomstate *rs, double loc, double scale)
{
    return ssi_legacy_of(rs->release)->logistic(&rs->bitgen, loc, scale);
}

double ss_numpy_triangular(ss_numpy_randomstate *rs, double left, double mode,
                           double right)
{
    return ssi_triangular(&rs->bitgen, left, mode, right);
}
