/* SPDX-License-Identifier: MIT
 * The shortest decimal digits that read back as the same binary number.
 * Learned from: R. Giulietti, "The Schubfach way to render doubles", 2020.
 *
 * A number c * 2^q owns the decimals of its rounding interval. With k so that
 * 10^k is the largest power below the interval's width, a multiple of 10^k is
 * surely inside, a multiple of 10^(k+1) perhaps, and then only one. The
 * number and the interval's ends are scaled by 10^-k with 128 bits, which
 * suffices to compare exactly (sticky last bit) in all three formats.
 */
#include "text/digits.h"

#include "array/half.h"
#include "text/pow10_tables.h"
#include "text/wide.h"

/* floor(log10(2^e)), floor(log10(3/4 * 2^e)), floor(log2(10^e)): for |e| up to
 * 1500 and 500. */
static int32_t log10_of_pow2(int32_t e)
{
    return (e * 1262611) >> 22;
}

static int32_t log10_of_three_quarters_pow2(int32_t e)
{
    return (e * 1262611 - 524031) >> 22;
}

static int32_t log2_of_pow10(int32_t e)
{
    return (e * 1741647) >> 19;
}

/* floor(g * x / 2^128), with the last bit set when something was cut off. */
static uint64_t scale(const uint64_t g[2], uint64_t x)
{
    uint64_t low, high, carry;

    ssi_multiply(g[1], x, &carry, &low);
    ssi_multiply(g[0], x, &high, &low);
    low += carry;
    high += low < carry;
    return high | (low > 1);
}

static ssi_shortest finish(uint64_t digits, int32_t exponent)
{
    static const uint64_t powers[] = {UINT64_C(100000000), 10000, 100, 10};
    static const int32_t zeros[] = {8, 4, 2, 1};

    for (int i = 0; digits % 10 == 0 && i < 4; i++) {
        while (digits % powers[i] == 0) {
            digits /= powers[i];
            exponent += zeros[i];
        }
    }
    return (ssi_shortest){digits, exponent, ssi_count_digits(digits)};
}

/* c * 2^q; uneven: the number below is only half as far as the one above. */
static ssi_shortest shortest(uint64_t c, int32_t q, bool uneven)
{
    int32_t k = uneven ? log10_of_three_quarters_pow2(q) : log10_of_pow2(q);
    int32_t h = q + log2_of_pow10(-k) + 1;
    const uint64_t *g = ssi_pow10_table[-k - SSI_POW10_LOW];
    uint64_t odd = c & 1; /* an odd number does not own its interval's ends */
    uint64_t lower = scale(g, (4 * c - (uneven ? 1 : 2)) << h) + odd;
    uint64_t value = scale(g, (4 * c) << h);
    uint64_t upper = scale(g, (4 * c + 2) << h) - odd;
    uint64_t s = value / 4, tens = s / 10, middle;
    bool down, up;

    if (s >= 10) {
        down = lower <= 40 * tens;
        up = 40 * tens + 40 <= upper;
        if (down != up)
            return finish(tens + up, k + 1);
    }
    down = lower <= 4 * s;
    up = 4 * s + 4 <= upper;
    if (down != up)
        return finish(s + up, k);
    middle = 4 * s + 2;
    return finish(s + (value > middle || (value == middle && (s & 1) != 0)), k);
}

/* A number of the format with that many bits after the leading one, whose
 * smallest has the exponent low. */
static ssi_shortest of_format(uint64_t fraction, int32_t biased, int32_t bits,
                              int32_t low)
{
    uint64_t one = UINT64_C(1) << bits, c = fraction;
    int32_t q = low;

    if (biased == 0 && fraction == 0)
        return (ssi_shortest){0, 0, 1};
    if (biased > 0) {
        c += one;
        q += biased - 1;
    }
    if (q <= 0 && q >= -bits && (c & ((UINT64_C(1) << -q) - 1)) == 0)
        return finish(c >> -q, 0); /* a small integer is its own text */
    return shortest(c, q, fraction == 0 && biased > 1);
}

ssi_shortest ssi_shortest_double(double x)
{
    uint64_t bits = ssi_double_bits(x);

    return of_format(bits & ((UINT64_C(1) << 52) - 1),
                     (int32_t)(bits >> 52 & 0x7ff), 52, -1074);
}

ssi_shortest ssi_shortest_float(float x)
{
    uint32_t bits = ssi_float_bits(x);

    return of_format(bits & 0x7fffffu, (int32_t)(bits >> 23 & 0xff), 23, -149);
}

ssi_shortest ssi_shortest_half(uint16_t x)
{
    return of_format(x & 0x3ffu, x >> 10 & 0x1f, 10, -24);
}
