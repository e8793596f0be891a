/* SPDX-License-Identifier: MIT
 * SHA-512. Learned from: FIPS 180-4, sections 4.1.3, 5.1.2 and 6.4.
 */
#include "seed/sha512.h"

#include <string.h>

#include "seed/sha512_tables.h"

static uint64_t rotate(uint64_t x, int n)
{
    return x >> n | x << (64 - n);
}

static uint64_t load(const uint8_t *p)
{
    uint64_t x = 0;

    for (int i = 0; i < 8; i++)
        x = x << 8 | p[i];
    return x;
}

static void store(uint8_t *p, uint64_t x)
{
    for (int i = 7; i >= 0; i--, x >>= 8)
        p[i] = (uint8_t)x;
}

/* The message schedule of one block of 128 bytes. */
static void expand(uint64_t w[80], const uint8_t *block)
{
    for (int t = 0; t < 16; t++)
        w[t] = load(block + 8 * t);
    for (int t = 16; t < 80; t++) {
        uint64_t a = w[t - 2], b = w[t - 15];
        uint64_t s1 = rotate(a, 19) ^ rotate(a, 61) ^ a >> 6;
        uint64_t s0 = rotate(b, 1) ^ rotate(b, 8) ^ b >> 7;
        w[t] = s1 + w[t - 7] + s0 + w[t - 16];
    }
}

static void compress(uint64_t hash[8], const uint8_t *block)
{
    uint64_t w[80], v[8];

    expand(w, block);
    memcpy(v, hash, sizeof v);
    for (int t = 0; t < 80; t++) {
        uint64_t e = v[4], a = v[0];
        uint64_t s1 = rotate(e, 14) ^ rotate(e, 18) ^ rotate(e, 41);
        uint64_t choose = (e & v[5]) ^ (~e & v[6]);
        uint64_t t1 = v[7] + s1 + choose + sha512_round[t] + w[t];
        uint64_t s0 = rotate(a, 28) ^ rotate(a, 34) ^ rotate(a, 39);
        uint64_t majority = (a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]);
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t1;
        v[0] = t1 + s0 + majority;
    }
    for (int i = 0; i < 8; i++)
        hash[i] += v[i];
}

void ssi_sha512(const uint8_t *bytes, size_t size,
                uint8_t digest[SSI_SHA512_SIZE])
{
    uint64_t hash[8];
    uint8_t tail[256] = {0};
    size_t whole = size / 128 * 128, rest = size - whole;
    size_t blocks = rest < 112 ? 1 : 2;

    memcpy(hash, sha512_initial, sizeof hash);
    for (size_t i = 0; i < whole; i += 128)
        compress(hash, bytes + i);
    if (rest)
        memcpy(tail, bytes + whole, rest);
    tail[rest] = 0x80;
    store(tail + 128 * blocks - 16, (uint64_t)size >> 61);
    store(tail + 128 * blocks - 8, (uint64_t)size << 3);
    for (size_t i = 0; i < blocks; i++)
        compress(hash, tail + 128 * i);
    for (int i = 0; i < 8; i++)
        store(digest + 8 * i, hash[i]);
}
