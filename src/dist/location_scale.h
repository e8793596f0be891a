/* SPDX-License-Identifier: MIT
 * One uniform, one formula: the same for RandomState and Generator.
 */
#ifndef SSI_DIST_LOCATION_SCALE_H
#define SSI_DIST_LOCATION_SCALE_H

#include <stddef.h>

#include <sameseed/bitgen.h>

/* A uniform of 0 has no logarithm and is drawn again in the first three. */
double ssi_laplace(ss_bitgen *bitgen, double loc, double scale);
double ssi_gumbel(ss_bitgen *bitgen, double loc, double scale);
double ssi_logistic(ss_bitgen *bitgen, double loc, double scale);

double ssi_triangular(ss_bitgen *bitgen, double left, double mode,
                      double right);

/* n values, the same as n draws. */
void ssi_laplace_fill(ss_bitgen *bitgen, double loc, double scale, double *out,
                      size_t n);
void ssi_gumbel_fill(ss_bitgen *bitgen, double loc, double scale, double *out,
                     size_t n);
void ssi_logistic_fill(ss_bitgen *bitgen, double loc, double scale, double *out,
                       size_t n);
void ssi_triangular_fill(ss_bitgen *bitgen, double left, double mode,
                         double right, double *out, size_t n);

#endif
