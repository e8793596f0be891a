/* SPDX-License-Identifier: MIT
 * expf(): a table of 2^(k/32) and a cubic.
 * Learned from: ARM optimized-routines (math/expf.c, MIT), which is in glibc
 * since 2.27; the order of roundings from gcc's contraction of it.
 */
#include "math/glibc.h"

#include "math/bits.h"
#include "math/glibc_expf_tables.h"

#define EXPF_SHIFT 0x1.8p52           /* added: rounds to an integer */
#define EXPF_OVERFLOW 0x1.62e42ep6f   /* log(2^128) */
#define EXPF_UNDERFLOW -0x1.9fe368p6f /* log(2^-150) */

#define SSI_KERNEL "math/glibc_expf_kernel.h"
#include "math/fma_twice.h"

float ssi_glibc_expf(float x)
{
    return SSI_FMA_CALL(expf, x);
}
