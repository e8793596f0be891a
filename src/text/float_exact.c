/* SPDX-License-Identifier: MIT
 * The exact decimal digits of a binary number, and their rounding half to
 * even at any place: what "%.{n}f" and "%.{n}e" print.
 *
 * Rounding the shortest digits instead is the same thing, and much quicker,
 * except in two cases. Suppose the shortest S has more digits than are kept
 * and the number V and S lie on different sides of a midpoint M: then M is
 * nearer to V than S, and no longer, so S was not the shortest; only S == M
 * needs V itself. Suppose S has fewer digits than are asked for: up to the 15
 * digits that every double keeps, V rounds to S; from there V is needed.
 */
#include "text/digits.h"

#include <string.h>

#include "array/half.h"
#include "text/wide.h"

#define GROUP UINT32_C(1000000000) /* nine digits a limb */
#define LIMBS 88

/* Digits of every normal double that survive: DBL_DIG. */
#define SAFE_DIGITS 15
#define SMALLEST_NORMAL 0x1p-1022

static void set_digits(uint64_t digits, uint32_t count, int32_t exponent,
                       ssi_decimal *d)
{
    while (digits != 0 && digits % 10 == 0) {
        digits /= 10;
        exponent++;
        count--;
    }
    d->count = digits == 0 ? 0 : count;
    d->point = digits == 0 ? 1 : exponent + (int32_t)count;
    ssi_put_digits(digits, d->count, d->digits);
}

void ssi_decimal_from_shortest(ssi_shortest s, ssi_decimal *d)
{
    set_digits(s.digits, s.count, s.exponent, d);
}

/* limbs *= factor. Answers how many there are now. */
static uint32_t times(uint32_t *limbs, uint32_t count, uint32_t factor)
{
    uint64_t carry = 0;

    for (uint32_t i = 0; i < count; i++) {
        carry += (uint64_t)limbs[i] * factor;
        limbs[i] = (uint32_t)(carry % GROUP);
        carry /= GROUP;
    }
    for (; carry > 0; carry /= GROUP)
        limbs[count++] = (uint32_t)(carry % GROUP);
    return count;
}

static uint32_t times_power(uint32_t *limbs, uint32_t count, uint32_t base,
                            uint32_t step, int32_t exponent)
{
    uint32_t power = 1;

    for (uint32_t i = 0; i < step; i++)
        power *= base;
    for (; exponent >= (int32_t)step; exponent -= (int32_t)step)
        count = times(limbs, count, power);
    for (power = 1; exponent > 0; exponent--)
        power *= base;
    return times(limbs, count, power);
}

/* The digits of limbs * 10^exponent. */
static void set_limbs(const uint32_t *limbs, uint32_t count, int32_t exponent,
                      ssi_decimal *d)
{
    char *at = d->digits;

    while (count > 0 && limbs[count - 1] == 0)
        count--;
    if (count > 0)
        at = ssi_put_digits(limbs[count - 1],
                            ssi_count_digits(limbs[count - 1]), at);
    for (uint32_t i = count; i-- > 1;)
        at = ssi_put_digits(limbs[i - 1], 9, at);
    d->point = (int32_t)(at - d->digits) + exponent;
    while (at > d->digits && at[-1] == '0')
        at--;
    d->count = (uint32_t)(at - d->digits);
    if (d->count == 0)
        d->point = 1;
}

void ssi_decimal_from_double(double x, ssi_decimal *d)
{
    uint64_t bits = ssi_double_bits(x);
    uint64_t c = bits & ((UINT64_C(1) << 52) - 1);
    int32_t biased = (int32_t)(bits >> 52 & 0x7ff), q = -1074;
    uint32_t limbs[LIMBS];

    if (biased > 0) {
        c |= UINT64_C(1) << 52;
        q += biased - 1;
    }
    while (c != 0 && (c & 1) == 0 && q < 0) {
        c >>= 1;
        q++;
    }
    limbs[0] = (uint32_t)(c % GROUP);
    limbs[1] = (uint32_t)(c / GROUP);
    /* c * 2^q is an integer, or c * 5^-q * 10^q */
    if (q >= 0)
        set_limbs(limbs, times_power(limbs, 2, 2, 29, q), 0, d);
    else
        set_limbs(limbs, times_power(limbs, 2, 5, 13, -q), q, d);
}

