/* SPDX-License-Identifier: MIT
 * Tensors put together and taken apart: cat, stack, split, chunk, unbind,
 * repeat, tile, flip.
 * Learned from: PyTorch 2.13.0 (ATen/native/TensorShape.cpp) by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "script/torch_rows.h"

/* --- the tensors of a list or tuple --- */
typedef struct tensors {
    ssi_value *items; /* retained */
    size_t count;
} tensors;

static void free_tensors(ss_session *s, tensors *t)
{
    for (size_t i = 0; i < t->count; i++)
        ssi_release(s, t->items[i]);
    free(t->items);
}

static bool read_tensors(ss_session *s, ssi_value list, tensors *out)
{
    size_t count;
    bool done, ok = true;
    *out = (tensors){0};
    if (!ssi_length(s, list, &count))
        return false;
    out->items = calloc(count ? count : 1, sizeof *out->items);
    if (!out->items)
        return ssi_raise_memory(s);
    for (size_t i = 0; ok && i < count; i++) {
        ok = ssi_iterate(s, list, i, &out->items[i], &done) && !done;
        out->count += ok;
        if (ok && !ssi_is(out->items[i], &ssi_type_tensor))
            ok = ssi_raise(s, "TypeError",
                           "expected Tensor as element %zu in argument 0, but "
                           "got %s",
                           i, ssi_type_name(out->items[i]));
    }
    if (!ok)
        free_tensors(s, out);
    return ok;
}

/* --- cat --- */
static bool is_skipped(const ss_array *a)
{
    return a->ndim == 1 && a->shape[0] == 0;
}

static bool cat_dtype(ss_session *s, const tensors *t, ss_dtype *out)
{
    ssi_torch_operand *o = calloc(t->count, sizeof *o);
    if (!o)
        return ssi_raise_memory(s);
    for (size_t i = 0; i < t->count; i++)
        o[i].value = t->items[i];
    bool ok = ssi_torch_result_type(s, o, t->count, out);
    free(o);
    return ok;
}

static bool check_part(ss_session *s, const ss_array *first, const ss_array *a,
                       size_t axis, size_t at)
{
    if (a->ndim != first->ndim)
        return ssi_raise(s, "RuntimeError",
                         "Tensors must have same number of dimensions: got %u "
                         "and %u",
                         (unsigned)first->ndim, (unsigned)a->ndim);
    for (uint32_t i = 0; i < a->ndim; i++)
        if (i != axis && a->shape[i] != first->shape[i])
            return ssi_raise(s, "RuntimeError",
                             "Sizes of tensors must match except in dimension "
                             "%zu. Expected size %zu but got size %zu for "
                             "tensor number %zu in the list.",
                             axis, first->shape[i], a->shape[i], at);
    return true;
}

/* The shape of all together; *first NULL: nothing but empty ones. */
static bool cat_shape(ss_session *s, const tensors *t, int64_t dim,
                      size_t *axis, const ss_array **first, ssi_shape *shape)
{
    *first = NULL;
    *axis = 0;
    for (size_t i = 0; i < t->count; i++) {
        const ss_array *a = ssi_array_of(t->items[i]);
        if (a->ndim == 0)
            return ssi_raise(s, "RuntimeError",
                             "zero-dimensional tensor (at position %zu) "
                             "cannot be concatenated",
                             i);
        if (!*first && !is_skipped(a))
            *first = a;
    }
    *shape = (ssi_shape){.ndim = 1};
    if (!ssi_torch_axis(s, dim, *first ? (*first)->ndim : 1, axis))
        return false;
    if (!*first)
        return true;
    shape->ndim = (*first)->ndim;
    memcpy(shape->dims, (*first)->shape, sizeof shape->dims);
    shape->dims[*axis] = 0;
    for (size_t i = 0; i < t->count; i++) {
        const ss_array *a = ssi_array_of(t->items[i]);
        if (is_skipped(a))
            continue;
        if (!check_part(s, *first, a, *axis, i))
            return false;
        shape->dims[*axis] += a->shape[*axis];
    }
    return true;
}

