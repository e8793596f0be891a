/* SPDX-License-Identifier: MIT
 * Generator's counts.
 * Learned from: Devroye 1986, Non-Uniform Random Variate Generation, X.6.1
 * (zipf); Kemp 1981, Applied Statistics 30, 249-253 (logseries);
 * numpy/random/src/distributions/distributions.c, 2.4.
 */
#include "numpy/generator_draws.h"

#include "bitgen/draw.h"
#include "dist/geometric.h"
#include "dist/poisson.h"
#include "dist/to_int.h"
#include "dist/ziggurat.h"
#include "math/glibc.h"

#define INT64_END 9223372036854775808.0
#define ZIPF_END 1025 /* 2 ** (a - 1) overflows */

int64_t ssi_generator_negative_binomial(ss_bitgen *bitgen, double n, double p)
{
    return ssi_poisson(bitgen, ssi_generator_gamma(bitgen, n, (1 - p) / p));
}

int64_t ssi_generator_geometric(ss_bitgen *bitgen, double p)
{
    double trials;

    if (p >= 0.333333333333333333333333)
        return ssi_geometric_search(bitgen, p);
    trials = ssi_ceil(-ssi_ziggurat_exponential(bitgen) / ssi_glibc_log1p(-p));
    return trials >= INT64_END ? INT64_MAX : ssi_to_int64(trials);
}

/* Truncated: uniforms that would give more than 63 bits are not drawn. */
int64_t ssi_generator_zipf(ss_bitgen *bitgen, double a)
{
    double am1 = a - 1.0, b, least;

    if (a >= ZIPF_END)
        return 1;
    b = ssi_glibc_pow(2.0, am1);
    least = ssi_glibc_pow(INT64_END, -am1);
    for (;;) {
        double u = ssi_next_double(bitgen), v, x, t;
        u = u * least + (1 - u);
        v = ssi_next_double(bitgen);
        x = ssi_floor(ssi_glibc_pow(u, -1.0 / am1));
        if (x > INT64_END || x < 1.0)
            continue;
        t = ssi_glibc_pow(1.0 + 1.0 / x, am1);
        if (v * x * (t - 1.0) / (b - 1.0) <= t / b)
            return ssi_to_int64(x);
    }
}

int64_t ssi_generator_logseries(ss_bitgen *bitgen, double p)
{
    double r = ssi_glibc_log1p(-p);

    for (;;) {
        double v = ssi_next_double(bitgen), q;
        int64_t count;
        if (v >= p)
            return 1;
        q = -ssi_glibc_expm1(r * ssi_next_double(bitgen));
        if (!(v <= q * q))
            return v >= q ? 1 : 2;
        count =
            ssi_to_int64(ssi_floor(1 + ssi_glibc_log(v) / ssi_glibc_log(q)));
        if (count >= 1 && v != 0.0)
            return count;
    }
}
