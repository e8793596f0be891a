/* SPDX-License-Identifier: MIT
 * Any bit generator behind one face, a value or a block at a time.
 */
#include <sameseed/bitgen.h>

#include "bitgen/draw.h"

uint32_t ss_bitgen_next_u32(ss_bitgen *bitgen)
{
    return ssi_next_u32(bitgen);
}

uint64_t ss_bitgen_next_u64(ss_bitgen *bitgen)
{
    return ssi_next_u64(bitgen);
}

double ss_bitgen_next_double(ss_bitgen *bitgen)
{
    return ssi_next_double(bitgen);
}

void ss_bitgen_fill_u32(ss_bitgen *bitgen, uint32_t *out, size_t n)
{
    ss_mt19937_fill_u32(&bitgen->u.mt19937, out, n);
}

void ss_bitgen_fill_u64(ss_bitgen *bitgen, uint64_t *out, size_t n)
{
    uint32_t words[512];

    while (n > 0) {
        size_t take = n < 256 ? n : 256;
        ss_mt19937_fill_u32(&bitgen->u.mt19937, words, 2 * take);
        for (size_t i = 0; i < take; i++)
            out[i] = (uint64_t)words[2 * i] << 32 | words[2 * i + 1];
        out += take;
        n -= take;
    }
}

void ss_bitgen_fill_double(ss_bitgen *bitgen, double *out, size_t n)
{
    ssi_mt19937_fill_double(&bitgen->u.mt19937, out, n);
}
