/* SPDX-License-Identifier: MIT
 * torch.randint() and tensor.random_(from, to): a word modulo the range, the
 * bias kept. Ranges from 2^28 on take two words a value.
 * Learned from: ATen/native/DistributionTemplates.h, random_from_to_impl,
 * update_from, update_to and the checks; ATen/core/DistributionsHelper.h,
 * uniform_int_from_to_distribution, 2.13.
 */
#include "torch/randint.h"

#include <float.h>

#include "array/half.h"
#include "torch/draw.h"
#include "torch/store.h"

/* The values of an integer dtype that random_ can name; uint64 up to int64's
 * highest. */
static bool integer_bounds(ss_dtype dtype, int64_t *min, int64_t *max)
{
    static const struct {
        int64_t min, max;
    } bounds[] = {
        [SS_BOOL] = {0, 1},
        [SS_INT8] = {INT8_MIN, INT8_MAX},
        [SS_UINT8] = {0, UINT8_MAX},
        [SS_INT16] = {INT16_MIN, INT16_MAX},
        [SS_UINT16] = {0, UINT16_MAX},
        [SS_INT32] = {INT32_MIN, INT32_MAX},
        [SS_UINT32] = {0, UINT32_MAX},
        [SS_INT64] = {INT64_MIN, INT64_MAX},
        [SS_UINT64] = {0, INT64_MAX},
    };

    *min = *max = 0;
    if (dtype > SS_UINT64)
        return false;
    *min = bounds[dtype].min;
    *max = bounds[dtype].max;
    return true;
}

int ssi_torch_digits(ss_dtype dtype)
{
    switch (dtype) {
    case SS_FLOAT16:
        return 11;
    case SS_BFLOAT16:
        return 8;
    case SS_FLOAT32:
        return FLT_MANT_DIG;
    default:
        return DBL_MANT_DIG;
    }
}

int64_t ssi_torch_through_float(const ss_torch_generator *g, ss_dtype dtype,
                                int64_t value)
{
    double x;

    if (dtype == SS_FLOAT64)
        x = (double)value;
    else if (dtype == SS_FLOAT32)
        x = (double)(float)value;
    else if (dtype == SS_FLOAT16)
        x = ssi_half_to_double(ssi_float_to_half((float)value));
    else
        x = ssi_bfloat16_to_double(ssi_float_to_bfloat16((float)value));
    if (x >= -0x1p63 && x < 0x1p63)
        return (int64_t)x;
    return g->capability == SS_TORCH_AARCH64 && x > 0 ? INT64_MAX : INT64_MIN;
}

/* Distance of the dtype's values around x. */
static uint64_t spacing(ss_dtype dtype, int64_t x)
{
    uint64_t magnitude = x < 0 ? 0 - (uint64_t)x : (uint64_t)x;
    int log2 = 0;

    while (magnitude >>= 1)
        log2++;
    return UINT64_C(1) << (log2 - ssi_torch_digits(dtype) + 1);
}

/* Into the range, to the next value that dtype has: PyTorch's own rule, which
 * looks at the neighbour only. Sums wrap as on the CPU. */
static int64_t update_from(const ss_torch_generator *g, ss_dtype dtype,
                           int64_t from)
{
    int64_t above = (int64_t)((uint64_t)from + 1);
    int64_t rounded = ssi_torch_through_float(g, dtype, above);

    if (rounded < from)
        return (int64_t)((uint64_t)rounded + spacing(dtype, above));
    return from;
}

static int64_t update_to(const ss_torch_generator *g, ss_dtype dtype,
                         int64_t to)
{
    int64_t below = (int64_t)((uint64_t)to - 1);
    int64_t rounded = ssi_torch_through_float(g, dtype, below);

    if (rounded >= to)
        return (int64_t)((uint64_t)rounded - spacing(dtype, below));
    return to;
}

static ss_status check_range(ss_dtype dtype, int64_t from, int64_t last)
{
    int64_t min, max;

    if (integer_bounds(dtype, &min, &max)) {
        if (from < min || from > max)
            return SS_ERR_TORCH_FROM_BOUND;
        return last < min || last > max ? SS_ERR_TORCH_LAST_BOUND : SS_OK;
    }
    if (dtype == SS_FLOAT16) { /* the others hold all of int64 */
        if (from < -65504 || from > 65504)
            return SS_ERR_TORCH_FROM_BOUND;
        if (last < -65504 || last > 65504)
            return SS_ERR_TORCH_LAST_BOUND;
    }
    return SS_OK;
}

ss_status ss_torch_randint_fill(ss_torch_generator *g, ss_dtype dtype,
                                int64_t low, int64_t high, void *out, size_t n)
{
    int64_t min, max;
    ss_status status;

    if (low >= high)
        return SS_ERR_TORCH_FROM_TO;
    if (ssi_torch_is_float(dtype)) {
        low = update_from(g, dtype, low);
        high = update_to(g, dtype, high);
        if (low >= high)
            return SS_ERR_TORCH_FROM_TO_CAST;
    } else if (!integer_bounds(dtype, &min, &max)) {
        return SS_ERR_DTYPE;
    }
    status = check_range(dtype, low, high - 1);
    if (status == SS_OK)
        ssi_torch_randint(g, dtype, (uint64_t)high - (uint64_t)low, low, out,
                          n);
    return status;
}

ss_status ss_torch_random_from_fill(ss_torch_generator *g, ss_dtype dtype,
                                    int64_t from, void *out, size_t n)
{
    int64_t min = 0, last = 0;
    ss_status status;

    if (!ssi_torch_is_float(dtype) && !integer_bounds(dtype, &min, &last))
        return SS_ERR_DTYPE;
    if (from == INT64_MIN) {
        if (n == 0)
            return SS_OK;
        if (dtype == SS_FLOAT16 || (dtype > SS_INT64 && dtype < SS_FLOAT16)
            || dtype == SS_BOOL)
            return SS_ERR_DTYPE;
        if (dtype < SS_INT64)
            return SS_ERR_TORCH_FULL_RANGE;
        ssi_torch_randint_raw(g, dtype, out, n);
        return SS_OK;
    }
    if (ssi_torch_is_float(dtype)) {
        last = INT64_C(1) << ssi_torch_digits(dtype);
        from = update_from(g, dtype, from);
        if (from >= last)
            return SS_ERR_TORCH_FROM_CAST;
    } else if (dtype == SS_UINT64) {
        return SS_ERR_TORCH_LAST_BOUND; /* its highest, cast to int64: -1 */
    }
    status = check_range(dtype, from, last);
    if (status == SS_OK)
        ssi_torch_randint(g, dtype, (uint64_t)last - (uint64_t)from + 1, from,
                          out, n);
    return status;
}
