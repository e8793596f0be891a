/* SPDX-License-Identifier: MIT
 * Eigenvectors of a symmetric matrix as LAPACK's xSYEVD has them for a small
 * one: Householder's reflections make it tridiagonal, then implicit QL or QR
 * steps. Values are those of any such method, to their last bits; the signs of
 * the vectors are decided by each choice.
 * Learned from: Martin and Wilkinson 1968, Numerische Mathematik 12, 377-383;
 * LAPACK 3.9, DSYTD2, DSTEQR.
 */
#include "numpy/old_svd.h"

#include <float.h>

#include "math/sqrt.h"

#define MOST SSI_OLD_LAPACK_MAX
#define ROUNDING SSI_OLD_ROUNDING
#define STEPS 30 /* times dim before it is given up */

struct work {
    int n, left; /* steps */
    double d[MOST], e[MOST];
    double *z; /* n * n: a = z t z' */
    double c[MOST], s[MOST];
};

static void tridiagonal(struct work *t, double *a)
{
    int n = t->n;
    double w[MOST], tau;

    for (int i = 0; i + 1 < n; i++) {
        int rest = n - i - 1, at = (i + 1) * n + i + 1;
        t->e[i] = ssi_old_reflector(a + at - 1, rest, n, w, &tau);
        ssi_old_reflect(a + at, rest, 1, n, rest, w, tau);
        ssi_old_reflect(a + at, rest, n, 1, rest, w, tau);
        ssi_old_reflect(t->z + i + 1, n, n, 1, rest, w, tau);
        t->d[i] = a[i * n + i];
    }
    t->d[n - 1] = a[n * n - 1];
}

/* Columns i, i + 1 of z. */
static void turn(struct work *t, int i)
{
    ssi_old_rotate(t->z + i, t->z + i + 1, t->n, t->n, t->c[i], t->s[i]);
}

/* Whether the off-diagonal between i and i + 1 is nothing. */
static bool vanishes(const struct work *t, int i)
{
    return t->e[i] * t->e[i] <= ROUNDING * ROUNDING * ssi_magnitude(t->d[i])
                                        * ssi_magnitude(t->d[i + 1])
                                    + DBL_MIN;
}

static double shifted(double d, double next, double e, double far)
{
    double g = (next - d) / (2.0 * e), r = ssi_sqrt(g * g + 1.0);

    return far - d + e / (g + ssi_signed_as(r, g));
}

static void two_by_two(struct work *t, int i)
{
    double first, second;

    ssi_old_eigen_two(t->d[i], t->e[i], t->d[i + 1], &first, &second, &t->c[i],
                      &t->s[i]);
    turn(t, i);
    t->d[i] = first;
    t->d[i + 1] = second;
    t->e[i] = 0.0;
}

/* From m up to row l. */
static void ql_step(struct work *t, int l, int m)
{
    double *d = t->d, *e = t->e;
    double g = shifted(d[l], d[l + 1], e[l], d[m]);
    double s = 1.0, c = 1.0, p = 0.0, r;

    for (int i = m - 1; i >= l; i--) {
        double f = s * e[i], b = c * e[i];
        ssi_old_rotation(g, f, &c, &s, &r);
        if (i != m - 1)
            e[i + 1] = r;
        g = d[i + 1] - p;
        r = (d[i] - g) * s + 2.0 * c * b;
        p = s * r;
        d[i + 1] = g + p;
        g = c * r - b;
        t->c[i] = c;
        t->s[i] = -s;
    }
    for (int i = m - 1; i >= l; i--)
        turn(t, i);
    d[l] = d[l] - p;
    e[l] = g;
}

/* From m down to row l. */
static void qr_step(struct work *t, int l, int m)
{
    double *d = t->d, *e = t->e;
    double g = shifted(d[l], d[l - 1], e[l - 1], d[m]);
    double s = 1.0, c = 1.0, p = 0.0, r;

    for (int i = m; i < l; i++) {
        double f = s * e[i], b = c * e[i];
        ssi_old_rotation(g, f, &c, &s, &r);
        if (i != m)
            e[i - 1] = r;
        g = d[i] - p;
        r = (d[i + 1] - g) * s + 2.0 * c * b;
        p = s * r;
        d[i] = g + p;
        g = c * r - b;
        t->c[i] = c;
        t->s[i] = s;
    }
    for (int i = m; i < l; i++)
        turn(t, i);
    d[l] = d[l] - p;
    e[l - 1] = g;
}

static bool by_ql(struct work *t, int l, int end)
{
    while (l <= end) {
        int m = l;
        while (m < end && !vanishes(t, m))
            m++;
        if (m < end)
            t->e[m] = 0.0;
        if (m == l) {
            l++;
        } else if (m == l + 1) {
            two_by_two(t, l);
            l += 2;
        } else {
            if (t->left-- == 0)
                return false;
            ql_step(t, l, m);
        }
    }
    return true;
}

static bool by_qr(struct work *t, int l, int end)
{
    while (l >= end) {
        int m = l;
        while (m > end && !vanishes(t, m - 1))
            m--;
        if (m > end)
            t->e[m - 1] = 0.0;
        if (m == l) {
            l--;
        } else if (m == l - 1) {
            two_by_two(t, m);
            l -= 2;
        } else {
            if (t->left-- == 0)
                return false;
            qr_step(t, l, m);
        }
    }
    return true;
}

/* The last row of the block that begins at first. */
static int block_end(struct work *t, int first)
{
    int m;

    for (m = first; m + 1 < t->n; m++) {
        double e = ssi_magnitude(t->e[m]);
        double beside = ssi_sqrt(ssi_magnitude(t->d[m]))
                        * ssi_sqrt(ssi_magnitude(t->d[m + 1])) * ROUNDING;
        if (e == 0.0 || e <= beside) {
            t->e[m] = 0.0;
            break;
        }
    }
    return m;
}

static bool diagonal(struct work *t)
{
    for (int first = 0, last; first < t->n; first = last + 1) {
        last = block_end(t, first);
        if (ssi_magnitude(t->d[last]) < ssi_magnitude(t->d[first])
                ? !by_qr(t, last, first)
                : !by_ql(t, first, last))
            return false;
    }
    return true;
}

/* The smallest first. */
static void sort(struct work *t)
{
    int n = t->n;

    for (int i = 0; i < n; i++) {
        int least = i;
        double x;
        for (int k = i + 1; k < n; k++)
            least = t->d[k] < t->d[least] ? k : least;
        x = t->d[i];
        t->d[i] = t->d[least];
        t->d[least] = x;
        for (int j = 0; least != i && j < n; j++) {
            x = t->z[j * n + i];
            t->z[j * n + i] = t->z[j * n + least];
            t->z[j * n + least] = x;
        }
    }
}

bool ssi_old_eigh(size_t dim, double *a, double *values)
{
    double z[MOST * MOST];
    struct work t = {.n = (int)dim, .left = STEPS * (int)dim, .z = z};

    for (size_t i = 0; i < dim; i++)
        for (size_t j = 0; j < dim; j++) {
            double x = a[i > j ? i * dim + j : j * dim + i];
            if (x - x != 0.0)
                return false;
            a[i * dim + j] = x;
            z[i * dim + j] = i == j ? 1.0 : 0.0;
        }
    tridiagonal(&t, a);
    if (!diagonal(&t))
        return false;
    sort(&t);
    for (size_t i = 0; i < dim * dim; i++)
        a[i] = z[i];
    for (size_t i = 0; i < dim; i++)
        values[i] = t.d[i];
    return true;
}
