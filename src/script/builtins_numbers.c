/* SPDX-License-Identifier: MIT
 * int(), float() and complex(): numbers out of other numbers and of text.
 *
 * Learned from: CPython 3.11, Objects/longobject.c (PyLong_FromString) and
 * Objects/floatobject.c.
 */
#include "script/builtins.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool is_text(ssi_value v)
{
    return ssi_is(v, &ssi_type_str) || ssi_is(v, &ssi_type_bytes);
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static void strip(const char **text, size_t *size)
{
    while (*size && is_space((*text)[0])) {
        (*text)++;
        (*size)--;
    }
    while (*size && is_space((*text)[*size - 1]))
        (*size)--;
}

/* Python reads digits and spaces of all scripts; we do not. */
static bool check_ascii(ss_session *s, ssi_value v, const char *function)
{
    const ssi_str_object *text = (const ssi_str_object *)v.u.o;

    for (size_t i = 0; ssi_is(v, &ssi_type_str) && i < text->size; i++)
        if ((unsigned char)text->data[i] >= 0x80)
            return ssi_unsupported(s,
                                   "%s() of text that is not ASCII is not "
                                   "supported",
                                   function);
    return true;
}

/* message and the value's repr, cut to 200 characters when cut is set. */
static bool bad_text(ss_session *s, ssi_value v, const char *message, bool cut)
{
    ss_text text = {0};

    if (ssi_repr(s, v, &text))
        ssi_raise(s, "ValueError", "%s: %.*s", message,
                  cut && text.size > 200 ? 200 : (int)text.size, text.data);
    ss_text_free(&text);
    return false;
}

static unsigned digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return (unsigned)(c - '0');
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
        return (unsigned)((c | 0x20) - 'a' + 10);
    return 99;
}

static unsigned prefix_base(const char *text, size_t size)
{
    char c = size > 1 && text[0] == '0' ? (char)(text[1] | 0x20) : '\0';

    return c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
}

/* Drop underscores between digits; 0 when it is not a number in that base. */
static size_t clean_digits(const char *text, size_t size, unsigned base,
                           char *out)
{
    size_t n = 0;

    for (size_t i = 0; i < size; i++) {
        if (text[i] == '_') {
            if (i == 0 || i + 1 == size || text[i + 1] == '_')
                return 0;
        } else if (digit_value(text[i]) < base) {
            out[n++] = text[i];
        } else {
            return 0;
        }
    }
    return n;
}

static bool bad_literal(ss_session *s, ssi_value v, int64_t base)
{
    char message[64] = "invalid literal for int() with base ";
    size_t n = strlen(message);

    if (base >= 10)
        message[n++] = (char)('0' + base / 10);
    message[n++] = (char)('0' + base % 10);
    message[n] = '\0';
    return bad_text(s, v, message, true);
}

static bool too_long(ss_session *s, size_t digits, unsigned base)
{
    if ((base & (base - 1)) != 0 && digits > SSI_MAX_INT_DIGITS)
        return !ssi_raise(s, "ValueError",
                          "Exceeds the limit (%d digits) for integer string "
                          "conversion: value has %zu digits; use "
                          "sys.set_int_max_str_digits() to increase the "
                          "limit",
                          SSI_MAX_INT_DIGITS, digits);
    if (digits > SSI_MAX_INT_BITS)
        return !ssi_unsupported(s,
                                "ints of more than %zu bits are not "
                                "supported",
                                SSI_MAX_INT_BITS);
    return false;
}

static bool only_zeros(const char *digits, size_t n)
{
    while (n && digits[n - 1] == '0')
        n--;
    return n == 0;
}

static bool read_digits(ss_session *s, ssi_value v, int64_t base,
                        const char *text, size_t size, char *digits,
                        ssi_value *out)
{
    bool negative = size && text[0] == '-', prefixed;
    unsigned actual = (unsigned)base;
    ssi_bigint big;
    size_t n;

    if (size && (text[0] == '-' || text[0] == '+')) {
        text++;
        size--;
    }
    prefixed =
        prefix_base(text, size) && (!base || base == prefix_base(text, size));
    if (prefixed) {
        actual = prefix_base(text, size);
        text += 2;
        size -= 2;
        if (size && text[0] == '_') {
            text++;
            size--;
        }
    } else if (base == 0) {
        actual = 10;
    }
    n = clean_digits(text, size, actual, digits);
    if (n == 0
        || (base == 0 && !prefixed && digits[0] == '0'
            && !only_zeros(digits, n)))
        return bad_literal(s, v, base);
    if (too_long(s, n, actual))
        return false;
    if (!ssi_bigint_read(digits, n, actual, negative, &big))
        return ssi_raise_memory(s);
    return ssi_int_take(s, &big, out);
}

