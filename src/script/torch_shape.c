/* SPDX-License-Identifier: MIT
 * Views of a tensor's memory: other shapes, axes and repeats.
 * Learned from: PyTorch 2.13.0 (ATen/native/TensorShape.cpp,
 * ATen/TensorUtils.cpp, InferSize.h) by experiment.
 */
#include <stdio.h>
#include <string.h>

#include "script/torch_rows.h"

static bool sizes_text(ss_session *s, const ssi_torch_ints *sizes, ss_text *out)
{
    bool ok = ssi_text_add(s, out, "[");
    for (size_t i = 0; ok && i < sizes->count; i++)
        ok = (!i || ssi_text_add(s, out, ", "))
             && ssi_repr(s, ssi_int(sizes->v[i]), out);
    return ok && ssi_text_add(s, out, "]");
}

/* "before[2, 3]after" */
static bool raise_with_sizes(ss_session *s, const ssi_torch_ints *sizes,
                             const char *before, const char *after)
{
    ss_text text = {0};
    if (sizes_text(s, sizes, &text))
        ssi_raise(s, "RuntimeError", "%s%s%s", before, text.data, after);
    ss_text_free(&text);
    return false;
}

static bool raise_negative(ss_session *s, const ssi_torch_ints *sizes, size_t i)
{
    char before[96];
    snprintf(before, sizeof before,
             "invalid shape dimension %lld at index %zu of shape ",
             (long long)sizes->v[i], i);
    return raise_with_sizes(s, sizes, before, "");
}

static bool raise_misfit(ss_session *s, const ssi_torch_ints *sizes, size_t n,
                         bool ambiguous)
{
    char after[64];
    if (ambiguous)
        return raise_with_sizes(s, sizes,
                                "cannot reshape tensor of 0 elements into "
                                "shape ",
                                " because the unspecified dimension size -1 "
                                "can be any value and is ambiguous");
    snprintf(after, sizeof after, "' is invalid for input of size %zu", n);
    return raise_with_sizes(s, sizes, "shape '", after);
}

/* Replace a -1 by what fits. */
static bool infer_sizes(ss_session *s, const ssi_torch_ints *sizes, size_t n,
                        ssi_shape *out)
{
    size_t known = 1, open = SIZE_MAX;
    bool fits;
    *out = (ssi_shape){.ndim = (uint32_t)sizes->count};
    for (size_t i = 0; i < sizes->count; i++) {
        if (sizes->v[i] == -1 && open != SIZE_MAX)
            return ssi_raise(s, "RuntimeError",
                             "only one dimension can be inferred");
        if (sizes->v[i] < -1)
            return raise_negative(s, sizes, i);
        if (sizes->v[i] == -1)
            open = i;
        else
            known *= (size_t)sizes->v[i];
        out->dims[i] = (size_t)sizes->v[i];
    }
    fits = open == SIZE_MAX ? known == n : known > 0 && n % known == 0;
    if (!fits)
        return raise_misfit(s, sizes, n,
                            open != SIZE_MAX && known == 0 && n == 0);
    if (open != SIZE_MAX)
        out->dims[open] = n / known;
    return true;
}

/* --- views in another shape --- */
static void empty_strides(const ssi_shape *shape, ss_array *view)
{
    ptrdiff_t stride = (ptrdiff_t)view->itemsize;
    for (uint32_t i = shape->ndim; i-- > 0;) {
        view->strides[i] = stride;
        stride *= (ptrdiff_t)(shape->dims[i] ? shape->dims[i] : 1);
    }
}

/* Strides that walk a's memory in the new shape; false: there are none. */
static bool view_strides(const ss_array *a, const ssi_shape *shape,
                         ss_array *view)
{
    int64_t at = (int64_t)shape->ndim - 1;
    size_t n = 1, got = 1;
    ptrdiff_t base;
    if (ss_array_size(a) == 0 || a->ndim == 0) {
        empty_strides(shape, view);
        return true;
    }
    base = a->strides[a->ndim - 1];
    for (uint32_t d = a->ndim; d-- > 0;) {
        n *= a->shape[d];
        if (d > 0
            && (a->shape[d - 1] == 1
                || a->strides[d - 1] == (ptrdiff_t)n * base))
            continue;
        for (; at >= 0 && (got < n || shape->dims[at] == 1); at--) {
            view->strides[at] = (ptrdiff_t)got * base;
            got *= shape->dims[at];
        }
        if (got != n)
            return false;
        if (d > 0)
            base = a->strides[d - 1];
        n = got = 1;
    }
    return at == -1;
}

