/* SPDX-License-Identifier: MIT
 * The ndarray value: attributes, indexing, iteration, text.
 * Learned from: NumPy 2.4.6 by experiment.
 */
#include <string.h>

#include "script/ndarray.h"
#include "script/numpy_names_tables.h"

static ss_array *array_of(ssi_object *self)
{
    return &((ssi_array_object *)self)->array;
}

static ssi_value value_of(ssi_object *self)
{
    return (ssi_value){SSI_OBJECT, {.o = self}};
}

static void array_destroy(ss_session *s, ssi_object *self)
{
    ssi_array_object *o = (ssi_array_object *)self;
    ss_array_free(&o->array);
    ssi_release(s, o->base);
}

bool ssi_new_view(ss_session *s, ssi_value array, const ss_array *view,
                  ssi_value *out)
{
    ssi_array_object *from = (ssi_array_object *)array.u.o, *o;
    o = ssi_new(s, from->head.type, sizeof *o, 0);
    if (!o)
        return false;
    o->array = *view;
    o->array.owned = NULL;
    o->base = ssi_retain(from->base.tag == SSI_NONE ? array : from->base);
    *out = ssi_from_object(o);
    return true;
}

static bool array_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    return ssi_text_done(s,
                         ss_numpy_repr(array_of(self), &s->numpy_print, out));
}

