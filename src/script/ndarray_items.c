/* SPDX-License-Identifier: MIT
 * Elements of arrays from and to Python's objects.
 * Learned from: NumPy 2.4.6 by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "script/ndarray.h"

size_t ssi_utf8_points(const char *text, size_t size, uint32_t *out,
                       size_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < size; count++) {
        unsigned char lead = (unsigned char)text[i];
        unsigned more = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
        uint32_t point = more ? lead & (0x3fu >> more) : lead;
        for (i++; more && i < size; more--, i++)
            point = point << 6 | ((unsigned char)text[i] & 0x3f);
        if (out && count < room)
            out[count] = point;
    }
    return count;
}

static size_t put_utf8(char *out, uint32_t p)
{
    if (p < 0x80) {
        out[0] = (char)p;
        return 1;
    }
    if (p < 0x800) {
        out[0] = (char)(0xc0 | p >> 6);
        out[1] = (char)(0x80 | (p & 63));
        return 2;
    }
    if (p < 0x10000) {
        out[0] = (char)(0xe0 | p >> 12);
        out[1] = (char)(0x80 | (p >> 6 & 63));
        out[2] = (char)(0x80 | (p & 63));
        return 3;
    }
    out[0] = (char)(0xf0 | p >> 18);
    out[1] = (char)(0x80 | (p >> 12 & 63));
    out[2] = (char)(0x80 | (p >> 6 & 63));
    out[3] = (char)(0x80 | (p & 63));
    return 4;
}

/* A str of the code points, without the zeros that pad it. */
static bool str_item(ss_session *s, size_t itemsize, const void *item,
                     ssi_value *out)
{
    size_t count = itemsize / 4, size = 0;
    uint32_t point;
    const char *points = item;
    while (count) {
        memcpy(&point, points + 4 * (count - 1), 4);
        if (point)
            break;
        count--;
    }
    char *text = malloc(4 * count + 1);
    if (!text)
        return ssi_raise_memory(s);
    for (size_t i = 0; i < count; i++) {
        memcpy(&point, points + 4 * i, 4);
        size += put_utf8(text + size, point);
    }
    bool ok = ssi_new_str(s, text, size, out);
    free(text);
    return ok;
}

bool ssi_item_python(ss_session *s, ssi_element element, const void *item,
                     ssi_value *out)
{
    ssi_number n;
    if (element.dtype == SS_STR)
        return str_item(s, element.itemsize, item, out);
    if (element.dtype == SS_BYTES) {
        size_t size = element.itemsize;
        while (size && !((const char *)item)[size - 1])
            size--;
        return ssi_new_bytes(s, item, size, out);
    }
    if (!ssi_number_load(element.dtype, item, &n))
        return ssi_unsupported(s, "elements of dtype object");
    switch (n.kind) {
    case 'b':
        *out = ssi_bool(n.u != 0);
        return true;
    case 'i':
        *out = ssi_int(n.i);
        return true;
    case 'u':
        return ssi_new_uint64(s, n.u, out);
    case 'f':
        *out = ssi_float(n.f);
        return true;
    default:
        return ssi_new_complex(s, n.f, n.imaginary, out);
    }
}

static const char *skip_digits(const char *p, bool *some)
{
    while ((*p >= '0' && *p <= '9') || (*p == '_' && *some)) {
        *some = true;
        p++;
    }
    return p;
}

/* The end of a float literal's text; NULL: it is none. */
static const char *float_end(const char *p, char *kind)
{
    static const char *const words[] = {"infinity", "inf", "nan"};
    bool whole = false, part = false, power = false;
    *kind = 'f';
    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
        size_t n = strlen(words[w]), i = 0;
        while (i < n && (p[i] | 32) == words[w][i])
            i++;
        if (i == n)
            return p + n;
    }
    p = skip_digits(p, &whole);
    if (whole && *p != '.' && (*p | 32) != 'e') {
        *kind = 'i';
        return p;
    }
    if (*p == '.')
        p = skip_digits(p + 1, &part);
    if (!whole && !part)
        return NULL;
    if ((*p | 32) == 'e') {
        p++;
        p += *p == '+' || *p == '-';
        p = skip_digits(p, &power);
        if (!power)
            return NULL;
    }
    return p;
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

char ssi_text_number(const char *text)
{
    char kind;
    while (is_blank(*text))
        text++;
    text += *text == '+' || *text == '-';
    text = float_end(text, &kind);
    if (!text)
        return 0;
    while (is_blank(*text))
        text++;
    return *text ? 0 : kind;
}

