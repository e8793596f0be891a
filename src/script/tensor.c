/* SPDX-License-Identifier: MIT
 * The tensor value: attributes, indexing, iteration, text.
 * Learned from: PyTorch 2.13.0 by experiment.
 */
#include <stdio.h>
#include <string.h>

#include "script/torch_grad.h"
#include "script/torch_names_tables.h"
#include "script/torch_rows.h"

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
    ptrdiff_t stride = (ptrdiff_t)ss_dtype_size(dtype);
    if (!ssi_new_array(s, &ssi_type_tensor, dtype, ss_dtype_size(dtype),
                       shape->ndim, shape->dims, out))
        return false;
    for (uint32_t i = shape->ndim; i-- > 0;) { /* empty axes count as 1 */
        ssi_array_of(*out)->strides[i] = stride;
        stride *= (ptrdiff_t)(shape->dims[i] ? shape->dims[i] : 1);
    }
    return true;
}

static void tensor_destroy(ss_session *s, ssi_object *self)
{
    ssi_array_object *o = (ssi_array_object *)self;
    ss_array_free(&o->array);
    ssi_release(s, o->base);
}

/* "requires_grad=True" of a leaf, "grad_fn=<AddBackward0>" of a result. */
static bool tensor_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    const ssi_array_object *o = (const ssi_array_object *)self;
    ss_torch_print_options options = s->torch_print;
    char suffix[64];
    if (o->grad_fn) {
        snprintf(suffix, sizeof suffix, "grad_fn=<%s>", o->grad_fn);
        options.suffix = suffix;
    } else if (o->requires_grad) {
        options.suffix = "requires_grad=True";
    }
    if (o->parameter && !ssi_text_add(s, out, "Parameter containing:\n"))
        return false;
    return ssi_text_done(s, ss_torch_text(array_of(self), &options, out));
}

static bool transposed(ss_session *s, ssi_object *self, ssi_value *out)
{
    ss_array view = *array_of(self);
    for (uint32_t i = 0; i < view.ndim; i++) {
        view.shape[i] = array_of(self)->shape[view.ndim - 1 - i];
        view.strides[i] = array_of(self)->strides[view.ndim - 1 - i];
    }
    return ssi_new_view(s, value_of(self), &view, out)
           && ssi_grad_view(s, value_of(self), "T", "PermuteBackward0", out);
}

/* Those of gradients; false: another one, or an error. */
static bool grad_attribute(ss_session *s, const ssi_array_object *o,
                           const char *name, ssi_value *out)
{
    if (strcmp(name, "requires_grad") == 0)
        *out = ssi_bool(o->requires_grad || o->grad_fn);
    else if (strcmp(name, "is_leaf") == 0)
        *out = ssi_bool(!o->grad_fn);
    else if (strcmp(name, "grad") == 0
             || (strcmp(name, "grad_fn") == 0 && !o->grad_fn))
        *out = ssi_none();
    else if (strcmp(name, "grad_fn") == 0)
        return ssi_unsupported(s, "the grad_fn of a tensor, whose text "
                                  "contains an address");
    else
        return false;
    return true;
}

static bool matrix_transposed(ss_session *s, ssi_object *self, ssi_value *out)
{
    unsigned ndim = array_of(self)->ndim;
    if (ndim == 1)
        return ssi_raise(s, "RuntimeError",
                         "tensor.mT is only supported on matrices or batches "
                         "of matrices. Got %u-D tensor.",
                         ndim);
    return ndim ? ssi_torch_swap_axes(s, value_of(self), -2, -1, out)
                : ssi_new_view(s, value_of(self), array_of(self), out);
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
    if (strcmp(name, "T") == 0)
        return transposed(s, self, out);
    if (strcmp(name, "mT") == 0)
        return matrix_transposed(s, self, out)
               && ssi_grad_view(s, value_of(self), "mT", "TransposeBackward0",
                                out);
    if (strcmp(name, "layout") == 0)
        return ssi_new_torch_layout(s, out);
    if (strcmp(name, "data") == 0)
        return ssi_new_view(s, value_of(self), a, out);
    if (strcmp(name, "ndim") == 0)
        *out = ssi_int(a->ndim);
    else if (grad_attribute(s, (ssi_array_object *)self, name, out))
        return true;
    else if (s->error.status != SS_OK)
        return false;
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
    return ssi_torch_index(s, value_of(self), key, out)
           && ssi_grad_view(s, value_of(self), "this index",
                            ssi_grad_index_name(s, array_of(self), key), out);
}

static bool tensor_iterate(ss_session *s, ssi_object *self, size_t i,
                           ssi_value *out, bool *done)
{
    const ss_array *a = array_of(self);
    if (a->ndim == 0)
        return ssi_raise(s, "TypeError", "iteration over a 0-d tensor");
    *done = i >= a->shape[0];
    if (*done)
        return true;
    return tensor_index(s, self, ssi_int((int64_t)i), out)
           && ssi_grad_view(s, value_of(self), "", "UnbindBackward0", out);
}

static bool tensor_binary(ss_session *s, ssi_operator op, ssi_value left,
                          ssi_value right, ssi_value *out, bool *handled)
{
    static const int operations[] = {
        SSI_TORCH_ADD, SSI_TORCH_SUB,      SSI_TORCH_MUL,
        SSI_TORCH_DIV, SSI_TORCH_FLOORDIV, SSI_TORCH_REMAINDER,
        SSI_TORCH_POW, SSI_TORCH_LSHIFT,   SSI_TORCH_RSHIFT,
        SSI_TORCH_AND, SSI_TORCH_OR,       SSI_TORCH_XOR};
    if (op != SSI_OP_MATMUL)
        return ssi_torch_binary(s, operations[op], left, right, out, handled);
    *handled =
        ssi_is(left, &ssi_type_tensor) && ssi_is(right, &ssi_type_tensor);
    return !*handled || ssi_torch_matmul(s, left, right, out);
}

static bool tensor_unary(ss_session *s, ssi_operator op, ssi_object *self,
                         ssi_value *out)
{
    return ssi_torch_unary_operator(s, op, value_of(self), out);
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
