/* SPDX-License-Identifier: MIT
 * Large arguments of glibc's sin, cos and tan.
 */
#ifndef SSI_MATH_REDUCE_PI_2_H
#define SSI_MATH_REDUCE_PI_2_H

/* x = n pi/2 + a + da with |a| <= pi/4, but for an error of about 2^-110;
 * returns n modulo 4. For finite x with |x| > 2^26. */
unsigned ssi_reduce_pi_2(double x, double *a, double *da);

#endif
