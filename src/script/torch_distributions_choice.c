/* SPDX-License-Identifier: MIT
 * torch.distributions: Categorical, and Multinomial and OneHotCategorical,
 * which count and spread its draws.
 * Learned from: PyTorch 2.13.0 (torch/distributions/categorical.py) by
 * experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "math/glibc.h"
#include "script/torch_distributions.h"
#include "torch/draw.h"
#include "torch/frozen.h"
#include "torch/store.h"
#include "torch/sum.h"

/* --- rows of probabilities --- */
static size_t columns_of(const ss_array *a)
{
    return a->shape[a->ndim - 1];
}

static size_t rows_of(const ss_array *a)
{
    return columns_of(a) ? ss_array_size(a) / columns_of(a) : 0;
}

/* Row k into values; its sum. */
static double row_sum(ss_session *s, const ss_array *a, size_t k,
                      double *values)
{
    size_t n = columns_of(a);
    ssi_torch_load(a->dtype, a->data, k * n, values, n);
    return ssi_torch_sum(&s->torch_random, a->dtype, values, n);
}

bool ssi_distribution_normalize(ss_session *s, ss_array *rows)
{
    size_t n = columns_of(rows);
    if (n >= 32768)
        return ssi_unsupported(s, "Categorical of 32768 categories or more");
    double *values = malloc((n ? n : 1) * sizeof *values);
    if (!values)
        return ssi_raise_memory(s);
    for (size_t k = 0; k < rows_of(rows); k++) {
        double sum = row_sum(s, rows, k, values);
        for (size_t i = 0; i < n; i++)
            values[i] = ssi_torch_round(rows->dtype, values[i] / sum);
        ssi_torch_store(&s->torch_random, rows->dtype, rows->data, k * n,
                        values, n);
    }
    free(values);
    return true;
}

bool ssi_distribution_is_simplex(ss_session *s, const ss_array *rows, size_t k)
{
    size_t n = columns_of(rows);
    double *values = malloc(n * sizeof *values);
    double limit = ssi_torch_scalar(rows->dtype, 1e-6), off;
    bool ok = values != NULL;
    if (!ok)
        return ssi_raise_memory(s);
    off = ssi_torch_round(rows->dtype, row_sum(s, rows, k, values) - 1);
    for (size_t i = 0; i < n; i++)
        ok = ok && values[i] >= 0;
    free(values);
    return ok && off < limit && off > -limit;
}

/* --- logits: what PyTorch's last bits cannot change ---
 * Its logsumexp() takes exp() and log() of its BLAS, so probs are known but
 * for some units in their last place. A draw that these could change is
 * refused; by chance that is one in some 100,000 draws of float32. */
typedef struct softmax {
    size_t n;
    double *p;   /* cumulative, or each */
    double *off; /* how far PyTorch's may be from that */
} softmax;

static void softmax_row(const ss_array *a, size_t k, softmax *x)
{
    const double unit = a->dtype == SS_FLOAT64 ? 0x1p-52 : 0x1p-23;
    double most = ssi_distribution_at(a, k * x->n), total = 0, far = 0;
    for (size_t i = 0; i < x->n; i++) {
        double logit = ssi_distribution_at(a, k * x->n + i);
        most = logit > most ? logit : most;
        if (logit - logit == 0 && (logit < 0 ? -logit : logit) > far)
            far = logit < 0 ? -logit : logit;
    }
    for (size_t i = 0; i < x->n; i++) {
        double logit = ssi_distribution_at(a, k * x->n + i);
        x->p[i] = ssi_glibc_exp(logit - most);
        x->off[i] = (4 * far + 2 * (most - logit) + 16) * unit;
        total += x->p[i];
    }
    for (size_t i = 0; i < x->n; i++) {
        x->p[i] /= total;
        x->off[i] = x->p[i] > 0 ? x->off[i] * x->p[i] : 0;
    }
}

/* The category of u; false: it cannot be told. */
static bool search(const softmax *x, double u, double unit, int64_t *out)
{
    double sum = 0, off = (double)(x->n + 4) * unit, total = 0;
    size_t i = 0;
    for (size_t k = 0; k < x->n; k++)
        total += x->off[k];
    off += 2 * total;
    for (; i + 1 < x->n; i++) {
        sum += x->p[i];
        if (sum - u < off && u - sum < off && x->p[i] > 0)
            return false;
        if (!(sum < u))
            break;
    }
    *out = (int64_t)i;
    return true;
}

/* The largest of p / Exp(1). */
static bool race(const softmax *x, ss_torch_generator *g, ss_dtype dtype,
                 int64_t *out)
{
    double best = -1, best_off = 0;
    bool sure = true;
    for (size_t i = 0; i < x->n; i++) {
        double wait, value, off;
        ss_torch_exponential_fill(g, SS_FLOAT64, 1, &wait, 1);
        wait = ssi_torch_round(dtype, wait);
        value = x->p[i] / wait;
        off = x->off[i] / wait + value * 0x1p-22;
        if (value - off > best + best_off) {
            best = value;
            best_off = off;
            *out = (int64_t)i;
            sure = true;
        } else if (value + off >= best - best_off && x->p[i] > 0) {
            sure = false;
            if (value > best) {
                best = value;
                best_off = off;
            }
        }
    }
    return sure;
}

