/* SPDX-License-Identifier: MIT
 * format(value, spec) of numbers and strings.
 * Learned from: The Python Standard Library 3.11, "Format Specification
 * Mini-Language"; CPython's messages.
 *
 * Not supported, and refused: the types n and c, the flags # and z, complex
 * numbers, grouping under a zero fill.
 */
#include "script/format_spec.h"

#include <stdio.h>
#include <string.h>

#include "script/lexer.h"
#include "script/session.h"
#include "script/utf8.h"
#include "text/python_text.h"

#define MAX_WIDTH 1000000

typedef struct format_spec {
    const char *fill; /* one character of fill_size bytes */
    size_t fill_size;
    char align; /* '<', '>', '^', '=' or 0 */
    bool zero;  /* "0" before the width, and no alignment: '=' for numbers */
    char sign;  /* '+', '-', ' ' or 0 */
    char group; /* ',', '_' or 0 */
    char type;  /* 0: none written */
    int64_t width;
    int64_t precision; /* -1: none */
} format_spec;

/* --- reading the specification --- */

static bool is_align(char c)
{
    return c == '<' || c == '>' || c == '^' || c == '=';
}

static const char *read_fill(const char *p, const char *end, format_spec *f)
{
    size_t step = p < end ? ssi_utf8_step(p, (size_t)(end - p)) : 0;

    if (step && p + step < end && is_align(p[step])) {
        f->fill = p;
        f->fill_size = step;
        f->align = p[step];
        return p + step + 1;
    }
    if (p < end && is_align(*p))
        f->align = *p++;
    return p;
}

static const char *read_number(const char *p, const char *end, int64_t *out)
{
    for (*out = 0; p < end && *p >= '0' && *p <= '9'; p++)
        *out = *out < MAX_WIDTH ? *out * 10 + (*p - '0') : *out;
    return p;
}

/* Groups are for decimal numbers, with "_" for binary ones as well. */
static bool may_group(const format_spec *f, const char *name)
{
    if (!f->group)
        return true;
    if (!f->type)
        return strcmp(name, "str") != 0;
    return strchr("deEfFgG%", f->type)
           || (f->group == '_' && strchr("boxX", f->type));
}

/* Fill, alignment, sign and "0"; NULL: an error was raised. */
static const char *read_front(ss_session *s, const char *p, const char *end,
                              format_spec *f)
{
    bool explicit_fill;

    p = read_fill(p, end, f);
    explicit_fill = f->fill != NULL;
    if (!explicit_fill) {
        f->fill = " ";
        f->fill_size = 1;
    }
    if (p < end && (*p == '+' || *p == '-' || *p == ' '))
        f->sign = *p++;
    if (p < end && (*p == '#' || *p == 'z')) {
        ssi_unsupported(s, "'%c' in a format specification is not supported",
                        *p);
        return NULL;
    }
    if (p < end && *p == '0') {
        f->zero = !f->align;
        if (!explicit_fill)
            f->fill = "0";
        p++;
    }
    return p;
}

static bool read_spec(ss_session *s, const char *p, size_t size,
                      const char *name, format_spec *f)
{
    const char *start = p, *end = p + size;

    *f = (format_spec){.precision = -1};
    p = read_front(s, p, end, f);
    if (!p)
        return false;
    p = read_number(p, end, &f->width);
    if (p < end && (*p == ',' || *p == '_'))
        f->group = *p++;
    if (p < end && *p == '.') {
        const char *digits = p + 1;
        p = read_number(digits, end, &f->precision);
        if (p == digits)
            return ssi_raise(s, "ValueError",
                             "Format specifier missing precision");
    }
    if (end - p > 1)
        return ssi_raise(s, "ValueError",
                         "Invalid format specifier '%.*s' for object of type "
                         "'%s'",
                         (int)size, start, name);
    f->type = p < end ? *p : 0;
    if (!may_group(f, name))
        return ssi_raise(s, "ValueError", "Cannot specify '%c' with '%c'.",
                         f->group, f->type ? f->type : 's');
    if (f->width >= MAX_WIDTH || f->precision >= MAX_WIDTH)
        return ssi_unsupported(s, "a width or precision of a million is not "
                                  "supported");
    return true;
}