/* Add one to the last of the digits kept. */
static void round_up(ssi_decimal *d)
{
    while (d->count > 0 && d->digits[d->count - 1] == '9')
        d->count--;
    if (d->count > 0) {
        d->digits[d->count - 1]++;
        return;
    }
    d->digits[0] = '1';
    d->count = 1;
    d->point++;
}

/* Keep the first keep of all the number's digits. */
static void round_digits(ssi_decimal *d, int64_t keep)
{
    bool up, odd;

    if (keep >= (int64_t)d->count)
        return;
    if (keep < 0) {
        d->count = 0;
        d->point = 1;
        return;
    }
    odd = keep > 0 && (d->digits[keep - 1] - '0') % 2 != 0;
    up = d->digits[keep] > '5'
         || (d->digits[keep] == '5' && (d->count > keep + 1 || odd));
    d->count = (uint32_t)keep;
    if (up)
        round_up(d);
    while (d->count > 0 && d->digits[d->count - 1] == '0')
        d->count--;
    if (d->count == 0)
        d->point = 1;
}

/* places digits after the point from digits that are longer than that, unless
 * what is cut off is exactly a half. */
static bool cut(ssi_shortest s, int64_t places, ssi_decimal *d)
{
    int64_t drop = -(int64_t)s.exponent - places;
    uint64_t unit, kept, rest;

    if (drop > s.count) {
        set_digits(0, 1, 0, d);
        return true;
    }
    unit = ssi_pow10_u64((uint32_t)drop);
    kept = s.digits / unit;
    rest = s.digits % unit;
    if (rest == unit / 2)
        return false;
    kept += rest > unit / 2;
    set_digits(kept, ssi_count_digits(kept), (int32_t)-places, d);
    return true;
}

/* Zeros after the shortest digits of a double, while those are safe. */
static bool fill(double x, ssi_shortest s, int64_t digits, ssi_decimal *d)
{
    if (s.digits != 0
        && (digits > SAFE_DIGITS
            || (x < SMALLEST_NORMAL && x > -SMALLEST_NORMAL)))
        return false;
    ssi_decimal_from_shortest(s, d);
    return true;
}

void ssi_decimal_places_of(double x, ssi_shortest s, int64_t places,
                           ssi_decimal *d)
{
    if (places >= -(int64_t)s.exponent)
        s = ssi_shortest_double(x);
    if (places < -(int64_t)s.exponent
            ? cut(s, places, d)
            : fill(x, s, places + s.exponent + s.count, d))
        return;
    ssi_decimal_from_double(x, d);
    round_digits(d, places > INT64_MAX / 2 ? places : d->point + places);
}

void ssi_decimal_significant_of(double x, ssi_shortest s, int64_t count,
                                ssi_decimal *d)
{
    if (count >= (int64_t)s.count)
        s = ssi_shortest_double(x);
    if (count < (int64_t)s.count
            ? cut(s, count - (int64_t)s.count - s.exponent, d)
            : fill(x, s, count, d))
        return;
    ssi_decimal_from_double(x, d);
    round_digits(d, count);
}

void ssi_decimal_places(double x, int64_t places, ssi_decimal *d)
{
    ssi_decimal_places_of(x, ssi_shortest_double(x), places, d);
}

void ssi_decimal_significant(double x, int64_t count, ssi_decimal *d)
{
    ssi_decimal_significant_of(x, ssi_shortest_double(x), count, d);
}

char *ssi_decimal_put_digits(const ssi_decimal *d, int64_t from, int64_t to,
                             char *at)
{
    int64_t have = (int64_t)d->count < to ? (int64_t)d->count : to;

    if (from < 0) {
        int64_t zeros = (to < 0 ? to : 0) - from;

        memset(at, '0', (size_t)zeros);
        at += zeros;
        from += zeros;
    }
    if (have > from) {
        memcpy(at, d->digits + from, (size_t)(have - from));
        at += have - from;
        from = have;
    }
    if (to > from) {
        memset(at, '0', (size_t)(to - from));
        at += to - from;
    }
    return at;
}

char *ssi_decimal_put_whole(const ssi_decimal *d, char *at)
{
    if (d->point <= 0 || d->count == 0) {
        *at = '0';
        return at + 1;
    }
    return ssi_decimal_put_digits(d, 0, d->point, at);
}

char *ssi_decimal_put_fraction(const ssi_decimal *d, int64_t fraction, char *at)
{
    return ssi_decimal_put_digits(d, d->point, d->point + fraction, at);
}
