/* SPDX-License-Identifier: MIT
 * Generator's distributions of vectors, and permuted.
 * Learned from: numpy/random/_generator.pyx,
 * src/distributions/random_mvhg_count.c and random_mvhg_marginals.c, 2.4.
 */
#include <stdlib.h>
#include <string.h>

#include "dist/binomial.h"
#include "dist/bounded.h"
#include "dist/shuffle.h"
#include "numpy/generator_bitgen.h"
#include "numpy/generator_draws.h"
#include "numpy/generator_releases.h"

#define MARGINALS_END 1000000000
#define COUNT_MAX (INT64_MAX / 8)
#define STICK 0.1 /* smaller alpha: gammas could all be 0 */

ss_status ss_numpy_generator_multinomial_check(int64_t n, const double *pvals,
                                               size_t k)
{
    return k == 0 ? SS_ERR_NUMPY_PVALS_EMPTY
                  : ss_numpy_multinomial_check(n, pvals, k);
}

ss_status ss_numpy_generator_multinomial_fill(ss_numpy_generator *g, int64_t n,
                                              const double *pvals, size_t k,
                                              int64_t *out, size_t rows)
{
    ss_status status = ss_numpy_generator_multinomial_check(n, pvals, k);

    for (size_t row = 0; row < rows && status == SS_OK; row++)
        ssi_multinomial(&g->bitgen, n, pvals, k, out + row * k, &g->binomial,
                        ssi_generator_binomial_of(g->release));
    return status;
}

ss_status ss_numpy_generator_multivariate_hypergeometric_check(
    const int64_t *colors, size_t k, int64_t nsample,
    ss_numpy_mvhg_method method)
{
    int64_t total = 0;
    bool overflow = false;

    if (nsample < 0)
        return SS_ERR_NUMPY_MVHG_NSAMPLE;
    for (size_t i = 0; i < k; i++)
        if (colors[i] < 0)
            return SS_ERR_NUMPY_MVHG_COLORS;
    for (size_t i = 0; i < k && !overflow; i++) {
        overflow = colors[i] > INT64_MAX - total;
        total += overflow ? 0 : colors[i];
    }
    if (overflow)
        return SS_ERR_NUMPY_MVHG_SUM;
    if (method == SS_NUMPY_MARGINALS && total >= MARGINALS_END)
        return SS_ERR_NUMPY_MVHG_MARGINALS;
    if (method == SS_NUMPY_COUNT && total > COUNT_MAX)
        return SS_ERR_NUMPY_MVHG_COUNT;
    return nsample > total ? SS_ERR_NUMPY_MVHG_LARGE : SS_OK;
}

struct urn {
    const int64_t *colors;
    size_t k;
    int64_t total, nsample; /* nsample is at most half of total */
};

static void marginals(ss_bitgen *bitgen, const struct urn *urn, int64_t *out)
{
    int64_t left = urn->nsample, remaining = urn->total;

    for (size_t j = 0; left > 0 && j + 1 < urn->k; j++) {
        remaining -= urn->colors[j];
        out[j] = ssi_generator_hypergeometric(bitgen, urn->colors[j], remaining,
                                              left);
        left -= out[j];
    }
    if (left > 0)
        out[urn->k - 1] = left;
}

/* The head of a shuffle of the items, whose order stays as it becomes. */
static void count(ss_bitgen *bitgen, const struct urn *urn, size_t *items,
                  int64_t *out)
{
    size_t n = (size_t)urn->nsample, total = (size_t)urn->total;

    for (size_t j = 0; j < n; j++) {
        size_t at = j + (size_t)ssi_interval(bitgen, total - j - 1);
        size_t item = items[at];
        items[at] = items[j];
        items[j] = item;
        out[item]++;
    }
}

static size_t *lay_out(const struct urn *urn)
{
    size_t *items = (uint64_t)urn->total > SIZE_MAX / sizeof *items
                        ? NULL
                        : malloc((size_t)urn->total * sizeof *items);
    size_t at = 0;

    for (size_t i = 0; items && i < urn->k; i++)
        for (int64_t j = 0; j < urn->colors[i]; j++)
            items[at++] = i;
    return items;
}