static bool cat(ss_session *s, const tensors *t, int64_t dim, ssi_value *out)
{
    const ss_array *first;
    ssi_shape shape;
    ss_dtype dtype;
    size_t axis;
    if (!cat_dtype(s, t, &dtype) || !cat_shape(s, t, dim, &axis, &first, &shape)
        || !ssi_new_tensor(s, dtype, &shape, out))
        return false;
    ss_array part = *ssi_array_of(*out);
    for (size_t i = 0; first && i < t->count; i++) {
        const ss_array *a = ssi_array_of(t->items[i]);
        if (is_skipped(a))
            continue;
        part.shape[axis] = a->shape[axis];
        if (!ssi_torch_copy_elements(s, &part, a)) {
            ssi_release(s, *out);
            return false;
        }
        part.data =
            (char *)part.data + (ptrdiff_t)a->shape[axis] * part.strides[axis];
    }
    return true;
}

bool ssi_torch_call_cat(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"tensors:M!,dim:I,*,out:U", NULL};
    ssi_torch_arguments a;
    int64_t dim = 0;
    tensors t;
    if (!ssi_torch_parse(s, call, signatures, &a)
        || !ssi_torch_int(s, &a, 1, &dim))
        return false;
    if (ssi_torch_has(&a, 2))
        return ssi_unsupported(s, "out= of %s()", a.name);
    if (!read_tensors(s, a.values[0], &t))
        return false;
    bool ok = t.count ? cat(s, &t, dim, out)
                      : ssi_raise(s, "ValueError",
                                  "torch.cat(): expected a non-empty list of "
                                  "Tensors");
    free_tensors(s, &t);
    return ok;
}

/* --- stack --- */
static bool insert_axis(ss_session *s, ssi_value tensor, size_t axis,
                        ssi_value *out)
{
    ss_array view = *ssi_array_of(tensor);
    size_t moved = view.ndim - axis;
    memmove(view.shape + axis + 1, view.shape + axis,
            moved * sizeof *view.shape);
    memmove(view.strides + axis + 1, view.strides + axis,
            moved * sizeof *view.strides);
    view.shape[axis] = 1;
    view.strides[axis] = (ptrdiff_t)view.itemsize;
    view.ndim++;
    return ssi_new_view(s, tensor, &view, out);
}

static bool check_stack(ss_session *s, const tensors *t)
{
    const ss_array *first = ssi_array_of(t->items[0]);
    for (size_t i = 1; i < t->count; i++) {
        const ss_array *a = ssi_array_of(t->items[i]);
        ss_text x = {0}, y = {0};
        if (a->ndim == first->ndim
            && memcmp(a->shape, first->shape, a->ndim * sizeof *a->shape) == 0)
            continue;
        if (ssi_torch_sizes_text(s, first, &x)
            && ssi_torch_sizes_text(s, a, &y))
            ssi_raise(s, "RuntimeError",
                      "stack expects each tensor to be equal size, but got %s "
                      "at entry 0 and %s at entry %zu",
                      x.data, y.data, i);
        ss_text_free(&x);
        ss_text_free(&y);
        return false;
    }
    return true;
}

static bool stack(ss_session *s, tensors *t, int64_t dim, ssi_value *out)
{
    size_t axis;
    ssi_value inserted;
    uint32_t ndim = ssi_array_of(t->items[0])->ndim;
    if (ndim == SS_ARRAY_MAX_DIMS)
        return ssi_unsupported(s, "tensors of more than 64 dimensions");
    if (!ssi_torch_axis(s, dim, ndim + 1, &axis) || !check_stack(s, t))
        return false;
    for (size_t i = 0; i < t->count; i++) {
        if (!insert_axis(s, t->items[i], axis, &inserted))
            return false;
        ssi_release(s, t->items[i]);
        t->items[i] = inserted;
    }
    return cat(s, t, (int64_t)axis, out);
}

