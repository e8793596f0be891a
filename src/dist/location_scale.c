/* SPDX-License-Identifier: MIT
 * Inversions of one uniform.
 * Learned from: numpy/random/src/distributions/distributions.c, 2.4, for the
 * order of operations, on which the last bits depend.
 */
#include "dist/location_scale.h"

#include "bitgen/draw.h"
#include "math/glibc.h"
#include "math/sqrt.h"

#define BLOCK 256 /* at a time */

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

/* What a triangle's uniforms share. */
struct triangle {
    double left, right, ratio, left_product, right_product;
};

static struct triangle triangle_of(double left, double mode, double right)
{
    double base = right - left, rise = mode - left;

    return (struct triangle){left, right, rise / base, rise * base,
                             (right - mode) * base};
}

static double side(const struct triangle *t, double u)
{
    if (u <= t->ratio)
        return t->left + ssi_sqrt(u * t->left_product);
    return t->right - ssi_sqrt((1.0 - u) * t->right_product);
}

double ssi_triangular(ss_bitgen *bitgen, double left, double mode, double right)
{
    struct triangle t = triangle_of(left, mode, right);

    return side(&t, ssi_next_double(bitgen));
}

void ssi_triangular_fill(ss_bitgen *bitgen, double left, double mode,
                         double right, double *out, size_t n)
{
    struct triangle t = triangle_of(left, mode, right);

    while (n > 0) {
        size_t take = n < BLOCK ? n : BLOCK;
        ss_bitgen_fill_double(bitgen, out, take);
        for (size_t i = 0; i < take; i++)
            out[i] = side(&t, out[i]);
        out += take;
        n -= take;
    }
}

/* The next BLOCK uniforms that are not 0, at most n; returns how many. */
static size_t positives(ss_bitgen *bitgen, double *u, size_t n)
{
    size_t take = n < BLOCK ? n : BLOCK, kept = 0;

    while (kept < take) {
        ss_bitgen_fill_double(bitgen, u + kept, take - kept);
        for (size_t i = kept; i < take; i++) {
            u[kept] = u[i];
            kept += u[i] != 0.0;
        }
    }
    return take;
}

void ssi_laplace_fill(ss_bitgen *bitgen, double loc, double scale, double *out,
                      size_t n)
{
    double u[BLOCK];

    while (n > 0) {
        size_t take = positives(bitgen, u, n);
        for (size_t i = 0; i < take; i++)
            out[i] = u[i] >= 0.5 ? 2.0 - u[i] - u[i] : u[i] + u[i];
        ssi_glibc_log_block(out, take);
        for (size_t i = 0; i < take; i++)
            out[i] = u[i] >= 0.5 ? loc - scale * out[i] : loc + scale * out[i];
        out += take;
        n -= take;
    }
}

void ssi_gumbel_fill(ss_bitgen *bitgen, double loc, double scale, double *out,
                     size_t n)
{
    while (n > 0) {
        size_t take = positives(bitgen, out, n);
        for (size_t i = 0; i < take; i++)
            out[i] = 1.0 - out[i];
        ssi_glibc_log_block(out, take);
        for (size_t i = 0; i < take; i++)
            out[i] = -out[i];
        ssi_glibc_log_block(out, take);
        for (size_t i = 0; i < take; i++)
            out[i] = loc - scale * out[i];
        out += take;
        n -= take;
    }
}

void ssi_logistic_fill(ss_bitgen *bitgen, double loc, double scale, double *out,
                       size_t n)
{
    while (n > 0) {
        size_t take = positives(bitgen, out, n);
        for (size_t i = 0; i < take; i++)
            out[i] = out[i] / (1.0 - out[i]);
        ssi_glibc_log_block(out, take);
        for (size_t i = 0; i < take; i++)
            out[i] = loc + scale * out[i];
        out += take;
        n -= take;
    }
}
