/* SPDX-License-Identifier: MIT
 * The tensor value: attributes, indexing, iteration, text.
 * Learned from: PyTorch 2.13.0 by experiment.
 */
#include <string.h>

#include "script/torch_values.h"
#include "script/torch_names_tables.h"

static ss_array *array_of(ssi_object *self)
{
    return &((ssi_array_object *)self)->array;
}

static ssi_value value_of(ssi_object *self)
{
    return (ssi_value){SSI_OBJECT, {.o = self}};
}

bool ssi_new_tensor(ss_session *s, ss_dtype dtype, const ssi_shape *shape,
                    ssi_value *out)
{
    return ssi_new_array(s, &ssi_type_tensor, dtype, ss_dtype_size(dtype),
                         shape->ndim, shape->dims, out);
}

static void tensor_destroy(ss_session *s, ssi_object *self)
{
    ssi_array_object *o = (ssi_array_object *)self;
    ss_array_free(&o->array);
    ssi_release(s, o->base);
}

static bool tensor_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    return ssi_text_done(s,
                         ss_torch_text(array_of(self), &s->torch_print, out));
}

static bool transposed(ss_session *s, ssi_object *self, ssi_value *out)
{
    ss_array view = *array_of(self);
    for (uint32_t i = 0; i < view.ndim; i++) {
        view.shape[i] = array_of(self)->shape[view.ndim - 1 - i];
        view.strides[i] = array_of(self)->strides[view.ndim - 1 - i];
    }
    return ssi_new_view(s, value_of(self), &view, out);
}

static bool tensor_attribute(ss_session *s, ssi_object *self, const char *name,
                             ssi_value *out)
{
    const ss_array *a = array_of(self);
    if (strcmp(name, "shape") == 0)
        return ssi_new_torch_size(s, a, out);
    if (strcmp(name, "dtype") == 0)
        return ssi_new_torch_dtype(s, a->dtype, out);
    if (strcmp(name, "device") == 0)
        return ssi_new_torch_device(s, out);
    if (strcmp(name, "T") == 0 && a->ndim <= 2)
        return transposed(s, self, out);
    if (strcmp(name, "data") == 0)
        return ssi_new_view(s, value_of(self), a, out);
    if (strcmp(name, "ndim") == 0)
        *out = ssi_int(a->ndim);
    else if (strcmp(name, "requires_grad") == 0)
        *out = ssi_bool(false);
    else if (strcmp(name, "is_leaf") == 0)
        *out = ssi_bool(true);
    else if (strcmp(name, "grad") == 0)
        *out = ssi_none();
    else if (strcmp(name, "itemsize") == 0)
        *out = ssi_int((int64_t)a->itemsize);
    else if (strcmp(name, "nbytes") == 0)
        *out = ssi_int((int64_t)(a->itemsize * ss_array_size(a)));
    else
        return ssi_unknown_attribute(s, ssi_torch_tensor_names, "Tensor", name);
    return true;
}

static bool tensor_length(ss_session *s, ssi_object *self, size_t *out)
{
    if (array_of(self)->ndim == 0)
        return ssi_raise(s, "TypeError", "len() of a 0-d tensor");
    *out = array_of(self)->shape[0];
    return true;
}

static bool tensor_index(ss_session *s, ssi_object *self, ssi_value key,
                         ssi_value *out)
{
    ss_array view;
    if (key.tag == SSI_FLOAT)
        return ssi_raise(s, "IndexError",
                         "only integers, slices (`:`), ellipsis (`...`), None "
                         "and long or byte Variables are valid indices (got "
                         "float)");
    if (ssi_is(key, &ssi_type_str))
        return ssi_raise(s, "TypeError", "new(): invalid data type 'str'");
    return ssi_array_index(s, value_of(self), key, true, &view)
           && ssi_new_view(s, value_of(self), &view, out);
}

static bool tensor_iterate(ss_session *s, ssi_object *self, size_t i,
                           ssi_value *out, bool *done)
{
    const ss_array *a = array_of(self);
    if (a->ndim == 0)
        return ssi_raise(s, "TypeError", "iteration over a 0-d tensor");
    *done = i >= a->shape[0];
    return *done || tensor_index(s, self, ssi_int((int64_t)i), out);
}

static bool tensor_binary(ss_session *s, ssi_operator op, ssi_value left,
                          ssi_value right, ssi_value *out, bool *handled)
{
    (void)op;
    (void)left;
    (void)right;
    (void)out;
    *handled = true;
    return ssi_unsupported(s, "arithmetic on tensors; numbers, as item() "
                              "gives them, can be computed with");
}

static bool tensor_unary(ss_session *s, ssi_operator op, ssi_object *self,
                         ssi_value *out)
{
    bool handled;
    return tensor_binary(s, op, value_of(self), value_of(self), out, &handled);
}

static bool tensor_truth(ss_session *s, ssi_object *self, bool *out)
{
    const ss_array *a = array_of(self);
    ssi_value v;
    if (ss_array_size(a) != 1)
        return ssi_raise(s, "RuntimeError",
                         "Boolean value of Tensor with %s value%s is "
                         "ambiguous",
                         ss_array_size(a) ? "more than one" : "no",
                         ss_array_size(a) ? "" : "s");
    if (!ssi_item_python(s, ssi_array_element(a), a->data, &v))
        return false;
    bool ok = ssi_truth(s, v, out);
    ssi_release(s, v);
    return ok;
}

const ssi_type ssi_type_tensor = {
    .name = "Tensor",
    .qualified = "torch.Tensor",
    .destroy = tensor_destroy,
    .repr = tensor_repr,
    .attribute = tensor_attribute,
    .methods = ssi_tensor_methods,
    .length = tensor_length,
    .index = tensor_index,
    .iterate = tensor_iterate,
    .binary = tensor_binary,
    .unary = tensor_unary,
    .truth = tensor_truth,
};

static bool make(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)call;
    (void)out;
    return ssi_unsupported(s, "torch.Tensor(); torch.tensor() and "
                              "torch.zeros() are supported");
}

static const ssi_class tensor_class = {
    "Tensor",
    "torch.Tensor",
    {"Tensor", "*args, **kwargs", make,
     "The class of tensors; torch.tensor() makes one.", 0, SSI_STYLE_DEF, NULL},
    &ssi_type_tensor,
    -1,
};

bool ssi_torch_tensor_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &tensor_class, out);
}
