/* SPDX-License-Identifier: MIT
 * tan() in double: included twice by math/fma_twice.h.
 */
#include "math/glibc_reduce_kernel.h"

/* tan(x) = x + x^3 p(x^2), |x| < 0.0608; returns p. */
FMA_TARGET static inline double FMA_NAME(tan_series)(double xx)
{
    double p = tan_near[4];

    for (int i = 3; i >= 0; i--)
        p = FMA(p, xx, tan_near[i]);
    return p;
}

/* tan(x + dx) or its -1/tan by the table, 0.0608 < x < 0.787. */
FMA_TARGET static inline double FMA_NAME(tan_table_way)(double x, double dx,
                                                        bool inverse)
{
    const double *row = tan_table + 3 * (int)FMA(x, 256.0, -15.5);
    double z = (x - row[0]) + dx, zz = z * z;
    double p = FMA(z * zz, FMA(zz, tan_step[1], tan_step[0]), z);
    double t = p * (row[1] + row[2]);

    if (inverse)
        return -(row[2] - t / (row[1] + p));
    return t / (row[2] - p) + row[1];
}

/* -1/(a + t) as a double and its correction. */
FMA_TARGET static inline double FMA_NAME(negative_inverse)(double a, double t)
{
    double low, b = sum_by_size(a, t, &low), c = 1.0 / b, u = c * b;
    double cc = ((1.0 - u) - FMA(c, b, -u)) + 0.0, z;

    cc = FMA(-low, c, cc) / b;
    z = c + cc;
    return -(((c - z) + cc) + z);
}

/* tan(a + da + n pi/2), |a| <= pi/4. */
FMA_TARGET static inline double FMA_NAME(tan_reduced)(double a, double da,
                                                      unsigned n)
{
    double aa = a * a, t;

    if (ssi_fabs(a) > TAN_NEAR) {
        if (a < 0)
            return -FMA_NAME(tan_table_way)(-a, -da, n & 1);
        return FMA_NAME(tan_table_way)(a, da, n & 1);
    }
    t = FMA(a * aa, FMA_NAME(tan_series)(aa), da);
    return n & 1 ? FMA_NAME(negative_inverse)(a, t) : a + t;
}

FMA_TARGET static inline double FMA_NAME(tan)(double x)
{
    const double *p = ssi_pi_2_parts;
    double size = ssi_fabs(x), a, da, low, t, k;
    unsigned n;

    if (size <= TAN_IDENTITY)
        return x;
    if (size <= TAN_NEAR)
        return FMA(x * (x * x), FMA_NAME(tan_series)(x * x), x);
    if (size <= TAN_TABLE)
        return ssi_copysign(FMA_NAME(tan_table_way)(size, 0, false), x);
    if (size <= 25.0) {
        t = FMA(x, SSI_2_OVER_PI, SSI_TO_INTEGER);
        k = t - SSI_TO_INTEGER;
        n = (unsigned)ssi_bits64(t);
        t = FMA(-k, p[1], FMA(-k, p[0], x));
        a = FMA(-k, SSI_PI_2_PART_3, t);
        da = FMA(-k, SSI_PI_2_PART_3, t - a);
        return FMA_NAME(tan_reduced)(a, da, n);
    }
    if (!(size < SSI_INFINITY))
        return SSI_NAN;
    n = size <= 1e8 ? FMA_NAME(reduce_medium)(x, &a, &da)
                    : ssi_reduce_pi_2(x, &a, &da);
    a = sum_by_size(a, da, &low);
    return FMA_NAME(tan_reduced)(a, low, n);
}

FMA_TARGET static void FMA_NAME(tan_block)(double *x, size_t n)
{
    for (size_t i = 0; i < n; i++)
        x[i] = FMA_NAME(tan)(x[i]);
}
