/* SPDX-License-Identifier: MIT
 * expm1() in double: included twice by math/fma_twice.h.
 */

/* expm1(x + c) * 2^k + 2^k - 1 from the correction e, k not 0 or +-1. */
FMA_TARGET static inline double FMA_NAME(expm1_scale)(double x, double e, int k)
{
    uint64_t exponent = (uint64_t)(uint32_t)k << 52;
    double y;

    if (k <= -2 || k > 56) {
        y = 1.0 - (e - x);
        return ssi_double(ssi_bits64(y) + exponent) - 1.0;
    }
    if (k < 20) {
        y = (1.0 - ssi_double((uint64_t)(1023 - k) << 52)) - (e - x);
        return ssi_double(ssi_bits64(y) + exponent);
    }
    y = x - (e + ssi_double((uint64_t)(1023 - k) << 52)) + 1.0;
    return ssi_double(ssi_bits64(y) + exponent);
}

/* expm1 of 2^k ln 2 + x + c, |x| <= ln 2 / 2. */
FMA_TARGET static inline double FMA_NAME(expm1_sum)(double x, double c, int k)
{
    const double *q = expm1_q;
    double hfx = 0.5 * x, hxs = x * hfx, h2 = hxs * hxs, h4 = h2 * h2;
    double r, t, e;

    r = FMA(h2, FMA(hxs, q[2], q[1]), FMA(hxs, q[0], 1.0));
    r = FMA(h4, FMA(hxs, q[4], q[3]), r);
    t = FMA(-r, hfx, 3.0);
    e = hxs * ((r - t) / FMA(-x, t, 6.0));
    if (k == 0)
        return x - FMA(x, e, -hxs);
    e = FMA(e - c, x, -c) - hxs;
    if (k == -1)
        return FMA(x - e, 0.5, -0.5);
    if (k == 1)
        return x < -0.25 ? -2.0 * (e - (x + 0.5)) : FMA(x - e, 2.0, 1.0);
    return FMA_NAME(expm1_scale)(x, e, k);
}

FMA_TARGET static inline double FMA_NAME(expm1)(double x)
{
    uint32_t magnitude = ssi_high32(x) & 0x7fffffff;
    double hi, lo, t;
    int k;

    if (magnitude < 0x3c900000) /* 2^-54 */
        return x;
    if (magnitude <= 0x3fd62e42) /* ln 2 / 2 */
        return FMA_NAME(expm1_sum)(x, 0, 0);
    if (!(x <= EXPM1_OVERFLOW))
        return x != x ? x : SSI_INFINITY;
    if (magnitude >= 0x4043687a && x < 0) /* 56 ln 2 */
        return -1.0;
    if (magnitude < 0x3ff0a2b2) { /* 1.5 ln 2 */
        k = x < 0 ? -1 : 1;
        hi = x - k * LN2_HI;
        lo = k * LN2_LO;
    } else {
        k = (int)(INV_LN2 * x + (x < 0 ? -0.5 : 0.5));
        t = k;
        hi = FMA(-t, LN2_HI, x);
        lo = t * LN2_LO;
    }
    t = hi - lo;
    return FMA_NAME(expm1_sum)(t, (hi - t) - lo, k);
}
