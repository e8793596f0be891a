/* SPDX-License-Identifier: MIT
 * RandomState's Gaussian, Marsaglia's polar method, and what is made of it.
 * The pair's second coordinate gives the first value; the other one waits in
 * the state.
 * Learned from: Marsaglia and Bray 1964, SIAM Review 6, 260-264;
 * numpy/random/src/legacy/legacy-distributions.c, 2.4.
 */
#include <sameseed/numpy.h>

#include "bitgen/draw.h"
#include "math/glibc.h"
#include "math/sqrt.h"
#include "numpy/fills.h"

#define TRIALS 256 /* at a time */

static double take_gauss(ss_numpy_randomstate *rs)
{
    double gauss = rs->gauss;

    rs->has_gauss = 0;
    rs->gauss = 0.0;
    return gauss;
}

double ss_numpy_standard_normal(ss_numpy_randomstate *rs)
{
    double x1, x2, r2, f;

    if (rs->has_gauss)
        return take_gauss(rs);
    do {
        x1 = 2.0 * ssi_next_double(&rs->bitgen) - 1.0;
        x2 = 2.0 * ssi_next_double(&rs->bitgen) - 1.0;
        r2 = x1 * x1 + x2 * x2;
    } while (r2 >= 1.0 || r2 == 0.0);
    f = ssi_sqrt(-2.0 * ssi_glibc_log(r2) / r2);
    rs->gauss = f * x1;
    rs->has_gauss = 1;
    return f * x2;
}

/* Uniforms to points in the square; those in the circle move to the front.
 * Returns how many. */
static size_t points(double *u, size_t trials, double *r2)
{
    size_t kept = 0;

    for (size_t i = 0; i < 2 * trials; i++)
        u[i] = 2.0 * u[i] - 1.0;
    for (size_t i = 0; i < trials; i++) {
        double x1 = u[2 * i], x2 = u[2 * i + 1];
        double square = x1 * x1 + x2 * x2;
        u[2 * kept] = x1;
        u[2 * kept + 1] = x2;
        r2[kept] = square;
        kept += (square < 1.0) & (square != 0.0);
    }
    return kept;
}

/* Up to that many pairs into out; never more words than they need. */
static size_t pairs(ss_numpy_randomstate *rs, double *out, size_t count)
{
    double u[2 * TRIALS], r2[TRIALS], f[TRIALS];
    size_t trials = count < TRIALS ? count : TRIALS, kept;

    ss_bitgen_fill_double(&rs->bitgen, u, 2 * trials);
    kept = points(u, trials, r2);
    for (size_t i = 0; i < kept; i++)
        f[i] = r2[i];
    ssi_glibc_log_block(f, kept);
    for (size_t i = 0; i < kept; i++)
        f[i] = ssi_sqrt(-2.0 * f[i] / r2[i]);
    for (size_t i = 0; i < kept; i++) {
        out[2 * i] = f[i] * u[2 * i + 1];
        out[2 * i + 1] = f[i] * u[2 * i];
    }
    return kept;
}

void ss_numpy_standard_normal_fill(ss_numpy_randomstate *rs, double *out,
                                   size_t n)
{
    if (n > 0 && rs->has_gauss) {
        *out++ = take_gauss(rs);
        n--;
    }
    if (n > 1)
        rs->gauss = 0.0; /* as if the second of each pair had been kept */
    while (n > 1) {
        size_t got = pairs(rs, out, n / 2);
        out += 2 * got;
        n -= 2 * got;
    }
    if (n > 0)
        *out = ss_numpy_standard_normal(rs);
}

double ss_numpy_normal(ss_numpy_randomstate *rs, double loc, double scale)
{
    return loc + scale * ss_numpy_standard_normal(rs);
}

void ssi_numpy_fill_normal(ss_numpy_randomstate *rs, double loc, double scale,
                           double *out, size_t n)
{
    ss_numpy_standard_normal_fill(rs, out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = loc + scale * out[i];
}

double ss_numpy_lognormal(ss_numpy_randomstate *rs, double mean, double sigma)
{
    return ssi_glibc_exp(mean + sigma * ss_numpy_standard_normal(rs));
}

void ssi_numpy_fill_lognormal(ss_numpy_randomstate *rs, double mean,
                              double sigma, double *out, size_t n)
{
    ssi_numpy_fill_normal(rs, mean, sigma, out, n);
    ssi_glibc_exp_block(out, n);
}

double ss_numpy_standard_cauchy(ss_numpy_randomstate *rs)
{
    double numerator = ss_numpy_standard_normal(rs);

    return numerator / ss_numpy_standard_normal(rs);
}

void ssi_numpy_fill_standard_cauchy(ss_numpy_randomstate *rs, double *out,
                                    size_t n)
{
    double ratio[2 * TRIALS];

    while (n > 0) {
        size_t take = n < TRIALS ? n : TRIALS;
        ss_numpy_standard_normal_fill(rs, ratio, 2 * take);
        for (size_t i = 0; i < take; i++)
            out[i] = ratio[2 * i] / ratio[2 * i + 1];
        out += take;
        n -= take;
    }
}

double ss_numpy_wald(ss_numpy_randomstate *rs, double mean, double scale)
{
    double mu_2l = mean / (2 * scale), u;
    double y = ss_numpy_standard_normal(rs), x;

    y = mean * y * y;
    x = mean + mu_2l * (y - ssi_sqrt(4 * scale * y + y * y));
    u = ssi_next_double(&rs->bitgen);
    if (u <= mean / (mean + x))
        return x;
    return mean * mean / x;
}
