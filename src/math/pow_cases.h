/* SPDX-License-Identifier: MIT
 * The cases of pow() that ISO C, F.10.4.4, fixes.
 */
#ifndef SSI_MATH_POW_CASES_H
#define SSI_MATH_POW_CASES_H

#include <stdbool.h>

/* Whether (x, y) is one of them: x or y is zero, infinite or NaN, or x is 1,
 * or x is negative and y no integer. Then *result is pow(x, y). */
bool ssi_pow_case(double x, double y, double *result);

/* 0: y is not an integer; 1: an odd one; 2: an even one. */
int ssi_integer_kind(double y);

#endif
