/* SPDX-License-Identifier: MIT
 * Python's own classes: int, float, bool, complex, str, bytes, list, tuple,
 * dict, range.
 */
#include "script/builtins.h"
#include "script/dict.h"
#include "script/list.h"
#include "script/range.h"

static bool call_bool(ss_session *s, ssi_call *call, ssi_value *out)
{
    bool truth = false;

    if (call->given[0] && !ssi_truth(s, call->args[0], &truth))
        return false;
    *out = ssi_bool(truth);
    return true;
}

static bool call_str(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_text text = {0};
    bool ok = true;

    if (call->given[1] || call->given[2])
        return ssi_unsupported(s, "str() of bytes with an encoding is not "
                                  "supported");
    if (call->given[0] && ssi_is(call->args[0], &ssi_type_str)) {
        *out = ssi_retain(call->args[0]);
        return true;
    }
    if (call->given[0])
        ok = ssi_str(s, call->args[0], &text);
    ok = ok && ssi_new_str(s, text.data, text.size, out);
    ss_text_free(&text);
    return ok;
}

static bool call_bytes(ss_session *s, ssi_call *call, ssi_value *out)
{
    if (call->positional_count == 1
        && ssi_is(call->positional[0], &ssi_type_bytes)) {
        *out = ssi_retain(call->positional[0]);
        return true;
    }
    if (call->positional_count == 0 && call->keyword_count == 0)
        return ssi_new_bytes(s, NULL, 0, out);
    return ssi_unsupported(s, "bytes() of anything but bytes is not "
                              "supported");
}

/* variant 0: list, 1: tuple */
static bool call_sequence(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ssi_type *type =
        call->function->variant ? &ssi_type_tuple : &ssi_type_list;

    if (type == &ssi_type_tuple && ssi_is(call->args[0], type)) {
        *out = ssi_retain(call->args[0]);
        return true;
    }
    if (!ssi_new_sequence(s, type, NULL, 0, out))
        return false;
    if (!call->given[0] || ssi_list_extend(s, *out, call->args[0]))
        return true;
    ssi_release(s, *out);
    return false;
}

static bool set_keywords(ss_session *s, ssi_call *call, ssi_value dict)
{
    for (size_t i = 0; i < call->keyword_count; i++) {
        const char *name = call->keyword_names[i];
        size_t size = 0;
        ssi_value key;
        bool ok;

        while (name[size])
            size++;
        if (!ssi_new_str(s, name, size, &key))
            return false;
        ok = ssi_dict_set(s, dict, key, call->keyword_values[i]);
        ssi_release(s, key);
        if (!ok)
            return false;
    }
    return true;
}

static bool call_dict(ss_session *s, ssi_call *call, ssi_value *out)
{
    if (!ssi_new_dict(s, out))
        return false;
    if ((!call->given[0] || ssi_dict_update(s, *out, call->args[0]))
        && set_keywords(s, call, *out))
        return true;
    ssi_release(s, *out);
    return false;
}

/* class_NAME and make_NAME, the constant's maker */
#define CLASS(py, parameters, function, style_, number, element, text)         \
    static const ssi_class class_##py = {                                      \
        .name = #py,                                                           \
        .qualified = #py,                                                      \
        .make = {.name = #py,                                                  \
                 .signature = parameters,                                      \
                 .native = function,                                           \
                 .style = style_,                                              \
                 .variant = number,                                            \
                 .help = text},                                                \
        .type = NULL,                                                          \
        .dtype = element,                                                      \
    };                                                                         \
    static bool make_##py(ss_session *s, ssi_value *out)                       \
    {                                                                          \
        return ssi_new_class(s, &class_##py, out);                             \
    }

CLASS(int, "x=0, /, base=10", ssi_call_int, SSI_STYLE_KEYWORDS, 0, SS_INT64,
      "An int: of a number, cut towards zero, or of text in a base from 2 to "
      "36.")
CLASS(float, "x=0.0, /", ssi_call_float, SSI_STYLE_UNPACK, 0, SS_FLOAT64,
      "A float: of a number, or the nearest to what a text says.")
CLASS(complex, "real=0, imag=0", ssi_call_complex, SSI_STYLE_KEYWORDS, 0,
      SS_COMPLEX128, "A complex number of its parts.")
CLASS(bool, "x=False, /", call_bool, SSI_STYLE_UNPACK, 0, SS_BOOL,
      "Whether a value counts as true.")
CLASS(str, "object='', encoding=None, errors=None", call_str,
      SSI_STYLE_KEYWORDS, 0, -1, "The text that print() shows.")
CLASS(bytes, "*args, **kwargs", call_bytes, SSI_STYLE_KEYWORDS, 0, -1,
      "Bytes: of bytes only.")
CLASS(list, "iterable=(), /", call_sequence, SSI_STYLE_UNPACK, 0, -1,
      "A new list of the items of a list, tuple, str, range, dict, array, ...")
CLASS(tuple, "iterable=(), /", call_sequence, SSI_STYLE_UNPACK, 1, -1,
      "A tuple of the items of a list, tuple, str, range, dict, array, ...")
CLASS(dict, "iterable=(), /, **kwargs", call_dict, SSI_STYLE_UNPACK, 0, -1,
      "A new dict of another dict or of pairs, and of the keywords.")
CLASS(range, "start, stop=None, step=1, /", ssi_range_call, SSI_STYLE_UNPACK, 0,
      -1, "The ints from 0 to below stop, or from start in steps.")

const ssi_module_constant ssi_builtin_classes[] = {
    {"int", make_int},
    {"float", make_float},
    {"complex", make_complex},
    {"bool", make_bool},
    {"str", make_str},
    {"bytes", make_bytes},
    {"list", make_list},
    {"tuple", make_tuple},
    {"dict", make_dict},
    {"range", make_range},
    {"Ellipsis", ssi_new_ellipsis},
    {0},
};
