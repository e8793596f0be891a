/* SPDX-License-Identifier: MIT
 * Large arguments of sin, cos and tan, exactly.
 */
#ifndef SSI_MATH_REDUCE_PI_2_H
#define SSI_MATH_REDUCE_PI_2_H

/* x = n pi/2 + a + da with |a + da| <= pi/4, a its nearest double, da the
 * rest; returns n modulo 4. For finite x with |x| >= 1. */
unsigned ssi_reduce_pi_2(double x, double *a, double *da);

#endif
