/* SPDX-License-Identifier: MIT
 * random.seed(): an int, float, str or bytes becomes the words of
 * init_by_array. Learned from: CPython 3.11, Modules/_randommodule.c,
 * Lib/random.py (seed, version 1 and 2), Python/pyhash.c (_Py_HashDouble).
 */
#include <sameseed/pyrandom.h>

#include <stdlib.h>
#include <string.h>

#include <sameseed/seed.h>

#include "seed/sha512.h"

void ss_pyrandom_seed_words(ss_pyrandom *r, const uint32_t *words, size_t count)
{
    const uint32_t zero = 0;

    while (count > 0 && words[count - 1] == 0)
        count--;
    if (count == 0)
        ss_mt19937_seed_array(&r->mt, &zero, 1);
    else
        ss_mt19937_seed_array(&r->mt, words, count);
    r->has_gauss = false;
    r->gauss_next = 0.0;
}

static void seed_u64(ss_pyrandom *r, uint64_t seed)
{
    uint32_t words[2] = {(uint32_t)seed, (uint32_t)(seed >> 32)};

    ss_pyrandom_seed_words(r, words, 2);
}

void ss_pyrandom_seed(ss_pyrandom *r, int64_t seed)
{
    seed_u64(r, seed < 0 ? 0 - (uint64_t)seed : (uint64_t)seed);
}

/* hash(float): the value modulo the Mersenne prime 2**61 - 1; mantissa *
 * 2**exponent becomes a rotation in 61 bits. */
static uint64_t hash_finite(uint64_t bits)
{
    const uint64_t prime = (UINT64_C(1) << 61) - 1;
    int field = (int)(bits >> 52 & 0x7ff);
    uint64_t m = bits & 0xfffffffffffffu;
    int exponent = (field ? field : 1) - 1075, turn;

    if (field)
        m |= UINT64_C(1) << 52;
    turn = exponent % 61;
    if (turn < 0)
        turn += 61;
    m = (m << turn & prime) | (turn ? m >> (61 - turn) : 0);
    return m == prime ? 0 : m;
}

ss_status ss_pyrandom_seed_float(ss_pyrandom *r, double seed)
{
    uint64_t bits, hash;

    memcpy(&bits, &seed, sizeof bits);
    if (seed != seed)
        return SS_ERR_ARGUMENT;
    if ((bits & INT64_MAX) == UINT64_C(0x7ff) << 52)
        hash = 314159;
    else
        hash = hash_finite(bits & INT64_MAX);
    if (bits >> 63)
        hash = 0 - hash;
    if (hash == UINT64_MAX) /* -1 is C's error value */
        hash--;
    seed_u64(r, hash);
    return SS_OK;
}

/* A big-endian number of size bytes as little-endian words. */
static void words_of(const uint8_t *bytes, size_t size, uint32_t *words)
{
    memset(words, 0, (size + 3) / 4 * 4);
    for (size_t i = 0; i < size; i++)
        words[i / 4] |= (uint32_t)bytes[size - 1 - i] << 8 * (i % 4);
}

ss_status ss_pyrandom_seed_bytes(ss_pyrandom *r, const void *bytes, size_t size)
{
    uint8_t *all;
    uint32_t *words;
    size_t total = size + SSI_SHA512_SIZE;

    if (total < size)
        return SS_ERR_MEMORY;
    all = malloc(total);
    words = malloc((total / 4 + 1) * 4);
    if (all && words) {
        if (size)
            memcpy(all, bytes, size);
        ssi_sha512(bytes, size, all + size);
        words_of(all, total, words);
        ss_pyrandom_seed_words(r, words, (total + 3) / 4);
    }
    free(all);
    free(words);
    return all && words ? SS_OK : SS_ERR_MEMORY;
}

void ss_pyrandom_seed_version1(ss_pyrandom *r, const uint32_t *points,
                               size_t count)
{
    uint64_t x = count ? (uint64_t)points[0] << 7 : 0;

    for (size_t i = 0; i < count; i++)
        x = (1000003 * x) ^ points[i];
    seed_u64(r, x ^ count);
}

ss_status ss_pyrandom_seed_entropy(ss_pyrandom *r)
{
    uint32_t words[SS_MT19937_N];
    ss_status status = ss_entropy_fill(words, sizeof words);

    if (status != SS_OK)
        return status;
    ss_mt19937_seed_array(&r->mt, words, SS_MT19937_N);
    r->has_gauss = false;
    r->gauss_next = 0.0;
    return SS_OK;
}
