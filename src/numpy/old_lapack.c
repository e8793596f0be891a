/* SPDX-License-Identifier: MIT
 * What the decompositions of LAPACK before 3.10 are made of.
 * Learned from: LAPACK 3.9, DLARFG, DLARTG, DLAS2, DLASV2, DLAEV2.
 */
#include "numpy/old_lapack.h"

#include <stdbool.h>

#include "math/sqrt.h"

static double sign_of(double x)
{
    return ssi_signed_as(1.0, x);
}

double ssi_old_reflector(const double *x, int count, int stride, double *w,
                         double *tau)
{
    double norm = 0.0, alpha = x[0], beta;

    *tau = 0.0;
    w[0] = 1.0;
    for (int i = 1; i < count; i++) {
        w[i] = 0.0;
        norm += x[i * stride] * x[i * stride];
    }
    if (norm == 0.0)
        return alpha;
    beta = ssi_sqrt(alpha * alpha + norm);
    beta = -ssi_signed_as(beta, alpha);
    *tau = (beta - alpha) / beta;
    for (int i = 1; i < count; i++)
        w[i] = x[i * stride] / (alpha - beta);
    return beta;
}

void ssi_old_reflect(double *m, int lanes, int across, int along, int count,
                     const double *w, double tau)
{
    for (int lane = 0; lane < lanes; lane++) {
        double *x = m + lane * across, sum = 0.0;
        for (int i = 0; i < count; i++)
            sum += x[i * along] * w[i];
        for (int i = 0; i < count; i++)
            x[i * along] -= tau * sum * w[i];
    }
}

void ssi_old_rotate(double *x, double *y, int count, int stride, double c,
                    double s)
{
    for (int i = 0; i < count * stride; i += stride) {
        double t = y[i];
        y[i] = c * t - s * x[i];
        x[i] = s * t + c * x[i];
    }
}

/* c is not negative where f is the larger one. */
void ssi_old_rotation(double f, double g, double *c, double *s, double *r)
{
    double length;

    if (g == 0.0) {
        *c = 1.0;
        *s = 0.0;
        *r = f;
        return;
    }
    if (f == 0.0) {
        *c = 0.0;
        *s = 1.0;
        *r = g;
        return;
    }
    length = ssi_sqrt(f * f + g * g);
    if (ssi_magnitude(f) > ssi_magnitude(g) && f < 0.0)
        length = -length;
    *c = f / length;
    *s = g / length;
    *r = length;
}

double ssi_old_least(double f, double g, double h)
{
    double a = ssi_magnitude(f), b = ssi_magnitude(h), ratio = ssi_magnitude(g);
    double low = a < b ? a : b, high = a < b ? b : a, sum, difference, c;

    if (low == 0.0)
        return 0.0;
    sum = 1.0 + low / high;
    difference = (high - low) / high;
    if (ratio < high) {
        ratio = ratio / high * (ratio / high);
        return low
               * (2.0
                  / (ssi_sqrt(sum * sum + ratio)
                     + ssi_sqrt(difference * difference + ratio)));
    }
    if (high / ratio == 0.0)
        return low * high / ratio;
    ratio = high / ratio;
    c = 1.0
        / (ssi_sqrt(1.0 + sum * ratio * (sum * ratio))
           + ssi_sqrt(1.0 + difference * ratio * (difference * ratio)));
    return 2.0 * (low * c * ratio);
}

struct halves {
    double cl, sl, cr, sr, most, least;
};

/* f is not smaller than h; g is so much larger than both that they vanish
 * beside it. */
static struct halves tall(double f, double g, double h)
{
    double fa = ssi_magnitude(f), ga = ssi_magnitude(g), ha = ssi_magnitude(h);

    return (struct halves){
        1.0, h / g, f / g, 1.0, ga, ha > 1.0 ? fa / (ga / ha) : fa / ga * ha};
}

