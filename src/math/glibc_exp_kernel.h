/* SPDX-License-Identifier: MIT
 * exp() in double: included twice by math/fma_twice.h.
 */
#include "math/glibc_exp_core.h"

FMA_TARGET static inline double FMA_NAME(exp)(double x)
{
    if (x != x)
        return x;
    return FMA_NAME(exp_core)(x, -0.0, 0); /* adding -0 changes nothing */
}

FMA_TARGET static void FMA_NAME(exp_block)(double *x, size_t n)
{
    for (size_t i = 0; i < n; i++)
        x[i] = FMA_NAME(exp)(x[i]);
}
