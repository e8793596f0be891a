/* SPDX-License-Identifier: MIT
 * Tensors as kernels go through them: by falling stride of the result, which
 * for a tensor that is not contiguous is not the order of its indices.
 * Learned from: PyTorch 2.13.0 (TensorIterator.cpp) by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "script/torch_values.h"

/* The axes of a by falling stride; size of one before all others matter not. */
static void axes_of(const ss_array *a, uint32_t *axes)
{
    for (uint32_t i = 0; i < a->ndim; i++) {
        uint32_t k = i;
        for (; k > 0 && a->strides[axes[k - 1]] < a->strides[i]; k--)
            axes[k] = axes[k - 1];
        axes[k] = i;
    }
}

static void permute(const ss_array *a, const uint32_t *axes, ss_array *out)
{
    *out = *a;
    for (uint32_t i = 0; i < a->ndim; i++) {
        out->shape[i] = a->shape[axes[i]];
        out->strides[i] = a->strides[axes[i]];
    }
}

bool ssi_torch_gather(ss_session *s, const ss_array *by, const ss_array *from,
                      ss_dtype dtype, void **out)
{
    uint32_t axes[SS_ARRAY_MAX_DIMS];
    size_t n = ss_array_size(from), itemsize = ss_dtype_size(dtype);
    char *items = calloc(n ? n : 1, itemsize);
    ss_array ordered;
    ssi_walk walk;
    if (!items)
        return ssi_raise_memory(s);
    axes_of(by, axes);
    permute(from, axes, &ordered);
    ssi_walk_start(&walk, &ordered);
    for (size_t i = 0; i < n; i++) {
        ssi_number x;
        if (from->dtype == dtype) {
            memcpy(items + i * itemsize, walk.item, itemsize);
        } else {
            ssi_number_load(from->dtype, walk.item, &x);
            ssi_number_store(dtype, items + i * itemsize, &x);
        }
        ssi_walk_next(&walk);
    }
    *out = items;
    return true;
}

void ssi_torch_scatter(const ss_array *a, const void *items)
{
    uint32_t axes[SS_ARRAY_MAX_DIMS];
    ss_array ordered;
    ssi_walk walk;
    axes_of(a, axes);
    permute(a, axes, &ordered);
    ssi_walk_start(&walk, &ordered);
    for (size_t i = 0, n = ss_array_size(a); i < n; i++) {
        memcpy(walk.item, (const char *)items + i * a->itemsize, a->itemsize);
        ssi_walk_next(&walk);
    }
}

void ssi_torch_scatter_indices(const ss_array *a, const void *items)
{
    ssi_walk walk;
    ssi_walk_start(&walk, a);
    for (size_t i = 0, n = ss_array_size(a); i < n; i++) {
        memcpy(walk.item, (const char *)items + i * a->itemsize, a->itemsize);
        ssi_walk_next(&walk);
    }
}

bool ssi_torch_fill_tensor(ss_session *s, ssi_value tensor,
                           ssi_torch_filler *filler, const void *context,
                           ss_status *status)
{
    ss_array *a = ssi_array_of(tensor);
    size_t n = ss_array_size(a);
    if (ss_array_is_contiguous(a)) {
        *status = filler(context, a->dtype, false, a->data, n);
        return true;
    }
    void *items = calloc(n ? n : 1, a->itemsize);
    if (!items)
        return ssi_raise_memory(s);
    *status = filler(context, a->dtype, true, items, n);
    if (*status == SS_OK)
        ssi_torch_scatter(a, items);
    free(items);
    return true;
}
