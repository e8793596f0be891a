/* SPDX-License-Identifier: MIT
 * torch.eye, linspace, full_like, Tensor.new_zeros and the like.
 * Learned from: PyTorch 2.13.0 (ATen/native/TensorFactories.cpp,
 * cpu/RangeFactoriesKernel.cpp) by experiment.
 */
#include <string.h>

#include "math/fma.h"
#include "script/torch_rows.h"

bool ssi_torch_call_eye(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {
        "n:I!,*," SSI_TORCH_OPTIONS, "n:I!,m:I!,*," SSI_TORCH_OPTIONS, NULL};
    ss_dtype dtype = ssi_torch_default_dtype(s);
    ssi_number one = {.kind = 'i', .i = 1};
    ssi_torch_arguments a;
    ssi_shape shape = {.ndim = 2};
    int64_t sizes[2];
    if (!ssi_torch_parse(s, call, signatures, &a)
        || !ssi_torch_options(s, &a, a.overload + 1, &dtype)
        || !ssi_torch_int(s, &a, 0, &sizes[0]))
        return false;
    sizes[1] = sizes[0];
    if (a.overload && !ssi_torch_int(s, &a, 1, &sizes[1]))
        return false;
    for (int i = 0; i < 2; i++)
        if (sizes[i] < 0)
            return ssi_raise(s, "RuntimeError",
                             "%s must be greater or equal to 0, got %lld",
                             i ? "m" : "n", (long long)sizes[i]);
    if (!ssi_torch_check_sizes(s, "eye", sizes, 2, ss_dtype_size(dtype), &shape)
        || !ssi_new_tensor(s, dtype, &shape, out))
        return false;
    const ss_array *t = ssi_array_of(*out);
    for (size_t i = 0; i < shape.dims[0] && i < shape.dims[1]; i++)
        ssi_torch_put(dtype,
                      (char *)t->data
                          + (ptrdiff_t)i * (t->strides[0] + t->strides[1]),
                      &one);
    return true;
}

/* --- linspace: from both ends to the middle --- */
static double at_step(const ss_session *s, ss_dtype dtype, double base,
                      double step, double i)
{
    bool fused = s->torch_random.capability != SS_TORCH_DEFAULT;
    if (dtype == SS_FLOAT32) {
        float f = (float)i;
        return (double)(fused ? ssi_fmaf((float)step, f, (float)base)
                              : (float)base + (float)step * f);
    }
    return fused ? ssi_fma(step, i, base) : base + step * i;
}

static bool fill_line(ss_session *s, ss_array *a, double start, double end)
{
    int64_t n = (int64_t)ss_array_size(a);
    bool narrow = a->dtype == SS_FLOAT32;
    double step;
    if (narrow) {
        start = (double)(float)start;
        end = (double)(float)end;
    } else if (ssi_dtype_is_integer(a->dtype)) {
        start = (double)(int64_t)start;
        end = (double)(int64_t)end;
    }
    step = narrow ? (double)(((float)end - (float)start) / (float)(n - 1))
                  : (end - start) / (double)(n - 1);
    for (int64_t i = 0; i < n; i++) {
        ssi_number x = {.kind = 'f'};
        x.f = n == 1 ? start
              : i < n / 2
                  ? at_step(s, a->dtype, start, step, (double)i)
                  : at_step(s, a->dtype, end, -step, (double)(n - i - 1));
        if (!ssi_torch_put_or_refuse(
                s, a->dtype, (char *)a->data + (size_t)i * a->itemsize, &x))
            return false;
    }
    return true;
}

