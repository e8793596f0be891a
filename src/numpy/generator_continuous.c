/* SPDX-License-Identifier: MIT
 * Generator's distributions of one normal, exponential or uniform.
 * Learned from: numpy/random/src/distributions/distributions.c, 2.4.
 */
#include "numpy/generator_draws.h"

#include "bitgen/draw.h"
#include "dist/vonmises.h"
#include "dist/ziggurat.h"
#include "math/glibc.h"
#include "math/sqrt.h"

#define PI 0x1.921fb54442d18p+1
#define KAPPA_NORMAL 1e6 /* above it the circle is flat */

double ssi_generator_uniform(ss_bitgen *bitgen, double low, double high)
{
    double range = high - low;

    return low + range * ssi_next_double(bitgen);
}

double ssi_generator_standard_exponential_inv(ss_bitgen *bitgen)
{
    return -ssi_glibc_log1p(-ssi_next_double(bitgen));
}

double ssi_generator_exponential(ss_bitgen *bitgen, double scale)
{
    return scale * ssi_ziggurat_exponential(bitgen);
}

double ssi_generator_normal(ss_bitgen *bitgen, double loc, double scale)
{
    return loc + scale * ssi_ziggurat_normal(bitgen);
}

double ssi_generator_lognormal(ss_bitgen *bitgen, double mean, double sigma)
{
    return ssi_glibc_exp(ssi_generator_normal(bitgen, mean, sigma));
}

double ssi_generator_standard_cauchy(ss_bitgen *bitgen)
{
    double numerator = ssi_ziggurat_normal(bitgen);

    return numerator / ssi_ziggurat_normal(bitgen);
}

double ssi_generator_pareto(ss_bitgen *bitgen, double a)
{
    return ssi_glibc_expm1(ssi_ziggurat_exponential(bitgen) / a);
}

double ssi_generator_weibull(ss_bitgen *bitgen, double a)
{
    if (a == 0.0)
        return 0.0;
    return ssi_glibc_pow(ssi_ziggurat_exponential(bitgen), 1. / a);
}

double ssi_generator_power(ss_bitgen *bitgen, double a)
{
    double e = ssi_ziggurat_exponential(bitgen);

    return ssi_glibc_pow(-ssi_glibc_expm1(-e), 1. / a);
}

double ssi_generator_rayleigh(ss_bitgen *bitgen, double scale)
{
    return scale * ssi_sqrt(2.0 * ssi_ziggurat_exponential(bitgen));
}

/* A chi-squared of 0 makes d infinite: X is then the mean. */
double ssi_generator_wald(ss_bitgen *bitgen, double mean, double scale)
{
    double y = ssi_ziggurat_normal(bitgen), d, x, u;

    y = mean * y * y;
    d = 1 + ssi_sqrt(1 + 4 * scale / y);
    x = mean * (1 - 2 / d);
    u = ssi_next_double(bitgen);
    if (u <= mean / (mean + x))
        return x;
    return mean * mean / x;
}

/* Wrapped once only: mu may be anywhere. */
double ssi_generator_vonmises(ss_bitgen *bitgen, double mu, double kappa)
{
    double angle;

    if (!(kappa > KAPPA_NORMAL))
        return ssi_vonmises(bitgen, mu, kappa);
    angle = mu + ssi_sqrt(1. / kappa) * ssi_ziggurat_normal(bitgen);
    if (angle < -PI)
        angle += 2 * PI;
    if (angle > PI)
        angle -= 2 * PI;
    return angle;
}
