/* SPDX-License-Identifier: MIT
 * logf(), computed in double: included twice by math/fma_twice.h.
 */

FMA_TARGET static inline float FMA_NAME(logf)(float x)
{
    uint32_t bits = ssi_bits32(x), offset;
    const double *a = logf_a, *row;
    double k, r, y0, y;

    if (bits - 0x00800000u >= 0x7f800000u - 0x00800000u) {
        if (x == 0)
            return (float)-SSI_INFINITY;
        if (!(x > 0) || bits == 0x7f800000u)
            return x > 0 ? x : (float)SSI_NAN;
        bits = ssi_bits32(x * 0x1p23f) - (23u << 23); /* subnormal */
    }
    offset = bits - LOGF_FIRST;
    row = logf_table + 3 * (offset >> 19 & 15);
    k = (double)ssi_shift_right((uint64_t)offset << 32, 55);
    r = FMA((double)ssi_float(bits - (offset & 0xff800000u)), row[0], -1.0);
    y0 = FMA(k, LOGF_LN2, row[1]);
    y = FMA(a[0], r * r, FMA(a[1], r, a[2]));
    return bits == 0x3f800000u ? 0.0f : (float)FMA(y, r * r, y0 + r);
}

FMA_TARGET static void FMA_NAME(logf_block)(float *x, size_t n)
{
    for (size_t i = 0; i < n; i++)
        x[i] = FMA_NAME(logf)(x[i]);
}
