/* SPDX-License-Identifier: MIT
 * Generator.shuffle, permutation and permuted.
 * Learned from: NumPy 2.4.6 (_generator.pyx) by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "dist/shuffle.h"
#include "numpy/generator_bitgen.h"
#include "script/numpy_generator.h"

/* axis= of an array of ndim axes: AxisError. */
static bool axis_argument(ss_session *s, ssi_value v, uint32_t ndim,
                          uint32_t *out)
{
    int64_t axis;
    if (v.tag == SSI_FLOAT
        || (ssi_is(v, &ssi_type_numpy_scalar)
            && ((ssi_scalar_object *)v.u.o)->dtype == SS_FLOAT64))
        return ssi_raise(s, "TypeError",
                         "integer argument expected, got float");
    if (!ssi_to_int64(s, v, &axis))
        return false;
    if (axis < -(int64_t)ndim || axis >= (int64_t)ndim)
        return ssi_raise(s, "numpy.exceptions.AxisError",
                         "axis %lld is out of bounds for array of dimension "
                         "%u",
                         (long long)axis, (unsigned)ndim);
    *out = (uint32_t)(axis < 0 ? axis + ndim : axis);
    return true;
}

static void copy_items(const ss_array *to, const ss_array *from)
{
    ssi_walk x, y;
    ssi_walk_start(&x, to);
    ssi_walk_start(&y, from);
    for (size_t i = 0, n = ss_array_size(to); i < n; i++) {
        memcpy(x.item, y.item, to->itemsize);
        ssi_walk_next(&x);
        ssi_walk_next(&y);
    }
}

static void without_axis(ss_array *a, uint32_t axis)
{
    size_t rest = a->ndim - axis - 1;
    memmove(a->shape + axis, a->shape + axis + 1, rest * sizeof *a->shape);
    memmove(a->strides + axis, a->strides + axis + 1,
            rest * sizeof *a->strides);
    a->ndim--;
}

/* Slice i along axis of to becomes slice index[i] of from. */
static void take_slices(const ss_array *to, const ss_array *from, uint32_t axis,
                        const int64_t *index)
{
    ss_array x = *to, y = *from;
    without_axis(&x, axis);
    without_axis(&y, axis);
    for (size_t i = 0; i < to->shape[axis]; i++) {
        x.data = (char *)to->data + (ptrdiff_t)i * to->strides[axis];
        y.data = (char *)from->data + (ptrdiff_t)index[i] * from->strides[axis];
        copy_items(&x, &y);
    }
}

/* to is from, shuffled along axis; from is another array of its shape. */
static bool shuffle_slices(ss_session *s, ss_bitgen *bitgen, const ss_array *to,
                           const ss_array *from, uint32_t axis)
{
    size_t n = to->shape[axis];
    int64_t *index = malloc((n ? n : 1) * sizeof *index);
    if (!index)
        return ssi_raise_memory(s);
    ssi_permutation(bitgen, index, n);
    take_slices(to, from, axis, index);
    free(index);
    return true;
}

static bool shuffle_array(ss_session *s, ss_bitgen *bitgen, ssi_value array,
                          ssi_value axis_given)
{
    ss_array *a = ssi_array_of(array);
    ssi_value copy;
    uint32_t axis = 0;
    if (a->ndim == 0)
        return ssi_raise(s, "TypeError", "len() of unsized object");
    if (!axis_argument(s, axis_given, a->ndim, &axis))
        return false;
    if (ss_array_size(a) == 0)
        return true;
    if (a->ndim == 1) {
        ssi_shuffle(bitgen, a->data, a->shape[0], a->itemsize, a->strides[0]);
        return true;
    }
    if (!ssi_array_copy(s, &ssi_type_ndarray, array, ssi_array_element(a),
                        &copy))
        return false;
    bool ok = shuffle_slices(s, bitgen, a, ssi_array_of(copy), axis);
    ssi_release(s, copy);
    return ok;
}

