/* SPDX-License-Identifier: MIT
 * Generator's public calls that are no row of its table.
 */
#include <sameseed/numpy_generator.h>

#include <string.h>

#include <sameseed/seed.h>

#include "dist/bounded.h"
#include "dist/shuffle.h"
#include "numpy/generator_bitgen.h"
#include "numpy/generator_f32.h"

void ss_numpy_default_rng(ss_numpy_generator *g, uint64_t seed)
{
    memset(&g->binomial, 0, sizeof g->binomial);
    g->release = 0;
    ss_bitgen_seed(&g->bitgen, SS_BITGEN_PCG64, seed);
}

ss_status ss_numpy_generator_integers_fill(ss_numpy_generator *g,
                                           ss_dtype dtype, uint64_t low,
                                           uint64_t last, void *out, size_t n)
{
    return ssi_generator_integers_fill(&g->bitgen, g->release, dtype, low, last,
                                       out, n);
}

uint64_t ss_numpy_generator_integers_next(ss_numpy_generator *g, ss_dtype dtype,
                                          uint64_t low, uint64_t last,
                                          ss_numpy_randint_buffer *buffer)
{
    return ssi_generator_integers_next(&g->bitgen, g->release, dtype, low, last,
                                       buffer);
}

void ss_numpy_generator_bytes(ss_numpy_generator *g, void *out, size_t length)
{
    ssi_generator_bytes(&g->bitgen, out, length);
}

void ss_numpy_generator_shuffle(ss_numpy_generator *g, void *items, size_t n,
                                size_t itemsize, ptrdiff_t stride)
{
    ssi_shuffle(&g->bitgen, items, n, itemsize, stride);
}

uint64_t ss_numpy_generator_interval(ss_numpy_generator *g, uint64_t max)
{
    return ssi_interval(&g->bitgen, max);
}

void ss_numpy_generator_permutation_fill(ss_numpy_generator *g, int64_t *out,
                                         size_t n)
{
    ssi_permutation(&g->bitgen, out, n);
}

ss_status ss_numpy_generator_permuted(ss_numpy_generator *g, const ss_array *x,
                                      uint32_t axis)
{
    return ssi_generator_permuted(&g->bitgen, x, axis);
}

ss_status ss_numpy_generator_choice_fill(ss_numpy_generator *g, int64_t pop,
                                         bool replace, const double *p,
                                         ss_dtype p_dtype, bool shuffle,
                                         int64_t *out, size_t n)
{
    return ssi_generator_choice_fill(&g->bitgen, g->release, pop, replace, p,
                                     p_dtype, shuffle, out, n);
}

ss_status ss_numpy_generator_multivariate_hypergeometric_fill(
    ss_numpy_generator *g, const int64_t *colors, size_t k, int64_t nsample,
    ss_numpy_mvhg_method method, int64_t *out, size_t rows)
{
    return ssi_generator_multivariate_hypergeometric_fill(
        &g->bitgen, colors, k, nsample, method, out, rows);
}

ss_status ss_numpy_generator_dirichlet_fill(ss_numpy_generator *g,
                                            const double *alpha, size_t k,
                                            double *out, size_t rows)
{
    return ssi_generator_dirichlet_fill(&g->bitgen, g->release, alpha, k, out,
                                        rows);
}

/* NAME_f32 and NAME_f32_fill without parameters. */
#define FLOATS(name)                                                           \
    float ss_numpy_generator_##name##_f32(ss_numpy_generator *g)               \
    {                                                                          \
        return ssi_generator_floats_of(g->release)->name(&g->bitgen);          \
    }                                                                          \
    void ss_numpy_generator_##name##_f32_fill(ss_numpy_generator *g,           \
                                              float *out, size_t n)            \
    {                                                                          \
        ssi_generator_##name##_f32_fill(&g->bitgen, g->release, out, n);       \
    }

FLOATS(random)
FLOATS(standard_normal)
FLOATS(standard_exponential)
FLOATS(standard_exponential_inv)

float ss_numpy_generator_standard_gamma_f32(ss_numpy_generator *g, float shape)
{
    return ssi_generator_floats_of(g->release)
        ->standard_gamma(&g->bitgen, shape);
}

ss_status ss_numpy_generator_standard_gamma_f32_fill(ss_numpy_generator *g,
                                                     float shape, float *out,
                                                     size_t n)
{
    return ssi_generator_standard_gamma_f32_fill(&g->bitgen, g->release, shape,
                                                 out, n);
}
