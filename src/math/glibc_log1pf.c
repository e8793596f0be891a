/* SPDX-License-Identifier: MIT
 * log1pf(): argument reduction and a polynomial, all in float, nothing fused.
 * Learned from: fdlibm 5.3 as Ian Lance Taylor converted it to float
 * (s_log1pf.c), in glibc up to 2.40; later ones round correctly. Figures: see
 * LICENSES/fdlibm.txt.
 */
#include "math/glibc.h"

#include <stdbool.h>

#include "math/bits.h"

#define LN2_HI 6.9313812256e-01f
#define LN2_LO 9.0580006145e-06f
#define TWO_THIRDS 0.66666666666666666f

/* Lp1 ... Lp7. */
static const float log1pf_lp[7] = {
    6.6666668653e-01f, 4.0000000596e-01f, 2.8571429849e-01f, 2.2222198546e-01f,
    1.8183572590e-01f, 1.5313838422e-01f, 1.4798198640e-01f,
};

/* log(1 + f) + k ln 2 + c. */
static float sum(float f, float k, float c)
{
    float hfsq = 0.5f * f * f, s = f / (2.0f + f), z = s * s;
    float r = log1pf_lp[6];

    for (int i = 5; i >= 0; i--)
        r = log1pf_lp[i] + z * r;
    r = z * r;
    if (k == 0)
        return f - (hfsq - s * (hfsq + r));
    return k * LN2_HI - ((hfsq - (s * (hfsq + r) + (k * LN2_LO + c))) - f);
}

/* |f| < 2^-20. */
static float sum_short(float f, float k, float c)
{
    float r = 0.5f * f * f * (1.0f - TWO_THIRDS * f);

    if (f == 0)
        return k == 0 ? 0.0f : k * LN2_HI + (c + k * LN2_LO);
    if (k == 0)
        return f - r;
    return k * LN2_HI - ((r - (k * LN2_LO + c)) - f);
}

/* 1 + x = 2^k (1 + f), with c for what the sum 1 + x lost. */
static float reduced(float x)
{
    bool small = ssi_bits32(x) >> 31 || ssi_bits32(x) < 0x5a000000u;
    float u = small ? 1.0f + x : x, c = 0;
    uint32_t fraction = ssi_bits32(u) & 0x7fffff;
    int k = (int)(ssi_bits32(u) >> 23) - 127;

    if (small)
        c = (k > 0 ? 1.0f - (u - x) : x - (u - 1.0f)) / u;
    if (fraction < 0x3504f7) {
        u = ssi_float(fraction | 0x3f800000u);
    } else {
        k++;
        u = ssi_float(fraction | 0x3f000000u);
        fraction = (0x800000 - fraction) >> 2;
    }
    if (fraction == 0)
        return sum_short(u - 1.0f, (float)k, c);
    return sum(u - 1.0f, (float)k, c);
}

float ssi_glibc_log1pf(float x)
{
    uint32_t bits = ssi_bits32(x), magnitude = bits & 0x7fffffff;

    if (magnitude < 0x31000000u) /* 2^-29 */
        return magnitude < 0x24800000u ? x : x - x * x * 0.5f;
    if (!(x > -1.0f))
        return x == -1.0f ? (float)-SSI_INFINITY : (float)SSI_NAN;
    if (magnitude >= 0x7f800000u)
        return x;
    if (bits < 0x3ed413d7u || (bits >> 31 && bits <= 0xbe95f61fu))
        return sum(x, 0, 0);
    return reduced(x);
}
