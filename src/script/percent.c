/* SPDX-License-Identifier: MIT
 * The % operator's formats for numbers and strings, as np.savetxt uses them.
 * Learned from: The Python Standard Library 3.11, "printf-style String
 * Formatting", and CPython by experiment.
 *
 * Each is the same as a format specification but for its alignment. Not
 * supported, and refused: names (%(x)s), "*", the flag #, the conversions c, r
 * and a, a precision of integers.
 */
#include <stdio.h>
#include <string.h>

#include "script/files.h"
#include "script/format_spec.h"

#define MOST 1000 /* of a width or precision */

typedef struct conversion {
    bool left, zero;
    char sign;            /* '+', ' ' or 0 */
    int width, precision; /* -1: none */
    char type;
} conversion;

static const char *read_digits(const char *p, const char *end, int *out)
{
    *out = 0;
    for (; p < end && *p >= '0' && *p <= '9'; p++)
        *out = *out <= MOST ? *out * 10 + (*p - '0') : *out;
    return p;
}

/* From behind the "%"; NULL: an error is set. */
static const char *read_conversion(ss_session *s, const char *p,
                                   const char *end, conversion *c)
{
    *c = (conversion){.precision = -1};
    for (; p < end && memchr("-+ 0", *p, 4); p++) {
        c->left |= *p == '-';
        c->zero |= *p == '0';
        if (*p == '+' || (*p == ' ' && !c->sign))
            c->sign = *p;
    }
    p = read_digits(p, end, &c->width);
    if (p < end && *p == '.')
        p = read_digits(p + 1, end, &c->precision);
    while (p < end && memchr("hlL", *p, 3))
        p++;
    if (p == end) {
        ssi_raise(s, "ValueError", "incomplete format");
        return NULL;
    }
    c->type = *p;
    if (!memchr("diufFeEgGsxXo%", c->type, 14) || c->width > MOST
        || c->precision > MOST
        || (memchr("diuxXo", c->type, 6) && c->precision >= 0)) {
        ssi_unsupported(s, "this format with %%; the conversions d i u x X o "
                           "f F e E g G s with the flags - + 0 and blank are "
                           "supported");
        return NULL;
    }
    return p + 1;
}

/* int(v) of a number, as %d takes it; %x takes ints alone. */
static bool whole(ss_session *s, const conversion *c, ssi_value v,
                  ssi_value *out)
{
    bool decimal = memchr("diu", c->type, 3) != NULL;
    ssi_value number, cls;
    ssi_call call;
    bool ok;

    if (!ssi_python_value(s, v, &number))
        return false;
    if (ssi_is_int(number)) {
        *out = number;
        return true;
    }
    ok = decimal && number.tag == SSI_FLOAT;
    if (!ok)
        ssi_raise(s, "TypeError", "%%%c format: %s is required, not %s",
                  c->type, decimal ? "a real number" : "an integer",
                  ssi_type_name(v));
    ok = ok && ssi_module_attribute(s, &ssi_module_builtins, "int", &cls);
    if (ok) {
        memset(&call, 0, sizeof call);
        call.positional = &number;
        call.positional_count = 1;
        ok = ssi_call_value(s, cls, &call, out);
        ssi_release(s, cls);
    }
    ssi_release(s, number);
    return ok;
}

static bool put_spec(ss_session *s, const conversion *c, ssi_value v,
                     ss_text *out)
{
    char spec[64], number[16] = "";
    const char *align = c->left ? "<" : c->type == 's' ? ">" : "";
    char sign[2] = {c->type == 's' ? '\0' : c->sign, '\0'};
    char type = c->type == 'i' || c->type == 'u' ? 'd' : c->type;
    const char *zero = c->zero && !c->left && c->type != 's' ? "0" : "";

    if (c->precision >= 0)
        snprintf(number, sizeof number, ".%d", c->precision);
    snprintf(spec, sizeof spec, "%s%s%s", align, sign, zero);
    if (c->width)
        snprintf(spec + strlen(spec), sizeof spec - strlen(spec), "%d",
                 c->width);
    snprintf(spec + strlen(spec), sizeof spec - strlen(spec), "%s%c", number,
             type);
    return ssi_format_value(s, v, spec, strlen(spec), out);
}

static bool convert(ss_session *s, const conversion *c, ssi_value v,
                    ss_text *out)
{
    ssi_value changed = ssi_none();
    ss_text text = {0};
    double x = 0;
    bool ok;

    if (c->type == 's') {
        ok = ssi_str(s, v, &text)
             && ssi_new_str(s, text.data ? text.data : "", text.size, &changed);
        ss_text_free(&text);
    } else if (memchr("diuxXo", c->type, 6)) {
        ok = whole(s, c, v, &changed);
    } else {
        ok = ssi_to_double(s, v, &x);
        changed = ssi_float(x);
    }
    if (!ok)
        return false;
    ok = put_spec(s, c, changed, out);
    ssi_release(s, changed);
    return ok;
}

bool ssi_percent(ss_session *s, const char *format, size_t size,
                 const ssi_value *values, size_t count, ss_text *out)
{
    const char *p = format, *end = format + size;
    size_t used = 0;
    conversion c;

    while (p < end) {
        const char *mark = memchr(p, '%', (size_t)(end - p));

        if (!ssi_append_status(
                s, ss_text_append(out, p, (size_t)((mark ? mark : end) - p))))
            return false;
        if (!mark)
            break;
        p = read_conversion(s, mark + 1, end, &c);
        if (!p)
            return false;
        if (c.type == '%') {
            if (!ssi_append(s, out, "%"))
                return false;
            continue;
        }
        if (used == count)
            return ssi_raise(s, "TypeError",
                             "not enough arguments for format string");
        if (!convert(s, &c, values[used++], out))
            return false;
    }
    return used == count
           || ssi_raise(s, "TypeError",
                        "not all arguments converted during string "
                        "formatting");
}