/* What Python's int() and float() read, without the spaces around it. */
static const char *stripped(ssi_value v, size_t *size)
{
    const ssi_str_object *text = (const ssi_str_object *)v.u.o;
    const char *p = text->data, *end = text->data + text->size;
    while (p < end && is_blank(*p))
        p++;
    while (end > p && is_blank(end[-1]))
        end--;
    *size = (size_t)(end - p);
    return p;
}

/* Digits without underscores; false: too many of them. */
static bool plain_digits(const char *text, size_t size, char out[512],
                         size_t *count)
{
    *count = 0;
    for (size_t i = 0; i < size; i++)
        if (text[i] != '_') {
            if (*count == 511)
                return false;
            out[(*count)++] = text[i];
        }
    out[*count] = 0;
    return true;
}

/* int(text) or float(text): Python's ValueErrors. */
bool ssi_text_value(ss_session *s, ssi_value v, bool integer, ssi_value *out)
{
    size_t size, count;
    const char *text = stripped(v, &size);
    char kind = ssi_text_number(text), digits[512];
    ss_text shown = {0};
    double d;
    if (kind == 'i' && integer && plain_digits(text, size, digits, &count)) {
        bool negative = *digits == '-', sign = negative || *digits == '+';
        const char *first = digits + sign;
        while (*first == '0' && first[1])
            first++;
        ssi_value plus;
        if (!ssi_int_literal(s, first, strlen(first), &plus))
            return false;
        if (!negative) {
            *out = plus;
            return true;
        }
        bool ok = ssi_unary(s, SSI_OP_NEGATIVE, plus, out);
        ssi_release(s, plus);
        return ok;
    }
    if (kind && !integer && plain_digits(text, size, digits, &count)
        && ssi_float_read(digits, count, &d)) {
        *out = ssi_float(d);
        return true;
    }
    if (kind == 'i' || (kind && !integer))
        return ssi_unsupported(s, "this text as a number");
    if (!ssi_repr(s, v, &shown))
        return false;
    ssi_raise(s, "ValueError",
              integer ? "invalid literal for int() with base 10: %s"
                      : "could not convert string to float: %s",
              shown.data);
    ss_text_free(&shown);
    return false;
}

static bool is_text(ssi_value v)
{
    return ssi_is(v, &ssi_type_str) || ssi_is(v, &ssi_type_bytes);
}

static bool store_str(ss_session *s, ssi_element element, void *item,
                      ssi_value v)
{
    ss_text text = {0};
    bool ok;
    if (ssi_is(v, &ssi_type_bytes)) { /* decoded as ASCII */
        const ssi_str_object *b = (const ssi_str_object *)v.u.o;
        ok = ssi_text_done(s, ss_text_append(&text, b->data, b->size));
    } else {
        ok = ssi_str(s, v, &text);
    }
    for (size_t i = 0; ok && i < text.size; i++)
        if ((unsigned char)text.data[i] > 127
            && (element.dtype == SS_BYTES || ssi_is(v, &ssi_type_bytes)))
            ok = ssi_unsupported(s, "bytes or text beyond ASCII converted to "
                                    "the other");
    if (ok && element.dtype == SS_STR) {
        size_t room = element.itemsize / 4;
        uint32_t *points = calloc(room + 1, 4);
        if (points) {
            ssi_utf8_points(text.data ? text.data : "", text.size, points,
                            room);
            memcpy(item, points, element.itemsize);
        } else {
            ok = ssi_raise_memory(s);
        }
        free(points);
    } else if (ok) {
        size_t n = text.size < element.itemsize ? text.size : element.itemsize;
        memset(item, 0, element.itemsize);
        memcpy(item, text.data ? text.data : "", n);
    }
    ss_text_free(&text);
    return ok;
}

static bool store_bytes(ss_session *s, ssi_element element, void *item,
                        ssi_value v)
{
    if (!ssi_is(v, &ssi_type_bytes))
        return store_str(s, element, item, v);
    ssi_str_object *b = (ssi_str_object *)v.u.o;
    size_t n = b->size < element.itemsize ? b->size : element.itemsize;
    memset(item, 0, element.itemsize);
    memcpy(item, b->data, n);
    return true;
}

/* The lowest and the highest value of an integer dtype; high as unsigned. */
static void integer_range(ss_dtype dtype, int64_t *low, uint64_t *high)
{
    unsigned bits = (unsigned)ss_dtype_size(dtype) * 8;
    if (ssi_dtype_is_signed(dtype)) {
        *high = (UINT64_C(1) << (bits - 1)) - 1;
        *low = -(int64_t)*high - 1;
    } else {
        *high = bits == 64 ? UINT64_MAX : (UINT64_C(1) << bits) - 1;
        *low = 0;
    }
}

