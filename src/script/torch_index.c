/* SPDX-License-Identifier: MIT
 * Indexing of tensors: ints, slices, None, ..., masks and index tensors; and
 * assignment to what they name.
 * Learned from: PyTorch 2.13.0 (torch/csrc/autograd/python_variable_indexing
 * .cpp, ATen/native/TensorAdvancedIndexing.cpp) by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "script/slice.h"
#include "script/torch_index.h"

typedef ssi_torch_selection selection;

#define MAX_INDICES SSI_TORCH_MAX_INDICES

void ssi_torch_selection_free(ss_session *s, selection *sel)
{
    for (size_t i = 0; i < sel->count; i++)
        ssi_release(s, sel->indices[i]);
}

/* --- plain keys --- */
static void drop_axis(ss_array *view, uint32_t axis)
{
    view->ndim--;
    memmove(view->shape + axis, view->shape + axis + 1,
            (view->ndim - axis) * sizeof *view->shape);
    memmove(view->strides + axis, view->strides + axis + 1,
            (view->ndim - axis) * sizeof *view->strides);
}

static bool select_int(ss_session *s, selection *sel, ssi_value key)
{
    ss_array *v = &sel->view;
    uint64_t u;
    bool negative, fits;
    int64_t i, n;
    if (!ssi_to_index(s, key, &u, &negative, &fits))
        return false;
    if (!fits || (!negative && u > INT64_MAX))
        return ssi_raise(s, "ValueError", "Overflow when unpacking long long");
    i = (int64_t)u;
    n = (int64_t)v->shape[sel->axis];
    if (i < -n || i >= n)
        return ssi_raise(s, "IndexError",
                         "index %lld is out of bounds for dimension %u with "
                         "size %lld",
                         (long long)i, (unsigned)sel->real, (long long)n);
    v->data = (char *)v->data
              + (ptrdiff_t)(i < 0 ? i + n : i) * v->strides[sel->axis];
    drop_axis(v, sel->axis);
    return true;
}

static bool select_slice(ss_session *s, selection *sel, ssi_value key)
{
    ss_array *v = &sel->view;
    int64_t start, step;
    size_t count;
    if (!ssi_slice_range(s, key, v->shape[sel->axis], &start, &step, &count))
        return false;
    if (step < 0)
        return ssi_raise(s, "ValueError", "step must be greater than zero");
    v->data = (char *)v->data + (ptrdiff_t)start * v->strides[sel->axis];
    v->shape[sel->axis] = count;
    v->strides[sel->axis] *= (ptrdiff_t)step;
    sel->axis++;
    return true;
}

static bool insert_axis(ss_session *s, selection *sel)
{
    ss_array *v = &sel->view;
    uint32_t axis = sel->axis;
    ptrdiff_t stride = axis < v->ndim
                           ? (ptrdiff_t)v->shape[axis] * v->strides[axis]
                           : (ptrdiff_t)v->itemsize;
    if (v->ndim == SS_ARRAY_MAX_DIMS)
        return ssi_unsupported(s, "tensors of more than 64 dimensions");
    memmove(v->shape + axis + 1, v->shape + axis,
            (v->ndim - axis) * sizeof *v->shape);
    memmove(v->strides + axis + 1, v->strides + axis,
            (v->ndim - axis) * sizeof *v->strides);
    v->shape[axis] = 1;
    v->strides[axis] = stride;
    v->ndim++;
    return true;
}

/* --- index tensors --- */
static bool add_index(ss_session *s, selection *sel, ssi_value index,
                      uint32_t axis)
{
    if (sel->count == MAX_INDICES) {
        ssi_release(s, index);
        return ssi_unsupported(s, "more than 8 index tensors");
    }
    sel->axes[sel->count] = axis;
    sel->indices[sel->count++] = index;
    return true;
}

static bool check_mask(ss_session *s, const selection *sel, const ss_array *m)
{
    ss_text x = {0}, y = {0};
    const ss_array *v = &sel->view;
    for (uint32_t i = 0; i < m->ndim; i++) {
        if (sel->axis + i < v->ndim && m->shape[i] == v->shape[sel->axis + i])
            continue;
        if (ssi_torch_sizes_text(s, m, &x) && ssi_torch_sizes_text(s, v, &y))
            ssi_raise(s, "IndexError",
                      "The shape of the mask %s at index %u does not match "
                      "the shape of the indexed tensor %s at index %u",
                      x.data, (unsigned)i, y.data, (unsigned)(sel->axis + i));
        ss_text_free(&x);
        ss_text_free(&y);
        return false;
    }
    return true;
}

