/* SPDX-License-Identifier: MIT
 * sinf() and cosf(): reduction in double or in integers, short polynomials.
 * Learned from: ARM optimized-routines (math/sinf.c, math/cosf.c, MIT), which
 * are in glibc since 2.28; the order of roundings from gcc's contraction of
 * them. Figures: theirs, see LICENSES/ARM-optimized-routines.txt.
 */
#include "math/glibc.h"

#include "math/bits.h"
#include "math/two_over_pi.h"

#define SINCOSF_2_PI 0x1.45f306dc9c883p23  /* 2^24 * 2/pi */
#define SINCOSF_PI_2 0x1.921fb54442d18p0   /* pi/2 */
#define SINCOSF_UNIT 0x1.921fb54442d18p-62 /* pi/2^63 */

/* sin(x) = x + a[0] x^3 + a[1] x^5 + a[2] x^7 */
static const double sinf_a[3] = {
    -0x1.555545995a603p-3,
    0x1.1107605230bc4p-7,
    -0x1.994eb3774cf24p-13,
};

/* cos(x) = a[0] + a[1] x^2 + ... + a[4] x^8 */
static const double cosf_a[5] = {
    1.0,
    -0x1.ffffffd0c621cp-2,
    0x1.55553e1068f19p-5,
    -0x1.6c087e89a359dp-10,
    0x1.99343027bf8c3p-16,
};

/* |x| >= 120 from its bits: the reduced argument and the quadrant. */
static double reduce_large(uint32_t bits, int *n)
{
    int first = (int)(bits >> 26 & 15) * 8 - 24, shift = bits >> 23 & 7;
    uint32_t mantissa = ((bits & 0xffffff) | 0x800000) << shift;
    uint64_t top = (uint64_t)(mantissa * ssi_two_over_pi(first, 32)) << 32;
    uint64_t product =
        (uint64_t)mantissa * ssi_two_over_pi(first + 64, 32) >> 32;
    double r;

    product =
        (product | top) + (uint64_t)mantissa * ssi_two_over_pi(first + 32, 32);
    *n = (int)((product + (UINT64_C(1) << 61)) >> 62);
    product -= (uint64_t)*n << 62;
    r = (double)ssi_signed(product) * SINCOSF_UNIT;
    if (bits >> 31) {
        *n = -*n;
        return -r;
    }
    return r;
}

#define SSI_KERNEL "math/glibc_sincosf_kernel.h"
#include "math/fma_twice.h"

float ssi_glibc_sinf(float x)
{
    return SSI_FMA_CALL(sinf, x);
}

float ssi_glibc_cosf(float x)
{
    return SSI_FMA_CALL(cosf, x);
}

void ssi_glibc_sincosf_block(float *x, float *c, size_t n)
{
    SSI_FMA_CALL(sincosf_block, x, c, n);
}
