/* SPDX-License-Identifier: MIT
 * The correctly rounded square root, the CPU's own where it has one.
 */
#ifndef SSI_MATH_SQRT_H
#define SSI_MATH_SQRT_H

#include <math.h>

/* IEEE 754 fixes every bit: sqrt() is one instruction (-fno-math-errno). */
static inline double ssi_sqrt(double x)
{
    return sqrt(x);
}

static inline float ssi_sqrtf(float x)
{
    return sqrtf(x);
}

#endif
