/* SPDX-License-Identifier: MIT
 * SLEEF's exp and log1p of one value: included twice by math/fma_twice.h.
 * x is finite and in the range that sleef.c lets through.
 */

/* exp(x) = 2^q exp(s), |s| <= log(2) / 2. */
FMA_TARGET static inline float FMA_NAME(sleef_expf)(float x)
{
    float q = nearestf(x * (float)INV_LN2), s, p;

    s = FMAF(q, -0x1.62e4p-1f, x);
    s = FMAF(q, -0x1.7f7d1cp-20f, s);
    p = 0x1.a057b4p-13f;
    p = FMAF(p, s, 0x1.6d2d92p-10f);
    p = FMAF(p, s, 0x1.11114cp-7f);
    p = FMAF(p, s, 0x1.5554f4p-5f);
    p = FMAF(p, s, 0x1.555556p-3f);
    p = FMAF(p, s, 0.5f);
    return scalef(1.0f + FMAF(s * s, p, s), (int)q);
}

/* The same; the polynomial by halves, then by Horner. */
FMA_TARGET static inline double FMA_NAME(sleef_exp)(double x)
{
    double q = nearest(x * INV_LN2), s, s2, s4, top, high, low, p;

    s = FMA(q, -LN2_UPPER, x);
    s = FMA(q, -LN2_LOWER, s);
    s2 = s * s;
    s4 = s2 * s2;
    top = FMA(s, 2.081276378237164457e-9, 2.511210703042288022e-8);
    high = FMA(s2, FMA(s, 2.755762628169491192e-7, 2.755723402025388239e-6),
               FMA(s, 2.480158687479686264e-5, 1.984126989855865850e-4));
    low = FMA(s2, FMA(s, 1.388888888914497797e-3, 8.333333333314938210e-3),
              FMA(s, 4.166666666666602598e-2, 1.666666666666669072e-1));
    p = FMA(s4 * s4, top, FMA(s4, high, low));
    p = FMA(p, s, 0.5);
    p = FMA(p, s, 1.0);
    p = FMA(p, s, 1.0);
    return scale(p, (int)q);
}

/* m / (2 + m) with its error. */
FMA_TARGET static inline pairf FMA_NAME(ratiof)(float m)
{
    float d = 2.0f + m, rest = 2.0f - d + m, inverse = 1.0f / d;
    float r = m * inverse, error = FMAF(inverse, m, -r);
    float off = FMAF(-rest, inverse, FMAF(-d, inverse, 1.0f));

    return (pairf){r, FMAF(r, off, FMAF(0.0f, inverse, error))};
}

FMA_TARGET static inline pair FMA_NAME(ratio)(double m)
{
    double d = 2.0 + m, rest = 2.0 - d + m, inverse = 1.0 / d;
    double r = m * inverse, error = FMA(inverse, m, -r);
    double off = FMA(-rest, inverse, FMA(-d, inverse, 1.0));

    return (pair){r, FMA(r, off, FMA(0.0, inverse, error))};
}

/* 1 + x = 2^e (1 + m); log(1 + m) = 2 atanh(m / (2 + m)). */
FMA_TARGET static inline float FMA_NAME(sleef_log1pf)(float x)
{
    float y = x + 1.0f, t, m, e, p, xx, head, tail, next, term;
    bool tiny = y < 0x1p-126f;
    pairf r;
    int k;

    y = tiny ? y * 0x1p64f : y;
    k = (int)(ssi_bits32(y * (1.0f / 0.75f)) >> 23 & 255) - 127;
    t = powerf(-k);
    m = FMAF(x, t, t - 1.0f);
    e = (float)(tiny ? k - 64 : k);
    r = FMA_NAME(ratiof)(m);
    xx = r.head * r.head;
    p = FMAF(0x1.35feb8p-2f, xx, 0x1.993394p-2f);
    p = FMAF(p, xx, 0x1.5555b4p-1f);
    head = 0x1.62e43p-1f * e;
    tail = FMAF(-0x1.05c61p-29f, e, FMAF(0x1.62e43p-1f, e, -head));
    next = head + r.head * 2.0f;
    tail = ((head - next) + r.head * 2.0f) + tail + r.tail * 2.0f;
    term = xx * r.head * p;
    head = next + term;
    return head + ((next - head + term) + tail);
}

FMA_TARGET static inline double FMA_NAME(log1p_series)(double xx)
{
    double x4 = xx * xx, high, low;

    high = FMA(x4, 1.532076988502701353e-1,
               FMA(xx, 1.525629051003428716e-1, 1.818605932937785996e-1));
    low = FMA(x4, FMA(xx, 2.222214519839380009e-1, 2.857142932794299317e-1),
              FMA(xx, 3.999999999635251990e-1, 6.666666666667333541e-1));
    return FMA(x4 * x4, high, low);
}

FMA_TARGET static inline double FMA_NAME(sleef_log1p)(double x)
{
    double y = x + 1.0, t, m, e, xx, head, tail, next, term;
    bool tiny = y < 0x1p-1022;
    pair r;
    int k;

    y = tiny ? y * 0x1p64 : y;
    k = (int)(ssi_bits64(y * (1.0 / 0.75)) >> 52 & 2047) - 1023;
    t = power(-k);
    m = FMA(x, t, t - 1.0);
    e = tiny ? k - 64 : k;
    r = FMA_NAME(ratio)(m);
    xx = r.head * r.head;
    head = LN2_HI * e;
    tail = FMA(LN2_LO, e, FMA(LN2_HI, e, -head));
    next = head + r.head * 2.0;
    tail = ((head - next) + r.head * 2.0) + tail + r.tail * 2.0;
    term = xx * r.head * FMA_NAME(log1p_series)(xx);
    head = next + term;
    return head + ((next - head + term) + tail);
}
