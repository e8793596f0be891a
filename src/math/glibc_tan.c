/* SPDX-License-Identifier: MIT
 * tan() in double: a table of tan and cot in steps of about 1/256.
 * Learned from: the method of IBM's accurate mathematical library (Gal and
 * Bachelis 1991; Ziv 1991) and measurements of glibc, whose versions from
 * 2.36 on leave out the slow paths; the order of roundings from gcc's
 * contraction of them.
 */
#include "math/glibc.h"

#include <stdbool.h>

#include "math/bits.h"
#include "math/glibc_tan_tables.h"
#include "math/pi_2.h"
#include "math/reduce_pi_2.h"

#define TAN_IDENTITY 0x1.b096cp-27 /* up to here tan(x) is x */
#define TAN_NEAR 0x1.f212dp-5      /* up to here one polynomial will do */
#define TAN_TABLE 0x1.92f1ap-1     /* up to here the table goes */

/* a + b and what the sum lacks, by way of the larger one. */
static inline double sum_by_size(double a, double b, double *low)
{
    double sum = a + b;

    *low = ssi_fabs(a) > ssi_fabs(b) ? (a - sum) + b : (b - sum) + a;
    return sum;
}

#define SSI_KERNEL "math/glibc_tan_kernel.h"
#include "math/fma_twice.h"

double ssi_glibc_tan(double x)
{
    return SSI_FMA_CALL(tan, x);
}

void ssi_glibc_tan_block(double *x, size_t n)
{
    SSI_FMA_CALL(tan_block, x, n);
}
