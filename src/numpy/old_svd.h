/* SPDX-License-Identifier: MIT
 * Decompositions with the signs that LAPACK gave before 3.10, which NumPy had
 * before 1.24: its plane rotations made other choices. Matrices of up to
 * SSI_OLD_LAPACK_MAX rows.
 */
#ifndef SSI_NUMPY_OLD_SVD_H
#define SSI_NUMPY_OLD_SVD_H

#include <stdbool.h>
#include <stddef.h>

#include "numpy/old_lapack.h"

/* As ssi_lapack_svd() and ssi_lapack_eigh(). */
bool ssi_old_svd(size_t dim, double *a, double *s, double *u, double *v);
bool ssi_old_eigh(size_t dim, double *a, double *values);

#endif
