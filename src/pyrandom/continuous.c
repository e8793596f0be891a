/* SPDX-License-Identifier: MIT
 * The real-valued distributions of Python's random.
 * Learned from: CPython 3.11, Lib/random.py; each expression keeps its order
 * of operations, since the last bits depend on it. Python raises where C
 * would give an infinity; the draws made until then stay drawn.
 */
#include <sameseed/pyrandom.h>

#include "math/fmod.h"
#include "math/glibc.h"
#include "math/sqrt.h"

#define E 0x1.5bf0a8b145769p+1
#define PI 0x1.921fb54442d18p+1
#define TAU 0x1.921fb54442d18p+2
#define LOG4 0x1.62e42fefa39efp+0     /* log(4) */
#define NV_MAGIC 0x1.b72cd3f331398p+0 /* 4 exp(-0.5) / sqrt(2) */
#define SG_MAGIC 0x1.40859baee748fp+1 /* 1 + log(4.5) */
#define INFINITE (1.0 / 0.0)

double ss_pyrandom_uniform(ss_pyrandom *r, double a, double b)
{
    return a + (b - a) * ss_pyrandom_random(r);
}

double ss_pyrandom_triangular(ss_pyrandom *r, double low, double high,
                              const double *mode)
{
    double u = ss_pyrandom_random(r), c = 0.5, swap;

    if (mode) {
        if (high - low == 0.0)
            return low;
        c = (*mode - low) / (high - low);
    }
    if (u > c) {
        u = 1.0 - u;
        c = 1.0 - c;
        swap = low;
        low = high;
        high = swap;
    }
    return low + (high - low) * ssi_sqrt(u * c);
}

double ss_pyrandom_gauss(ss_pyrandom *r, double mu, double sigma)
{
    double z = r->gauss_next, angle, radius;

    if (r->has_gauss) {
        r->has_gauss = false;
        r->gauss_next = 0.0;
        return mu + z * sigma;
    }
    angle = ss_pyrandom_random(r) * TAU;
    radius = ssi_sqrt(-2.0 * ssi_glibc_log(1.0 - ss_pyrandom_random(r)));
    z = ssi_glibc_cos(angle) * radius;
    r->gauss_next = ssi_glibc_sin(angle) * radius;
    r->has_gauss = true;
    return mu + z * sigma;
}

double ss_pyrandom_normalvariate(ss_pyrandom *r, double mu, double sigma)
{
    double z;

    for (;;) {
        double u1 = ss_pyrandom_random(r);
        double u2 = 1.0 - ss_pyrandom_random(r);
        z = NV_MAGIC * (u1 - 0.5) / u2;
        if (z * z / 4.0 <= -ssi_glibc_log(u2))
            break;
    }
    return mu + z * sigma;
}

/* math.exp(): OverflowError where a finite argument gives infinity. */
static ss_status python_exp(double x, double *out)
{
    double y = ssi_glibc_exp(x);

    if (y == INFINITE && x != INFINITE)
        return SS_ERR_PYTHON_OVERFLOW;
    *out = y;
    return SS_OK;
}

/* x ** y of Python floats for x >= 0 (or -0.0). */
static ss_status python_power(double x, double y, double *out)
{
    double z;

    if (x == 0.0 && y < 0.0)
        return SS_ERR_PYTHON_ZERO_POWER;
    z = ssi_glibc_pow(x, y);
    if (z == INFINITE && x != INFINITE && y - y == 0.0)
        return SS_ERR_PYTHON_POW_OVERFLOW;
    *out = z;
    return SS_OK;
}

ss_status ss_pyrandom_lognormvariate(ss_pyrandom *r, double mu, double sigma,
                                     double *out)
{
    return python_exp(ss_pyrandom_normalvariate(r, mu, sigma), out);
}

ss_status ss_pyrandom_expovariate(ss_pyrandom *r, double lambd, double *out)
{
    double e = -ssi_glibc_log(1.0 - ss_pyrandom_random(r));

    if (lambd == 0.0)
        return SS_ERR_PYTHON_FLOAT_DIVISION;
    *out = e / lambd;
    return SS_OK;
}

/* alpha > 1: Cheng 1977, Applied Statistics 26, 71-74. */
static double gamma_cheng(ss_pyrandom *r, double alpha)
{
    double ainv = ssi_sqrt(2.0 * alpha - 1.0);
    double bbb = alpha - LOG4, ccc = alpha + ainv;

    for (;;) {
        double u1 = ss_pyrandom_random(r), u2, v, x, z, score;
        if (!(1e-7 < u1 && u1 < 0.9999999))
            continue;
        u2 = 1.0 - ss_pyrandom_random(r);
        v = ssi_glibc_log(u1 / (1.0 - u1)) / ainv;
        x = alpha * ssi_glibc_exp(v);
        z = u1 * u1 * u2;
        score = bbb + ccc * v - x;
        if (score + SG_MAGIC - 4.5 * z >= 0.0 || score >= ssi_glibc_log(z))
            return x;
    }
}