bool ssi_torch_reshape(ss_session *s, ssi_value tensor,
                       const ssi_torch_ints *sizes, bool may_copy,
                       ssi_value *out)
{
    const ss_array *a = ssi_array_of(tensor);
    ss_array view = *a;
    ssi_shape shape;
    ssi_value copy;
    if (!infer_sizes(s, sizes, ss_array_size(a), &shape))
        return false;
    view.ndim = shape.ndim;
    memcpy(view.shape, shape.dims, sizeof view.shape);
    if (view_strides(a, &shape, &view))
        return ssi_new_view(s, tensor, &view, out);
    if (!may_copy)
        return ssi_raise(s, "RuntimeError",
                         "view size is not compatible with input tensor's "
                         "size and stride (at least one dimension spans "
                         "across two contiguous subspaces). Use .reshape(...) "
                         "instead.");
    if (!ssi_torch_contiguous(s, tensor, &copy))
        return false;
    bool ok = ssi_torch_reshape(s, copy, sizes, false, out);
    ssi_release(s, copy);
    return ok;
}

bool ssi_torch_call_reshape(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"shape:S!", NULL};
    ssi_torch_arguments a;
    ssi_torch_ints sizes;
    ssi_value self;
    return ssi_torch_parse_on(s, call, signatures, &a, &self)
           && ssi_torch_int_list(s, &a, 0, "shape", &sizes)
           && ssi_torch_reshape(s, self, &sizes, true, out);
}

bool ssi_torch_call_view(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"size:S!", "dtype:D!", NULL};
    ssi_torch_arguments a;
    ssi_torch_ints sizes;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    if (a.overload)
        return ssi_unsupported(s, "view() of the bits as another dtype");
    return ssi_torch_int_list(s, &a, 0, "size", &sizes)
           && ssi_torch_reshape(s, call->self, &sizes, false, out);
}

/* view_as (0), reshape_as (1), expand_as (2) */
bool ssi_torch_call_like_shape(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"other:T!", NULL};
    ssi_torch_arguments a;
    ssi_torch_ints sizes = {0};
    ss_array view;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    const ss_array *like = ssi_array_of(a.values[0]);
    sizes.count = like->ndim;
    for (uint32_t i = 0; i < like->ndim; i++)
        sizes.v[i] = (int64_t)like->shape[i];
    if (call->function->variant < 2)
        return ssi_torch_reshape(s, call->self, &sizes,
                                 call->function->variant == 1, out);
    if (!ssi_broadcast_to(ssi_array_of(call->self), like->ndim, like->shape,
                          &view))
        return ssi_unsupported(s, "expand_as() of tensors that do not fit");
    return ssi_new_view(s, call->self, &view, out);
}

bool ssi_torch_call_flatten(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const flatten[] = {"start_dim:I,end_dim:I", NULL};
    static const char *const ravel[] = {"", NULL};
    int64_t first = 0, last = -1;
    ssi_torch_arguments a;
    ssi_torch_ints sizes = {0};
    ssi_value self;
    size_t from, to, n = 1;
    bool all = call->function->variant == 1;
    if (!ssi_torch_parse_on(s, call, all ? ravel : flatten, &a, &self))
        return false;
    const ss_array *t = ssi_array_of(self);
    if (!all
        && (!ssi_torch_int(s, &a, 0, &first) || !ssi_torch_int(s, &a, 1, &last)
            || !ssi_torch_axis(s, first, t->ndim, &from)
            || !ssi_torch_axis(s, last, t->ndim, &to)))
        return false;
    if (all) {
        from = 0;
        to = t->ndim ? t->ndim - 1 : 0;
    }
    if (from > to)
        return ssi_raise(s, "RuntimeError",
                         "flatten() has invalid args: start_dim cannot come "
                         "after end_dim");
    if (t->ndim && from == to && !all) {
        *out = ssi_retain(self);
        return true;
    }
    for (size_t i = 0; i < from; i++)
        sizes.v[sizes.count++] = (int64_t)t->shape[i];
    for (size_t i = from; i <= to && i < t->ndim; i++)
        n *= t->shape[i];
    sizes.v[sizes.count++] = (int64_t)n;
    for (size_t i = to + 1; i < t->ndim; i++)
        sizes.v[sizes.count++] = (int64_t)t->shape[i];
    return ssi_torch_reshape(s, self, &sizes, true, out);
}

