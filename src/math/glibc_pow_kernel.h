/* SPDX-License-Identifier: MIT
 * pow() in double: included twice by math/fma_twice.h.
 */
#include "math/glibc_exp_core.h"

/* log of a positive number, to 68 bits: the sum of *low and the result. bits
 * as in log(): 52 less in the exponent for a subnormal x * 2^52. */
FMA_TARGET static inline double FMA_NAME(pow_log)(uint64_t bits, double *low)
{
    const double *a = pow_a;
    uint64_t offset = bits - POW_FIRST;
    const double *row = pow_table + 3 * (offset >> 45 & 127);
    double k = (double)ssi_shift_right(offset, 52);
    double z = ssi_double(bits - (offset & UINT64_C(0xfff) << 52));
    double r = FMA(z, row[0], -1.0);
    double t1 = FMA(k, POW_LN2_HI, row[1]), t2 = r + t1;
    double lo1 = FMA(k, POW_LN2_LO, row[2]), lo2 = r + (t1 - t2);
    double ar = a[0] * r, ar2 = r * ar, ar3 = r * ar2, hi = t2 + ar2;
    double lo3 = FMA(r, ar, -ar2), lo4 = ar2 + (t2 - hi), p, lo, h;

    p = FMA(ar2, FMA(r, a[6], a[5]), FMA(r, a[4], a[3]));
    p = FMA(ar2, p, FMA(r, a[2], a[1]));
    lo = FMA(ar3, p, lo4 + (lo3 + (lo1 + lo2)));
    h = hi + lo;
    *low = lo + (hi - h);
    return h;
}

FMA_TARGET static inline double FMA_NAME(pow)(double x, double y)
{
    uint64_t bits = ssi_bits64(x), sign = 0;
    uint32_t top_y = ssi_high32(y) >> 20 & 0x7ff;
    double result, h, low, eh;

    if (bits - SSI_MIN_NORMAL >= SSI_INF - SSI_MIN_NORMAL
        || top_y - 0x3be >= 0x43e - 0x3be) {
        if (pow_special(x, y, &result))
            return result;
        if (bits >> 63) {
            sign = ssi_integer_kind(y) == 1 ? ~(uint64_t)INT64_MAX : 0;
            bits &= INT64_MAX;
        }
        if (bits < SSI_MIN_NORMAL)
            bits = ssi_bits64(ssi_double(bits) * 0x1p52) - (UINT64_C(52) << 52);
    }
    h = FMA_NAME(pow_log)(bits, &low);
    eh = y * h;
    return FMA_NAME(exp_core)(eh, FMA(y, low, FMA(y, h, -eh)), sign);
}
