/* SPDX-License-Identifier: MIT
 * np.random's multivariate_normal, the only draw that is not bit for bit.
 *
 * NumPy factors the covariance by LAPACK's SVD (gesdd); the last bits of that
 * follow the BLAS even in NumPy. Promised are the draws consumed, exactly, and
 * values within 1e-12 relative of NumPy's where the singular values are
 * distinct. Equal ones leave the basis of their space open: there every
 * LAPACK has its own.
 *
 * Needs a build with LAPACKE (CMake option SS_LAPACKE), which is loaded at the
 * first call; without it SS_ERR_NUMPY_NO_LAPACK, before anything is drawn. Of
 * releases before 1.24, whose LAPACK gave other signs, SVD and eigenvectors are
 * the library's own: SS_ERR_NUMPY_OLD_LAPACK above 25 dimensions.
 */
#ifndef SAMESEED_NUMPY_MULTIVARIATE_H
#define SAMESEED_NUMPY_MULTIVARIATE_H

#include <stdbool.h>
#include <stddef.h>

#include <sameseed/numpy.h>
#include <sameseed/numpy_generator.h>
#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* multivariate_normal(mean, cov, n, tol=tol): n rows of dim values from dim *
 * n standard normals, drawn first. mean: dim values; cov: dim * dim, row by
 * row. *psd (or NULL): whether cov is positive semidefinite within tol, which
 * NumPy warns of. Allocates about (3 + n / dim) * dim * dim doubles.
 * SS_ERR_MEMORY; SS_ERR_NUMPY_SVD ("SVD did not converge", or a cov that is
 * not finite) after the draws, out is then unspecified. */
SS_API ss_status ss_numpy_multivariate_normal_fill(
    ss_numpy_randomstate *rs, const double *mean, const double *cov, size_t dim,
    double tol, bool *psd, double *out, size_t n);

/* Generator's, of ziggurat normals and with three ways to factor cov. EIGH and
 * CHOLESKY read its lower triangle. *psd is true for CHOLESKY.
 * SS_ERR_NUMPY_EIGH, SS_ERR_NUMPY_CHOLESKY like SS_ERR_NUMPY_SVD. */
typedef enum ss_numpy_factor {
    SS_NUMPY_SVD = 0,
    SS_NUMPY_EIGH = 1,
    SS_NUMPY_CHOLESKY = 2
} ss_numpy_factor;
SS_API ss_status ss_numpy_generator_multivariate_normal_fill(
    ss_numpy_generator *g, const double *mean, const double *cov, size_t dim,
    ss_numpy_factor method, double tol, bool *psd, double *out, size_t n);

#ifdef __cplusplus
}
#endif

#endif
