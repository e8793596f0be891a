/* SPDX-License-Identifier: MIT
 * Variances: Welford's recurrence along axes, two passes over all elements.
 * Learned from: PyTorch 2.13.0 (aten/src/ATen/native/SharedReduceOps.h,
 * ReduceOps.cpp: std_var_all_cpu).
 */
#include <string.h>

#include "array/half.h"
#include "math/fma.h"
#include "math/sqrt.h"
#include "torch/reduce.h"

static double load(ss_dtype dtype, const char *p)
{
    uint16_t h;
    float f;
    double d;

    switch (dtype) {
    case SS_FLOAT64:
        memcpy(&d, p, sizeof d);
        return d;
    case SS_FLOAT32:
        memcpy(&f, p, sizeof f);
        return (double)f;
    default:
        memcpy(&h, p, sizeof h);
        return dtype == SS_FLOAT16 ? ssi_half_to_double(h)
                                   : ssi_bfloat16_to_double(h);
    }
}

static void store(ss_dtype dtype, char *p, double x)
{
    float f = (float)x;
    uint16_t h;

    if (dtype == SS_FLOAT64) {
        memcpy(p, &x, sizeof x);
    } else if (dtype == SS_FLOAT32) {
        memcpy(p, &f, sizeof f);
    } else {
        h = dtype == SS_FLOAT16 ? ssi_float_to_half(f)
                                : ssi_float_to_bfloat16(f);
        memcpy(p, &h, sizeof h);
    }
}

typedef struct moments {
    double mean, m2;
    size_t n;
    bool narrow, fused;
} moments;

static double step(const moments *m, double x)
{
    return m->narrow ? (double)(float)x : x;
}

static void observe(moments *m, double x)
{
    double delta = step(m, x - m->mean), rest;

    m->n++;
    m->mean = step(m, m->mean + step(m, delta / step(m, (double)m->n)));
    rest = step(m, x - m->mean);
    if (!m->fused)
        m->m2 = step(m, m->m2 + step(m, delta * rest));
    else if (m->narrow)
        m->m2 = (double)ssi_fmaf((float)delta, (float)rest, (float)m->m2);
    else
        m->m2 = ssi_fma(delta, rest, m->m2);
}

/* The address moves over axes from to end - 1, the first the fastest; false
 * when it is back at the start. */
static bool advance(const ssi_torch_plan *p, uint32_t from, uint32_t end,
                    size_t *index, const char **in, char **out)
{
    for (uint32_t i = from; i < end; i++) {
        *in += p->in[i];
        if (out)
            *out += p->out[i];
        if (++index[i] < p->shape[i])
            return true;
        *in -= (ptrdiff_t)p->shape[i] * p->in[i];
        if (out)
            *out -= (ptrdiff_t)p->shape[i] * p->out[i];
        index[i] = 0;
    }
    return false;
}

static double project(const moments *m, double correction, bool root)
{
    double n = step(m, (double)m->n), divisor, var;

    correction = step(m, correction);
    divisor = n > correction ? step(m, n - correction) : 0;
    var = step(m, m->m2 / divisor);
    return root ? step(m, ssi_sqrt(var)) : var;
}

void ssi_torch_variance_axes(const ssi_torch_plan *plan,
                             ss_torch_capability capability, ss_dtype dtype,
                             const void *data, double correction, bool root,
                             void *result)
{
    size_t index[SS_ARRAY_MAX_DIMS] = {0};
    const char *in = data;
    char *out = result;

    do {
        moments m = {.narrow = dtype <= SS_BFLOAT16,
                     .fused = capability == SS_TORCH_AARCH64};
        do
            observe(&m, load(dtype, in));
        while (advance(plan, 0, plan->reduced, index, &in, NULL));
        store(dtype, out, project(&m, correction, root));
    } while (advance(plan, plan->reduced, plan->ndim, index, &in, &out));
}

double ssi_torch_variance_of_all(const ssi_torch_plan *plan, ss_dtype dtype,
                                 const void *data, double mean,
                                 double correction, bool root)
{
    size_t index[SS_ARRAY_MAX_DIMS] = {0}, n = 1;
    uint32_t inner = plan->ndim < 2 ? plan->ndim : 2;
    const char *in = data;
    double sum = 0, var;

    for (uint32_t i = 0; i < plan->ndim; i++)
        n *= plan->shape[i];
    do {
        double part = 0;
        do {
            double dx = load(dtype, in) - mean;
            part += dx * dx;
        } while (advance(plan, 0, inner, index, &in, NULL));
        sum += part;
    } while (advance(plan, inner, plan->ndim, index, &in, NULL));
    var = (double)n > correction ? (double)n - correction : 0;
    var = sum / var;
    return root ? ssi_sqrt(var) : var;
}
