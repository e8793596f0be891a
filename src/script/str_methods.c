/* SPDX-License-Identifier: MIT
 * str.format(): the one method of str that print options need
 * (formatter={'float': '{:.2f}'.format}).
 * Learned from: The Python Standard Library 3.11, "Format String Syntax";
 * CPython's messages. Attributes, indices and nested fields are refused.
 */
#include <stdio.h>
#include <string.h>

#include "script/format_spec.h"
#include "script/session.h"
#include "script/str_methods.h"

/* One {field!conversion:spec}. */
typedef struct field {
    const char *name, *spec;
    size_t name_size, spec_size;
    char conversion; /* 'r', 's', 'a' or 0 */
} field;

typedef struct formatting {
    ss_session *s;
    const ssi_call *call;
    int64_t next; /* of automatic numbering, -1: manual, -2: not known yet */
    ss_text out;
} formatting;

/* Read the field behind "{"; answers the byte behind its "}", or NULL. */
static const char *read_field(ss_session *s, const char *p, const char *end,
                              field *f)
{
    const char *close;

    *f = (field){.name = p};
    if (p >= end) {
        ssi_raise(s, "ValueError", "Single '{' encountered in format string");
        return NULL;
    }
    close = memchr(p, '}', (size_t)(end - p));
    if (!close) {
        ssi_raise(s, "ValueError", "expected '}' before end of string");
        return NULL;
    }
    if (memchr(p, '{', (size_t)(close - p))) {
        ssi_unsupported(s, "a field inside a field of str.format() is not "
                           "supported");
        return NULL;
    }
    while (p < close && *p != '!' && *p != ':')
        p++;
    f->name_size = (size_t)(p - f->name);
    if (p < close && *p == '!') {
        f->conversion = p + 1 < close ? p[1] : 0;
        p += p + 1 < close ? 2 : 1;
        if (p < close && *p != ':') {
            ssi_raise(s, "ValueError",
                      "expected ':' after conversion specifier");
            return NULL;
        }
    }
    f->spec = p < close ? p + 1 : p;
    f->spec_size = (size_t)(close - f->spec);
    return close + 1;
}

/* The argument number of the field, -1 for a name; automatic ones count. */
static bool field_number(formatting *t, const field *f, int64_t *number)
{
    bool automatic = f->name_size == 0;

    *number = 0;
    for (size_t i = 0; i < f->name_size; i++) {
        if (f->name[i] < '0' || f->name[i] > '9' || *number > 1 << 20) {
            *number = -1;
            return true;
        }
        *number = *number * 10 + (f->name[i] - '0');
    }
    if (t->next != -2 && automatic != (t->next >= 0))
        return ssi_raise(t->s, "ValueError",
                         automatic
                             ? "cannot switch from manual field specification "
                               "to automatic field numbering"
                             : "cannot switch from automatic field numbering "
                               "to manual field specification");
    if (t->next == -2)
        t->next = automatic ? 0 : -1;
    if (automatic)
        *number = t->next++;
    return true;
}

static bool named_argument(formatting *t, const field *f, ssi_value *out)
{
    const ssi_call *call = t->call;

    for (size_t i = 0; i < f->name_size; i++)
        if (f->name[i] == '.' || f->name[i] == '[')
            return ssi_unsupported(t->s, "an attribute or index in a field of "
                                         "str.format() is not supported");
    for (size_t i = 0; i < call->keyword_count; i++)
        if (strlen(call->keyword_names[i]) == f->name_size
            && memcmp(call->keyword_names[i], f->name, f->name_size) == 0) {
            *out = call->keyword_values[i];
            return true;
        }
    return ssi_raise(t->s, "KeyError", "'%.*s'", (int)f->name_size, f->name);
}

static bool find_argument(formatting *t, const field *f, ssi_value *out)
{
    int64_t number;

    if (!field_number(t, f, &number))
        return false;
    if (number < 0)
        return named_argument(t, f, out);
    if ((uint64_t)number >= t->call->positional_count)
        return ssi_raise(t->s, "IndexError",
                         "Replacement index %lld out of range for positional "
                         "args tuple",
                         (long long)number);
    *out = t->call->positional[number];
    return true;
}

static bool converted(formatting *t, const field *f, ssi_value v)
{
    ss_session *s = t->s;
    ss_text text = {0};
    ssi_value as_text;
    bool ok;

    if (f->conversion != 'r' && f->conversion != 's')
        return f->conversion == 'a'
                   ? ssi_unsupported(s, "conversion '!a' is not supported")
                   : ssi_raise(s, "ValueError",
                               "Unknown conversion specifier '%c'",
                               f->conversion);
    ok = (f->conversion == 'r' ? ssi_repr : ssi_str)(s, v, &text)
         && ssi_new_str(s, text.data ? text.data : "", text.size, &as_text);
    ss_text_free(&text);
    if (!ok)
        return false;
    ok = ssi_format_value(s, as_text, f->spec, f->spec_size, &t->out);
    ssi_release(s, as_text);
    return ok;
}

static bool put_field(formatting *t, const field *f)
{
    ssi_value v;

    if (!find_argument(t, f, &v))
        return false;
    if (f->conversion)
        return converted(t, f, v);
    return ssi_format_value(t->s, v, f->spec, f->spec_size, &t->out);
}

static bool format_all(formatting *t, const char *p, const char *end)
{
    while (p < end) {
        field f;
        if (*p == '}' && !(p + 1 < end && p[1] == '}'))
            return ssi_raise(t->s, "ValueError",
                             "Single '}' encountered in format string");
        if (*p != '{' || (p + 1 < end && p[1] == '{')) {
            if (ss_text_append(&t->out, p, 1) != SS_OK)
                return ssi_raise_memory(t->s);
            p += *p == '{' || *p == '}' ? 2 : 1;
            continue;
        }
        p = read_field(t->s, p + 1, end, &f);
        if (!p || !put_field(t, &f))
            return false;
    }
    return true;
}

static bool call_format(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ssi_str_object *self = (const ssi_str_object *)call->self.u.o;
    formatting t = {.s = s, .call = call, .next = -2};
    bool ok = format_all(&t, self->data, self->data + self->size)
              && ssi_new_str(s, t.out.data ? t.out.data : "", t.out.size, out);

    ss_text_free(&t.out);
    return ok;
}

const ssi_function ssi_str_methods[] = {
    {"format", "*args, **kwargs", call_format,
     "The text with each {} replaced by an argument, formatted by what stands "
     "behind a colon: '{:.2f}'.format(0.5) is '0.50'.",
     0, SSI_STYLE_DEF, "str.format"},
    {0}};