static struct halves usual(double f, double g, double h)
{
    double fa = ssi_magnitude(f), ha = ssi_magnitude(h), d = fa - ha;
    double l = d == fa ? 1.0 : d / fa, m = g / f, t = 2.0 - l, mm = m * m;
    double s = ssi_sqrt(t * t + mm);
    double r = l == 0.0 ? ssi_magnitude(m) : ssi_sqrt(l * l + mm);
    double a = 0.5 * (s + r);
    struct halves x = {.least = ha / a, .most = fa * a};

    if (mm != 0.0)
        t = (m / (s + t) + m / (r + l)) * (1.0 + a);
    else if (l == 0.0)
        t = 2.0 * sign_of(f) * sign_of(g);
    else
        t = g / (ssi_magnitude(d) * sign_of(f)) + m / t;
    l = ssi_sqrt(t * t + 4.0);
    x.cr = 2.0 / l;
    x.sr = t / l;
    x.cl = (x.cr + x.sr * m) / a;
    x.sl = h / f * x.sr / a;
    return x;
}

static struct halves halves_of(double f, double g, double h)
{
    if (g == 0.0)
        return (struct halves){
            1.0, 0.0, 1.0, 0.0, ssi_magnitude(f), ssi_magnitude(h)};
    if (ssi_magnitude(g) > ssi_magnitude(f)
        && ssi_magnitude(f) / ssi_magnitude(g) < SSI_OLD_ROUNDING)
        return tall(f, g, h);
    return usual(f, g, h);
}

void ssi_old_two_by_two(double f, double g, double h, double *right_c,
                        double *right_s, double *left_c, double *left_s,
                        double *most, double *least)
{
    bool swap = ssi_magnitude(h) > ssi_magnitude(f);
    double larger = swap ? h : f, sign;
    struct halves x = halves_of(larger, g, swap ? f : h);

    *left_c = swap ? x.sr : x.cl;
    *left_s = swap ? x.cr : x.sl;
    *right_c = swap ? x.sl : x.cr;
    *right_s = swap ? x.cl : x.sr;
    if (ssi_magnitude(g) > ssi_magnitude(larger))
        sign = sign_of(*right_s) * sign_of(*left_c) * sign_of(g);
    else if (swap)
        sign = sign_of(*right_s) * sign_of(*left_s) * sign_of(h);
    else
        sign = sign_of(*right_c) * sign_of(*left_c) * sign_of(f);
    *most = ssi_magnitude(x.most) * sign;
    *least = ssi_magnitude(x.least) * sign * sign_of(f) * sign_of(h);
}

void ssi_old_eigen_two(double a, double b, double c, double *first,
                       double *second, double *cosine, double *sine)
{
    double sum = a + c, df = a - c, adf = ssi_magnitude(df), tb = b + b;
    double ab = ssi_magnitude(tb), rt, cs, t;
    double most = ssi_magnitude(a) > ssi_magnitude(c) ? a : c;
    double least = ssi_magnitude(a) > ssi_magnitude(c) ? c : a;

    if (adf > ab)
        rt = adf * ssi_sqrt(1.0 + ab / adf * (ab / adf));
    else if (adf < ab)
        rt = ab * ssi_sqrt(1.0 + adf / ab * (adf / ab));
    else
        rt = ab * ssi_sqrt(2.0);
    *first = sum == 0.0 ? 0.5 * rt : 0.5 * (sum + sign_of(sum) * rt);
    *second = sum == 0.0 ? -0.5 * rt : most / *first * least - b / *first * b;
    cs = df >= 0.0 ? df + rt : df - rt;
    if (ssi_magnitude(cs) > ab) {
        t = -tb / cs;
        *sine = 1.0 / ssi_sqrt(1.0 + t * t);
        *cosine = t * *sine;
    } else if (ab == 0.0) {
        *cosine = 1.0;
        *sine = 0.0;
    } else {
        t = -cs / tb;
        *cosine = 1.0 / ssi_sqrt(1.0 + t * t);
        *sine = t * *cosine;
    }
    if ((sum < 0.0) == (df < 0.0)) {
        t = *cosine;
        *cosine = -*sine;
        *sine = t;
    }
}
