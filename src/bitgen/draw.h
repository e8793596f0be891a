/* SPDX-License-Identifier: MIT
 * NumPy's three primitives inlined, for the draws that take a word at a time:
 * MT19937, RandomState's own, and PCG64, default_rng()'s; the others by a
 * call.
 */
#ifndef SSI_BITGEN_DRAW_H
#define SSI_BITGEN_DRAW_H

#include <sameseed/bitgen.h>

#include "bitgen/mt19937_kernels.h"
#include "bitgen/pcg64_step.h"

/* Any kind but MT19937. */
uint32_t ssi_half_word(ss_bitgen *bitgen);
uint64_t ssi_other_u64(ss_bitgen *bitgen);
double ssi_other_double(ss_bitgen *bitgen);

static inline uint32_t ssi_mt19937_u32(ss_mt19937 *mt)
{
    if (mt->pos >= SS_MT19937_N)
        ssi_mt19937_refill(mt);
    return ssi_mt19937_temper_word(mt->key[mt->pos++]);
}

/* 53 bits of a word in [0, 1). */
static inline double ssi_u64_to_double(uint64_t x)
{
    return (double)(int64_t)(x >> 11) * (1.0 / 9007199254740992.0);
}

static inline uint32_t ssi_next_u32(ss_bitgen *bitgen)
{
    if (bitgen->kind == SS_BITGEN_MT19937)
        return ssi_mt19937_u32(&bitgen->u.mt19937);
    return ssi_half_word(bitgen);
}

/* MT19937: the first word is the high half. */
static inline uint64_t ssi_next_u64(ss_bitgen *bitgen)
{
    uint64_t high;

    if (bitgen->kind == SS_BITGEN_PCG64)
        return ssi_pcg64_next(&bitgen->u.pcg64);
    if (bitgen->kind != SS_BITGEN_MT19937)
        return ssi_other_u64(bitgen);
    high = ssi_mt19937_u32(&bitgen->u.mt19937);
    return high << 32 | ssi_mt19937_u32(&bitgen->u.mt19937);
}

static inline double ssi_next_double(ss_bitgen *bitgen)
{
    uint32_t a;

    if (bitgen->kind == SS_BITGEN_PCG64)
        return ssi_u64_to_double(ssi_pcg64_next(&bitgen->u.pcg64));
    if (bitgen->kind != SS_BITGEN_MT19937)
        return ssi_other_double(bitgen);
    a = ssi_mt19937_u32(&bitgen->u.mt19937);
    return ssi_mt19937_to_double(a, ssi_mt19937_u32(&bitgen->u.mt19937));
}

/* 24 bits of a 32-bit draw in [0, 1): NumPy's float32 uniform. */
static inline float ssi_next_float(ss_bitgen *bitgen)
{
    return (float)(int32_t)(ssi_next_u32(bitgen) >> 8) * (1.0f / 16777216.0f);
}

#endif