/* alpha < 1: algorithm GS of Kennedy and Gentle, Statistical Computing. */
static ss_status gamma_gs(ss_pyrandom *r, double alpha, double *out)
{
    for (;;) {
        double u = ss_pyrandom_random(r), u1, bound, x;
        double b = (E + alpha) / E, p = b * u;
        ss_status status = SS_OK;
        if (p <= 1.0)
            status = python_power(p, 1.0 / alpha, &x);
        else if (!((b - p) / alpha > 0.0))
            status = SS_ERR_PYTHON_MATH_DOMAIN;
        else
            x = -ssi_glibc_log((b - p) / alpha);
        if (status != SS_OK)
            return status;
        u1 = ss_pyrandom_random(r);
        if (p > 1.0)
            status = python_power(x, alpha - 1.0, &bound);
        else
            status = python_exp(-x, &bound);
        if (status != SS_OK)
            return status;
        if (u1 <= bound) {
            *out = x;
            return SS_OK;
        }
    }
}

ss_status ss_pyrandom_gammavariate(ss_pyrandom *r, double alpha, double beta,
                                   double *out)
{
    double x;
    ss_status status;

    if (alpha <= 0.0 || beta <= 0.0)
        return SS_ERR_PYTHON_GAMMA;
    if (alpha - alpha != 0.0)
        return SS_ERR_ARGUMENT;
    if (alpha > 1.0) {
        x = gamma_cheng(r, alpha);
    } else if (alpha == 1.0) {
        x = -ssi_glibc_log(1.0 - ss_pyrandom_random(r));
    } else {
        status = gamma_gs(r, alpha, &x);
        if (status != SS_OK)
            return status;
    }
    *out = x * beta;
    return SS_OK;
}

ss_status ss_pyrandom_betavariate(ss_pyrandom *r, double alpha, double beta,
                                  double *out)
{
    double y, z;
    ss_status status = ss_pyrandom_gammavariate(r, alpha, 1.0, &y);

    if (status != SS_OK)
        return status;
    if (y == 0.0) {
        *out = 0.0;
        return SS_OK;
    }
    status = ss_pyrandom_gammavariate(r, beta, 1.0, &z);
    if (status == SS_OK)
        *out = y / (y + z);
    return status;
}

/* Python's float %: the sign of a non-zero result is the divisor's. */
static double modulo_tau(double x)
{
    double m = ssi_fmod(x, TAU);

    if (m == 0.0)
        return 0.0;
    return m < 0.0 ? m + TAU : m;
}

/* One trial of Fisher 1993: *z is the cosine that was drawn. */
static ss_status von_mises_trial(ss_pyrandom *r, double radius, double *z,
                                 bool *accepted)
{
    double d, u2, e;
    ss_status status;

    *z = ssi_glibc_cos(PI * ss_pyrandom_random(r));
    if (radius + *z == 0.0)
        return SS_ERR_PYTHON_FLOAT_DIVISION;
    d = *z / (radius + *z);
    u2 = ss_pyrandom_random(r);
    *accepted = u2 < 1.0 - d * d;
    if (*accepted)
        return SS_OK;
    status = python_exp(d, &e);
    if (status == SS_OK)
        *accepted = u2 <= (1.0 - d) * e;
    return status;
}

ss_status ss_pyrandom_vonmisesvariate(ss_pyrandom *r, double mu, double kappa,
                                      double *out)
{
    double s, radius, z = 0.0, q, f;
    bool accepted = false;

    if (kappa != kappa)
        return SS_ERR_ARGUMENT;
    if (kappa <= 1e-6) {
        *out = TAU * ss_pyrandom_random(r);
        return SS_OK;
    }
    s = 0.5 / kappa;
    radius = s + ssi_sqrt(1.0 + s * s);
    while (!accepted) {
        ss_status status = von_mises_trial(r, radius, &z, &accepted);
        if (status != SS_OK)
            return status;
    }
    q = 1.0 / radius;
    f = (q + z) / (1.0 + q * z);
    s = ss_pyrandom_random(r);
    if (!(f >= -1.0 && f <= 1.0))
        return SS_ERR_PYTHON_MATH_DOMAIN;
    *out =
        modulo_tau(s > 0.5 ? mu + ssi_glibc_acos(f) : mu - ssi_glibc_acos(f));
    return SS_OK;
}

ss_status ss_pyrandom_paretovariate(ss_pyrandom *r, double alpha, double *out)
{
    double u = 1.0 - ss_pyrandom_random(r);

    if (alpha == 0.0)
        return SS_ERR_PYTHON_FLOAT_DIVISION;
    return python_power(u, -1.0 / alpha, out);
}

ss_status ss_pyrandom_weibullvariate(ss_pyrandom *r, double alpha, double beta,
                                     double *out)
{
    double e = -ssi_glibc_log(1.0 - ss_pyrandom_random(r)), power;
    ss_status status;

    if (beta == 0.0)
        return SS_ERR_PYTHON_FLOAT_DIVISION;
    status = python_power(e, 1.0 / beta, &power);
    if (status == SS_OK)
        *out = alpha * power;
    return status;
}
