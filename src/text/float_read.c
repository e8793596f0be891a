/* SPDX-License-Identifier: MIT
 * Decimal text to the nearest double, exact for any length.
 *
 * The first 19 digits times a power of ten of 128 bits give bounds of the
 * number; mostly both round to the same double. Otherwise the number is
 * compared with the midpoints between doubles, as big integers. Learned from:
 * W. Clinger, "How to read floating point numbers accurately", 1990;
 * D. Lemire, "Number parsing at a gigabyte per second", 2021 (the idea of 128
 * bits, not its proof: we check both bounds instead).
 */
#include "text/digits.h"

#include "array/half.h"
#include "text/pow10_tables.h"
#include "text/wide.h"

/* More digits cannot lie nearer to a midpoint than a single sticky one. */
#define KEPT_DIGITS 780
#define HEAD_DIGITS 19
#define WORDS 200
#define INFINITE (UINT64_C(0x7ff) << 52)

/* The digits, without zeros before them, times 10^exponent. */
typedef struct scanned {
    uint8_t digits[KEPT_DIGITS + 1];
    uint32_t count;
    int64_t exponent;
    bool negative;
} scanned;

typedef struct big {
    uint32_t words[WORDS];
    uint32_t count;
} big;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* One digit of the number; those that are not kept leave a trace. */
static void take(scanned *s, char c, bool fraction)
{
    uint8_t digit = (uint8_t)(c - '0');

    if (fraction)
        s->exponent--;
    if (s->count == 0 && digit == 0)
        return;
    if (s->count < KEPT_DIGITS) {
        s->digits[s->count++] = digit;
        return;
    }
    s->exponent++;
    if (digit != 0) {
        if (s->count == KEPT_DIGITS) {
            s->digits[s->count++] = 1;
            s->exponent--;
        }
    }
}

/* A run of digits from *at on, single underscores between them. */
static bool scan_digits(scanned *s, const char *text, size_t size, size_t *at,
                        bool fraction)
{
    size_t start = *at;

    while (*at < size) {
        if (is_digit(text[*at]))
            take(s, text[*at], fraction);
        else if (text[*at] != '_' || *at == start || *at + 1 == size
                 || !is_digit(text[*at + 1]) || text[*at - 1] == '_')
            break;
        (*at)++;
    }
    return *at > start;
}

static bool scan_exponent(scanned *s, const char *text, size_t size, size_t *at)
{
    int64_t exponent = 0;
    bool negative = false;
    size_t start;

    if (*at == size || (text[*at] != 'e' && text[*at] != 'E'))
        return true;
    (*at)++;
    if (*at < size && (text[*at] == '+' || text[*at] == '-'))
        negative = text[(*at)++] == '-';
    for (start = *at; *at < size; (*at)++) {
        if (is_digit(text[*at])) {
            if (exponent < INT64_MAX / 100)
                exponent = exponent * 10 + (text[*at] - '0');
        } else if (text[*at] != '_' || *at == start || *at + 1 == size
                   || !is_digit(text[*at + 1]) || text[*at - 1] == '_') {
            break;
        }
    }
    s->exponent += negative ? -exponent : exponent;
    return *at > start;
}

static bool scan(scanned *s, const char *text, size_t size)
{
    size_t at = 0;
    bool whole, fraction = false;

    s->count = 0;
    s->exponent = 0;
    s->negative = false;
    if (size > 0 && (text[0] == '+' || text[0] == '-'))
        s->negative = text[at++] == '-';
    whole = scan_digits(s, text, size, &at, false);
    if (at < size && text[at] == '.') {
        at++;
        fraction = scan_digits(s, text, size, &at, true);
    }
    return (whole || fraction) && scan_exponent(s, text, size, &at)
           && at == size;
}

/* The nearest double, as bits, of (high + low / 2^64) / 2^63 * 2^exponent,
 * with the highest bit of high set. */
static uint64_t round_bits(uint64_t high, uint64_t low, int32_t exponent)
{
    int32_t drop = 11;
    uint64_t kept, half, rest;

    if (exponent > 1023)
        return INFINITE;
    if (exponent < -1022)
        drop += -1022 - exponent;
    if (drop > 64)
        return 0;
    kept = drop == 64 ? 0 : high >> drop;
    half = UINT64_C(1) << (drop - 1);
    rest = high & (half | (half - 1));
    if (exponent >= -1022)
        kept += (uint64_t)(exponent + 1022) << 52;
    if (rest > half || (rest == half && (low != 0 || (kept & 1) != 0)))
        kept++;
    return kept;
}

