/* SPDX-License-Identifier: MIT
 * Generator's dtype=float32 as older releases of NumPy had it, and which one
 * has what.
 * Learned from: numpy/random/src/distributions/distributions.c, 1.17 to 1.21.
 */
#include "numpy/generator_f32.h"

#include "bitgen/draw.h"
#include "dist/ziggurat.h"
#include "math/glibc.h"
#include "math/sqrt.h"

#define uniform ssi_uniform_f32_before_1_22

typedef float (*draw_fn)(ss_bitgen *bitgen);

static float small_shape(ss_bitgen *bitgen, float shape, draw_fn exponential)
{
    for (;;) {
        float u = uniform(bitgen);
        float v = exponential(bitgen), x, y;
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

static float large_shape(ss_bitgen *bitgen, float shape, draw_fn normal)
{
    float b = shape - 1.0f / 3.0f, c = 1.0f / ssi_sqrtf(9.0f * b);

    for (;;) {
        float x, v, u;
        do {
            x = normal(bitgen);
            v = 1.0f + c * x;
        } while (v <= 0.0f);
        v = v * v * v;
        u = uniform(bitgen);
        if (u < 1.0f - 0.0331f * (x * x) * (x * x))
            return b * v;
        if (ssi_glibc_logf(u)
            < 0.5f * x * x + b * (1.0f - v + ssi_glibc_logf(v)))
            return b * v;
    }
}

static float gamma_of(ss_bitgen *bitgen, float shape, draw_fn normal,
                      draw_fn exponential)
{
    if (shape == 1.0f)
        return exponential(bitgen);
    if (shape == 0.0f)
        return 0.0f;
    return shape < 1.0f ? small_shape(bitgen, shape, exponential)
                        : large_shape(bitgen, shape, normal);
}

static float gamma_before_1_21(ss_bitgen *bitgen, float shape)
{
    return gamma_of(bitgen, shape, ssi_ziggurat_normal_f32_before_1_21,
                    ssi_ziggurat_exponential_f32_before_1_21);
}

static float gamma_1_21(ss_bitgen *bitgen, float shape)
{
    return gamma_of(bitgen, shape, ssi_ziggurat_normal_f32_1_21,
                    ssi_ziggurat_exponential_f32_1_21);
}

static float inv_before_1_18(ss_bitgen *bitgen)
{
    return -ssi_glibc_logf(1.0f - uniform(bitgen));
}

static float inv_before_1_21(ss_bitgen *bitgen)
{
    return (float)-ssi_glibc_log(1.0 - (double)uniform(bitgen));
}

static float inv_1_21(ss_bitgen *bitgen)
{
    return (float)-ssi_glibc_log1p(-(double)uniform(bitgen));
}

static void random_fill(ss_bitgen *bitgen, float *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = uniform(bitgen);
}

static const struct row {
    ss_numpy_release end; /* the first release that is not of the row */
    ssi_generator_floats floats;
} rows[] = {
    {11800,
     {uniform, ssi_ziggurat_normal_f32_before_1_21,
      ssi_ziggurat_exponential_f32_before_1_21, inv_before_1_18,
      gamma_before_1_21, random_fill}},
    {12100,
     {uniform, ssi_ziggurat_normal_f32_before_1_21,
      ssi_ziggurat_exponential_f32_before_1_21, inv_before_1_21,
      gamma_before_1_21, random_fill}},
    {12200,
     {uniform, ssi_ziggurat_normal_f32_1_21, ssi_ziggurat_exponential_f32_1_21,
      inv_1_21, gamma_1_21, random_fill}},
};

const ssi_generator_floats *ssi_generator_floats_of(ss_numpy_release release)
{
    for (size_t i = 0; release && i < sizeof rows / sizeof *rows; i++)
        if (release < rows[i].end)
            return &rows[i].floats;
    return &ssi_generator_floats_now;
}