/* --- axes --- */
static bool squeezes(const bool *chosen, bool all, const ss_array *a,
                     uint32_t i)
{
    return a->shape[i] == 1 && (all || chosen[i]);
}

bool ssi_torch_call_squeeze(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"", "dim:A!", NULL};
    bool chosen[SS_ARRAY_MAX_DIMS] = {false}, all;
    ssi_torch_arguments a;
    ssi_torch_ints dims = {0};
    ssi_value self;
    if (!ssi_torch_parse_on(s, call, signatures, &a, &self))
        return false;
    all = a.overload == 0;
    const ss_array *t = ssi_array_of(self);
    ss_array view = *t;
    if (!all && !ssi_torch_int_list(s, &a, 0, "dim", &dims))
        return false;
    for (size_t i = 0; i < dims.count; i++) {
        size_t axis;
        if (!ssi_torch_axis(s, dims.v[i], t->ndim, &axis))
            return false;
        chosen[axis] = true;
    }
    view.ndim = 0;
    for (uint32_t i = 0; i < t->ndim; i++)
        if (!squeezes(chosen, all, t, i)) {
            view.shape[view.ndim] = t->shape[i];
            view.strides[view.ndim++] = t->strides[i];
        }
    return ssi_new_view(s, self, &view, out);
}

bool ssi_torch_call_unsqueeze(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"dim:I!", NULL};
    ssi_torch_arguments a;
    ssi_value self;
    int64_t dim;
    size_t axis;
    if (!ssi_torch_parse_on(s, call, signatures, &a, &self)
        || !ssi_torch_int(s, &a, 0, &dim))
        return false;
    ss_array view = *ssi_array_of(self);
    if (view.ndim == SS_ARRAY_MAX_DIMS)
        return ssi_unsupported(s, "tensors of more than 64 dimensions");
    if (!ssi_torch_axis(s, dim, view.ndim + 1, &axis))
        return false;
    size_t moved = view.ndim - axis;
    ptrdiff_t stride = axis < view.ndim
                           ? (ptrdiff_t)view.shape[axis] * view.strides[axis]
                           : (ptrdiff_t)view.itemsize;
    memmove(view.shape + axis + 1, view.shape + axis,
            moved * sizeof *view.shape);
    memmove(view.strides + axis + 1, view.strides + axis,
            moved * sizeof *view.strides);
    view.shape[axis] = 1;
    view.strides[axis] = stride;
    view.ndim++;
    return ssi_new_view(s, self, &view, out);
}

bool ssi_torch_swap_axes(ss_session *s, ssi_value tensor, int64_t a, int64_t b,
                         ssi_value *out)
{
    const ss_array *t = ssi_array_of(tensor);
    ss_array view = *t;
    size_t x, y;
    if (!ssi_torch_axis(s, a, t->ndim, &x)
        || !ssi_torch_axis(s, b, t->ndim, &y))
        return false;
    if (t->ndim) {
        view.shape[x] = t->shape[y];
        view.shape[y] = t->shape[x];
        view.strides[x] = t->strides[y];
        view.strides[y] = t->strides[x];
    }
    return ssi_new_view(s, tensor, &view, out);
}