bool ssi_torch_call_linspace(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {
        "start:N!,end:N!,steps:I!,*," SSI_TORCH_OPTIONS, NULL};
    ss_dtype dtype = ssi_torch_default_dtype(s);
    ssi_torch_arguments a;
    ssi_shape shape;
    int64_t n;
    double ends[2];
    if (!ssi_torch_parse(s, call, signatures, &a)
        || !ssi_torch_options(s, &a, 3, &dtype) || !ssi_torch_int(s, &a, 2, &n))
        return false;
    if (n < 0)
        return ssi_raise(s, "RuntimeError",
                         "number of steps must be non-negative");
    for (int i = 0; i < 2; i++)
        if (ssi_is(a.values[i], &ssi_type_complex))
            return ssi_unsupported(s, "linspace() of complex numbers");
        else if (!ssi_to_double(s, a.values[i], &ends[i]))
            return false;
    if (dtype != SS_FLOAT32 && dtype != SS_FLOAT64
        && !(ssi_dtype_is_integer(dtype) && dtype != SS_UINT64))
        return ssi_unsupported(s,
                               "linspace() of torch.%s; float32, float64 "
                               "and integers are supported",
                               ss_dtype_name(dtype));
    if (!ssi_torch_check_sizes(s, "linspace", &n, 1, ss_dtype_size(dtype),
                               &shape)
        || !ssi_new_tensor(s, dtype, &shape, out))
        return false;
    if (fill_line(s, ssi_array_of(*out), ends[0], ends[1]))
        return true;
    ssi_release(s, *out);
    return false;
}

/* --- of another tensor's kind --- */
bool ssi_torch_call_full_like(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {
        "fill_value:N!,*,memory_format:O,dtype:D,layout:L,device:V,"
        "pin_memory:B,requires_grad:B",
        NULL};
    ssi_torch_arguments a;
    ssi_value self, v;
    if (!ssi_torch_parse_on(s, call, signatures, &a, &self))
        return false;
    ss_dtype dtype = ssi_array_of(self)->dtype;
    if (ssi_torch_has(&a, 1) || ssi_torch_flag(&a, 6, false)
        || ssi_torch_flag(&a, 5, false))
        return ssi_unsupported(s, "memory_format=, pin_memory= and "
                                  "requires_grad= of full_like()");
    if (ssi_torch_has(&a, 2))
        ssi_torch_dtype_of(a.values[2], &dtype);
    if (!ssi_python_value(s, a.values[0], &v))
        return false;
    bool ok = ssi_torch_check_fill(s, v, dtype)
              && ssi_torch_new_like(s, ssi_array_of(self), dtype, out);
    if (ok && !ssi_torch_fill_number(s, ssi_array_of(*out), v)) {
        ssi_release(s, *out);
        ok = false;
    }
    ssi_release(s, v);
    return ok;
}

/* new_zeros (variant 0), new_ones (1), new_empty (2), new_full (3) */
bool ssi_torch_call_new_filled(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const sizes[] = {
        "size:S!,*,dtype:D,layout:L,device:V,pin_memory:B,requires_grad:B",
        NULL};
    static const char *const full[] = {
        "size:S!,fill_value:N!,*,dtype:D,layout:L,device:V,pin_memory:B,"
        "requires_grad:B",
        NULL};
    int kind = call->function->variant;
    ss_dtype dtype = ssi_array_of(call->self)->dtype;
    size_t at = kind == 3 ? 2 : 1;
    ssi_torch_arguments a;
    ssi_shape shape;
    if (!ssi_torch_parse(s, call, kind == 3 ? full : sizes, &a))
        return false;
    if (ssi_torch_flag(&a, at + 3, false) || ssi_torch_flag(&a, at + 4, false))
        return ssi_unsupported(s, "pin_memory= and requires_grad= of %s()",
                               a.name);
    if (ssi_torch_has(&a, at))
        ssi_torch_dtype_of(a.values[at], &dtype);
    if (!ssi_torch_sizes(s, &a, 0, ss_dtype_size(dtype), &shape)
        || (kind == 3 && !ssi_torch_check_fill(s, a.values[1], dtype))
        || !ssi_new_tensor(s, dtype, &shape, out))
        return false;
    if (kind == 0 || kind == 2
        || ssi_torch_fill_number(s, ssi_array_of(*out),
                                 kind == 3 ? a.values[1] : ssi_int(1)))
        return true;
    ssi_release(s, *out);
    return false;
}
