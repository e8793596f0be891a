/* SPDX-License-Identifier: MIT
 * Reductions of tensors along axes, in the order in which PyTorch's kernels
 * add: the last bits of a sum depend on it.
 */
#ifndef SSI_TORCH_REDUCE_H
#define SSI_TORCH_REDUCE_H

#include <stdbool.h>
#include <stddef.h>

#include <sameseed/array.h>
#include <sameseed/torch.h>

/* From so many elements on PyTorch's threads share the work, and the bits
 * depend on their number. */
#define SSI_TORCH_GRAIN 32768

/* The axes as a kernel walks them: the reduced ones first, each group from the
 * innermost to the outermost, joined where the memory allows it. Strides are
 * bytes, those of the result 0 along reduced axes. */
typedef struct ssi_torch_plan {
    uint32_t ndim, reduced;
    size_t shape[SS_ARRAY_MAX_DIMS];
    ptrdiff_t in[SS_ARRAY_MAX_DIMS], out[SS_ARRAY_MAX_DIMS];
} ssi_torch_plan;

/* reduced: one flag an axis of array. result: C-ordered, without the reduced
 * axes, of itemsize bytes an element. */
void ssi_torch_plan_reduction(const ss_array *array, const bool *reduced,
                              size_t itemsize, ssi_torch_plan *plan);

/* Whether 16-bit floats have to be summed as float32, by the caller: two
 * reduced axes or more remain. */
static inline bool ssi_torch_sum_by_float(const ssi_torch_plan *plan,
                                          ss_dtype dtype)
{
    return (dtype == SS_FLOAT16 || dtype == SS_BFLOAT16) && plan->ndim > 1
           && plan->out[0] == 0 && plan->out[1] == 0;
}

/* Sums of float16, bfloat16, float32 or float64 into result, whose elements
 * are zeros. */
void ssi_torch_sum_axes(const ssi_torch_plan *plan,
                        ss_torch_capability capability, ss_dtype dtype,
                        const void *data, void *result);
/* Products of float32 or float64 into result, whose elements are ones. */
void ssi_torch_prod_axes(const ssi_torch_plan *plan,
                         ss_torch_capability capability, ss_dtype dtype,
                         const void *data, void *result);

/* Variances of float16, bfloat16, float32 or float64 by Welford's recurrence;
 * root: their square roots. */
void ssi_torch_variance_axes(const ssi_torch_plan *plan,
                             ss_torch_capability capability, ss_dtype dtype,
                             const void *data, double correction, bool root,
                             void *result);
/* The variance of all elements of float32 or float64, as one number. mean is
 * theirs, rounded to the dtype. */
double ssi_torch_variance_of_all(const ssi_torch_plan *plan, ss_dtype dtype,
                                 const void *data, double mean,
                                 double correction, bool root);

#endif
