/* SPDX-License-Identifier: MIT
 * The dtypes of results, and casts between dtypes.
 * Learned from: PyTorch 2.13.0 (c10/core/ScalarType.h,
 * ATen/native/TypeProperties.cpp, c10/util/TypeCast.h) by experiment.
 */
#include <string.h>

#include "array/half.h"
#include "script/torch_ops.h"

static bool is_wide_unsigned(ss_dtype d)
{
    return d == SS_UINT16 || d == SS_UINT32 || d == SS_UINT64;
}

static ss_dtype promote_floats(ss_dtype a, ss_dtype b)
{
    if (ssi_dtype_is_complex(a) != ssi_dtype_is_complex(b)) {
        ss_dtype real = ssi_dtype_is_complex(a) ? b : a;
        return real == SS_FLOAT64        ? SS_COMPLEX128
               : ssi_dtype_is_complex(a) ? a
                                         : b;
    }
    if ((a == SS_BFLOAT16 && b == SS_FLOAT16)
        || (a == SS_FLOAT16 && b == SS_BFLOAT16))
        return SS_FLOAT32;
    return a > b ? a : b;
}

bool ssi_torch_promote(ss_session *s, ss_dtype a, ss_dtype b, ss_dtype *out)
{
    bool ia = ssi_dtype_is_integer(a), ib = ssi_dtype_is_integer(b);
    ssi_element e;
    if (a == b || b == SS_BOOL)
        *out = a;
    else if (a == SS_BOOL)
        *out = b;
    else if (ia != ib)
        *out = ia ? b : a;
    else if (!ia)
        *out = promote_floats(a, b);
    else if (is_wide_unsigned(a) || is_wide_unsigned(b))
        return ssi_raise(s, "RuntimeError",
                         "Promotion for uint16, uint32, uint64 types is not "
                         "supported, attempted to promote %s and %s",
                         ssi_torch_scalar_name(a), ssi_torch_scalar_name(b));
    else {
        ssi_promote(ssi_element_of(a), ssi_element_of(b), &e);
        *out = e.dtype;
    }
    return true;
}

/* --- operands --- */
bool ssi_torch_scalar_tensor(ss_session *s, ss_dtype dtype, const ssi_number *n,
                             ssi_value *out)
{
    ssi_shape shape = {0};
    if (!ssi_new_tensor(s, dtype, &shape, out))
        return false;
    if (ssi_torch_put_or_refuse(s, dtype, ssi_array_of(*out)->data, n))
        return true;
    ssi_release(s, *out);
    return false;
}

static bool number_of(ss_session *s, ssi_value v, ssi_number *n, ss_dtype *d)
{
    uint64_t u;
    bool negative, fits;
    *n = (ssi_number){.kind = 'f'};
    *d = SS_FLOAT64;
    if (v.tag == SSI_BOOL) {
        *n = (ssi_number){.kind = 'b', .u = v.u.b};
        *d = SS_BOOL;
    } else if (ssi_is(v, &ssi_type_complex)) {
        n->kind = 'c';
        *d = SS_COMPLEX128;
        return ssi_complex_parts(v, &n->f, &n->imaginary);
    } else if (ssi_is_float(v)) {
        return ssi_to_double(s, v, &n->f);
    } else {
        if (!ssi_to_index(s, v, &u, &negative, &fits))
            return false;
        if (!fits || (!negative && u > INT64_MAX))
            return ssi_unsupported(s, "an int beyond 64 bits with a tensor");
        *n = (ssi_number){.kind = 'i', .i = (int64_t)u};
        *d = SS_INT64;
    }
    return true;
}

bool ssi_torch_operand_of(ss_session *s, ssi_value v, ssi_torch_operand *out,
                          bool *handled)
{
    ssi_number n;
    ss_dtype dtype;
    *handled = true;
    out->wrapped = false;
    if (ssi_is(v, &ssi_type_tensor)) {
        out->value = ssi_retain(v);
        return true;
    }
    if (ssi_is(v, &ssi_type_ndarray))
        return ssi_unsupported(s, "a tensor with an ndarray; "
                                  "torch.from_numpy() makes it a tensor");
    *handled = v.tag == SSI_BOOL || ssi_is_int(v) || ssi_is_float(v)
               || ssi_is(v, &ssi_type_complex);
    if (!*handled)
        return true;
    out->wrapped = true;
    return number_of(s, v, &n, &dtype)
           && ssi_torch_scalar_tensor(s, dtype, &n, &out->value);
}

/* --- result types: tensors with axes, then those without, then numbers --- */
#define UNDEFINED ((ss_dtype)(SS_OBJECT + 1))

static bool join(ss_session *s, ss_dtype a, ss_dtype b, ss_dtype *out)
{
    if (a == UNDEFINED || b == UNDEFINED) {
        *out = a == UNDEFINED ? b : a;
        return true;
    }
    return ssi_torch_promote(s, a, b, out);
}

