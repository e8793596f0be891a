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

/* A scalar when no axis is left, unless the index said "...". */
static bool element_or_view(ss_session *s, ssi_value array,
                            const ss_array *view, bool dots, ssi_value *out)
{
    if (view->ndim == 0 && !dots)
        return ssi_new_scalar(s, view->dtype, view->itemsize, view->data, out);
    return ssi_new_view(s, array, view, out);
}

static bool array_index(ss_session *s, ssi_object *self, ssi_value key,
                        ssi_value *out)
{
    ss_array view;
    bool dots;
    return ssi_array_index(s, value_of(self), key, &view, &dots)
           && element_or_view(s, value_of(self), &view, dots, out);
}

static bool array_iterate(ss_session *s, ssi_object *self, size_t i,
                          ssi_value *out, bool *done)
{
    const ss_array *a = array_of(self);
    ss_array view;
    bool dots;
    if (a->ndim == 0)
        return ssi_raise(s, "TypeError", "iteration over a 0-d array");
    *done = i >= a->shape[0];
    return *done
           || (ssi_array_index(s, value_of(self), ssi_int((int64_t)i), &view,
                               &dots)
               && element_or_view(s, value_of(self), &view, false, out));
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
