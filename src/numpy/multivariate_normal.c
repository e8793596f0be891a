/* SPDX-License-Identifier: MIT
 * multivariate_normal: x = z sqrt(s) v + mean, with cov = u s v.
 *
 * Learned from: NumPy 2.4, mtrand.pyx (multivariate_normal).
 */
#include <sameseed/numpy_multivariate.h>

#include <stdlib.h>
#include <string.h>

#include "math/sqrt.h"
#include "numpy/lapack.h"
#include "numpy/lapack_releases.h"

/* The room of one call. */
typedef struct work {
    double *a, *u, *v, *s; /* dim * dim each, s dim */
    double *z;             /* n * dim */
    double *all;
} work;

static bool reserve(work *w, size_t dim, size_t n)
{
    size_t square = dim * dim, count;

    if (dim > 1u << 15 || (dim && n > SIZE_MAX / 16 / dim))
        return false;
    count = 3 * square + dim + n * dim;
    if (count > SIZE_MAX / sizeof(double) - 1)
        return false;
    w->all = malloc((count + 1) * sizeof(double));
    if (!w->all)
        return false;
    w->a = w->all;
    w->u = w->a + square;
    w->v = w->u + square;
    w->s = w->v + square;
    w->z = w->s + dim;
    return true;
}

static double magnitude(double x)
{
    return x < 0.0 ? -x : x;
}

/* np.allclose(v.T * s @ v, cov, rtol=tol, atol=tol) */
static bool is_psd(const work *w, const double *cov, size_t dim, double tol)
{
    for (size_t i = 0; i < dim; i++) {
        for (size_t j = 0; j < dim; j++) {
            double sum = 0.0, c = cov[i * dim + j];
            for (size_t k = 0; k < dim; k++)
                sum += w->v[k * dim + i] * w->s[k] * w->v[k * dim + j];
            if (!(magnitude(sum - c) <= tol + tol * magnitude(c)))
                return false;
        }
    }
    return true;
}

/* out = z (sqrt(s) v) + mean */
static void transform(work *w, const double *mean, size_t dim, double *out,
                      size_t n)
{
    for (size_t k = 0; k < dim; k++)
        for (size_t j = 0; j < dim; j++)
            w->v[k * dim + j] *= ssi_sqrt(w->s[k]);
    for (size_t row = 0; row < n; row++) {
        const double *z = w->z + row * dim;
        for (size_t j = 0; j < dim; j++) {
            double sum = 0.0;
            for (size_t k = 0; k < dim; k++)
                sum += z[k] * w->v[k * dim + j];
            out[row * dim + j] = sum + mean[j];
        }
    }
}

ss_status ss_numpy_multivariate_normal_fill(ss_numpy_randomstate *rs,
                                            const double *mean,
                                            const double *cov, size_t dim,
                                            double tol, bool *psd, double *out,
                                            size_t n)
{
    ss_status status = SS_OK;
    work w;

    if (!ssi_lapack_of(rs->release)->is_there())
        return SS_ERR_NUMPY_NO_LAPACK;
    if (dim > ssi_lapack_of(rs->release)->most)
        return SS_ERR_NUMPY_OLD_LAPACK;
    if (!reserve(&w, dim, n))
        return SS_ERR_MEMORY;
    ss_numpy_standard_normal_fill(rs, w.z, n * dim);
    memcpy(w.a, cov, dim * dim * sizeof(double));
    if (dim > 0 && !ssi_lapack_of(rs->release)->svd(dim, w.a, w.s, w.u, w.v))
        status = SS_ERR_NUMPY_SVD;
    if (status == SS_OK) {
        if (psd)
            *psd = is_psd(&w, cov, dim, tol);
        transform(&w, mean, dim, out, n);
    }
    free(w.all);
    return status;
}
