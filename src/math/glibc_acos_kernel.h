/* SPDX-License-Identifier: MIT
 * acos() in double: included twice by math/fma_twice.h.
 */

/* asin(x) = x + x^3 p(x^2), |x| < 1/8 or 2 x^2 < 2^-5; returns p. */
FMA_TARGET static inline double FMA_NAME(asin_series)(double xx)
{
    double p = acos_near[5];

    for (int i = 4; i >= 0; i--)
        p = FMA(p, xx, acos_near[i]);
    return p;
}

FMA_TARGET static inline double FMA_NAME(acos_near_0)(double x)
{
    double xx = x * x, p = FMA_NAME(asin_series)(xx), r = SSI_PI_2_HI - x;

    return r + FMA(-p, x * xx, ((SSI_PI_2_HI - r) - x) + SSI_PI_2_LO);
}

/* 1/8 <= |x| < 0.96875: the polynomial of x's interval. */
FMA_TARGET static inline double FMA_NAME(acos_table_way)(double x)
{
    int row = (int)(ssi_fabs(x) * 256.0) - 32, degree = 6;
    const double *c = acos_table + 12 * row;
    double t = ssi_fabs(x) - (0.125 + (2 * row + 1) * 0x1p-9), p, tail;

    degree += (row >= 96) + (row >= 160) + (row >= 204) + (row >= 212);
    p = c[degree - 1];
    for (int i = degree - 2; i > 0; i--)
        p = FMA(p, t, c[i]);
    tail = FMA(t, c[0], FMA(p, t * t, c[10]));
    if (x > 0)
        return (SSI_PI_2_HI - c[11]) + (SSI_PI_2_LO - tail);
    return (SSI_PI_2_HI + c[11]) + (SSI_PI_2_LO + tail);
}

/* 0.96875 <= |x| < 1: acos(x) = 2 asin(sqrt(z)), z = (1 - x) / 2, and pi less
 * that for a negative x. */
FMA_TARGET static inline double FMA_NAME(acos_near_1)(double x)
{
    double z = (1.0 - ssi_fabs(x)) * 0.5, t = inverse_root(z), r, y, c, cc, p;
    const double *root = acos_root;

    r = FMA(-(t * t), z, 1.0);
    t *= FMA(FMA(FMA(root[3], r, root[2]), r, root[1]), r, root[0]);
    c = z * t;
    /* y is the upper part of sqrt(z), cc the rest */
    y = FMA(c, HALVE, c);
    y = FMA(-HALVE, c, y);
    cc = FMA(-y, y, z) / FMA(FMA(-(t * 0.5), c, 1.5), c, y);
    p = FMA_NAME(asin_series)(z) * z * (y + cc);
    if (x > 0)
        return 2.0 * (cc + p + y);
    return 2.0 * ((SSI_PI_2_LO - cc) - p + (SSI_PI_2_HI - y));
}

FMA_TARGET static inline double FMA_NAME(acos)(double x)
{
    double size = ssi_fabs(x);

    if (size < 0x1.8p-55) /* as the upper half of x tells it */
        return SSI_PI_2_HI;
    if (size < 0.125)
        return FMA_NAME(acos_near_0)(x);
    if (size < 0.96875)
        return FMA_NAME(acos_table_way)(x);
    if (size < 1.0)
        return FMA_NAME(acos_near_1)(x);
    if (size == 1.0)
        return x > 0 ? 0.0 : 2.0 * SSI_PI_2_HI;
    return SSI_NAN;
}
