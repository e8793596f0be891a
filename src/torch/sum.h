/* SPDX-License-Identifier: MIT
 * Tensor.sum() of a contiguous row, in PyTorch's order.
 */
#ifndef SSI_TORCH_SUM_H
#define SSI_TORCH_SUM_H

#include <sameseed/torch.h>

/* The sum of n values of float32 or float64 as one thread computes it. */
double ssi_torch_sum(const ss_torch_generator *g, ss_dtype dtype,
                     const double *values, size_t n);
double ssi_torch_sum_f64(const ss_torch_generator *g, const double *values,
                         size_t n);

#endif
