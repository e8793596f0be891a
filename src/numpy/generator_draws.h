/* SPDX-License-Identifier: MIT
 * Generator's distributions over any bit generator: one value each, no checks.
 * Those that are missing here are RandomState's, or the ziggurat itself.
 */
#ifndef SSI_NUMPY_GENERATOR_DRAWS_H
#define SSI_NUMPY_GENERATOR_DRAWS_H

#include <stdint.h>

#include <sameseed/bitgen.h>

double ssi_generator_uniform(ss_bitgen *bitgen, double low, double high);
double ssi_generator_normal(ss_bitgen *bitgen, double loc, double scale);
double ssi_generator_lognormal(ss_bitgen *bitgen, double mean, double sigma);
double ssi_generator_standard_cauchy(ss_bitgen *bitgen);
double ssi_generator_standard_exponential_inv(ss_bitgen *bitgen);
double ssi_generator_exponential(ss_bitgen *bitgen, double scale);
double ssi_generator_pareto(ss_bitgen *bitgen, double a);
double ssi_generator_weibull(ss_bitgen *bitgen, double a);
double ssi_generator_power(ss_bitgen *bitgen, double a);
double ssi_generator_rayleigh(ss_bitgen *bitgen, double scale);
double ssi_generator_wald(ss_bitgen *bitgen, double mean, double scale);
double ssi_generator_vonmises(ss_bitgen *bitgen, double mu, double kappa);

double ssi_generator_standard_gamma(ss_bitgen *bitgen, double shape);
double ssi_generator_gamma(ss_bitgen *bitgen, double shape, double scale);
double ssi_generator_beta(ss_bitgen *bitgen, double a, double b);
double ssi_generator_chisquare(ss_bitgen *bitgen, double df);
double ssi_generator_noncentral_chisquare(ss_bitgen *bitgen, double df,
                                          double nonc);
double ssi_generator_f(ss_bitgen *bitgen, double dfnum, double dfden);
double ssi_generator_noncentral_f(ss_bitgen *bitgen, double dfnum, double dfden,
                                  double nonc);
double ssi_generator_standard_t(ss_bitgen *bitgen, double df);

int64_t ssi_generator_negative_binomial(ss_bitgen *bitgen, double n, double p);
int64_t ssi_generator_geometric(ss_bitgen *bitgen, double p);
int64_t ssi_generator_zipf(ss_bitgen *bitgen, double a);
int64_t ssi_generator_logseries(ss_bitgen *bitgen, double p);
int64_t ssi_generator_hypergeometric(ss_bitgen *bitgen, int64_t good,
                                     int64_t bad, int64_t sample);

#endif
