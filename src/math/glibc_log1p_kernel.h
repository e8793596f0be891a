/* SPDX-License-Identifier: MIT
 * log1p() in double: included twice by math/fma_twice.h.
 */

/* log(1 + f) of the reduced argument, plus k ln 2 and the correction c. */
FMA_TARGET static inline double FMA_NAME(log1p_sum)(double f, double k,
                                                    double c)
{
    const double *lp = log1p_lp;
    double hfsq = 0.5 * f * f, s = f / (2.0 + f), z = s * s;
    double z2 = z * z, z4 = z2 * z2, z6 = z4 * z2;
    double r = FMA(z, lp[0], z2 * FMA(z, lp[2], lp[1])), q;

    r = FMA(z4, FMA(z, lp[4], lp[3]), r);
    r = FMA(z6, FMA(z, lp[6], lp[5]), r);
    q = s * (hfsq + r); /* not fused in the sums below */
    if (k == 0)
        return f - (hfsq - q);
    return FMA(k, LN2_HI, -((hfsq - (q + FMA(k, LN2_LO, c))) - f));
}

/* |f| < 2^-20. */
FMA_TARGET static inline double FMA_NAME(log1p_short)(double f, double k,
                                                      double c)
{
    double r = FMA(-f, TWO_THIRDS, 1.0) * (0.5 * f * f);

    if (f == 0)
        return k == 0 ? 0.0 : FMA(k, LN2_HI, FMA(k, LN2_LO, c));
    if (k == 0)
        return f - r;
    return FMA(k, LN2_HI, -((r - FMA(k, LN2_LO, c)) - f));
}

/* 1 + x = 2^k (1 + f), with c for what the sum 1 + x lost. */
FMA_TARGET static inline double FMA_NAME(log1p_reduced)(double x)
{
    bool small = ssi_high32(x) >> 31 || ssi_high32(x) < 0x43400000u;
    double u = small ? 1.0 + x : x, c = 0;
    uint32_t high = ssi_high32(u), fraction = high & 0xfffff;
    int k = (int)(high >> 20) - 1023;
    uint64_t low = ssi_bits64(u) & 0xfffffffffffffu;

    if (small)
        c = (k > 0 ? 1.0 - (u - x) : x - (u - 1.0)) / u;
    if (fraction < 0x6a09e) {
        u = ssi_double(low | SSI_ONE);
    } else {
        k++;
        u = ssi_double(low | UINT64_C(0x3fe) << 52);
        fraction = (0x100000 - fraction) >> 2;
    }
    if (fraction == 0)
        return FMA_NAME(log1p_short)(u - 1.0, k, c);
    return FMA_NAME(log1p_sum)(u - 1.0, k, c);
}

FMA_TARGET static inline double FMA_NAME(log1p)(double x)
{
    uint32_t high = ssi_high32(x), magnitude = high & 0x7fffffff;

    if (magnitude < 0x3e200000) /* |x| < 2^-29 */
        return magnitude < 0x3c900000 ? x : FMA(-(x * x), 0.5, x);
    if (!(x > -1.0))
        return x == -1.0 ? -SSI_INFINITY : SSI_NAN;
    if (magnitude >= 0x7ff00000)
        return x;
    /* -0.2929 < x < 0.41422, as the upper halves tell it */
    if (high < 0x3fda827a || (high >> 31 && high <= 0xbfd2bec3))
        return FMA_NAME(log1p_sum)(x, 0, 0);
    return FMA_NAME(log1p_reduced)(x);
}

FMA_TARGET static void FMA_NAME(log1p_block)(double *x, size_t n)
{
    for (size_t i = 0; i < n; i++)
        x[i] = FMA_NAME(log1p)(x[i]);
}