static bool shuffle_other(ss_session *s, ss_bitgen *bitgen, ssi_value x,
                          ssi_value axis)
{
    size_t n;
    bool zero;
    if (ssi_is(x, &ssi_type_tensor))
        return ssi_unsupported(s, "shuffle() of a torch tensor");
    ssi_value plain;
    if (!ssi_length(s, x, &n) || !ssi_python_value(s, axis, &plain))
        return false;
    bool ok = ssi_equal(s, plain, ssi_int(0), &zero);
    ssi_release(s, plain);
    if (!ok)
        return false;
    if (!zero)
        return ssi_raise(s, "NotImplementedError",
                         "Axis argument is only supported on ndarray objects");
    if (ssi_is(x, &ssi_type_list)) {
        ssi_list_object *list = (ssi_list_object *)x.u.o;
        ssi_shuffle(bitgen, list->items, list->count, sizeof *list->items,
                    sizeof *list->items);
        return true;
    }
    if (n < 2)
        return true;
    if (ssi_is(x, &ssi_type_dict))
        return ssi_unsupported(s, "shuffle() of a dict");
    return ssi_raise(s, "TypeError",
                     "'%s' object does not support item assignment",
                     ssi_type_name(x));
}

bool ssi_generator_shuffle(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_bitgen *bitgen = &ssi_generator_of(call)->bitgen;
    ssi_value axis = call->given[1] ? call->args[1] : ssi_int(0);
    *out = ssi_none();
    return ssi_is(call->args[0], &ssi_type_ndarray)
               ? shuffle_array(s, bitgen, call->args[0], axis)
               : shuffle_other(s, bitgen, call->args[0], axis);
}

/* --- permutation --- */

/* permutation(n): of the dtype that NumPy's arange gives for n's type. */
static bool permutation_of(ss_session *s, ss_bitgen *bitgen, ssi_value v,
                           ssi_value *out)
{
    uint64_t u;
    bool negative, fits;
    ssi_shape shape = {.ndim = 1};
    if (!ssi_to_index(s, v, &u, &negative, &fits))
        return false;
    if (!fits || (!negative && u > INT64_MAX))
        return ssi_unsupported(s, "permutations of 2**63 and more");
    ssi_value count = ssi_int(negative ? 0 : (int64_t)u);
    bool floats = ssi_is(v, &ssi_type_numpy_scalar)
                  && ((ssi_scalar_object *)v.u.o)->dtype == SS_UINT64;
    if (!ssi_dims_argument(s, &count, 1, 8, &shape)
        || !ssi_new_ndarray(s, floats ? SS_FLOAT64 : SS_INT64, &shape, out))
        return false;
    int64_t *items = ssi_array_of(*out)->data;
    ssi_permutation(bitgen, items, shape.dims[0]);
    for (size_t i = 0; floats && i < shape.dims[0]; i++) {
        double d = (double)items[i];
        memcpy(&items[i], &d, sizeof d);
    }
    return true;
}

bool ssi_generator_permutation(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_bitgen *bitgen = &ssi_generator_of(call)->bitgen;
    ssi_value x = call->args[0], from;
    bool truth = ssi_is(x, &ssi_type_numpy_scalar)
                 && ((ssi_scalar_object *)x.u.o)->dtype == SS_BOOL;
    uint32_t axis = 0;
    if (ssi_is_int(x) && !truth)
        return permutation_of(s, bitgen, x, out);
    if (ssi_is(x, &ssi_type_tensor))
        return ssi_unsupported(s, "permutation() of a %s", ssi_type_name(x));
    if (x.tag == SSI_NONE || ssi_is(x, &ssi_type_dict))
        return axis_argument(s, call->given[1] ? call->args[1] : ssi_int(0), 0,
                             &axis);
    if (!ssi_array_from(s, &ssi_type_ndarray, x, NULL, &from))
        return false;
    ss_array *a = ssi_array_of(from);
    bool ok = axis_argument(s, call->given[1] ? call->args[1] : ssi_int(0),
                            a->ndim, &axis);
    if (ok && a->ndim == 1) {
        ssi_shuffle(bitgen, a->data, a->shape[0], a->itemsize, a->strides[0]);
        *out = from;
        return true;
    }
    ok = ok
         && ssi_array_copy(s, &ssi_type_ndarray, from, ssi_array_element(a),
                           out);
    if (ok && !shuffle_slices(s, bitgen, ssi_array_of(*out), a, axis)) {
        ssi_release(s, *out);
        ok = false;
    }
    ssi_release(s, from);
    return ok;
}

/* --- permuted --- */

static void reverse_axes(ss_array *a)
{
    for (uint32_t i = 0, j = a->ndim; i + 1 < j--; i++) {
        size_t length = a->shape[i];
        ptrdiff_t stride = a->strides[i];
        a->shape[i] = a->shape[j];
        a->shape[j] = length;
        a->strides[i] = a->strides[j];
        a->strides[j] = stride;
    }
}

