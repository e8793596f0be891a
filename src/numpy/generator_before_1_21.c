/* SPDX-License-Identifier: MIT
 * Generator's distributions before NumPy 1.21.
 * Learned from: numpy/random/src/distributions/distributions.c, 1.17 to 1.21.
 */
#include "numpy/generator_before_1_21.h"

#include <math.h>

#include "bitgen/draw.h"
#include "dist/poisson.h"
#include "dist/to_int.h"
#include "dist/ziggurat.h"
#include "math/glibc.h"
#include "math/sqrt.h"
#include "numpy/generator_frozen.h"

#define normal ssi_ziggurat_normal_before_1_21
#define exponential ssi_ziggurat_exponential_before_1_21

double ssi_normal_before_1_21(ss_bitgen *bitgen, double loc, double scale)
{
    return loc + scale * normal(bitgen);
}

double ssi_lognormal_before_1_21(ss_bitgen *bitgen, double mean, double sigma)
{
    return ssi_glibc_exp(ssi_normal_before_1_21(bitgen, mean, sigma));
}

double ssi_standard_cauchy_before_1_21(ss_bitgen *bitgen)
{
    double numerator = normal(bitgen);

    return numerator / normal(bitgen);
}

double ssi_standard_exponential_inv_before_1_21(ss_bitgen *bitgen)
{
    return -ssi_glibc_log(1.0 - ssi_next_double(bitgen));
}

double ssi_exponential_before_1_21(ss_bitgen *bitgen, double scale)
{
    return scale * exponential(bitgen);
}

double ssi_pareto_before_1_21(ss_bitgen *bitgen, double a)
{
    return ssi_glibc_exp(exponential(bitgen) / a) - 1;
}

double ssi_pareto_1_21(ss_bitgen *bitgen, double a)
{
    return ssi_glibc_exp(ssi_ziggurat_exponential(bitgen) / a) - 1;
}

double ssi_weibull_before_1_21(ss_bitgen *bitgen, double a)
{
    if (a == 0.0)
        return 0.0;
    return ssi_glibc_pow(exponential(bitgen), 1. / a);
}

double ssi_power_before_1_21(ss_bitgen *bitgen, double a)
{
    double e = exponential(bitgen);

    return ssi_glibc_pow(1 - ssi_glibc_exp(-e), 1. / a);
}

double ssi_power_1_21(ss_bitgen *bitgen, double a)
{
    double e = ssi_ziggurat_exponential(bitgen);

    return ssi_glibc_pow(1 - ssi_glibc_exp(-e), 1. / a);
}

double ssi_wald_before_1_21(ss_bitgen *bitgen, double mean, double scale)
{
    double mu_2l = mean / (2 * scale), u;
    double y = normal(bitgen), x;

    y = mean * y * y;
    x = mean + mu_2l * (y - ssi_sqrt(4 * scale * y + y * y));
    u = ssi_next_double(bitgen);
    if (u <= mean / (mean + x))
        return x;
    return mean * mean / x;
}

