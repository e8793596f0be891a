/* SPDX-License-Identifier: MIT
 * Lemire's method, a block of words at a time. A block never holds more words
 * than values are missing, since a word that is needed is never too many.
 * Learned from: Lemire 2019, Fast random integer generation in an interval,
 * ACM TOMACS 29, 3; numpy/random/src/distributions/distributions.c, 2.4.
 */
#include "dist/lemire.h"

#include "base/u128.h"
#include "bitgen/draw.h"
#include "dist/bounded.h"

#define BLOCK 512

/* What a low half has to reach: 2**bits modulo size. */
static uint32_t threshold32(int bits, uint64_t size)
{
    return (uint32_t)(((UINT64_C(1) << bits) - size) % size);
}

static uint64_t narrow(ss_bitgen *bitgen, uint32_t range)
{
    uint64_t size = (uint64_t)range + 1;
    uint64_t m = ssi_next_u32(bitgen) * size;

    if ((uint32_t)m < size) { /* the threshold is less still */
        uint32_t threshold = threshold32(32, size);
        while ((uint32_t)m < threshold)
            m = ssi_next_u32(bitgen) * size;
    }
    return m >> 32;
}

static uint64_t wide(ss_bitgen *bitgen, uint64_t range)
{
    uint64_t size = range + 1;
    ssi_u128 m;

    if (size == 0)
        return ssi_next_u64(bitgen);
    m = ssi_mul_u64(ssi_next_u64(bitgen), size);
    if (m.low < size) {
        uint64_t threshold = (0 - size) % size;
        while (m.low < threshold)
            m = ssi_mul_u64(ssi_next_u64(bitgen), size);
    }
    return m.high;
}

uint64_t ssi_lemire(ss_bitgen *bitgen, uint64_t range)
{
    if (range == 0)
        return 0;
    return range <= UINT32_MAX ? narrow(bitgen, (uint32_t)range)
                               : wide(bitgen, range);
}

/* Up to BLOCK values of 32 bits, at most n; range is not 0. */
static size_t block(ss_bitgen *bitgen, uint32_t range, uint32_t *kept, size_t n)
{
    uint32_t words[BLOCK], threshold;
    uint64_t size = (uint64_t)range + 1;
    size_t take = n < BLOCK ? n : BLOCK, got = 0;

    threshold = threshold32(32, size);
    ss_bitgen_fill_u32(bitgen, words, take);
    for (size_t i = 0; i < take; i++) {
        uint64_t m = words[i] * size;
        kept[got] = (uint32_t)(m >> 32);
        got += (uint32_t)m >= threshold;
    }
    return got;
}

static void narrow_fill(ss_bitgen *bitgen, uint64_t off, uint32_t range,
                        uint64_t *out, size_t n)
{
    uint32_t kept[BLOCK];

    while (n > 0) {
        size_t got = block(bitgen, range, kept, n);
        for (size_t i = 0; i < got; i++)
            out[i] = off + kept[i];
        out += got;
        n -= got;
    }
}

void ssi_lemire_u64_fill(ss_bitgen *bitgen, uint64_t off, uint64_t range,
                         uint64_t *out, size_t n)
{
    if (range > 0 && range <= UINT32_MAX) {
        narrow_fill(bitgen, off, (uint32_t)range, out, n);
        return;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = off + ssi_lemire(bitgen, range);
}

void ssi_lemire_u32_fill(ss_bitgen *bitgen, uint32_t off, uint32_t range,
                         uint32_t *out, size_t n)
{
    while (n > 0 && range > 0) {
        size_t got = block(bitgen, range, out, n);
        for (size_t i = 0; i < got; i++)
            out[i] += off;
        out += got;
        n -= got;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = off;
}

void ssi_lemire_u16_fill(ss_bitgen *bitgen, uint16_t off, uint16_t range,
                         uint16_t *out, size_t n)
{
    uint32_t words[BLOCK], size = range + 1u;
    uint32_t threshold = threshold32(16, size);

    while (n > 0 && range > 0) {
        /* the last word may have a half too many */
        size_t take = n < 2 ? 1 : n < 2 * BLOCK ? n / 2 : BLOCK, got = 0;
        ss_bitgen_fill_u32(bitgen, words, take);
        for (size_t i = 0; i < 2 * take && got < n; i++) {
            uint32_t m = (words[i / 2] >> 16 * (i % 2) & 0xffff) * size;
            out[got] = (uint16_t)(off + (m >> 16));
            got += (m & 0xffff) >= threshold;
        }
        out += got;
        n -= got;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = off;
}

void ssi_lemire_u8_fill(ss_bitgen *bitgen, uint8_t off, uint8_t range,
                        uint8_t *out, size_t n)
{
    uint32_t words[BLOCK], size = range + 1u;
    uint32_t threshold = threshold32(8, size);

    while (n > 0 && range > 0) {
        size_t take = n < 4 ? 1 : n < 4 * BLOCK ? n / 4 : BLOCK, got = 0;
        ss_bitgen_fill_u32(bitgen, words, take);
        for (size_t i = 0; i < 4 * take && got < n; i++) {
            uint32_t m = (words[i / 4] >> 8 * (i % 4) & 0xff) * size;
            out[got] = (uint8_t)(off + (m >> 8));
            got += (m & 0xff) >= threshold;
        }
        out += got;
        n -= got;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = off;
}

uint64_t ssi_lemire_next(ss_bitgen *bitgen, int bits, uint64_t range,
                         uint32_t *word, int *left)
{
    uint32_t m, mask, threshold;

    if (range == 0)
        return 0;
    if (bits >= 32)
        return ssi_lemire(bitgen, range);
    if (bits == 1)
        return ssi_buffered(bitgen, 1, word, left);
    mask = (1u << bits) - 1;
    threshold = threshold32(bits, range + 1);
    do
        m = ssi_buffered(bitgen, bits, word, left) * ((uint32_t)range + 1);
    while ((m & mask) < threshold);
    return m >> bits;
}