bool ssi_torch_call_transpose(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const transpose[] = {"dim0:I!,dim1:I!", NULL};
    static const char *const swapaxes[] = {"axis0:I!,axis1:I!", NULL};
    ssi_torch_arguments a;
    ssi_value self;
    int64_t x, y;
    return ssi_torch_parse_on(s, call,
                              call->function->variant ? swapaxes : transpose,
                              &a, &self)
           && ssi_torch_int(s, &a, 0, &x) && ssi_torch_int(s, &a, 1, &y)
           && ssi_torch_swap_axes(s, self, x, y, out);
}

bool ssi_torch_call_permute(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"dims:S!", NULL};
    bool seen[SS_ARRAY_MAX_DIMS] = {false};
    ssi_torch_arguments a;
    ssi_torch_ints dims;
    ssi_value self;
    if (!ssi_torch_parse_on(s, call, signatures, &a, &self)
        || !ssi_torch_int_list(s, &a, 0, "dims", &dims))
        return false;
    const ss_array *t = ssi_array_of(self);
    ss_array view = *t;
    if (dims.count != t->ndim)
        return ssi_raise(s, "RuntimeError",
                         "permute(sparse_coo): number of dimensions in the "
                         "tensor input does not match the length of the "
                         "desired ordering of dimensions i.e. input.dim() = "
                         "%u is not equal to len(dims) = %zu",
                         (unsigned)t->ndim, dims.count);
    for (size_t i = 0; i < dims.count; i++) {
        size_t axis;
        if (!ssi_torch_axis(s, dims.v[i], t->ndim, &axis))
            return false;
        if (seen[axis])
            return ssi_raise(s, "RuntimeError",
                             "permute(): duplicate dims are not allowed.");
        seen[axis] = true;
        view.shape[i] = t->shape[axis];
        view.strides[i] = t->strides[axis];
    }
    return ssi_new_view(s, self, &view, out);
}

/* --- expand --- */
static bool raise_expand(ss_session *s, const ss_array *a,
                         const ssi_torch_ints *sizes, size_t i, size_t own)
{
    ss_text to = {0}, from = {0};
    if (sizes_text(s, sizes, &to) && ssi_torch_sizes_text(s, a, &from))
        ssi_raise(s, "RuntimeError",
                  "The expanded size of the tensor (%lld) must match the "
                  "existing size (%zu) at non-singleton dimension %zu.  "
                  "Target sizes: %s.  Tensor sizes: %s",
                  (long long)sizes->v[i], own, i, to.data, from.data);
    ss_text_free(&to);
    ss_text_free(&from);
    return false;
}

static bool raise_too_few(ss_session *s, const ss_array *a,
                          const ssi_torch_ints *sizes)
{
    ss_text to = {0}, from = {0};
    const char *type = ssi_torch_scalar_name(a->dtype);
    if (sizes_text(s, sizes, &to) && ssi_torch_sizes_text(s, a, &from))
        ssi_raise(s, "RuntimeError",
                  "expand(torch.%sTensor{%s}, size=%s): the number of sizes "
                  "provided (%zu) must be greater or equal to the number of "
                  "dimensions in the tensor (%u)",
                  type, from.data, to.data, sizes->count, (unsigned)a->ndim);
    ss_text_free(&to);
    ss_text_free(&from);
    return false;
}

static bool expand(ss_session *s, ssi_value tensor, const ssi_torch_ints *sizes,
                   ssi_value *out)
{
    const ss_array *a = ssi_array_of(tensor);
    ss_array view = *a;
    if (sizes->count < a->ndim)
        return raise_too_few(s, a, sizes);
    size_t lead = sizes->count - a->ndim;
    view.ndim = (uint32_t)sizes->count;
    for (size_t i = sizes->count; i-- > 0;) {
        size_t own = i < lead ? 1 : a->shape[i - lead];
        int64_t want = sizes->v[i];
        if (want == -1 && i < lead)
            return ssi_raise(s, "RuntimeError",
                             "The expanded size of the tensor (-1) isn't "
                             "allowed in a leading, non-existing dimension "
                             "%zu",
                             i);
        view.shape[i] = want == -1 ? own : (size_t)want;
        if (want < -1 || (view.shape[i] != own && own != 1))
            return raise_expand(s, a, sizes, i, own);
        if (view.shape[i] == own && i >= lead)
            view.strides[i] = a->strides[i - lead];
        else if (i >= lead || want != 1 || a->ndim == 0)
            view.strides[i] = 0;
        else
            view.strides[i] =
                (ptrdiff_t)view.shape[i + 1] * view.strides[i + 1];
    }
    return ssi_new_view(s, tensor, &view, out);
}

