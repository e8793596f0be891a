/* SPDX-License-Identifier: MIT
 * Fisher and Yates from the end, with the index by masked rejection, a block
 * of words at a time.
 * Learned from: numpy/random/mtrand.pyx and _generator.pyx, 2.4.
 */
#include "dist/shuffle.h"

#include <string.h>

#include "dist/bounded.h"

#define BLOCK 256

/* Indices for the swaps of i, i - 1, ...: at most BLOCK of them, at most i.
 * Every word gives at most one, so that none is drawn too many. */
static size_t indices(ss_bitgen *bitgen, size_t i, uint32_t *js)
{
    uint32_t words[BLOCK], at = (uint32_t)i, mask = (uint32_t)ssi_mask(i);
    size_t take = i < BLOCK ? i : BLOCK, n = 0;

    if (i > UINT32_MAX)
        return 0;
    ss_bitgen_fill_u32(bitgen, words, take);
    for (size_t k = 0; k < take; k++) {
        uint32_t j = words[k] & mask, kept = j <= at;
        js[n] = j;
        n += kept;
        at -= kept;
        mask >>= at <= mask >> 1;
    }
    return n;
}

static void swap_bytes(uint8_t *a, uint8_t *b, size_t size)
{
    uint8_t held[64];

    while (size > 0) {
        size_t take = size < sizeof held ? size : sizeof held;
        memcpy(held, a, take);
        memcpy(a, b, take);
        memcpy(b, held, take);
        a += take;
        b += take;
        size -= take;
    }
}

static void swap(uint8_t *a, uint8_t *b, size_t itemsize)
{
    uint64_t x, y;
    uint32_t v, w;

    if (a == b)
        return;
    if (itemsize == 8) {
        memcpy(&x, a, 8);
        memcpy(&y, b, 8);
        memcpy(a, &y, 8);
        memcpy(b, &x, 8);
    } else if (itemsize == 4) {
        memcpy(&v, a, 4);
        memcpy(&w, b, 4);
        memcpy(a, &w, 4);
        memcpy(b, &v, 4);
    } else {
        swap_bytes(a, b, itemsize);
    }
}

void ssi_shuffle(ss_bitgen *bitgen, void *items, size_t n, size_t itemsize,
                 ptrdiff_t stride)
{
    uint8_t *base = items;
    uint32_t js[BLOCK];
    size_t i = n;

    if (n < 2)
        return;
    for (i = n - 1; i > UINT32_MAX; i--)
        swap(base + (ptrdiff_t)i * stride,
             base + (ptrdiff_t)ssi_interval(bitgen, i) * stride, itemsize);
    while (i > 0) {
        size_t got = indices(bitgen, i, js);
        for (size_t k = 0; k < got; k++, i--)
            swap(base + (ptrdiff_t)i * stride, base + (ptrdiff_t)js[k] * stride,
                 itemsize);
    }
}

void ssi_permutation(ss_bitgen *bitgen, int64_t *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = (int64_t)i;
    ssi_shuffle(bitgen, out, n, sizeof *out, sizeof *out);
}
