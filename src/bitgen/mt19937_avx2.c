/* SPDX-License-Identifier: MIT
 * MT19937 eight words at a time. Word i needs words i + 1 and i + 397 as they
 * were (below 227) or word i - 227 as it has become: no lane waits for
 * another, so that the twist vectorises in place.
 */
#include "bitgen/mt19937_kernels.h"

#include "base/target.h"

#if SSI_X86
#include <immintrin.h>

#define SHIFT 397
#define LEAD (SS_MT19937_N - SHIFT) /* 227 */
#define LANES 8

SS_TARGET("avx2")
static inline __m256i load(const uint32_t *p)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)p);
}

SS_TARGET("avx2")
static inline void store(uint32_t *p, __m256i v)
{
    _mm256_storeu_si256((__m256i *)(void *)p, v);
}

/* Words i ... i + 7 of the recurrence, far being word i + 397 or i - 227. */
SS_TARGET("avx2")
static inline void step(uint32_t *key, const uint32_t *far)
{
    const __m256i high = _mm256_set1_epi32((int)0x80000000u);
    const __m256i matrix = _mm256_set1_epi32((int)0x9908b0dfu);
    __m256i u = load(key), v = load(key + 1);
    __m256i y = _mm256_or_si256(_mm256_and_si256(u, high),
                                _mm256_andnot_si256(high, v));
    /* all ones where the low bit of v is set */
    __m256i odd = _mm256_srai_epi32(_mm256_slli_epi32(v, 31), 31);

    y = _mm256_xor_si256(_mm256_srli_epi32(y, 1),
                         _mm256_and_si256(odd, matrix));
    store(key, _mm256_xor_si256(load(far), y));
}

static inline uint32_t mix(uint32_t u, uint32_t v)
{
    uint32_t y = (u & 0x80000000u) | (v & 0x7fffffffu);
    return (y >> 1) ^ (-(v & 1u) & 0x9908b0dfu);
}

SS_TARGET("avx2") static void twist(uint32_t key[SS_MT19937_N])
{
    size_t i;

    for (i = 0; i + LANES <= LEAD; i += LANES)
        step(key + i, key + i + SHIFT);
    for (; i < LEAD; i++)
        key[i] = key[i + SHIFT] ^ mix(key[i], key[i + 1]);
    for (; i + LANES <= SS_MT19937_N - 1; i += LANES)
        step(key + i, key + i - LEAD);
    for (; i < SS_MT19937_N - 1; i++)
        key[i] = key[i - LEAD] ^ mix(key[i], key[i + 1]);
    key[i] = key[i - LEAD] ^ mix(key[i], key[0]);
}

SS_TARGET("avx2")
static void temper(const uint32_t *key, uint32_t *words, size_t n)
{
    const __m256i b = _mm256_set1_epi32((int)0x9d2c5680u);
    const __m256i c = _mm256_set1_epi32((int)0xefc60000u);
    size_t i;

    for (i = 0; i + LANES <= n; i += LANES) {
        __m256i y = load(key + i);
        y = _mm256_xor_si256(y, _mm256_srli_epi32(y, 11));
        y = _mm256_xor_si256(y, _mm256_and_si256(_mm256_slli_epi32(y, 7), b));
        y = _mm256_xor_si256(y, _mm256_and_si256(_mm256_slli_epi32(y, 15), c));
        store(words + i, _mm256_xor_si256(y, _mm256_srli_epi32(y, 18)));
    }
    ssi_mt19937_temper_c(key + i, words + i, n - i);
}

/* A 64-bit lane holds the words a (low half) and b. Under the exponent of
 * 2^25 the last bit counts 2^-27, under that of 0.5 it counts 2^-53, so that
 * a >> 5 and b >> 6 become doubles by an OR, and every step is exact. */
SS_TARGET("avx2")
static void doubles(const uint32_t *words, double *out, size_t n)
{
    const __m256i low = _mm256_set1_epi64x(0xffffffff);
    const __m256i ea = _mm256_set1_epi64x(0x4180000000000000);
    const __m256i eb = _mm256_set1_epi64x(0x3fe0000000000000);
    const __m256d offset = _mm256_set1_pd(33554432.5);
    size_t i;

    for (i = 0; i + 4 <= n; i += 4) {
        __m256i ab = load(words + 2 * i);
        __m256i a = _mm256_srli_epi64(_mm256_and_si256(ab, low), 5);
        __m256i b = _mm256_srli_epi64(ab, 38);
        __m256d x = _mm256_castsi256_pd(_mm256_or_si256(a, ea));
        __m256d y = _mm256_castsi256_pd(_mm256_or_si256(b, eb));
        x = _mm256_add_pd(_mm256_sub_pd(x, offset), y);
        _mm256_storeu_pd(out + i, x);
    }
    ssi_mt19937_doubles_c(words + 2 * i, out + i, n - i);
}

static const ssi_mt19937_kernels avx2 = {twist, temper, doubles};
const ssi_mt19937_kernels *const ssi_mt19937_avx2 = &avx2;
#else
const ssi_mt19937_kernels *const ssi_mt19937_avx2 = NULL;
#endif
