/* SPDX-License-Identifier: MIT
 * torch.multinomial(). One sample, or without replacement: the weights over
 * exponentials, the largest first, so that every weight takes two words. With
 * replacement: a search in the cumulative sums, two words a sample.
 * Learned from: aten/src/ATen/native/Distributions.cpp, multinomial_out, and
 * native/cpu/MultinomialKernel.cpp, 2.13.
 */
#include <math.h>
#include <stdlib.h>

#include "torch/draw.h"
#include "torch/frozen.h"
#include "torch/store.h"
#include "torch/topk.h"

#define MOST_CATEGORIES ((size_t)1 << 24)
#define BLOCK SSI_TORCH_DOUBLES

/* The rows of weights. */
typedef struct weights {
    ss_dtype dtype;
    const void *p;
    size_t rows, columns;
} weights;

/* As the path without replacement checks: the whole tensor, then the rows. */
static ss_status check_whole(const weights *w)
{
    bool zero_row = false;
    double x;

    for (size_t i = 0; i < w->rows * w->columns; i++) {
        ssi_torch_load(w->dtype, w->p, i, &x, 1);
        if (!(x >= 0 && x < INFINITY))
            return SS_ERR_TORCH_PROBS;
    }
    for (size_t row = 0; row < w->rows; row++) {
        bool zero = true;
        for (size_t i = 0; i < w->columns && zero; i++) {
            ssi_torch_load(w->dtype, w->p, row * w->columns + i, &x, 1);
            zero = x == 0;
        }
        zero_row = zero_row || zero;
    }
    return zero_row ? SS_ERR_TORCH_PROBS_SUM : SS_OK;
}

/* As the path with replacement meets them, row by row. */
static ss_status check_rows(const weights *w)
{
    for (size_t row = 0; row < w->rows; row++) {
        bool zero = true;
        for (size_t i = 0; i < w->columns; i++) {
            double x;
            ssi_torch_load(w->dtype, w->p, row * w->columns + i, &x, 1);
            if (!(x >= 0))
                return SS_ERR_TORCH_PROBS_NEGATIVE;
            if (!(x < INFINITY))
                return SS_ERR_TORCH_PROBS_FINITE;
            zero = zero && x == 0;
        }
        if (zero)
            return SS_ERR_TORCH_PROBS_SUM;
    }
    return SS_OK;
}

/* weight / Exp(1), both and the quotient in the weights' dtype. */
static void race(ss_torch_generator *g, const weights *w, size_t row,
                 ssi_torch_pair *pairs)
{
    double weight[BLOCK], wait[BLOCK];

    for (size_t i = 0; i < w->columns;) {
        size_t left = w->columns - i, take = left < BLOCK ? left : BLOCK;
        ssi_torch_load(w->dtype, w->p, row * w->columns + i, weight, take);
        ss_torch_exponential_fill(g, SS_FLOAT64, 1, wait, take);
        for (size_t j = 0; j < take; j++, i++) {
            double divisor = ssi_torch_round(w->dtype, wait[j]);
            pairs[i].value = ssi_torch_round(w->dtype, weight[j] / divisor);
            pairs[i].index = (int64_t)i;
        }
    }
}

/* The first of the largest, a NaN being larger than all. */
static int64_t argmax(const ssi_torch_pair *pairs, size_t n)
{
    size_t best = 0;

    for (size_t i = 1; i < n && pairs[best].value == pairs[best].value; i++)
        if (!(pairs[i].value <= pairs[best].value))
            best = i;
    return pairs[best].index;
}

static ss_status without_replacement(ss_torch_generator *g, const weights *w,
                                     size_t samples, int64_t *out)
{
    ssi_torch_pair *pairs = malloc(w->columns * sizeof *pairs);

    if (pairs == NULL)
        return SS_ERR_MEMORY;
    for (size_t row = 0; row < w->rows; row++, out += samples) {
        race(g, w, row, pairs);
        if (samples == 1) {
            out[0] = argmax(pairs, w->columns);
            continue;
        }
        ssi_torch_topk(pairs, w->columns, samples);
        for (size_t i = 0; i < samples; i++)
            out[i] = pairs[i].index;
    }
    free(pairs);
    return SS_OK;
}

/* Sums in the dtype, for the 16-bit ones in float, over the total. */
static void accumulate(const weights *w, size_t row, double *sums)
{
    double sum = 0;

    for (size_t i = 0; i < w->columns; i++) {
        double x;
        ssi_torch_load(w->dtype, w->p, row * w->columns + i, &x, 1);
        sum = ssi_torch_scalar(w->dtype, sum + x);
        sums[i] = sum;
    }
    for (size_t i = 0; i < w->columns; i++)
        sums[i] = ssi_torch_scalar(w->dtype, sums[i] / sum);
    sums[w->columns - 1] = 1;
}

/* PyTorch's bisection; its answer is the first sum that is not below u only
 * while the sums rise, which the last one, set to 1, may break. */
static int64_t search(const double *sums, size_t n, double u)
{
    size_t low = 0, high = n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sums[middle] < u)
            low = middle + 1;
        else
            high = middle;
    }
    return (int64_t)low;
}

static ss_status with_replacement(ss_torch_generator *g, const weights *w,
                                  size_t samples, int64_t *out)
{
    double *sums = malloc(w->columns * sizeof *sums);

    if (sums == NULL)
        return SS_ERR_MEMORY;
    for (size_t row = 0; row < w->rows; row++, out += samples) {
        accumulate(w, row, sums);
        for (size_t i = 0; i < samples; i++)
            out[i] = search(sums, w->columns, ssi_torch_u53(g));
    }
    free(sums);
    return SS_OK;
}

ss_status ss_torch_multinomial_fill(ss_torch_generator *g, ss_dtype dtype,
                                    const void *p, size_t rows,
                                    size_t categories, int64_t samples,
                                    bool replacement, int64_t *out)
{
    weights w = {dtype, p, rows, categories};
    bool race_path =
        !replacement || (samples == 1 && !ssi_torch_before(g, 20000));
    ss_status status;

    if (!ssi_torch_is_float(dtype))
        return SS_ERR_DTYPE;
    if (samples <= 0)
        return SS_ERR_TORCH_SAMPLES;
    if (!replacement && (uint64_t)samples > categories)
        return SS_ERR_TORCH_SAMPLES_MANY;
    if (categories > MOST_CATEGORIES)
        return SS_ERR_TORCH_CATEGORIES;
    if (rows == 0)
        return SS_OK;
    if (categories == 0)
        return race_path ? SS_ERR_TORCH_PROBS_EMPTY : SS_ERR_TORCH_PROBS_SUM;
    status = race_path ? check_whole(&w) : check_rows(&w);
    if (status != SS_OK)
        return status;
    if (race_path && ssi_torch_has_mkl(g) && !ssi_torch_before(g, 20000))
        return SS_ERR_TORCH_OLD_EXPONENTIAL;
    if (race_path)
        return without_replacement(g, &w, (size_t)samples, out);
    return with_replacement(g, &w, (size_t)samples, out);
}
