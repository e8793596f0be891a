/* SPDX-License-Identifier: MIT
 * random(), getrandbits() and what is made of them alone.
 * Learned from: CPython 3.11, Modules/_randommodule.c, Lib/random.py.
 */
#include <sameseed/pyrandom.h>

#include <string.h>

static double uniform_of(uint32_t high, uint32_t low)
{
    return ((high >> 5) * 67108864.0 + (low >> 6)) * (1.0 / 9007199254740992.0);
}

double ss_pyrandom_random(ss_pyrandom *r)
{
    uint32_t high = ss_mt19937_next_u32(&r->mt);

    return uniform_of(high, ss_mt19937_next_u32(&r->mt));
}

void ss_pyrandom_random_fill(ss_pyrandom *r, double *out, size_t n)
{
    uint32_t words[512];

    while (n > 0) {
        size_t block = n < 256 ? n : 256;
        ss_mt19937_fill_u32(&r->mt, words, 2 * block);
        for (size_t i = 0; i < block; i++)
            out[i] = uniform_of(words[2 * i], words[2 * i + 1]);
        out += block;
        n -= block;
    }
}

void ss_pyrandom_getrandbits(ss_pyrandom *r, size_t bits, uint32_t *words)
{
    size_t count = bits / 32 + (bits % 32 != 0);

    ss_mt19937_fill_u32(&r->mt, words, count);
    if (bits % 32)
        words[count - 1] >>= 32 - bits % 32;
}

static int bit_length(uint64_t n)
{
    int bits = 0;

    for (; n; n >>= 1)
        bits++;
    return bits;
}

uint64_t ss_pyrandom_randbelow(ss_pyrandom *r, uint64_t n)
{
    int bits = bit_length(n);
    uint64_t value;

    do {
        uint32_t words[2] = {0, 0};
        ss_pyrandom_getrandbits(r, (size_t)bits, words);
        value = (uint64_t)words[1] << 32 | words[0];
    } while (value >= n);
    return value;
}

ss_status ss_pyrandom_randint(ss_pyrandom *r, int64_t low, int64_t high,
                              int64_t *out)
{
    uint64_t width = (uint64_t)high - (uint64_t)low + 1;
    uint32_t words[3];

    if (low > high)
        return SS_ERR_PYTHON_EMPTY_RANGE;
    if (width == 0) { /* 2**64 has 65 bits: draw until the top one is 0 */
        do
            ss_pyrandom_getrandbits(r, 65, words);
        while (words[2]);
        *out = (int64_t)((uint64_t)low + ((uint64_t)words[1] << 32 | words[0]));
        return SS_OK;
    }
    *out = (int64_t)((uint64_t)low + ss_pyrandom_randbelow(r, width));
    return SS_OK;
}

void ss_pyrandom_randbytes(ss_pyrandom *r, void *out, size_t size)
{
    uint8_t *bytes = out;

    for (; size >= 4; size -= 4, bytes += 4) {
        uint32_t word = ss_mt19937_next_u32(&r->mt);
        for (int i = 0; i < 4; i++)
            bytes[i] = (uint8_t)(word >> 8 * i);
    }
    if (size > 0) {
        uint32_t word = ss_mt19937_next_u32(&r->mt) >> (32 - 8 * size);
        for (size_t i = 0; i < size; i++)
            bytes[i] = (uint8_t)(word >> 8 * i);
    }
}
