/* SPDX-License-Identifier: MIT
 * exp() in double: a table of 2^(k/128) and a short polynomial.
 * Learned from: ARM optimized-routines (math/exp.c, MIT), which is in glibc
 * since 2.28; the order of roundings from gcc's contraction of it.
 */
#include "math/glibc.h"

#include "math/bits.h"
#include "math/glibc_exp_tables.h"

#define EXP_SHIFT 0x1.8p52 /* added: rounds to an integer */

#define SSI_KERNEL "math/glibc_exp_kernel.h"
#include "math/fma_twice.h"

double ssi_glibc_exp(double x)
{
    return SSI_FMA_CALL(exp, x);
}

void ssi_glibc_exp_block(double *x, size_t n)
{
    SSI_FMA_CALL(exp_block, x, n);
}
