/* SPDX-License-Identifier: MIT
 * powf(), computed in double: included twice by math/fma_twice.h.
 */

/* log2 of a positive number; bits as in logf(). */
FMA_TARGET static inline double FMA_NAME(powf_log2)(uint32_t bits)
{
    uint32_t offset = bits - LOGF_FIRST;
    const double *a = powf_a, *row = logf_table + 3 * (offset >> 19 & 15);
    double k = (double)ssi_shift_right((uint64_t)offset << 32, 55);
    double r =
        FMA((double)ssi_float(bits - (offset & 0xff800000u)), row[0], -1.0);
    double y0 = row[2] + k, r2 = r * r, y = FMA(a[0], r, a[1]);
    double p = FMA(a[2], r, a[3]), q = FMA(a[4], r, y0);

    q = FMA(p, r2, q);
    return FMA(y, r2 * r2, q);
}

/* 2^x, or -2^x where sign is the sign bit. */
FMA_TARGET static inline double FMA_NAME(powf_exp2)(double x, uint64_t sign)
{
    const double *c = exp2f_c;
    double shifted = x + POWF_SHIFT;
    uint64_t k = ssi_bits64(shifted);
    double r = x - (shifted - POWF_SHIFT), r2 = r * r;
    double s = ssi_double(exp2f_table[k & 31] + (k << 47) + sign);

    return FMA(FMA(c[0], r, c[1]), r2, FMA(c[2], r, 1.0)) * s;
}

FMA_TARGET static inline float FMA_NAME(powf)(float x, float y)
{
    uint32_t bits = ssi_bits32(x);
    uint64_t sign = 0;
    double special, exponent;

    if (bits - 0x00800000u >= 0x7f800000u - 0x00800000u || y == 0
        || (ssi_bits32(y) & 0x7f800000u) == 0x7f800000u) {
        if (ssi_pow_case(x, y, &special))
            return (float)special;
        if (bits >> 31 && ssi_integer_kind(y) == 1)
            sign = ~(uint64_t)INT64_MAX;
        bits &= 0x7fffffff;
        if (bits < 0x00800000u)
            bits = ssi_bits32(ssi_float(bits) * 0x1p23f) - (23u << 23);
    }
    exponent = y * FMA_NAME(powf_log2)(bits);
    if (exponent > POWF_OVERFLOW)
        return (float)ssi_double(SSI_INF | sign);
    if (exponent <= -150.0)
        return (float)ssi_double(sign);
    return (float)FMA_NAME(powf_exp2)(exponent, sign);
}
