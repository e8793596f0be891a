/* SPDX-License-Identifier: MIT
 * a * b + c as a compiler writes it that contracts, or does not.
 */
#ifndef SSI_TORCH_CONTRACT_H
#define SSI_TORCH_CONTRACT_H

#include <stdbool.h>

#include "math/fma.h"

static inline double ssi_torch_mul_add(bool fused, double a, double b, double c)
{
    return fused ? ssi_fma(a, b, c) : a * b + c;
}

#endif