/* Bits of the nearest doubles to head * 10^exponent, a little low or high. */
static uint64_t bound(uint64_t head, int32_t exponent, bool low_side)
{
    const uint64_t *g = ssi_pow10_table[exponent - SSI_POW10_LOW];
    uint32_t zeros = ssi_leading_zeros(head);
    uint64_t high, middle, carry, low;
    int32_t binary = ((exponent * 1741647) >> 19) + 64 - (int32_t)zeros;

    ssi_multiply(g[0], head << zeros, &high, &middle);
    ssi_multiply(g[1], head << zeros, &carry, &low);
    middle += carry;
    high += middle < carry;
    if (low_side) { /* the table is less than one too high */
        high -= middle < 2;
        middle -= 2;
    } else {
        middle++;
        high += middle == 0;
    }
    if (high >> 63 == 0) {
        high = high << 1 | middle >> 63;
        middle <<= 1;
        binary--;
    }
    return round_bits(high, middle, binary);
}

static void big_times(big *b, uint32_t factor, uint32_t add)
{
    uint64_t carry = add;

    for (uint32_t i = 0; i < b->count; i++) {
        carry += (uint64_t)b->words[i] * factor;
        b->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry != 0)
        b->words[b->count++] = (uint32_t)carry;
}

static void big_times_pow5(big *b, int64_t n)
{
    for (; n >= 13; n -= 13)
        big_times(b, UINT32_C(1220703125), 0);
    for (; n > 0; n--)
        big_times(b, 5, 0);
}

static void big_shift(big *b, int64_t bits)
{
    uint32_t words = (uint32_t)(bits / 32);

    if (b->count == 0)
        return;
    big_times(b, UINT32_C(1) << (bits % 32), 0);
    for (uint32_t i = b->count; i-- > 0;)
        b->words[i + words] = b->words[i];
    for (uint32_t i = 0; i < words; i++)
        b->words[i] = 0;
    b->count += words;
}

static int big_compare(const big *a, const big *b)
{
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (uint32_t i = a->count; i-- > 0;) {
        if (a->words[i] != b->words[i])
            return a->words[i] < b->words[i] ? -1 : 1;
    }
    return 0;
}

/* The number against the midpoint above the double of these bits. */
static int compare_middle(const scanned *s, uint64_t bits)
{
    int64_t q = (int64_t)(bits >> 52), twos;
    uint64_t c = bits & ((UINT64_C(1) << 52) - 1);
    big number = {.count = 0}, middle = {.count = 2};

    if (q > 0)
        c |= UINT64_C(1) << 52;
    q = (q > 0 ? q - 1075 : -1074) - 1;
    c = 2 * c + 1;
    middle.words[0] = (uint32_t)c;
    middle.words[1] = (uint32_t)(c >> 32);
    if (middle.words[1] == 0)
        middle.count = 1;
    for (uint32_t i = 0; i < s->count; i++)
        big_times(&number, 10, s->digits[i]);
    if (s->exponent >= 0)
        big_times_pow5(&number, s->exponent);
    else
        big_times_pow5(&middle, -s->exponent);
    twos = s->exponent - q; /* number * 2^twos against middle */
    if (twos >= 0)
        big_shift(&number, twos);
    else
        big_shift(&middle, -twos);
    return big_compare(&number, &middle);
}

static uint64_t nearest(const scanned *s)
{
    int64_t place = s->count + s->exponent; /* number < 10^place */
    uint64_t head = 0, low, high;
    uint32_t used = s->count < HEAD_DIGITS ? s->count : HEAD_DIGITS;
    int32_t exponent;
    int compared;

    if (s->count == 0 || place < -323)
        return 0;
    if (place > 309)
        return INFINITE;
    for (uint32_t i = 0; i < used; i++)
        head = head * 10 + s->digits[i];
    exponent = (int32_t)(place - used);
    low = bound(head, exponent, true);
    high = bound(head + (used < s->count), exponent, false);
    while (low < high) {
        compared = compare_middle(s, low);
        if (compared < 0 || (compared == 0 && (low & 1) == 0))
            break;
        low++;
    }
    return low;
}

bool ssi_read_double(const char *text, size_t size, double *out)
{
    scanned s;
    uint64_t bits;

    if (!scan(&s, text, size))
        return false;
    bits = nearest(&s);
    *out = ssi_double_from_bits(bits | (uint64_t)s.negative << 63);
    return true;
}
