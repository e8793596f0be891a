/* SPDX-License-Identifier: MIT
 * Generator's distributions as older releases of NumPy had them: each is that
 * of the releases before the one in its name.
 */
#ifndef SSI_NUMPY_GENERATOR_FROZEN_H
#define SSI_NUMPY_GENERATOR_FROZEN_H

#include <stdint.h>

#include <sameseed/bitgen.h>

int64_t ssi_generator_geometric_before_1_25(ss_bitgen *bitgen, double p);
double ssi_generator_beta_before_1_26(ss_bitgen *bitgen, double a, double b);
double ssi_generator_beta_before_2_1(ss_bitgen *bitgen, double a, double b);
int64_t ssi_generator_zipf_before_2_1(ss_bitgen *bitgen, double a);
double ssi_generator_wald_before_2_3_4(ss_bitgen *bitgen, double mean,
                                       double scale);

#endif
