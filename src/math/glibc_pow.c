/* SPDX-License-Identifier: MIT
 * pow() in double: exp of y times a logarithm of 68 bits.
 * Learned from: ARM optimized-routines (math/pow.c, MIT), which is in glibc
 * since 2.28; the order of roundings from gcc's contraction of it.
 */
#include "math/glibc.h"

#include <stdbool.h>

#include "math/bits.h"
#include "math/glibc_exp_tables.h"
#include "math/glibc_pow_tables.h"
#include "math/pow_cases.h"

#define EXP_SHIFT 0x1.8p52 /* added: rounds to an integer */

/* The lowest z of the table's first interval. */
#define POW_FIRST UINT64_C(0x3fe6955500000000)

/* Arguments for which no logarithm is needed: zeros, infinities and NaN, a
 * negative x under a y that is not an integer, and a y so small or large that
 * the result is 1, 0 or infinite. */
static bool pow_special(double x, double y, double *result)
{
    uint32_t top = ssi_high32(y) >> 20 & 0x7ff;
    uint64_t magnitude = ssi_bits64(x) & INT64_MAX;

    if (ssi_pow_case(x, y, result))
        return true;
    if (top >= 0x3be && top < 0x43e)
        return false;
    /* |y| < 2^-65 or |y| >= 2^63, an even integer */
    if (magnitude == SSI_ONE || top < 0x3be)
        *result = 1.0;
    else
        *result = (magnitude > SSI_ONE) == (y > 0) ? SSI_INFINITY : 0.0;
    return true;
}

#define SSI_KERNEL "math/glibc_pow_kernel.h"
#include "math/fma_twice.h"

double ssi_glibc_pow(double x, double y)
{
    return SSI_FMA_CALL(pow, x, y);
}
