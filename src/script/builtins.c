/* SPDX-License-Identifier: MIT
 * Python's built-in functions and classes: what a script has without import.
 */
#include "script/builtins.h"

#include <stdlib.h>
#include <string.h>

#include "script/builtins_tables.h"
#include "text/buffer.h"

/* --- print --- */

static bool is_surrogate(const char *bytes, size_t i)
{
    return (unsigned char)bytes[i] == 0xed
           && (unsigned char)bytes[i + 1] >= 0xa0;
}

/* stdout is UTF-8, which has no surrogates. */
static bool check_encodable(ss_session *s, const char *bytes, size_t size)
{
    size_t first, last, at;
    uint32_t c;

    for (at = 0; at < size && !is_surrogate(bytes, at); at++)
        ;
    if (at >= size)
        return true;
    first = last = (size_t)ssi_utf8_length(bytes, at);
    c = ssi_utf8_next(bytes, &at);
    for (; at < size && is_surrogate(bytes, at); last++)
        ssi_utf8_next(bytes, &at);
    if (first == last)
        return ssi_raise(s, "UnicodeEncodeError",
                         "'utf-8' codec can't encode character '\\u%04x' in "
                         "position %zu: surrogates not allowed",
                         (unsigned)c, first);
    return ssi_raise(s, "UnicodeEncodeError",
                     "'utf-8' codec can't encode characters in position "
                     "%zu-%zu: surrogates not allowed",
                     first, last);
}

static bool print_text(ss_session *s, const char *bytes, size_t size)
{
    return check_encodable(s, bytes, size) && ssi_print(s, bytes, size);
}

static bool print_value(ss_session *s, ssi_value v)
{
    ss_text text = {0};
    bool ok;

    if (ssi_is(v, &ssi_type_str))
        return print_text(s, ((ssi_str_object *)v.u.o)->data,
                          ((ssi_str_object *)v.u.o)->size);
    ok = ssi_str(s, v, &text) && print_text(s, text.data, text.size);
    ss_text_free(&text);
    return ok;
}

/* sep or end: the default for None. */
static bool separator(ss_session *s, const char *name, ssi_value v,
                      const char *otherwise, const char **text, size_t *size)
{
    *text = otherwise;
    *size = strlen(otherwise);
    if (v.tag == SSI_NONE)
        return true;
    if (!ssi_is(v, &ssi_type_str))
        return ssi_raise(s, "TypeError", "%s must be None or a string, not %s",
                         name, ssi_type_name(v));
    *text = ((ssi_str_object *)v.u.o)->data;
    *size = ((ssi_str_object *)v.u.o)->size;
    return true;
}

static bool call_print(ss_session *s, ssi_call *call, ssi_value *out)
{
    const char *sep, *end;
    size_t sep_size, end_size;
    bool flush;

    if (call->args[2].tag != SSI_NONE)
        return ssi_unsupported(s, "print(file=...) is not supported");
    if (!separator(s, "sep", call->args[0], " ", &sep, &sep_size)
        || !separator(s, "end", call->args[1], "\n", &end, &end_size))
        return false;
    for (size_t i = 0; i < call->positional_count; i++)
        if ((i && !print_text(s, sep, sep_size))
            || !print_value(s, call->positional[i]))
            return false;
    if (!print_text(s, end, end_size))
        return false;
    *out = ssi_none();
    return !call->given[3] || ssi_truth(s, call->args[3], &flush);
}

/* --- other functions --- */

static bool call_repr(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_text text = {0};
    bool ok = ssi_repr(s, call->args[0], &text)
              && ssi_new_str(s, text.data, text.size, out);

    ss_text_free(&text);
    return ok;
}

static bool call_len(ss_session *s, ssi_call *call, ssi_value *out)
{
    size_t length;

    if (!ssi_length(s, call->args[0], &length))
        return false;
    return ssi_new_uint64(s, length, out);
}

static const ssi_function functions[] = {
    {.name = "print",
     .signature = "*args, sep=' ', end='\\n', file=None, flush=False",
     .native = call_print,
     .style = SSI_STYLE_KEYWORDS,
     .help = "Print the values as str() shows them, sep between them and end "
             "after the last. file is not supported."},
    {.name = "repr",
     .signature = "obj, /",
     .native = call_repr,
     .style = SSI_STYLE_O,
     .help = "The text that shows a value, strings with their quotes."},
    {.name = "len",
     .signature = "obj, /",
     .native = call_len,
     .style = SSI_STYLE_O,
     .help = "How many items a list, tuple, dict, range, str, bytes, array or "
             "tensor has."},
    {.name = "iter",
     .signature = "iterable, /",
     .native = ssi_call_iter,
     .style = SSI_STYLE_UNPACK,
     .help = "What next() takes the items of, one after the other. That of a "
             "DataLoader draws the seed of the workers."},
    {.name = "next",
     .signature = "iterator, default=None, /",
     .native = ssi_call_next,
     .style = SSI_STYLE_UNPACK,
     .help = "The next item. StopIteration, or default where it is given, "
             "after the last."},
    {.name = "enumerate",
     .signature = "iterable, start=0",
     .native = ssi_call_enumerate,
     .style = SSI_STYLE_KEYWORDS,
     .help = "Pairs of a number, from start on, and an item."},
    {.name = "zip",
     .signature = "*iterables",
     .native = ssi_call_zip,
     .style = SSI_STYLE_KEYWORDS,
     .help = "Tuples of an item of each, until the shortest ends."},
    {0},
};

const ssi_module ssi_module_builtins = {
    .name = "builtins",
    .functions = functions,
    .constants = ssi_builtin_classes,
    .last_name = "builtins",
};

/* --- what Python has and we do not --- */

static bool has_word(const char *const *words, const char *name)
{
    for (; *words; words++)
        if (strcmp(*words, name) == 0)
            return true;
    return false;
}

bool ssi_is_python_builtin(const char *name)
{
    return has_word(ssi_python_builtins, name);
}

bool ssi_python_has_attribute(const char *type, const char *name)
{
    size_t size = strlen(name);

    if (size > 4 && name[0] == '_' && name[1] == '_' && name[size - 1] == '_'
        && name[size - 2] == '_')
        return true;
    for (size_t i = 0; ssi_python_attributes[i].type; i++)
        if (strcmp(ssi_python_attributes[i].type, type) == 0)
            return has_word(ssi_python_attributes[i].names, name);
    return false;
}
