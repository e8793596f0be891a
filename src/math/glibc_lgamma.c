/* SPDX-License-Identifier: MIT
 * lgamma() in double for x >= 0: rational approximations, nothing fused but
 * what is in log().
 * Learned from: fdlibm 5.3 (e_lgamma_r.c, Sun Microsystems 1993), in glibc up
 * to 2.42 on x86-64; later ones round correctly. Figures: fdlibm's, see
 * LICENSES/fdlibm.txt.
 */
#include "math/glibc.h"

#include "math/bits.h"

#define TC 1.46163214496836224576e+00  /* where the minimum is */
#define TF -1.21486290535849611461e-01 /* its value */
#define TT -3.63867699703950536541e-18 /* its tail */
#define EULER 7.72156649015328655494e-02

/* Around 2: y = 2 - x, even and odd powers. */
static const double two_even[6] = {
    7.72156649015328655494e-02, 6.73523010531292681824e-02,
    7.38555086081402883957e-03, 1.19270763183362067845e-03,
    2.20862790713908385557e-04, 2.52144565451257326939e-05,
};
static const double two_odd[6] = {
    3.22467033424113591611e-01, 2.05808084325167332806e-02,
    2.89051383673415629091e-03, 5.10069792153511336608e-04,
    1.08011567247583939954e-04, 4.48640949618915160150e-05,
};

/* Around the minimum at TC: every third power of y = x - TC. */
static const double min_0[5] = {
    4.83836122723810047042e-01, -3.27885410759859649565e-02,
    6.10053870246291332635e-03, -1.40346469989232843813e-03,
    3.15632070903625950361e-04,
};
static const double min_2[5] = {
    6.46249402391333854778e-02, -1.03142241298341437450e-02,
    2.25964780900612472250e-03, -5.38595305356740546715e-04,
    3.35529192635519073543e-04,
};
static const double min_1[5] = {
    -1.47587722994593911752e-01, 1.79706750811820387126e-02,
    -3.68452016781138256760e-03, 8.81081882437654011382e-04,
    -3.12754168375120860518e-04,
};

/* Around 1: y = x - 1, numerator and denominator. */
static const double one_n[5] = {
    6.32827064025093366517e-01, 1.45492250137234768737e+00,
    9.77717527963372745603e-01, 2.28963728064692451092e-01,
    1.33810918536787660377e-02,
};
static const double one_d[5] = {
    2.45597793713041134822e+00, 2.12848976379893395361e+00,
    7.69285150456672783825e-01, 1.04222645593369134254e-01,
    3.21709242282423911810e-03,
};

/* 2 <= x < 8: y = x less its integer part. */
static const double mid_n[6] = {
    2.14982415960608852501e-01, 3.25778796408930981787e-01,
    1.46350472652464452805e-01, 2.66422703033638609560e-02,
    1.84028451407337715652e-03, 3.19475326584100867617e-05,
};
static const double mid_d[6] = {
    1.39200533467621045958e+00, 7.21935547567138069525e-01,
    1.71933865632803078993e-01, 1.86459191715652901344e-02,
    7.77942496381893596434e-04, 7.32668430744625636189e-06,
};

/* 8 <= x: powers of 1/x, odd ones but for the first. */
static const double large[7] = {
    4.18938533204672725052e-01,  8.33333333333329678849e-02,
    -2.77777777728775536470e-03, 7.93650558643019558500e-04,
    -5.95187557450339963135e-04, 8.36339918996282139126e-04,
    -1.63092934096575273989e-03,
};

static double horner(const double *c, int n, double x)
{
    double p = c[n - 1];

    for (int i = n - 2; i >= 0; i--)
        p = p * x + c[i];
    return p;
}

/* lgamma(2 - y). */
static double around_2(double y)
{
    double z = y * y;
    double p = y * horner(two_even, 6, z) + z * horner(two_odd, 6, z);

    return p - 0.5 * y;
}

/* lgamma(TC + y). */
static double around_minimum(double y)
{
    double z = y * y, w = z * y;
    double p = horner(min_1, 5, w) + y * horner(min_2, 5, w);

    return TF + (z * horner(min_0, 5, w) - (TT - w * p));
}

/* lgamma(1 + y). */
static double around_1(double y)
{
    double p = y * (y * horner(one_n, 5, y) - EULER);

    return -0.5 * y + p / (1.0 + y * horner(one_d, 5, y));
}

static double below_2(double x)
{
    uint32_t high = ssi_high32(x);
    double r;

    if (high <= 0x3feccccc) { /* 0.9: lgamma(x) = lgamma(x + 1) - log(x) */
        r = -ssi_glibc_log(x);
        if (high >= 0x3fe76944) /* 0.7316 */
            return r + around_2(1.0 - x);
        if (high >= 0x3fcda661) /* 0.2316 */
            return r + around_minimum(x - (TC - 1.0));
        return r + around_1(x);
    }
    if (high >= 0x3ffbb4c3) /* 1.7316 */
        return around_2(2.0 - x);
    if (high >= 0x3ff3b4c4) /* 1.2316 */
        return around_minimum(x - TC);
    return around_1(x - 1.0);
}

static double below_8(double x)
{
    int n = (int)x;
    double y = x - n, z = 1.0, p = y * (y * horner(mid_n, 6, y) - EULER), r;

    r = 0.5 * y + p / (1.0 + y * horner(mid_d, 6, y));
    if (n < 3)
        return r;
    for (int i = n - 1; i >= 2; i--)
        z *= y + i;
    return r + ssi_glibc_log(z);
}

double ssi_glibc_lgamma(double x)
{
    double t, z;

    if (!(x < SSI_INFINITY))
        return x;
    if (x <= 0)
        return x < 0 ? SSI_NAN : SSI_INFINITY;
    if (x < 0x1p-70)
        return -ssi_glibc_log(x);
    if (x == 1.0 || x == 2.0)
        return 0.0;
    if (x < 2.0)
        return below_2(x);
    if (x < 8.0)
        return below_8(x);
    t = ssi_glibc_log(x) - 1.0;
    if (x >= 0x1p58)
        return x * t;
    z = 1.0 / x;
    return (x - 0.5) * t + (large[0] + z * horner(large + 1, 6, z * z));
}
