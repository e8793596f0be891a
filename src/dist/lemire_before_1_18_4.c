/* SPDX-License-Identifier: MIT
 * Lemire's method as NumPy had it before 1.18.4: values of 8 and 16 bits were
 * never drawn again before 1.17.4; and 64-bit values of 2**32 numbers took
 * 64-bit words up to 1.17.2, then 32-bit ones of which nothing was kept.
 * Learned from: numpy/random/src/distributions/distributions.c, 1.17.0,
 * 1.17.3, 1.17.4 and 1.18.3.
 */
#include "base/u128.h"
#include "bitgen/draw.h"
#include "dist/bounded.h"
#include "dist/lemire.h"

/* 2**32 numbers out of 64-bit words; 2**32 divides 2**64. */
static uint64_t wide(ss_bitgen *bitgen)
{
    return ssi_mul_u64(ssi_next_u64(bitgen), UINT64_C(1) << 32).high;
}

/* A word times a size that had become 0. */
static uint64_t nothing(ss_bitgen *bitgen)
{
    ssi_next_u32(bitgen);
    return 0;
}

static uint64_t biased(ss_bitgen *bitgen, int bits, uint64_t range,
                       uint32_t *word, int *left)
{
    return ssi_buffered(bitgen, bits, word, left) * (range + 1) >> bits;
}

uint64_t ssi_lemire_next_1_17_0(ss_bitgen *bitgen, int bits, uint64_t range,
                                uint32_t *word, int *left)
{
    if (bits == 64 && range == UINT32_MAX)
        return wide(bitgen);
    if ((bits == 8 || bits == 16) && range > 0)
        return biased(bitgen, bits, range, word, left);
    return ssi_lemire_next(bitgen, bits, range, word, left);
}

uint64_t ssi_lemire_next_1_17_3(ss_bitgen *bitgen, int bits, uint64_t range,
                                uint32_t *word, int *left)
{
    if ((bits == 8 || bits == 16) && range > 0)
        return biased(bitgen, bits, range, word, left);
    return ssi_lemire_next_1_17_4(bitgen, bits, range, word, left);
}

uint64_t ssi_lemire_next_1_17_4(ss_bitgen *bitgen, int bits, uint64_t range,
                                uint32_t *word, int *left)
{
    if (bits == 64 && range == UINT32_MAX)
        return nothing(bitgen);
    return ssi_lemire_next(bitgen, bits, range, word, left);
}
