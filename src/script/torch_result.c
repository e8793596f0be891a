/* SPDX-License-Identifier: MIT
 * Results of tensor operations: shapes, and the order of their memory.
 * Learned from: PyTorch 2.13.0 (ATen/TensorIterator.cpp) by experiment.
 */
#include <string.h>

#include "script/torch_ops.h"

bool ssi_torch_broadcast(ss_session *s, const ss_array *const *arrays,
                         size_t count, ssi_shape *out)
{
    size_t first, second;
    *out = (ssi_shape){0};
    if (!ssi_broadcast_shape(arrays, count, &out->ndim, out->dims, &first,
                             &second))
        return ssi_torch_raise_sizes(s, arrays[first], arrays[second]);
    return true;
}

bool ssi_torch_is_contiguous(const ss_array *a)
{
    return ss_array_is_contiguous(a) || ss_array_size(a) == 0;
}

/* Every element once, without gaps. */
static bool is_dense(const ss_array *a)
{
    uint32_t axes[SS_ARRAY_MAX_DIMS], n = 0;
    size_t expected = a->itemsize;
    for (uint32_t i = 0; i < a->ndim; i++) {
        uint32_t k = n;
        if (a->shape[i] == 1)
            continue;
        for (; k > 0 && a->strides[axes[k - 1]] > a->strides[i]; k--)
            axes[k] = axes[k - 1];
        axes[k] = i;
        n++;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (a->strides[axes[i]] != (ptrdiff_t)expected)
            return false;
        expected *= a->shape[axes[i]];
    }
    return true;
}

static bool same_layout(const ss_array *a, const ss_array *b)
{
    for (uint32_t i = 0; i < a->ndim; i++)
        if (a->strides[i] / (ptrdiff_t)a->itemsize
            != b->strides[i] / (ptrdiff_t)b->itemsize)
            return false;
    return true;
}

static bool has_shape(const ss_array *a, const ssi_shape *shape)
{
    return a->ndim == shape->ndim
           && memcmp(a->shape, shape->dims, a->ndim * sizeof *a->shape) == 0;
}

/* The strides that the operands share when no axis has to move: 1 C order, 2
 * those of the first, 0 none. */
static int common_layout(const ss_array *const *operands, size_t count,
                         const ssi_shape *shape)
{
    bool contiguous = true, dense = true;
    for (size_t i = 0; i < count; i++) {
        if (!has_shape(operands[i], shape))
            return 0;
        contiguous = contiguous && ssi_torch_is_contiguous(operands[i]);
        dense = dense && is_dense(operands[i])
                && same_layout(operands[0], operands[i]);
    }
    return contiguous ? 1 : dense ? 2 : 0;
}

/* An operand in the result's shape: stride 0 where it repeats. */
static void spread(const ss_array *a, const ssi_shape *shape, ss_array *view)
{
    uint32_t lead = shape->ndim - a->ndim;
    ssi_broadcast_to(a, shape->ndim, shape->dims, view);
    for (uint32_t i = lead; i < shape->ndim; i++)
        if (a->shape[i - lead] == shape->dims[i])
            view->strides[i] = a->strides[i - lead];
}

/* Whether axis a has to stand outside of axis b: 1, inside: -1, 0: open. */
static int compare_axes(const ss_array *views, size_t count, uint32_t a,
                        uint32_t b)
{
    for (size_t i = 0; i < count; i++) {
        ptrdiff_t x = views[i].strides[a], y = views[i].strides[b];
        if (x == 0 || y == 0)
            continue;
        if (x != y)
            return x < y ? -1 : 1;
        if (views[i].shape[a] > views[i].shape[b])
            return 1;
    }
    return 0;
}

/* The axes from the innermost to the outermost. */
static void order_axes(const ss_array *views, size_t count, uint32_t ndim,
                       uint32_t *axes)
{
    for (uint32_t i = 0; i < ndim; i++)
        axes[i] = ndim - 1 - i;
    for (uint32_t i = 1; i < ndim; i++) {
        uint32_t at = i;
        for (uint32_t k = i; k-- > 0;) {
            int order = compare_axes(views, count, axes[k], axes[at]);
            if (order < 0)
                break;
            if (order > 0) {
                uint32_t kept = axes[k];
                axes[k] = axes[at];
                axes[at] = kept;
                at = k;
            }
        }
    }
}