ss_status ssi_generator_multivariate_hypergeometric_fill(
    ss_bitgen *bitgen, const int64_t *colors, size_t k, int64_t nsample,
    ss_numpy_mvhg_method method, int64_t *out, size_t rows)
{
    struct urn urn = {colors, k, 0, nsample};
    size_t *items = NULL;
    bool complement;
    ss_status status = ss_numpy_generator_multivariate_hypergeometric_check(
        colors, k, nsample, method);

    if (status != SS_OK)
        return status;
    for (size_t i = 0; i < k; i++)
        urn.total += colors[i];
    if (method == SS_NUMPY_COUNT && nsample > 0 && rows > 0
        && !(items = lay_out(&urn)))
        return SS_ERR_MEMORY;
    complement = nsample > urn.total / 2;
    urn.nsample = complement ? urn.total - nsample : nsample;
    for (size_t row = 0; row < rows; row++, out += k) {
        for (size_t i = 0; i < k; i++)
            out[i] = 0;
        if (items)
            count(bitgen, &urn, items, out);
        else if (k > 0)
            marginals(bitgen, &urn, out);
        for (size_t i = 0; complement && i < k; i++)
            out[i] = colors[i] - out[i];
    }
    free(items);
    return SS_OK;
}

ss_status ss_numpy_generator_dirichlet_check(const double *alpha, size_t k)
{
    for (size_t i = 0; i < k; i++)
        if (alpha[i] < 0)
            return SS_ERR_NUMPY_ALPHA_NEGATIVE;
    return SS_OK;
}

/* Each beta breaks off what alpha[j] has of the rest, which is the sum from j
 * on, right to left. */
static void break_stick(ss_bitgen *bitgen, const double *alpha, size_t k,
                        double *out, ssi_generator_beta_fn beta)
{
    double left = 1.0;

    for (size_t j = k; j-- > 0;)
        out[j] = (j + 1 < k ? out[j + 1] : 0.0) + alpha[j];
    if (!(out[0] > 0)) {
        memset(out, 0, k * sizeof *out);
        return;
    }
    for (size_t j = 0; j + 1 < k; j++) {
        double rest = out[j + 1];
        double v = beta(bitgen, alpha[j], rest);
        out[j] = left * v;
        left *= 1.0 - v;
        if (rest == 0) {
            memset(out + j + 1, 0, (k - j - 1) * sizeof *out);
            break;
        }
    }
    out[k - 1] = left;
}

static void gammas(ss_bitgen *bitgen, const double *alpha, size_t k,
                   double *out, ssi_generator_gamma_fn gamma)
{
    double sum = 0.0, inverse;

    for (size_t i = 0; i < k; i++) {
        out[i] = gamma(bitgen, alpha[i]);
        sum = sum + out[i];
    }
    inverse = 1. / sum; /* and not a division each */
    for (size_t i = 0; i < k; i++)
        out[i] = out[i] * inverse;
}

ss_status ssi_generator_dirichlet_fill(ss_bitgen *bitgen,
                                       ss_numpy_release release,
                                       const double *alpha, size_t k,
                                       double *out, size_t rows)
{
    ss_status status = ssi_is_before(release, 12500)
                           ? ss_numpy_dirichlet_check(alpha, k)
                           : ss_numpy_generator_dirichlet_check(alpha, k);
    ssi_generator_beta_fn beta = ssi_generator_beta_of(release);
    ssi_generator_gamma_fn gamma = ssi_generator_gamma_of(release);
    bool stick = !ssi_is_before(release, 11900);

    for (size_t i = 0; i < k; i++)
        stick = stick && alpha[i] < STICK; /* not where there is a NaN */
    for (; rows > 0 && k > 0 && status == SS_OK; rows--, out += k) {
        if (stick)
            break_stick(bitgen, alpha, k, out, beta);
        else
            gammas(bitgen, alpha, k, out, gamma);
    }
    return status;
}

ss_status ssi_generator_permuted(ss_bitgen *bitgen, const ss_array *x,
                                 uint32_t axis)
{
    size_t index[SS_ARRAY_MAX_DIMS] = {0};
    char *lane = x->data;
    uint32_t d;

    if (axis >= x->ndim)
        return SS_ERR_ARGUMENT;
    if (ss_array_size(x) == 0)
        return SS_OK;
    do {
        ssi_shuffle(bitgen, lane, x->shape[axis], x->itemsize,
                    x->strides[axis]);
        for (d = x->ndim; d-- > 0;) { /* the next lane, the last axis first */
            if (d == axis)
                continue;
            lane += x->strides[d];
            if (++index[d] < x->shape[d])
                break;
            lane -= (ptrdiff_t)x->shape[d] * x->strides[d];
            index[d] = 0;
        }
    } while (d != UINT32_MAX);
    return SS_OK;
}