/* A mask becomes the places of its ones, an index tensor an axis. */
static bool add_mask(ss_session *s, selection *sel, const ss_array *m)
{
    size_t found = 0, at = 0;
    ssi_walk walk;
    ssi_shape shape = {.ndim = 1};
    ssi_value places[MAX_INDICES];
    if (!check_mask(s, sel, m))
        return false;
    if (m->ndim > MAX_INDICES || sel->count + m->ndim > MAX_INDICES)
        return ssi_unsupported(s, "masks of more than 8 axes");
    ssi_walk_start(&walk, m);
    for (size_t i = 0, n = ss_array_size(m); i < n; i++) {
        found += *(const unsigned char *)walk.item != 0;
        ssi_walk_next(&walk);
    }
    shape.dims[0] = found;
    for (uint32_t i = 0; i < m->ndim; i++)
        if (!ssi_new_tensor(s, SS_INT64, &shape, &places[i])
            || !add_index(s, sel, places[i], sel->axis + i))
            return false;
    ssi_walk_start(&walk, m);
    for (size_t i = 0, n = ss_array_size(m); i < n; i++) {
        if (*(const unsigned char *)walk.item) {
            for (uint32_t k = 0; k < m->ndim; k++)
                ((int64_t *)ssi_array_of(places[k])->data)[at] =
                    (int64_t)walk.index[k];
            at++;
        }
        ssi_walk_next(&walk);
    }
    sel->axis += m->ndim;
    sel->is_mask = sel->is_mask || m->ndim > 1;
    return true;
}

/* Ints wrapped from the end, checked against the axis. */
bool ssi_torch_select_rows(ss_session *s, selection *sel, ssi_value tensor)
{
    ssi_value places;
    int64_t n = (int64_t)sel->view.shape[sel->axis];
    if (!ssi_torch_new_shape(s, SS_INT64, ssi_array_of(tensor), &places))
        return false;
    ss_array *p = ssi_array_of(places);
    if (!ssi_torch_copy_elements(s, p, ssi_array_of(tensor))) {
        ssi_release(s, places);
        return false;
    }
    for (size_t i = 0, count = ss_array_size(p); i < count; i++) {
        int64_t *at = (int64_t *)p->data + i;
        if (*at < -n || *at >= n) {
            ssi_raise(s, "IndexError",
                      "index %lld is out of bounds for dimension %u with size "
                      "%lld",
                      (long long)*at, (unsigned)sel->count, (long long)n);
            ssi_release(s, places);
            return false;
        }
        *at += *at < 0 ? n : 0;
    }
    return add_index(s, sel, places, sel->axis++);
}

static bool add_tensor(ss_session *s, selection *sel, ssi_value tensor)
{
    const ss_array *t = ssi_array_of(tensor);
    if (t->dtype == SS_BOOL || t->dtype == SS_UINT8) {
        if (t->ndim == 0)
            return ssi_unsupported(s, "indexing by a mask without axes");
        return add_mask(s, sel, t);
    }
    if (t->ndim == 0 && t->dtype < SS_FLOAT16)
        return select_int(s, sel, tensor);
    if (t->dtype != SS_INT64 && t->dtype != SS_INT32)
        return ssi_raise(s, "IndexError",
                         "tensors used as indices must be long, int, byte or "
                         "bool tensors");
    return ssi_torch_select_rows(s, sel, tensor);
}

/* True adds an axis and keeps it; False empties it. */
static bool add_bool(ss_session *s, selection *sel, bool on)
{
    ssi_shape shape = {.ndim = 1, .dims = {on}};
    ssi_value places;
    return insert_axis(s, sel) && ssi_new_tensor(s, SS_INT64, &shape, &places)
           && add_index(s, sel, places, sel->axis++);
}

static bool add_sequence(ss_session *s, selection *sel, ssi_value list)
{
    ssi_value tensor;
    size_t length;
    bool ok;
    if (!ssi_length(s, list, &length)
        || !ssi_torch_from_data(s, list, length == 0, SS_INT64, &tensor))
        return false;
    if (ssi_is(list, &ssi_type_ndarray)
        && ssi_array_of(tensor)->dtype == SS_UINT8)
        ok = ssi_unsupported(s, "an ndarray of uint8 as an index");
    else
        ok = add_tensor(s, sel, tensor);
    ssi_release(s, tensor);
    return ok;
}

