/* SPDX-License-Identifier: MIT
 * Any bit generator behind one face, a value or a block at a time.
 */
#include <sameseed/bitgen.h>

#include "bitgen/draw.h"
#include "bitgen/kinds.h"

#define BLOCK 256

/* Where a kind of 64-bit words keeps the half word. */
struct half {
    uint32_t *has, *word;
};

static struct half half_of(ss_bitgen *bitgen)
{
    ss_philox *philox = &bitgen->u.philox;
    ss_sfc64 *sfc = &bitgen->u.sfc64;
    ss_pcg64 *pcg = &bitgen->u.pcg64;

    if (bitgen->kind == SS_BITGEN_PHILOX)
        return (struct half){&philox->has_uint32, &philox->uinteger};
    if (bitgen->kind == SS_BITGEN_SFC64)
        return (struct half){&sfc->has_uint32, &sfc->uinteger};
    return (struct half){&pcg->has_uint32, &pcg->uinteger};
}

uint64_t ssi_other_u64(ss_bitgen *bitgen)
{
    switch (bitgen->kind) {
    case SS_BITGEN_PCG64DXSM:
        return ssi_pcg64dxsm_next(&bitgen->u.pcg64);
    case SS_BITGEN_PHILOX:
        return ss_philox_next_u64(&bitgen->u.philox);
    case SS_BITGEN_SFC64:
        return ss_sfc64_next_u64(&bitgen->u.sfc64);
    case SS_BITGEN_FOREIGN:
        return bitgen->u.foreign.next_uint64(bitgen->u.foreign.state);
    default:
        return ssi_pcg64_next(&bitgen->u.pcg64);
    }
}

double ssi_other_double(ss_bitgen *bitgen)
{
    if (bitgen->kind == SS_BITGEN_FOREIGN)
        return bitgen->u.foreign.next_double(bitgen->u.foreign.state);
    return ssi_u64_to_double(ssi_other_u64(bitgen));
}

/* The low half first; the high one waits, and stays where it was when it has
 * been handed out. */
uint32_t ssi_half_word(ss_bitgen *bitgen)
{
    struct half half = half_of(bitgen);
    uint64_t word;

    if (bitgen->kind == SS_BITGEN_FOREIGN)
        return bitgen->u.foreign.next_uint32(bitgen->u.foreign.state);
    if (*half.has) {
        *half.has = 0;
        return *half.word;
    }
    word = ssi_other_u64(bitgen);
    *half.has = 1;
    *half.word = (uint32_t)(word >> 32);
    return (uint32_t)word;
}

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

uint64_t ss_bitgen_next_raw(ss_bitgen *bitgen)
{
    if (bitgen->kind == SS_BITGEN_MT19937)
        return ssi_next_u32(bitgen);
    if (bitgen->kind == SS_BITGEN_FOREIGN)
        return bitgen->u.foreign.next_raw(bitgen->u.foreign.state);
    return ssi_next_u64(bitgen);
}

ss_bitgen ss_bitgen_foreign(const ss_bitgen_interface *interface)
{
    ss_bitgen bitgen = {.kind = SS_BITGEN_FOREIGN, .u.foreign = *interface};
    return bitgen;
}

/* Whole words in pairs of halves; an odd one at either end alone. */
static void fill_halves(ss_bitgen *bitgen, uint32_t *out, size_t n)
{
    struct half half = half_of(bitgen);
    uint64_t words[BLOCK];

    if (n > 0 && *half.has) {
        *out++ = ssi_half_word(bitgen);
        n--;
    }
    while (n > 1) {
        size_t take = n / 2 < BLOCK ? n / 2 : BLOCK;
        ss_bitgen_fill_u64(bitgen, words, take);
        for (size_t i = 0; i < take; i++) {
            out[2 * i] = (uint32_t)words[i];
            out[2 * i + 1] = (uint32_t)(words[i] >> 32);
        }
        *half.word = out[2 * take - 1];
        out += 2 * take;
        n -= 2 * take;
    }
    if (n > 0)
        *out = ssi_half_word(bitgen);
}

void ss_bitgen_fill_u32(ss_bitgen *bitgen, uint32_t *out, size_t n)
{
    if (bitgen->kind == SS_BITGEN_MT19937)
        ss_mt19937_fill_u32(&bitgen->u.mt19937, out, n);
    else if (bitgen->kind != SS_BITGEN_FOREIGN)
        fill_halves(bitgen, out, n);
    else
        for (size_t i = 0; i < n; i++)
            out[i] = ssi_half_word(bitgen);
}

static void fill_mt19937(ss_mt19937 *mt, uint64_t *out, size_t n)
{
    uint32_t words[2 * BLOCK];

    while (n > 0) {
        size_t take = n < BLOCK ? n : BLOCK;
        ss_mt19937_fill_u32(mt, words, 2 * take);
        for (size_t i = 0; i < take; i++)
            out[i] = (uint64_t)words[2 * i] << 32 | words[2 * i + 1];
        out += take;
        n -= take;
    }
}

void ss_bitgen_fill_u64(ss_bitgen *bitgen, uint64_t *out, size_t n)
{
    switch (bitgen->kind) {
    case SS_BITGEN_MT19937:
        fill_mt19937(&bitgen->u.mt19937, out, n);
        break;
    case SS_BITGEN_PCG64DXSM:
        ssi_pcg64dxsm_fill(&bitgen->u.pcg64, out, n);
        break;
    case SS_BITGEN_PHILOX:
        ssi_philox_fill(&bitgen->u.philox, out, n);
        break;
    case SS_BITGEN_SFC64:
        ssi_sfc64_fill(&bitgen->u.sfc64, out, n);
        break;
    case SS_BITGEN_FOREIGN:
        for (size_t i = 0; i < n; i++)
            out[i] = ssi_other_u64(bitgen);
        break;
    default:
        ssi_pcg64_fill(&bitgen->u.pcg64, out, n);
    }
}

void ss_bitgen_fill_double(ss_bitgen *bitgen, double *out, size_t n)
{
    uint64_t words[BLOCK];

    if (bitgen->kind == SS_BITGEN_MT19937) {
        ssi_mt19937_fill_double(&bitgen->u.mt19937, out, n);
        return;
    }
    for (; bitgen->kind == SS_BITGEN_FOREIGN && n > 0; n--)
        *out++ = ssi_other_double(bitgen);
    while (n > 0) {
        size_t take = n < BLOCK ? n : BLOCK;
        ss_bitgen_fill_u64(bitgen, words, take);
        for (size_t i = 0; i < take; i++)
            out[i] = ssi_u64_to_double(words[i]);
        out += take;
        n -= take;
    }
}