static bool store_python_int(ss_session *s, ss_dtype dtype, void *item,
                             ssi_value v)
{
    uint64_t u, high;
    int64_t low;
    bool negative, fits;
    integer_range(dtype, &low, &high);
    if (!ssi_to_index(s, v, &u, &negative, &fits))
        return false;
    bool is_long = fits && (negative || u <= INT64_MAX);
    if (!fits || (negative ? (int64_t)u < low : u > high)) {
        ss_text shown = {0};
        if (!is_long)
            return ssi_raise(s, "OverflowError",
                             "Python int too large to convert to C long");
        if (!ssi_str(s, v, &shown))
            return false;
        ssi_raise(s, "OverflowError", "Python integer %s out of bounds for %s",
                  shown.data, ss_dtype_name(dtype));
        ss_text_free(&shown);
        return false;
    }
    ssi_number n = {.kind = negative ? 'i' : 'u', .i = (int64_t)u, .u = u};
    ssi_number_store(dtype, item, &n);
    return true;
}

static bool store_integer(ss_session *s, ss_dtype dtype, void *item,
                          ssi_value v)
{
    if (v.tag == SSI_FLOAT) {
        ssi_number n = {.kind = 'f', .f = v.u.f};
        if (v.u.f != v.u.f)
            return ssi_raise(s, "ValueError",
                             "cannot convert float NaN to integer");
        if (v.u.f - v.u.f != 0)
            return ssi_raise(s, "OverflowError",
                             "cannot convert float infinity to integer");
        if (v.u.f >= 0x1p63 || v.u.f < -0x1p63)
            return ssi_raise(s, "OverflowError",
                             "Python int too large to convert to C long");
        ssi_number_store(SS_INT64, &n.i, &n);
        return store_python_int(s, dtype, item, ssi_int(n.i));
    }
    if (v.tag == SSI_BOOL || v.tag == SSI_INT || ssi_is(v, &ssi_type_bigint))
        return store_python_int(s, dtype, item, v);
    if (is_text(v)) {
        ssi_value read;
        if (!ssi_text_value(s, v, true, &read))
            return false;
        bool ok = store_python_int(s, dtype, item, read);
        ssi_release(s, read);
        return ok;
    }
    return ssi_raise(s, "TypeError",
                     "int() argument must be a string, a bytes-like object "
                     "or a real number, not '%s'",
                     ssi_type_name(v));
}

static bool store_float(ss_session *s, ss_dtype dtype, void *item, ssi_value v)
{
    ssi_number n = {.kind = 'f'};
    if (v.tag == SSI_NONE && !ssi_dtype_is_complex(dtype)) {
        uint64_t nan = UINT64_C(0x7ff8000000000000);
        memcpy(&n.f, &nan, sizeof n.f);
    } else if (is_text(v)) {
        ssi_value read;
        if (!ssi_text_value(s, v, false, &read))
            return false;
        n.f = read.u.f;
    } else if (ssi_is(v, &ssi_type_complex) && ssi_dtype_is_complex(dtype)) {
        n.kind = 'c';
        ssi_complex_parts(v, &n.f, &n.imaginary);
    } else if (v.tag == SSI_OBJECT && !ssi_is_float(v) && !ssi_is_int(v)) {
        return ssi_raise(s, "TypeError",
                         "float() argument must be a string "
                         "or a real number, not '%s'",
                         ssi_type_name(v));
    } else if (!ssi_to_double(s, v, &n.f)) {
        return false;
    }
    ssi_number_store(dtype, item, &n);
    return true;
}

bool ssi_item_store(ss_session *s, ssi_element element, void *item, ssi_value v)
{
    ssi_number n;
    bool truth;
    const void *from = NULL;
    ss_dtype dtype = SS_OBJECT;
    if (element.dtype == SS_STR)
        return store_str(s, element, item, v);
    if (element.dtype == SS_BYTES)
        return store_bytes(s, element, item, v);
    if (ssi_is(v, &ssi_type_numpy_scalar)) {
        from = ((ssi_scalar_object *)v.u.o)->item;
        dtype = ((ssi_scalar_object *)v.u.o)->dtype;
    } else if (ssi_is_array(v) && ss_array_size(ssi_array_of(v)) == 1) {
        from = ssi_array_of(v)->data;
        dtype = ssi_array_of(v)->dtype;
    }
    if (from && ssi_number_load(dtype, from, &n)) {
        ssi_number_store(element.dtype, item, &n);
        return true;
    }
    if (element.dtype == SS_BOOL) {
        if (!ssi_truth(s, v, &truth))
            return false;
        *(unsigned char *)item = truth;
        return true;
    }
    if (ssi_dtype_is_integer(element.dtype))
        return store_integer(s, element.dtype, item, v);
    return store_float(s, element.dtype, item, v);
}