/* --- laying out --- */

static bool put(ss_session *s, ss_text *out, const char *bytes, size_t size)
{
    return ss_text_append(out, bytes, size) == SS_OK || ssi_raise_memory(s);
}

static bool put_fill(ss_session *s, ss_text *out, const format_spec *f,
                     int64_t count)
{
    for (; count > 0; count--)
        if (!put(s, out, f->fill, f->fill_size))
            return false;
    return true;
}

static int64_t characters(const char *bytes, size_t size)
{
    int64_t n = 0;

    for (size_t i = 0; i < size; i++)
        n += ((unsigned char)bytes[i] & 0xc0) != 0x80;
    return n;
}

/* sign and body to the width; '=' fills between the two. */
static bool lay_out(ss_session *s, const format_spec *f, char align,
                    const char *sign, const ss_text *body, ss_text *out)
{
    int64_t room = f->width - (int64_t)strlen(sign)
                   - characters(body->data ? body->data : "", body->size);
    int64_t left = 0, middle = 0;

    if (f->align)
        align = f->align;
    else if (f->zero && align == '>')
        align = '=';
    if (room > 0) {
        left = align == '>' ? room : align == '^' ? room / 2 : 0;
        middle = align == '=' ? room : 0;
    } else {
        room = 0;
    }
    return put_fill(s, out, f, left) && put(s, out, sign, strlen(sign))
           && put_fill(s, out, f, middle) && put(s, out, body->data, body->size)
           && put_fill(s, out, f, room - left - middle);
}

static const char *sign_text(const format_spec *f, bool negative)
{
    if (negative)
        return "-";
    return f->sign == '+' ? "+" : f->sign == ' ' ? " " : "";
}

/* Put a separator between groups of the digits that begin body. */
static bool group_digits(ss_session *s, const format_spec *f, size_t every,
                         ss_text *body)
{
    ss_text grouped = {0};
    size_t digits = 0;
    bool ok = true;

    if (!f->group)
        return true;
    while (digits < body->size
           && ssi_is_name_byte((unsigned char)body->data[digits])
           && body->data[digits] != 'e')
        digits++;
    for (size_t i = 0; ok && i < digits; i++) {
        if (i > 0 && (digits - i) % every == 0)
            ok = put(s, &grouped, &f->group, 1);
        ok = ok && put(s, &grouped, body->data + i, 1);
    }
    ok = ok && put(s, &grouped, body->data + digits, body->size - digits);
    ss_text_free(body);
    *body = grouped;
    return ok;
}

/* --- floats --- */

/* The exponent of "d.ddde+XX", at its end. */
static int exponent_of(const ss_text *text)
{
    const char *e = strchr(text->data, 'e');
    int value = 0;

    for (const char *p = e + 2; *p; p++)
        value = value * 10 + (*p - '0');
    return e[1] == '-' ? -value : value;
}

/* Without a type but with a precision: %g, with one decimal at least, and an
 * exponent one place earlier. */
static ss_status plain_digits(double x, int64_t precision, ss_text *body)
{
    ss_text scientific = {0};
    ss_status status;
    int64_t point;

    if (precision < 1)
        precision = 1;
    status = ssi_text_scientific(&scientific, x, precision - 1);
    if (status != SS_OK)
        return status;
    point = exponent_of(&scientific) + 1;
    if (point > precision - 1 || point <= -4) {
        const char *e = strchr(scientific.data, 'e');
        size_t digits = (size_t)(e - scientific.data);
        if (memchr(scientific.data, '.', digits)) {
            while (scientific.data[digits - 1] == '0')
                digits--;
            digits -= scientific.data[digits - 1] == '.';
        }
        status = ss_text_append(body, scientific.data, digits);
        if (status == SS_OK)
            status = ss_text_append(body, e, strlen(e));
    } else {
        status = ssi_text_general(body, x, precision);
        if (status == SS_OK && !strchr(body->data, '.'))
            status = ss_text_append(body, ".0", 2);
    }
    ss_text_free(&scientific);
    return status;
}

