/* SPDX-License-Identifier: MIT
 * logf(): a table of 16 reciprocals and a cubic.
 * Learned from: ARM optimized-routines (math/logf.c, MIT), which is in glibc
 * since 2.27; the order of roundings from gcc's contraction of it.
 */
#include "math/glibc.h"

#include "math/bits.h"
#include "math/glibc_logf_tables.h"

/* The lowest z of the table's first interval. */
#define LOGF_FIRST 0x3f330000u

#define SSI_KERNEL "math/glibc_logf_kernel.h"
#include "math/fma_twice.h"

float ssi_glibc_logf(float x)
{
    return SSI_FMA_CALL(logf, x);
}

void ssi_glibc_logf_block(float *x, size_t n)
{
    SSI_FMA_CALL(logf_block, x, n);
}
