/* SPDX-License-Identifier: MIT
 * Fills that do more than call the scalar draw; they check nothing.
 */
#ifndef SSI_NUMPY_FILLS_H
#define SSI_NUMPY_FILLS_H

#include <sameseed/numpy.h>

void ssi_numpy_fill_uniform(ss_numpy_randomstate *rs, double low, double high,
                            double *out, size_t n);
void ssi_numpy_fill_normal(ss_numpy_randomstate *rs, double loc, double scale,
                           double *out, size_t n);
void ssi_numpy_fill_lognormal(ss_numpy_randomstate *rs, double mean,
                              double sigma, double *out, size_t n);
void ssi_numpy_fill_exponential(ss_numpy_randomstate *rs, double scale,
                                double *out, size_t n);
void ssi_numpy_fill_pareto(ss_numpy_randomstate *rs, double a, double *out,
                           size_t n);
void ssi_numpy_fill_weibull(ss_numpy_randomstate *rs, double a, double *out,
                            size_t n);
void ssi_numpy_fill_power(ss_numpy_randomstate *rs, double a, double *out,
                          size_t n);
void ssi_numpy_fill_rayleigh(ss_numpy_randomstate *rs, double scale,
                             double *out, size_t n);
void ssi_numpy_fill_standard_cauchy(ss_numpy_randomstate *rs, double *out,
                                    size_t n);

#endif
