/* SPDX-License-Identifier: MIT
 * log1p() in double: argument reduction and a rational approximation.
 * Learned from: fdlibm 5.3 (s_log1p.c, Sun Microsystems 1993) with glibc's
 * split of its polynomial; the order of roundings from gcc's contraction of
 * it (glibc 2.39, and the updates of 2.34 to 2.38). Figures: fdlibm's, see
 * LICENSES/fdlibm.txt.
 */
#include "math/glibc.h"

#include <stdbool.h>

#include "math/bits.h"

#define LN2_HI 6.93147180369123816490e-01
#define LN2_LO 1.90821492927058770002e-10
#define TWO_THIRDS 0.66666666666666666

/* Lp1 ... Lp7. */
static const double log1p_lp[7] = {
    6.666666666666735130e-01, 3.999999999940941908e-01,
    2.857142874366239149e-01, 2.222219843214978396e-01,
    1.818357216161805012e-01, 1.531383769920937332e-01,
    1.479819860511658591e-01,
};

#define SSI_KERNEL "math/glibc_log1p_kernel.h"
#include "math/fma_twice.h"

double ssi_glibc_log1p(double x)
{
    return SSI_FMA_CALL(log1p, x);
}

void ssi_glibc_log1p_block(double *x, size_t n)
{
    SSI_FMA_CALL(log1p_block, x, n);
}
