/* SPDX-License-Identifier: MIT
 * Indices by their probabilities, the same for RandomState and Generator.
 * Learned from: numpy/random/mtrand.pyx, 2.4. Which duplicate of a round
 * without replacement stays, and that a sum is taken left to right, decides
 * streams.
 */
#include "numpy/weighted.h"

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

bool ssi_numpy_sums_to_1(const double *p, size_t pop, ss_dtype dtype)
{
    double off = ssi_numpy_kahan_sum(p, pop) - 1.0;

    return !((off < 0 ? -off : off) > tolerance(dtype));
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

ss_status ssi_numpy_choose(ss_bitgen *bitgen, const double *p, size_t pop,
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
        ss_bitgen_fill_double(bitgen, u, take);
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
static void rounds(ss_bitgen *bitgen, double *weight, double *cdf, size_t pop,
                   int64_t *out, size_t n)
{
    double u[BLOCK];
    size_t found = 0;

    while (found < n) {
        size_t missing = n - found;
        cumulate(weight, pop, cdf);
        while (missing > 0) {
            size_t take = missing < BLOCK ? missing : BLOCK;
            ss_bitgen_fill_double(bitgen, u, take);
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

ss_status ssi_numpy_choose_once(ss_bitgen *bitgen, const double *p, size_t pop,
                                int64_t *out, size_t n)
{
    double *weight;

    if (n == 0)
        return SS_OK;
    weight = malloc(2 * pop * sizeof *weight);
    if (!weight)
        return SS_ERR_MEMORY;
    memcpy(weight, p, pop * sizeof *weight);
    rounds(bitgen, weight, weight + pop, pop, out, n);
    free(weight);
    return SS_OK;
}