/* x.copy(order='K') of what is contiguous in one of the two orders. */
static bool copy_as_is(ss_session *s, ssi_value x, ssi_value *out)
{
    const ss_array *a = ssi_array_of(x);
    ssi_value turned, copy;
    ss_array view = *a;
    bool ok;
    if (ss_array_is_contiguous(a) || a->ndim < 2)
        return ssi_array_copy(s, &ssi_type_ndarray, x, ssi_array_element(a),
                              out);
    if (!ssi_is_f_contiguous(a))
        return ssi_unsupported(s, "permuted() of an array that is not "
                                  "contiguous");
    reverse_axes(&view);
    if (!ssi_new_view(s, x, &view, &turned))
        return false;
    ok = ssi_array_copy(s, &ssi_type_ndarray, turned, ssi_array_element(a),
                        &copy);
    ssi_release(s, turned);
    if (!ok)
        return false;
    view = *ssi_array_of(copy);
    reverse_axes(&view);
    ok = ssi_new_view(s, copy, &view, out);
    ssi_release(s, copy);
    return ok;
}

/* np.copyto(out, x, casting='safe') */
static bool copy_into(ss_session *s, ssi_value out, ssi_value x)
{
    ss_array *to = ssi_array_of(out);
    const ss_array *from = ssi_array_of(x);
    ssi_element e = ssi_array_element(to), common;
    ssi_value copy;
    char a[32], b[32];
    if (to->ndim != from->ndim
        || memcmp(to->shape, from->shape, to->ndim * sizeof *to->shape) != 0)
        return ssi_raise(s, "ValueError", "out must have the same shape as x");
    if (!ss_array_is_contiguous(to) && !ssi_is_f_contiguous(to))
        return ssi_unsupported(s, "an out that is not contiguous");
    if (ssi_dtype_is_text(to->dtype) != ssi_dtype_is_text(from->dtype))
        return ssi_unsupported(s, "text and numbers in permuted()");
    if (!ssi_promote(e, ssi_array_element(from), &common)
        || common.dtype != e.dtype || common.itemsize != e.itemsize) {
        ssi_dtype_text(ssi_array_element(from), a);
        ssi_dtype_text(e, b);
        return ssi_raise(s, "TypeError",
                         "Cannot cast array data from dtype('%s') to "
                         "dtype('%s') according to the rule 'safe'",
                         a, b);
    }
    if (!ssi_array_copy(s, &ssi_type_ndarray, x, e, &copy))
        return false;
    copy_items(to, ssi_array_of(copy));
    ssi_release(s, copy);
    return true;
}

static bool permute(ss_session *s, ss_bitgen *bitgen, const ss_array *a,
                    ssi_value given)
{
    uint32_t axis = 0;
    if (given.tag == SSI_NONE) {
        if (a->ndim == 0)
            return ssi_raise(s, "TypeError", "len() of unsized object");
        if (a->ndim == 1) /* perhaps strided */
            ssi_shuffle(bitgen, a->data, a->shape[0], a->itemsize,
                        a->strides[0]);
        else
            ssi_shuffle(bitgen, a->data, ss_array_size(a), a->itemsize,
                        (ptrdiff_t)a->itemsize);
        return true;
    }
    if (!axis_argument(s, given, a->ndim, &axis))
        return false;
    if (ss_array_size(a) == 0)
        return true;
    ss_status status = ssi_generator_permuted(bitgen, a, axis);
    return status == SS_OK || ssi_raise_status(s, status);
}

bool ssi_generator_permuted_call(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value into = call->given[2] ? call->args[2] : ssi_none(), x;
    bool ok;
    if (call->args[0].tag == SSI_NONE || ssi_is(call->args[0], &ssi_type_dict))
        return into.tag != SSI_NONE
                   ? ssi_unsupported(s, "permuted() of a %s with out",
                                     ssi_type_name(call->args[0]))
                   : ssi_raise(s, "TypeError", "len() of unsized object");
    if (!ssi_asarray(s, call->args[0], NULL, &x))
        return false;
    if (into.tag == SSI_NONE) {
        ok = copy_as_is(s, x, out);
    } else if (!ssi_is(into, &ssi_type_ndarray)) {
        ok = ssi_raise(s, "TypeError", "out must be a numpy array");
    } else {
        ok = copy_into(s, into, x);
        if (ok)
            *out = ssi_retain(into);
    }
    ssi_release(s, x);
    if (!ok)
        return false;
    ok = permute(s, &ssi_generator_of(call)->bitgen, ssi_array_of(*out),
                 call->given[1] ? call->args[1] : ssi_none());
    if (!ok)
        ssi_release(s, *out);
    return ok;
}
