/* SPDX-License-Identifier: MIT
 * Binomial by BTPE: a triangle, two parallelograms and two exponential tails
 * over the distribution, squeezed before it is computed.
 * Learned from: Kachitvichyanukul and Schmeiser 1988, Communications of the
 * ACM 31, 216-222; numpy/random/src/distributions/distributions.c, 2.4, whose
 * Stirling terms have 13680 for the paper's 13860 and are all four added: that
 * decides streams. 2.5 has 13860 and subtracts the last two.
 */
#include "dist/binomial.h"

#include "bitgen/draw.h"
#include "dist/to_int.h"
#include "math/glibc.h"
#include "math/sqrt.h"

enum verdict { REJECT, ACCEPT, TEST };

static void set_up(ss_binomial_setup *b, int64_t n, double p)
{
    double mirrored = 1.0 - p, dn = (double)n, a;

    b->has_binomial = 1;
    b->n = n;
    b->p = p;
    b->r = p < mirrored ? p : mirrored;
    b->q = 1.0 - b->r;
    b->fm = dn * b->r + b->r;
    b->m = ssi_to_int64(ssi_floor(b->fm));
    b->p1 = ssi_floor(2.195 * ssi_sqrt(dn * b->r * b->q) - 4.6 * b->q) + 0.5;
    b->xm = (double)b->m + 0.5;
    b->xl = b->xm - b->p1;
    b->xr = b->xm + b->p1;
    b->c = 0.134 + 20.5 / (15.3 + (double)b->m);
    a = (b->fm - b->xl) / (b->fm - b->xl * b->r);
    b->laml = a * (1.0 + a / 2.0);
    a = (b->xr - b->fm) / (b->xr * b->q);
    b->lamr = a * (1.0 + a / 2.0);
    b->p2 = b->p1 * (1.0 + 2.0 * b->c);
    b->p3 = b->p2 + b->c / b->laml;
    b->p4 = b->p3 + b->c / b->lamr;
}

/* Steps 1 to 4: a candidate *y and the height *v under which it is tested. */
static enum verdict propose(ss_bitgen *bitgen, const ss_binomial_setup *b,
                            int64_t *y, double *v)
{
    double u = ssi_next_double(bitgen) * b->p4, x;

    *v = ssi_next_double(bitgen);
    if (!(u > b->p1)) {
        *y = ssi_to_int64(ssi_floor(b->xm - b->p1 * *v + u));
        return ACCEPT;
    }
    if (!(u > b->p2)) {
        x = b->xl + (u - b->p1) / b->c;
        *v = *v * b->c + 1.0 - ssi_fabs((double)b->m - x + 0.5) / b->p1;
        *y = ssi_to_int64(ssi_floor(x));
        return *v > 1.0 ? REJECT : TEST;
    }
    if (!(u > b->p3)) {
        *y = ssi_to_int64(ssi_floor(b->xl + ssi_glibc_log(*v) / b->laml));
        if (*y < 0) /* v == 0 gives INT64_MIN */
            return REJECT;
        *v = *v * (u - b->p2) * b->laml;
        return TEST;
    }
    *y = ssi_to_int64(ssi_floor(b->xr - ssi_glibc_log(*v) / b->lamr));
    if (*y > b->n || *v == 0.0)
        return REJECT;
    *v = *v * (u - b->p3) * b->lamr;
    return TEST;
}

/* Step 5.1: the ratio of the probabilities of y and m by its product. */
static bool by_product(const ss_binomial_setup *b, int64_t y, double v)
{
    double s = b->r / b->q, f = 1.0;
    double a = s * (double)ssi_wrap_add(b->n, 1);

    for (int64_t i = b->m + 1; i <= y; i++)
        f *= a / (double)i - s;
    for (int64_t i = y + 1; i <= b->m; i++)
        f /= a / (double)i - s;
    return !(v > f);
}

/* What decides between the releases of NumPy: the first of Stirling's
 * coefficients, and the sign of the last two corrections. */
struct corrections {
    double first, sign;
};

static double stirling(double x, double first)
{
    double x2 = x * x;

    return (first - (462. - (132. - (99. - 140. / x2) / x2) / x2) / x2) / x
           / 166320.;
}

/* Steps 5.2 and 5.3: squeezes by the normal curve, then Stirling's formula. */
static bool by_logarithm(const ss_binomial_setup *b, int64_t y, int64_t k,
                         double nrq, double v, struct corrections of)
{
    double dk = (double)k, first = of.first;
    double rho =
        (dk / nrq)
        * ((dk * (dk / 3.0 + 0.625) + 0.16666666666666666) / nrq + 0.5);
    double t = (double)ssi_wrap_mul(-k, k) / (2 * nrq);
    double a = ssi_glibc_log(v);
    double x1 = (double)y + 1, f1 = (double)b->m + 1;
    double z = (double)b->n + 1 - (double)b->m;
    double w = (double)b->n - (double)y + 1;

    if (a < t - rho)
        return true;
    if (a > t + rho)
        return false;
    return !(
        a > b->xm * ssi_glibc_log(f1 / x1)
                + ((double)(b->n - b->m) + 0.5) * ssi_glibc_log(z / w)
                + (double)(y - b->m) * ssi_glibc_log(w * b->r / (x1 * b->q))
                + stirling(f1, first) + stirling(z, first)
                + of.sign * stirling(x1, first) + of.sign * stirling(w, first));
}

static int64_t btpe(ss_bitgen *bitgen, int64_t n, double p,
                    ss_binomial_setup *setup, struct corrections of)
{
    int64_t y, k;
    double v, nrq;

    if (!ssi_binomial_is_set(setup, n, p))
        set_up(setup, n, p);
    nrq = (double)n * setup->r * setup->q;
    for (;;) {
        enum verdict verdict = propose(bitgen, setup, &y, &v);
        if (verdict == REJECT)
            continue;
        if (verdict == ACCEPT)
            return y;
        k = y < setup->m ? setup->m - y : y - setup->m;
        if (k > 20 && (double)k < nrq / 2.0 - 1
                ? by_logarithm(setup, y, k, nrq, v, of)
                : by_product(setup, y, v))
            return y;
    }
}

int64_t ssi_binomial_btpe(ss_bitgen *bitgen, int64_t n, double p,
                          ss_binomial_setup *setup)
{
    return btpe(bitgen, n, p, setup, (struct corrections){13680., 1.0});
}

int64_t ssi_binomial_btpe_2_5(ss_bitgen *bitgen, int64_t n, double p,
                              ss_binomial_setup *setup)
{
    return btpe(bitgen, n, p, setup, (struct corrections){13860., -1.0});
}
