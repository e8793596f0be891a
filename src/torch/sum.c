/* SPDX-License-Identifier: MIT
 * Cascade summation: vectors of lanes, four interleaved accumulators, four
 * levels.
 * Learned from: aten/src/ATen/native/cpu/SumKernel.cpp, 2.13.
 */
#include "torch/sum.h"

#include <string.h>

#include "torch/store.h"

#define LEVELS 4
#define STREAMS 4 /* interleaved accumulators */
#define MAX_LANES 8

typedef struct accumulators {
    double level[LEVELS][STREAMS * MAX_LANES];
    size_t width; /* STREAMS * lanes in use */
    bool wide;    /* sums are doubles, else floats */
} accumulators;

static void add_to(const accumulators *acc, double *sum, double x)
{
    *sum += x;
    if (!acc->wide)
        *sum = (double)(float)*sum;
}

static void add(accumulators *acc, const double *values)
{
    for (size_t k = 0; k < acc->width; k++)
        add_to(acc, &acc->level[0][k], values[k]);
}

static void carry(accumulators *acc, int to)
{
    for (size_t k = 0; k < acc->width; k++) {
        add_to(acc, &acc->level[to][k], acc->level[to - 1][k]);
        acc->level[to - 1][k] = 0;
    }
}

/* log2 of the additions between two carries: at least 4. */
static int step_bits(size_t size)
{
    int bits = 0;

    while (bits < 63 && ((size_t)1 << bits) < size)
        bits++;
    return bits / LEVELS > 4 ? bits / LEVELS : 4;
}

/* Sum size groups of acc->width values into level 0. */
static void sum_groups(accumulators *acc, const double *values, size_t size)
{
    int bits = step_bits(size);
    size_t step = (size_t)1 << bits, i = 0;

    while (i + step <= size) {
        for (size_t j = 0; j < step; j++, i++)
            add(acc, values + i * acc->width);
        for (int to = 1; to < LEVELS; to++) {
            carry(acc, to);
            if ((i & ((step - 1) << (to * bits))) != 0)
                break;
        }
    }
    for (; i < size; i++)
        add(acc, values + i * acc->width);
    for (int from = 1; from < LEVELS; from++)
        for (size_t k = 0; k < acc->width; k++)
            add_to(acc, &acc->level[0][k], acc->level[from][k]);
}

/* All but the last n % lanes values, a sum a lane. */
static void sum_vectors(accumulators *acc, const double *values, size_t n,
                        size_t lanes)
{
    size_t vectors = n / lanes, groups = vectors / STREAMS;

    acc->width = STREAMS * lanes;
    sum_groups(acc, values, groups);
    for (size_t i = groups * STREAMS; i < vectors; i++)
        for (size_t k = 0; k < lanes; k++)
            add_to(acc, &acc->level[0][k], values[i * lanes + k]);
    for (size_t stream = 1; stream < STREAMS; stream++)
        for (size_t k = 0; k < lanes; k++)
            add_to(acc, &acc->level[0][k], acc->level[0][stream * lanes + k]);
}

double ssi_torch_sum(const ss_torch_generator *g, ss_dtype dtype,
                     const double *values, size_t n)
{
    size_t lanes = g->capability == SS_TORCH_AARCH64 ? 2 : 4;
    double total = 0;
    accumulators acc;

    memset(&acc, 0, sizeof acc);
    acc.wide = dtype == SS_FLOAT64;
    lanes *= acc.wide ? 1 : 2;
    if (n < lanes) { /* PyTorch has no vector then: a lane of its own */
        sum_vectors(&acc, values, n, 1);
        return acc.level[0][0];
    }
    sum_vectors(&acc, values, n, lanes);
    for (size_t i = n / lanes * lanes; i < n; i++)
        add_to(&acc, &total, values[i]);
    for (size_t k = 0; k < lanes; k++)
        add_to(&acc, &total, acc.level[0][k]);
    return total;
}

double ssi_torch_sum_f64(const ss_torch_generator *g, const double *values,
                         size_t n)
{
    return ssi_torch_sum(g, SS_FLOAT64, values, n);
}
