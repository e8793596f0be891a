/* SPDX-License-Identifier: MIT
 * torch.tensor(data): sizes, dtype and values of nested sequences.
 * Learned from: PyTorch 2.13.0 (torch/csrc/utils/tensor_new.cpp) by experiment.
 */
#include <string.h>

#include "script/torch_ops.h"

static bool is_sequence(ssi_value v)
{
    if (ssi_is_array(v))
        return ssi_array_of(v)->ndim > 0;
    return ssi_is(v, &ssi_type_list) || ssi_is(v, &ssi_type_tuple)
           || ssi_is(v, &ssi_type_range) || ssi_is(v, &ssi_type_torch_size);
}

static bool is_text(ssi_value v)
{
    return ssi_is(v, &ssi_type_str) || ssi_is(v, &ssi_type_bytes);
}

/* The sizes along the first items. */
static bool compute_sizes(ss_session *s, ssi_value data, ssi_shape *shape)
{
    ssi_value v = ssi_retain(data);
    bool ok = true, done = false;
    *shape = (ssi_shape){0};
    while (ok && is_sequence(v)) {
        size_t length;
        ssi_value first;
        ok = ssi_length(s, v, &length);
        if (ok && shape->ndim == SS_ARRAY_MAX_DIMS)
            ok = ssi_unsupported(s, "tensors of more than 64 dimensions");
        if (!ok)
            break;
        shape->dims[shape->ndim++] = length;
        if (length == 0)
            break;
        ok = ssi_iterate(s, v, 0, &first, &done);
        if (ok) {
            ssi_release(s, v);
            v = first;
        }
    }
    if (ok && ssi_is(v, &ssi_type_str) && shape->ndim)
        ok = ssi_raise(s, "ValueError", "too many dimensions 'str'");
    ssi_release(s, v);
    return ok;
}

static bool infer_scalar(ss_session *s, ssi_value v, ss_dtype *out)
{
    if (is_text(v))
        return ssi_raise(s, "TypeError", "new(): invalid data type '%s'",
                         ssi_type_name(v));
    if (v.tag == SSI_BOOL)
        *out = SS_BOOL;
    else if (v.tag == SSI_INT || ssi_is(v, &ssi_type_bigint))
        *out = SS_INT64;
    else if (v.tag == SSI_FLOAT)
        *out = ssi_torch_default_dtype(s);
    else if (ssi_is(v, &ssi_type_numpy_scalar))
        *out = ((ssi_scalar_object *)v.u.o)->dtype;
    else if (ssi_is(v, &ssi_type_complex))
        *out = ssi_torch_default_dtype(s) == SS_FLOAT64 ? SS_COMPLEX128
                                                        : SS_COMPLEX64;
    else
        return ssi_raise(s, "RuntimeError", "Could not infer dtype of %s",
                         ssi_type_name(v));
    if (*out > SS_COMPLEX128)
        return ssi_raise(s, "TypeError", "new(): invalid data type '%s'",
                         ssi_type_name(v));
    return true;
}

static bool infer(ss_session *s, ssi_value v, unsigned depth, ss_dtype *out)
{
    ss_dtype item_dtype;
    if (ssi_is_array(v)) {
        *out = ssi_array_of(v)->dtype;
        return *out <= SS_COMPLEX128 || ssi_unsupported(s, "a tensor of text");
    }
    if (!is_sequence(v))
        return infer_scalar(s, v, out);
    if (depth > SS_ARRAY_MAX_DIMS)
        return ssi_unsupported(s, "tensors of more than 64 dimensions");
    *out = ssi_torch_default_dtype(s);
    for (size_t i = 0;; i++) {
        ssi_value item;
        bool done = false, ok;
        if (!ssi_iterate(s, v, i, &item, &done))
            return false;
        if (done)
            return true;
        ok = infer(s, item, depth + 1, &item_dtype);
        ssi_release(s, item);
        if (!ok)
            return false;
        if (i && !ssi_torch_promote(s, *out, item_dtype, &item_dtype))
            return false;
        *out = item_dtype;
    }
}

/* --- values --- */
static bool raise_overflow(ss_session *s, ss_dtype dtype)
{
    return ssi_raise(s, "RuntimeError",
                     "value cannot be converted to type %s "
                     "without overflow",
                     ss_dtype_name(dtype));
}

/* Unsigned types take the negative numbers of their width as well. */
static bool store_int(ss_session *s, ss_dtype dtype, void *item, ssi_value v)
{
    ssi_number n = {.kind = 'i'};
    unsigned bits = (unsigned)ss_dtype_size(dtype) * 8;
    uint64_t u;
    bool negative, fits;
    double d;
    if (ssi_is_float(v)) {
        if (!ssi_to_double(s, v, &d))
            return false;
        if (!(d > -0x1p63 && d < 0x1p63))
            return raise_overflow(s, dtype);
        n.i = (int64_t)d;
    } else {
        if (!ssi_to_index(s, v, &u, &negative, &fits))
            return false;
        if (!fits || (!negative && u > INT64_MAX))
            return ssi_raise(s, "ValueError",
                             "Overflow when unpacking long long");
        n.i = (int64_t)u;
    }
    if (bits < 64) {
        int64_t high = ((int64_t)1 << (bits - ssi_dtype_is_signed(dtype))) - 1;
        if (n.i > high || n.i < -high - ssi_dtype_is_signed(dtype))
            return raise_overflow(s, dtype);
    }
    ssi_number_store(dtype, item, &n);
    return true;
}

