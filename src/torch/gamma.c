/* SPDX-License-Identifier: MIT
 * torch._standard_gamma(alpha), Gamma.sample(): Marsaglia and Tsang (2000),
 * doi:10.1145/358407.358414, with the pairs of normal_() and their kept value.
 * Learned from: ATen/native/Distributions.h, sample_gamma, 2.13.
 */
#include "torch/gamma.h"

#include <float.h>

#include "math/glibc.h"
#include "math/sqrt.h"
#include "torch/contract.h"
#include "torch/draw.h"
#include "torch/store.h"

/* Constants that PyTorch writes as floats, also where it computes in double. */
#define THIRD ((double)0x1.555556p-2f)
#define SQUEEZE ((double)0.0331f)

/* The cube for shape d + 1/3. A shape below 0 makes it NaN, which the first
 * test, that does not look at it, lets pass. */
static double cube(ss_torch_generator *g, double d)
{
    bool fused = ssi_torch_fused_all(g);
    double c = 1.0 / ssi_sqrt(9.0 * d);

    for (;;) {
        double x, y, v, u, xx, right;
        do {
            x = ssi_torch_standard_normal(g);
            y = ssi_torch_mul_add(fused, c, x, 1.0);
        } while (y <= 0);
        v = y * y * y;
        u = 1 - ssi_torch_u53(g);
        xx = x * x;
        right = ssi_torch_mul_add(fused, -(SQUEEZE * xx), xx, 1.0);
        if (u < right)
            return v;
        right = d * (1.0 - v + ssi_glibc_log(v));
        right = ssi_torch_mul_add(fused, 0.5, xx, right);
        if (ssi_glibc_log(u) < right)
            return v;
    }
}

double ssi_torch_gamma(ss_torch_generator *g, ss_dtype dtype, double alpha)
{
    double scale = 1.0, d;

    if (alpha < 1) {
        if (alpha == 0)
            return 0;
        d = dtype == SS_FLOAT64 ? 1.0 / alpha : (double)(1.0f / (float)alpha);
        scale *= ssi_glibc_pow(1 - ssi_torch_u53(g), d);
        alpha = ssi_torch_scalar(dtype, alpha + 1.0);
    }
    d = ssi_torch_scalar(dtype, alpha - THIRD);
    return ssi_torch_scalar(dtype, scale * d * cube(g, d));
}

ss_status ss_torch_gamma_fill(ss_torch_generator *g, ss_dtype dtype,
                              const void *alpha, void *out, size_t n)
{
    double smallest = dtype == SS_FLOAT64 ? DBL_MIN : (double)FLT_MIN;

    if (dtype != SS_FLOAT32 && dtype != SS_FLOAT64)
        return SS_ERR_DTYPE;
    for (size_t i = 0; i < n; i++) {
        double x;
        ssi_torch_load(dtype, alpha, i, &x, 1);
        x = ssi_torch_gamma(g, dtype, x);
        if (!(x > smallest)) /* a NaN, too */
            x = smallest;
        ssi_torch_store(g, dtype, out, i, &x, 1);
    }
    return SS_OK;
}
