/* SPDX-License-Identifier: MIT
 * powf(): exp2 of y times log2, both in double.
 * Learned from: ARM optimized-routines (math/powf.c, MIT), which is in glibc
 * since 2.27; the order of roundings from gcc's contraction of it.
 */
#include "math/glibc.h"

#include "math/bits.h"
#include "math/glibc_expf_tables.h"
#include "math/glibc_logf_tables.h"
#include "math/pow_cases.h"

/* The lowest z of the table's first interval. */
#define LOGF_FIRST 0x3f330000u
#define POWF_SHIFT 0x1.8p47 /* added: rounds to a multiple of 1/32 */
#define POWF_OVERFLOW 0x1.fffffffd1d571p6

#define SSI_KERNEL "math/glibc_powf_kernel.h"
#include "math/fma_twice.h"

float ssi_glibc_powf(float x, float y)
{
    return SSI_FMA_CALL(powf, x, y);
}
