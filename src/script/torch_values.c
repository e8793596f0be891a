/* SPDX-License-Identifier: MIT
 * torch.dtype, torch.Size and torch.device as values.
 * Learned from: PyTorch 2.13.0 by experiment.
 */
#include <stdio.h>
#include <string.h>

#include "script/torch_names_tables.h"
#include "script/torch_values.h"

/* --- dtypes; laid out as NumPy's, so that ssi_dtype_element() reads them ---
 */
typedef struct dtype_object {
    ssi_object head;
    ssi_element element;
} dtype_object;

bool ssi_new_torch_dtype(ss_session *s, ss_dtype dtype, ssi_value *out)
{
    dtype_object *o = ssi_new(s, &ssi_type_torch_dtype, sizeof *o, 0);
    if (!o)
        return false;
    o->element = ssi_element_of(dtype);
    *out = ssi_from_object(o);
    return true;
}

static bool dtype_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    return ssi_text_add(s, out, "torch.")
           && ssi_text_add(
               s, out, ss_dtype_name(((dtype_object *)self)->element.dtype));
}

static bool dtype_attribute(ss_session *s, ssi_object *self, const char *name,
                            ssi_value *out)
{
    ssi_element e = ((dtype_object *)self)->element;
    (void)s;
    if (strcmp(name, "itemsize") == 0)
        *out = ssi_int((int64_t)e.itemsize);
    else if (strcmp(name, "is_floating_point") == 0)
        *out = ssi_bool(ssi_dtype_is_float(e.dtype));
    else if (strcmp(name, "is_complex") == 0)
        *out = ssi_bool(ssi_dtype_is_complex(e.dtype));
    else if (strcmp(name, "is_signed") == 0)
        *out = ssi_bool(ssi_dtype_is_signed(e.dtype) || e.dtype >= SS_FLOAT16);
    else
        return ssi_unknown_attribute(s, ssi_torch_dtype_names, "torch.dtype",
                                     name);
    return true;
}

static bool dtype_equal(ss_session *s, ssi_object *self, ssi_value other,
                        bool *out)
{
    (void)s;
    *out = ssi_is(other, &ssi_type_torch_dtype)
           && ssi_dtype_element(other).dtype
                  == ((dtype_object *)self)->element.dtype;
    return true;
}

const ssi_type ssi_type_torch_dtype = {
    .name = "torch.dtype",
    .qualified = "torch.dtype",
    .repr = dtype_repr,
    .attribute = dtype_attribute,
    .equal = dtype_equal,
};

ss_dtype ssi_torch_default_dtype(const ss_session *s)
{
    ss_dtype d = s->torch_print.default_dtype;
    return d == SS_BOOL ? SS_FLOAT32 : d;
}

const char *ssi_torch_scalar_name(ss_dtype dtype)
{
    static const char *const names[] = {
        "Bool",     "Char",   "Byte",   "Short",        "UInt16",
        "Int",      "UInt32", "Long",   "UInt64",       "Half",
        "BFloat16", "Float",  "Double", "ComplexFloat", "ComplexDouble"};
    return dtype <= SS_COMPLEX128 ? names[dtype] : "Undefined";
}

const char *ssi_torch_c_name(ss_dtype dtype)
{
    static const char *const names[] = {"bool",
                                        "signed char",
                                        "unsigned char",
                                        "short int",
                                        "short unsigned int",
                                        "int",
                                        "unsigned int",
                                        "long int",
                                        "long unsigned int",
                                        "c10::Half",
                                        "c10::BFloat16",
                                        "float",
                                        "double",
                                        "c10::complex<float>",
                                        "c10::complex<double>"};
    return dtype <= SS_COMPLEX128 ? names[dtype] : "undefined";
}

/* --- torch.Size: a tuple of ints --- */
typedef struct size_object {
    ssi_object head;
    ssi_value tuple;
} size_object;

static bool size_of_tuple(ss_session *s, ssi_value tuple, ssi_value *out)
{
    size_object *o = ssi_new(s, &ssi_type_torch_size, sizeof *o, 0);
    if (!o) {
        ssi_release(s, tuple);
        return false;
    }
    o->tuple = tuple;
    *out = ssi_from_object(o);
    return true;
}

bool ssi_new_torch_size(ss_session *s, const ss_array *array, ssi_value *out)
{
    ssi_value tuple;
    return ssi_shape_tuple(s, array, &tuple) && size_of_tuple(s, tuple, out);
}

static void size_destroy(ss_session *s, ssi_object *self)
{
    ssi_release(s, ((size_object *)self)->tuple);
}

static bool size_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    const ssi_list_object *items =
        (const ssi_list_object *)((size_object *)self)->tuple.u.o;
    if (!ssi_text_add(s, out, "torch.Size(["))
        return false;
    for (size_t i = 0; i < items->count; i++)
        if (!ssi_text_add(s, out, i ? ", " : "")
            || !ssi_repr(s, items->items[i], out))
            return false;
    return ssi_text_add(s, out, "])");
}

static bool size_length(ss_session *s, ssi_object *self, size_t *out)
{
    return ssi_length(s, ((size_object *)self)->tuple, out);
}

static bool size_index(ss_session *s, ssi_object *self, ssi_value key,
                       ssi_value *out)
{
    if (!ssi_index(s, ((size_object *)self)->tuple, key, out))
        return false;
    return !ssi_is(*out, &ssi_type_tuple) || size_of_tuple(s, *out, out);
}

static bool size_iterate(ss_session *s, ssi_object *self, size_t i,
                         ssi_value *out, bool *done)
{
    return ssi_iterate(s, ((size_object *)self)->tuple, i, out, done);
}

