/* SPDX-License-Identifier: MIT
 * How Python shows floats, complex numbers, str and bytes.
 * Learned from: Python 3.11 documentation of repr, format and str.isprintable;
 * checked against the interpreter.
 */
#include "text/python_text.h"

#include "array/half.h"
#include "text/digits.h"
#include "text/printable_tables.h"
#include "text/wide.h"

#define EDGES (sizeof ssi_printable_edges / sizeof ssi_printable_edges[0])

static bool is_negative(double x)
{
    return ssi_double_bits(x) >> 63 != 0;
}

static bool is_finite(double x)
{
    return (ssi_double_bits(x) >> 52 & 0x7ff) != 0x7ff;
}

/* "nan", "inf" or "-inf". */
static ss_status nonfinite(ss_text *text, double x)
{
    return ssi_text_string(text, x != x ? "nan" : x < 0 ? "-inf" : "inf");
}

static char *put_exponent(int32_t exponent, char *at)
{
    uint32_t size = (uint32_t)(exponent < 0 ? -exponent : exponent);

    *at++ = 'e';
    *at++ = exponent < 0 ? '-' : '+';
    return ssi_put_digits(size, size < 100 ? 2 : 3, at);
}

/* fraction digits after the point, and the point, unless there are none. */
static ss_status put_fixed(ss_text *text, const ssi_decimal *d, bool negative,
                           int64_t fraction)
{
    char *at =
        ssi_text_reserve(text, (size_t)(ssi_decimal_whole(d) + fraction) + 2);

    if (at == NULL)
        return SS_ERR_MEMORY;
    if (negative)
        *at++ = '-';
    at = ssi_decimal_put_whole(d, at);
    if (fraction > 0) {
        *at++ = '.';
        at = ssi_decimal_put_fraction(d, fraction, at);
    }
    ssi_text_end(text, at);
    return SS_OK;
}

static ss_status put_scientific(ss_text *text, const ssi_decimal *d,
                                bool negative, int64_t fraction)
{
    char *at = ssi_text_reserve(text, (size_t)fraction + 8);

    if (at == NULL)
        return SS_ERR_MEMORY;
    if (negative)
        *at++ = '-';
    at = ssi_decimal_put_digits(d, 0, 1, at);
    if (fraction > 0) {
        *at++ = '.';
        at = ssi_decimal_put_digits(d, 1, fraction + 1, at);
    }
    ssi_text_end(text, put_exponent(d->point - 1, at));
    return SS_OK;
}

ss_status ssi_text_fixed(ss_text *text, double x, int64_t precision)
{
    ssi_decimal d;

    if (!is_finite(x))
        return nonfinite(text, x);
    ssi_decimal_places(x, precision, &d);
    return put_fixed(text, &d, is_negative(x), precision);
}

ss_status ssi_text_scientific(ss_text *text, double x, int64_t precision)
{
    ssi_decimal d;

    if (!is_finite(x))
        return nonfinite(text, x);
    ssi_decimal_significant(x, precision + 1, &d);
    return put_scientific(text, &d, is_negative(x), precision);
}

ss_status ssi_text_general(ss_text *text, double x, int64_t digits)
{
    ssi_decimal d;

    if (!is_finite(x))
        return nonfinite(text, x);
    ssi_decimal_significant(x, digits, &d);
    if (d.point - 1 < -4 || d.point - 1 >= digits)
        return put_scientific(text, &d, is_negative(x),
                              d.count > 0 ? (int64_t)d.count - 1 : 0);
    return put_fixed(text, &d, is_negative(x), ssi_decimal_fraction(&d));
}

/* repr; whole: "1.0" and not "1". */
static ss_status put_float(ss_text *text, double x, bool whole)
{
    ssi_decimal d;
    int64_t fraction;

    if (!is_finite(x))
        return nonfinite(text, x);
    ssi_decimal_from_shortest(ssi_shortest_double(x), &d);
    if (d.point - 1 < -4 || d.point - 1 >= 16)
        return put_scientific(text, &d, is_negative(x), (int64_t)d.count - 1);
    fraction = ssi_decimal_fraction(&d);
    return put_fixed(text, &d, is_negative(x),
                     whole && fraction == 0 ? 1 : fraction);
}

