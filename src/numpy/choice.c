/* SPDX-License-Identifier: MIT
 * choice, as indices into the population.
 * Learned from: numpy/random/mtrand.pyx, 2.4. Which duplicate of a round
 * without replacement stays, and that a sum is taken left to right, decides
 * streams.
 */
#include <sameseed/numpy.h>

#include <stdlib.h>
#include <string.h>

#include "numpy/sums.h"

#define BLOCK 256
#define MAX_CELLS 65536

static double tolerance(ss_dtype dtype)
{
    if (dtype == SS_FLOAT16)
        return 0x1p-5; /* the roots of their machine epsilons */
    return dtype == SS_FLOAT32 ? 0x1.6a09e6p-12 : 0x1p-26;
}

static ss_status check_p(const double *p, size_t pop, ss_dtype dtype)
{
    double sum = ssi_numpy_kahan_sum(p, pop), off;

    if (sum != sum)
        return SS_ERR_NUMPY_P_NAN;
    for (size_t i = 0; i < pop; i++)
        if (p[i] < 0)
            return SS_ERR_NUMPY_P_NEGATIVE;
    off = sum - 1.0 < 0 ? 1.0 - sum : sum - 1.0;
    return off > tolerance(dtype) ? SS_ERR_NUMPY_P_SUM : SS_OK;
}

static ss_status check(int64_t pop, bool replace, const double *p,
                       ss_dtype dtype, size_t n)
{
    ss_status status = SS_OK;
    size_t possible = 0, size = pop > 0 ? (size_t)pop : 0;

    if (pop <= 0 && n > 0)
        return SS_ERR_NUMPY_CHOICE_EMPTY;
    if (p)
        status = check_p(p, size, dtype);
    if (status != SS_OK || replace)
        return status;
    if (n > size || pop < 0)
        return SS_ERR_NUMPY_CHOICE_SIZE;
    for (size_t i = 0; p && i < size; i++)
        possible += p[i] > 0;
    return p && possible < n ? SS_ERR_NUMPY_P_FEW : SS_OK;
}

/* The distribution function: sums left to right over the last one. */
static void cumulate(const double *p, size_t pop, double *cdf)
{
    double sum = 0.0;

    for (size_t i = 0; i < pop; i++)
        cdf[i] = sum = i > 0 ? sum + p[i] : p[0];
    for (size_t i = 0; i < pop; i++)
        cdf[i] /= sum;
}

/* How many of cdf are at most u: searchsorted(u, side='right'). */
static size_t search(const double *cdf, size_t pop, double u)
{
    const double *base = cdf;

    while (pop > 1) {
        size_t half = pop / 2;
        base += base[half - 1] <= u ? half : 0;
        pop -= half;
    }
    return (size_t)(base - cdf) + (*base <= u);
}

/* guide[k] is how many of cdf are at most k / cells, so that a uniform in
 * that cell is looked for between guide[k] and guide[k + 1]. cells is a power
 * of two: which cell it is comes out exactly. */
static void make_guide(const double *cdf, size_t pop, size_t *guide,
                       size_t cells)
{
    size_t at = 0;

    for (size_t k = 0; k <= cells; k++) {
        double u = (double)k / (double)cells;
        while (at < pop && cdf[at] <= u)
            at++;
        guide[k] = at;
    }
}

static size_t guided(const double *cdf, const size_t *guide, size_t cells,
                     double u)
{
    size_t cell = (size_t)(u * (double)cells);
    size_t low = guide[cell], high = guide[cell + 1];

    if (high - low > 8)
        return low + search(cdf + low, high - low, u);
    while (low < high && cdf[low] <= u)
        low++;
    return low;
}

static ss_status with_p(ss_numpy_randomstate *rs, const double *p, size_t pop,
                        int64_t *out, size_t n)
{
    size_t cells = 1, *guide;
    double *cdf = malloc(pop * sizeof *cdf), u[BLOCK];

    while (cells < pop && cells < n && cells < MAX_CELLS)
        cells *= 2;
    guide = malloc((cells + 1) * sizeof *guide);
    if (!cdf || !guide) {
        free(cdf);
        free(guide);
        return SS_ERR_MEMORY;
    }
    cumulate(p, pop, cdf);
    make_guide(cdf, pop, guide, cells);
    while (n > 0) {
        size_t take = n < BLOCK ? n : BLOCK;
        ss_numpy_random_sample_fill(rs, u, take);
        for (size_t i = 0; i < take; i++)
            out[i] = (int64_t)guided(cdf, guide, cells, u[i]);
        out += take;
        n -= take;
    }
    free(cdf);
    free(guide);
    return SS_OK;
}

/* Rounds of as many uniforms as are missing. What was found before weighs
 * nothing; of equal ones in a round the first stays. */
static void rounds(ss_numpy_randomstate *rs, double *weight, double *cdf,
                   size_t pop, int64_t *out, size_t n)
{
    double u[BLOCK];
    size_t found = 0;

    while (found < n) {
        size_t missing = n - found;
        cumulate(weight, pop, cdf);
        while (missing > 0) {
            size_t take = missing < BLOCK ? missing : BLOCK;
            ss_numpy_random_sample_fill(rs, u, take);
            for (size_t i = 0; i < take; i++) {
                size_t index = search(cdf, pop, u[i]);
                if (weight[index] == 0.0)
                    continue;
                weight[index] = 0.0;
                out[found++] = (int64_t)index;
            }
            missing -= take;
        }
    }
}

static ss_status with_p_once(ss_numpy_randomstate *rs, const double *p,
                             size_t pop, int64_t *out, size_t n)
{
    double *weight;

    if (n == 0)
        return SS_OK;
    weight = malloc(2 * pop * sizeof *weight);
    if (!weight)
        return SS_ERR_MEMORY;
    memcpy(weight, p, pop * sizeof *weight);
    rounds(rs, weight, weight + pop, pop, out, n);
    free(weight);
    return SS_OK;
}

/* The head of a whole permutation. */
static ss_status head(ss_numpy_randomstate *rs, size_t pop, int64_t *out,
                      size_t n)
{
    int64_t *all;

    if (n == pop) {
        ss_numpy_permutation_fill(rs, out, n);
        return SS_OK;
    }
    if (pop > SIZE_MAX / sizeof *all)
        return SS_ERR_MEMORY;
    all = malloc(pop * sizeof *all);
    if (!all)
        return SS_ERR_MEMORY;
    ss_numpy_permutation_fill(rs, all, pop);
    memcpy(out, all, n * sizeof *all);
    free(all);
    return SS_OK;
}

ss_status ss_numpy_choice_p_fill(ss_numpy_randomstate *rs, int64_t pop,
                                 bool replace, const double *p,
                                 ss_dtype p_dtype, int64_t *out, size_t n)
{
    ss_status status = check(pop, replace, p, p_dtype, n);

    if (status != SS_OK || pop <= 0)
        return status;
    if (!replace && p)
        return with_p_once(rs, p, (size_t)pop, out, n);
    if (!replace)
        return head(rs, (size_t)pop, out, n);
    if (p)
        return with_p(rs, p, (size_t)pop, out, n);
    return ss_numpy_randint_fill(rs, SS_INT64, 0, (uint64_t)pop - 1, out, n);
}

ss_status ss_numpy_choice_fill(ss_numpy_randomstate *rs, int64_t pop,
                               bool replace, const double *p, int64_t *out,
                               size_t n)
{
    return ss_numpy_choice_p_fill(rs, pop, replace, p, SS_FLOAT64, out, n);
}
