/* SPDX-License-Identifier: MIT
 * Masked rejection, a block of words at a time. A block never holds more words
 * than values are missing, since a word that is needed is never too many.
 * Learned from: numpy/random/src/distributions/distributions.c, 2.4.
 */
#include "dist/bounded.h"

#include "bitgen/draw.h"

#define BLOCK 512

uint64_t ssi_mask(uint64_t max)
{
    for (int shift = 1; shift < 64; shift *= 2)
        max |= max >> shift;
    return max;
}

uint64_t ssi_interval(ss_bitgen *bitgen, uint64_t max)
{
    uint64_t mask = ssi_mask(max), value;

    if (max == 0)
        return 0;
    do
        value =
            (max <= UINT32_MAX ? ssi_next_u32(bitgen) : ssi_next_u64(bitgen))
            & mask;
    while (value > max);
    return value;
}

/* Keep what is in range, in order; the store is always within count. */
static size_t keep32(const uint32_t *words, size_t count, uint32_t mask,
                     uint32_t range, uint32_t *kept)
{
    size_t n = 0;

    for (size_t i = 0; i < count; i++) {
        uint32_t value = words[i] & mask;
        kept[n] = value;
        n += value <= range;
    }
    return n;
}

/* Up to BLOCK values of 32 bits, at most n. */
static size_t masked_block(ss_bitgen *bitgen, uint32_t range, uint32_t *kept,
                           size_t n)
{
    uint32_t words[BLOCK];
    size_t take = n < BLOCK ? n : BLOCK;

    ss_bitgen_fill_u32(bitgen, words, take);
    return keep32(words, take, (uint32_t)ssi_mask(range), range, kept);
}

static void masked_narrow(ss_bitgen *bitgen, uint64_t off, uint32_t range,
                          uint64_t *out, size_t n)
{
    uint32_t kept[BLOCK];

    while (n > 0) {
        size_t got = masked_block(bitgen, range, kept, n);
        for (size_t i = 0; i < got; i++)
            out[i] = off + kept[i];
        out += got;
        n -= got;
    }
}

static void masked_wide(ss_bitgen *bitgen, uint64_t off, uint64_t range,
                        uint64_t *out, size_t n)
{
    uint64_t words[BLOCK / 2], mask = ssi_mask(range);

    while (n > 0) {
        size_t take = n < BLOCK / 2 ? n : BLOCK / 2, got = 0;
        ss_bitgen_fill_u64(bitgen, words, take);
        for (size_t i = 0; i < take; i++) {
            uint64_t value = words[i] & mask;
            out[got] = off + value;
            got += value <= range;
        }
        out += got;
        n -= got;
    }
}

void ssi_masked_u64_fill(ss_bitgen *bitgen, uint64_t off, uint64_t range,
                         uint64_t *out, size_t n)
{
    if (range > UINT32_MAX) {
        masked_wide(bitgen, off, range, out, n);
    } else if (range > 0) {
        masked_narrow(bitgen, off, (uint32_t)range, out, n);
    } else {
        for (size_t i = 0; i < n; i++)
            out[i] = off;
    }
}

void ssi_masked_u32_fill(ss_bitgen *bitgen, uint32_t off, uint32_t range,
                         uint32_t *out, size_t n)
{
    while (n > 0 && range > 0) {
        size_t got = masked_block(bitgen, range, out, n);
        for (size_t i = 0; i < got; i++)
            out[i] += off;
        out += got;
        n -= got;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = off;
}

void ssi_masked_u16_fill(ss_bitgen *bitgen, uint16_t off, uint16_t range,
                         uint16_t *out, size_t n)
{
    uint32_t words[BLOCK], mask = (uint32_t)ssi_mask(range), value;

    while (n > 0 && range > 0) {
        /* the last word may have a half too many */
        size_t take = n < 2 ? 1 : n < 2 * BLOCK ? n / 2 : BLOCK, got = 0;
        ss_bitgen_fill_u32(bitgen, words, take);
        for (size_t i = 0; i < 2 * take && got < n; i++) {
            value = words[i / 2] >> 16 * (i % 2) & mask;
            out[got] = (uint16_t)(off + value);
            got += value <= range;
        }
        out += got;
        n -= got;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = off;
}

void ssi_masked_u8_fill(ss_bitgen *bitgen, uint8_t off, uint8_t range,
                        uint8_t *out, size_t n)
{
    uint32_t words[BLOCK], mask = (uint32_t)ssi_mask(range), value;

    while (n > 0 && range > 0) {
        size_t take = n < 4 ? 1 : n < 4 * BLOCK ? n / 4 : BLOCK, got = 0;
        ss_bitgen_fill_u32(bitgen, words, take);
        for (size_t i = 0; i < 4 * take && got < n; i++) {
            value = words[i / 4] >> 8 * (i % 4) & mask;
            out[got] = (uint8_t)(off + value);
            got += value <= range;
        }
        out += got;
        n -= got;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = off;
}

void ssi_bounded_bool_fill(ss_bitgen *bitgen, uint8_t off, uint8_t range,
                           uint8_t *out, size_t n)
{
    uint32_t words[BLOCK];

    while (n > 0 && range > 0) {
        size_t values = n < 32 * BLOCK ? n : 32 * BLOCK;
        ss_bitgen_fill_u32(bitgen, words, (values + 31) / 32);
        for (size_t i = 0; i < values; i++)
            out[i] = words[i / 32] >> i % 32 & 1;
        out += values;
        n -= values;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = off;
}

uint32_t ssi_buffered(ss_bitgen *bitgen, int bits, uint32_t *word, int *left)
{
    if (*left > 0) {
        *word >>= bits;
        (*left)--;
    } else {
        *word = ssi_next_u32(bitgen);
        *left = 32 / bits - 1;
    }
    return *word & ((1u << bits) - 1);
}

uint64_t ssi_masked_next(ss_bitgen *bitgen, int bits, uint64_t range,
                         uint32_t *word, int *left)
{
    uint64_t mask = ssi_mask(range), value;

    if (range == 0)
        return 0;
    if (bits >= 32)
        return ssi_interval(bitgen, range);
    do
        value = ssi_buffered(bitgen, bits, word, left) & mask;
    while (value > range);
    return value;
}

uint64_t ssi_masked_next_1_17_0(ss_bitgen *bitgen, int bits, uint64_t range,
                                uint32_t *word, int *left)
{
    if (bits == 64 && range == UINT32_MAX)
        return ssi_next_u64(bitgen) & UINT32_MAX;
    return ssi_masked_next(bitgen, bits, range, word, left);
}
