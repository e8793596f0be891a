/* SPDX-License-Identifier: MIT
 * The words of torch's generator, one by one and in blocks, and the uniforms
 * that PyTorch makes of them.
 * Learned from: ATen/core/MT19937RNGEngine.h, TransformationHelper.h, 2.13.
 */
#ifndef SSI_TORCH_DRAW_H
#define SSI_TORCH_DRAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/torch.h>

#include "bitgen/mt19937_kernels.h"

/* Words and doubles in flight in a fill. Two words make a double; a multiple
 * of 32, so that blocks of 16 normals never straddle two of them. */
#define SSI_TORCH_WORDS 512
#define SSI_TORCH_DOUBLES (SSI_TORCH_WORDS / 2)

/* The next 624 words; left and next as after PyTorch's next_state(). */
void ssi_torch_twist(ss_torch_generator *g);

/* n words, the same as n calls of ssi_torch_u32. */
void ssi_torch_words(ss_torch_generator *g, uint32_t *words, size_t n);

/* n uniforms of 53 bits in [0, 1), two words each. */
void ssi_torch_u53_fill(ss_torch_generator *g, double *out, size_t n);

/* n uniforms of 24 bits in [0, 1), one word each. */
void ssi_torch_u24_fill(ss_torch_generator *g, float *out, size_t n);

/* A standard normal of the scalar path: the kept one, or a new pair. */
double ssi_torch_standard_normal(ss_torch_generator *g);

static inline uint32_t ssi_torch_u32(ss_torch_generator *g)
{
    if (--g->left == 0)
        ssi_torch_twist(g);
    return ssi_mt19937_temper_word(g->key[g->next++]);
}

/* The first word is the high half. */
static inline uint64_t ssi_torch_u64(ss_torch_generator *g)
{
    uint64_t high = ssi_torch_u32(g);

    return high << 32 | ssi_torch_u32(g);
}

/* 24 and 53 bits as a fraction: both scalings are exact. */
static inline float ssi_torch_to_u24(uint32_t word)
{
    return (float)(int32_t)(word & 0xffffffu) * 0x1p-24f;
}

static inline double ssi_torch_to_u53(uint32_t high, uint32_t low)
{
    return (double)(int32_t)(high & 0x1fffffu) * 0x1p-21
           + (double)low * 0x1p-53;
}

static inline double ssi_torch_u53(ss_torch_generator *g)
{
    uint32_t high = ssi_torch_u32(g);

    return ssi_torch_to_u53(high, ssi_torch_u32(g));
}

/* Whether the imitated compiler contracted a * b + c in the kernels of
 * aten/native/cpu (AVX2, AArch64), and in all other files (AArch64). */
static inline bool ssi_torch_fused(const ss_torch_generator *g)
{
    return g->capability != SS_TORCH_DEFAULT;
}

static inline bool ssi_torch_fused_all(const ss_torch_generator *g)
{
    return g->capability == SS_TORCH_AARCH64;
}

#endif
