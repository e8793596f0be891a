/* SPDX-License-Identifier: MIT
 * torch.nn.init.sparse_: normal values, then in each column zeros at the
 * places that a permutation of the default generator names.
 * Learned from: PyTorch 2.13.0 (torch/nn/init.py) by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "script/torch_values.h"

/* row_indices[:ceil(sparsity * rows)]: how many that are. */
static size_t zeros_of(double sparsity, size_t rows)
{
    double x = sparsity * (double)rows;
    double whole = (double)(int64_t)x;
    whole += whole < x;
    if (whole < 0)
        whole += (double)rows;
    if (whole < 0)
        return 0;
    return whole > (double)rows ? rows : (size_t)whole;
}

static bool fill_zeros(ss_session *s, ss_array *a, size_t zeros)
{
    size_t rows = a->shape[0];
    int64_t *order = calloc(rows ? rows : 1, sizeof *order);
    if (!order)
        return ssi_raise_memory(s);
    for (size_t k = 0; k < a->shape[1]; k++) {
        ss_torch_randperm_fill(&s->torch_random, order, rows);
        for (size_t i = 0; i < zeros; i++)
            memset((char *)a->data + (ptrdiff_t)order[i] * a->strides[0]
                       + (ptrdiff_t)k * a->strides[1],
                   0, a->itemsize);
    }
    free(order);
    return true;
}

/* Parameters: tensor, sparsity, std=0.01, generator. */
bool ssi_torch_init_sparse(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_torch_draw d = {&s->torch_random, 0, 0.01, 0, 0, SSI_DRAW_NORMAL};
    ssi_value v = call->args[0], sparsity = call->args[1];
    double share;
    if (!ssi_is(v, &ssi_type_tensor))
        return ssi_raise(s, "AttributeError",
                         "'%s' object has no attribute 'ndimension'",
                         ssi_type_name(v));
    if (ssi_array_of(v)->ndim != 2)
        return ssi_raise(s, "ValueError",
                         "Only tensors with 2 dimensions are supported");
    if ((!ssi_is_float(sparsity) && !ssi_is_int(sparsity))
        || (call->given[2] && !ssi_is_float(call->args[2])
            && !ssi_is_int(call->args[2])))
        return ssi_unsupported(s, "sparse_() of what is no number");
    if (!ssi_to_double(s, sparsity, &share)
        || (call->given[2] && !ssi_to_double(s, call->args[2], &d.b)))
        return false;
    if (!(share > -1e6 && share < 1e6))
        return ssi_unsupported(s, "a sparsity as large as this");
    if (call->given[3] && ssi_is(call->args[3], &ssi_type_torch_generator))
        d.g = ssi_torch_generator_of(s, call->args[3]);
    else if (call->given[3] && call->args[3].tag != SSI_NONE)
        return ssi_unsupported(s, "a generator of this type");
    if (!ssi_torch_draw_into(s, v, &d)
        || !fill_zeros(s, ssi_array_of(v),
                       zeros_of(share, ssi_array_of(v)->shape[0])))
        return false;
    *out = ssi_retain(v);
    return true;
}
