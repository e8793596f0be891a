/* SPDX-License-Identifier: MIT
 * tensor.bernoulli_(p) and torch.bernoulli(p): with a float p 53 bits a value
 * (two words), with a tensor p its own type's: 24 bits but for float64.
 * Learned from: ATen/native/cpu/DistributionTemplates.h, bernoulli_kernel,
 * 2.13.
 */
#include "torch/coins.h"
#include "torch/draw.h"
#include "torch/frozen.h"
#include "torch/store.h"

#define BLOCK SSI_TORCH_DOUBLES

static bool takes(ss_dtype dtype)
{
    return dtype <= SS_INT16 || dtype == SS_INT32 || dtype == SS_INT64
           || ssi_torch_is_float(dtype);
}

ss_status ss_torch_bernoulli_fill(ss_torch_generator *g, ss_dtype dtype,
                                  double p, void *out, size_t n)
{
    ssi_torch_coins coins;
    double values[BLOCK];
    ss_status status;

    if (!(p >= 0 && p <= 1))
        return SS_ERR_TORCH_BERNOULLI;
    if (!takes(dtype))
        return SS_ERR_DTYPE;
    if (n == 0 && !(ssi_torch_has_mkl(g) && ssi_torch_before(g, 20100)))
        return SS_OK;
    status = ssi_torch_coins_start(&coins, g, p);
    for (size_t i = 0; i < n && status == SS_OK;) {
        size_t take = n - i < BLOCK ? n - i : BLOCK;
        ssi_torch_coins_fill(&coins, values, take);
        ssi_torch_store(g, dtype, out, i, values, take);
        i += take;
    }
    return status;
}

static ss_status check_tensor(ss_dtype p_dtype, const void *p, size_t n)
{
    double value;

    for (size_t i = 0; i < n; i++) {
        ssi_torch_load(p_dtype, p, i, &value, 1);
        if (!(value >= 0 && value <= 1))
            return SS_ERR_TORCH_BERNOULLI_TENSOR;
    }
    return SS_OK;
}

ss_status ss_torch_bernoulli_tensor_fill(ss_torch_generator *g, ss_dtype dtype,
                                         ss_dtype p_dtype, const void *p,
                                         void *out, size_t n)
{
    double limits[BLOCK], values[BLOCK];
    float narrow[BLOCK];

    if (!takes(dtype) || !ssi_torch_is_float(p_dtype))
        return SS_ERR_DTYPE;
    if (check_tensor(p_dtype, p, n) != SS_OK)
        return SS_ERR_TORCH_BERNOULLI_TENSOR;
    for (size_t i = 0; i < n;) {
        size_t take = n - i < BLOCK ? n - i : BLOCK;
        ssi_torch_load(p_dtype, p, i, limits, take);
        if (p_dtype == SS_FLOAT64) {
            ssi_torch_u53_fill(g, values, take);
        } else {
            ssi_torch_u24_fill(g, narrow, take);
            for (size_t j = 0; j < take; j++)
                values[j] = (double)narrow[j];
        }
        for (size_t j = 0; j < take; j++)
            values[j] = values[j] < limits[j];
        ssi_torch_store(g, dtype, out, i, values, take);
        i += take;
    }
    return SS_OK;
}