static ss_status float_digits(double x, const format_spec *f, ss_text *body)
{
    int64_t precision = f->precision < 0 ? 6 : f->precision;

    switch (f->type | 0x20) {
    case 'e':
        return ssi_text_scientific(body, x, precision);
    case 'f':
        return ssi_text_fixed(body, x, precision);
    case 'g':
        return ssi_text_general(body, x, precision < 1 ? 1 : precision);
    case '%' | 0x20:
        return ssi_text_fixed(body, x * 100.0, precision);
    default:
        return f->precision < 0 ? ss_python_float_text(x, body)
                                : plain_digits(x, f->precision, body);
    }
}

static void upper_case(ss_text *body)
{
    for (size_t i = 0; i < body->size; i++)
        if (body->data[i] >= 'a' && body->data[i] <= 'z')
            body->data[i] = (char)(body->data[i] - 'a' + 'A');
}

static bool format_float(ss_session *s, double x, const char *name,
                         const format_spec *f, ss_text *out)
{
    bool negative = 1.0 / x < 0.0 || x < 0.0, ok;
    ss_text body = {0};
    ss_status status;

    if (f->type && !strchr("eEfFgG%", f->type))
        return f->type == 'n'
                   ? ssi_unsupported(s, "format type 'n' is not supported")
                   : ssi_raise(s, "ValueError",
                               "Unknown format code '%c' for object of type "
                               "'%s'",
                               f->type, name);
    if (x != x)
        status = ss_text_append(&body, "nan", 3), negative = false;
    else if (x - x != 0.0)
        status = ss_text_append(&body, "inf", 3);
    else
        status = float_digits(negative ? -x : x, f, &body);
    if (status != SS_OK)
        return ssi_raise_memory(s);
    if (f->type >= 'A' && f->type <= 'Z')
        upper_case(&body);
    ok = f->type != '%' || put(s, &body, "%", 1);
    ok = ok && group_digits(s, f, 3, &body)
         && lay_out(s, f, '>', sign_text(f, negative), &body, out);
    ss_text_free(&body);
    return ok;
}

/* --- ints --- */

/* The magnitude in base 2, 8 or 16. */
static bool binary_digits(ss_session *s, ssi_value v, int bits, bool upper,
                          ss_text *body)
{
    uint32_t *words;
    size_t count, at;
    bool negative, ok = true, begun = false;

    if (!ssi_int_words(s, v, &words, &count, &negative))
        return false;
    at = count ? (count * 32 + (size_t)bits - 1) / (size_t)bits : 1;
    while (ok && at-- > 0) {
        uint32_t digit = 0;
        for (int i = bits - 1; i >= 0; i--) {
            size_t bit = at * (size_t)bits + (size_t)i;
            digit = digit << 1
                    | (bit / 32 < count ? words[bit / 32] >> bit % 32 & 1 : 0);
        }
        begun |= digit != 0 || at == 0;
        if (begun)
            ok = put(s, body,
                     (upper ? "0123456789ABCDEF" : "0123456789abcdef") + digit,
                     1);
    }
    ssi_int_words_free(words);
    return ok;
}

static bool int_digits(ss_session *s, ssi_value v, const format_spec *f,
                       ss_text *body)
{
    switch (f->type) {
    case 'b':
        return binary_digits(s, v, 1, false, body);
    case 'o':
        return binary_digits(s, v, 3, false, body);
    case 'x':
    case 'X':
        return binary_digits(s, v, 4, f->type == 'X', body);
    default:
        if (!ssi_str(s, v, body))
            return false;
        if (body->data[0] == '-') { /* the sign is laid out on its own */
            memmove(body->data, body->data + 1, body->size);
            body->size--;
        }
        return true;
    }
}

