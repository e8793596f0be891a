/* SPDX-License-Identifier: MIT
 * exp(x + tail), for exp() and pow(): part of kernels for math/fma_twice.h.
 */

/* scale * (1 + t) where scale = 2^(k/128) leaves the normal range: bits are
 * scale's but for the overflow in its exponent. */
FMA_TARGET static double FMA_NAME(exp_edge)(double t, uint64_t bits, uint32_t k)
{
    double scale, product, y, one, hi, lo;

    if (!(k >> 31)) {
        scale = ssi_double(bits - (UINT64_C(1009) << 52));
        return 0x1p1009 * FMA(scale, t, scale);
    }
    scale = ssi_double(bits + (UINT64_C(1022) << 52));
    product = scale * t; /* used twice, not fused */
    y = scale + product;
    if (ssi_fabs(y) < 1.0) {
        /* Round once, where the subnormal result ends. */
        one = ssi_copysign(1.0, y);
        lo = scale - y + product;
        hi = one + y;
        lo = one - hi + y + lo;
        y = ssi_copysign((hi + lo) - one, y);
    }
    return 0x1p-1022 * y;
}

/* sign is 0 or the sign bit, for a negative result; x is not NaN. */
FMA_TARGET static inline double FMA_NAME(exp_core)(double x, double tail,
                                                   uint64_t sign)
{
    const double *c = exp_c;
    uint32_t top = ssi_high32(x) >> 20 & 0x7ff;
    double shifted, k, r, r2, t, scale;
    uint64_t bits, word;

    if (top < 0x3c9) /* |x| < 2^-54 */
        return ssi_double(SSI_ONE | sign);
    if (top >= 0x409) /* |x| >= 1024 */
        return ssi_double((x < 0 ? 0 : SSI_INF) | sign);
    shifted = FMA(x, EXP_INV_LN2N, EXP_SHIFT);
    word = ssi_bits64(shifted);
    k = shifted - EXP_SHIFT;
    r = FMA(k, EXP_NEG_LN2_LO_N, FMA(k, EXP_NEG_LN2_HI_N, x)) + tail;
    r2 = r * r;
    t = r + ssi_double(exp_table[2 * (word & 127)]);
    t = FMA(r2, FMA(r, c[1], c[0]), t);
    t = FMA(r2 * r2, FMA(r, c[3], c[2]), t);
    bits = exp_table[2 * (word & 127) + 1] + (word << 45) + sign;
    if (top >= 0x408) /* |x| >= 512 */
        return FMA_NAME(exp_edge)(t, bits, (uint32_t)word);
    scale = ssi_double(bits);
    return FMA(t, scale, scale);
}
