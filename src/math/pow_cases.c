/* SPDX-License-Identifier: MIT
 * The cases of pow() that ISO C fixes.
 * Learned from: ISO/IEC 9899:2011, F.10.4.4.
 */
#include "math/pow_cases.h"

#include "math/bits.h"

int ssi_integer_kind(double y)
{
    uint64_t bits = ssi_bits64(y);
    int exponent = (int)(bits >> 52 & 0x7ff) - 1023;
    uint64_t unit;

    if (exponent < 0)
        return 0;
    if (exponent > 52)
        return 2;
    unit = UINT64_C(1) << (52 - exponent);
    if (bits & (unit - 1))
        return 0;
    /* The hidden bit, where exponent is 0, is that of an odd 1. */
    return exponent == 0 || (bits & unit) ? 1 : 2;
}

/* y is zero, infinite or NaN. */
static double special_y(double x, double y)
{
    double size = ssi_fabs(x);

    if (y == 0 || x == 1)
        return 1.0;
    if (x != x || y != y)
        return SSI_NAN;
    if (size == 1)
        return 1.0;
    return (size > 1) == (y > 0) ? SSI_INFINITY : 0.0;
}

bool ssi_pow_case(double x, double y, double *result)
{
    if (y == 0 || y != y || ssi_fabs(y) == SSI_INFINITY || x == 1) {
        *result = special_y(x, y);
        return true;
    }
    if (x != x) {
        *result = SSI_NAN;
        return true;
    }
    if (x == 0 || ssi_fabs(x) == SSI_INFINITY) {
        *result = (x == 0) == (y < 0) ? SSI_INFINITY : 0.0;
        if (ssi_bits64(x) >> 63 && ssi_integer_kind(y) == 1)
            *result = -*result;
        return true;
    }
    if (x < 0 && ssi_integer_kind(y) == 0) {
        *result = SSI_NAN;
        return true;
    }
    return false;
}
