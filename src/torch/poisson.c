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

/* What a rate takes once; equal rates in a row share it. */
typedef struct setup {
    double rate;
    double limit;                                 /* below 10: exp(-rate) */
    double log_rate, b, a, vr, log_inverse_alpha; /* from 10 on, as PTRS */
    bool fused;
} setup;

static void set_up(setup *s, double rate)
{
    double root = ssi_sqrt(rate);

    s->rate = rate;
    if (rate < 10) {
        s->limit = ssi_glibc_exp(-rate);
        return;
    }
    s->log_rate = ssi_glibc_log(rate);
    s->b = ssi_torch_mul_add(s->fused, 2.53, root, 0.931);
    s->a = ssi_torch_mul_add(s->fused, 0.02483, s->b, -0.059);
    s->log_inverse_alpha = ssi_glibc_log(1.1239 + 1.1328 / (s->b - 3.4));
    s->vr = 0.9277 - 3.6224 / (s->b - 2);
}

static double by_product(ss_torch_generator *g, const setup *s)
{
    double product = 1.0;
    int64_t count = 0;

    for (;;) {
        product *= ssi_torch_u53(g);
        if (!(product > s->limit))
            return (double)count;
        count++;
    }
}

/* The shipped code turns k into an integer for the answer only: for rates near
 * 2^63 one that does not fit is compared as the double it comes from. */
static double by_rejection(ss_torch_generator *g, const setup *s)
{
    for (;;) {
        double u = ssi_torch_u53(g) - 0.5;
        double v = ssi_torch_u53(g);
        double us = 0.5 - fabs(u);
        double k = 2 * s->a / us + s->b, left, right;
        k = floor(ssi_torch_mul_add(s->fused, k, u, s->rate) + 0.43);
        if (us >= 0.07 && v <= s->vr)
            return (double)ssi_torch_to_int64(g, k);
        if (k < 0 || (us < 0.013 && v > us))
            continue;
        left = ssi_glibc_log(v) + s->log_inverse_alpha
               - ssi_glibc_log(s->a / (us * us) + s->b);
        right = ssi_torch_mul_add(s->fused, k, s->log_rate, -s->rate)
                - ssi_glibc_lgamma(k + 1);
        if (left <= right)
            return (double)ssi_torch_to_int64(g, k);
    }
}

ss_status ss_torch_poisson_fill(ss_torch_generator *g, ss_dtype dtype,
                                const void *rate, void *out, size_t n)
{
    setup s = {.rate = -1, .fused = ssi_torch_fused_all(g)};
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
        if (x != s.rate)
            set_up(&s, x);
        if (x != 0)
            x = x >= 10 ? by_rejection(g, &s) : by_product(g, &s);
        ssi_torch_store(g, dtype, out, i, &x, 1);
    }
    return SS_OK;
}
