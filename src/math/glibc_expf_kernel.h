/* SPDX-License-Identifier: MIT
 * expf(), computed in double: included twice by math/fma_twice.h.
 */

FMA_TARGET static inline float FMA_NAME(expf)(float x)
{
    const double *c = expf_c;
    double shifted, r, r2, s, y;
    uint64_t k;

    if (!(x <= EXPF_OVERFLOW))
        return x != x ? x : (float)SSI_INFINITY;
    if (x < EXPF_UNDERFLOW)
        return 0.0f;
    shifted = FMA(EXPF_INV_LN2N, (double)x, EXPF_SHIFT);
    k = ssi_bits64(shifted);
    r = FMA(EXPF_INV_LN2N, (double)x, -(shifted - EXPF_SHIFT));
    r2 = r * r;
    s = ssi_double(exp2f_table[k & 31] + (k << 47));
    y = FMA(FMA(c[0], r, c[1]), r2, FMA(c[2], r, 1.0));
    return (float)(y * s);
}
