/* SPDX-License-Identifier: MIT
 * Inversions of one uniform.
 * Learned from: numpy/random/src/distributions/distributions.c, 2.4, for the
 * order of operations, on which the last bits depend.
 */
#include "dist/location_scale.h"

#include "bitgen/draw.h"
#include "math/glibc.h"
#include "math/sqrt.h"

static double positive(ss_bitgen *bitgen)
{
    double u;

    do
        u = ssi_next_double(bitgen);
    while (u == 0.0);
    return u;
}

double ssi_laplace(ss_bitgen *bitgen, double loc, double scale)
{
    double u = positive(bitgen);

    if (u >= 0.5)
        return loc - scale * ssi_glibc_log(2.0 - u - u);
    return loc + scale * ssi_glibc_log(u + u);
}

double ssi_gumbel(ss_bitgen *bitgen, double loc, double scale)
{
    double u = 1.0 - positive(bitgen);

    return loc - scale * ssi_glibc_log(-ssi_glibc_log(u));
}

double ssi_logistic(ss_bitgen *bitgen, double loc, double scale)
{
    double u = positive(bitgen);

    return loc + scale * ssi_glibc_log(u / (1.0 - u));
}

double ssi_triangular(ss_bitgen *bitgen, double left, double mode, double right)
{
    double base = right - left, rise = mode - left;
    double ratio = rise / base;
    double left_product = rise * base;
    double right_product = (right - mode) * base;
    double u = ssi_next_double(bitgen);

    if (u <= ratio)
        return left + ssi_sqrt(u * left_product);
    return right - ssi_sqrt((1.0 - u) * right_product);
}
