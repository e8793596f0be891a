/* SPDX-License-Identifier: MIT
 * What numpy.linalg asks of LAPACK for multivariate_normal. Matrices are dim *
 * dim, row by row, dim > 0.
 */
#ifndef SSI_NUMPY_LAPACK_H
#define SSI_NUMPY_LAPACK_H

#include <stdbool.h>
#include <stddef.h>

bool ssi_lapack_is_there(void);

/* a = u s v; a is overwritten. False where it did not converge, or a is not
 * finite. */
bool ssi_lapack_svd(size_t dim, double *a, double *s, double *u, double *v);

/* Eigenvalues ascending of the lower triangle of a, whose columns become the
 * eigenvectors. */
bool ssi_lapack_eigh(size_t dim, double *a, double *values);

/* The lower triangle of a becomes its Cholesky factor, the rest 0. */
bool ssi_lapack_cholesky(size_t dim, double *a);

#endif
