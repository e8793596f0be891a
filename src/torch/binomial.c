/* SPDX-License-Identifier: MIT
 * torch.binomial(count, prob): inversion by sums of geometrics for a small
 * count * prob, Hoermann's transformed rejection (BTRS, 1993) from 10 on.
 * Learned from: ATen/native/Distributions.h, sample_binomial, 2.13.
 */
#include <math.h>

#include "math/glibc.h"
#include "math/sqrt.h"
#include "torch/contract.h"
#include "torch/draw.h"
#include "torch/store.h"

/* What BTRS computes once. T is the tensor's type: expressions of count and
 * prob alone are rounded to it, all else is double. */
typedef struct btrs {
    ss_dtype dtype;
    bool fused;
    double count, b, a, c, vr, r, alpha, m;
} btrs;

/* ln(k!) less Stirling's approximation of it. */
static double stirling_tail(double k)
{
    static const double tail[] = {0.0810614667953272,  0.0413406959554092,
                                  0.0276779256849983,  0.02079067210376509,
                                  0.0166446911898211,  0.0138761288230707,
                                  0.0118967099458917,  0.0104112652619720,
                                  0.00925546218271273, 0.00833056343336287};
    double square;

    if (k < 10)
        return tail[(size_t)k];
    square = (k + 1) * (k + 1);
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / (k + 1);
}

static double by_inversion(ss_torch_generator *g, ss_dtype dtype, double count,
                           double prob)
{
    double log_q = dtype == SS_FLOAT64 ? ssi_glibc_log1p(-prob)
                                       : (double)ssi_glibc_log1pf(-(float)prob);
    double sum = 0, drawn = 0;

    for (;;) {
        sum += ceil(ssi_glibc_log(ssi_torch_u53(g)) / log_q);
        if (sum > count)
            return drawn;
        drawn = ssi_torch_scalar(dtype, drawn + 1);
    }
}

static void set_up(btrs *s, const ss_torch_generator *g, ss_dtype dtype,
                   double count, double prob)
{
    double mean = ssi_torch_scalar(dtype, count * prob);
    double q = ssi_torch_scalar(dtype, 1 - prob);
    double variance = ssi_torch_scalar(dtype, mean * q);
    double sd = ssi_torch_scalar(dtype, ssi_sqrt(variance));
    double next = ssi_torch_scalar(dtype, count + 1);

    s->dtype = dtype;
    s->fused = ssi_torch_fused_all(g);
    s->count = count;
    s->b = ssi_torch_mul_add(s->fused, 2.53, sd, 1.15);
    s->a = ssi_torch_mul_add(s->fused, 0.0248, s->b, -0.0873);
    s->a = ssi_torch_mul_add(s->fused, 0.01, prob, s->a);
    s->c = dtype == SS_FLOAT64 ? ssi_torch_mul_add(s->fused, count, prob, 0.5)
                               : mean + 0.5;
    s->vr = 0.92 - 4.2 / s->b;
    s->r = ssi_torch_scalar(dtype, prob / q);
    s->alpha = (2.83 + 5.1 / s->b) * sd;
    s->m = floor(ssi_torch_scalar(dtype, next * prob));
}

/* The logarithm that v is compared with. */
static double bound(const btrs *s, double k)
{
    double rest = ssi_torch_scalar(s->dtype, s->count - k);
    double rest_1 = ssi_torch_scalar(s->dtype, rest + 1);
    double count_1 = ssi_torch_scalar(s->dtype, s->count + 1);
    double k_1 = ssi_torch_scalar(s->dtype, k + 1);
    double m = s->m, above = s->count - m + 1, sum;

    sum = count_1 * ssi_glibc_log(above / rest_1);
    sum = ssi_torch_mul_add(s->fused, m + 0.5,
                            ssi_glibc_log((m + 1) / (s->r * above)), sum);
    sum = ssi_torch_mul_add(s->fused, k + 0.5,
                            ssi_glibc_log(s->r * rest_1 / k_1), sum);
    return sum + stirling_tail(m) + stirling_tail(s->count - m)
           - stirling_tail(k) - stirling_tail(rest);
}

static double by_rejection(ss_torch_generator *g, const btrs *s)
{
    for (;;) {
        double u = ssi_torch_u53(g) - 0.5;
        double v = ssi_torch_u53(g);
        double us = 0.5 - fabs(u);
        double k = ssi_torch_mul_add(s->fused, 2 * s->a / us + s->b, u, s->c);
        k = ssi_torch_scalar(s->dtype, floor(k));
        if (k < 0 || k > s->count)
            continue;
        if (us >= 0.07 && v <= s->vr)
            return k;
        v = ssi_glibc_log(v * s->alpha / (s->a / (us * us) + s->b));
        if (v <= bound(s, k))
            return k;
    }
}

/* 0 < prob <= 0.5 and count > 0. */
static double sample(ss_torch_generator *g, ss_dtype dtype, double count,
                     double prob)
{
    btrs setup;

    if (!(ssi_torch_scalar(dtype, count * prob) >= 10))
        return by_inversion(g, dtype, count, prob);
    set_up(&setup, g, dtype, count, prob);
    return by_rejection(g, &setup);
}

static double binomial(ss_torch_generator *g, ss_dtype dtype, double count,
                       double prob)
{
    if (count <= 0 || prob <= 0)
        return 0;
    if (prob >= 1)
        return count;
    if (prob <= 0.5)
        return sample(g, dtype, count, prob);
    if (prob > 0.5)
        return count
               - sample(g, dtype, count, ssi_torch_scalar(dtype, 1.0 - prob));
    return prob; /* NaN */
}

ss_status ss_torch_binomial_fill(ss_torch_generator *g, ss_dtype dtype,
                                 const void *count, const void *prob, void *out,
                                 size_t n)
{
    double x, p;

    if (dtype != SS_FLOAT32 && dtype != SS_FLOAT64)
        return SS_ERR_DTYPE;
    for (size_t i = 0; i < n; i++) {
        ssi_torch_load(dtype, count, i, &x, 1);
        ssi_torch_load(dtype, prob, i, &p, 1);
        if (!(x < INFINITY) && p > 0 && p < 1)
            return SS_ERR_ARGUMENT; /* NaN: PyTorch itself never returns */
    }
    for (size_t i = 0; i < n; i++) {
        ssi_torch_load(dtype, count, i, &x, 1);
        ssi_torch_load(dtype, prob, i, &p, 1);
        x = binomial(g, dtype, x, p);
        ssi_torch_store(g, dtype, out, i, &x, 1);
    }
    return SS_OK;
}
