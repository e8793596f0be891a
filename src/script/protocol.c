/* SPDX-License-Identifier: MIT
 * The protocols that every value answers to: text, attributes, items, calls.
 * Arithmetic and equality are protocol_binary.c and protocol_equal.c.
 */
#include "script/ndarray.h"
#include "script/numpy_since.h"
#include "script/session.h"
#include "script/slice.h"
#include "script/torch_rows.h"
#include "script/torch_grad.h"

#include <string.h>

static const char *scalar_name(ss_dtype dtype)
{
    static const char *const names[] = {
        "numpy.bool",    "numpy.int8",      "numpy.uint8",      "numpy.int16",
        "numpy.uint16",  "numpy.int32",     "numpy.uint32",     "numpy.int64",
        "numpy.uint64",  "numpy.float16",   "numpy.bfloat16",   "numpy.float32",
        "numpy.float64", "numpy.complex64", "numpy.complex128", "numpy.str_",
        "numpy.bytes_",  "numpy.object_"};

    return names[dtype];
}

static const char *function_name(ssi_value v)
{
    ssi_style style = ssi_function_of(v)->style;

    return style == SSI_STYLE_DEF ? "function"
           : style == SSI_STYLE_CYTHON || style == SSI_STYLE_METHOD
               ? "method"
               : "builtin_function_or_method";
}

const char *ssi_type_name(ssi_value v)
{
    switch (v.tag) {
    case SSI_NONE:
        return "NoneType";
    case SSI_BOOL:
        return "bool";
    case SSI_INT:
        return "int";
    case SSI_FLOAT:
        return "float";
    default:
        break;
    }
    if (ssi_is(v, &ssi_type_numpy_scalar))
        return scalar_name(((ssi_scalar_object *)v.u.o)->dtype);
    if (ssi_is(v, &ssi_type_ndarray))
        return "numpy.ndarray";
    if (ssi_is(v, &ssi_type_function))
        return function_name(v);
    return v.u.o->type->name;
}

/* --- text --- */

bool ssi_enter_value(ss_session *s, const char *what)
{
    if (s->value_depth >= SSI_MAX_VALUE_DEPTH)
        return ssi_raise(s, "RecursionError",
                         "maximum recursion depth exceeded%s", what);
    s->value_depth++;
    return true;
}

static bool inline_repr(ss_session *s, ssi_value v, ss_text *out)
{
    switch (v.tag) {
    case SSI_NONE:
        return ssi_append(s, out, "None");
    case SSI_BOOL:
        return ssi_append(s, out, v.u.b ? "True" : "False");
    case SSI_INT:
        return ssi_int_repr(s, v, out);
    default:
        return ssi_append_status(s, ss_python_float_text(v.u.f, out));
    }
}

bool ssi_repr(ss_session *s, ssi_value v, ss_text *out)
{
    bool ok;

    if (!ssi_enter_value(s, " while getting the repr of an object"))
        return false;
    if (v.tag != SSI_OBJECT)
        ok = inline_repr(s, v, out);
    else if (v.u.o->type->repr)
        ok = v.u.o->type->repr(s, v.u.o, out);
    else
        ok = ssi_unsupported(s,
                             "the text of a %s object, which contains an "
                             "address, is not supported",
                             ssi_type_name(v));
    s->value_depth--;
    return ok;
}

bool ssi_str(ss_session *s, ssi_value v, ss_text *out)
{
    bool ok;

    if (v.tag == SSI_OBJECT && v.u.o->type->str)
        return v.u.o->type->str(s, v.u.o, out);
    if (!ssi_enter_value(s, " while getting the str of an object"))
        return false;
    ok = ssi_repr(s, v, out);
    s->value_depth--;
    return ok;
}

/* --- attributes --- */

static bool no_attribute(ss_session *s, ssi_value v, const char *name)
{
    const char *type = ssi_type_name(v);

    if (ssi_is(v, &ssi_type_class))
        return ssi_unsupported(s, "%s.%s is not supported",
                               ssi_class_of(v)->name, name);
    if (ssi_python_has_attribute(type, name))
        return ssi_unsupported(s, "%s.%s is not supported", type, name);
    return ssi_raise(s, "AttributeError", "'%s' object has no attribute '%s'",
                     type, name);
}

bool ssi_attribute(ss_session *s, ssi_value v, const char *name, ssi_value *out)
{
    const ssi_type *type = v.tag == SSI_OBJECT ? v.u.o->type : NULL;
    const ssi_function *method;

    if (type && !ssi_numpy_has(s, type->name, name))
        return false;
    if (type && type->methods) {
        method = ssi_find_function(type->methods, name);
        if (method)
            return ssi_new_function(s, method, v, out);
    }
    if (type && type->attribute) {
        if (type->attribute(s, v.u.o, name, out))
            return true;
        if (s->error.status != SS_OK)
            return false;
    }
    return no_attribute(s, v, name);
}

bool ssi_set_attribute(ss_session *s, ssi_value v, const char *name,
                       ssi_value value)
{
    const ssi_type *type = v.tag == SSI_OBJECT ? v.u.o->type : NULL;
    bool known = false;
    ssi_value old;

    if (type && type->set_attribute
        && !type->set_attribute(s, v.u.o, name, value, &known))
        return false;
    if (known)
        return true;
    if (type == &ssi_type_module || type == &ssi_type_class
        || type == &ssi_type_function)
        return ssi_unsupported(s, "assignment to an attribute of a %s",
                               ssi_type_name(v));
    if (!ssi_attribute(s, v, name, &old))
        return false;
    ssi_release(s, old);
    return ssi_raise(s, "AttributeError",
                     "attribute '%s' of '%s' objects is not writable", name,
                     type ? type->qualified : ssi_type_name(v));
}

