/* SPDX-License-Identifier: MIT
 * The mathematical functions of the GNU C library, to the last bit.
 *
 * Imitated: glibc with FMA, on x86-64 and AArch64 alike; double functions as
 * 2.39 and later compute them (and the 2.36 of Debian 12 in its updates),
 * float ones as all up to 2.40. Round to nearest; errno and exception flags
 * are not touched; a NaN's sign and payload are not promised. Each name is
 * that of <math.h> with ssi_glibc_ before it.
 */
#ifndef SSI_MATH_GLIBC_H
#define SSI_MATH_GLIBC_H

#include <stddef.h>

double ssi_glibc_log(double x);
double ssi_glibc_log1p(double x);
double ssi_glibc_exp(double x);
double ssi_glibc_expm1(double x);
double ssi_glibc_pow(double x, double y);
double ssi_glibc_sin(double x);
double ssi_glibc_cos(double x);
double ssi_glibc_tan(double x);
double ssi_glibc_acos(double x);

/* x >= 0 only, as far as streams go; NaN below. The same on x86-64 only: glibc
 * elsewhere fuses it, later versions round it otherwise. */
double ssi_glibc_lgamma(double x);

float ssi_glibc_logf(float x);
float ssi_glibc_expf(float x);
float ssi_glibc_powf(float x, float y);
float ssi_glibc_sinf(float x);
float ssi_glibc_cosf(float x);
float ssi_glibc_log1pf(float x);

/* Blocks: the same values, with the choice of fma made once. In place. */
void ssi_glibc_log_block(double *x, size_t n);
void ssi_glibc_log1p_block(double *x, size_t n);
void ssi_glibc_exp_block(double *x, size_t n);
void ssi_glibc_tan_block(double *x, size_t n);
void ssi_glibc_logf_block(float *x, size_t n);

/* x[i] becomes sin(x[i]), c[i] is cos(x[i]). */
void ssi_glibc_sincos_block(double *x, double *c, size_t n);
void ssi_glibc_sincosf_block(float *x, float *c, size_t n);

#endif
