/* SPDX-License-Identifier: MIT
 * A float as the integer that holds its bits, and back.
 */
#ifndef SSI_MATH_BITS_H
#define SSI_MATH_BITS_H

#include <stdint.h>
#include <string.h>

/* Bits of 1.0, of infinity and of the smallest normal double. */
#define SSI_ONE UINT64_C(0x3ff0000000000000)
#define SSI_INF UINT64_C(0x7ff0000000000000)
#define SSI_MIN_NORMAL UINT64_C(0x0010000000000000)

#define SSI_INFINITY ssi_double(SSI_INF)
#define SSI_NAN ssi_double(UINT64_C(0x7ff8000000000000))

static inline uint64_t ssi_bits64(double x)
{
    uint64_t bits;

    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static inline double ssi_double(uint64_t bits)
{
    double x;

    memcpy(&x, &bits, sizeof x);
    return x;
}

static inline uint32_t ssi_bits32(float x)
{
    uint32_t bits;

    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static inline float ssi_float(uint32_t bits)
{
    float x;

    memcpy(&x, &bits, sizeof x);
    return x;
}

/* The number that these bits are in two's complement. */
static inline int64_t ssi_signed(uint64_t bits)
{
    return bits >> 63 ? -(int64_t)~bits - 1 : (int64_t)bits;
}

/* The same, shifted right by n < 64 and rounded down. */
static inline int64_t ssi_shift_right(uint64_t bits, int n)
{
    return bits >> 63 ? -(int64_t)(~bits >> n) - 1 : (int64_t)(bits >> n);
}

/* The upper half, as it tells the range of a number. */
static inline uint32_t ssi_high32(double x)
{
    return (uint32_t)(ssi_bits64(x) >> 32);
}

/* fabs and copysign without libm. */
static inline double ssi_fabs(double x)
{
    return ssi_double(ssi_bits64(x) & INT64_MAX);
}

static inline double ssi_copysign(double x, double sign)
{
    return ssi_double((ssi_bits64(x) & INT64_MAX)
                      | (ssi_bits64(sign) & ~(uint64_t)INT64_MAX));
}

#endif
