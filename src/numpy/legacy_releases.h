/* SPDX-License-Identifier: MIT
 * RandomState as the releases of NumPy have it: what differs between them, a
 * row for each stretch of releases that are alike.
 */
#ifndef SSI_NUMPY_LEGACY_RELEASES_H
#define SSI_NUMPY_LEGACY_RELEASES_H

#include <sameseed/numpy.h>

#include "dist/binomial.h"
#include "dist/lemire.h"
#include "dist/loggam.h"
#include "dist/poisson.h"

typedef double (*ssi_loc_scale_fn)(ss_bitgen *bitgen, double loc, double scale);
typedef void (*ssi_loc_scale_fill_fn)(ss_bitgen *bitgen, double loc,
                                      double scale, double *out, size_t n);

typedef struct ssi_legacy_release {
    ss_numpy_release end; /* the first release that is not of the row */
    ssi_loc_scale_fn laplace, gumbel, logistic;
    ssi_loc_scale_fill_fn laplace_fill, gumbel_fill, logistic_fill;
    bool divides_by_0; /* a dirichlet of zeros: NaN, else an exception */
    double (*gamma_of_0)(ss_bitgen *bitgen); /* standard_gamma(0) */
    /* beta(a, b) of a and b <= 1: whether U and V may give a value. */
    bool (*beta_takes)(double u, double v);
    /* noncentral_chisquare(df <= 1, nonc), drawn. */
    double (*noncentral)(double nonc, double drawn);
    void (*no_bytes)(ss_bitgen *bitgen); /* bytes(0) */
    ssi_binomial_fn binomial;
    ssi_binomial_fn link; /* which one multinomial() is a chain of */
    ssi_bounded_next_fn randint;
    bool randint_blocks; /* by the fills of dist/bounded.h */
    ssi_poisson_fn poisson;
    ssi_loggam_fn loggam; /* hypergeometric's */
    double (*rayleigh)(ss_bitgen *bitgen, double scale);
    void (*rayleigh_fill)(ss_bitgen *bitgen, double scale, double *out,
                          size_t n);
    int64_t (*geometric)(ss_bitgen *bitgen, double p);
} ssi_legacy_release;

extern const ssi_legacy_release ssi_legacy_now; /* of release 0 */
const ssi_legacy_release *ssi_legacy_find(ss_numpy_release release);

static inline const ssi_legacy_release *ssi_legacy_of(ss_numpy_release release)
{
    return release == 0 ? &ssi_legacy_now : ssi_legacy_find(release);
}

/* RandomState's binomial, the older kind; rayleigh, geometric, logseries over
 * any bit generator. */
int64_t ssi_legacy_binomial(ss_bitgen *bitgen, int64_t n, double p,
                            ss_binomial_setup *setup);
double ssi_legacy_rayleigh(ss_bitgen *bitgen, double scale);
void ssi_legacy_rayleigh_fill(ss_bitgen *bitgen, double scale, double *out,
                              size_t n);
int64_t ssi_legacy_geometric(ss_bitgen *bitgen, double p);
int64_t ssi_legacy_logseries(ss_bitgen *bitgen, double p);

/* --- legacy_frozen.c: each of the releases before the one in its name --- */
double ssi_laplace_before_1_16_4(ss_bitgen *bitgen, double loc, double scale);
double ssi_gumbel_before_1_16_4(ss_bitgen *bitgen, double loc, double scale);
double ssi_logistic_before_1_16_4(ss_bitgen *bitgen, double loc, double scale);
void ssi_laplace_fill_before_1_16_4(ss_bitgen *bitgen, double loc, double scale,
                                    double *out, size_t n);
void ssi_gumbel_fill_before_1_16_4(ss_bitgen *bitgen, double loc, double scale,
                                   double *out, size_t n);
void ssi_logistic_fill_before_1_16_4(ss_bitgen *bitgen, double loc,
                                     double scale, double *out, size_t n);
double ssi_gamma_of_0_before_1_17(ss_bitgen *bitgen);
double ssi_rayleigh_before_1_21(ss_bitgen *bitgen, double scale);
void ssi_rayleigh_fill_before_1_21(ss_bitgen *bitgen, double scale, double *out,
                                   size_t n);
int64_t ssi_geometric_before_1_21(ss_bitgen *bitgen, double p);

#endif
