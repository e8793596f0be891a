/* SPDX-License-Identifier: MIT
 * Integers of any size: the arithmetic.
 *
 * Learned from: Knuth, The Art of Computer Programming 2, 4.3.1 (algorithms A,
 * S, M, D).
 */
#include "base/bigint.h"

#include <stdlib.h>
#include <string.h>

void ssi_bigint_free(ssi_bigint *a)
{
    free(a->words);
    *a = (ssi_bigint){0};
}

/* Room for count words, zeroed; room for one when count is 0. */
static bool make(ssi_bigint *out, size_t count)
{
    *out = (ssi_bigint){0};
    out->words = calloc(count ? count : 1, sizeof *out->words);
    out->count = out->words ? count : 0;
    return out->words != NULL;
}

static void trim(ssi_bigint *a)
{
    while (a->count && a->words[a->count - 1] == 0)
        a->count--;
    if (a->count == 0)
        a->negative = false;
}

ssi_bigint ssi_bigint_view(int64_t value, uint32_t memory[2])
{
    uint64_t u = value < 0 ? -(uint64_t)value : (uint64_t)value;
    ssi_bigint view = {memory, 2, value < 0};

    memory[0] = (uint32_t)u;
    memory[1] = (uint32_t)(u >> 32);
    trim(&view);
    return view;
}

bool ssi_bigint_from_words(const uint32_t *words, size_t count, bool negative,
                           ssi_bigint *out)
{
    if (!make(out, count))
        return false;
    if (count)
        memcpy(out->words, words, count * sizeof *words);
    out->negative = negative;
    trim(out);
    return true;
}

static uint64_t magnitude64(const ssi_bigint *a)
{
    uint64_t low = a->count ? a->words[0] : 0;

    return a->count > 1 ? low | (uint64_t)a->words[1] << 32 : low;
}

bool ssi_bigint_fits(const ssi_bigint *a, int64_t *out)
{
    uint64_t u = magnitude64(a);

    if (a->count > 2 || u > (uint64_t)INT64_MAX + a->negative)
        return false;
    *out = a->negative ? (int64_t)-u : (int64_t)u;
    return true;
}

bool ssi_bigint_low64(const ssi_bigint *a, uint64_t *out)
{
    uint64_t u = magnitude64(a);

    *out = a->negative ? -u : u;
    return a->count <= 2 && (!a->negative || u <= UINT64_C(1) << 63);
}

static int compare_words(const ssi_bigint *a, const ssi_bigint *b)
{
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (size_t i = a->count; i-- > 0;)
        if (a->words[i] != b->words[i])
            return a->words[i] < b->words[i] ? -1 : 1;
    return 0;
}

int ssi_bigint_compare(const ssi_bigint *a, const ssi_bigint *b)
{
    if (a->negative != b->negative)
        return a->negative ? -1 : 1;
    return a->negative ? compare_words(b, a) : compare_words(a, b);
}

size_t ssi_bigint_bits(const ssi_bigint *a)
{
    size_t bits = a->count * 32;

    if (a->count == 0)
        return 0;
    for (uint32_t top = a->words[a->count - 1]; !(top >> 31); top <<= 1)
        bits--;
    return bits;
}