static double small_shape(ss_bitgen *bitgen, double shape)
{
    for (;;) {
        double u = ssi_next_double(bitgen);
        double v = exponential(bitgen), x, y;
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
            x = normal(bitgen);
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

double ssi_standard_gamma_before_1_21(ss_bitgen *bitgen, double shape)
{
    if (shape == 1.0)
        return exponential(bitgen);
    if (shape == 0.0)
        return 0.0;
    return shape < 1.0 ? small_shape(bitgen, shape)
                       : large_shape(bitgen, shape);
}

double ssi_gamma_before_1_21(ss_bitgen *bitgen, double shape, double scale)
{
    return scale * ssi_standard_gamma_before_1_21(bitgen, shape);
}

/* Of small a and b no normal is drawn. */
double ssi_beta_before_1_21(ss_bitgen *bitgen, double a, double b)
{
    double x, y;

    if (a <= 1.0 && b <= 1.0)
        return ssi_generator_beta_before_1_26(bitgen, a, b);
    x = ssi_standard_gamma_before_1_21(bitgen, a);
    y = ssi_standard_gamma_before_1_21(bitgen, b);
    return x / (x + y);
}

double ssi_chisquare_before_1_21(ss_bitgen *bitgen, double df)
{
    return 2.0 * ssi_standard_gamma_before_1_21(bitgen, df / 2.0);
}

double ssi_f_before_1_21(ss_bitgen *bitgen, double dfnum, double dfden)
{
    double numerator = ssi_chisquare_before_1_21(bitgen, dfnum) * dfden;

    return numerator / (ssi_chisquare_before_1_21(bitgen, dfden) * dfnum);
}

double ssi_standard_t_before_1_21(ss_bitgen *bitgen, double df)
{
    double numerator = normal(bitgen);
    double gamma = ssi_standard_gamma_before_1_21(bitgen, df / 2);

    return ssi_sqrt(df / 2) * numerator / ssi_sqrt(gamma);
}

int64_t ssi_logseries_1_21(ss_bitgen *bitgen, double p)
{
    double r = ssi_glibc_log1p(-p);

    for (;;) {
        double v = ssi_next_double(bitgen), q;
        int64_t count;
        if (v >= p)
            return 1;
        q = 1.0 - ssi_glibc_exp(r * ssi_next_double(bitgen));
        if (!(v <= q * q))
            return v >= q ? 1 : 2;
        count =
            ssi_to_int64(ssi_floor(1 + ssi_glibc_log(v) / ssi_glibc_log(q)));
        if (count >= 1 && v != 0.0)
            return count;
    }
}

static double noncentral(ss_bitgen *bitgen, double df, double nonc,
                         ssi_poisson_fn poisson)
{
    double central, shifted;

    if (nonc != nonc)
        return NAN;
    if (nonc == 0)
        return ssi_chisquare_before_1_21(bitgen, df);
    if (1 < df) {
        central = ssi_chisquare_before_1_21(bitgen, df - 1);
        shifted = normal(bitgen) + ssi_sqrt(nonc);
        return central + shifted * shifted;
    }
    return ssi_chisquare_before_1_21(
        bitgen, df + (double)ssi_wrap_mul(2, poisson(bitgen, nonc / 2.0)));
}

double ssi_noncentral_chisquare_before_1_20(ss_bitgen *bitgen, double df,
                                            double nonc)
{
    return noncentral(bitgen, df, nonc, ssi_poisson_before_1_20);
}

double ssi_noncentral_chisquare_1_20(ss_bitgen *bitgen, double df, double nonc)
{
    return noncentral(bitgen, df, nonc, ssi_poisson);
}

static double ratio(ss_bitgen *bitgen, double numerator, double dfnum,
                    double dfden)
{
    numerator = numerator * dfden;
    return numerator / (ssi_chisquare_before_1_21(bitgen, dfden) * dfnum);
}

double ssi_noncentral_f_before_1_20(ss_bitgen *bitgen, double dfnum,
                                    double dfden, double nonc)
{
    double x = ssi_noncentral_chisquare_before_1_20(bitgen, dfnum, nonc);

    return ratio(bitgen, x, dfnum, dfden);
}

double ssi_noncentral_f_1_20(ss_bitgen *bitgen, double dfnum, double dfden,
                             double nonc)
{
    double x = ssi_noncentral_chisquare_1_20(bitgen, dfnum, nonc);

    return ratio(bitgen, x, dfnum, dfden);
}

int64_t ssi_negative_binomial_before_1_20(ss_bitgen *bitgen, double n, double p)
{
    double lam = ssi_gamma_before_1_21(bitgen, n, (1 - p) / p);

    return ssi_poisson_before_1_20(bitgen, lam);
}

int64_t ssi_negative_binomial_1_20(ss_bitgen *bitgen, double n, double p)
{
    return ssi_poisson(bitgen, ssi_gamma_before_1_21(bitgen, n, (1 - p) / p));
}
