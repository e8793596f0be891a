/* SPDX-License-Identifier: MIT
 * Python's str: UTF-8 inside, counted and indexed by code points.
 *
 * Surrogates, which "\ud800" makes, are kept as the three bytes that UTF-8
 * would give them. Learned from: CPython 3.11, Objects/unicodeobject.c.
 */
#include "script/str_methods.h"
#include "script/session.h"

#include <stdio.h>
#include <string.h>

#include "text/python_text.h"

uint32_t ssi_utf8_next(const char *bytes, size_t *at)
{
    const unsigned char *p = (const unsigned char *)bytes + *at;

    if (p[0] < 0x80) {
        *at += 1;
        return p[0];
    }
    if (p[0] < 0xe0) {
        *at += 2;
        return (uint32_t)(p[0] & 0x1f) << 6 | (p[1] & 0x3f);
    }
    if (p[0] < 0xf0) {
        *at += 3;
        return (uint32_t)(p[0] & 0x0f) << 12 | (uint32_t)(p[1] & 0x3f) << 6
               | (p[2] & 0x3f);
    }
    *at += 4;
    return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3f) << 12
           | (uint32_t)(p[2] & 0x3f) << 6 | (p[3] & 0x3f);
}

bool ssi_new_str(ss_session *s, const char *bytes, size_t size, ssi_value *out)
{
    ssi_str_object *object;

    if (size > SIZE_MAX / 2)
        return ssi_raise_memory(s);
    object = ssi_new(s, &ssi_type_str, sizeof *object + size + 1, 0);
    if (!object)
        return false;
    if (bytes && size)
        memcpy(object->data, bytes, size);
    object->size = size;
    object->length = (size_t)ssi_utf8_length(object->data, size);
    *out = ssi_from_object(object);
    return true;
}

/* --- repr --- */

static bool escape(ss_session *s, uint32_t c, char quote, ss_text *out)
{
    char text[16];

    if (c == (uint32_t)quote || c == '\\')
        snprintf(text, sizeof text, "\\%c", (int)c);
    else if (c == '\t' || c == '\n' || c == '\r')
        snprintf(text, sizeof text, "\\%c",
                 c == '\t'   ? 't'
                 : c == '\n' ? 'n'
                             : 'r');
    else if (c < 0x100)
        snprintf(text, sizeof text, "\\x%02x", (unsigned)c);
    else if (c < 0x10000)
        snprintf(text, sizeof text, "\\u%04x", (unsigned)c);
    else
        snprintf(text, sizeof text, "\\U%08x", (unsigned)c);
    return ssi_append(s, out, text);
}

bool ssi_str_repr(ss_session *s, const char *bytes, size_t size, ss_text *out)
{
    bool single = size && memchr(bytes, '\'', size);
    bool twice = size && memchr(bytes, '"', size);
    char quote = single && !twice ? '"' : '\'', quotes[2] = {quote, '\0'};
    size_t plain = 0, at = 0;

    if (!ssi_append(s, out, quotes))
        return false;
    while (at < size) {
        size_t start = at;
        uint32_t c = ssi_utf8_next(bytes, &at);
        if (c != (uint32_t)quote && c != '\\' && ssi_is_printable(c))
            continue;
        if (!ssi_append_status(
                s, ss_text_append(out, bytes + plain, start - plain))
            || !escape(s, c, quote, out))
            return false;
        plain = at;
    }
    return ssi_append_status(s,
                             ss_text_append(out, bytes + plain, size - plain))
           && ssi_append(s, out, quotes);
}

static bool str_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    const ssi_str_object *str = (const ssi_str_object *)self;

    return ssi_str_repr(s, str->data, str->size, out);
}

static bool str_str(ss_session *s, ssi_object *self, ss_text *out)
{
    const ssi_str_object *str = (const ssi_str_object *)self;

    return ssi_append_status(s, ss_text_append(out, str->data, str->size));
}

/* --- as a sequence --- */

