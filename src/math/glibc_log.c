/* SPDX-License-Identifier: MIT
 * log() in double: a table of 128 reciprocals and a short polynomial.
 * Learned from: ARM optimized-routines (math/log.c, MIT), which is in glibc
 * since 2.28; the order of roundings from gcc's contraction of it.
 */
#include "math/glibc.h"

#include "math/bits.h"
#include "math/glibc_log_tables.h"

/* The lowest z of the table's first interval. */
#define LOG_FIRST UINT64_C(0x3fe6000000000000)
/* 1 - 2^-4, and how far 1 + 0x1.09p-4 is from it, in bits. */
#define LOG_NEAR UINT64_C(0x3fee000000000000)
#define LOG_NEAR_SPAN (UINT64_C(0x3ff1090000000000) - LOG_NEAR)

#define SSI_KERNEL "math/glibc_log_kernel.h"
#include "math/fma_twice.h"

double ssi_glibc_log(double x)
{
    return SSI_FMA_CALL(log, x);
}

void ssi_glibc_log_block(double *x, size_t n)
{
    SSI_FMA_CALL(log_block, x, n);
}
