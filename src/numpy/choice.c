/* SPDX-License-Identifier: MIT
 * RandomState's choice, as indices into the population.
 * Learned from: numpy/random/mtrand.pyx, 2.4.
 */
#include <sameseed/numpy.h>

#include <stdlib.h>
#include <string.h>

#include "numpy/sums.h"
#include "numpy/weighted.h"

static ss_status check_p(const double *p, size_t pop, ss_dtype dtype)
{
    double sum = ssi_numpy_kahan_sum(p, pop);

    if (sum != sum)
        return SS_ERR_NUMPY_P_NAN;
    for (size_t i = 0; i < pop; i++)
        if (p[i] < 0)
            return SS_ERR_NUMPY_P_NEGATIVE;
    return ssi_numpy_sums_to_1(p, pop, dtype) ? SS_OK : SS_ERR_NUMPY_P_SUM;
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
        return ssi_numpy_choose_once(&rs->bitgen, p, (size_t)pop, out, n);
    if (!replace)
        return head(rs, (size_t)pop, out, n);
    if (p)
        return ssi_numpy_choose(&rs->bitgen, p, (size_t)pop, out, n);
    return ss_numpy_randint_fill(rs, SS_INT64, 0, (uint64_t)pop - 1, out, n);
}

ss_status ss_numpy_choice_fill(ss_numpy_randomstate *rs, int64_t pop,
                               bool replace, const double *p, int64_t *out,
                               size_t n)
{
    return ss_numpy_choice_p_fill(rs, pop, replace, p, SS_FLOAT64, out, n);
}
