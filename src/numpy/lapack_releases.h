/* SPDX-License-Identifier: MIT
 * The decompositions of the LAPACK that a release of NumPy comes with.
 */
#ifndef SSI_NUMPY_LAPACK_RELEASES_H
#define SSI_NUMPY_LAPACK_RELEASES_H

#include <sameseed/numpy_release.h>

#include "numpy/lapack.h"
#include "numpy/old_svd.h"

typedef struct ssi_lapack_release {
    size_t most; /* rows */
    bool (*is_there)(void);
    bool (*svd)(size_t dim, double *a, double *s, double *u, double *v);
    bool (*eigh)(size_t dim, double *a, double *values);
} ssi_lapack_release;

const ssi_lapack_release *ssi_lapack_of(ss_numpy_release release);

#endif