/* The last axis the innermost, and so on. */
static bool is_plain(const uint32_t *axes, uint32_t ndim)
{
    for (uint32_t i = 0; i < ndim; i++)
        if (axes[i] != ndim - 1 - i)
            return false;
    return true;
}

bool ssi_torch_new_result(ss_session *s, const ss_array *const *operands,
                          size_t count, const ssi_shape *shape, ss_dtype dtype,
                          ssi_value *out)
{
    ss_array views[4], *a;
    uint32_t axes[SS_ARRAY_MAX_DIMS];
    ptrdiff_t stride = (ptrdiff_t)ss_dtype_size(dtype);
    int layout = common_layout(operands, count, shape);
    if (!ssi_new_tensor(s, dtype, shape, out))
        return false;
    a = ssi_array_of(*out);
    if (layout == 1)
        return true;
    for (size_t i = 0; i < count; i++)
        spread(operands[i], shape, &views[i]);
    if (layout == 2) {
        for (uint32_t i = 0; i < a->ndim; i++)
            a->strides[i] =
                views[0].strides[i] / (ptrdiff_t)operands[0]->itemsize * stride;
        return true;
    }
    order_axes(views, count, shape->ndim, axes);
    if (is_plain(axes, shape->ndim))
        return true;
    for (uint32_t i = 0; i < shape->ndim; i++) {
        a->strides[axes[i]] = stride;
        stride *= (ptrdiff_t)shape->dims[axes[i]];
    }
    return true;
}

bool ssi_torch_new_like(ss_session *s, const ss_array *like, ss_dtype dtype,
                        ssi_value *out)
{
    ssi_shape shape = {.ndim = like->ndim};
    memcpy(shape.dims, like->shape, like->ndim * sizeof *like->shape);
    return ssi_torch_new_result(s, &like, 1, &shape, dtype, out);
}

bool ssi_torch_check_writable(ss_session *s, const ss_array *a)
{
    bool empty = ss_array_size(a) == 0;
    for (uint32_t i = 0; i < a->ndim && !empty; i++)
        if (a->strides[i] == 0 && a->shape[i] > 1)
            return ssi_raise(s, "RuntimeError",
                             "unsupported operation: more than one element of "
                             "the written-to tensor refers to a single memory "
                             "location. Please clone() the tensor before "
                             "performing the operation.");
    return true;
}

bool ssi_torch_copy_elements(ss_session *s, const ss_array *to,
                             const ss_array *from)
{
    ssi_walk in, out;
    ssi_number n;
    ssi_walk_start(&in, from);
    ssi_walk_start(&out, to);
    for (size_t i = 0, count = ss_array_size(to); i < count; i++) {
        if (to->dtype == from->dtype) {
            memcpy(out.item, in.item, to->itemsize);
        } else {
            ssi_number_load(from->dtype, in.item, &n);
            if (!ssi_torch_put_or_refuse(s, to->dtype, out.item, &n))
                return false;
        }
        ssi_walk_next(&in);
        ssi_walk_next(&out);
    }
    return true;
}

bool ssi_torch_new_shape(ss_session *s, ss_dtype dtype, const ss_array *like,
                         ssi_value *out)
{
    ssi_shape shape = {.ndim = like->ndim};
    memcpy(shape.dims, like->shape, like->ndim * sizeof *like->shape);
    return ssi_new_tensor(s, dtype, &shape, out);
}

bool ssi_torch_contiguous(ss_session *s, ssi_value tensor, ssi_value *out)
{
    const ss_array *a = ssi_array_of(tensor);
    if (ssi_torch_is_contiguous(a)) {
        *out = ssi_retain(tensor);
        return true;
    }
    return ssi_torch_new_shape(s, a->dtype, a, out)
           && ssi_torch_copy_elements(s, ssi_array_of(*out), a);
}
