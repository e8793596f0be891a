/* SPDX-License-Identifier: MIT
 * Generator's multivariate_normal: x = mean + z factor.T, where factor factor.T
 * is cov.
 * Learned from: NumPy 2.4, _generator.pyx (multivariate_normal).
 */
#include <sameseed/numpy_multivariate.h>

#include <stdlib.h>
#include <string.h>

#include "math/sqrt.h"
#include "numpy/generator_releases.h"
#include "numpy/lapack.h"
#include "numpy/lapack_releases.h"

/* The room of one call. */
typedef struct work {
    double *factor, *u, *v, *s; /* dim * dim each, s dim */
    double *z;                  /* n * dim */
} work;

static bool reserve(work *w, size_t dim, size_t n)
{
    size_t square = dim * dim, count;

    if (dim > 1u << 15 || (dim && n > SIZE_MAX / 16 / dim))
        return false;
    count = 3 * square + dim + n * dim;
    if (count > SIZE_MAX / sizeof(double) - 1)
        return false;
    w->factor = malloc((count + 1) * sizeof(double));
    if (!w->factor)
        return false;
    w->u = w->factor + square;
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
static bool svd_is_psd(const work *w, const double *cov, size_t dim, double tol)
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

static bool eigh_is_psd(const work *w, size_t dim, double tol)
{
    for (size_t k = 0; k < dim; k++)
        if (w->s[k] < -tol)
            return false;
    return true;
}

static void scale_columns(work *w, const double *columns, size_t dim)
{
    for (size_t i = 0; i < dim; i++)
        for (size_t k = 0; k < dim; k++)
            w->factor[i * dim + k] =
                columns[i * dim + k] * ssi_sqrt(magnitude(w->s[k]));
}

static ss_status by_svd(work *w, const double *cov, size_t dim, double tol,
                        bool *psd, ss_numpy_release release)
{
    if (!ssi_lapack_of(release)->svd(dim, w->factor, w->s, w->u, w->v))
        return SS_ERR_NUMPY_SVD;
    *psd = svd_is_psd(w, cov, dim, tol);
    scale_columns(w, w->u, dim);
    return SS_OK;
}

static ss_status by_eigh(work *w, size_t dim, double tol, bool *psd,
                         ss_numpy_release release)
{
    if (!ssi_lapack_of(release)->eigh(dim, w->factor, w->s))
        return SS_ERR_NUMPY_EIGH;
    *psd = eigh_is_psd(w, dim, tol);
    scale_columns(w, w->factor, dim);
    return SS_OK;
}

static ss_status factorize(work *w, const double *cov, size_t dim,
                           ss_numpy_factor method, double tol, bool *psd,
                           ss_numpy_release release)
{
    memcpy(w->factor, cov, dim * dim * sizeof(double));
    *psd = true;
    if (dim == 0)
        return SS_OK;
    if (method == SS_NUMPY_SVD)
        return by_svd(w, cov, dim, tol, psd, release);
    if (method == SS_NUMPY_EIGH)
        return by_eigh(w, dim, tol, psd, release);
    return ssi_lapack_cholesky(dim, w->factor) ? SS_OK : SS_ERR_NUMPY_CHOLESKY;
}

static void transform(const work *w, const double *mean, size_t dim,
                      double *out, size_t n)
{
    for (size_t row = 0; row < n; row++) {
        const double *z = w->z + row * dim;
        for (size_t i = 0; i < dim; i++) {
            double sum = 0.0;
            for (size_t k = 0; k < dim; k++)
                sum += z[k] * w->factor[i * dim + k];
            out[row * dim + i] = mean[i] + sum;
        }
    }
}

/* Before 1.18.3 a row of z was multiplied with the columns of the factor, which
 * for the SVD was sqrt(s) v. */
static void by_columns(const work *w, const double *mean, size_t dim,
                       double *out, size_t n)
{
    for (size_t row = 0; row < n; row++) {
        const double *z = w->z + row * dim;
        for (size_t i = 0; i < dim; i++) {
            double sum = 0.0;
            for (size_t k = 0; k < dim; k++)
                sum += z[k] * w->factor[k * dim + i];
            out[row * dim + i] = sum + mean[i];
        }
    }
}

static void by_v(const work *w, const double *mean, size_t dim, double *out,
                 size_t n)
{
    for (size_t k = 0; k < dim; k++)
        for (size_t i = 0; i < dim; i++)
            w->factor[k * dim + i] = ssi_sqrt(w->s[k]) * w->v[k * dim + i];
    by_columns(w, mean, dim, out, n);
}

typedef void (*transform_fn)(const work *w, const double *mean, size_t dim,
                             double *out, size_t n);

static transform_fn transform_of(ss_numpy_release release,
                                 ss_numpy_factor method)
{
    if (!ssi_is_before(release, 11803))
        return transform;
    return method == SS_NUMPY_SVD ? by_v : by_columns;
}

ss_status ss_numpy_generator_multivariate_normal_fill(
    ss_numpy_generator *g, const double *mean, const double *cov, size_t dim,
    ss_numpy_factor method, double tol, bool *psd, double *out, size_t n)
{
    ss_status status;
    bool fine;
    work w;

    if (!ssi_lapack_of(method == SS_NUMPY_CHOLESKY ? 0 : g->release)
             ->is_there())
        return SS_ERR_NUMPY_NO_LAPACK;
    if (method != SS_NUMPY_CHOLESKY && dim > ssi_lapack_of(g->release)->most)
        return SS_ERR_NUMPY_OLD_LAPACK;
    if (!reserve(&w, dim, n))
        return SS_ERR_MEMORY;
    ssi_generator_normal_fill_of(g->release)(&g->bitgen, w.z, n * dim);
    status = factorize(&w, cov, dim, method, tol, &fine, g->release);
    if (status == SS_OK) {
        if (psd)
            *psd = fine;
        transform_of(g->release, method)(&w, mean, dim, out, n);
    }
    free(w.factor);
    return status;
}
