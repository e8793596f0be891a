/* SPDX-License-Identifier: MIT
 * torch.poisson(rate): multiplication of uniforms below 10, Hoermann's
 * transformed rejection (PTRS, 1993) from there on.
 * Learned from: aten/src/ATen/native/Distributions.cpp, sample_poisson, 2.13,
 * which has it from NumPy but for the order of the sums.
 */
#include <math.h>

#include "math/glibc.h"
#include "math/sqrt.h"
#include "torch/contract.h"
#include "torch/draw.h"
#include "torch/store.h"

static double by_product(ss_torch_generator *g, double rate)
{
    double limit = ssi_glibc_exp(-rate), product = 1.0;
    int64_t count = 0;

    for (;;) {
        product *= ssi_torch_u53(g);
        if (!(product > limit))
            return (double)count;
        count++;
    }
}

static double by_rejection(ss_torch_generator *g, double rate)
{
    bool fused = ssi_torch_fused_all(g);
    double root = ssi_sqrt(rate), log_rate = ssi_glibc_log(rate);
    double b = ssi_torch_mul_add(fused, 2.53, root, 0.931);
    double a = ssi_torch_mul_add(fused, 0.02483, b, -0.059);
    double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
    double vr = 0.9277 - 3.6224 / (b - 2);

    for (;;) {
        double u = ssi_torch_u53(g) - 0.5;
        double v = ssi_torch_u53(g);
        double us = 0.5 - fabs(u);
        double x = ssi_torch_mul_add(fused, 2 * a / us + b, u, rate) + 0.43;
        int64_t k = ssi_torch_to_int64(g, floor(x));
        double left, right;
        if (us >= 0.07 && v <= vr)
            return (double)k;
        if (k < 0 || (us < 0.013 && v > us))
            continue;
        left = ssi_glibc_log(v) + ssi_glibc_log(inverse_alpha)
               - ssi_glibc_log(a / (us * us) + b);
        right = ssi_torch_mul_add(fused, (double)k, log_rate, -rate)
                - ssi_glibc_lgamma((double)k + 1);
        if (left <= right)
            return (double)k;
    }
}

ss_status ss_torch_poisson_fill(ss_torch_generator *g, ss_dtype dtype,
                                const void *rate, void *out, size_t n)
{
    double x;

    if (!ssi_torch_is_float(dtype))
        return SS_ERR_DTYPE;
    for (size_t i = 0; i < n; i++) {
        ssi_torch_load(dtype, rate, i, &x, 1);
        if (!(x >= 0))
            return SS_ERR_TORCH_POISSON;
    }
    for (size_t i = 0; i < n; i++) {
        ssi_torch_load(dtype, rate, i, &x, 1);
        if (x >= 10)
            x = by_rejection(g, x);
        else if (x != 0)
            x = by_product(g, x);
        ssi_torch_store(g, dtype, out, i, &x, 1);
    }
    return SS_OK;
}
