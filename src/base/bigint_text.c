/* SPDX-License-Identifier: MIT
 * Integers of any size: digits and doubles.
 */
#include "base/bigint.h"

#include <stdlib.h>
#include <string.h>

/* *a = *a * factor + term, in place; there is room for one more word. */
static void multiply_add(ssi_bigint *a, uint32_t factor, uint32_t term)
{
    uint64_t carry = term;

    for (size_t i = 0; i < a->count; i++) {
        carry += (uint64_t)a->words[i] * factor;
        a->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry)
        a->words[a->count++] = (uint32_t)carry;
}

static uint32_t digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return (uint32_t)(c - '0');
    return (uint32_t)((c | 0x20) - 'a' + 10);
}

bool ssi_bigint_read(const char *digits, size_t size, uint32_t base,
                     bool negative, ssi_bigint *out)
{
    size_t bits = base <= 2    ? 1
                  : base <= 4  ? 2
                  : base <= 8  ? 3
                  : base <= 16 ? 4
                               : 6;

    *out = (ssi_bigint){0};
    out->words = calloc(size * bits / 32 + 2, sizeof *out->words);
    if (!out->words)
        return false;
    for (size_t i = 0; i < size;) {
        uint32_t factor = 1, term = 0;
        for (; i < size && factor <= UINT32_MAX / base; i++) {
            factor *= base;
            term = term * base + digit_value(digits[i]);
        }
        multiply_add(out, factor, term);
    }
    out->negative = negative && out->count;
    return true;
}

/* Divide in place by 10^9, dropping zeros at the top; the remainder. */
static uint32_t divide_billion(ssi_bigint *a)
{
    uint64_t rest = 0;

    for (size_t i = a->count; i-- > 0;) {
        rest = rest << 32 | a->words[i];
        a->words[i] = (uint32_t)(rest / 1000000000u);
        rest %= 1000000000u;
    }
    while (a->count && a->words[a->count - 1] == 0)
        a->count--;
    return (uint32_t)rest;
}

char *ssi_bigint_decimal(const ssi_bigint *a)
{
    size_t room = a->count * 10 + 12, at = room - 1;
    ssi_bigint rest;
    char *text = malloc(room);

    if (!text)
        return NULL;
    if (!ssi_bigint_from_words(a->words, a->count, false, &rest)) {
        free(text);
        return NULL;
    }
    text[at] = '\0';
    do {
        uint32_t part = divide_billion(&rest);
        for (int i = 0; i < 9 && (part || rest.count || i == 0); i++) {
            text[--at] = (char)('0' + part % 10);
            part /= 10;
        }
    } while (rest.count);
    if (a->negative)
        text[--at] = '-';
    memmove(text, text + at, room - at);
    ssi_bigint_free(&rest);
    return text;
}

/* The 64 bits from position bit (which may be negative) upwards. */
static uint64_t bits_from(const ssi_bigint *a, ptrdiff_t bit)
{
    uint64_t out = 0;

    for (int i = 0; i < 64; i++) {
        ptrdiff_t at = bit + i;
        if (at >= 0 && (size_t)at / 32 < a->count)
            out |= (uint64_t)(a->words[at / 32] >> at % 32 & 1) << i;
    }
    return out;
}

static bool any_below(const ssi_bigint *a, ptrdiff_t bit)
{
    for (ptrdiff_t i = 0; i < bit; i++) {
        if ((size_t)i / 32 >= a->count)
            return false;
        if (i % 32 == 0 && i + 32 <= bit) {
            if (a->words[i / 32])
                return true;
            i += 31;
        } else if (a->words[i / 32] >> i % 32 & 1) {
            return true;
        }
    }
    return false;
}

static double from_bits(uint64_t bits)
{
    double x;

    memcpy(&x, &bits, sizeof x);
    return x;
}

/* top * 2^exponent rounded to nearest even, where top has its highest bit at
 * 63 and sticky says that there is more below it. */
static double assemble(uint64_t top, bool sticky, ptrdiff_t exponent,
                       bool negative)
{
    uint64_t sign = negative ? UINT64_C(1) << 63 : 0;
    ptrdiff_t biased = exponent + 63 + 1023;
    int drop = 11;
    uint64_t kept, rest, half;

    if (biased < 1) {
        if (biased < -52)
            return from_bits(sign);
        drop += (int)(1 - biased);
    }
    kept = drop < 64 ? top >> drop : 0;
    rest = drop < 64 ? top & ((UINT64_C(1) << drop) - 1) : top;
    half = UINT64_C(1) << (drop - 1);
    if (rest > half || (rest == half && (sticky || kept & 1)))
        kept++;
    if (biased >= 1) /* the hidden bit adds one to the exponent field */
        kept += (uint64_t)(biased < 2047 ? biased - 1 : 2046) << 52;
    if (biased > 2046 || kept >= UINT64_C(2047) << 52)
        kept = UINT64_C(2047) << 52;
    return from_bits(sign | kept);
}

double ssi_bigint_double(const ssi_bigint *a)
{
    ptrdiff_t low = (ptrdiff_t)ssi_bigint_bits(a) - 64;

    if (a->count == 0)
        return 0.0;
    return assemble(bits_from(a, low), any_below(a, low), low, a->negative);
}

bool ssi_bigint_quotient(const ssi_bigint *a, const ssi_bigint *b, double *out)
{
    ptrdiff_t shift =
        (ptrdiff_t)ssi_bigint_bits(a) - (ptrdiff_t)ssi_bigint_bits(b) - 66;
    ssi_bigint x = *a, y = *b, scaled = {0}, q, r;
    ptrdiff_t low;
    bool ok;

    *out = a->negative != b->negative ? -0.0 : 0.0;
    if (a->count == 0)
        return true;
    x.negative = y.negative = false;
    /* a quotient of at least 66 bits, whatever the remainder says below */
    ok = shift < 0 ? ssi_bigint_shift_left(&x, (size_t)-shift, &scaled)
                   : ssi_bigint_shift_left(&y, (size_t)shift, &scaled);
    if (!ok)
        return false;
    ok = ssi_bigint_divmod(shift < 0 ? &scaled : &x, shift < 0 ? &y : &scaled,
                           &q, &r);
    ssi_bigint_free(&scaled);
    if (!ok)
        return false;
    low = (ptrdiff_t)ssi_bigint_bits(&q) - 64;
    *out = assemble(bits_from(&q, low), r.count || any_below(&q, low),
                    low + shift, a->negative != b->negative);
    ssi_bigint_free(&q);
    ssi_bigint_free(&r);
    return true;
}

bool ssi_bigint_from_double(double x, ssi_bigint *out)
{
    uint64_t bits, fraction;
    uint32_t words[2];
    int exponent;
    ssi_bigint small;

    memcpy(&bits, &x, sizeof bits);
    exponent = (int)(bits >> 52 & 2047) - 1075;
    fraction = (bits & ((UINT64_C(1) << 52) - 1)) | UINT64_C(1) << 52;
    if (exponent < 0)
        fraction = exponent > -64 ? fraction >> -exponent : 0;
    words[0] = (uint32_t)fraction;
    words[1] = (uint32_t)(fraction >> 32);
    small = (ssi_bigint){words, words[1] ? 2u : words[0] ? 1u : 0u, false};
    small.negative = bits >> 63 && small.count;
    return ssi_bigint_shift_left(&small, exponent > 0 ? (size_t)exponent : 0,
                                 out);
}