static bool array_str(ss_session *s, ssi_object *self, ss_text *out)
{
    return ssi_text_done(s,
                         ss_numpy_text(array_of(self), &s->numpy_print, out));
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

static bool strides_tuple(ss_session *s, const ss_array *a, ssi_value *out)
{
    ssi_value strides[SS_ARRAY_MAX_DIMS];
    for (uint32_t i = 0; i < a->ndim; i++)
        strides[i] = ssi_int((int64_t)a->strides[i]);
    return ssi_new_tuple(s, strides, a->ndim, out);
}

static bool array_attribute(ss_session *s, ssi_object *self, const char *name,
                            ssi_value *out)
{
    const ss_array *a = array_of(self);
    if (strcmp(name, "shape") == 0)
        return ssi_shape_tuple(s, a, out);
    if (strcmp(name, "dtype") == 0)
        return ssi_new_dtype(s, ssi_array_element(a), out);
    if (strcmp(name, "T") == 0)
        return transposed(s, self, out);
    if (strcmp(name, "strides") == 0)
        return strides_tuple(s, a, out);
    if (strcmp(name, "size") == 0)
        *out = ssi_int((int64_t)ss_array_size(a));
    else if (strcmp(name, "ndim") == 0)
        *out = ssi_int(a->ndim);
    else if (strcmp(name, "itemsize") == 0)
        *out = ssi_int((int64_t)a->itemsize);
    else if (strcmp(name, "nbytes") == 0)
        *out = ssi_int((int64_t)(ss_array_size(a) * a->itemsize));
    else
        return ssi_unknown_attribute(s, ssi_numpy_ndarray_names, "ndarray",
                                     name);
    return true;
}

static bool array_length(ss_session *s, ssi_object *self, size_t *out)
{
    const ss_array *a = array_of(self);
    if (a->ndim == 0)
        return ssi_raise(s, "TypeError", "len() of unsized object");
    *out = a->shape[0];
    return true;
}

/* One index along an axis; errors in NumPy's words. */
static bool axis_index(ss_session *s, ssi_value key, const ss_array *a,
                       uint32_t axis, bool torch_errors, size_t *out)
{
    uint64_t u;
    bool negative, fits;
    int64_t count = (int64_t)a->shape[axis], i;
    if (!ssi_to_index(s, key, &u, &negative, &fits))
        return false;
    i = (int64_t)u;
    if (fits && (negative || u <= INT64_MAX) && i >= -count && i < count) {
        *out = (size_t)(i < 0 ? i + count : i);
        return true;
    }
    if (!fits || (!negative && u > INT64_MAX))
        return ssi_unsupported(s, "an index beyond 64 bits");
    if (torch_errors)
        return ssi_raise(s, "IndexError",
                         "index %lld is out of bounds for dimension %u with "
                         "size %lld",
                         (long long)i, (unsigned)axis, (long long)count);
    return ssi_raise(s, "IndexError",
                     "index %lld is out of bounds for axis %u with size %lld",
                     (long long)i, (unsigned)axis, (long long)count);
}

static bool is_plain_index(ssi_value v)
{
    if (v.tag == SSI_BOOL)
        return false;
    if (ssi_is(v, &ssi_type_numpy_scalar)
        && ((ssi_scalar_object *)v.u.o)->dtype == SS_BOOL)
        return false;
    return ssi_is_int(v);
}

static bool refuse_key(ss_session *s, ssi_value key, bool torch_errors)
{
    if (key.tag == SSI_FLOAT || ssi_is(key, &ssi_type_str)) {
        if (!torch_errors)
            return ssi_raise(s, "IndexError",
                             "only integers, slices (`:`), ellipsis (`...`), "
                             "numpy.newaxis (`None`) and integer or boolean "
                             "arrays are valid indices");
    }
    return ssi_unsupported(s, "indexing an array by this; integers and tuples "
                              "of integers are supported");
}

static bool too_many(ss_session *s, const ss_array *a, size_t count,
                     bool torch_errors)
{
    if (torch_errors && a->ndim == 0)
        return ssi_raise(s, "IndexError",
                         "invalid index of a 0-dim tensor. Use "
                         "`tensor.item()` in Python or `tensor.item<T>()` in "
                         "C++ to convert a 0-dim tensor to a number");
    if (torch_errors)
        return ssi_raise(s, "IndexError",
                         "too many indices for tensor of dimension %u",
                         (unsigned)a->ndim);
    return ssi_raise(s, "IndexError",
                     "too many indices for array: array is %u-dimensional, "
                     "but %zu were indexed",
                     (unsigned)a->ndim, count);
}

bool ssi_array_index(ss_session *s, ssi_value array, ssi_value key,
                     bool torch_errors, ss_array *view)
{
    const ss_array *a = ssi_array_of(array);
    const ssi_value *keys = &key;
    size_t count = 1;
    if (ssi_is(key, &ssi_type_tuple)) {
        keys = ((ssi_list_object *)key.u.o)->items;
        count = ((ssi_list_object *)key.u.o)->count;
    }
    for (size_t i = 0; i < count; i++)
        if (!is_plain_index(keys[i]))
            return refuse_key(s, keys[i], torch_errors);
    if (count > a->ndim)
        return too_many(s, a, count, torch_errors);
    *view = *a;
    view->owned = NULL;
    view->ndim = a->ndim - (uint32_t)count;
    for (uint32_t i = 0; i < count; i++) {
        size_t at = 0;
        if (!axis_index(s, keys[i], a, i, torch_errors, &at))
            return false;
        view->data = (char *)view->data + (ptrdiff_t)at * a->strides[i];
    }
    memmove(view->shape, a->shape + count, view->ndim * sizeof *view->shape);
    memmove(view->strides, a->strides + count,
            view->ndim * sizeof *view->strides);
    return true;
}

/* A scalar when no axis is left. */
static bool element_or_view(ss_session *s, ssi_value array,
                            const ss_array *view, ssi_value *out)
{
    if (view->ndim == 0)
        return ssi_new_scalar(s, view->dtype, view->itemsize, view->data, out);
    return ssi_new_view(s, array, view, out);
}

static bool array_index(ss_session *s, ssi_object *self, ssi_value key,
                        ssi_value *out)
{
    ss_array view;
    return ssi_array_index(s, value_of(self), key, false, &view)
           && element_or_view(s, value_of(self), &view, out);
}

static bool array_iterate(ss_session *s, ssi_object *self, size_t i,
                          ssi_value *out, bool *done)
{
    const ss_array *a = array_of(self);
    ss_array view;
    if (a->ndim == 0)
        return ssi_raise(s, "TypeError", "iteration over a 0-d array");
    *done = i >= a->shape[0];
    return *done
           || (ssi_array_index(s, value_of(self), ssi_int((int64_t)i), false,
                               &view)
               && element_or_view(s, value_of(self), &view, out));
}

static bool array_binary(ss_session *s, ssi_operator op, ssi_value left,
                         ssi_value right, ssi_value *out, bool *handled)
{
    (void)op;
    (void)left;
    (void)right;
    (void)out;
    *handled = true;
    return ssi_unsupported(s, "arithmetic on whole arrays; numbers and single "
                              "elements can be computed with");
}

static bool array_unary(ss_session *s, ssi_operator op, ssi_object *self,
                        ssi_value *out)
{
    bool handled;
    return array_binary(s, op, value_of(self), value_of(self), out, &handled);
}

static bool array_truth(ss_session *s, ssi_object *self, bool *out)
{
    const ss_array *a = array_of(self);
    ssi_value v;
    if (ss_array_size(a) != 1)
        return ssi_raise(s, "ValueError",
                         ss_array_size(a)
                             ? "The truth value of an array with more than "
                               "one element is ambiguous. Use a.any() or "
                               "a.all()"
                             : "The truth value of an empty array is "
                               "ambiguous. Use `array.size > 0` to check "
                               "that an array is not empty.");
    if (!ssi_item_python(s, ssi_array_element(a), a->data, &v))
        return false;
    bool ok = ssi_truth(s, v, out);
    ssi_release(s, v);
    return ok;
}

const ssi_type ssi_type_ndarray = {
    .name = "ndarray",
    .qualified = "numpy.ndarray",
    .destroy = array_destroy,
    .repr = array_repr,
    .str = array_str,
    .attribute = array_attribute,
    .methods = ssi_ndarray_methods,
    .length = array_length,
    .index = array_index,
    .iterate = array_iterate,
    .binary = array_binary,
    .unary = array_unary,
    .truth = array_truth,
};
