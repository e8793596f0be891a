/* SPDX-License-Identifier: MIT
 * The integer dtypes of torch's random_ family.
 */
#ifndef SSI_TORCH_RANDINT_H
#define SSI_TORCH_RANDINT_H

#include <stdbool.h>

#include <sameseed/torch.h>

/* static_cast<int64_t>(static_cast<T>(value)) for a float dtype: what does
 * not fit becomes what the imitated CPU's conversion gives. */
int64_t ssi_torch_through_float(const ss_torch_generator *g, ss_dtype dtype,
                                int64_t value);

/* Bits of a float dtype's significand. */
int ssi_torch_digits(ss_dtype dtype);

/* n integers, from base and words modulo range, cast to dtype. */
void ssi_torch_randint(ss_torch_generator *g, ss_dtype dtype, uint64_t range,
                       int64_t base, void *out, size_t n);

/* n raw 64-bit integers cast to dtype. */
void ssi_torch_randint_raw(ss_torch_generator *g, ss_dtype dtype, void *out,
                           size_t n);

/* n integers cast to dtype at first, first + 1, ... */
void ssi_torch_store_integers(ss_dtype dtype, void *out, size_t first,
                              const int64_t *values, size_t n);

#endif