static ssi_value plain(ssi_value v)
{
    return ssi_is(v, &ssi_type_torch_size) ? ((size_object *)v.u.o)->tuple : v;
}

/* What adds to or repeats a Size gives a Size. */
static bool size_binary(ss_session *s, ssi_operator op, ssi_value left,
                        ssi_value right, ssi_value *out, bool *handled)
{
    ssi_value tuple;
    *handled = true;
    if (!ssi_binary(s, op, plain(left), plain(right), &tuple))
        return false;
    if (ssi_is(tuple, &ssi_type_tuple))
        return size_of_tuple(s, tuple, out);
    *out = tuple;
    return true;
}

static bool size_equal(ss_session *s, ssi_object *self, ssi_value other,
                       bool *out)
{
    return ssi_equal(s, ((size_object *)self)->tuple, plain(other), out);
}

static bool size_numel(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ssi_list_object *items =
        (const ssi_list_object *)plain(call->self).u.o;
    int64_t n = 1;
    (void)s;
    for (size_t i = 0; i < items->count; i++)
        n *= items->items[i].u.i;
    *out = ssi_int(n);
    return true;
}

static bool size_attribute(ss_session *s, ssi_object *self, const char *name,
                           ssi_value *out)
{
    (void)self;
    (void)out;
    return ssi_unknown_attribute(s, ssi_torch_size_names, "torch.Size", name);
}

static const ssi_function size_methods[] = {
    {"numel", "", size_numel, "The product of the sizes.", 0, SSI_STYLE_O,
     "Size.numel"},
    {0},
};

const ssi_type ssi_type_torch_size = {
    .name = "torch.Size",
    .qualified = "torch.Size",
    .destroy = size_destroy,
    .repr = size_repr,
    .attribute = size_attribute,
    .methods = size_methods,
    .length = size_length,
    .index = size_index,
    .iterate = size_iterate,
    .binary = size_binary,
    .equal = size_equal,
};

static bool make_size(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value items[SS_ARRAY_MAX_DIMS], tuple;
    size_t count = 0;
    bool ok = true, done = false;
    while (call->given[0] && ok && count < SS_ARRAY_MAX_DIMS) {
        int64_t n;
        ok = ssi_iterate(s, call->args[0], count, &items[count], &done);
        if (!ok || done)
            break;
        ok = ssi_to_int64(s, items[count], &n);
        ssi_release(s, items[count]);
        items[count++] = ssi_int(n);
    }
    return ok && ssi_new_tuple(s, items, count, &tuple)
           && size_of_tuple(s, tuple, out);
}

static const ssi_class size_class = {
    "Size",
    "torch.Size",
    {"Size", "sizes=(), /", make_size,
     "A tuple of ints, the shape of a tensor.", 0, SSI_STYLE_UNPACK, NULL},
    &ssi_type_torch_size,
    -1,
};

bool ssi_torch_size_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &size_class, out);
}

/* --- torch.device: the CPU --- */
static bool device_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    (void)self;
    return ssi_text_add(s, out, "device(type='cpu')");
}

static bool device_str(ss_session *s, ssi_object *self, ss_text *out)
{
    (void)self;
    return ssi_text_add(s, out, "cpu");
}

static bool device_attribute(ss_session *s, ssi_object *self, const char *name,
                             ssi_value *out)
{
    (void)self;
    if (strcmp(name, "type") == 0)
        return ssi_new_str(s, "cpu", 3, out);
    if (strcmp(name, "index") != 0)
        return false;
    *out = ssi_none();
    return true;
}

static const ssi_type device_type = {
    .name = "torch.device",
    .qualified = "torch.device",
    .repr = device_repr,
    .str = device_str,
    .attribute = device_attribute,
};

bool ssi_torch_is_device(ssi_value v)
{
    return ssi_is(v, &device_type);
}

bool ssi_new_torch_device(ss_session *s, ssi_value *out)
{
    ssi_object *o = ssi_new(s, &device_type, sizeof *o, 0);
    if (!o)
        return false;
    *out = ssi_from_object(o);
    return true;
}

static bool make_device(ss_session *s, ssi_call *call, ssi_value *out)
{
    const char *name;
    if (!ssi_to_str(s, call->args[0], &name))
        return false;
    if (strcmp(name, "cpu") != 0)
        return ssi_unsupported(s, "device '%s'; 'cpu' is supported", name);
    return ssi_new_torch_device(s, out);
}

static const ssi_class device_class = {
    "device",
    "torch.device",
    {"device", "device", make_device, "torch.device('cpu'), the only device.",
     0, SSI_STYLE_UNPACK, NULL},
    &device_type,
    -1,
};

bool ssi_torch_device_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &device_class, out);
}

/* --- torch.layout: strided --- */
static bool layout_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    (void)self;
    return ssi_text_add(s, out, "torch.strided");
}

static bool layout_equal(ss_session *s, ssi_object *self, ssi_value other,
                         bool *out)
{
    (void)s;
    *out = other.tag == SSI_OBJECT && other.u.o->type == self->type;
    return true;
}

static const ssi_type layout_type = {
    .name = "torch.layout",
    .qualified = "torch.layout",
    .repr = layout_repr,
    .equal = layout_equal,
};

bool ssi_new_torch_layout(ss_session *s, ssi_value *out)
{
    ssi_object *o = ssi_new(s, &layout_type, sizeof *o, 0);
    if (!o)
        return false;
    *out = ssi_from_object(o);
    return true;
}
