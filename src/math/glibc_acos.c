/* SPDX-License-Identifier: MIT
 * acos() in double: a polynomial of asin for each of 216 intervals.
 * Learned from: the method of IBM's accurate mathematical library (Gal and
 * Bachelis 1991; Ziv 1991) and measurements of glibc, whose versions from
 * 2.36 on leave out the slow paths; the order of roundings from gcc's
 * contraction of them.
 */
#include "math/glibc.h"

#include "math/bits.h"
#include "math/glibc_acos_tables.h"
#include "math/pi_2.h"

#define HALVE 0x1p27 /* c + c * 2^27 - c * 2^27: half of c's bits */

/* 1/sqrt(z) to 7 bits: z = m 4^k, 1/2 <= m < 2. */
static inline double inverse_root(double z)
{
    uint32_t high = ssi_high32(z);
    uint64_t power = 1534 - (high >> 21);

    return acos_inverse_root[high >> 14 & 127] * ssi_double(power << 52);
}

#define SSI_KERNEL "math/glibc_acos_kernel.h"
#include "math/fma_twice.h"

double ssi_glibc_acos(double x)
{
    return SSI_FMA_CALL(acos, x);
}
