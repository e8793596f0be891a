/* SPDX-License-Identifier: MIT
 * sinf() and cosf(), computed in double: included twice by math/fma_twice.h.
 */

/* The sine or the cosine of a reduced argument; turn is 1 or -1 and goes
 * through the polynomial of the sine as its argument does. */
FMA_TARGET static inline float FMA_NAME(odd_part)(double x, double x2)
{
    const double *a = sinf_a;
    double x3 = x * x2, p = FMA(x2, a[2], a[1]);

    return (float)FMA(x3 * x2, p, FMA(x3, a[0], x));
}

FMA_TARGET static inline float FMA_NAME(even_part)(double x2)
{
    const double *a = cosf_a;
    double x4 = x2 * x2, c2 = FMA(x2, a[4], a[3]), c1 = FMA(x2, a[1], a[0]);

    return (float)FMA(x4 * x2, c2, FMA(x4, a[2], c1));
}

/* x = r + n pi/2, |x| < 120. */
FMA_TARGET static inline double FMA_NAME(reduce_fast)(double x, int *n)
{
    double turns = x * SINCOSF_2_PI;

    *n = ((int32_t)turns + 0x800000) >> 24;
    return FMA(-(double)*n, SINCOSF_PI_2, x);
}

/* sin(x + quadrant pi/2), |x| >= pi/4. */
FMA_TARGET static inline float FMA_NAME(turned)(float x, int quadrant)
{
    uint32_t bits = ssi_bits32(x);
    double r, r2;
    float result;
    int n;

    if ((bits & 0x7fffffff) < 0x42f00000u) { /* 120 */
        r = FMA_NAME(reduce_fast)((double)x, &n);
    } else if ((bits & 0x7fffffff) < 0x7f800000u) {
        r = reduce_large(bits, &n);
    } else {
        return (float)SSI_NAN;
    }
    n += quadrant;
    r2 = r * r;
    result = n & 1 ? FMA_NAME(even_part)(r2) : FMA_NAME(odd_part)(r, r2);
    return n & 2 ? -result : result;
}

FMA_TARGET static inline float FMA_NAME(sinf)(float x)
{
    uint32_t magnitude = ssi_bits32(x) & 0x7fffffff;

    if (magnitude < 0x39800000u) /* 2^-12 */
        return x;
    if (magnitude < 0x3f400000u) /* 3/4 */
        return FMA_NAME(odd_part)((double)x, (double)x * (double)x);
    return FMA_NAME(turned)(x, 0);
}

FMA_TARGET static inline float FMA_NAME(cosf)(float x)
{
    uint32_t magnitude = ssi_bits32(x) & 0x7fffffff;

    if (magnitude < 0x39800000u)
        return 1.0f;
    if (magnitude < 0x3f400000u)
        return FMA_NAME(even_part)((double)x * (double)x);
    return FMA_NAME(turned)(x, 1);
}

FMA_TARGET static void FMA_NAME(sincosf_block)(float *x, float *c, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        float angle = x[i];

        x[i] = FMA_NAME(sinf)(angle);
        c[i] = FMA_NAME(cosf)(angle);
    }
}
