/* SPDX-License-Identifier: MIT
 * The exact remainder of a division, as every correct fmod() gives it.
 */
#ifndef SSI_MATH_FMOD_H
#define SSI_MATH_FMOD_H

/* x - n * y with n = x / y cut to an integer: exact, the sign is x's. NaN for
 * an infinite x, for y == 0 and for NaN. */
double ssi_fmod(double x, double y);

#endif
