/* SPDX-License-Identifier: MIT
 * LAPACKE is opened at the first call, so that a program which never asks for
 * multivariate_normal does not load a BLAS.
 * Learned from: LAPACK Users' Guide, xGESDD, xSYEVD, xPOTRF;
 * numpy/linalg/umath_linalg.cpp, 2.4, for which triangle is read.
 */
#include "numpy/lapack.h"

#include <string.h>

#ifdef SS_LAPACKE_SONAME
#include <dlfcn.h>

#define ROW_MAJOR 101

typedef int (*gesdd_fn)(int, char, int, int, double *, int, double *, double *,
                        int, double *, int);
typedef int (*syevd_fn)(int, char, char, int, double *, int, double *);
typedef int (*potrf_fn)(int, char, int, double *, int);

/* *function, of that size, is set where there is one. */
static bool find(const char *name, void *function, size_t size)
{
    void *library = dlopen(SS_LAPACKE_SONAME, RTLD_NOW | RTLD_LOCAL);
    void *symbol = library ? dlsym(library, name) : NULL;

    if (symbol)
        memcpy(function, &symbol, size);
    return symbol;
}

static bool is_finite(const double *x, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (x[i] - x[i] != 0.0)
            return false;
    return true;
}

bool ssi_lapack_is_there(void)
{
    gesdd_fn gesdd;
    syevd_fn syevd;
    potrf_fn potrf;

    return find("LAPACKE_dgesdd", &gesdd, sizeof gesdd)
           && find("LAPACKE_dsyevd", &syevd, sizeof syevd)
           && find("LAPACKE_dpotrf", &potrf, sizeof potrf);
}

bool ssi_lapack_svd(size_t dim, double *a, double *s, double *u, double *v)
{
    gesdd_fn gesdd;
    int d = (int)dim;

    return is_finite(a, dim * dim)
           && find("LAPACKE_dgesdd", &gesdd, sizeof gesdd)
           && gesdd(ROW_MAJOR, 'A', d, d, a, d, s, u, d, v, d) == 0;
}

bool ssi_lapack_eigh(size_t dim, double *a, double *values)
{
    syevd_fn syevd;
    int d = (int)dim;

    return is_finite(a, dim * dim)
           && find("LAPACKE_dsyevd", &syevd, sizeof syevd)
           && syevd(ROW_MAJOR, 'V', 'L', d, a, d, values) == 0;
}

bool ssi_lapack_cholesky(size_t dim, double *a)
{
    potrf_fn potrf;
    int d = (int)dim;

    if (!is_finite(a, dim * dim)
        || !find("LAPACKE_dpotrf", &potrf, sizeof potrf)
        || potrf(ROW_MAJOR, 'L', d, a, d) != 0)
        return false;
    for (size_t i = 0; i < dim; i++)
        for (size_t j = i + 1; j < dim; j++)
            a[i * dim + j] = 0.0;
    return true;
}

#else

bool ssi_lapack_is_there(void)
{
    return false;
}

bool ssi_lapack_svd(size_t dim, double *a, double *s, double *u, double *v)
{
    return false;
}

bool ssi_lapack_eigh(size_t dim, double *a, double *values)
{
    return false;
}

bool ssi_lapack_cholesky(size_t dim, double *a)
{
    return false;
}

#endif
