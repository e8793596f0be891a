/* SPDX-License-Identifier: MIT
 * Tensors as other dtypes and from ndarrays; copies; facts about them.
 * Learned from: PyTorch 2.13.0 (ATen/native/TensorConversions.cpp,
 * torch/csrc/utils/tensor_numpy.cpp) by experiment.
 */
#include <string.h>

#include "script/torch_rows.h"

static bool cast(ss_session *s, ssi_value tensor, ss_dtype dtype, bool copy,
                 ssi_value *out)
{
    const ss_array *a = ssi_array_of(tensor);
    if (a->dtype == dtype && !copy) {
        *out = ssi_retain(tensor);
        return true;
    }
    return ssi_torch_to(s, tensor, dtype, out);
}

/* float(), double(), ...: the variant is the dtype. */
bool ssi_torch_call_cast(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"*,memory_format:O", NULL};
    ssi_torch_arguments a;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    if (ssi_torch_has(&a, 0))
        return ssi_unsupported(s, "memory_format= of %s()", a.name);
    return cast(s, call->self, (ss_dtype)call->function->variant, false, out);
}

static bool check_device(ss_session *s, ssi_value v)
{
    const char *name;
    if (v.tag == SSI_NONE || ssi_torch_is_device(v))
        return true;
    if (v.tag == SSI_INT || !ssi_to_str(s, v, &name)
        || strcmp(name, "cpu") != 0)
        return ssi_unsupported(s, "this device; 'cpu' is supported");
    return true;
}

/* to(dtype), to(device, dtype), to(other) */
bool ssi_torch_call_to(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {
        "dtype:D!,non_blocking:B,copy:B,*,memory_format:O",
        "device:V,dtype:D,non_blocking:B,copy:B,*,memory_format:O",
        "other:T!,non_blocking:B,copy:B,*,memory_format:O", NULL};
    ssi_torch_arguments a;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    ss_dtype dtype = ssi_array_of(call->self)->dtype;
    size_t at = a.overload == 1;
    if (a.overload == 2)
        dtype = ssi_array_of(a.values[0])->dtype;
    else if (ssi_torch_has(&a, at))
        ssi_torch_dtype_of(a.values[at], &dtype);
    if (at && a.given[0] && !check_device(s, a.values[0]))
        return false;
    if (ssi_torch_has(&a, at + 3))
        return ssi_unsupported(s, "memory_format= of to()");
    return cast(s, call->self, dtype, ssi_torch_flag(&a, at + 2, false), out);
}

static const struct {
    const char *name;
    ss_dtype dtype;
} legacy[] = {
    {"torch.FloatTensor", SS_FLOAT32},
    {"torch.DoubleTensor", SS_FLOAT64},
    {"torch.HalfTensor", SS_FLOAT16},
    {"torch.BFloat16Tensor", SS_BFLOAT16},
    {"torch.LongTensor", SS_INT64},
    {"torch.IntTensor", SS_INT32},
    {"torch.ShortTensor", SS_INT16},
    {"torch.CharTensor", SS_INT8},
    {"torch.ByteTensor", SS_UINT8},
    {"torch.BoolTensor", SS_BOOL},
    {"torch.ComplexFloatTensor", SS_COMPLEX64},
    {"torch.ComplexDoubleTensor", SS_COMPLEX128},
};

bool ssi_torch_call_type(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"dtype:O,non_blocking:B", NULL};
    const size_t count = sizeof legacy / sizeof *legacy;
    ssi_torch_arguments a;
    ss_dtype dtype;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    if (!ssi_torch_has(&a, 0)) {
        for (size_t i = 0; i < count; i++)
            if (legacy[i].dtype == ssi_array_of(call->self)->dtype)
                return ssi_new_str(s, legacy[i].name, strlen(legacy[i].name),
                                   out);
        return ssi_unsupported(s, "type() of this dtype");
    }
    if (ssi_torch_dtype_of(a.values[0], &dtype))
        return cast(s, call->self, dtype, false, out);
    for (size_t i = 0; i < count && ssi_is(a.values[0], &ssi_type_str); i++)
        if (strcmp(legacy[i].name, ((ssi_str_object *)a.values[0].u.o)->data)
            == 0)
            return cast(s, call->self, legacy[i].dtype, false, out);
    return ssi_unsupported(s, "type() of this; a torch dtype is supported");
}

bool ssi_torch_call_clone(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"*,memory_format:O", NULL};
    ssi_torch_arguments a;
    ssi_value self;
    if (!ssi_torch_parse_on(s, call, signatures, &a, &self))
        return false;
    if (ssi_torch_has(&a, 0))
        return ssi_unsupported(s, "memory_format= of clone()");
    return cast(s, self, ssi_array_of(self)->dtype, true, out);
}

bool ssi_torch_call_contiguous(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"*,memory_format:O", NULL};
    ssi_torch_arguments a;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    if (ssi_torch_has(&a, 0))
        return ssi_unsupported(s, "memory_format= of contiguous()");
    return ssi_torch_contiguous(s, call->self, out);
}

