/* SPDX-License-Identifier: MIT
 * expm1() in double: argument reduction and a rational approximation.
 * Learned from: fdlibm 5.3 (s_expm1.c, Sun Microsystems 1993) with glibc's
 * split of its polynomial; the order of roundings from gcc's contraction of
 * it (glibc 2.39, and the updates of 2.34 to 2.38). Figures: fdlibm's, see
 * LICENSES/fdlibm.txt.
 */
#include "math/glibc.h"

#include "math/bits.h"

#define EXPM1_OVERFLOW 7.09782712893383973096e+02
#define LN2_HI 6.93147180369123816490e-01
#define LN2_LO 1.90821492927058770002e-10
#define INV_LN2 1.44269504088896338700e+00

/* Q1 ... Q5. */
static const double expm1_q[5] = {
    -3.33333333333331316428e-02, 1.58730158725481460165e-03,
    -7.93650757867487942473e-05, 4.00821782732936239552e-06,
    -2.01099218182624371326e-07,
};

#define SSI_KERNEL "math/glibc_expm1_kernel.h"
#include "math/fma_twice.h"

double ssi_glibc_expm1(double x)
{
    return SSI_FMA_CALL(expm1, x);
}
