/* SPDX-License-Identifier: MIT
 * x modulo pi/2 for large x: the product of x's mantissa and those 256 bits of
 * 2/pi that decide x * 2/pi modulo 4, in integers.
 * Learned from: Payne and Hanek 1983. glibc does the same in pieces of double;
 * both are good to more bits than the doubles that are handed on.
 */
#include "math/reduce_pi_2.h"

#include <stdbool.h>

#include "math/bits.h"
#include "math/reduce_pi_2_tables.h"
#include "math/wide.h"

/* 256 bits, the lowest word first. */
typedef struct turns {
    uint64_t w[4];
} turns;

/* The 256 bits of 2/pi that end `last` bits behind its point, last > 191. */
static turns window(int last)
{
    /* two_over_pi begins 64 bits before the point. */
    int shift = (64 - last % 64) % 64;
    const uint64_t *from = two_over_pi + (last + shift) / 64;
    turns t;

    for (int i = 0; i < 4; i++, from--)
        t.w[i] = shift ? from[0] >> shift | from[-1] << (64 - shift) : from[0];
    return t;
}

/* m * t modulo 2^256. */
static turns times(turns t, uint64_t m)
{
    uint64_t carry = 0;

    for (size_t i = 0; i < 4; i++) {
        wide p = wide_add(wide_multiply(t.w[i], m), (wide){0, carry});

        t.w[i] = p.lo;
        carry = p.hi;
    }
    return t;
}

static turns negate(turns t)
{
    uint64_t carry = 1;

    for (size_t i = 0; i < 4; i++) {
        t.w[i] = ~t.w[i] + carry;
        carry = carry && !t.w[i];
    }
    return t;
}

/* The highest 128 bits of t, which is not zero, from its first bit on, and
 * how many zeros were before them. */
static wide leading(turns t, int *zeros)
{
    wide high, low;

    for (*zeros = 0; !t.w[3]; *zeros += 64)
        t = (turns){{0, t.w[0], t.w[1], t.w[2]}};
    high = (wide){t.w[3], t.w[2]};
    low = (wide){t.w[2], t.w[1]};
    *zeros += wide_leading_zeros(high);
    high = wide_shift_left(high, *zeros % 64);
    low = wide_shift_left(low, *zeros % 64);
    return (wide){high.hi, low.hi};
}

/* The upper 128 bits of a * b, but for the last bits. */
static wide upper_product(wide a, wide b)
{
    wide sum = wide_multiply(a.hi, b.hi);

    sum = wide_add(sum, (wide){0, wide_multiply(a.hi, b.lo).hi});
    return wide_add(sum, (wide){0, wide_multiply(a.lo, b.hi).hi});
}

/* p * 2^exponent as the nearest double and the rest; p's first bit is set. */
static void two_doubles(wide p, int exponent, double *a, double *da)
{
    double unit = ssi_double((uint64_t)(exponent + 11 + 1023) << 52);
    double head = (double)(p.hi >> 11) * 0x1p64 * unit;
    double rest = (double)((p.hi & 0x7ff) << 53 | p.lo >> 11) * unit;

    *a = head + rest;
    *da = (head - *a) + rest;
}

unsigned ssi_reduce_pi_2(double x, double *a, double *da)
{
    uint64_t bits = ssi_bits64(x);
    int exponent = (int)(bits >> 52 & 0x7ff) - 1075, zeros;
    uint64_t mantissa = (bits & 0xfffffffffffffu) | 0x10000000000000u;
    turns t = times(window(exponent + 254), mantissa);
    unsigned n = (unsigned)((t.w[3] + (UINT64_C(1) << 61)) >> 62);
    bool negative = bits >> 63;
    wide p;

    /* From here on t, in units of 2^-254, is within one half. */
    t.w[3] -= (uint64_t)n << 62;
    if (t.w[3] >> 63) {
        t = negate(t);
        negative = !negative;
    }
    p = upper_product(leading(t, &zeros), (wide){half_pi[0], half_pi[1]});
    if (!(p.hi >> 63)) {
        p = wide_shift_left(p, 1);
        zeros++;
    }
    two_doubles(p, -125 - zeros, a, da);
    if (negative) {
        *a = -*a;
        *da = -*da;
    }
    return bits >> 63 ? (4 - n) & 3 : n & 3;
}
