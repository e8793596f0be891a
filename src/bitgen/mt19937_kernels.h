/* SPDX-License-Identifier: MIT
 * MT19937 in blocks: the steps that have a variant for each kind of CPU.
 */
#ifndef SSI_BITGEN_MT19937_KERNELS_H
#define SSI_BITGEN_MT19937_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#include <sameseed/bitgen.h>

/* The four steps of a word between key and output. */
static inline uint32_t ssi_mt19937_temper_word(uint32_t y)
{
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680u;
    y ^= (y << 15) & 0xefc60000u;
    return y ^ (y >> 18);
}

/* 53 bits of two words in [0, 1): the scaling by a power of two is exact. */
static inline double ssi_mt19937_to_double(uint32_t a, uint32_t b)
{
    return ((a >> 5) * 67108864.0 + (b >> 6)) * (1.0 / 9007199254740992.0);
}

/* twist: the next 624 words of the recurrence, in place.
 * temper: n words from key order to output; words may be key itself.
 * doubles: n doubles of 2 * n tempered words. */
typedef struct ssi_mt19937_kernels {
    void (*twist)(uint32_t key[SS_MT19937_N]);
    void (*temper)(const uint32_t *key, uint32_t *words, size_t n);
    void (*doubles)(const uint32_t *words, double *out, size_t n);
} ssi_mt19937_kernels;

void ssi_mt19937_twist_c(uint32_t key[SS_MT19937_N]);
void ssi_mt19937_temper_c(const uint32_t *key, uint32_t *words, size_t n);
void ssi_mt19937_doubles_c(const uint32_t *words, double *out, size_t n);

/* NULL where the compiler does not make AVX2 code. */
extern const ssi_mt19937_kernels *const ssi_mt19937_avx2;

/* The fastest kernels for a mask of ss_cpu_features(). */
const ssi_mt19937_kernels *ssi_mt19937_select(uint32_t cpu);

/* n doubles of 2 * n words, the same as n calls of ss_bitgen_next_double. */
void ssi_mt19937_fill_double(ss_mt19937 *mt, double *out, size_t n);

/* Twist when no word is left. */
void ssi_mt19937_refill(ss_mt19937 *mt);

#endif
