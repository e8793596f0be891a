/* SPDX-License-Identifier: MIT
 * Cephes' figures for logf, sinf and cosf, as avx_mathfun.h rounds them.
 * Source: Cephes 2.2 (Moshier 1992) by way of avx_mathfun.h (Garberoglio 2012,
 * after Pommier 2007), whose notice is in LICENSES/avx_mathfun.txt.
 */
#ifndef SSI_MATH_TORCH_AVX2_FIGURES_H
#define SSI_MATH_TORCH_AVX2_FIGURES_H

#define TORCH_SQRT_HALF 0.707106781186547524f
#define TORCH_LN2_LO -2.12194440e-4f
#define TORCH_LN2_HI 0.693359375f
#define TORCH_2_PI 6.2831853071795864769f
#define TORCH_4_PI 1.27323954473516f /* 4/pi */

/* log(1 + x) = x - x^2/2 + x^3 (p[0] x^8 + ... + p[8]). */
static const float torch_log_p[9] = {
    7.0376836292e-2f,  -1.1514610310e-1f, 1.1676998740e-1f,
    -1.2420140846e-1f, 1.4249322787e-1f,  -1.6668057665e-1f,
    2.0000714765e-1f,  -2.4999993993e-1f, 3.3333331174e-1f,
};

/* -pi/4 in three parts. */
static const float torch_pi_4[3] = {
    -0.78515625f,
    -2.4187564849853515625e-4f,
    -3.77489497744594108e-8f,
};

static const float torch_cos_p[3] = {
    2.443315711809948e-5f,
    -1.388731625493765e-3f,
    4.166664568298827e-2f,
};

static const float torch_sin_p[3] = {
    -1.9515295891e-4f,
    8.3321608736e-3f,
    -1.6666654611e-1f,
};

#endif
