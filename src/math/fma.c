/* SPDX-License-Identifier: MIT
 * Fused multiply-add, with and without the CPU's instruction.
 *
 * The fast way in software is the exact product of Dekker and Veltkamp, two
 * exact sums of Knuth, and one rounding to odd, after which the last rounding
 * cannot go wrong. Numbers near the ends of the range, and whatever is not
 * finite, take the slow way in integers.
 * Learned from: Dekker 1971; Knuth, TAOCP 2, 4.2.2; Boldo and Melquiond,
 * "Emulation of a FMA and correctly rounded sums", 2008.
 */
#include "math/fma.h"

#include "math/bits.h"
#include "math/wide.h"

/* A finite number as mantissa * 2^exponent. */
typedef struct parts {
    uint64_t mantissa;
    int exponent;
} parts;

static parts split_parts(uint64_t bits)
{
    int field = (int)(bits >> 52 & 0x7ff);
    uint64_t low = bits & 0xfffffffffffffu;

    if (field)
        return (parts){low | 0x10000000000000u, field - 1075};
    return (parts){low, -1074};
}

/* Bring the highest bit to bit 126, which leaves room for a carry. Zero goes
 * below everything else. */
static wide normalise(wide a, int *exponent)
{
    int shift = wide_leading_zeros(a) - 1;

    if (!a.hi && !a.lo) {
        *exponent = -10000;
        return a;
    }
    *exponent -= shift;
    return shift < 0 ? wide_shift_right(a, 1) : wide_shift_left(a, shift);
}

/* sign * a * 2^exponent, a normalised and not zero, rounded to nearest even
 * at 53 bits or at the lowest bit of the subnormals. */
static double round_wide(uint64_t sign, wide a, int exponent)
{
    const uint64_t half = UINT64_C(1) << 63;
    int field = exponent + 126 + 1023;
    uint64_t bits, rest;

    if (field >= 0x7ff)
        return ssi_double(sign | UINT64_C(0x7ff) << 52);
    if (field < 1) {
        a = wide_shift_right(a, 1 - field);
        field = 1;
    }
    bits = a.hi >> 10;
    rest = a.hi << 54 | a.lo >> 10 | ((a.lo & 0x3ff) != 0);
    /* The hidden bit, if there is one, counts as 1 in the exponent field; so
     * does a carry out of the mantissa, up to infinity. */
    bits += (uint64_t)(field - 1) << 52;
    if (rest > half || (rest == half && (bits & 1)))
        bits++;
    return ssi_double(sign | bits);
}

/* The difference of magnitudes; *sign turns when b is the larger. */
static wide subtract(wide a, wide b, uint64_t *sign)
{
    if (a.hi < b.hi || (a.hi == b.hi && a.lo < b.lo)) {
        *sign ^= ~(uint64_t)INT64_MAX;
        return wide_subtract(b, a);
    }
    return wide_subtract(a, b);
}

/* All finite arguments, x and y not zero. */
static double fma_integer(double x, double y, double z)
{
    uint64_t top = ~(uint64_t)INT64_MAX;
    uint64_t sign = (ssi_bits64(x) ^ ssi_bits64(y)) & top;
    uint64_t sign_z = ssi_bits64(z) & top;
    parts px = split_parts(ssi_bits64(x)), py = split_parts(ssi_bits64(y));
    parts pz = split_parts(ssi_bits64(z));
    int exponent = px.exponent + py.exponent, ez = pz.exponent;
    wide p = normalise(wide_multiply(px.mantissa, py.mantissa), &exponent);
    wide q = normalise((wide){0, pz.mantissa}, &ez);
    wide sum;

    if (exponent < ez) {
        p = wide_shift_right(p, ez - exponent);
        exponent = ez;
    } else {
        q = wide_shift_right(q, exponent - ez);
    }
    /* 106 significant bits in 127: a mark in the lowest bit means a shift by
     * more than 20, and then a difference loses no more than one place. */
    sum = sign == sign_z ? wide_add(p, q) : subtract(p, q, &sign);
    if (!sum.hi && !sum.lo)
        return 0.0;
    sum = normalise(sum, &exponent);
    return round_wide(sign, sum, exponent);
}

static int exponent_field(double x)
{
    return (int)(ssi_bits64(x) >> 52 & 0x7ff);
}

/* Whatever the fast way cannot do. */
static double fma_slow(double x, double y, double z)
{
    if (exponent_field(x) == 0x7ff || exponent_field(y) == 0x7ff || x == 0
        || y == 0)
        return x * y + z;
    if (exponent_field(z) == 0x7ff)
        return z;
    return fma_integer(x, y, z);
}

/* a + b exactly, as the rounded sum and what it lacks. */
static inline double two_sum(double a, double b, double *low)
{
    double sum = a + b, part = sum - a;

    *low = (a - (sum - part)) + (b - part);
    return sum;
}

/* x * y exactly, as the rounded product and what it lacks. */
static inline double two_product(double x, double y, double *low)
{
    double product = x * y;
    double cx = x * 0x1.000002p27, cy = y * 0x1.000002p27;
    double xh = cx - (cx - x), yh = cy - (cy - y);
    double xl = x - xh, yl = y - yh;

    *low = xl * yl - (((product - xh * yh) - xl * yh) - xh * yl);
    return product;
}

/* a + b rounded to odd: if it is not exact, towards whichever neighbour has
 * the lowest bit set. */
static inline double sum_to_odd(double a, double b)
{
    double low, sum = two_sum(a, b, &low);
    uint64_t bits = ssi_bits64(sum);

    if (low != 0 && !(bits & 1))
        bits += (low > 0) == (sum > 0) ? 1 : UINT64_MAX;
    return ssi_double(bits);
}

double ssi_fma_soft(double x, double y, double z)
{
    unsigned ex = (unsigned)exponent_field(x), ey = (unsigned)exponent_field(y);
    double p, pl, s, sl, u, ul;

    /* Here |x|, |y| and |x * y| are within 2^+-900, so that no step below
     * rounds at the bottom of the range; at the top z is the limit. */
    if (ex - 123 > 1800 || ey - 123 > 1800 || ex + ey - 1146 > 1800
        || exponent_field(z) > 1923)
        return fma_slow(x, y, z);
    p = two_product(x, y, &pl);
    s = two_sum(z, pl, &sl);
    u = two_sum(p, s, &ul);
    return u + sum_to_odd(ul, sl);
}

/* The product of two floats is exact in double; the sum is rounded to odd
 * there, 29 bits below the float that it is then rounded to. */
float ssi_fmaf_soft(float x, float y, float z)
{
    double p = (double)x * y, sum = p + z;

    if (exponent_field(sum) == 0x7ff)
        return (float)sum;
    return (float)sum_to_odd(p, z);
}

#if SSI_FMA_HW
SS_TARGET("fma") static double fma_hw(double x, double y, double z)
{
    return __builtin_fma(x, y, z);
}

SS_TARGET("fma") static float fmaf_hw(float x, float y, float z)
{
    return __builtin_fmaf(x, y, z);
}
#endif

double ssi_fma(double x, double y, double z)
{
#if SSI_FMA_HW
    if (ssi_fma_in_hardware())
        return fma_hw(x, y, z);
#endif
    return ssi_fma_soft(x, y, z);
}

float ssi_fmaf(float x, float y, float z)
{
#if SSI_FMA_HW
    if (ssi_fma_in_hardware())
        return fmaf_hw(x, y, z);
#endif
    return ssi_fmaf_soft(x, y, z);
}
