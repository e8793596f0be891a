/* SPDX-License-Identifier: MIT
 * Tensor.sum() of a contiguous row of float64, in PyTorch's order.
 */
#ifndef SSI_TORCH_SUM_H
#define SSI_TORCH_SUM_H

#include <sameseed/torch.h>

/* The sum of n values as one thread computes it. */
double ssi_torch_sum_f64(const ss_torch_generator *g, const double *values,
                         size_t n);

#endif
