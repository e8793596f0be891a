/* SPDX-License-Identifier: MIT
 * Casts from double and float to a tensor's dtype.
 * Learned from: c10/util/Half.h, BFloat16.h, 2.13; cvttsd2si and fcvtzs for
 * the integers that do not fit.
 */
#include "torch/store.h"

#include "array/half.h"
#include "torch/draw.h"

bool ssi_torch_is_float(ss_dtype dtype)
{
    return dtype == SS_FLOAT16 || dtype == SS_BFLOAT16 || dtype == SS_FLOAT32
           || dtype == SS_FLOAT64;
}

/* double -> int32 and int64: x86 gives the lowest value for all that does not
 * fit, AArch64 the nearest that does and 0 for NaN. */
static int64_t to_int(const ss_torch_generator *g, double value, int bits)
{
    double limit = bits == 32 ? 0x1p31 : 0x1p63;
    int64_t lowest = bits == 32 ? INT32_MIN : INT64_MIN;

    if (value > -limit - (bits == 32 ? 1 : 0) && value < limit)
        return (int64_t)value;
    if (g->capability != SS_TORCH_AARCH64 || value < 0)
        return lowest;
    if (value != value)
        return 0;
    return -(lowest + 1);
}

int64_t ssi_torch_to_int64(const ss_torch_generator *g, double value)
{
    return to_int(g, value, 64);
}

static void store_ints(const ss_torch_generator *g, ss_dtype dtype, void *out,
                       size_t first, const double *values, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        size_t at = first + i;
        if (dtype == SS_BOOL)
            ((uint8_t *)out)[at] = values[i] != 0;
        else if (dtype == SS_INT64)
            ((int64_t *)out)[at] = to_int(g, values[i], 64);
        else if (dtype == SS_INT32)
            ((int32_t *)out)[at] = (int32_t)to_int(g, values[i], 32);
        else if (dtype == SS_INT16)
            ((uint16_t *)out)[at] = (uint16_t)to_int(g, values[i], 32);
        else
            ((uint8_t *)out)[at] = (uint8_t)to_int(g, values[i], 32);
    }
}

/* ssi_double_to_half_by_float() without branches, so that it becomes vector
 * code. Below 2^-14 the sum with 0.5 rounds the magnitude to multiples of
 * 2^-24, half's smallest step. */
static uint16_t to_half(float x)
{
    uint32_t bits = ssi_float_bits(x), sign = bits >> 16 & 0x8000u;
    uint32_t magnitude = bits & 0x7fffffffu;
    float shifted = ssi_float_from_bits(magnitude) + 0.5f;
    uint32_t small = ssi_float_bits(shifted) - 0x3f000000u;
    uint32_t odd = magnitude >> 13 & 1u;
    uint32_t normal = (magnitude - 0x38000000u + 0xfffu + odd) >> 13;
    uint32_t half = magnitude < 0x38800000u ? small : normal;

    half = magnitude >= 0x477ff000u ? 0x7c00u : half;
    half = magnitude > 0x7f800000u ? 0x7e00u : half;
    return (uint16_t)(sign | half);
}

void ssi_torch_store(const ss_torch_generator *g, ss_dtype dtype, void *out,
                     size_t first, const double *values, size_t n)
{
    if (dtype == SS_FLOAT64) {
        for (size_t i = 0; i < n; i++)
            ((double *)out)[first + i] = values[i];
    } else if (dtype == SS_FLOAT32) {
        for (size_t i = 0; i < n; i++)
            ((float *)out)[first + i] = (float)values[i];
    } else if (dtype == SS_FLOAT16) {
        for (size_t i = 0; i < n; i++)
            ((uint16_t *)out)[first + i] = to_half((float)values[i]);
    } else if (dtype == SS_BFLOAT16) {
        for (size_t i = 0; i < n; i++)
            ((uint16_t *)out)[first + i] = ssi_double_to_bfloat16(values[i]);
    } else {
        store_ints(g, dtype, out, first, values, n);
    }
}

void ssi_torch_store_floats(ss_dtype dtype, void *out, size_t first,
                            const float *values, size_t n)
{
    if (dtype == SS_FLOAT32) {
        for (size_t i = 0; i < n; i++)
            ((float *)out)[first + i] = values[i];
    } else if (dtype == SS_FLOAT16) {
        for (size_t i = 0; i < n; i++)
            ((uint16_t *)out)[first + i] = to_half(values[i]);
    } else {
        for (size_t i = 0; i < n; i++)
            ((uint16_t *)out)[first + i] = ssi_float_to_bfloat16(values[i]);
    }
}

void ssi_torch_load(ss_dtype dtype, const void *in, size_t first,
                    double *values, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        size_t at = first + i;
        if (dtype == SS_FLOAT64)
            values[i] = ((const double *)in)[at];
        else if (dtype == SS_FLOAT32)
            values[i] = (double)((const float *)in)[at];
        else if (dtype == SS_FLOAT16)
            values[i] = ssi_half_to_double(((const uint16_t *)in)[at]);
        else
            values[i] = ssi_bfloat16_to_double(((const uint16_t *)in)[at]);
    }
}

double ssi_torch_scalar(ss_dtype dtype, double x)
{
    return dtype == SS_FLOAT64 ? x : (double)(float)x;
}

double ssi_torch_round(ss_dtype dtype, double x)
{
    if (dtype == SS_FLOAT16)
        return ssi_half_to_double(ssi_double_to_half_by_float(x));
    if (dtype == SS_BFLOAT16)
        return ssi_bfloat16_to_double(ssi_double_to_bfloat16(x));
    return ssi_torch_scalar(dtype, x);
}

void ssi_torch_fill(ss_torch_generator *g, ssi_torch_kernel *kernel,
                    const double *params, ss_dtype dtype, void *out, size_t n)
{
    double values[SSI_TORCH_DOUBLES];

    if (dtype == SS_FLOAT64) {
        kernel(g, params, out, n);
        return;
    }
    for (size_t i = 0; i < n;) {
        size_t take = n - i < SSI_TORCH_DOUBLES ? n - i : SSI_TORCH_DOUBLES;
        kernel(g, params, values, take);
        ssi_torch_store(g, dtype, out, i, values, take);
        i += take;
    }
}
