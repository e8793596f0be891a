/* SPDX-License-Identifier: MIT
 * torch.nn.functional.dropout, alpha_dropout and rrelu in training. Dropout
 * takes two words a value, and none for p == 0 and p == 1.
 * Learned from: aten/src/ATen/native/Dropout.cpp, Activation.cpp, 2.13.
 */
#include "math/sqrt.h"
#include "torch/coins.h"
#include "torch/contract.h"
#include "torch/draw.h"
#include "torch/frozen.h"
#include "torch/store.h"

#define BLOCK SSI_TORCH_DOUBLES

/* Each operation of a tensor rounds to its dtype. */
typedef struct dropout {
    ss_dtype dtype;
    double p;
    bool alpha;
    bool fused;     /* contracted scalar expressions */
    double divisor; /* 1 - p as the dtype's division takes it */
} dropout;

static double multiply(const dropout *d, double a, double b)
{
    return ssi_torch_round(d->dtype, a * b);
}

/* x * noise / (1 - p), noise scaled first. */
static double plain(const dropout *d, double x, double kept)
{
    return multiply(d, x, ssi_torch_round(d->dtype, kept / d->divisor));
}

/* a * x where kept, the constant where not, plus the shift of both: the mean
 * and variance of SELU stay. */
static double scaled(const dropout *d, double x, double kept)
{
    const double alpha = 1.7580993408473766;
    double a, scale, shift, base, slope;

    a = ssi_torch_mul_add(d->fused, alpha * alpha, d->p, 1) * (1 - d->p);
    a = 1.0 / ssi_sqrt(a);
    scale = ssi_torch_scalar(d->dtype, alpha * a);
    shift = ssi_torch_round(d->dtype, alpha * a * d->p);
    base = multiply(d, kept - 1, scale);
    base = ssi_torch_round(d->dtype, base + shift);
    slope = multiply(d, kept, ssi_torch_scalar(d->dtype, a));
    return ssi_torch_round(d->dtype, multiply(d, x, slope) + base);
}

static ss_status check(ss_dtype dtype, double p)
{
    if (!(p >= 0 && p <= 1))
        return SS_ERR_TORCH_DROPOUT;
    return ssi_torch_is_float(dtype) ? SS_OK : SS_ERR_DTYPE;
}

/* x NULL: ones. */
static void load(ss_dtype dtype, const void *x, size_t first, double *values,
                 size_t n)
{
    if (x != NULL) {
        ssi_torch_load(dtype, x, first, values, n);
        return;
    }
    for (size_t i = 0; i < n; i++)
        values[i] = 1;
}

static ss_status fill(ss_torch_generator *g, const dropout *d, const void *x,
                      void *out, size_t n)
{
    double values[BLOCK], kept[BLOCK];
    bool draws = n > 0 && d->p != 0 && d->p != 1;
    ssi_torch_coins coins;

    if (draws) {
        ss_status status = ssi_torch_coins_start(&coins, g, 1 - d->p);
        if (status != SS_OK)
            return status;
    }
    for (size_t i = 0; i < n;) {
        size_t take = n - i < BLOCK ? n - i : BLOCK;
        load(d->dtype, x, i, values, take);
        if (draws)
            ssi_torch_coins_fill(&coins, kept, take);
        for (size_t j = 0; j < take && d->p != 0; j++) {
            if (d->p == 1)
                values[j] *= 0; /* the sign of 0, and NaN, stay */
            else if (d->alpha)
                values[j] = scaled(d, values[j], kept[j]);
            else
                values[j] = plain(d, values[j], kept[j]);
        }
        ssi_torch_store(g, d->dtype, out, i, values, take);
        i += take;
    }
    return SS_OK;
}

ss_status ss_torch_dropout_fill(ss_torch_generator *g, ss_dtype dtype, double p,
                                const void *x, void *out, size_t n)
{
    double keep = ssi_torch_before(g, 20100) ? ssi_torch_round(dtype, 1 - p)
                                             : ssi_torch_scalar(dtype, 1 - p);
    dropout d = {dtype, p, false, ssi_torch_fused_all(g), keep};
    ss_status status = check(dtype, p);

    return status == SS_OK ? fill(g, &d, x, out, n) : status;
}

ss_status ss_torch_alpha_dropout_fill(ss_torch_generator *g, ss_dtype dtype,
                                      double p, const void *x, void *out,
                                      size_t n)
{
    dropout d = {dtype, p, true, ssi_torch_fused_all(g), 0};
    ss_status status = check(dtype, p);

    return status == SS_OK ? fill(g, &d, x, out, n) : status;
}

ss_status ss_torch_rrelu_fill(ss_torch_generator *g, ss_dtype dtype,
                              double lower, double upper, const void *x,
                              void *out, size_t n)
{
    bool fused = ssi_torch_fused_all(g);
    double (*narrow)(ss_dtype, double) =
        ssi_torch_before(g, 20100) ? ssi_torch_round : ssi_torch_scalar;
    double from = narrow(dtype, lower), to = narrow(dtype, upper);

    if (!(lower <= upper))
        return SS_ERR_TORCH_RRELU;
    if (!ssi_torch_is_float(dtype) || dtype == SS_FLOAT16)
        return SS_ERR_DTYPE;
    for (size_t i = 0; i < n; i++) {
        double value;
        ssi_torch_load(dtype, x, i, &value, 1);
        if (value <= 0) {
            double slope =
                ssi_torch_mul_add(fused, ssi_torch_u53(g), to - from, from);
            value *= narrow(dtype, slope);
        }
        ssi_torch_store(g, dtype, out, i, &value, 1);
    }
    return SS_OK;
}
