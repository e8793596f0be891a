/* SPDX-License-Identifier: MIT
 * The order of axes in which a reduction goes through memory.
 * Learned from: PyTorch 2.13.0 (aten/src/ATen/TensorIterator.cpp:
 * reorder_dimensions, coalesce_dimensions).
 */
#include "torch/reduce.h"

/* Whether axis a stands outside of axis b: 1, inside: -1, 0: open. */
static int compare(const ssi_torch_plan *p, uint32_t a, uint32_t b)
{
    ptrdiff_t x = p->out[a], y = p->out[b];

    if ((x == 0) != (y == 0))
        return y == 0 ? 1 : -1;
    for (int operand = 0; operand < 2; operand++) {
        x = operand ? p->in[a] : p->out[a];
        y = operand ? p->in[b] : p->out[b];
        if (x == 0 || y == 0)
            continue;
        if (x != y)
            return x < y ? -1 : 1;
        if (p->shape[a] > p->shape[b])
            return 1;
    }
    return 0;
}

static void swap_axes(ssi_torch_plan *p, uint32_t a, uint32_t b)
{
    size_t size = p->shape[a];
    ptrdiff_t in = p->in[a], out = p->out[a];

    p->shape[a] = p->shape[b];
    p->in[a] = p->in[b];
    p->out[a] = p->out[b];
    p->shape[b] = size;
    p->in[b] = in;
    p->out[b] = out;
}

static void sort_axes(ssi_torch_plan *p)
{
    for (uint32_t i = 1; i < p->ndim; i++) {
        uint32_t at = i;
        for (uint32_t k = i; k-- > 0;) {
            int order = compare(p, k, at);
            if (order < 0)
                break;
            if (order > 0) {
                swap_axes(p, k, at);
                at = k;
            }
        }
    }
}

static bool can_join(const ssi_torch_plan *p, uint32_t a, uint32_t b)
{
    ptrdiff_t size = (ptrdiff_t)p->shape[a];

    if (p->shape[a] == 1 || p->shape[b] == 1)
        return true;
    return size * p->in[a] == p->in[b] && size * p->out[a] == p->out[b];
}

static void join_axes(ssi_torch_plan *p)
{
    uint32_t last = 0;

    if (p->ndim < 2)
        return;
    for (uint32_t i = 1; i < p->ndim; i++) {
        if (can_join(p, last, i)) {
            if (p->shape[last] == 1) {
                p->in[last] = p->in[i];
                p->out[last] = p->out[i];
            }
            p->shape[last] *= p->shape[i];
            continue;
        }
        last++;
        p->shape[last] = p->shape[i];
        p->in[last] = p->in[i];
        p->out[last] = p->out[i];
    }
    p->ndim = last + 1;
}

void ssi_torch_plan_reduction(const ss_array *array, const bool *reduced,
                              size_t itemsize, ssi_torch_plan *plan)
{
    ptrdiff_t stride = (ptrdiff_t)itemsize;

    *plan = (ssi_torch_plan){.ndim = array->ndim};
    for (uint32_t i = 0; i < array->ndim; i++) {
        uint32_t axis = array->ndim - 1 - i; /* the last axis first */
        plan->shape[i] = array->shape[axis];
        plan->in[i] = array->strides[axis];
        plan->out[i] = reduced[axis] ? 0 : stride;
        if (!reduced[axis])
            stride *= (ptrdiff_t)(array->shape[axis] ? array->shape[axis] : 1);
    }
    sort_axes(plan);
    join_axes(plan);
    while (plan->reduced < plan->ndim && plan->out[plan->reduced] == 0)
        plan->reduced++;
}