/* --- keys --- */
static bool is_int_key(ssi_value v)
{
    return v.tag != SSI_BOOL && ssi_is_int(v);
}

/* How many axes a key uses. */
static size_t axes_of_key(ssi_value v)
{
    if (v.tag == SSI_NONE || v.tag == SSI_BOOL || ssi_is(v, &ssi_type_ellipsis))
        return 0;
    if (ssi_is(v, &ssi_type_tensor)
        && (ssi_array_of(v)->dtype == SS_BOOL
            || ssi_array_of(v)->dtype == SS_UINT8))
        return ssi_array_of(v)->ndim;
    return 1;
}

static bool apply_key(ss_session *s, selection *sel, ssi_value key, size_t used)
{
    if (is_int_key(key))
        return select_int(s, sel, key);
    if (ssi_is(key, &ssi_type_slice))
        return select_slice(s, sel, key);
    if (ssi_is(key, &ssi_type_ellipsis)) {
        sel->axis += (uint32_t)used;
        return true;
    }
    if (key.tag == SSI_NONE) {
        if (!insert_axis(s, sel))
            return false;
        sel->axis++;
        return true;
    }
    if (key.tag == SSI_BOOL)
        return add_bool(s, sel, key.u.b);
    if (ssi_is(key, &ssi_type_tensor))
        return add_tensor(s, sel, key);
    if (ssi_is(key, &ssi_type_list) || ssi_is(key, &ssi_type_tuple)
        || ssi_is(key, &ssi_type_range) || ssi_is(key, &ssi_type_ndarray))
        return add_sequence(s, sel, key);
    if (ssi_is(key, &ssi_type_str))
        return ssi_raise(s, "TypeError", "new(): invalid data type 'str'");
    return ssi_raise(s, "IndexError",
                     "only integers, slices (`:`), ellipsis (`...`), None and "
                     "long or byte Variables are valid indices (got %s)",
                     ssi_type_name(key));
}

static bool check_count(ss_session *s, const ss_array *a, size_t used)
{
    if (used && a->ndim == 0)
        return ssi_raise(s, "IndexError",
                         "invalid index of a 0-dim tensor. Use "
                         "`tensor.item()` in Python or `tensor.item<T>()` in "
                         "C++ to convert a 0-dim tensor to a number");
    if (used > a->ndim)
        return ssi_raise(s, "IndexError",
                         "too many indices for tensor of dimension %u",
                         (unsigned)a->ndim);
    return true;
}

static bool apply_keys(ss_session *s, selection *sel, const ssi_value *keys,
                       size_t count)
{
    size_t used = 0, rest;
    bool seen = false;
    for (size_t i = 0; i < count; i++)
        used += axes_of_key(keys[i]);
    if (!check_count(s, &sel->view, used))
        return false;
    rest = sel->view.ndim - used;
    for (size_t i = 0; i < count; i++) {
        if (sel->is_mask)
            return ssi_unsupported(s, "a mask of several axes with other "
                                      "indices");
        sel->real = (uint32_t)i;
        if (!apply_key(s, sel, keys[i], seen ? 0 : rest))
            return false;
        seen = seen || ssi_is(keys[i], &ssi_type_ellipsis);
    }
    return true;
}

/* A list that holds more than numbers stands for a tuple. */
static bool list_is_tuple(ssi_value list)
{
    const ssi_list_object *l = (const ssi_list_object *)list.u.o;
    for (size_t i = 0; i < l->count; i++) {
        ssi_value v = l->items[i];
        if (v.tag == SSI_NONE || ssi_is(v, &ssi_type_slice)
            || ssi_is(v, &ssi_type_ellipsis))
            return true;
    }
    return false;
}

bool ssi_torch_select(ss_session *s, ssi_value tensor, ssi_value key,
                      selection *sel)
{
    const ssi_value *keys = &key;
    size_t count = 1;
    memset(sel, 0, sizeof *sel);
    sel->view = *ssi_array_of(tensor);
    sel->view.owned = NULL;
    if (ssi_is(key, &ssi_type_tuple)
        || (ssi_is(key, &ssi_type_list) && list_is_tuple(key))) {
        keys = ((ssi_list_object *)key.u.o)->items;
        count = ((ssi_list_object *)key.u.o)->count;
    }
    if (apply_keys(s, sel, keys, count))
        return true;
    ssi_torch_selection_free(s, sel);
    return false;
}
