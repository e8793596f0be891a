/* SPDX-License-Identifier: MIT
 * randint and random_integers: bounds of a dtype, then masked rejection.
 * Learned from: numpy/random/_bounded_integers.pyx.in, 2.4.
 */
#include <sameseed/numpy.h>

#include "dist/bounded.h"
#include "numpy/int_limits.h"
#include "numpy/legacy_releases.h"

/* a < b in 65 bits */
static bool less(ss_numpy_int65 a, ss_numpy_int65 b)
{
    if (a.negative != b.negative)
        return a.negative;
    return a.low < b.low;
}

ss_status ss_numpy_randint_check(ss_dtype dtype, ss_numpy_int65 low,
                                 ss_numpy_int65 last)
{
    struct ssi_int_limits limits;
    ss_numpy_int65 least = {false, 0}, most = {false, 0};

    if (!ssi_int_limits_of(dtype, &limits))
        return SS_ERR_DTYPE;
    if (limits.is_signed) {
        most.low = (UINT64_C(1) << (limits.bits - 1)) - 1;
        least = (ss_numpy_int65){true, ~most.low};
    } else {
        most.low = UINT64_MAX >> (64 - limits.bits);
    }
    if (less(low, least))
        return SS_ERR_NUMPY_LOW_BOUND;
    if (less(most, last))
        return SS_ERR_NUMPY_HIGH_BOUND;
    if (!less(last, low))
        return SS_OK;
    return low.low == 0 && !low.negative ? SS_ERR_NUMPY_HIGH_ZERO
                                         : SS_ERR_NUMPY_LOW_HIGH;
}

static void one_by_one(ss_numpy_randomstate *rs, uint64_t low, uint64_t range,
                       uint64_t *out, size_t n)
{
    const ssi_legacy_release *release = ssi_legacy_of(rs->release);

    for (size_t i = 0; i < n; i++)
        out[i] = low + release->randint(&rs->bitgen, 64, range, NULL, NULL);
}

ss_status ss_numpy_randint_fill(ss_numpy_randomstate *rs, ss_dtype dtype,
                                uint64_t low, uint64_t last, void *out,
                                size_t n)
{
    struct ssi_int_limits limits;
    ss_bitgen *bitgen = &rs->bitgen;
    uint64_t range = last - low;
    ss_status status;

    if (!ssi_int_limits_of(dtype, &limits))
        return SS_ERR_DTYPE;
    if (n == 0)
        return SS_OK;
    status = ss_numpy_randint_check(
        dtype, (ss_numpy_int65){limits.is_signed && low >> 63, low},
        (ss_numpy_int65){limits.is_signed && last >> 63, last});
    if (status != SS_OK)
        return status;
    if (limits.bits == 64 && !ssi_legacy_of(rs->release)->randint_blocks)
        one_by_one(rs, low, range, out, n);
    else if (limits.bits == 1)
        ssi_bounded_bool_fill(bitgen, (uint8_t)low, (uint8_t)range, out, n);
    else if (limits.bits == 8)
        ssi_masked_u8_fill(bitgen, (uint8_t)low, (uint8_t)range, out, n);
    else if (limits.bits == 16)
        ssi_masked_u16_fill(bitgen, (uint16_t)low, (uint16_t)range, out, n);
    else if (limits.bits == 32)
        ssi_masked_u32_fill(bitgen, (uint32_t)low, (uint32_t)range, out, n);
    else
        ssi_masked_u64_fill(bitgen, low, range, out, n);
    return SS_OK;
}

uint64_t ss_numpy_randint_next(ss_numpy_randomstate *rs, ss_dtype dtype,
                               uint64_t low, uint64_t last,
                               ss_numpy_randint_buffer *buffer)
{
    struct ssi_int_limits limits;

    if (!ssi_int_limits_of(dtype, &limits))
        return low;
    return low
           + ssi_legacy_of(rs->release)
                 ->randint(&rs->bitgen, limits.bits, last - low, &buffer->word,
                           &buffer->left);
}

ss_status ss_numpy_random_integers_fill(ss_numpy_randomstate *rs, int64_t low,
                                        int64_t high, int64_t *out, size_t n)
{
    return ss_numpy_randint_fill(rs, SS_INT64, (uint64_t)low, (uint64_t)high,
                                 out, n);
}
