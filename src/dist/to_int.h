/* SPDX-License-Identifier: MIT
 * Doubles to integers and integers that wrap, as the imitated machine has
 * them: x86-64 answers INT64_MIN for NaN and what does not fit, and a sum or
 * product that overflows loses its high bits. Streams show both.
 */
#ifndef SSI_DIST_TO_INT_H
#define SSI_DIST_TO_INT_H

#include <stdint.h>

static inline int64_t ssi_to_int64(double x)
{
    if (x >= -9223372036854775808.0 && x < 9223372036854775808.0)
        return (int64_t)x;
    return INT64_MIN;
}

static inline int64_t ssi_wrap_add(int64_t a, int64_t b)
{
    return (int64_t)((uint64_t)a + (uint64_t)b);
}

static inline int64_t ssi_wrap_sub(int64_t a, int64_t b)
{
    return (int64_t)((uint64_t)a - (uint64_t)b);
}

static inline int64_t ssi_wrap_mul(int64_t a, int64_t b)
{
    return (int64_t)((uint64_t)a * (uint64_t)b);
}

/* floor() and ceil(), but for the sign of zero. */
static inline double ssi_floor(double x)
{
    double t;

    if (!(x > -4503599627370496.0 && x < 4503599627370496.0))
        return x;
    t = (double)(int64_t)x;
    return t > x ? t - 1.0 : t;
}

static inline double ssi_ceil(double x)
{
    return -ssi_floor(-x);
}

static inline double ssi_fabs(double x)
{
    return x < 0.0 ? -x : x;
}

#endif
