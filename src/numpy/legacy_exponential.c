/* SPDX-License-Identifier: MIT
 * RandomState's exponential by inversion, and what is made of it.
 * Learned from: numpy/random/src/legacy/legacy-distributions.c, 2.4.
 */
#include <sameseed/numpy.h>

#include "bitgen/draw.h"
#include "math/glibc.h"
#include "math/sqrt.h"
#include "numpy/fills.h"
#include "numpy/legacy_releases.h"

/* 1 - U, since U can be 0. */
double ss_numpy_standard_exponential(ss_numpy_randomstate *rs)
{
    return -ssi_glibc_log(1.0 - ssi_next_double(&rs->bitgen));
}

void ss_numpy_standard_exponential_fill(ss_numpy_randomstate *rs, double *out,
                                        size_t n)
{
    while (n > 0) {
        size_t take = n < 512 ? n : 512; /* stays in the first cache */
        ss_bitgen_fill_double(&rs->bitgen, out, take);
        for (size_t i = 0; i < take; i++)
            out[i] = 1.0 - out[i];
        ssi_glibc_log_block(out, take);
        for (size_t i = 0; i < take; i++)
            out[i] = -out[i];
        out += take;
        n -= take;
    }
}

double ss_numpy_exponential(ss_numpy_randomstate *rs, double scale)
{
    return scale * ss_numpy_standard_exponential(rs);
}

void ssi_numpy_fill_exponential(ss_numpy_randomstate *rs, double scale,
                                double *out, size_t n)
{
    ss_numpy_standard_exponential_fill(rs, out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = scale * out[i];
}

double ss_numpy_pareto(ss_numpy_randomstate *rs, double a)
{
    return ssi_glibc_exp(ss_numpy_standard_exponential(rs) / a) - 1;
}

void ssi_numpy_fill_pareto(ss_numpy_randomstate *rs, double a, double *out,
                           size_t n)
{
    ss_numpy_standard_exponential_fill(rs, out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = out[i] / a;
    ssi_glibc_exp_block(out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = out[i] - 1;
}

double ss_numpy_weibull(ss_numpy_randomstate *rs, double a)
{
    if (a == 0.0)
        return 0.0;
    return ssi_glibc_pow(ss_numpy_standard_exponential(rs), 1. / a);
}

void ssi_numpy_fill_weibull(ss_numpy_randomstate *rs, double a, double *out,
                            size_t n)
{
    if (a != 0.0)
        ss_numpy_standard_exponential_fill(rs, out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = a == 0.0 ? 0.0 : ssi_glibc_pow(out[i], 1. / a);
}

double ss_numpy_power(ss_numpy_randomstate *rs, double a)
{
    double e = ss_numpy_standard_exponential(rs);

    return ssi_glibc_pow(1 - ssi_glibc_exp(-e), 1. / a);
}

void ssi_numpy_fill_power(ss_numpy_randomstate *rs, double a, double *out,
                          size_t n)
{
    ss_numpy_standard_exponential_fill(rs, out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = -out[i];
    ssi_glibc_exp_block(out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = ssi_glibc_pow(1 - out[i], 1. / a);
}

double ss_numpy_rayleigh(ss_numpy_randomstate *rs, double scale)
{
    return ssi_legacy_of(rs->release)->rayleigh(&rs->bitgen, scale);
}

double ssi_legacy_rayleigh(ss_bitgen *bitgen, double scale)
{
    double u = ssi_next_double(bitgen);

    return scale * ssi_sqrt(-2.0 * ssi_glibc_log1p(-u));
}

void ssi_numpy_fill_rayleigh(ss_numpy_randomstate *rs, double scale,
                             double *out, size_t n)
{
    ssi_legacy_of(rs->release)->rayleigh_fill(&rs->bitgen, scale, out, n);
}

void ssi_legacy_rayleigh_fill(ss_bitgen *bitgen, double scale, double *out,
                              size_t n)
{
    ss_bitgen_fill_double(bitgen, out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = -out[i];
    ssi_glibc_log1p_block(out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = scale * ssi_sqrt(-2.0 * out[i]);
}
