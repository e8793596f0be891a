/* SPDX-License-Identifier: MIT
 * float16 and bfloat16 as older releases of PyTorch drew them. Before 2.12 in
 * the dtype itself: uniforms of its 11 or 8 bits, and each step of Box and
 * Muller rounded to it. In 2.12 in float, but by the C library also with AVX2,
 * and with mean and std rounded first.
 * Learned from: ATen/native/cpu/DistributionTemplates.h, ATen/core/
 * TransformationHelper.h, c10/util/BFloat16-math.h, 1.13, 2.6, 2.11, 2.12.
 */
#include "array/half.h"
#include "math/fma.h"
#include "math/glibc.h"
#include "math/sqrt.h"
#include "math/torch_default.h"
#include "torch/draw.h"
#include "torch/frozen.h"
#include "torch/randint.h"
#include "torch/store.h"

#define TWO_PI 0x1.921fb54442d18p+2

/* A float through the dtype. */
static float narrow(ss_dtype dtype, float x)
{
    return dtype == SS_FLOAT16
               ? ssi_half_to_float(ssi_float_to_half(x))
               : ssi_bfloat16_to_float(ssi_float_to_bfloat16(x));
}

/* --- 2.12 --- */

static void block_in_float(ss_torch_generator *g, ss_dtype dtype, float mean,
                           float std, uint16_t *out)
{
    float values[16];

    ssi_torch_u24_fill(g, values, 16);
    if (ssi_torch_fused(g))
        ssi_torch_default_normal16_blocks(values, 1, mean, std);
    else
        ssi_torch_normal16_before_2_13(values, 1, mean, std);
    ssi_torch_store_floats(dtype, out, 0, values, 16);
}

void ssi_torch_normal_16_before_2_13(ss_torch_generator *g, ss_dtype dtype,
                                     double mean, double std, uint16_t *out,
                                     size_t n)
{
    float m = narrow(dtype, (float)mean), s = narrow(dtype, (float)std);

    for (size_t i = 0; i + 16 <= n; i += 16)
        block_in_float(g, dtype, m, s, out + i);
    if (n % 16 != 0)
        block_in_float(g, dtype, m, s, out + n - 16);
}

/* --- before 2.12 --- */

/* n uniforms of as many bits as the dtype's significand has, exact. */
static void uniforms(ss_torch_generator *g, ss_dtype dtype, float *values,
                     size_t n)
{
    uint32_t words[16], values_in_one = 1u << ssi_torch_digits(dtype);

    ssi_torch_words(g, words, n);
    for (size_t i = 0; i < n; i++)
        values[i] =
            (float)(words[i] & (values_in_one - 1)) / (float)values_in_one;
}

/* Nothing keeps the result below to. */
void ssi_torch_uniform_16_before_2_12(ss_torch_generator *g, ss_dtype dtype,
                                      double from, double to, uint16_t *out,
                                      size_t n)
{
    float low = narrow(dtype, (float)from);
    float width = narrow(dtype, narrow(dtype, (float)to) - low);
    bool fused = ssi_torch_fused(g);
    float values[16];

    for (size_t i = 0; i < n;) {
        size_t take = n - i < 16 ? n - i : 16;
        uniforms(g, dtype, values, take);
        for (size_t j = 0; j < take; j++)
            values[j] = fused ? ssi_fmaf(values[j], width, low)
                              : values[j] * width + low;
        ssi_torch_store_floats(dtype, out, i, values, take);
        i += take;
    }
}

/* The C library's functions give a float16 or bfloat16 since 2.1, a bfloat16
 * ever; before that a float16's were floats up to the end. */
static void block_narrow(ss_dtype dtype, float mean, float std, float *d)
{
    float log[8], sine[8], cosine[8];

    for (int j = 0; j < 8; j++) {
        log[j] = 1.0f - d[j];
        sine[j] = narrow(dtype, (float)(TWO_PI * (double)d[j + 8]));
    }
    ssi_glibc_logf_block(log, 8);
    ssi_glibc_sincosf_block(sine, cosine, 8);
    for (int j = 0; j < 8; j++) {
        float radius = -2.0f * narrow(dtype, log[j]);
        float c, s;

        radius = narrow(dtype, ssi_sqrtf(radius));
        c = narrow(dtype, radius * narrow(dtype, cosine[j]));
        s = narrow(dtype, radius * narrow(dtype, sine[j]));
        d[j] = narrow(dtype, narrow(dtype, c * std) + mean);
        d[j + 8] = narrow(dtype, narrow(dtype, s * std) + mean);
    }
}

static void block_mixed(bool fused, ss_dtype dtype, float mean, float std,
                        float *d)
{
    float log[8], sine[8], cosine[8];

    for (int j = 0; j < 8; j++) {
        log[j] = 1.0f - d[j];
        sine[j] = narrow(dtype, (float)(TWO_PI * (double)d[j + 8]));
    }
    ssi_glibc_logf_block(log, 8);
    ssi_glibc_sincosf_block(sine, cosine, 8);
    for (int j = 0; j < 8; j++) {
        float radius = narrow(dtype, ssi_sqrtf(-2.0f * log[j]));
        float c = radius * cosine[j], s = radius * sine[j];

        d[j] = fused ? ssi_fmaf(c, std, mean) : c * std + mean;
        d[j + 8] = fused ? ssi_fmaf(s, std, mean) : s * std + mean;
    }
}

static void block(const ss_torch_generator *g, ss_dtype dtype, float mean,
                  float std, uint16_t *out)
{
    float d[16];

    for (int i = 0; i < 16; i++)
        d[i] = dtype == SS_FLOAT16 ? ssi_half_to_float(out[i])
                                   : ssi_bfloat16_to_float(out[i]);
    if (dtype == SS_FLOAT16 && ssi_torch_before(g, 20100))
        block_mixed(ssi_torch_fused(g), dtype, mean, std, d);
    else
        block_narrow(dtype, mean, std, d);
    ssi_torch_store_floats(dtype, out, 0, d, 16);
}

/* All uniforms first; the last 16 values are then drawn anew where n is no
 * multiple of 16. */
void ssi_torch_normal_16_before_2_12(ss_torch_generator *g, ss_dtype dtype,
                                     double mean, double std, uint16_t *out,
                                     size_t n)
{
    float m = narrow(dtype, (float)mean), s = narrow(dtype, (float)std);

    ssi_torch_uniform_16_before_2_12(g, dtype, 0, 1, out, n);
    for (size_t i = 0; i + 16 <= n; i += 16)
        block(g, dtype, m, s, out + i);
    if (n % 16 != 0) {
        ssi_torch_uniform_16_before_2_12(g, dtype, 0, 1, out + n - 16, 16);
        block(g, dtype, m, s, out + n - 16);
    }
}
