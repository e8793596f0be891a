/* SPDX-License-Identifier: MIT
 * Conversions of the 16-bit floats, which C lacks: IEEE binary16 and bfloat16.
 * To the narrower type: nearest, ties to even. NumPy rounds a double to half
 * at once, PyTorch by way of float. Learned from: IEEE 754-2019;
 * npy_math/halffloat and c10/util/{Half,BFloat16}.h for what a NaN becomes.
 */
#ifndef SSI_ARRAY_HALF_H
#define SSI_ARRAY_HALF_H

#include <stdint.h>
#include <string.h>

static inline uint32_t ssi_float_bits(float x)
{
    uint32_t bits;

    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static inline float ssi_float_from_bits(uint32_t bits)
{
    float x;

    memcpy(&x, &bits, sizeof x);
    return x;
}

static inline uint64_t ssi_double_bits(double x)
{
    uint64_t bits;

    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static inline double ssi_double_from_bits(uint64_t bits)
{
    double x;

    memcpy(&x, &bits, sizeof x);
    return x;
}

static inline float ssi_half_to_float(uint16_t half)
{
    uint32_t sign = (uint32_t)(half & 0x8000u) << 16;
    uint32_t magnitude = half & 0x7fffu;
    float x;

    if (magnitude >= 0x7c00u) /* infinity and NaN */
        return ssi_float_from_bits(sign | 0x7f800000u | magnitude << 13);
    if (magnitude >= 0x0400u)
        return ssi_float_from_bits(sign | ((magnitude << 13) + 0x38000000u));
    x = (float)magnitude * 0x1p-24f; /* subnormal: exact */
    return sign != 0 ? -x : x;
}

static inline double ssi_half_to_double(uint16_t half)
{
    return (double)ssi_half_to_float(half);
}

/* |x| as significand * 2^exponent, to the nearest half. significand has its
 * highest bit at width, exponent is that of this bit. */
static inline uint16_t ssi_half_round(uint64_t significand, int width,
                                      int exponent)
{
    int drop = width - 10;
    uint64_t kept, rest, tie;

    if (exponent > 15)
        return 0x7c00u;
    if (exponent < -14)
        drop += -14 - exponent;
    if (drop > width + 1)
        return 0; /* below half of the smallest subnormal */
    kept = significand >> drop;
    tie = UINT64_C(1) << (drop - 1);
    rest = significand & ((tie << 1) - 1);
    if (exponent >= -14)
        kept += (uint64_t)(exponent + 14) << 10; /* implicit bit: one more */
    if (rest > tie || (rest == tie && (kept & 1) != 0))
        kept++; /* may carry into the exponent, up to infinity */
    return (uint16_t)kept;
}

static inline uint16_t ssi_float_to_half(float x)
{
    uint32_t bits = ssi_float_bits(x);
    uint16_t sign = (uint16_t)(bits >> 16 & 0x8000u);
    uint32_t magnitude = bits & 0x7fffffffu;
    uint16_t payload;

    if (magnitude > 0x7f800000u) {
        payload = (uint16_t)(magnitude >> 13 & 0x3ffu);
        return (uint16_t)(sign | 0x7c00u | (payload == 0 ? 1u : payload));
    }
    if (magnitude < 0x33000000u) /* below 2^-25 */
        return sign;
    return sign
           | ssi_half_round((magnitude & 0x7fffffu) | 0x800000u, 23,
                            (int)(magnitude >> 23) - 127);
}

static inline uint16_t ssi_double_to_half(double x)
{
    uint64_t bits = ssi_double_bits(x);
    uint16_t sign = (uint16_t)(bits >> 48 & 0x8000u);
    uint64_t magnitude = bits & ~(UINT64_C(1) << 63);
    uint16_t payload;

    if (magnitude > UINT64_C(0x7ff) << 52) {
        payload = (uint16_t)(magnitude >> 42 & 0x3ffu);
        return (uint16_t)(sign | 0x7c00u | (payload == 0 ? 1u : payload));
    }
    if (magnitude < UINT64_C(0x3e6) << 52) /* below 2^-25 */
        return sign;
    return sign
           | ssi_half_round((magnitude & ((UINT64_C(1) << 52) - 1))
                                | UINT64_C(1) << 52,
                            52, (int)(magnitude >> 52) - 1023);
}

/* As PyTorch converts: two roundings; a NaN becomes the quiet one. */
static inline uint16_t ssi_double_to_half_by_float(double x)
{
    float narrow = (float)x;

    if (narrow != narrow)
        return (uint16_t)((ssi_float_bits(narrow) >> 16 & 0x8000u) | 0x7e00u);
    return ssi_float_to_half(narrow);
}

static inline float ssi_bfloat16_to_float(uint16_t x)
{
    return ssi_float_from_bits((uint32_t)x << 16);
}

static inline double ssi_bfloat16_to_double(uint16_t x)
{
    return (double)ssi_bfloat16_to_float(x);
}

static inline uint16_t ssi_float_to_bfloat16(float x)
{
    uint32_t bits = ssi_float_bits(x);

    if (x != x)
        return 0x7fc0u;
    return (uint16_t)((bits + 0x7fffu + (bits >> 16 & 1u)) >> 16);
}

/* As PyTorch converts: by way of float. */
static inline uint16_t ssi_double_to_bfloat16(double x)
{
    return ssi_float_to_bfloat16((float)x);
}

#endif
