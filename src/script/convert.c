/* SPDX-License-Identifier: MIT
 * Conversions of values to C, by Python's rules.
 */
#include "script/ndarray.h"
#include "script/session.h"

#include <string.h>

static ss_dtype scalar_dtype(ssi_value v)
{
    return ((ssi_scalar_object *)v.u.o)->dtype;
}

bool ssi_is_int(ssi_value v)
{
    return ssi_is_pyint(v)
           || (ssi_is(v, &ssi_type_numpy_scalar)
               && ssi_dtype_is_integer(scalar_dtype(v)));
}

bool ssi_is_float(ssi_value v)
{
    return v.tag == SSI_FLOAT
           || (ssi_is(v, &ssi_type_numpy_scalar)
               && ssi_dtype_is_float(scalar_dtype(v)));
}

static bool array_item(ss_session *s, const ss_array *array, ssi_value *out)
{
    ssi_element element = {array->dtype, array->itemsize};

    return ssi_item_python(s, element, array->data, out);
}

bool ssi_python_value(ss_session *s, ssi_value v, ssi_value *out)
{
    const ss_array *array;

    if (ssi_is(v, &ssi_type_numpy_scalar)) {
        ssi_scalar_object *scalar = (ssi_scalar_object *)v.u.o;
        ssi_element element = {scalar->dtype, scalar->itemsize};
        return ssi_item_python(s, element, scalar->item, out);
    }
    if (!ssi_is(v, &ssi_type_ndarray) && !ssi_is(v, &ssi_type_tensor)) {
        *out = ssi_retain(v);
        return true;
    }
    array = &((ssi_array_object *)v.u.o)->array;
    if (ssi_is(v, &ssi_type_ndarray) && array->ndim != 0)
        return ssi_raise(s, "TypeError",
                         "only 0-dimensional arrays can be "
                         "converted to Python scalars");
    if (ssi_is(v, &ssi_type_tensor) && ss_array_size(array) != 1)
        return ssi_raise(s, "ValueError",
                         "only one element tensors can be "
                         "converted to Python scalars");
    return array_item(s, array, out);
}

/* The integer that an array stands for as an index. */
static bool array_index(ss_session *s, ssi_value v, ssi_value *out)
{
    const ss_array *array = &((ssi_array_object *)v.u.o)->array;
    bool integer = ssi_dtype_is_integer(array->dtype);

    if (ssi_is(v, &ssi_type_tensor)) {
        if (ss_array_size(array) != 1 || !(integer || array->dtype == SS_BOOL))
            return ssi_raise(s, "TypeError",
                             "only integer tensors of a single element can be "
                             "converted to an index");
    } else if (array->ndim != 0 || !integer) {
        return ssi_raise(s, "TypeError",
                         "only integer scalar arrays can be "
                         "converted to a scalar index");
    }
    return array_item(s, array, out);
}

bool ssi_has_index(ssi_value v)
{
    return ssi_is_int(v) || ssi_is(v, &ssi_type_ndarray)
           || ssi_is(v, &ssi_type_tensor);
}

bool ssi_to_index(ss_session *s, ssi_value v, uint64_t *u, bool *negative,
                  bool *fits)
{
    uint32_t memory[2];
    ssi_bigint view;
    ssi_value item;
    bool ok;

    if (!ssi_has_index(v))
        return ssi_raise(s, "TypeError",
                         "'%s' object cannot be interpreted as an integer",
                         ssi_type_name(v));
    if (!ssi_is_pyint(v)) {
        ok = ssi_is_int(v) ? ssi_python_value(s, v, &item)
                           : array_index(s, v, &item);
        ok = ok && ssi_to_index(s, item, u, negative, fits);
        if (ok)
            ssi_release(s, item);
        return ok;
    }
    view = ssi_int_view(v, memory);
    *negative = view.negative;
    *fits = ssi_bigint_low64(&view, u);
    return true;
}

bool ssi_to_int64(ss_session *s, ssi_value v, int64_t *out)
{
    uint64_t u;
    bool negative, fits;

    if (!ssi_to_index(s, v, &u, &negative, &fits))
        return false;
    if (!fits || (!negative && u > INT64_MAX))
        return ssi_raise(s, "OverflowError",
                         "Python int too large to convert to C long");
    *out = (int64_t)u;
    return true;
}

/* A Python number as a double; complex: its real part, as NumPy's do. */
static bool number(ss_session *s, ssi_value v, double *out)
{
    double imag;

    if (v.tag == SSI_FLOAT)
        *out = v.u.f;
    else if (ssi_is_pyint(v))
        return ssi_int_double(s, v, out);
    else if (!ssi_complex_parts(v, out, &imag))
        return ssi_raise(s, "TypeError", "must be real number, not %s",
                         ssi_type_name(v));
    return true;
}

bool ssi_to_double(ss_session *s, ssi_value v, double *out)
{
    ssi_value item;
    bool ok;

    if (v.tag == SSI_FLOAT) {
        *out = v.u.f;
        return true;
    }
    if (ssi_is(v, &ssi_type_complex))
        return ssi_raise(s, "TypeError", "must be real number, not complex");
    if (!ssi_python_value(s, v, &item))
        return false;
    if (ssi_is(item, &ssi_type_str) || ssi_is(item, &ssi_type_bytes))
        ok = ssi_raise(s, "TypeError", "must be real number, not %s",
                       ssi_type_name(v));
    else
        ok = number(s, item, out);
    ssi_release(s, item);
    return ok;
}

bool ssi_to_str(ss_session *s, ssi_value v, const char **out)
{
    if (!ssi_is(v, &ssi_type_str))
        return ssi_raise(s, "TypeError", "expected str, got %s",
                         ssi_type_name(v));
    *out = ((ssi_str_object *)v.u.o)->data;
    return true;
}

bool ssi_to_python_int(ss_session *s, ssi_value v, ssi_value *out)
{
    uint64_t u;
    bool negative, fits;

    if (v.tag == SSI_BOOL || v.tag == SSI_INT || ssi_is(v, &ssi_type_bigint)) {
        *out = v.tag == SSI_BOOL ? ssi_int(v.u.b) : ssi_retain(v);
        return true;
    }
    if (!ssi_to_index(s, v, &u, &negative, &fits))
        return false;
    if (!negative)
        return ssi_new_uint64(s, u, out);
    *out = ssi_int((int64_t)u);
    return true;
}
