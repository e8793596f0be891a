/* SPDX-License-Identifier: MIT
 * Poisson counts, the same for RandomState and Generator.
 */
#ifndef SSI_DIST_POISSON_H
#define SSI_DIST_POISSON_H

#include <stdint.h>

#include <sameseed/bitgen.h>

/* lam >= 10: PTRS; 0: 0 without a draw; else the product of uniforms. NaN
 * draws one uniform and gives 0. */
int64_t ssi_poisson(ss_bitgen *bitgen, double lam);

/* The same before NumPy 1.20. */
int64_t ssi_poisson_before_1_20(ss_bitgen *bitgen, double lam);

typedef int64_t (*ssi_poisson_fn)(ss_bitgen *bitgen, double lam);

#endif
