/* SPDX-License-Identifier: MIT
 * One gamma variate of torch, before it is raised to the smallest normal.
 */
#ifndef SSI_TORCH_GAMMA_H
#define SSI_TORCH_GAMMA_H

#include <sameseed/torch.h>

/* sample_gamma<scalar_t, double> for scalar_t float32 or float64. */
double ssi_torch_gamma(ss_torch_generator *g, ss_dtype dtype, double alpha);

#endif