static bool str_length(ss_session *s, ssi_object *self, size_t *out)
{
    *out = ((ssi_str_object *)self)->length;
    return true;
}

/* The offset of code point i < length; from the last one that was found when
 * that lies before it, so that a loop does not start over at each step. */
static size_t offset_of(ssi_str_object *str, size_t i)
{
    size_t at = 0, point = 0;

    if (str->length == str->size)
        return i;
    if (str->mark <= i) {
        at = str->mark_byte;
        point = str->mark;
    }
    for (; point < i; point++)
        ssi_utf8_next(str->data, &at);
    str->mark = i;
    str->mark_byte = at;
    return at;
}

static bool character(ss_session *s, ssi_str_object *str, size_t i,
                      ssi_value *out)
{
    size_t start = offset_of(str, i), end = start;

    ssi_utf8_next(str->data, &end);
    return ssi_new_str(s, str->data + start, end - start, out);
}

static bool str_index(ss_session *s, ssi_object *self, ssi_value key,
                      ssi_value *out)
{
    ssi_str_object *str = (ssi_str_object *)self;
    size_t i;

    if (!ssi_has_index(key))
        return ssi_raise(s, "TypeError",
                         "string indices must be integers, not '%s'",
                         ssi_type_name(key));
    return ssi_position(s, "string", "string index out of range", key,
                        str->length, &i)
           && character(s, str, i, out);
}

static bool str_iterate(ss_session *s, ssi_object *self, size_t i,
                        ssi_value *out, bool *done)
{
    ssi_str_object *str = (ssi_str_object *)self;

    *done = i >= str->length;
    return *done || character(s, str, i, out);
}

static bool concatenate(ss_session *s, ssi_value left, ssi_value right,
                        ssi_value *out)
{
    const ssi_str_object *a = (const ssi_str_object *)left.u.o;
    const ssi_str_object *b = (const ssi_str_object *)right.u.o;
    ssi_str_object *joined;

    if (!ssi_new_str(s, NULL, a->size + b->size, out))
        return false;
    joined = (ssi_str_object *)out->u.o;
    memcpy(joined->data, a->data, a->size);
    memcpy(joined->data + a->size, b->data, b->size);
    joined->length = a->length + b->length;
    return true;
}

static bool repeat(ss_session *s, ssi_value v, ssi_value times, ssi_value *out)
{
    const ssi_str_object *str = (const ssi_str_object *)v.u.o;
    ssi_str_object *repeated;
    size_t count;

    if (!ssi_repeat_count(s, times, str->size, &count)
        || !ssi_new_str(s, NULL, str->size * count, out))
        return false;
    repeated = (ssi_str_object *)out->u.o;
    for (size_t i = 0; i < count && str->size; i++)
        memcpy(repeated->data + i * str->size, str->data, str->size);
    repeated->length = str->length * count;
    return true;
}

static bool str_binary(ss_session *s, ssi_operator op, ssi_value left,
                       ssi_value right, ssi_value *out, bool *handled)
{
    bool is_left = ssi_is(left, &ssi_type_str);

    *handled = true;
    if (op == SSI_OP_MUL && ssi_is_int(is_left ? right : left))
        return repeat(s, is_left ? left : right, is_left ? right : left, out);
    if (op == SSI_OP_ADD && is_left && ssi_is(right, &ssi_type_str))
        return concatenate(s, left, right, out);
    if (op == SSI_OP_MOD && is_left)
        return ssi_unsupported(s, "formatting by %% is not supported; "
                                  "print(a, b, sep='') and str() are");
    *handled = false;
    return true;
}

static bool str_truth(ss_session *s, ssi_object *self, bool *out)
{
    *out = ((ssi_str_object *)self)->size != 0;
    return true;
}

const ssi_type ssi_type_str = {
    .name = "str",
    .qualified = "str",
    .methods = ssi_str_methods,
    .repr = str_repr,
    .str = str_str,
    .length = str_length,
    .index = str_index,
    .iterate = str_iterate,
    .binary = str_binary,
    .truth = str_truth,
};
