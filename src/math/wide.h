/* SPDX-License-Identifier: MIT
 * Numbers of 128 bits.
 */
#ifndef SSI_MATH_WIDE_H
#define SSI_MATH_WIDE_H

#include <stdint.h>

/* 128 bits, without a type that not every compiler has. */
typedef struct wide {
    uint64_t hi, lo;
} wide;

/* The whole product. */
static inline wide wide_multiply(uint64_t a, uint64_t b)
{
    uint64_t a1 = a >> 32, a0 = (uint32_t)a, b1 = b >> 32, b0 = (uint32_t)b;
    uint64_t low = a0 * b0, mid = a1 * b0 + (low >> 32);
    uint64_t cross = a0 * b1 + (uint32_t)mid;

    return (wide){a1 * b1 + (mid >> 32) + (cross >> 32),
                  cross << 32 | (uint32_t)low};
}

static inline wide wide_shift_left(wide a, int n)
{
    if (n >= 64)
        return (wide){a.lo << (n - 64), 0};
    if (n > 0)
        return (wide){a.hi << n | a.lo >> (64 - n), a.lo << n};
    return a;
}

/* Shift right; what falls out leaves its mark in the lowest bit. */
static inline wide wide_shift_right(wide a, int n)
{
    wide r = a;
    uint64_t lost = 0;

    if (n >= 128)
        return (wide){0, (a.hi | a.lo) != 0};
    if (n >= 64) {
        lost = a.lo;
        r = (wide){0, a.hi};
        n -= 64;
    }
    if (n > 0) {
        lost |= r.lo << (64 - n);
        r = (wide){r.hi >> n, r.hi << (64 - n) | r.lo >> n};
    }
    r.lo |= lost != 0;
    return r;
}

static inline int wide_leading_zeros(wide a)
{
    int n = 0;

    if (!a.hi) {
        a.hi = a.lo;
        n = 64;
    }
    for (int step = 32; step; step /= 2) {
        if (!(a.hi >> (64 - step))) {
            a.hi <<= step;
            n += step;
        }
    }
    return n;
}

static inline wide wide_add(wide a, wide b)
{
    uint64_t lo = a.lo + b.lo;

    return (wide){a.hi + b.hi + (lo < b.lo), lo};
}

/* a - b modulo 2^128. */
static inline wide wide_subtract(wide a, wide b)
{
    return (wide){a.hi - b.hi - (a.lo < b.lo), a.lo - b.lo};
}

#endif
