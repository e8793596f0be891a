/* SPDX-License-Identifier: MIT
 * bits -> distribution: what a distribution keeps between two draws.
 */
#ifndef SAMESEED_DIST_H
#define SAMESEED_DIST_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The set-up of the last binomial: a function of (n, p), kept because NumPy
 * keeps it. RandomState's binomial() and multinomial() share one set-up but
 * compute pow_q in two ways, so that the first of them to meet an (n, p)
 * decides for both: it is hidden state. {0} is a fresh one. p is at most 0.5
 * (mirrored before), except for what multinomial() gets from its own rounding.
 * Which half of the fields counts is decided by (n, p). */
typedef struct ss_binomial_setup {
    int has_binomial; /* 1: the fields are those of (n, p) */
    int64_t n;
    double p;
    double q; /* 1 - p */
    /* n * p <= 30, inversion: */
    double pow_q;  /* q ** n, as one of the two computes it */
    int64_t bound; /* start again above it */
    /* n * p > 30, BTPE, as Kachitvichyanukul and Schmeiser name them: */
    double r, fm, p1, xm, xl, xr, c, laml, lamr, p2, p3, p4;
    int64_t m;
} ss_binomial_setup;

#ifdef __cplusplus
}
#endif

#endif
