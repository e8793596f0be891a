/* SPDX-License-Identifier: MIT
 * Words to integers of any dtype, and tensor.random_() without bounds.
 * Learned from: ATen/core/TransformationHelper.h, uniform_int,
 * uniform_int_from_to, uniform_int_full_range, 2.13.
 */
#include "array/half.h"
#include "torch/draw.h"
#include "torch/frozen.h"
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

/* How a word becomes a value: modulo range, plus base. */
typedef struct recipe {
    uint64_t range;
    int64_t base;
    bool wide; /* two words a value */
} recipe;

static void draw(ss_torch_generator *g, const recipe *r, int64_t *values,
                 size_t n)
{
    uint32_t words[2 * BLOCK];
    uint32_t narrow = (uint32_t)r->range;
    bool power = (r->range & (r->range - 1)) == 0;

    ssi_torch_words(g, words, r->wide ? 2 * n : n);
    for (size_t i = 0; i < n && r->wide; i++) {
        uint64_t word = (uint64_t)words[2 * i] << 32 | words[2 * i + 1];
        word = power ? word & (r->range - 1) : word % r->range;
        values[i] = (int64_t)(word + (uint64_t)r->base);
    }
    for (size_t i = 0; i < n && !r->wide; i++) {
        uint32_t word = r->range >> 32 ? words[i] : words[i] % narrow;
        values[i] = (int64_t)(word + (uint64_t)r->base);
    }
}

static void fill(ss_torch_generator *g, ss_dtype dtype, const recipe *r,
                 void *out, size_t n)
{
    int64_t values[BLOCK];

    for (size_t i = 0; i < n;) {
        size_t take = n - i < BLOCK ? n - i : BLOCK;
        draw(g, r, values, take);
        ssi_torch_store_integers(dtype, out, i, values, take);
        i += take;
    }
}

/* Only dtypes that hold more than 32 bits, in PyTorch's eyes. */
static bool is_wide_before_2_7(ss_dtype dtype, uint64_t range)
{
    return range >> 32
           && (dtype == SS_INT64 || dtype == SS_FLOAT64 || dtype == SS_FLOAT32
               || dtype == SS_BFLOAT16);
}

void ssi_torch_randint(ss_torch_generator *g, ss_dtype dtype, uint64_t range,
                       int64_t base, void *out, size_t n)
{
    recipe r = {range, base, range >= WIDE_RANGE};

    if (ssi_torch_before(g, 20700))
        r.wide = is_wide_before_2_7(dtype, range);
    fill(g, dtype, &r, out, n);
}

void ssi_torch_randint_raw(ss_torch_generator *g, ss_dtype dtype, void *out,
                           size_t n)
{
    for (size_t i = 0; i < n; i++) {
        int64_t value = (int64_t)ssi_torch_u64(g);
        ssi_torch_store_integers(dtype, out, i, &value, 1);
    }
}

/* The modulus of random_() without bounds; 0: no such dtype. */
static uint64_t full_range(ss_dtype dtype)
{
    switch (dtype) {
    case SS_BOOL:
        return 2;
    case SS_INT8:
        return UINT64_C(1) << 7;
    case SS_UINT8:
        return UINT64_C(1) << 8;
    case SS_INT16:
        return UINT64_C(1) << 15;
    case SS_INT32:
        return UINT64_C(1) << 31;
    case SS_INT64:
        return UINT64_C(1) << 63;
    case SS_FLOAT16:
    case SS_BFLOAT16:
    case SS_FLOAT32:
    case SS_FLOAT64:
        return (UINT64_C(1) << ssi_torch_digits(dtype)) + 1;
    default:
        return 0;
    }
}

/* Two words a value for int64 and float64, whatever the range is. */
ss_status ss_torch_random_fill(ss_torch_generator *g, ss_dtype dtype, void *out,
                               size_t n)
{
    recipe r = {full_range(dtype), 0, dtype == SS_INT64 || dtype == SS_FLOAT64};

    if (r.range == 0)
        return SS_ERR_DTYPE;
    fill(g, dtype, &r, out, n);
    return SS_OK;
}
