/* SPDX-License-Identifier: MIT
 * Unsigned integers of 128 bits, modulo 2**128: the compiler's where it has
 * them, else four products of 32 bits (-DSS_NO_INT128 tries that anywhere).
 */
#ifndef SSI_BASE_U128_H
#define SSI_BASE_U128_H

#include <stdint.h>

typedef struct ssi_u128 {
    uint64_t high, low;
} ssi_u128;

#if defined(__SIZEOF_INT128__) && !defined(SS_NO_INT128)
__extension__ typedef unsigned __int128 ssi_native_u128;

static inline ssi_u128 ssi_mul_u64(uint64_t a, uint64_t b)
{
    ssi_native_u128 x = (ssi_native_u128)a * b;

    return (ssi_u128){(uint64_t)(x >> 64), (uint64_t)x};
}
#else
static inline ssi_u128 ssi_mul_u64(uint64_t a, uint64_t b)
{
    uint64_t a0 = a & UINT32_MAX, a1 = a >> 32;
    uint64_t b0 = b & UINT32_MAX, b1 = b >> 32;
    uint64_t low = a0 * b0, mid = a1 * b0 + (low >> 32);
    uint64_t mid2 = a0 * b1 + (mid & UINT32_MAX);

    return (ssi_u128){a1 * b1 + (mid >> 32) + (mid2 >> 32), a * b};
}
#endif

static inline ssi_u128 ssi_u128_add(ssi_u128 a, ssi_u128 b)
{
    uint64_t low = a.low + b.low;

    return (ssi_u128){a.high + b.high + (low < a.low), low};
}

static inline ssi_u128 ssi_u128_mul(ssi_u128 a, ssi_u128 b)
{
    ssi_u128 x = ssi_mul_u64(a.low, b.low);

    x.high += a.high * b.low + a.low * b.high;
    return x;
}

#endif