ss_status ss_python_float_text(double value, ss_text *out)
{
    return put_float(out, value, true);
}

static ss_status put_complex(ss_text *out, double re, double im)
{
    if (re == 0 && !is_negative(re)) {
        SSI_TRY(put_float(out, im, false));
        return ss_text_append(out, "j", 1);
    }
    SSI_TRY(ss_text_append(out, "(", 1));
    SSI_TRY(put_float(out, re, false));
    if (im != im || !is_negative(im))
        SSI_TRY(ss_text_append(out, "+", 1));
    SSI_TRY(put_float(out, im, false));
    return ss_text_append(out, "j)", 2);
}

ss_status ss_python_complex_text(double re, double im, ss_text *out)
{
    size_t size = out->size;

    return ssi_text_check(out, size, put_complex(out, re, im));
}

bool ssi_is_printable(uint32_t c)
{
    size_t low = 0, high = EDGES;

    while (low < high) { /* how many edges lie at or below c */
        size_t middle = (low + high) / 2;

        if (ssi_printable_edges[middle] <= c)
            low = middle + 1;
        else
            high = middle;
    }
    return low % 2 == 0;
}

static char *put_hex(uint32_t c, uint32_t digits, char *at)
{
    for (uint32_t i = digits; i-- > 0; c >>= 4)
        at[i] = "0123456789abcdef"[c & 15];
    return at + digits;
}

/* A backslash escape, with the shortest of \x, \u and \U. */
static ss_status put_escape(ss_text *text, uint32_t c)
{
    char *at = ssi_text_reserve(text, 10);
    const char *letter = c == '\n'   ? "n"
                         : c == '\r' ? "r"
                         : c == '\t' ? "t"
                                     : NULL;

    if (at == NULL)
        return SS_ERR_MEMORY;
    *at++ = '\\';
    if (letter != NULL) {
        *at++ = *letter;
    } else {
        *at++ = c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U';
        at = put_hex(c, c < 0x100 ? 2 : c < 0x10000 ? 4 : 8, at);
    }
    ssi_text_end(text, at);
    return SS_OK;
}

/* One character between quotes. bytes: nothing above ASCII is shown. */
static ss_status put_quoted(ss_text *text, uint32_t c, char quote, bool bytes)
{
    if (c == (unsigned char)quote || c == '\\') {
        SSI_TRY(ss_text_append(text, "\\", 1));
        return ssi_text_code_point(text, c);
    }
    if (bytes ? c < 0x20 || c >= 0x7f : !ssi_is_printable(c))
        return put_escape(text, c);
    return ssi_text_code_point(text, c);
}

ss_status ssi_text_str_repr(ss_text *text, const uint32_t *points, size_t count)
{
    size_t size = text->size;
    bool single = false, twice = false;
    char quote;
    ss_status status;

    for (size_t i = 0; i < count; i++) {
        single |= points[i] == '\'';
        twice |= points[i] == '"';
        if (points[i] > 0x10ffff)
            return SS_ERR_ARGUMENT;
    }
    quote = single && !twice ? '"' : '\'';
    status = ss_text_append(text, &quote, 1);
    for (size_t i = 0; status == SS_OK && i < count; i++)
        status = put_quoted(text, points[i], quote, false);
    if (status == SS_OK)
        status = ss_text_append(text, &quote, 1);
    return ssi_text_check(text, size, status);
}

ss_status ssi_text_bytes_repr(ss_text *text, const unsigned char *bytes,
                              size_t size)
{
    size_t before = text->size;
    bool single = false, twice = false;
    char quote;
    ss_status status;

    for (size_t i = 0; i < size; i++) {
        single |= bytes[i] == '\'';
        twice |= bytes[i] == '"';
    }
    quote = single && !twice ? '"' : '\'';
    status = ss_text_append(text, "b", 1);
    if (status == SS_OK)
        status = ss_text_append(text, &quote, 1);
    for (size_t i = 0; status == SS_OK && i < size; i++)
        status = put_quoted(text, bytes[i], quote, true);
    if (status == SS_OK)
        status = ss_text_append(text, &quote, 1);
    return ssi_text_check(text, before, status);
}
