/* SPDX-License-Identifier: MIT
 * From the type a kernel computes in to the dtype of the tensor, as the C++
 * casts of PyTorch do it; and the loop that most fills are made of.
 */
#ifndef SSI_TORCH_STORE_H
#define SSI_TORCH_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/array.h>
#include <sameseed/torch.h>

/* float16, bfloat16, float32 or float64. */
bool ssi_torch_is_float(ss_dtype dtype);

/* n doubles to elements first, first + 1, ... of out. To 16-bit floats by way
 * of float. To integers toward zero; what does not fit gives what the imitated
 * CPU's conversion gives. dtype: SS_BOOL to SS_INT64 and the floats. */
void ssi_torch_store(const ss_torch_generator *g, ss_dtype dtype, void *out,
                     size_t first, const double *values, size_t n);

/* The same from floats, to a float dtype of 16 or 32 bits. */
void ssi_torch_store_floats(ss_dtype dtype, void *out, size_t first,
                            const float *values, size_t n);

/* Elements first, ... of a float dtype as doubles. */
void ssi_torch_load(ss_dtype dtype, const void *in, size_t first,
                    double *values, size_t n);

/* x rounded to a float dtype; and a factor or divisor of an operation in dtype,
 * which for the 16-bit floats is a float (their addends are rounded). */
double ssi_torch_round(ss_dtype dtype, double x);
double ssi_torch_scalar(ss_dtype dtype, double x);

/* double -> int64 as the imitated CPU converts what does not fit, too. */
int64_t ssi_torch_to_int64(const ss_torch_generator *g, double value);

/* A kernel that draws n doubles; params are its own. */
typedef void ssi_torch_kernel(ss_torch_generator *g, const double *params,
                              double *out, size_t n);

/* n values of the kernel as dtype. */
void ssi_torch_fill(ss_torch_generator *g, ssi_torch_kernel *kernel,
                    const double *params, ss_dtype dtype, void *out, size_t n);

#endif
