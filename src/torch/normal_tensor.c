/* SPDX-License-Identifier: MIT
 * torch.normal() with tensors: normal_() of the whole result first, then the
 * product and the sum, each rounded to the dtype.
 * Learned from: ATen/native/DistributionTemplates.h, normal_out_impl, 2.13.
 */
#include "torch/draw.h"
#include "torch/store.h"

#define BLOCK SSI_TORCH_DOUBLES

static ss_status check_std(ss_dtype dtype, const void *std, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double x;
        ssi_torch_load(dtype, std, i, &x, 1);
        if (!(x >= 0))
            return SS_ERR_TORCH_STD_TENSOR;
    }
    return SS_OK;
}

/* operand NULL: n times the scalar. */
static void load(ss_dtype dtype, const void *operand, double scalar,
                 size_t first, double *values, size_t n)
{
    if (operand != NULL) {
        ssi_torch_load(dtype, operand, first, values, n);
        return;
    }
    for (size_t i = 0; i < n; i++)
        values[i] = scalar;
}

ss_status ss_torch_normal_tensor_fill(ss_torch_generator *g, ss_dtype dtype,
                                      const void *mean, double mean_value,
                                      const void *std, double std_value,
                                      void *out, size_t n)
{
    double values[BLOCK], operand[BLOCK];
    double scalar;
    ss_status status;

    if (!ssi_torch_is_float(dtype))
        return SS_ERR_DTYPE;
    if (std != NULL && check_std(dtype, std, n) != SS_OK)
        return SS_ERR_TORCH_STD_TENSOR;
    if (std == NULL && mean == NULL)
        return ss_torch_normal_fill(g, dtype, mean_value, std_value, out, n);
    status = ss_torch_normal_fill(g, dtype, 0, std ? 1 : std_value, out, n);
    if (status != SS_OK)
        return status;
    scalar = ssi_torch_round(dtype, mean_value); /* a tensor of one value */
    for (size_t i = 0; i < n;) {
        size_t take = n - i < BLOCK ? n - i : BLOCK;
        ssi_torch_load(dtype, out, i, values, take);
        load(dtype, std, 1, i, operand, take);
        for (size_t j = 0; j < take; j++)
            values[j] = ssi_torch_round(dtype, values[j] * operand[j]);
        load(dtype, mean, scalar, i, operand, take);
        for (size_t j = 0; j < take; j++)
            values[j] += operand[j];
        ssi_torch_store(g, dtype, out, i, values, take);
        i += take;
    }
    return SS_OK;
}
