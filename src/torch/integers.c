/* SPDX-License-Identifier: MIT
 * Words to integers of any dtype, and tensor.random_() without bounds.
 * Learned from: ATen/core/TransformationHelper.h, uniform_int,
 * uniform_int_from_to, uniform_int_full_range, 2.13.
 */
#include "array/half.h"
#include "torch/draw.h"
#include "torch/randint.h"

#define WIDE_RANGE (UINT64_C(1) << 28) /* from here on two words a value */
#define BLOCK SSI_TORCH_DOUBLES

void ssi_torch_store_integers(ss_dtype dtype, void *out, size_t first,
                              const int64_t *values, size_t n)
{
#define STORE(type, expression)                                                \
    for (size_t i = 0; i < n; i++) {                                           \
        int64_t v = values[i];                                                 \
        ((type *)out)[first + i] = (expression);                               \
    }                                                                          \
    return

    switch (dtype) {
    case SS_BOOL:
        STORE(uint8_t, v != 0);
    case SS_INT8:
    case SS_UINT8:
        STORE(uint8_t, (uint8_t)v);
    case SS_INT16:
    case SS_UINT16:
        STORE(uint16_t, (uint16_t)v);
    case SS_INT32:
    case SS_UINT32:
        STORE(uint32_t, (uint32_t)v);
    case SS_FLOAT16:
        STORE(uint16_t, ssi_float_to_half((float)v));
    case SS_BFLOAT16:
        STORE(uint16_t, ssi_float_to_bfloat16((float)v));
    case SS_FLOAT32:
        STORE(float, (float)v);
    case SS_FLOAT64:
        STORE(double, (double)v);
    default:
        STORE(int64_t, v);
    }
#undef STORE
}

/* Words modulo range, plus base: one word a value, or two. */
static void draw(ss_torch_generator *g, uint64_t range, int64_t base,
                 int64_t *values, size_t n)
{
    uint32_t words[2 * BLOCK];
    uint32_t narrow = (uint32_t)range;

    if (range >= WIDE_RANGE) {
        ssi_torch_words(g, words, 2 * n);
        for (size_t i = 0; i < n; i++) {
            uint64_t word = (uint64_t)words[2 * i] << 32 | words[2 * i + 1];
            values[i] = (int64_t)(word % range + (uint64_t)base);
        }
        return;
    }
    ssi_torch_words(g, words, n);
    for (size_t i = 0; i < n; i++)
        values[i] = (int64_t)(words[i] % narrow + (uint64_t)base);
}

void ssi_torch_randint(ss_torch_generator *g, ss_dtype dtype, uint64_t range,
                       int64_t base, void *out, size_t n)
{
    int64_t values[BLOCK];

    for (size_t i = 0; i < n;) {
        size_t take = n - i < BLOCK ? n - i : BLOCK;
        draw(g, range, base, values, take);
        ssi_torch_store_integers(dtype, out, i, values, take);
        i += take;
    }
}

void ssi_torch_randint_raw(ss_torch_generator *g, ss_dtype dtype, void *out,
                           size_t n)
{
    for (size_t i = 0; i < n; i++) {
        int64_t value = (int64_t)ssi_torch_u64(g);
        ssi_torch_store_integers(dtype, out, i, &value, 1);
    }
}

/* random_() of int64 and float64 takes two words a value, and its modulus is
 * 2^63 and 2^53 + 1. */
static void random_wide(ss_torch_generator *g, ss_dtype dtype, void *out,
                        size_t n)
{
    uint64_t range =
        dtype == SS_INT64 ? UINT64_C(1) << 63 : (UINT64_C(1) << 53) + 1;

    for (size_t i = 0; i < n; i++) {
        int64_t value = (int64_t)(ssi_torch_u64(g) % range);
        ssi_torch_store_integers(dtype, out, i, &value, 1);
    }
}

ss_status ss_torch_random_fill(ss_torch_generator *g, ss_dtype dtype, void *out,
                               size_t n)
{
    uint32_t range;

    switch (dtype) {
    case SS_BOOL:
        range = 2;
        break;
    case SS_INT8:
        range = UINT32_C(1) << 7;
        break;
    case SS_UINT8:
        range = UINT32_C(1) << 8;
        break;
    case SS_INT16:
        range = UINT32_C(1) << 15;
        break;
    case SS_INT32:
        range = UINT32_C(1) << 31;
        break;
    case SS_FLOAT16:
    case SS_BFLOAT16:
    case SS_FLOAT32:
        range = (UINT32_C(1) << ssi_torch_digits(dtype)) + 1;
        break;
    case SS_INT64:
    case SS_FLOAT64:
        random_wide(g, dtype, out, n);
        return SS_OK;
    default:
        return SS_ERR_DTYPE;
    }
    for (size_t i = 0; i < n; i++) {
        int64_t value = (int64_t)(ssi_torch_u32(g) % range);
        ssi_torch_store_integers(dtype, out, i, &value, 1);
    }
    return SS_OK;
}
