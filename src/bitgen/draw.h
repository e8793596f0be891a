/* SPDX-License-Identifier: MIT
 * NumPy's three primitives inlined, for the draws that take a word at a time.
 */
#ifndef SSI_BITGEN_DRAW_H
#define SSI_BITGEN_DRAW_H

#include <sameseed/bitgen.h>

#include "bitgen/mt19937_kernels.h"

static inline uint32_t ssi_mt19937_u32(ss_mt19937 *mt)
{
    if (mt->pos >= SS_MT19937_N)
        ssi_mt19937_refill(mt);
    return ssi_mt19937_temper_word(mt->key[mt->pos++]);
}

static inline uint32_t ssi_next_u32(ss_bitgen *bitgen)
{
    return ssi_mt19937_u32(&bitgen->u.mt19937);
}

/* The first word is the high half. */
static inline uint64_t ssi_next_u64(ss_bitgen *bitgen)
{
    uint64_t high = ssi_mt19937_u32(&bitgen->u.mt19937);

    return high << 32 | ssi_mt19937_u32(&bitgen->u.mt19937);
}

static inline double ssi_next_double(ss_bitgen *bitgen)
{
    uint32_t a = ssi_mt19937_u32(&bitgen->u.mt19937);

    return ssi_mt19937_to_double(a, ssi_mt19937_u32(&bitgen->u.mt19937));
}

#endif
