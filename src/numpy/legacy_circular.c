/* SPDX-License-Identifier: MIT
 * RandomState's von Mises, frozen without Generator's path for a large kappa.
 */
#include <sameseed/numpy.h>

#include "dist/vonmises.h"

double ss_numpy_vonmises(ss_numpy_randomstate *rs, double mu, double kappa)
{
    return ssi_vonmises(&rs->bitgen, mu, kappa);
}