/* --- containers --- */

static bool set_list_item(ss_session *s, ssi_value v, ssi_value key,
                          ssi_value value)
{
    const ssi_list_object *list = (const ssi_list_object *)v.u.o;
    ssi_value old;
    size_t i;

    if (ssi_is(key, &ssi_type_slice))
        return ssi_unsupported(s, "assignment to a slice of a list");
    if (!ssi_position(s, "list", "list assignment index out of range", key,
                      list->count, &i))
        return false;
    old = list->items[i];
    list->items[i] = ssi_retain(value);
    ssi_release(s, old);
    return true;
}

bool ssi_set_index(ss_session *s, ssi_value v, ssi_value key, ssi_value value)
{
    if (ssi_is(v, &ssi_type_tensor))
        return ssi_grad_check_assignment(s, v, key, value)
               && ssi_torch_set_index(s, v, key, value);
    if (ssi_is(v, &ssi_type_list))
        return set_list_item(s, v, key, value);
    if (ssi_is(v, &ssi_type_dict))
        return ssi_dict_set(s, v, key, value);
    if (ssi_is(v, &ssi_type_tuple) || ssi_is(v, &ssi_type_str)
        || ssi_is(v, &ssi_type_bytes) || ssi_is(v, &ssi_type_range)
        || v.tag != SSI_OBJECT)
        return ssi_raise(s, "TypeError",
                         "'%s' object does not support item assignment",
                         ssi_type_name(v));
    return ssi_unsupported(s,
                           "assignment to an element of a %s; of lists, dicts "
                           "and tensors it is supported",
                           ssi_type_name(v));
}

bool ssi_length(ss_session *s, ssi_value v, size_t *out)
{
    if (v.tag == SSI_OBJECT && v.u.o->type->length)
        return v.u.o->type->length(s, v.u.o, out);
    return ssi_raise(s, "TypeError", "object of type '%s' has no len()",
                     ssi_type_name(v));
}

bool ssi_index(ss_session *s, ssi_value v, ssi_value key, ssi_value *out)
{
    if (ssi_is(key, &ssi_type_slice) && v.tag == SSI_OBJECT
        && v.u.o->type->index && !ssi_is_array(v)
        && !ssi_is(v, &ssi_type_torch_size))
        return ssi_slice_items(s, v, key, out);
    if (v.tag == SSI_OBJECT && v.u.o->type->index)
        return v.u.o->type->index(s, v.u.o, key, out);
    if (ssi_is(v, &ssi_type_class)) {
        const char *name = ssi_class_of(v)->name;
        if (strcmp(name, "list") == 0 || strcmp(name, "dict") == 0
            || strcmp(name, "tuple") == 0)
            return ssi_unsupported(s, "generic types are not supported");
        return ssi_raise(s, "TypeError", "type '%s' is not subscriptable",
                         ssi_class_of(v)->qualified);
    }
    return ssi_raise(s, "TypeError", "'%s' object is not subscriptable",
                     ssi_type_name(v));
}

bool ssi_begin(ss_session *s, ssi_value v, ssi_value *out)
{
    bool done;
    if (v.tag != SSI_OBJECT || !v.u.o->type->iterate)
        return ssi_iterate(s, v, 0, out, &done); /* the error */
    if (v.u.o->type->begin)
        return v.u.o->type->begin(s, v.u.o, out);
    *out = ssi_retain(v);
    return true;
}

bool ssi_iterate(ss_session *s, ssi_value v, size_t i, ssi_value *out,
                 bool *done)
{
    *done = false;
    if (v.tag == SSI_OBJECT && v.u.o->type->iterate)
        return v.u.o->type->iterate(s, v.u.o, i, out, done);
    return ssi_raise(s, "TypeError", "'%s' object is not iterable",
                     ssi_is(v, &ssi_type_class) ? "type" : ssi_type_name(v));
}

bool ssi_truth(ss_session *s, ssi_value v, bool *out)
{
    size_t length;

    *out = true;
    if (v.tag != SSI_OBJECT) {
        *out = v.tag == SSI_BOOL    ? v.u.b
               : v.tag == SSI_INT   ? v.u.i != 0
               : v.tag == SSI_FLOAT ? v.u.f != 0.0
                                    : false;
        return true;
    }
    if (v.u.o->type->truth)
        return v.u.o->type->truth(s, v.u.o, out);
    if (!v.u.o->type->length)
        return true;
    if (!v.u.o->type->length(s, v.u.o, &length))
        return false;
    *out = length != 0;
    return true;
}

bool ssi_call_value(ss_session *s, ssi_value callee, ssi_call *call,
                    ssi_value *out)
{
    if (callee.tag == SSI_OBJECT && callee.u.o->type->call)
        return callee.u.o->type->call(s, callee.u.o, call, out);
    return ssi_raise(s, "TypeError", "'%s' object is not callable",
                     ssi_type_name(callee));
}

/* --- the one value without behaviour --- */

static bool ellipsis_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    return ssi_append(s, out, "Ellipsis");
}

const ssi_type ssi_type_ellipsis = {
    .name = "ellipsis",
    .qualified = "ellipsis",
    .repr = ellipsis_repr,
};

bool ssi_new_ellipsis(ss_session *s, ssi_value *out)
{
    ssi_object *object = ssi_new(s, &ssi_type_ellipsis, sizeof *object, 0);

    if (object)
        *out = ssi_from_object(object);
    return object != NULL;
}
