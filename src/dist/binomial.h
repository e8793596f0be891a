/* SPDX-License-Identifier: MIT
 * Binomial counts: the parts that RandomState and Generator share.
 */
#ifndef SSI_DIST_BINOMIAL_H
#define SSI_DIST_BINOMIAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/bitgen.h>
#include <sameseed/dist.h>

/* Whether the set-up is the one of (n, p). */
bool ssi_binomial_is_set(const ss_binomial_setup *setup, int64_t n, double p);

/* Set up and draw by inversion, n * p <= 30; pow_q is (1 - p) ** n. */
void ssi_binomial_set_inversion(ss_binomial_setup *setup, int64_t n, double p,
                                double pow_q);
int64_t ssi_binomial_inversion(ss_bitgen *bitgen,
                               const ss_binomial_setup *setup);

/* BTPE, n * p > 30 and p <= 0.5; sets up where it must. */
int64_t ssi_binomial_btpe(ss_bitgen *bitgen, int64_t n, double p,
                          ss_binomial_setup *setup);

/* The same as NumPy 2.5 has it. */
int64_t ssi_binomial_btpe_2_5(ss_bitgen *bitgen, int64_t n, double p,
                              ss_binomial_setup *setup);

typedef int64_t (*ssi_binomial_fn)(ss_bitgen *bitgen, int64_t n, double p,
                                   ss_binomial_setup *setup);

/* The younger binomial: Generator's, and the one in RandomState's
 * multinomial(). Nothing is drawn for n == 0 or p == 0. */
int64_t ssi_binomial(ss_bitgen *bitgen, int64_t n, double p,
                     ss_binomial_setup *setup);

/* The same before NumPy 2.4 (q ** n by log(1 - p)), and from 2.5 on. */
int64_t ssi_binomial_before_2_4(ss_bitgen *bitgen, int64_t n, double p,
                                ss_binomial_setup *setup);
int64_t ssi_binomial_2_5(ss_bitgen *bitgen, int64_t n, double p,
                         ss_binomial_setup *setup);

/* A chain of binomials: k counts of n that fall as pvals say. */
void ssi_multinomial(ss_bitgen *bitgen, int64_t n, const double *pvals,
                     size_t k, int64_t *counts, ss_binomial_setup *setup,
                     ssi_binomial_fn binomial);

#endif
