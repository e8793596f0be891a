/* SPDX-License-Identifier: MIT
 * Generator's distributions before NumPy 1.21, where the tails of the ziggurat
 * were others: all that is made of a normal or an exponential; and those of
 * 1.21 that 1.22 changed.
 */
#ifndef SSI_NUMPY_GENERATOR_BEFORE_1_21_H
#define SSI_NUMPY_GENERATOR_BEFORE_1_21_H

#include <stdint.h>

#include <sameseed/bitgen.h>

double ssi_normal_before_1_21(ss_bitgen *bitgen, double loc, double scale);
double ssi_lognormal_before_1_21(ss_bitgen *bitgen, double mean, double sigma);
double ssi_standard_cauchy_before_1_21(ss_bitgen *bitgen);
double ssi_standard_exponential_inv_before_1_21(ss_bitgen *bitgen);
double ssi_exponential_before_1_21(ss_bitgen *bitgen, double scale);
double ssi_pareto_before_1_21(ss_bitgen *bitgen, double a);
double ssi_pareto_1_21(ss_bitgen *bitgen, double a);
double ssi_weibull_before_1_21(ss_bitgen *bitgen, double a);
double ssi_power_before_1_21(ss_bitgen *bitgen, double a);
double ssi_power_1_21(ss_bitgen *bitgen, double a);
double ssi_wald_before_1_21(ss_bitgen *bitgen, double mean, double scale);
double ssi_standard_gamma_before_1_21(ss_bitgen *bitgen, double shape);
double ssi_gamma_before_1_21(ss_bitgen *bitgen, double shape, double scale);
double ssi_beta_before_1_21(ss_bitgen *bitgen, double a, double b);
double ssi_chisquare_before_1_21(ss_bitgen *bitgen, double df);
double ssi_f_before_1_21(ss_bitgen *bitgen, double dfnum, double dfden);
double ssi_standard_t_before_1_21(ss_bitgen *bitgen, double df);
int64_t ssi_logseries_1_21(ss_bitgen *bitgen, double p);

/* These take Poisson counts, which 1.20 changed. */
double ssi_noncentral_chisquare_before_1_20(ss_bitgen *bitgen, double df,
                                            double nonc);
double ssi_noncentral_chisquare_1_20(ss_bitgen *bitgen, double df, double nonc);
double ssi_noncentral_f_before_1_20(ss_bitgen *bitgen, double dfnum,
                                    double dfden, double nonc);
double ssi_noncentral_f_1_20(ss_bitgen *bitgen, double dfnum, double dfden,
                             double nonc);
int64_t ssi_negative_binomial_before_1_20(ss_bitgen *bitgen, double n,
                                          double p);
int64_t ssi_negative_binomial_1_20(ss_bitgen *bitgen, double n, double p);

#endif
