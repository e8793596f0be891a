/* SPDX-License-Identifier: MIT
 * Generator's dtype=float32.
 * Learned from: numpy/random/src/distributions/distributions.c, 2.4.
 */
#include "numpy/generator_bitgen.h"

#include "bitgen/draw.h"
#include "dist/ziggurat.h"
#include "math/glibc.h"
#include "math/sqrt.h"
#include "numpy/generator_f32.h"

#define BLOCK 512

static float inv(ss_bitgen *bitgen)
{
    return (float)-ssi_glibc_log1p(-(double)ssi_next_float(bitgen));
}

static float small_shape(ss_bitgen *bitgen, float shape)
{
    for (;;) {
        float u = ssi_next_float(bitgen);
        float v = ssi_ziggurat_exponential_f32(bitgen), x, y;
        if (u <= 1.0f - shape) {
            x = ssi_glibc_powf(u, 1.0f / shape);
            if (x <= v)
                return x;
        } else {
            y = -ssi_glibc_logf((1.0f - u) / shape);
            x = ssi_glibc_powf(1.0f - shape + shape * y, 1.0f / shape);
            if (x <= v + y)
                return x;
        }
    }
}

static float large_shape(ss_bitgen *bitgen, float shape)
{
    float b = shape - 1.0f / 3.0f, c = 1.0f / ssi_sqrtf(9.0f * b);

    for (;;) {
        float x, v, u;
        do {
            x = ssi_ziggurat_normal_f32(bitgen);
            v = 1.0f + c * x;
        } while (v <= 0.0f);
        v = v * v * v;
        u = ssi_next_float(bitgen);
        if (u < 1.0f - 0.0331f * (x * x) * (x * x))
            return b * v;
        if (ssi_glibc_logf(u)
            < 0.5f * x * x + b * (1.0f - v + ssi_glibc_logf(v)))
            return b * v;
    }
}

static float standard_gamma(ss_bitgen *bitgen, float shape)
{
    if (shape == 1.0f)
        return ssi_ziggurat_exponential_f32(bitgen);
    if (shape == 0.0f)
        return 0.0f;
    return shape < 1.0f ? small_shape(bitgen, shape)
                        : large_shape(bitgen, shape);
}

static float uniform(ss_bitgen *bitgen)
{
    return ssi_next_float(bitgen);
}

static void random_fill(ss_bitgen *bitgen, float *out, size_t n)
{
    uint32_t words[BLOCK];

    while (n > 0) {
        size_t take = n < BLOCK ? n : BLOCK;
        ss_bitgen_fill_u32(bitgen, words, take);
        for (size_t i = 0; i < take; i++)
            out[i] = (float)(int32_t)(words[i] >> 8) * (1.0f / 16777216.0f);
        out += take;
        n -= take;
    }
}

const ssi_generator_floats ssi_generator_floats_now = {
    uniform, ssi_ziggurat_normal_f32, ssi_ziggurat_exponential_f32,
    inv,     standard_gamma,          random_fill};

void ssi_generator_random_f32_fill(ss_bitgen *bitgen, ss_numpy_release release,
                                   float *out, size_t n)
{
    ssi_generator_floats_of(release)->random_fill(bitgen, out, n);
}

#define FILL(name)                                                             \
    void ssi_generator_##name##_f32_fill(                                      \
        ss_bitgen *bitgen, ss_numpy_release release, float *out, size_t n)     \
    {                                                                          \
        const ssi_generator_floats *floats = ssi_generator_floats_of(release); \
                                                                               \
        for (size_t i = 0; i < n; i++)                                         \
            out[i] = floats->name(bitgen);                                     \
    }

FILL(standard_normal)
FILL(standard_exponential)
FILL(standard_exponential_inv)

/* A float widened has the same sign and is NaN alike. */
ss_status ss_numpy_generator_standard_gamma_f32_check(float shape)
{
    return ss_numpy_generator_standard_gamma_check((double)shape);
}

ss_status ssi_generator_standard_gamma_f32_fill(ss_bitgen *bitgen,
                                                ss_numpy_release release,
                                                float shape, float *out,
                                                size_t n)
{
    const ssi_generator_floats *floats = ssi_generator_floats_of(release);
    ss_status status = ss_numpy_generator_standard_gamma_f32_check(shape);

    for (size_t i = 0; i < n && status == SS_OK; i++)
        out[i] = floats->standard_gamma(bitgen, shape);
    return status;
}