static bool choose_logits(ss_session *s, const ss_array *a, int64_t samples,
                          int64_t *out)
{
    softmax x = {.n = columns_of(a)};
    ss_torch_generator *g = &s->torch_random;
    const double unit = a->dtype == SS_FLOAT64 ? 0x1p-52 : 0x1p-23;
    bool sure = true;
    x.p = malloc(x.n * 2 * sizeof *x.p);
    if (!x.p)
        return ssi_raise_memory(s);
    x.off = x.p + x.n;
    for (size_t k = 0; sure && k < rows_of(a); k++) {
        softmax_row(a, k, &x);
        for (int64_t i = 0; sure && i < samples; i++, out++)
            sure = samples == 1 ? race(&x, g, a->dtype, out)
                                : search(&x, ssi_torch_u53(g), unit, out);
    }
    free(x.p);
    return sure
           || ssi_unsupported(s, "Categorical with logits: a draw that the "
                                 "last bits of PyTorch's log() decide; probs= "
                                 "is supported");
}

/* samples draws of each row, one row after the other. */
static bool choose(ss_session *s, ssi_distribution *d, int64_t samples,
                   int64_t *out)
{
    ss_status status;
    if (d->values[0].tag == SSI_NONE && samples > 0) {
        if (ssi_torch_has_mkl(&s->torch_random))
            return ssi_unsupported(s, "Categorical with logits in the "
                                      "profile's PyTorch, before 2.7; probs= "
                                      "is, but for one sample");
        d->probs_shown = true;
        return choose_logits(s, ssi_array_of(d->values[1]), samples, out);
    }
    const ss_array *p = ssi_array_of(d->values[d->values[0].tag == SSI_NONE]);
    status = ss_torch_multinomial_fill(&s->torch_random, p->dtype, p->data,
                                       rows_of(p), columns_of(p), samples, true,
                                       out);
    return status == SS_OK || ssi_raise_status(s, status);
}

/* --- the samples --- */
static size_t count_of(const ssi_shape *shape)
{
    size_t n = 1;
    for (uint32_t i = 0; i < shape->ndim; i++)
        n *= shape->dims[i];
    return n;
}

/* The draws of a row lie next to each other: as PyTorch's result, a transposed
 * view, strides and all. */
static void transpose(ss_array *a, size_t sample_axes, size_t samples)
{
    ptrdiff_t stride = (ptrdiff_t)a->itemsize;
    for (size_t i = sample_axes; i-- > 0;) {
        a->strides[i] = stride;
        stride *= (ptrdiff_t)a->shape[i];
    }
    stride = (ptrdiff_t)(a->itemsize * samples);
    for (size_t i = a->ndim; i-- > sample_axes;) {
        a->strides[i] = stride;
        stride *= (ptrdiff_t)a->shape[i];
    }
}

/* Multinomial: draw t of sample i is draw t * samples + i of its row. */
static void count(const ssi_distribution *d, ss_array *out,
                  const int64_t *drawn, size_t samples)
{
    size_t n = columns_of(out), rows = rows_of(out) / samples;
    size_t total = d->id == SSI_MULTINOMIAL_DIST ? (size_t)d->total : 1;
    for (size_t row = 0; row < rows; row++)
        for (size_t t = 0; t < total; t++)
            for (size_t i = 0; i < samples; i++) {
                int64_t which = drawn[(row * total + t) * samples + i];
                size_t at = (i * rows + row) * n + (size_t)which;
                if (out->dtype == SS_FLOAT64)
                    ((double *)out->data)[at]++;
                else
                    ((float *)out->data)[at]++;
            }
}

static bool choose_counts(ss_session *s, ssi_distribution *d,
                          const ssi_shape *sample, const ssi_shape *shape,
                          ssi_value *out)
{
    const ss_array *p = ssi_array_of(d->values[d->values[0].tag == SSI_NONE]);
    size_t samples = count_of(sample);
    size_t total = d->id == SSI_MULTINOMIAL_DIST ? (size_t)d->total : 1;
    ssi_shape flat = {.ndim = 3, .dims = {rows_of(p), total, samples}};
    ssi_value drawn;
    if (total > 0 && samples > (size_t)1 << 40)
        return ssi_unsupported(s, "as many samples as this");
    if (!ssi_new_tensor(s, SS_INT64, &flat, &drawn))
        return false;
    bool ok = choose(s, ssi_distribution_of(d->inner[0]),
                     (int64_t)(total * samples), ssi_array_of(drawn)->data)
              && ssi_new_tensor(s, p->dtype, shape, out);
    if (ok && samples)
        count(d, ssi_array_of(*out), ssi_array_of(drawn)->data, samples);
    ssi_release(s, drawn);
    return ok;
}

bool ssi_distribution_choose(ss_session *s, ssi_distribution *d,
                             const ssi_shape *sample, ssi_value *out)
{
    ssi_shape batch, event, shape;
    ssi_distribution_shapes(d, &batch, &event);
    if (!ssi_distribution_extend(s, sample, &batch, &event, &shape))
        return false;
    if (d->id != SSI_CATEGORICAL_DIST)
        return choose_counts(s, d, sample, &shape, out);
    if (!ssi_new_tensor(s, SS_INT64, &shape, out))
        return false;
    size_t samples = count_of(sample);
    if (!choose(s, d, (int64_t)samples, ssi_array_of(*out)->data)) {
        ssi_release(s, *out);
        return false;
    }
    transpose(ssi_array_of(*out), sample->ndim, samples);
    return true;
}
