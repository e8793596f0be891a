/* SPDX-License-Identifier: MIT
 * The decompositions of the LAPACK that a release of NumPy comes with. Cholesky
 * factors are the same in all.
 */
#include "numpy/lapack_releases.h"

static bool always(void)
{
    return true;
}

static const ssi_lapack_release before_1_24 = {SSI_OLD_LAPACK_MAX, always,
                                               ssi_old_svd, ssi_old_eigh};

static const ssi_lapack_release now = {SIZE_MAX, ssi_lapack_is_there,
                                       ssi_lapack_svd, ssi_lapack_eigh};

const ssi_lapack_release *ssi_lapack_of(ss_numpy_release release)
{
    return release != 0 && release < 12400 ? &before_1_24 : &now;
}