bool ssi_torch_call_stack(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"tensors:M!,dim:I,*,out:U", NULL};
    ssi_torch_arguments a;
    int64_t dim = 0;
    tensors t;
    if (!ssi_torch_parse(s, call, signatures, &a)
        || !ssi_torch_int(s, &a, 1, &dim))
        return false;
    if (ssi_torch_has(&a, 2))
        return ssi_unsupported(s, "out= of %s()", a.name);
    if (!read_tensors(s, a.values[0], &t))
        return false;
    bool ok = t.count ? stack(s, &t, dim, out)
                      : ssi_raise(s, "RuntimeError",
                                  "stack expects a non-empty TensorList");
    free_tensors(s, &t);
    return ok;
}

/* --- parts: views --- */
static bool add_part(ss_session *s, ssi_value list, ssi_value tensor,
                     size_t axis, size_t from, size_t size)
{
    ss_array view = *ssi_array_of(tensor);
    ssi_value part;
    view.data = (char *)view.data + (ptrdiff_t)from * view.strides[axis];
    view.shape[axis] = size;
    if (!ssi_new_view(s, tensor, &view, &part))
        return false;
    bool ok = ssi_list_append(s, list, part);
    ssi_release(s, part);
    return ok;
}

static bool as_tuple(ss_session *s, bool ok, ssi_value list, ssi_value *out)
{
    ssi_list_object *items = (ssi_list_object *)list.u.o;
    ok = ok && ssi_new_tuple(s, items->items, items->count, out);
    ssi_release(s, list);
    return ok;
}

/* Parts of step, the last one shorter. */
static bool split_evenly(ss_session *s, ssi_value tensor, size_t axis,
                         size_t step, ssi_value *out)
{
    size_t n = ssi_array_of(tensor)->shape[axis], at = 0;
    ssi_value list;
    bool ok = true;
    if (!ssi_new_list(s, NULL, 0, &list))
        return false;
    do {
        size_t size = n - at < step ? n - at : step;
        ok = add_part(s, list, tensor, axis, at, size);
        at += step;
    } while (ok && at < n && step);
    return as_tuple(s, ok, list, out);
}

static bool split_sizes(ss_session *s, ssi_value tensor, size_t axis,
                        const ssi_torch_ints *sizes, ssi_value *out)
{
    int64_t n = (int64_t)ssi_array_of(tensor)->shape[axis], sum = 0;
    ss_text text = {0};
    ssi_value list;
    bool ok = true;
    for (size_t i = 0; i < sizes->count; i++) {
        if (sizes->v[i] < 0)
            return ssi_unsupported(s, "split() with negative sizes");
        sum += sizes->v[i];
        ok = ok && ssi_text_add(s, &text, i ? ", " : "[")
             && ssi_repr(s, ssi_int(sizes->v[i]), &text);
    }
    if (ok && sum != n)
        ok = ssi_raise(s, "RuntimeError",
                       "split_with_sizes expects split_sizes to sum exactly "
                       "to %lld (input tensor's size at dimension %zu), but "
                       "got split_sizes=%s]",
                       (long long)n, axis, text.data ? text.data : "[");
    ss_text_free(&text);
    if (!ok || !ssi_new_list(s, NULL, 0, &list))
        return false;
    sum = 0;
    for (size_t i = 0; ok && i < sizes->count; sum += sizes->v[i++])
        ok = add_part(s, list, tensor, axis, (size_t)sum, (size_t)sizes->v[i]);
    return as_tuple(s, ok, list, out);
}

static bool part_axis(ss_session *s, ssi_value tensor, const char *what,
                      int64_t dim, size_t *axis)
{
    const ss_array *a = ssi_array_of(tensor);
    if (a->ndim == 0)
        return ssi_raise(s, "RuntimeError",
                         "%s expects at least a 1-dimensional tensor", what);
    return ssi_torch_axis(s, dim, a->ndim, axis);
}

