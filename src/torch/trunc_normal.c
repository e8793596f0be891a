/* SPDX-License-Identifier: MIT
 * torch.nn.init.trunc_normal_(): rejection, whole tensors at a time. Where
 * [a, b] holds more than 0.3 of the normal: normal_() until all lie inside.
 * Else: uniform_() proposals, accepted against the density.
 * Learned from: torch/nn/init.py, 2.13.
 *
 * The test against the density compares with log_() of a tensor, which PyTorch
 * computes with an error below one unit in the last place. Only a comparison
 * depends on it: one decision in about 10^9 may differ in float32, none to be
 * expected in float64.
 */
#include <math.h>
#include <stdlib.h>

#include "math/glibc.h"
#include "math/sqrt.h"
#include "torch/draw.h"
#include "torch/frozen.h"
#include "torch/store.h"

typedef struct trunc_normal {
    ss_dtype dtype;
    double mean, std, a, b;
    double log_peak; /* log density at the mode, but for the constant */
    size_t n;
} trunc_normal;

/* erf(x) = 2 / sqrt(pi) * exp(-x^2) * sum of 2^i x^(2i + 1) / (2i + 1)!!; it
 * decides between the two ways only. */
static double error_function(double x)
{
    double term = x, sum = x;

    if (!(fabs(x) < 6))
        return x < 0 ? -1 : 1;
    for (int i = 1; i < 200; i++) {
        term *= 2 * x * x / (2 * i + 1);
        sum += term;
    }
    return 0x1.20dd750429b6dp+0 * ssi_glibc_exp(-x * x) * sum;
}

static double normal_cdf(double x)
{
    return (1.0 + error_function(x / ssi_sqrt(2.0))) / 2.0;
}

static bool outside(const trunc_normal *t, const void *values, size_t i)
{
    double x;

    ssi_torch_load(t->dtype, values, i, &x, 1);
    return x < ssi_torch_round(t->dtype, t->a)
           || x > ssi_torch_round(t->dtype, t->b);
}

static void copy(const ss_torch_generator *g, const trunc_normal *t, void *out,
                 const void *from, size_t i)
{
    double x;

    ssi_torch_load(t->dtype, from, i, &x, 1);
    ssi_torch_store(g, t->dtype, out, i, &x, 1);
}

static ss_status by_normals(ss_torch_generator *g, const trunc_normal *t,
                            void *out, void *fresh)
{
    bool again = true;
    ss_status status =
        ss_torch_normal_fill(g, t->dtype, t->mean, t->std, out, t->n);

    if (status != SS_OK)
        return status;
    for (;;) {
        again = false;
        for (size_t i = 0; i < t->n && !again; i++)
            again = outside(t, out, i);
        if (!again)
            return SS_OK;
        ss_torch_normal_fill(g, t->dtype, t->mean, t->std, fresh, t->n);
        for (size_t i = 0; i < t->n; i++)
            if (outside(t, out, i))
                copy(g, t, out, fresh, i);
    }
}

/* Whether uniform u rejects the proposal, each step rounded to the dtype. */
static bool rejects(const trunc_normal *t, const void *proposals,
                    const void *uniforms, size_t i)
{
    ss_dtype d = t->dtype;
    double x, u;

    ssi_torch_load(d, proposals, i, &x, 1);
    ssi_torch_load(d, uniforms, i, &u, 1);
    x = ssi_torch_round(d, x - ssi_torch_round(d, t->mean));
    x = ssi_torch_round(d, x / ssi_torch_scalar(d, t->std));
    x = ssi_torch_round(d, x * x);
    x = ssi_torch_round(d, x * -0.5);
    x = ssi_torch_round(d, x - ssi_torch_round(d, t->log_peak));
    return ssi_torch_round(d, ssi_glibc_log(u)) > x;
}

/* scratch: proposals, uniforms, and whether each value is still open. */
static ss_status by_uniforms(ss_torch_generator *g, const trunc_normal *t,
                             void *out, char *scratch)
{
    size_t size = t->n * ss_dtype_size(t->dtype);
    char *uniforms = scratch + size, *open = uniforms + size;
    bool again = true, first = true;

    while (again) {
        void *proposals = first ? out : scratch;
        ss_status status =
            ss_torch_uniform_fill(g, t->dtype, t->a, t->b, proposals, t->n);
        if (status != SS_OK)
            return status; /* the first time or never */
        ss_torch_rand_fill(g, t->dtype, uniforms, t->n);
        again = false;
        for (size_t i = 0; i < t->n; i++) {
            if (!first && !open[i])
                continue;
            if (!first)
                copy(g, t, out, scratch, i);
            open[i] = rejects(t, proposals, uniforms, i);
            again = again || open[i];
        }
        first = false;
    }
    return SS_OK;
}

ss_status ss_torch_trunc_normal_fill(ss_torch_generator *g, ss_dtype dtype,
                                     double mean, double std, double a,
                                     double b, void *out, size_t n)
{
    trunc_normal t = {dtype, mean, std, a, b, 0, n};
    size_t itemsize = ss_dtype_size(dtype);
    double mode, p;
    ss_status status;
    char *scratch;

    if (!ssi_torch_is_float(dtype))
        return SS_ERR_DTYPE;
    if (ssi_torch_before(g, 21200))
        return SS_ERR_TORCH_OLD_TRUNC_NORMAL;
    if (std == 0)
        return SS_ERR_PYTHON_FLOAT_DIVISION;
    if (n > (SIZE_MAX - 1) / (2 * itemsize + 1))
        return SS_ERR_MEMORY;
    scratch = malloc(n * (2 * itemsize + 1) + 1);
    if (scratch == NULL)
        return SS_ERR_MEMORY;
    mode = mean < b ? mean : b;
    mode = mode > a ? mode : a;
    p = normal_cdf((b - mean) / std) - normal_cdf((a - mean) / std);
    t.log_peak = -0.5 * ssi_glibc_pow((mode - mean) / std, 2.0);
    status = p > 0.3 ? by_normals(g, &t, out, scratch)
                     : by_uniforms(g, &t, out, scratch);
    free(scratch);
    return status;
}
