/* SPDX-License-Identifier: MIT
 * fmod by long division in binary: the result is exact, so that there is only
 * one right answer. Learned from: IEEE 754-2019, 9.7; ISO C11, F.10.7.1.
 */
#include "math/fmod.h"

#include <stdint.h>
#include <string.h>

static uint64_t bits_of(double x)
{
    uint64_t bits;

    memcpy(&bits, &x, sizeof bits);
    return bits;
}

/* A mantissa of 53 bits and the biased exponent that goes with it, which is
 * below 1 for subnormals. */
static uint64_t split(uint64_t magnitude, int *exponent)
{
    int field = (int)(magnitude >> 52);
    uint64_t mantissa = magnitude & 0xfffffffffffffu;

    if (field) {
        *exponent = field;
        return mantissa | 0x10000000000000u;
    }
    for (*exponent = 1; !(mantissa >> 52); (*exponent)--)
        mantissa <<= 1;
    return mantissa;
}

static double join(uint64_t sign, uint64_t mantissa, int exponent)
{
    double result;
    uint64_t bits;

    while (mantissa && !(mantissa >> 52) && exponent > 1) {
        mantissa <<= 1;
        exponent--;
    }
    for (; exponent < 1; exponent++) /* the bits that go out are zeros */
        mantissa >>= 1;
    bits = mantissa >> 52
               ? (mantissa & 0xfffffffffffffu) | (uint64_t)exponent << 52
               : mantissa;
    bits |= sign;
    memcpy(&result, &bits, sizeof result);
    return result;
}

double ssi_fmod(double x, double y)
{
    uint64_t sign = bits_of(x) & 0x8000000000000000u;
    uint64_t ax = bits_of(x) ^ sign;
    uint64_t ay = bits_of(y) & 0x7fffffffffffffffu;
    int ex, ey;
    uint64_t mx, my;

    if (ax >= 0x7ff0000000000000u || ay > 0x7ff0000000000000u || ay == 0)
        return (x * y) / (x * y);
    if (ax < ay || ax == 0)
        return x;
    mx = split(ax, &ex);
    my = split(ay, &ey);
    for (; ex > ey; ex--) {
        if (mx >= my)
            mx -= my;
        mx <<= 1;
    }
    if (mx >= my)
        mx -= my;
    return join(sign, mx, ey);
}