bool ssi_torch_call_split(ss_session *s, ssi_call *call, ssi_value *out)
{
    bool method = call->self.tag != SSI_NONE;
    static const char *const signatures[] = {"split_size:A!,dim:I", NULL};
    static const char *const function[] = {
        "tensor:T!,split_size_or_sections:A!,dim:I", NULL};
    ssi_torch_arguments a;
    ssi_torch_ints sizes;
    int64_t dim = 0;
    size_t axis;
    if (!ssi_torch_parse(s, call, method ? signatures : function, &a)
        || !ssi_torch_int(s, &a, method ? 1 : 2, &dim))
        return false;
    ssi_value self = method ? call->self : a.values[0];
    ssi_value size = a.values[method ? 0 : 1];
    if (!part_axis(s, self, "split", dim, &axis)
        || !ssi_torch_int_list(s, &a, method ? 0 : 1, "split_size", &sizes))
        return false;
    if (size.tag == SSI_OBJECT)
        return split_sizes(s, self, axis, &sizes, out);
    if (sizes.v[0] < 0)
        return ssi_raise(s, "RuntimeError",
                         "split expects split_size be non-negative, but got "
                         "split_size=%lld",
                         (long long)sizes.v[0]);
    if (sizes.v[0] == 0 && ssi_array_of(self)->shape[axis])
        return ssi_raise(s, "RuntimeError",
                         "split_size can only be 0 if dimension size is 0, "
                         "but got dimension size of %zu",
                         ssi_array_of(self)->shape[axis]);
    return split_evenly(s, self, axis, (size_t)sizes.v[0], out);
}

bool ssi_torch_call_chunk(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"chunks:I!,dim:I", NULL};
    ssi_torch_arguments a;
    ssi_value self;
    int64_t chunks, dim = 0;
    size_t axis;
    if (!ssi_torch_parse_on(s, call, signatures, &a, &self)
        || !ssi_torch_int(s, &a, 0, &chunks) || !ssi_torch_int(s, &a, 1, &dim)
        || !part_axis(s, self, "chunk", dim, &axis))
        return false;
    if (chunks <= 0)
        return ssi_raise(s, "RuntimeError",
                         "chunk expects `chunks` to be greater than 0, got: "
                         "%lld",
                         (long long)chunks);
    size_t n = ssi_array_of(self)->shape[axis];
    if (n == 0)
        return ssi_unsupported(s, "chunk() of an empty axis");
    return split_evenly(s, self, axis,
                        (n + (size_t)chunks - 1) / (size_t)chunks, out);
}

bool ssi_torch_call_unbind(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"dim:I", NULL};
    ssi_torch_arguments a;
    ssi_value self, list, part;
    int64_t dim = 0;
    size_t axis;
    bool ok = true;
    if (!ssi_torch_parse_on(s, call, signatures, &a, &self)
        || !ssi_torch_int(s, &a, 0, &dim))
        return false;
    const ss_array *t = ssi_array_of(self);
    if (t->ndim == 0)
        return ssi_raise(s, "IndexError",
                         "Dimension specified as 0 but tensor has no "
                         "dimensions");
    if (!ssi_torch_axis(s, dim, t->ndim, &axis)
        || !ssi_new_list(s, NULL, 0, &list))
        return false;
    ss_array view = *t;
    view.ndim--;
    memmove(view.shape + axis, view.shape + axis + 1,
            (view.ndim - axis) * sizeof *view.shape);
    memmove(view.strides + axis, view.strides + axis + 1,
            (view.ndim - axis) * sizeof *view.strides);
    for (size_t i = 0; ok && i < t->shape[axis]; i++) {
        ok = ssi_new_view(s, self, &view, &part);
        view.data = (char *)view.data + t->strides[axis];
        if (ok) {
            ok = ssi_list_append(s, list, part);
            ssi_release(s, part);
        }
    }
    return as_tuple(s, ok, list, out);
}

