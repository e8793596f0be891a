/* SPDX-License-Identifier: MIT
 * np.random as NumPy 2.4.6 draws it: RandomState, the legacy generator.
 *
 * Every method has a scalar draw and a fill of n values, which gives the same
 * values and leaves the same state as n scalar draws. Errors carry NumPy's own
 * text (ss_status_message). No call allocates, unless it says so.
 */
#ifndef SAMESEED_NUMPY_H
#define SAMESEED_NUMPY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/array.h>
#include <sameseed/bitgen.h>
#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* np.random.RandomState: plain data. Copy it to fork the stream. The fields
 * are those of RandomState.get_state(legacy=False). */
typedef struct ss_numpy_randomstate {
    ss_bitgen bitgen;
    int has_gauss; /* 1: gauss holds the second value of the last pair */
    double gauss;
} ss_numpy_randomstate;

/* RandomState(seed) and RandomState.seed(seed): forgets the cached Gaussian. */
SS_API void ss_numpy_randomstate_seed(ss_numpy_randomstate *rs, uint32_t seed);

/* RandomState([k0, k1, ...]). SS_ERR_NUMPY_SEED_EMPTY when count is 0. */
SS_API ss_status ss_numpy_randomstate_seed_array(ss_numpy_randomstate *rs,
                                                 const uint32_t *words,
                                                 size_t count);

/* RandomState(): seeded from the operating system, differs at each call. */
SS_API ss_status ss_numpy_randomstate_seed_entropy(ss_numpy_randomstate *rs);

/* random_sample(), rand(), random(), ranf(), sample(): [0, 1), two words. */
SS_API double ss_numpy_random_sample(ss_numpy_randomstate *rs);
SS_API void ss_numpy_random_sample_fill(ss_numpy_randomstate *rs, double *out,
                                        size_t n);

/* uniform(low, high): low + (high - low) * random_sample().
 * SS_ERR_NUMPY_UNIFORM_RANGE unless high - low is finite. */
SS_API ss_status ss_numpy_uniform_fill(ss_numpy_randomstate *rs, double low,
                                       double high, double *out, size_t n);

/* standard_normal(), randn(): Marsaglia's polar method; four words for a pair
 * that is not rejected, its second value is kept for the next call. */
SS_API double ss_numpy_standard_normal(ss_numpy_randomstate *rs);
SS_API void ss_numpy_standard_normal_fill(ss_numpy_randomstate *rs,
                                          double *out, size_t n);

/* normal(loc, scale): loc + scale * standard_normal().
 * SS_ERR_NUMPY_SCALE_NEGATIVE for scale < 0 and -0.0. */
SS_API ss_status ss_numpy_normal_fill(ss_numpy_randomstate *rs, double loc,
                                      double scale, double *out, size_t n);

/* randint(low, high, dtype=...): n values of dtype SS_BOOL to SS_UINT64 in
 * [low, last], last = high - 1 included. low and last are two's complement in
 * 64 bits for signed dtypes, plain for unsigned ones. Masked rejection.
 * SS_ERR_DTYPE, SS_ERR_NUMPY_LOW_BOUND, SS_ERR_NUMPY_HIGH_BOUND,
 * SS_ERR_NUMPY_LOW_HIGH (low > last). */
SS_API ss_status ss_numpy_randint_fill(ss_numpy_randomstate *rs,
                                       ss_dtype dtype, uint64_t low,
                                       uint64_t last, void *out, size_t n);

/* bytes(length): whole little-endian words, the last one cut; length 0 still
 * draws one word. */
SS_API void ss_numpy_bytes(ss_numpy_randomstate *rs, void *out, size_t length);

/* shuffle(x): n items of itemsize bytes, stride bytes apart, in place. */
SS_API void ss_numpy_shuffle(ss_numpy_randomstate *rs, void *items, size_t n,
                             size_t itemsize, ptrdiff_t stride);

/* permutation(n): 0 ... n - 1, shuffled. */
SS_API void ss_numpy_permutation_fill(ss_numpy_randomstate *rs, int64_t *out,
                                      size_t n);

/* choice(pop, n, replace, p) as indices into the population. p is NULL or pop
 * probabilities. Allocates for replace == false and for p. SS_ERR_MEMORY,
 * SS_ERR_NUMPY_CHOICE_EMPTY, _CHOICE_SIZE, _P_NEGATIVE, _P_SUM, _P_NAN,
 * _P_FEW. */
SS_API ss_status ss_numpy_choice_fill(ss_numpy_randomstate *rs, int64_t pop,
                                      bool replace, const double *p,
                                      int64_t *out, size_t n);

#ifdef __cplusplus
}
#endif

#endif
