/* SPDX-License-Identifier: MIT
 * sin() and cos() in double: included twice by math/fma_twice.h.
 *
 * An argument is x + dx, of which |x| is in the table's range; the nearest
 * multiple of 1/128 is looked up, the rest goes through short polynomials.
 */
#include "math/glibc_reduce_kernel.h"

FMA_TARGET static inline double FMA_NAME(sin_part)(double x, double dx)
{
    double xx = x * x, u, r, s, c, p, correction;
    const double *row;

    if (ssi_fabs(x) < 0.126) {
        p = FMA(FMA(FMA(FMA(sin_near[4], xx, sin_near[3]), xx, sin_near[2]), xx,
                    sin_near[1]),
                xx, sin_near[0]);
        return x + FMA(xx, FMA(p, x, -(0.5 * dx)), dx);
    }
    if (x <= 0)
        dx = -dx;
    u = SINCOS_TO_TABLE + ssi_fabs(x);
    r = ssi_fabs(x) - (u - SINCOS_TO_TABLE);
    row = sincos_row(u);
    xx = r * r;
    s = r + FMA(r * xx, FMA(xx, sin_step[1], sin_step[0]), dx);
    p = FMA(xx, FMA(xx, cos_step[2], cos_step[1]), cos_step[0]);
    c = FMA(r, dx, xx * p);
    correction = FMA(s, row[2], FMA(-c, row[0], FMA(s, row[3], row[1])));
    return ssi_copysign(row[0] + correction, x);
}

FMA_TARGET static inline double FMA_NAME(cos_part)(double x, double dx)
{
    double u, r, xx, s, c;
    const double *row;

    if (x < 0)
        dx = -dx;
    u = SINCOS_TO_TABLE + ssi_fabs(x);
    r = ssi_fabs(x) - (u - SINCOS_TO_TABLE) + dx;
    row = sincos_row(u);
    xx = r * r;
    s = FMA(r * xx, FMA(xx, sin_step[1], sin_step[0]), r);
    c = xx * FMA(xx, FMA(xx, cos_step[2], cos_step[1]), cos_step[0]);
    return row[2] + FMA(-s, row[0], FMA(-c, row[2], FMA(-s, row[1], row[3])));
}

/* sin(a + da + n pi/2). */
FMA_TARGET static inline double FMA_NAME(turned)(double a, double da,
                                                 unsigned n)
{
    double r = n & 1 ? FMA_NAME(cos_part)(a, da) : FMA_NAME(sin_part)(a, da);

    return n & 2 ? -r : r;
}

/* The quadrant for arguments beyond pi/4, NaN and infinities among them. */
FMA_TARGET static inline double FMA_NAME(far)(double x, unsigned quadrant)
{
    double a, da;
    unsigned n;

    if ((ssi_high32(x) & 0x7fffffff) < 0x419921fb)
        n = FMA_NAME(reduce_medium)(x, &a, &da);
    else if ((ssi_high32(x) & 0x7fffffff) < 0x7ff00000)
        n = ssi_reduce_pi_2(x, &a, &da);
    else
        return SSI_NAN;
    return FMA_NAME(turned)(a, da, n + quadrant);
}

FMA_TARGET static inline double FMA_NAME(sin)(double x)
{
    uint32_t magnitude = ssi_high32(x) & 0x7fffffff;

    if (magnitude < 0x3e500000) /* 2^-26 */
        return x;
    if (magnitude < 0x3feb6000) /* 0.855469 */
        return FMA_NAME(sin_part)(x, 0);
    if (magnitude < 0x400368fd) /* 2.426265 */
        return ssi_copysign(
            FMA_NAME(cos_part)(SSI_PI_2_HI - ssi_fabs(x), SSI_PI_2_LO), x);
    return FMA_NAME(far)(x, 0);
}

FMA_TARGET static inline double FMA_NAME(cos)(double x)
{
    uint32_t magnitude = ssi_high32(x) & 0x7fffffff;
    double y, a;

    if (magnitude < 0x3e400000) /* 2^-27 */
        return 1.0;
    if (magnitude < 0x3feb6000)
        return FMA_NAME(cos_part)(x, 0);
    if (magnitude < 0x400368fd) {
        y = SSI_PI_2_HI - ssi_fabs(x);
        a = y + SSI_PI_2_LO;
        return FMA_NAME(sin_part)(a, (y - a) + SSI_PI_2_LO);
    }
    return FMA_NAME(far)(x, 1);
}

FMA_TARGET static void FMA_NAME(sincos_block)(double *x, double *c, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double angle = x[i];

        x[i] = FMA_NAME(sin)(angle);
        c[i] = FMA_NAME(cos)(angle);
    }
}
