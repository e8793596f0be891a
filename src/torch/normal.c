/* SPDX-License-Identifier: MIT
 * torch.randn(), torch.normal() and tensor.normal_(): below 16 values, or on
 * memory with gaps, pairs in double whose second value is kept; else blocks.
 * Learned from: ATen/native/DistributionTemplates.h (checks), ATen/native/cpu/
 * DistributionTemplates.h, normal_kernel and normal_fill, ATen/core/
 * DistributionsHelper.h, normal_distribution, 2.13.
 */
#include "torch/normal.h"

#include "math/fma.h"
#include "math/glibc.h"
#include "math/sqrt.h"
#include "torch/draw.h"
#include "torch/frozen.h"
#include "torch/store.h"

#define TWO_PI 0x1.921fb54442d18p+2
#define SQRT_2 0x1.6a09e667f3bcdp+0

double ssi_torch_standard_normal(ss_torch_generator *g)
{
    double u1, radius, theta;

    if (g->normal_is_valid) {
        double kept = g->normal_y;
        g->normal_is_valid = 0;
        g->normal_y = 0;
        return kept;
    }
    if (ssi_torch_before(g, 20000))
        return ssi_torch_standard_normal_before_2_0(g);
    u1 = ssi_torch_u53(g);
    radius = ssi_sqrt(-2.0 * ssi_glibc_log1p(-ssi_torch_u53(g)));
    theta = TWO_PI * u1;
    g->normal_y = radius * ssi_glibc_sin(theta);
    g->normal_is_valid = 1;
    return radius * ssi_glibc_cos(theta);
}

/* The scalar path. params: mean, std. */
static void pairs(ss_torch_generator *g, const double *params, double *out,
                  size_t n)
{
    bool fused = ssi_torch_fused(g);

    for (size_t i = 0; i < n; i++) {
        double z = ssi_torch_standard_normal(g);
        out[i] = fused ? ssi_fma(z, params[1], params[0])
                       : z * params[1] + params[0];
    }
}

/* All n uniforms are drawn; where n is no multiple of 16, the last 16 values
 * are then drawn anew, so that up to 15 finished ones are lost. */
static void blocks_f32(ss_torch_generator *g, float mean, float std, float *out,
                       size_t n)
{
    for (size_t i = 0; i < n;) {
        size_t take = n - i < SSI_TORCH_WORDS ? n - i : SSI_TORCH_WORDS;
        ssi_torch_u24_fill(g, out + i, take);
        ssi_torch_normal_blocks_f32(g, mean, std, out + i, take / 16);
        i += take;
    }
    if (n % 16 != 0) {
        ssi_torch_u24_fill(g, out + n - 16, 16);
        ssi_torch_normal_blocks_f32(g, mean, std, out + n - 16, 1);
    }
}

static void blocks_f64(ss_torch_generator *g, double mean, double std,
                       double *out, size_t n)
{
    for (size_t i = 0; i < n;) {
        size_t take = n - i < SSI_TORCH_DOUBLES ? n - i : SSI_TORCH_DOUBLES;
        ssi_torch_u53_fill(g, out + i, take);
        ssi_torch_normal_blocks_f64(g, mean, std, out + i, take / 16);
        i += take;
    }
    if (n % 16 != 0) {
        ssi_torch_u53_fill(g, out + n - 16, 16);
        ssi_torch_normal_blocks_f64(g, mean, std, out + n - 16, 1);
    }
}

/* 16-bit floats are computed in float beside the tensor, so that the uniforms
 * of an incomplete block are never drawn. */
static void blocks_16(ss_torch_generator *g, ss_dtype dtype, float mean,
                      float std, void *out, size_t n)
{
    float values[SSI_TORCH_WORDS];
    size_t whole = n - n % 16;

    for (size_t i = 0; i < whole;) {
        size_t left = whole - i;
        size_t take = left < SSI_TORCH_WORDS ? left : SSI_TORCH_WORDS;
        ssi_torch_u24_fill(g, values, take);
        ssi_torch_normal_blocks_f32(g, mean, std, values, take / 16);
        ssi_torch_store_floats(dtype, out, i, values, take);
        i += take;
    }
    if (whole != n) {
        ssi_torch_u24_fill(g, values, 16);
        ssi_torch_normal_blocks_f32(g, mean, std, values, 1);
        ssi_torch_store_floats(dtype, out, n - 16, values, 16);
    }
}

static ss_status fill(ss_torch_generator *g, ss_dtype dtype, double mean,
                      double std, bool contiguous, void *out, size_t n)
{
    double params[2];

    if (!(std >= 0))
        return SS_ERR_TORCH_STD;
    if (dtype == SS_COMPLEX64 || dtype == SS_COMPLEX128) {
        dtype = dtype == SS_COMPLEX64 ? SS_FLOAT32 : SS_FLOAT64;
        std /= SQRT_2; /* real and imaginary part share the variance */
        n *= 2;
    }
    if (!ssi_torch_is_float(dtype))
        return SS_ERR_DTYPE;
    params[0] = mean;
    params[1] = std;
    if (n < 16 || !contiguous)
        ssi_torch_fill(g, pairs, params, dtype, out, n);
    else if (dtype == SS_FLOAT64)
        blocks_f64(g, mean, std, out, n);
    else if (dtype == SS_FLOAT32)
        blocks_f32(g, (float)mean, (float)std, out, n);
    else if (ssi_torch_before(g, 21200))
        ssi_torch_normal_16_before_2_12(g, dtype, mean, std, out, n);
    else if (ssi_torch_before(g, 21300))
        ssi_torch_normal_16_before_2_13(g, dtype, mean, std, out, n);
    else
        blocks_16(g, dtype, (float)mean, (float)std, out, n);
    return SS_OK;
}

ss_status ss_torch_normal_fill(ss_torch_generator *g, ss_dtype dtype,
                               double mean, double std, void *out, size_t n)
{
    return fill(g, dtype, mean, std, true, out, n);
}

ss_status ss_torch_normal_gaps_fill(ss_torch_generator *g, ss_dtype dtype,
                                    double mean, double std, void *out,
                                    size_t n)
{
    return fill(g, dtype, mean, std, false, out, n);
}

ss_status ss_torch_normal_f32_fill(ss_torch_generator *g, double mean,
                                   double std, float *out, size_t n)
{
    return fill(g, SS_FLOAT32, mean, std, true, out, n);
}

ss_status ss_torch_normal_f64_fill(ss_torch_generator *g, double mean,
                                   double std, double *out, size_t n)
{
    return fill(g, SS_FLOAT64, mean, std, true, out, n);
}

ss_status ss_torch_randn_fill(ss_torch_generator *g, ss_dtype dtype, void *out,
                              size_t n)
{
    return fill(g, dtype, 0, 1, true, out, n);
}

void ss_torch_randn_f32_fill(ss_torch_generator *g, float *out, size_t n)
{
    fill(g, SS_FLOAT32, 0, 1, true, out, n);
}

void ss_torch_randn_f64_fill(ss_torch_generator *g, double *out, size_t n)
{
    fill(g, SS_FLOAT64, 0, 1, true, out, n);
}
