/* SPDX-License-Identifier: MIT
 * log() in double: included twice by math/fma_twice.h.
 */

/* -2^-4 <= x - 1 < 0x1.09p-4: one polynomial, its first terms in two parts. */
FMA_TARGET static inline double FMA_NAME(log_near_1)(double x)
{
    const double *b = log_b;
    double r = x - 1.0, r2 = r * r, r3 = r * r2;
    double p = FMA(b[10], r3, FMA(b[9], r2, FMA(b[8], r, b[7])));
    double t, rh, rl, w, hi, lo;

    p = FMA(p, r3, FMA(b[6], r2, FMA(b[5], r, b[4])));
    p = FMA(p, r3, FMA(b[3], r2, FMA(b[2], r, b[1])));
    t = FMA(r, 0x1p27, r);
    rh = FMA(-r, 0x1p27, t);
    rl = r - rh;
    w = rh * rh;
    hi = FMA(w, b[0], r);
    lo = FMA(w, b[0], r - hi);
    lo = FMA(b[0] * rl, r + rh, lo);
    return hi + FMA(p, r3, lo);
}

/* bits of a positive normal number, or of x * 2^52 less 52 in the exponent
 * for a subnormal one: x = 2^k z, and c is near z. */
FMA_TARGET static inline double FMA_NAME(log_table_way)(uint64_t bits)
{
    const double *a = log_a;
    uint64_t offset = bits - LOG_FIRST;
    size_t i = offset >> 45 & 127;
    double k = (double)ssi_shift_right(offset, 52);
    double z = ssi_double(bits - (offset & UINT64_C(0xfff) << 52));
    double r = FMA(z, log_table[2 * i], -1.0), r2 = r * r;
    double w = FMA(LOG_LN2_HI, k, log_table[2 * i + 1]);
    double hi = w + r, lo = FMA(LOG_LN2_LO, k, (w - hi) + r);
    double q = FMA(a[0], r2, lo);

    return FMA(r * r2, FMA(FMA(a[4], r, a[3]), r2, FMA(a[2], r, a[1])), q) + hi;
}

FMA_TARGET static inline double FMA_NAME(log)(double x)
{
    uint64_t bits = ssi_bits64(x);

    if (bits - LOG_NEAR < LOG_NEAR_SPAN)
        return bits == SSI_ONE ? 0.0 : FMA_NAME(log_near_1)(x);
    if (bits - SSI_MIN_NORMAL >= SSI_INF - SSI_MIN_NORMAL) {
        if (x == 0)
            return -SSI_INFINITY;
        if (!(x > 0) || bits == SSI_INF)
            return x > 0 ? x : SSI_NAN;
        bits = ssi_bits64(x * 0x1p52) - (UINT64_C(52) << 52);
    }
    return FMA_NAME(log_table_way)(bits);
}

FMA_TARGET static void FMA_NAME(log_block)(double *x, size_t n)
{
    for (size_t i = 0; i < n; i++)
        x[i] = FMA_NAME(log)(x[i]);
}
