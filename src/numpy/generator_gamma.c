/* SPDX-License-Identifier: MIT
 * Generator's gamma and what is made of it.
 * Learned from: Marsaglia and Tsang 2000, ACM TOMS 26, 363-372; Best 1983,
 * Computing 30, 185-188; Johnk 1964, Metrika 8, 5-15;
 * numpy/random/src/distributions/distributions.c, 2.4 (order of draws and
 * operations).
 */
#include "numpy/generator_draws.h"

#include <math.h>

#include "bitgen/draw.h"
#include "dist/poisson.h"
#include "dist/to_int.h"
#include "dist/ziggurat.h"
#include "math/glibc.h"
#include "math/sqrt.h"

#define BETA_TINY 3e-103 /* below it a beta is 0 or 1 */

static double small_shape(ss_bitgen *bitgen, double shape)
{
    for (;;) {
        double u = ssi_next_double(bitgen);
        double v = ssi_ziggurat_exponential(bitgen), x, y;
        if (u <= 1.0 - shape) {
            x = ssi_glibc_pow(u, 1. / shape);
            if (x <= v)
                return x;
        } else {
            y = -ssi_glibc_log((1 - u) / shape);
            x = ssi_glibc_pow(1.0 - shape + shape * y, 1. / shape);
            if (x <= v + y)
                return x;
        }
    }
}

static double large_shape(ss_bitgen *bitgen, double shape)
{
    double b = shape - 1. / 3., c = 1. / ssi_sqrt(9 * b);

    for (;;) {
        double x, v, u;
        do {
            x = ssi_ziggurat_normal(bitgen);
            v = 1.0 + c * x;
        } while (v <= 0.0);
        v = v * v * v;
        u = ssi_next_double(bitgen);
        if (u < 1.0 - 0.0331 * (x * x) * (x * x))
            return b * v;
        if (ssi_glibc_log(u) < 0.5 * x * x + b * (1. - v + ssi_glibc_log(v)))
            return b * v;
    }
}

double ssi_generator_standard_gamma(ss_bitgen *bitgen, double shape)
{
    if (shape == 1.0)
        return ssi_ziggurat_exponential(bitgen);
    if (shape == 0.0)
        return 0.0;
    return shape < 1.0 ? small_shape(bitgen, shape)
                       : large_shape(bitgen, shape);
}

double ssi_generator_gamma(ss_bitgen *bitgen, double shape, double scale)
{
    return scale * ssi_generator_standard_gamma(bitgen, shape);
}

/* X / (X + Y) where U ** (1 / a) or V ** (1 / b) vanished. */
static double vanished(double u, double v, double a, double b)
{
    double x = ssi_glibc_log(u) / a, delta = x - ssi_glibc_log(v) / b;

    if (delta > 0)
        return ssi_glibc_exp(-ssi_glibc_log1p(ssi_glibc_exp(-delta)));
    return ssi_glibc_exp(delta - ssi_glibc_log1p(ssi_glibc_exp(delta)));
}

static double johnk(ss_bitgen *bitgen, double a, double b)
{
    for (;;) {
        double u = ssi_next_double(bitgen), v = ssi_next_double(bitgen);
        double x = ssi_glibc_pow(u, 1.0 / a);
        double y = ssi_glibc_pow(v, 1.0 / b);
        if (x + y <= 1.0 && u + v > 0.0)
            return x > 0 && y > 0 ? x / (x + y) : vanished(u, v, a, b);
    }
}

double ssi_generator_beta(ss_bitgen *bitgen, double a, double b)
{
    double x, y;

    if (a <= 1.0 && b <= 1.0) {
        if (a < BETA_TINY && b < BETA_TINY)
            return (a + b) * ssi_next_double(bitgen) < a;
        return johnk(bitgen, a, b);
    }
    x = ssi_generator_standard_gamma(bitgen, a);
    y = ssi_generator_standard_gamma(bitgen, b);
    return x / (x + y);
}

double ssi_generator_chisquare(ss_bitgen *bitgen, double df)
{
    return 2.0 * ssi_generator_standard_gamma(bitgen, df / 2.0);
}

double ssi_generator_noncentral_chisquare(ss_bitgen *bitgen, double df,
                                          double nonc)
{
    double central, shifted;

    if (nonc != nonc)
        return NAN;
    if (nonc == 0)
        return ssi_generator_chisquare(bitgen, df);
    if (1 < df) {
        central = ssi_generator_chisquare(bitgen, df - 1);
        shifted = ssi_ziggurat_normal(bitgen) + ssi_sqrt(nonc);
        return central + shifted * shifted;
    }
    return ssi_generator_chisquare(
        bitgen, df + (double)ssi_wrap_mul(2, ssi_poisson(bitgen, nonc / 2.0)));
}

double ssi_generator_f(ss_bitgen *bitgen, double dfnum, double dfden)
{
    double numerator = ssi_generator_chisquare(bitgen, dfnum) * dfden;

    return numerator / (ssi_generator_chisquare(bitgen, dfden) * dfnum);
}

double ssi_generator_noncentral_f(ss_bitgen *bitgen, double dfnum, double dfden,
                                  double nonc)
{
    double numerator =
        ssi_generator_noncentral_chisquare(bitgen, dfnum, nonc) * dfden;

    return numerator / (ssi_generator_chisquare(bitgen, dfden) * dfnum);
}

double ssi_generator_standard_t(ss_bitgen *bitgen, double df)
{
    double numerator = ssi_ziggurat_normal(bitgen);
    double gamma = ssi_generator_standard_gamma(bitgen, df / 2);

    return ssi_sqrt(df / 2) * numerator / ssi_sqrt(gamma);
}
