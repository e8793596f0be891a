/* SPDX-License-Identifier: MIT
 * MT19937, the reference: the words that every variant must equal.
 * Learned from: Matsumoto & Nishimura 1998, ACM TOMACS 8, 3-30;
 * numpy/random/src/mt19937, 2.4.
 */
#include "bitgen/mt19937_kernels.h"

#include <string.h>

#include <sameseed/cpu.h>

#include "base/target.h"

#define SHIFT 397 /* how far ahead the recurrence looks */
#define BLOCK 512 /* words in flight between key and doubles */

/* The recurrence: one bit of u, 31 bits of v. */
static inline uint32_t mix(uint32_t u, uint32_t v)
{
    uint32_t y = (u & 0x80000000u) | (v & 0x7fffffffu);
    return (y >> 1) ^ (-(v & 1u) & 0x9908b0dfu);
}

/* Word i reads words i + 1 and i + 397, so one pass in place is enough. */
void ssi_mt19937_twist_c(uint32_t key[SS_MT19937_N])
{
    size_t i;

    for (i = 0; i < SS_MT19937_N - SHIFT; i++)
        key[i] = key[i + SHIFT] ^ mix(key[i], key[i + 1]);
    for (; i < SS_MT19937_N - 1; i++)
        key[i] = key[i + SHIFT - SS_MT19937_N] ^ mix(key[i], key[i + 1]);
    key[i] = key[SHIFT - 1] ^ mix(key[i], key[0]);
}

void ssi_mt19937_temper_c(const uint32_t *key, uint32_t *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        words[i] = ssi_mt19937_temper_word(key[i]);
}

void ssi_mt19937_doubles_c(const uint32_t *words, double *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = ssi_mt19937_to_double(words[2 * i], words[2 * i + 1]);
}

static const ssi_mt19937_kernels portable = {
    ssi_mt19937_twist_c, ssi_mt19937_temper_c, ssi_mt19937_doubles_c};

const ssi_mt19937_kernels *ssi_mt19937_select(uint32_t cpu)
{
    if ((cpu & SS_CPU_AVX2) && ssi_mt19937_avx2)
        return ssi_mt19937_avx2;
    return &portable;
}

ss_status ss_mt19937_restore(ss_mt19937 *mt, const uint32_t *key, uint32_t pos)
{
    if (pos > SS_MT19937_N)
        return SS_ERR_STATE;
    memmove(mt->key, key, sizeof mt->key);
    mt->pos = pos;
    return SS_OK;
}

void ssi_mt19937_refill(ss_mt19937 *mt)
{
    ssi_mt19937_select(ss_cpu_features())->twist(mt->key);
    mt->pos = 0;
}

uint32_t ss_mt19937_next_u32(ss_mt19937 *mt)
{
    if (mt->pos >= SS_MT19937_N)
        ssi_mt19937_refill(mt);
    return ssi_mt19937_temper_word(mt->key[mt->pos++]);
}

static void fill(ss_mt19937 *mt, const ssi_mt19937_kernels *kernels,
                 uint32_t *words, size_t n)
{
    while (n > 0) {
        size_t left = mt->pos < SS_MT19937_N ? SS_MT19937_N - mt->pos : 0;
        size_t take = n < left ? n : left;
        if (left == 0) {
            kernels->twist(mt->key);
            mt->pos = 0;
            continue;
        }
        kernels->temper(mt->key + mt->pos, words, take);
        mt->pos += (uint32_t)take;
        words += take;
        n -= take;
    }
}

void ss_mt19937_fill_u32(ss_mt19937 *mt, uint32_t *words, size_t n)
{
    fill(mt, ssi_mt19937_select(ss_cpu_features()), words, n);
}

void ssi_mt19937_fill_double(ss_mt19937 *mt, double *out, size_t n)
{
    const ssi_mt19937_kernels *kernels = ssi_mt19937_select(ss_cpu_features());
    uint32_t words[BLOCK];

    while (n > 0) {
        size_t take = n < BLOCK / 2 ? n : BLOCK / 2;
        fill(mt, kernels, words, 2 * take);
        kernels->doubles(words, out, take);
        out += take;
        n -= take;
    }
}