static bool int_of_text(ss_session *s, ssi_value v, int64_t base,
                        ssi_value *out)
{
    const ssi_str_object *object = (const ssi_str_object *)v.u.o;
    const char *text = object->data;
    size_t size = object->size;
    char *digits;
    bool ok;

    if (!check_ascii(s, v, "int"))
        return false;
    strip(&text, &size);
    digits = malloc(size + 1);
    if (!digits)
        return ssi_raise_memory(s);
    ok = read_digits(s, v, base, text, size, digits, out);
    free(digits);
    return ok;
}

static bool int_of_double(ss_session *s, double x, ssi_value *out)
{
    ssi_bigint big;

    if (isnan(x))
        return ssi_raise(s, "ValueError",
                         "cannot convert float NaN to "
                         "integer");
    if (isinf(x))
        return ssi_raise(s, "OverflowError",
                         "cannot convert float infinity to integer");
    if (!ssi_bigint_from_double(x, &big))
        return ssi_raise_memory(s);
    return ssi_int_take(s, &big, out);
}

bool ssi_int_of(ss_session *s, ssi_value v, ssi_value original, ssi_value *out)
{
    double real, imag;

    if (ssi_is_pyint(v))
        return ssi_int_unary(s, SSI_OP_POSITIVE, v, out);
    if (v.tag == SSI_FLOAT)
        return int_of_double(s, v.u.f, out);
    if (is_text(v))
        return int_of_text(s, v, 10, out);
    if (!ssi_is(original, &ssi_type_complex)
        && ssi_complex_parts(v, &real, &imag))
        return int_of_double(s, real, out);
    return ssi_raise(s, "TypeError",
                     "int() argument must be a string, a bytes-like object or "
                     "a real number, not '%s'",
                     ssi_type_name(original));
}

static bool int_with_base(ss_session *s, ssi_call *call, ssi_value *out)
{
    uint64_t base;
    bool negative, fits, ok;
    ssi_value v;

    if (!ssi_to_index(s, call->args[1], &base, &negative, &fits))
        return false;
    if (!fits || negative || base == 1 || base > 36)
        return ssi_raise(s, "ValueError",
                         "int() base must be >= 2 and <= 36, or 0");
    if (ssi_is(call->args[0], &ssi_type_numpy_scalar)) {
        if (!ssi_python_value(s, call->args[0], &v))
            return false;
    } else {
        v = ssi_retain(call->args[0]);
    }
    ok = is_text(v) ? int_of_text(s, v, (int64_t)base, out)
                    : ssi_raise(s, "TypeError",
                                "int() can't convert "
                                "non-string with explicit base");
    ssi_release(s, v);
    return ok;
}

bool ssi_call_int(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value v;
    bool ok;

    if (!call->given[0]) {
        if (call->given[1])
            return ssi_raise(s, "TypeError", "int() missing string argument");
        *out = ssi_int(0);
        return true;
    }
    if (call->given[1])
        return int_with_base(s, call, out);
    if (!ssi_python_value(s, call->args[0], &v))
        return false;
    ok = ssi_int_of(s, v, call->args[0], out);
    ssi_release(s, v);
    return ok;
}

static bool float_of_text(ss_session *s, ssi_value v, double *out)
{
    const ssi_str_object *object = (const ssi_str_object *)v.u.o;
    const char *text = object->data;
    size_t size = object->size;

    if (!check_ascii(s, v, "float"))
        return false;
    strip(&text, &size);
    if (ssi_float_read(text, size, out))
        return true;
    return bad_text(s, v, "could not convert string to float", false);
}

static bool float_of_value(ss_session *s, ssi_value v, ssi_value original,
                           double *out)
{
    double imag;

    if (is_text(v))
        return float_of_text(s, v, out);
    if (v.tag == SSI_FLOAT || ssi_is_pyint(v))
        return ssi_to_double(s, v, out);
    if (!ssi_is(original, &ssi_type_complex)
        && ssi_complex_parts(v, out, &imag))
        return true;
    return ssi_raise(s, "TypeError",
                     "float() argument must be a string or a real number, not "
                     "'%s'",
                     ssi_type_name(original));
}

bool ssi_call_float(ss_session *s, ssi_call *call, ssi_value *out)
{
    double x = 0.0;
    ssi_value v;
    bool ok;

    if (call->given[0]) {
        if (!ssi_python_value(s, call->args[0], &v))
            return false;
        ok = float_of_value(s, v, call->args[0], &x);
        ssi_release(s, v);
        if (!ok)
            return false;
    }
    *out = ssi_float(x);
    return true;
}

bool ssi_call_complex(ss_session *s, ssi_call *call, ssi_value *out)
{
    double parts[2] = {0.0, 0.0};

    for (int i = 0; i < 2; i++) {
        ssi_value v = call->args[i];
        if (!call->given[i])
            continue;
        if (v.tag != SSI_FLOAT && !ssi_is_pyint(v))
            return ssi_unsupported(s, "complex() of anything but ints and "
                                      "floats is not supported");
        if (!ssi_to_double(s, v, &parts[i]))
            return false;
    }
    return ssi_new_complex(s, parts[0], parts[1], out);
}
