/* SPDX-License-Identifier: MIT
 * Indexing of ndarrays by integers, slices, ... and None: views.
 * Learned from: NumPy's documentation of basic indexing; its messages.
 */
#include <string.h>

#include "script/ndarray.h"
#include "script/slice.h"

/* The view so far: axes of it that are done, and of the array, for errors. */
typedef struct selection {
    ss_array view;
    uint32_t axis, real;
} selection;

static bool is_plain_index(ssi_value v)
{
    if (v.tag == SSI_BOOL)
        return false;
    if (ssi_is(v, &ssi_type_numpy_scalar)
        && ((ssi_scalar_object *)v.u.o)->dtype == SS_BOOL)
        return false;
    return ssi_is_int(v);
}

static void drop_axis(ss_array *v, uint32_t axis)
{
    v->ndim--;
    memmove(v->shape + axis, v->shape + axis + 1,
            (v->ndim - axis) * sizeof *v->shape);
    memmove(v->strides + axis, v->strides + axis + 1,
            (v->ndim - axis) * sizeof *v->strides);
}

static bool select_int(ss_session *s, selection *sel, ssi_value key)
{
    ss_array *v = &sel->view;
    uint64_t u;
    bool negative, fits;
    int64_t n = (int64_t)v->shape[sel->axis], i;
    if (!ssi_to_index(s, key, &u, &negative, &fits))
        return false;
    i = (int64_t)u;
    if (!fits || (!negative && u > INT64_MAX))
        return ssi_unsupported(s, "an index beyond 64 bits");
    if (i < -n || i >= n)
        return ssi_raise(
            s, "IndexError",
            "index %lld is out of bounds for axis %u with size %lld",
            (long long)i, (unsigned)sel->real, (long long)n);
    v->data = (char *)v->data
              + (ptrdiff_t)(i < 0 ? i + n : i) * v->strides[sel->axis];
    drop_axis(v, sel->axis);
    sel->real++;
    return true;
}

static bool select_slice(ss_session *s, selection *sel, ssi_value key)
{
    ss_array *v = &sel->view;
    int64_t start, step;
    size_t count;
    if (!ssi_slice_range(s, key, v->shape[sel->axis], &start, &step, &count))
        return false;
    if (count)
        v->data = (char *)v->data + (ptrdiff_t)start * v->strides[sel->axis];
    v->shape[sel->axis] = count;
    if (count > 1)
        v->strides[sel->axis] *= (ptrdiff_t)step;
    sel->axis++;
    sel->real++;
    return true;
}

static bool insert_axis(ss_session *s, selection *sel)
{
    ss_array *v = &sel->view;
    uint32_t axis = sel->axis++;
    if (v->ndim == SS_ARRAY_MAX_DIMS)
        return ssi_raise(s, "IndexError",
                         "number of dimensions must be within [0, %d], "
                         "indexing result would have %d",
                         SS_ARRAY_MAX_DIMS, SS_ARRAY_MAX_DIMS + 1);
    memmove(v->shape + axis + 1, v->shape + axis,
            (v->ndim - axis) * sizeof *v->shape);
    memmove(v->strides + axis + 1, v->strides + axis,
            (v->ndim - axis) * sizeof *v->strides);
    v->shape[axis] = 1;
    v->strides[axis] = 0;
    v->ndim++;
    return true;
}

static bool refuse_key(ss_session *s, ssi_value key)
{
    if (key.tag == SSI_FLOAT || ssi_is(key, &ssi_type_str))
        return ssi_raise(s, "IndexError",
                         "only integers, slices (`:`), ellipsis (`...`), "
                         "numpy.newaxis (`None`) and integer or boolean "
                         "arrays are valid indices");
    return ssi_unsupported(s, "indexing an array by this; integers, slices, "
                              "... and None are supported");
}

/* How many axes the keys use; *dots: whether "..." is among them. */
static bool count_axes(ss_session *s, const ssi_value *keys, size_t count,
                       size_t *used, bool *dots)
{
    *used = 0;
    *dots = false;
    for (size_t i = 0; i < count; i++) {
        bool is_dots = ssi_is(keys[i], &ssi_type_ellipsis);
        if (is_dots && *dots)
            return ssi_raise(s, "IndexError",
                             "an index can only have a single ellipsis "
                             "('...')");
        *dots = *dots || is_dots;
        if (is_dots || keys[i].tag == SSI_NONE)
            continue;
        if (!is_plain_index(keys[i]) && !ssi_is(keys[i], &ssi_type_slice))
            return refuse_key(s, keys[i]);
        ++*used;
    }
    return true;
}

static bool apply(ss_session *s, selection *sel, ssi_value key, size_t rest)
{
    if (key.tag == SSI_NONE)
        return insert_axis(s, sel);
    if (ssi_is(key, &ssi_type_slice))
        return select_slice(s, sel, key);
    if (!ssi_is(key, &ssi_type_ellipsis))
        return select_int(s, sel, key);
    sel->axis += (uint32_t)rest;
    sel->real += (uint32_t)rest;
    return true;
}

bool ssi_array_index(ss_session *s, ssi_value array, ssi_value key,
                     ss_array *view, bool *dots)
{
    selection sel = {*ssi_array_of(array), 0, 0};
    const ssi_value *keys = &key;
    size_t count = 1, used;
    if (ssi_is(key, &ssi_type_tuple)) {
        keys = ((ssi_list_object *)key.u.o)->items;
        count = ((ssi_list_object *)key.u.o)->count;
    }
    if (!count_axes(s, keys, count, &used, dots))
        return false;
    if (used > sel.view.ndim)
        return ssi_raise(s, "IndexError",
                         "too many indices for array: array is "
                         "%u-dimensional, but %zu were indexed",
                         (unsigned)sel.view.ndim, used);
    sel.view.owned = NULL;
    for (size_t i = 0, rest = sel.view.ndim - used; i < count; i++)
        if (!apply(s, &sel, keys[i], rest))
            return false;
    *view = sel.view;
    return true;
}
