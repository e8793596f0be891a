/* SPDX-License-Identifier: MIT
 * exp() and log1p() of SLEEF, 1.0 ulp, as its AVX2 variants compute them: what
 * PyTorch's vector code takes for sigmoid() and log1p(). Every element gives
 * the same bits wherever it stands in a vector.
 */
#ifndef SSI_MATH_SLEEF_H
#define SSI_MATH_SLEEF_H

float ssi_sleef_expf(float x);
double ssi_sleef_exp(double x);

/* x < 2^100, all that streams need. */
float ssi_sleef_log1pf(float x);
double ssi_sleef_log1p(double x);

#endif
