/* SPDX-License-Identifier: MIT
 * Small arithmetic of the digits: 64 by 64 bits, counting digits.
 */
#ifndef SSI_TEXT_WIDE_H
#define SSI_TEXT_WIDE_H

#include <stdint.h>

/* high:low = a * b. */
static inline void ssi_multiply(uint64_t a, uint64_t b, uint64_t *high,
                                uint64_t *low)
{
#if defined(__SIZEOF_INT128__) && !defined(SS_NO_INT128)
    __extension__ typedef unsigned __int128 wide;
    wide product = (wide)a * b;

    *high = (uint64_t)(product >> 64);
    *low = (uint64_t)product;
#else
    uint64_t a0 = (uint32_t)a, a1 = a >> 32, b0 = (uint32_t)b, b1 = b >> 32;
    uint64_t p00 = a0 * b0, p01 = a0 * b1, p10 = a1 * b0, p11 = a1 * b1;
    uint64_t middle = (p00 >> 32) + (uint32_t)p01 + (uint32_t)p10;

    *high = p11 + (p01 >> 32) + (p10 >> 32) + (middle >> 32);
    *low = middle << 32 | (uint32_t)p00;
#endif
}

/* 10^n for n up to 19. */
static inline uint64_t ssi_pow10_u64(uint32_t n)
{
    static const uint64_t powers[20] = {
        UINT64_C(1),
        UINT64_C(10),
        UINT64_C(100),
        UINT64_C(1000),
        UINT64_C(10000),
        UINT64_C(100000),
        UINT64_C(1000000),
        UINT64_C(10000000),
        UINT64_C(100000000),
        UINT64_C(1000000000),
        UINT64_C(10000000000),
        UINT64_C(100000000000),
        UINT64_C(1000000000000),
        UINT64_C(10000000000000),
        UINT64_C(100000000000000),
        UINT64_C(1000000000000000),
        UINT64_C(10000000000000000),
        UINT64_C(100000000000000000),
        UINT64_C(1000000000000000000),
        UINT64_C(10000000000000000000),
    };

    return powers[n];
}

static inline uint32_t ssi_count_digits(uint64_t x)
{
    uint32_t count = 1;

    if (x >= UINT64_C(10000000000)) {
        count = 11;
        x /= UINT64_C(10000000000);
    }
    if (x >= 100000) {
        count += 5;
        x /= 100000;
    }
    return count + (x >= 10) + (x >= 100) + (x >= 1000) + (x >= 10000);
}

/* Zeros above the highest one; x != 0. */
static inline uint32_t ssi_leading_zeros(uint64_t x)
{
    uint32_t zeros = 0;

    for (uint32_t step = 32; step > 0; step /= 2) {
        if (x >> (64 - step) == 0) {
            zeros += step;
            x <<= step;
        }
    }
    return zeros;
}

/* Write two digits: x below 100. */
static inline void ssi_put_pair(uint32_t x, char *at)
{
    at[0] = (char)('0' + x / 10);
    at[1] = (char)('0' + x % 10);
}

/* Write eight digits: x below 10^8. Halves and halves of halves, so that the
 * divisions do not wait for one another. */
static inline void ssi_put_eight(uint32_t x, char *at)
{
    uint32_t high = x / 10000, low = x % 10000;

    ssi_put_pair(high / 100, at);
    ssi_put_pair(high % 100, at + 2);
    ssi_put_pair(low / 100, at + 4);
    ssi_put_pair(low % 100, at + 6);
}

/* Write the count lowest decimal digits of x. */
static inline char *ssi_put_digits(uint64_t x, uint32_t count, char *at)
{
    char *end = at + count;

    for (; count >= 8; count -= 8) {
        ssi_put_eight((uint32_t)(x % 100000000), at + count - 8);
        x /= 100000000;
    }
    for (uint32_t rest = (uint32_t)x; count > 0; rest /= 10)
        at[--count] = (char)('0' + rest % 10);
    return end;
}

#endif
