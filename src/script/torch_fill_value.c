/* SPDX-License-Identifier: MIT
 * One number in all of a tensor: torch.full, fill_, zero_, and its checks.
 * Learned from: PyTorch 2.13.0 (c10/util/TypeCast.h) by experiment.
 */
#include <string.h>

#include "script/torch_values.h"

bool ssi_torch_fill_number(ss_session *s, ss_array *a, ssi_value v)
{
    ssi_number n = {.kind = 'f'};
    unsigned char item[16];
    bool negative, fits;
    ssi_walk walk;
    if (ssi_is(v, &ssi_type_complex)) {
        n.kind = 'c';
        ssi_complex_parts(v, &n.f, &n.imaginary);
    } else if (ssi_is_float(v)) {
        if (!ssi_to_double(s, v, &n.f))
            return false;
    } else {
        if (!ssi_to_index(s, v, &n.u, &negative, &fits))
            return false;
        if (!fits || (!negative && n.u > INT64_MAX))
            return ssi_raise(s, "RuntimeError",
                             "value cannot be converted to "
                             "type int64_t without overflow");
        n.kind = negative ? 'i' : 'u';
        n.i = (int64_t)n.u;
    }
    if (a->dtype == SS_FLOAT16 || a->dtype == SS_BFLOAT16)
        n.f = (double)(float)n.f; /* to 16 bits by way of float */
    ssi_number_store(a->dtype, item, &n);
    ssi_walk_start(&walk, a);
    for (size_t i = 0, count = ss_array_size(a); i < count; i++) {
        memcpy(walk.item, item, a->itemsize);
        ssi_walk_next(&walk);
    }
    return true;
}

/* Whether d, a float or an int, is in the dtype's range. */
static bool in_range(double d, bool is_int, ss_dtype dtype)
{
    unsigned bits = (unsigned)ss_dtype_size(dtype) * 8;
    double high;
    if (dtype == SS_BOOL || dtype == SS_FLOAT64 || dtype == SS_COMPLEX128)
        return true;
    if (ssi_dtype_is_integer(dtype)) {
        bool is_signed = ssi_dtype_is_signed(dtype);
        high = bits - is_signed == 64 ? 0x1p64
               : bits - is_signed == 63
                   ? 0x1p63
                   : (double)(UINT64_C(1) << (bits - is_signed)) - 1;
        if (!is_signed) /* ints wrap around once */
            return d <= high && d >= (is_int ? -high : 0);
        return d <= high && d >= -high - (bits < 64);
    }
    high = dtype == SS_FLOAT16    ? 65504
           : dtype == SS_BFLOAT16 ? 0x1.fep127
                                  : 0x1.fffffep127;
    return (d <= high && d >= -high) || d - d != 0;
}

bool ssi_torch_check_fill(ss_session *s, ssi_value v, ss_dtype dtype)
{
    static const char *const names[] = {"bool",
                                        "int8_t",
                                        "uint8_t",
                                        "int16_t",
                                        "uint16_t",
                                        "int",
                                        "uint32_t",
                                        "int64_t",
                                        "uint64_t",
                                        "c10::Half",
                                        "c10::BFloat16",
                                        "float",
                                        "double",
                                        "c10::complex<float>",
                                        "c10::complex<double>"};
    double d, imaginary = 0;
    bool is_complex = ssi_is(v, &ssi_type_complex);
    if (is_complex)
        ssi_complex_parts(v, &d, &imaginary);
    else if (!ssi_to_double(s, v, &d))
        return false;
    if (is_complex && dtype == SS_BOOL)
        return ssi_unsupported(s, "a complex number as a bool");
    if (in_range(d, !ssi_is_float(v), dtype)
        && (!is_complex
            || (ssi_dtype_is_complex(dtype) ? in_range(imaginary, false, dtype)
                                            : imaginary == 0)))
        return true;
    return ssi_raise(s, "RuntimeError",
                     "value cannot be converted to type %s without overflow",
                     names[dtype]);
}

bool ssi_torch_call_full(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {
        "size:S!,fill_value:N!,*," SSI_TORCH_OPTIONS, NULL};
    ssi_torch_arguments a;
    ssi_shape shape;
    ssi_value v;
    if (!ssi_torch_parse(s, call, signatures, &a)
        || !ssi_python_value(s, a.values[1], &v))
        return false;
    ss_dtype dtype =
        v.tag == SSI_BOOL    ? SS_BOOL
        : v.tag == SSI_FLOAT ? ssi_torch_default_dtype(s)
        : ssi_is(v, &ssi_type_complex)
            ? (ssi_torch_default_dtype(s) == SS_FLOAT64 ? SS_COMPLEX128
                                                        : SS_COMPLEX64)
            : SS_INT64;
    bool ok = ssi_torch_options(s, &a, 2, &dtype)
              && ssi_torch_sizes(s, &a, 0, ss_dtype_size(dtype), &shape)
              && ssi_torch_check_fill(s, v, dtype)
              && ssi_new_tensor(s, dtype, &shape, out);
    if (ok && !ssi_torch_fill_number(s, ssi_array_of(*out), v)) {
        ssi_release(s, *out);
        ok = false;
    }
    ssi_release(s, v);
    return ok;
}

/* --- in place --- */
static bool raise_fill(ss_session *s, ssi_value v)
{
    return ssi_raise(s, "TypeError",
                     "fill_() received an invalid combination of arguments - "
                     "got (%s), but expected one of:",
                     ssi_type_name(v));
}

bool ssi_torch_fill_with(ss_session *s, ssi_value tensor, ssi_value v)
{
    ss_array *a = ssi_array_of(tensor);
    bool number = v.tag == SSI_BOOL || ssi_is_int(v) || ssi_is_float(v)
                  || ssi_is(v, &ssi_type_complex);
    if (v.tag == SSI_OBJECT && ssi_is_array(v))
        return ssi_unsupported(s, "fill_() with a tensor; a number, as item() "
                                  "gives it, is supported");
    if (!number)
        return raise_fill(s, v);
    return ssi_torch_check_fill(s, v, a->dtype)
           && ssi_torch_fill_number(s, a, v);
}

bool ssi_tensor_fill(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"value:N!", "value:T!", NULL};
    ssi_torch_arguments a;
    if (!ssi_torch_parse(s, call, signatures, &a)
        || !ssi_torch_fill_with(s, call->self, a.values[0]))
        return false;
    *out = ssi_retain(call->self);
    return true;
}

bool ssi_tensor_zero(ss_session *s, ssi_call *call, ssi_value *out)
{
    if (!ssi_torch_fill_number(s, ssi_array_of(call->self), ssi_int(0)))
        return false;
    *out = ssi_retain(call->self);
    return true;
}
