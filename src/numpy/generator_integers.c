/* SPDX-License-Identifier: MIT
 * Generator's integers and bytes.
 * Learned from: numpy/random/_generator.pyx and _bounded_integers.pyx.in, 2.4.
 */
#include <sameseed/numpy_generator.h>

#include "bitgen/draw.h"
#include "dist/bounded.h"
#include "dist/lemire.h"
#include "numpy/generator_bitgen.h"
#include "numpy/generator_releases.h"
#include "numpy/int_limits.h"

ss_status ss_numpy_generator_integers_check(ss_dtype dtype, ss_numpy_int65 low,
                                            ss_numpy_int65 last, bool endpoint)
{
    ss_status status = ss_numpy_randint_check(dtype, low, last);

    if (endpoint && status == SS_ERR_NUMPY_HIGH_ZERO)
        return SS_ERR_NUMPY_HIGH_NEGATIVE;
    if (endpoint && status == SS_ERR_NUMPY_LOW_HIGH)
        return SS_ERR_NUMPY_LOW_GREATER;
    return status;
}

static void store(void *out, size_t i, int bits, uint64_t value)
{
    if (bits <= 8)
        ((uint8_t *)out)[i] = (uint8_t)value;
    else if (bits == 16)
        ((uint16_t *)out)[i] = (uint16_t)value;
    else if (bits == 32)
        ((uint32_t *)out)[i] = (uint32_t)value;
    else
        ((uint64_t *)out)[i] = value;
}

static void one_by_one(ss_bitgen *bitgen, ssi_bounded_next_fn next, int bits,
                       uint64_t low, uint64_t range, void *out, size_t n)
{
    uint32_t word = 0;
    int left = 0;

    for (size_t i = 0; i < n; i++)
        store(out, i, bits, low + next(bitgen, bits, range, &word, &left));
}

ss_status ssi_generator_integers_fill(ss_bitgen *bitgen,
                                      ss_numpy_release release, ss_dtype dtype,
                                      uint64_t low, uint64_t last, void *out,
                                      size_t n)
{
    ssi_bounded_next_fn next = ssi_generator_lemire_of(release);
    struct ssi_int_limits limits;
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
    if (next != ssi_lemire_next)
        one_by_one(bitgen, next, limits.bits, low, range, out, n);
    else if (limits.bits == 1)
        ssi_bounded_bool_fill(bitgen, (uint8_t)low, (uint8_t)range, out, n);
    else if (limits.bits == 8)
        ssi_lemire_u8_fill(bitgen, (uint8_t)low, (uint8_t)range, out, n);
    else if (limits.bits == 16)
        ssi_lemire_u16_fill(bitgen, (uint16_t)low, (uint16_t)range, out, n);
    else if (limits.bits == 32)
        ssi_lemire_u32_fill(bitgen, (uint32_t)low, (uint32_t)range, out, n);
    else
        ssi_lemire_u64_fill(bitgen, low, range, out, n);
    return SS_OK;
}

uint64_t ssi_generator_integers_next(ss_bitgen *bitgen,
                                     ss_numpy_release release, ss_dtype dtype,
                                     uint64_t low, uint64_t last,
                                     ss_numpy_randint_buffer *buffer)
{
    struct ssi_int_limits limits;

    if (!ssi_int_limits_of(dtype, &limits))
        return low;
    return low
           + ssi_generator_lemire_of(release)(bitgen, limits.bits, last - low,
                                              &buffer->word, &buffer->left);
}

void ssi_generator_bytes(ss_bitgen *bitgen, void *out, size_t length)
{
    uint8_t *bytes = out;
    uint32_t words[256];

    if (length == 0)
        ssi_next_u32(bitgen);
    while (length > 0) {
        size_t take = length < sizeof words ? length : sizeof words;
        ss_bitgen_fill_u32(bitgen, words, (take + 3) / 4);
        for (size_t i = 0; i < take; i++)
            bytes[i] = (uint8_t)(words[i / 4] >> 8 * (i % 4));
        bytes += take;
        length -= take;
    }
}