/* --- repeat and tile --- */
static bool repeat(ss_session *s, ssi_value tensor, const ssi_torch_ints *times,
                   ssi_value *out)
{
    const ss_array *a = ssi_array_of(tensor);
    size_t lead = times->count - a->ndim;
    int64_t sizes[SS_ARRAY_MAX_DIMS];
    ssi_shape shape;
    ssi_walk walk;
    for (size_t i = 0; i < times->count; i++)
        sizes[i] = times->v[i] * (i < lead ? 1 : (int64_t)a->shape[i - lead]);
    if (!ssi_torch_check_sizes(s, "repeat", sizes, times->count, a->itemsize,
                               &shape)
        || !ssi_new_tensor(s, a->dtype, &shape, out))
        return false;
    const ss_array *to = ssi_array_of(*out);
    ssi_walk_start(&walk, to);
    for (size_t i = 0, n = ss_array_size(to); i < n; i++) {
        const char *item = a->data;
        for (uint32_t k = 0; k < a->ndim; k++)
            item +=
                (ptrdiff_t)(walk.index[lead + k] % a->shape[k]) * a->strides[k];
        memcpy(walk.item, item, a->itemsize);
        ssi_walk_next(&walk);
    }
    return true;
}

/* repeat (variant 0), tile (1) */
bool ssi_torch_call_repeat(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const repeats[] = {"repeats:S!", NULL};
    static const char *const tile[] = {"dims:S!", NULL};
    bool tiles = call->function->variant == 1;
    ssi_torch_arguments a;
    ssi_torch_ints times;
    ssi_value self;
    if (!ssi_torch_parse_on(s, call, tiles ? tile : repeats, &a, &self)
        || !ssi_torch_int_list(s, &a, 0, tiles ? "dims" : "repeats", &times))
        return false;
    size_t ndim = ssi_array_of(self)->ndim;
    if (times.count < ndim && !tiles)
        return ssi_raise(s, "RuntimeError",
                         "Number of dimensions of repeat dims can not be "
                         "smaller than number of dimensions of tensor");
    if (times.count < ndim) {
        size_t more = ndim - times.count;
        memmove(times.v + more, times.v, times.count * sizeof *times.v);
        for (size_t i = 0; i < more; i++)
            times.v[i] = 1;
        times.count = ndim;
    }
    return repeat(s, self, &times, out);
}

bool ssi_torch_call_flip(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"dims:S!", NULL};
    ssi_torch_arguments a;
    ssi_torch_ints dims;
    ssi_value self;
    if (!ssi_torch_parse_on(s, call, signatures, &a, &self)
        || !ssi_torch_int_list(s, &a, 0, "dims", &dims))
        return false;
    ss_array view = *ssi_array_of(self);
    bool seen[SS_ARRAY_MAX_DIMS] = {false};
    if (!ssi_torch_new_like(s, &view, view.dtype, out))
        return false;
    bool ok = true;
    for (size_t i = 0; ok && i < dims.count; i++) {
        size_t axis;
        ok = ssi_torch_axis(s, dims.v[i], view.ndim, &axis);
        if (ok && seen[axis])
            ok = ssi_raise(s, "RuntimeError",
                           "dim %zu appears multiple times in the list of dims",
                           axis);
        if (!ok || view.ndim == 0)
            continue;
        seen[axis] = true;
        if (view.shape[axis])
            view.data =
                (char *)view.data
                + (ptrdiff_t)(view.shape[axis] - 1) * view.strides[axis];
        view.strides[axis] = -view.strides[axis];
    }
    if (ok && ss_array_size(&view))
        ok = ssi_torch_copy_elements(s, ssi_array_of(*out), &view);
    if (!ok)
        ssi_release(s, *out);
    return ok;
}