static bool is_negative_int(ss_session *s, ssi_value v, bool *negative)
{
    uint32_t *words;
    size_t count;

    if (!ssi_int_words(s, v, &words, &count, negative))
        return false;
    ssi_int_words_free(words);
    return true;
}

static bool format_int(ss_session *s, ssi_value v, const char *name,
                       const format_spec *f, ss_text *out)
{
    ss_text body = {0};
    bool negative, ok;
    double x;

    if (f->type && strchr("eEfFgG%", f->type))
        return ssi_to_double(s, v, &x) && format_float(s, x, name, f, out);
    if (f->type == 'c' || f->type == 'n')
        return ssi_unsupported(s, "format type '%c' is not supported", f->type);
    if (f->type && !strchr("bdoxX", f->type))
        return ssi_raise(s, "ValueError",
                         "Unknown format code '%c' for "
                         "object of type '%s'",
                         f->type, name);
    if (f->precision >= 0)
        return ssi_raise(s, "ValueError",
                         "Precision not allowed in integer "
                         "format specifier");
    ok = is_negative_int(s, v, &negative) && int_digits(s, v, f, &body)
         && group_digits(s, f, f->type && f->type != 'd' ? 4 : 3, &body)
         && lay_out(s, f, '>', sign_text(f, negative), &body, out);
    ss_text_free(&body);
    return ok;
}

/* --- strings --- */

static bool format_str(ss_session *s, const char *bytes, size_t size,
                       const format_spec *f, ss_text *out)
{
    ss_text body = {0};
    size_t take = 0;
    int64_t left = f->precision;
    bool ok;

    if (f->type && f->type != 's')
        return ssi_raise(s, "ValueError",
                         "Unknown format code '%c' for "
                         "object of type 'str'",
                         f->type);
    if (f->sign)
        return ssi_raise(s, "ValueError",
                         "%s not allowed in string format "
                         "specifier",
                         f->sign == ' ' ? "Space" : "Sign");
    if (f->align == '=')
        return ssi_raise(s, "ValueError",
                         "'=' alignment not allowed in "
                         "string format specifier");
    while (take < size
           && (left != 0 || ((unsigned char)bytes[take] & 0xc0) == 0x80)) {
        left -= ((unsigned char)bytes[take] & 0xc0) != 0x80;
        take++;
    }
    while (take < size && ((unsigned char)bytes[take] & 0xc0) == 0x80)
        take++;
    ok = put(s, &body, bytes, take) && lay_out(s, f, '<', "", &body, out);
    ss_text_free(&body);
    return ok;
}

/* A number or str by a specification that was read. */
static bool format_as(ss_session *s, ssi_value v, const char *name,
                      const format_spec *f, ss_text *out)
{
    ssi_value number;
    double x;
    bool ok;

    if (ssi_is(v, &ssi_type_str)) {
        const ssi_str_object *text = (const ssi_str_object *)v.u.o;
        return format_str(s, text->data, text->size, f, out);
    }
    if (!ssi_is_int(v))
        return ssi_to_double(s, v, &x) && format_float(s, x, name, f, out);
    if (!ssi_to_python_int(s, v, &number))
        return false;
    ok = format_int(s, number, name, f, out);
    ssi_release(s, number);
    return ok;
}

bool ssi_format_value(ss_session *s, ssi_value v, const char *spec, size_t size,
                      ss_text *out)
{
    const char *name = ssi_type_name(v);
    format_spec f;

    if (size == 0)
        return ssi_str(s, v, out);
    if (ssi_is_int(v))
        name = v.tag == SSI_BOOL ? "bool" : "int";
    else if (ssi_is_float(v))
        name = "float";
    else if (ssi_is(v, &ssi_type_str))
        name = "str";
    else
        return ssi_raise(s, "TypeError",
                         "unsupported format string passed to "
                         "%s.__format__",
                         name);
    if (!read_spec(s, spec, size, name, &f))
        return false;
    if (f.group && f.fill[0] == '0' && (f.zero || f.align == '='))
        return ssi_unsupported(s, "grouping under a zero fill is not "
                                  "supported");
    return format_as(s, v, name, &f, out);
}