bool ssi_torch_call_expand(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const method[] = {"size:S!,*,implicit:B", NULL};
    static const char *const sized[] = {"size:S!", NULL};
    ssi_torch_arguments a;
    ssi_torch_ints sizes;
    ssi_value self;
    return ssi_torch_parse_on(s, call, call->function->variant ? sized : method,
                              &a, &self)
           && ssi_torch_int_list(s, &a, 0, "size", &sizes)
           && expand(s, self, &sizes, out);
}

/* --- parts --- */
bool ssi_torch_call_narrow(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"dim:I!,start:I!,length:I!", NULL};
    ssi_torch_arguments a;
    ssi_value self;
    int64_t dim, start, length;
    size_t axis;
    if (!ssi_torch_parse_on(s, call, signatures, &a, &self)
        || !ssi_torch_int(s, &a, 0, &dim) || !ssi_torch_int(s, &a, 1, &start)
        || !ssi_torch_int(s, &a, 2, &length))
        return false;
    ss_array view = *ssi_array_of(self);
    if (view.ndim == 0)
        return ssi_raise(s, "RuntimeError",
                         "narrow() cannot be applied to a 0-dim tensor.");
    if (length < 0)
        return ssi_raise(s, "RuntimeError",
                         "narrow(): length must be non-negative.");
    if (!ssi_torch_axis(s, dim, view.ndim, &axis))
        return false;
    int64_t size = (int64_t)view.shape[axis];
    if (start < -size || start > size)
        return ssi_raise(s, "IndexError",
                         "start out of range (expected to be in range of "
                         "[%lld, %lld], but got %lld)",
                         (long long)-size, (long long)size, (long long)start);
    start += start < 0 ? size : 0;
    if (start > size - length)
        return ssi_raise(s, "RuntimeError",
                         "start (%lld) + length (%lld) exceeds dimension size "
                         "(%lld).",
                         (long long)start, (long long)length, (long long)size);
    view.data = (char *)view.data + (ptrdiff_t)start * view.strides[axis];
    view.shape[axis] = (size_t)length;
    return ssi_new_view(s, self, &view, out);
}

bool ssi_torch_call_select(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"dim:I!,index:I!", NULL};
    ssi_torch_arguments a;
    ssi_value self;
    int64_t dim, i;
    size_t axis;
    if (!ssi_torch_parse_on(s, call, signatures, &a, &self)
        || !ssi_torch_int(s, &a, 0, &dim) || !ssi_torch_int(s, &a, 1, &i))
        return false;
    ss_array view = *ssi_array_of(self);
    if (view.ndim == 0)
        return ssi_raise(s, "IndexError",
                         "select() cannot be applied to a 0-dim tensor.");
    if (!ssi_torch_axis(s, dim, view.ndim, &axis))
        return false;
    int64_t size = (int64_t)view.shape[axis];
    if (i < -size || i >= size) {
        ss_text text = {0};
        if (ssi_torch_sizes_text(s, &view, &text))
            ssi_raise(s, "IndexError",
                      "select(): index %lld out of range for tensor of size "
                      "%s at dimension %zu",
                      (long long)i, text.data, axis);
        ss_text_free(&text);
        return false;
    }
    view.data = (char *)view.data
                + (ptrdiff_t)(i < 0 ? i + size : i) * view.strides[axis];
    view.ndim--;
    memmove(view.shape + axis, view.shape + axis + 1,
            (view.ndim - axis) * sizeof *view.shape);
    memmove(view.strides + axis, view.strides + axis + 1,
            (view.ndim - axis) * sizeof *view.strides);
    return ssi_new_view(s, self, &view, out);
}