static bool store_bool(ss_session *s, void *item, ssi_value v)
{
    bool truth;
    if (!ssi_truth(s, v, &truth))
        return false;
    *(unsigned char *)item = truth;
    return true;
}

static bool store(ss_session *s, ss_dtype dtype, void *item, ssi_value v)
{
    ssi_number n = {.kind = 'f'};
    if (is_text(v))
        return ssi_raise(s, "TypeError", "new(): invalid data type '%s'",
                         ssi_type_name(v));
    if (dtype == SS_BOOL)
        return store_bool(s, item, v);
    if (ssi_dtype_is_integer(dtype))
        return store_int(s, dtype, item, v);
    if (ssi_is(v, &ssi_type_complex) && ssi_dtype_is_complex(dtype)) {
        n.kind = 'c';
        ssi_complex_parts(v, &n.f, &n.imaginary);
    } else if (is_sequence(v)) {
        return ssi_raise(s, "TypeError", "must be real number, not %s",
                         ssi_type_name(v));
    } else if (!ssi_to_double(s, v, &n.f)) {
        return false;
    }
    if (dtype == SS_FLOAT16)
        n.f = (double)(float)n.f; /* PyTorch rounds by way of float */
    ssi_number_store(dtype, item, &n);
    return true;
}

/* A tensor among the items has to be a number. */
static bool raise_inner_tensor(ss_session *s, ss_dtype dtype)
{
    if (ssi_dtype_is_integer(dtype))
        return ssi_raise(s, "TypeError",
                         "only integer tensors of a single element can be "
                         "converted to an index");
    return ssi_raise(s, "ValueError",
                     "only one element tensors can be converted to Python "
                     "scalars");
}

static bool store_nest(ss_session *s, const ss_array *a, uint32_t axis,
                       char *item, ssi_value v)
{
    size_t length;
    if (axis == a->ndim)
        return store(s, a->dtype, item, v);
    if (!is_sequence(v))
        return ssi_raise(s, "TypeError", "not a sequence");
    if (axis && ssi_is(v, &ssi_type_tensor)
        && ss_array_size(ssi_array_of(v)) != 1)
        return raise_inner_tensor(s, a->dtype);
    if (!ssi_length(s, v, &length))
        return false;
    if (length != a->shape[axis])
        return ssi_raise(s, "ValueError",
                         "expected sequence of length %zu at dim %u (got %zu)",
                         a->shape[axis], (unsigned)axis, length);
    for (size_t i = 0; i < length; i++) {
        ssi_value element;
        bool done = false, ok;
        if (!ssi_iterate(s, v, i, &element, &done) || done)
            return false;
        ok = store_nest(s, a, axis + 1, item, element);
        ssi_release(s, element);
        if (!ok)
            return false;
        item += a->strides[axis];
    }
    return true;
}

bool ssi_torch_from_data(ss_session *s, ssi_value data, bool given,
                         ss_dtype dtype, ssi_value *out)
{
    ssi_shape shape;
    if (ssi_is_array(data) && (!given || dtype == ssi_array_of(data)->dtype)) {
        if (ssi_array_of(data)->dtype > SS_COMPLEX128)
            return ssi_unsupported(s, "a tensor of text");
        return ssi_array_copy(s, &ssi_type_tensor, data,
                              ssi_array_element(ssi_array_of(data)), out);
    }
    if (ssi_is(data, &ssi_type_str))
        return ssi_raise(s, "TypeError", "new(): invalid data type 'str'");
    if (!compute_sizes(s, data, &shape)
        || (!given && !infer(s, data, 0, &dtype))
        || !ssi_new_tensor(s, dtype, &shape, out))
        return false;
    ss_array *a = ssi_array_of(*out);
    if (store_nest(s, a, 0, a->data, data))
        return true;
    ssi_release(s, *out);
    return false;
}

bool ssi_torch_call_tensor(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {
        "data:O!,*,dtype:D,device:V,pin_memory:B,requires_grad:B", NULL};
    ssi_torch_arguments a;
    ss_dtype dtype = SS_FLOAT32;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    bool given = a.given[1] && ssi_torch_dtype_of(a.values[1], &dtype);
    if (a.given[2] && ssi_is(a.values[2], &ssi_type_str)
        && strcmp(((ssi_str_object *)a.values[2].u.o)->data, "cpu") != 0)
        return ssi_unsupported(s, "device '%s'; 'cpu' is supported",
                               ((ssi_str_object *)a.values[2].u.o)->data);
    if (a.given[3] && a.values[3].tag == SSI_BOOL && a.values[3].u.b)
        return ssi_unsupported(s, "pin_memory=True");
    return ssi_torch_from_data(s, a.values[0], given, dtype, out);
}