bool ssi_torch_call_copy(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"src:T!,non_blocking:B", NULL};
    ssi_torch_arguments a;
    ss_array view;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    const ss_array *to = ssi_array_of(call->self);
    const ss_array *from = ssi_array_of(a.values[0]);
    if (!ssi_torch_check_writable(s, to))
        return false;
    if (!ssi_broadcast_to(from, to->ndim, to->shape, &view)) {
        for (uint32_t i = 0; i < from->ndim && i < to->ndim; i++) {
            size_t x = to->shape[to->ndim - 1 - i];
            size_t y = from->shape[from->ndim - 1 - i];
            if (x != y && y != 1)
                return ssi_torch_raise_sizes(s, to, from);
        }
        return ssi_unsupported(s, "copy_() from more axes than there are");
    }
    *out = ssi_retain(call->self);
    return ssi_torch_copy_elements(s, to, &view);
}

/* --- ndarrays --- */
static bool check_strides(ss_session *s, const ss_array *a)
{
    for (uint32_t i = 0; i < a->ndim; i++)
        if (a->strides[i] < 0)
            return ssi_raise(s, "ValueError",
                             "At least one stride in the given numpy array is "
                             "negative, and tensors with negative strides are "
                             "not currently supported. (You can probably work "
                             "around this by making a copy of your array  "
                             "with array.copy().) ");
    return true;
}

/* The same memory as a tensor. */
static bool share(ss_session *s, ssi_value array, ssi_value *out)
{
    ssi_array_object *from = (ssi_array_object *)array.u.o, *o;
    if (from->array.dtype > SS_COMPLEX128)
        return ssi_unsupported(s, "a tensor of text");
    if (!check_strides(s, &from->array))
        return false;
    o = ssi_new(s, &ssi_type_tensor, sizeof *o, 0);
    if (!o)
        return false;
    o->array = from->array;
    o->array.owned = NULL;
    o->base = ssi_retain(from->base.tag == SSI_NONE ? array : from->base);
    *out = ssi_from_object(o);
    return true;
}

bool ssi_torch_call_from_numpy(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value v = call->args[0];
    if (!ssi_is(v, &ssi_type_ndarray))
        return ssi_raise(s, "TypeError", "expected np.ndarray (got %s)",
                         ssi_type_name(v));
    return share(s, v, out);
}

bool ssi_torch_call_as_tensor(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"data:O!,*,dtype:D,device:V",
                                             NULL};
    ssi_torch_arguments a;
    ss_dtype dtype = SS_FLOAT32;
    ssi_value shared;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    ssi_value v = a.values[0];
    bool given =
        ssi_torch_has(&a, 1) && ssi_torch_dtype_of(a.values[1], &dtype);
    if (a.given[2] && !check_device(s, a.values[2]))
        return false;
    if (!ssi_is_array(v))
        return ssi_torch_from_data(s, v, given, dtype, out);
    if (ssi_is(v, &ssi_type_tensor))
        shared = ssi_retain(v);
    else if (!share(s, v, &shared))
        return false;
    bool ok =
        cast(s, shared, given ? dtype : ssi_array_of(v)->dtype, false, out);
    ssi_release(s, shared);
    return ok;
}

/* --- facts --- */
bool ssi_torch_call_stride(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"", "dim:I!", NULL};
    const ss_array *t = ssi_array_of(call->self);
    ssi_value strides[SS_ARRAY_MAX_DIMS];
    ssi_torch_arguments a;
    int64_t dim;
    size_t axis;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    for (uint32_t i = 0; i < t->ndim; i++)
        strides[i] = ssi_int((int64_t)(t->strides[i] / (ptrdiff_t)t->itemsize));
    if (a.overload == 0)
        return ssi_new_tuple(s, strides, t->ndim, out);
    if (!ssi_torch_int(s, &a, 0, &dim))
        return false;
    if (t->ndim == 0)
        return ssi_raise(s, "IndexError",
                         "Dimension specified as %lld but tensor has no "
                         "dimensions",
                         (long long)dim);
    if (!ssi_torch_axis(s, dim, t->ndim, &axis))
        return false;
    *out = strides[axis];
    return true;
}

enum { CONTIGUOUS, FLOATING, COMPLEX, SIGNED, ELEMENT_SIZE, OFFSET, NUMEL };

/* is_contiguous (0), is_floating_point, is_complex, is_signed, element_size,
 * storage_offset, numel */
bool ssi_torch_call_facts(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"", NULL};
    ssi_torch_arguments args;
    ssi_value self;
    if (!ssi_torch_parse_on(s, call, signatures, &args, &self))
        return false;
    const ssi_array_object *o = (const ssi_array_object *)self.u.o;
    const ss_array *a = &o->array;
    switch (call->function->variant) {
    case CONTIGUOUS:
        *out = ssi_bool(ssi_torch_is_contiguous(a));
        return true;
    case FLOATING:
        *out = ssi_bool(ssi_dtype_is_float(a->dtype));
        return true;
    case COMPLEX:
        *out = ssi_bool(ssi_dtype_is_complex(a->dtype));
        return true;
    case SIGNED:
        *out =
            ssi_bool(ssi_dtype_is_signed(a->dtype) || a->dtype >= SS_FLOAT16);
        return true;
    case ELEMENT_SIZE:
        *out = ssi_int((int64_t)a->itemsize);
        return true;
    case OFFSET: {
        const char *start =
            o->base.tag == SSI_NONE ? a->data : ssi_array_of(o->base)->data;
        *out =
            ssi_int(((const char *)a->data - start) / (ptrdiff_t)a->itemsize);
        return true;
    }
    default:
        *out = ssi_int((int64_t)ss_array_size(a));
        return true;
    }
}
