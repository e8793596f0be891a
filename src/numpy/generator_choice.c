/* SPDX-License-Identifier: MIT
 * Generator's choice, as indices into the population.
 * Learned from: Bentley and Floyd 1987, Programming pearls: a sample of
 * brilliance, Communications of the ACM 30, 754-757;
 * numpy/random/_generator.pyx, 2.4 (when the tail of a shuffle is taken).
 */
#include <stdlib.h>
#include <string.h>

#include "dist/lemire.h"
#include "numpy/generator_bitgen.h"
#include "numpy/generator_releases.h"
#include "numpy/sums.h"
#include "numpy/weighted.h"

#define TAIL_POP 10000 /* above it a sample of some size is a tail */
#define EMPTY UINT64_MAX

static ss_status check_p(const double *p, size_t pop, ss_dtype dtype)
{
    double sum = ssi_numpy_kahan_sum(p, pop);

    if (sum != sum)
        return SS_ERR_NUMPY_PROB_NAN;
    for (size_t i = 0; i < pop; i++)
        if (p[i] < 0)
            return SS_ERR_NUMPY_PROB_NEGATIVE;
    return ssi_numpy_sums_to_1(p, pop, dtype) ? SS_OK : SS_ERR_NUMPY_PROB_SUM;
}

static ss_status check(int64_t pop, bool replace, const double *p,
                       ss_dtype dtype, size_t n)
{
    ss_status status = SS_OK;
    size_t possible = 0, size = pop > 0 ? (size_t)pop : 0;

    if (pop <= 0 && n > 0)
        return SS_ERR_NUMPY_A_EMPTY;
    if (p)
        status = check_p(p, size, dtype);
    if (status != SS_OK || replace)
        return status;
    if (n > size || pop < 0)
        return SS_ERR_NUMPY_SAMPLE_LARGE;
    for (size_t i = 0; p && i < size; i++)
        possible += p[i] > 0;
    return p && possible < n ? SS_ERR_NUMPY_P_FEW : SS_OK;
}

/* Swap i with 0 ... i, from the end down to first. */
static void shuffle_from(ss_bitgen *bitgen, ssi_bounded_next_fn next,
                         int64_t *items, size_t n, size_t first)
{
    for (size_t i = n; i-- > first;) {
        size_t j = (size_t)next(bitgen, 64, i, NULL, NULL);
        int64_t held = items[j];
        items[j] = items[i];
        items[i] = held;
    }
}

static ss_status tail(ss_bitgen *bitgen, ssi_bounded_next_fn next, size_t pop,
                      int64_t *out, size_t n)
{
    int64_t *all;

    if (pop > SIZE_MAX / sizeof *all)
        return SS_ERR_MEMORY;
    all = malloc(pop * sizeof *all);
    if (!all)
        return SS_ERR_MEMORY;
    for (size_t i = 0; i < pop; i++)
        all[i] = (int64_t)i;
    shuffle_from(bitgen, next, all, pop, pop - n > 1 ? pop - n : 1);
    memcpy(out, all + (pop - n), n * sizeof *all);
    free(all);
    return SS_OK;
}

/* Whether value is new to the set; it is in it afterwards. */
static bool insert(uint64_t *set, uint64_t mask, uint64_t value)
{
    uint64_t at = value & mask;

    while (set[at] != EMPTY && set[at] != value)
        at = (at + 1) & mask;
    if (set[at] == value)
        return false;
    set[at] = value;
    return true;
}

/* For each j from pop - n on: one of 0 ... j, or j where that one is taken. */
static ss_status floyd(ss_bitgen *bitgen, ssi_bounded_next_fn next, size_t pop,
                       bool shuffle, int64_t *out, size_t n)
{
    uint64_t size = 2, *set;

    while (size < n + n / 4 + 1)
        size *= 2;
    if (size > SIZE_MAX / sizeof *set)
        return SS_ERR_MEMORY;
    set = malloc(size * sizeof *set);
    if (!set)
        return SS_ERR_MEMORY;
    memset(set, 0xff, size * sizeof *set); /* EMPTY */
    for (size_t j = pop - n; j < pop; j++) {
        uint64_t value = next(bitgen, 64, j, NULL, NULL);
        if (!insert(set, size - 1, value)) {
            value = j;
            insert(set, size - 1, value);
        }
        *out++ = (int64_t)value;
    }
    if (shuffle)
        shuffle_from(bitgen, next, out - n, n, 1);
    free(set);
    return SS_OK;
}

ss_status ssi_generator_choice_fill(ss_bitgen *bitgen, ss_numpy_release release,
                                    int64_t pop, bool replace, const double *p,
                                    ss_dtype p_dtype, bool shuffle,
                                    int64_t *out, size_t n)
{
    ssi_bounded_next_fn next = ssi_generator_lemire_of(release);
    ss_status status = check(pop, replace, p, p_dtype, n);
    size_t size = (size_t)pop;

    if (status != SS_OK || pop <= 0)
        return status;
    if (!replace && p)
        return ssi_numpy_choose_once(bitgen, p, size, out, n);
    if (p)
        return ssi_numpy_choose(bitgen, p, size, out, n);
    if (replace)
        return ssi_generator_integers_fill(bitgen, release, SS_INT64, 0,
                                           (uint64_t)pop - 1, out, n);
    if (size > TAIL_POP && n > size / (shuffle ? 50 : 20))
        return tail(bitgen, next, size, out, n);
    return floyd(bitgen, next, size, shuffle, out, n);
}