/* |a| + |b| where a has at least as many words. */
static bool add_words(const ssi_bigint *a, const ssi_bigint *b, ssi_bigint *out)
{
    uint64_t carry = 0;

    if (!make(out, a->count + 1))
        return false;
    for (size_t i = 0; i < a->count; i++) {
        carry += (uint64_t)a->words[i] + (i < b->count ? b->words[i] : 0);
        out->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
    out->words[a->count] = (uint32_t)carry;
    return true;
}

/* |a| - |b| where |a| >= |b|. */
static bool sub_words(const ssi_bigint *a, const ssi_bigint *b, ssi_bigint *out)
{
    uint64_t borrow = 0;

    if (!make(out, a->count))
        return false;
    for (size_t i = 0; i < a->count; i++) {
        uint64_t d =
            (uint64_t)a->words[i] - (i < b->count ? b->words[i] : 0) - borrow;
        out->words[i] = (uint32_t)d;
        borrow = d >> 63;
    }
    return true;
}

/* a + b, or a - b with b's sign turned. */
static bool add_signed(const ssi_bigint *a, const ssi_bigint *b,
                       bool b_negative, ssi_bigint *out)
{
    bool ok, negative = a->negative;

    if (a->negative == b_negative) {
        ok = a->count >= b->count ? add_words(a, b, out) : add_words(b, a, out);
    } else if (compare_words(a, b) >= 0) {
        ok = sub_words(a, b, out);
    } else {
        ok = sub_words(b, a, out);
        negative = b_negative;
    }
    out->negative = negative;
    trim(out);
    return ok;
}

bool ssi_bigint_add(const ssi_bigint *a, const ssi_bigint *b, ssi_bigint *out)
{
    return add_signed(a, b, b->negative, out);
}

bool ssi_bigint_sub(const ssi_bigint *a, const ssi_bigint *b, ssi_bigint *out)
{
    return add_signed(a, b, !b->negative, out);
}

bool ssi_bigint_mul(const ssi_bigint *a, const ssi_bigint *b, ssi_bigint *out)
{
    if (!make(out, a->count + b->count))
        return false;
    for (size_t i = 0; i < a->count; i++) {
        uint64_t carry = 0, x = a->words[i];
        uint32_t *row = out->words + i;

        for (size_t j = 0; j < b->count; j++) {
            carry += x * b->words[j] + row[j];
            row[j] = (uint32_t)carry;
            carry >>= 32;
        }
        row[b->count] = (uint32_t)carry;
    }
    out->negative = a->negative != b->negative;
    trim(out);
    return true;
}

/* Divide in place by one word; the remainder. */
static uint32_t divide_word(ssi_bigint *a, uint32_t d)
{
    uint64_t rest = 0;

    for (size_t i = a->count; i-- > 0;) {
        rest = rest << 32 | a->words[i];
        a->words[i] = (uint32_t)(rest / d);
        rest %= d;
    }
    return (uint32_t)rest;
}

/* u[0..n] -= q * v[0..n-1]; whether it went below zero. */
static bool subtract_multiple(uint32_t *u, const uint32_t *v, size_t n,
                              uint64_t q)
{
    uint64_t carry = 0, borrow = 0, d;

    for (size_t i = 0; i < n; i++) {
        carry += q * v[i];
        d = (uint64_t)u[i] - (uint32_t)carry - borrow;
        u[i] = (uint32_t)d;
        borrow = d >> 63;
        carry >>= 32;
    }
    d = (uint64_t)u[n] - carry - borrow;
    u[n] = (uint32_t)d;
    return d >> 63;
}

static void add_back(uint32_t *u, const uint32_t *v, size_t n)
{
    uint64_t carry = 0;

    for (size_t i = 0; i < n; i++) {
        carry += (uint64_t)u[i] + v[i];
        u[i] = (uint32_t)carry;
        carry >>= 32;
    }
    u[n] += (uint32_t)carry;
}

/* Algorithm D: u has m + n + 1 words, v has n >= 2, its top bit set. The
 * remainder is left in u. */
static void divide_words(uint32_t *u, size_t m, const uint32_t *v, size_t n,
                         uint32_t *q)
{
    for (size_t j = m + 1; j-- > 0;) {
        uint64_t top = (uint64_t)u[j + n] << 32 | u[j + n - 1];
        uint64_t guess = top / v[n - 1], rest = top % v[n - 1];

        while (guess >> 32 || guess * v[n - 2] > (rest << 32 | u[j + n - 2])) {
            guess--;
            rest += v[n - 1];
            if (rest >> 32)
                break;
        }
        if (subtract_multiple(u + j, v, n, guess)) {
            guess--;
            add_back(u + j, v, n);
        }
        q[j] = (uint32_t)guess;
    }
}

static bool shift_up(const ssi_bigint *a, size_t bits, size_t extra,
                     ssi_bigint *out)
{
    size_t words = bits / 32, rest = bits % 32;

    if (!make(out, a->count + words + 1 + extra))
        return false;
    for (size_t i = 0; i < a->count; i++) {
        uint64_t w = (uint64_t)a->words[i] << rest;
        out->words[i + words] |= (uint32_t)w;
        out->words[i + words + 1] |= (uint32_t)(w >> 32);
    }
    return true;
}

/* |a| / |b| cut, b of two words or more, |a| >= |b|. */
static bool divide_long(const ssi_bigint *a, const ssi_bigint *b, ssi_bigint *q,
                        ssi_bigint *r)
{
    size_t shift = b->count * 32 - ssi_bigint_bits(b), n = b->count;
    ssi_bigint u, v, rest = {0};

    if (!shift_up(a, shift, 0, &u))
        return false;
    if (!shift_up(b, shift, 0, &v)) {
        ssi_bigint_free(&u);
        return false;
    }
    if (!make(q, a->count - n + 1)) {
        ssi_bigint_free(&u);
        ssi_bigint_free(&v);
        return false;
    }
    divide_words(u.words, a->count - n, v.words, n, q->words);
    ssi_bigint_free(&v);
    rest = u;
    trim(&rest);
    if (!ssi_bigint_shift_right(&rest, shift, r)) {
        ssi_bigint_free(&u);
        ssi_bigint_free(q);
        return false;
    }
    ssi_bigint_free(&u);
    return true;
}

/* |a| / |b|, cut towards zero. */
static bool divide_cut(const ssi_bigint *a, const ssi_bigint *b, ssi_bigint *q,
                       ssi_bigint *r)
{
    *q = *r = (ssi_bigint){0};
    if (compare_words(a, b) < 0)
        return make(q, 0)
               && ssi_bigint_from_words(a->words, a->count, false, r);
    if (b->count > 1)
        return divide_long(a, b, q, r);
    if (!make(r, 1) || !ssi_bigint_from_words(a->words, a->count, false, q))
        return false;
    r->words[0] = divide_word(q, b->words[0]);
    return true;
}

/* q = q - 1, r = r + b, when the signs differ and r is not zero. */
static bool floor_fix(const ssi_bigint *b, ssi_bigint *q, ssi_bigint *r)
{
    uint32_t memory[2];
    ssi_bigint one = ssi_bigint_view(1, memory), q1, r1;

    if (!ssi_bigint_sub(q, &one, &q1))
        return false;
    if (!ssi_bigint_add(r, b, &r1)) {
        ssi_bigint_free(&q1);
        return false;
    }
    ssi_bigint_free(q);
    ssi_bigint_free(r);
    *q = q1;
    *r = r1;
    return true;
}

bool ssi_bigint_divmod(const ssi_bigint *a, const ssi_bigint *b,
                       ssi_bigint *quotient, ssi_bigint *remainder)
{
    bool ok = divide_cut(a, b, quotient, remainder);

    if (ok) {
        quotient->negative = a->negative != b->negative;
        remainder->negative = a->negative;
        trim(quotient);
        trim(remainder);
        if (remainder->count && a->negative != b->negative)
            ok = floor_fix(b, quotient, remainder);
    }
    if (!ok) {
        ssi_bigint_free(quotient);
        ssi_bigint_free(remainder);
    }
    return ok;
}

/* *a = *a * *b. */
static bool multiply_into(ssi_bigint *a, const ssi_bigint *b)
{
    ssi_bigint product;

    if (!ssi_bigint_mul(a, b, &product))
        return false;
    ssi_bigint_free(a);
    *a = product;
    return true;
}

bool ssi_bigint_pow(const ssi_bigint *a, uint64_t exponent, ssi_bigint *out)
{
    static const uint32_t one[1] = {1};
    uint64_t bit = UINT64_C(1) << 63;
    bool ok = ssi_bigint_from_words(one, 1, false, out);

    while (bit && !(exponent & bit))
        bit >>= 1;
    for (; ok && bit; bit >>= 1) {
        ssi_bigint square;
        ok = ssi_bigint_mul(out, out, &square);
        if (ok) {
            ssi_bigint_free(out);
            *out = square;
            ok = !(exponent & bit) || multiply_into(out, a);
        }
    }
    if (!ok)
        ssi_bigint_free(out);
    return ok;
}

bool ssi_bigint_shift_left(const ssi_bigint *a, size_t bits, ssi_bigint *out)
{
    if (!shift_up(a, bits, 0, out))
        return false;
    out->negative = a->negative;
    trim(out);
    return true;
}

/* Whether any of the lowest bits is set. */
static bool any_bit(const ssi_bigint *a, size_t bits)
{
    size_t words = bits / 32;

    for (size_t i = 0; i < words && i < a->count; i++)
        if (a->words[i])
            return true;
    return words < a->count && bits % 32
           && a->words[words] & ((UINT32_C(1) << bits % 32) - 1);
}

bool ssi_bigint_shift_right(const ssi_bigint *a, size_t bits, ssi_bigint *out)
{
    size_t words = bits / 32, rest = bits % 32;
    size_t count = words < a->count ? a->count - words : 0;

    if (!make(out, count + 1)) /* one more for the carry below */
        return false;
    for (size_t i = 0; i < count; i++) {
        uint64_t w = a->words[i + words];
        if (i + words + 1 < a->count)
            w |= (uint64_t)a->words[i + words + 1] << 32;
        out->words[i] = (uint32_t)(w >> rest);
    }
    out->negative = a->negative;
    if (a->negative && any_bit(a, bits))
        for (size_t i = 0; ++out->words[i] == 0; i++)
            ;
    trim(out);
    return true;
}

/* Word i of the two's complement; *carry starts as 1 for negative numbers. */
static uint32_t complement_word(const ssi_bigint *a, size_t i, uint32_t *carry)
{
    uint32_t w = i < a->count ? a->words[i] : 0;

    if (!a->negative)
        return w;
    w = ~w + *carry;
    *carry = *carry && w == 0;
    return w;
}

static uint32_t combine(char op, uint32_t x, uint32_t y)
{
    return op == '&' ? x & y : op == '|' ? x | y : x ^ y;
}

bool ssi_bigint_bitwise(char op, const ssi_bigint *a, const ssi_bigint *b,
                        ssi_bigint *out)
{
    size_t count = (a->count > b->count ? a->count : b->count) + 1;
    uint32_t carry_a = 1, carry_b = 1, carry = 1;

    if (!make(out, count))
        return false;
    for (size_t i = 0; i < count; i++)
        out->words[i] = combine(op, complement_word(a, i, &carry_a),
                                complement_word(b, i, &carry_b));
    if (out->words[count - 1] >> 31) {
        out->negative = true;
        for (size_t i = 0; i < count; i++)
            out->words[i] = complement_word(out, i, &carry);
    }
    trim(out);
    return true;
}
