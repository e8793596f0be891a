/* SPDX-License-Identifier: MIT
 * sin() and cos() in double: a table of sin and cos in steps of 1/128.
 * Learned from: the method of IBM's accurate mathematical library (Gal and
 * Bachelis 1991; Ziv 1991) and measurements of glibc, whose versions from
 * 2.28 on leave out the slow paths; the order of roundings from gcc's
 * contraction of them.
 */
#include "math/glibc.h"

#include "math/bits.h"
#include "math/glibc_sincos_tables.h"
#include "math/pi_2.h"
#include "math/reduce_pi_2.h"

#define SINCOS_TO_TABLE 0x1.8p45 /* added: rounds to a multiple of 1/128 */

/* sin, its tail, cos, its tail at the multiple of 1/128 that u rounds to. */
static inline const double *sincos_row(double u)
{
    return sincos_table + 4 * (ssi_bits64(u) & 127);
}

#define SSI_KERNEL "math/glibc_sincos_kernel.h"
#include "math/fma_twice.h"

double ssi_glibc_sin(double x)
{
    return SSI_FMA_CALL(sin, x);
}

double ssi_glibc_cos(double x)
{
    return SSI_FMA_CALL(cos, x);
}

void ssi_glibc_sincos_block(double *x, double *c, size_t n)
{
    SSI_FMA_CALL(sincos_block, x, c, n);
}