static bool combine(ss_session *s, ss_dtype higher, ss_dtype lower,
                    ss_dtype *out)
{
    bool inexact = lower != UNDEFINED && lower >= SS_FLOAT16;
    *out = higher == UNDEFINED ? lower : higher;
    if (higher == UNDEFINED || ssi_dtype_is_complex(higher))
        return true;
    if (ssi_dtype_is_float(higher)) {
        if (lower != UNDEFINED && ssi_dtype_is_complex(lower))
            *out = higher == SS_FLOAT64 ? SS_COMPLEX128 : SS_COMPLEX64;
        return true;
    }
    if (higher == SS_BOOL || inexact)
        return join(s, higher, lower, out);
    return true;
}

static ss_dtype wrapped_dtype(const ss_session *s, ss_dtype d)
{
    ss_dtype usual = ssi_torch_default_dtype(s);
    if (d == SS_FLOAT64)
        return usual;
    if (d == SS_COMPLEX128)
        return usual == SS_FLOAT64 ? SS_COMPLEX128 : SS_COMPLEX64;
    return d;
}

bool ssi_torch_result_type(ss_session *s, const ssi_torch_operand *operands,
                           size_t count, ss_dtype *out)
{
    ss_dtype kinds[3] = {UNDEFINED, UNDEFINED, UNDEFINED};
    for (size_t i = 0; i < count; i++) {
        const ss_array *a = ssi_array_of(operands[i].value);
        int k = operands[i].wrapped ? 2 : a->ndim == 0;
        ss_dtype d = k == 2 ? wrapped_dtype(s, a->dtype) : a->dtype;
        if (!join(s, kinds[k], d, &kinds[k]))
            return false;
    }
    return combine(s, kinds[1], kinds[2], out)
           && combine(s, kinds[0], *out, out);
}

bool ssi_torch_can_cast(ss_session *s, ss_dtype from, ss_dtype to)
{
    bool ok = !(ssi_dtype_is_complex(from) && !ssi_dtype_is_complex(to))
              && !(ssi_dtype_is_float(from)
                   && (ssi_dtype_is_integer(to) || to == SS_BOOL))
              && !(from != SS_BOOL && to == SS_BOOL);
    return ok
           || ssi_raise(s, "RuntimeError",
                        "result type %s can't be cast to the desired output "
                        "type %s",
                        ssi_torch_scalar_name(from), ssi_torch_scalar_name(to));
}

/* --- casts --- */
/* Whether C defines the cast of a double to the integer dtype, by way of 32
 * bits for the narrow ones. */
static bool is_castable(ss_dtype dtype, double d)
{
    size_t size = ss_dtype_size(dtype);
    if (dtype == SS_UINT64)
        return d > -1 && d < 0x1p64;
    if (size == 8 || dtype == SS_UINT8)
        return d >= -0x1p63 && d < 0x1p63;
    if (dtype == SS_UINT32)
        return d > -1 && d < 0x1p32;
    return d > -0x1.00000002p31 && d < 0x1p31;
}

static bool truth_of(const ssi_number *n)
{
    switch (n->kind) {
    case 'f':
        return n->f != 0;
    case 'c':
        return n->f != 0 || n->imaginary != 0;
    case 'i':
        return n->i != 0;
    default:
        return n->u != 0;
    }
}

bool ssi_torch_put(ss_dtype dtype, void *item, const ssi_number *n)
{
    if (dtype == SS_BOOL) {
        *(unsigned char *)item = truth_of(n);
        return true;
    }
    if (dtype == SS_FLOAT16 || dtype == SS_BFLOAT16) {
        float f = n->kind == 'i'                     ? (float)n->i
                  : n->kind == 'f' || n->kind == 'c' ? (float)n->f
                                                     : (float)n->u;
        uint16_t h = dtype == SS_FLOAT16
                         ? ssi_double_to_half_by_float((double)f)
                         : ssi_float_to_bfloat16(f);
        memcpy(item, &h, sizeof h);
        return true;
    }
    if (ssi_dtype_is_integer(dtype) && (n->kind == 'f' || n->kind == 'c')
        && !is_castable(dtype, n->f))
        return false;
    ssi_number_store(dtype, item, n);
    return true;
}

bool ssi_torch_put_or_refuse(ss_session *s, ss_dtype dtype, void *item,
                             const ssi_number *n)
{
    return ssi_torch_put(dtype, item, n)
           || ssi_unsupported(s,
                              "the cast of a float outside its range to "
                              "torch.%s, which C leaves open",
                              ss_dtype_name(dtype));
}

bool ssi_torch_to(ss_session *s, ssi_value tensor, ss_dtype dtype,
                  ssi_value *out)
{
    const ss_array *a = ssi_array_of(tensor);
    if (!ssi_torch_new_like(s, a, dtype, out))
        return false;
    if (ssi_torch_copy_elements(s, ssi_array_of(*out), a))
        return true;
    ssi_release(s, *out);
    return false;
}
