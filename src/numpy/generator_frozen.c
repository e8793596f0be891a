/* SPDX-License-Identifier: MIT
 * Generator's distributions as older releases of NumPy had them.
 * Learned from: numpy/random/src/distributions/distributions.c, 1.22.4 to
 * 2.3.3.
 */
#include "numpy/generator_frozen.h"

#include "bitgen/draw.h"
#include "dist/geometric.h"
#include "dist/to_int.h"
#include "dist/ziggurat.h"
#include "math/glibc.h"
#include "math/sqrt.h"
#include "numpy/generator_draws.h"

#define BETA_TINY 3e-103
#define INT64_END 9223372036854775808.0

/* What is too large is x86-64's INT64_MIN. */
int64_t ssi_generator_geometric_before_1_25(ss_bitgen *bitgen, double p)
{
    if (p >= 0.333333333333333333333333)
        return ssi_geometric_search(bitgen, p);
    return ssi_to_int64(
        ssi_ceil(-ssi_ziggurat_exponential(bitgen) / ssi_glibc_log1p(-p)));
}

/* X / (X + Y) where both vanished. */
static double vanished(double u, double v, double a, double b)
{
    double x = ssi_glibc_log(u) / a, y = ssi_glibc_log(v) / b;
    double larger = x > y ? x : y;

    x -= larger;
    y -= larger;
    return ssi_glibc_exp(x
                         - ssi_glibc_log(ssi_glibc_exp(x) + ssi_glibc_exp(y)));
}

static double of_gammas(ss_bitgen *bitgen, double a, double b)
{
    double x = ssi_generator_standard_gamma(bitgen, a);
    double y = ssi_generator_standard_gamma(bitgen, b);

    return x / (x + y);
}

/* Where both vanished, again. */
double ssi_generator_beta_before_1_26(ss_bitgen *bitgen, double a, double b)
{
    if (!(a <= 1.0 && b <= 1.0))
        return of_gammas(bitgen, a, b);
    for (;;) {
        double u = ssi_next_double(bitgen), v = ssi_next_double(bitgen);
        double x = ssi_glibc_pow(u, 1.0 / a);
        double y = ssi_glibc_pow(v, 1.0 / b);
        if (x + y <= 1.0 && x + y > 0.0)
            return x / (x + y);
    }
}

double ssi_generator_beta_before_2_1(ss_bitgen *bitgen, double a, double b)
{
    if (!(a <= 1.0 && b <= 1.0))
        return of_gammas(bitgen, a, b);
    if (a < BETA_TINY && b < BETA_TINY)
        return (a + b) * ssi_next_double(bitgen) < a;
    for (;;) {
        double u = ssi_next_double(bitgen), v = ssi_next_double(bitgen);
        double x = ssi_glibc_pow(u, 1.0 / a);
        double y = ssi_glibc_pow(v, 1.0 / b);
        if (x + y <= 1.0 && u + v > 0.0)
            return x + y > 0 ? x / (x + y) : vanished(u, v, a, b);
    }
}

/* All uniforms; endless from a == 1025 on. */
int64_t ssi_generator_zipf_before_2_1(ss_bitgen *bitgen, double a)
{
    double am1 = a - 1.0, b = ssi_glibc_pow(2.0, am1);

    for (;;) {
        double u = 1.0 - ssi_next_double(bitgen);
        double v = ssi_next_double(bitgen);
        double x = ssi_floor(ssi_glibc_pow(u, -1.0 / am1)), t;
        if (x > INT64_END || x < 1.0)
            continue;
        t = ssi_glibc_pow(1.0 + 1.0 / x, am1);
        if (v * x * (t - 1.0) / (b - 1.0) <= t / b)
            return ssi_to_int64(x);
    }
}

double ssi_generator_wald_before_2_3_4(ss_bitgen *bitgen, double mean,
                                       double scale)
{
    double mu_2l = mean / (2 * scale), u;
    double y = ssi_ziggurat_normal(bitgen), x;

    y = mean * y * y;
    x = mean + mu_2l * (y - ssi_sqrt(4 * scale * y + y * y));
    u = ssi_next_double(bitgen);
    if (u <= mean / (mean + x))
        return x;
    return mean * mean / x;
}
