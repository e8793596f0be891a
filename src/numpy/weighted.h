/* SPDX-License-Identifier: MIT
 * choice() with probabilities.
 */
#ifndef SSI_NUMPY_WEIGHTED_H
#define SSI_NUMPY_WEIGHTED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/array.h>
#include <sameseed/bitgen.h>

/* Near enough for p given in that dtype, and cast to double. */
bool ssi_numpy_sums_to_1(const double *p, size_t pop, ss_dtype dtype);

/* n of the indices 0 ... pop - 1, pop > 0, with and without replacement. p has
 * been checked. SS_ERR_MEMORY. */
ss_status ssi_numpy_choose(ss_bitgen *bitgen, const double *p, size_t pop,
                           int64_t *out, size_t n);
ss_status ssi_numpy_choose_once(ss_bitgen *bitgen, const double *p, size_t pop,
                                int64_t *out, size_t n);

#endif
