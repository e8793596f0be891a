/* SPDX-License-Identifier: MIT
 * The singular value decomposition as LAPACK's xGESDD has it for a small
 * square matrix: Householder's reflections make it bidiagonal, then implicit
 * QR steps with a shift of zero or not. Values are those of any such method,
 * to their last bits; the signs of the vectors are decided by each choice.
 * Learned from: Golub and Kahan 1965, SIAM J. Numer. Anal. 2, 205-224; Demmel
 * and Kahan 1990, SIAM J. Sci. Stat. Comput. 11, 873-912; LAPACK 3.9, DGEBD2,
 * DBDSQR, DLARTG.
 */
#include "numpy/old_svd.h"

#include <float.h>
#include <string.h>

#include "math/sqrt.h"
#include "numpy/old_lapack.h"

#define MOST SSI_OLD_LAPACK_MAX
#define ROUNDING SSI_OLD_ROUNDING
#define TOLERANCE (0x1.8ace5422aa0dbp+6 * ROUNDING) /* ROUNDING ** -1/8 */
#define STEPS 6 /* times dim * dim before it is given up */

struct work {
    int n, first, last; /* the block that is worked on */
    double d[MOST], e[MOST], threshold, smallest;
    double *u, *v; /* n * n: a = u b v */
    /* the rotations of one step: those of v, of u */
    double cv[MOST], sv[MOST], cu[MOST], su[MOST];
};

static void bidiagonal(struct work *s, double *a)
{
    int n = s->n;
    double w[MOST], tau;

    for (int i = 0; i < n; i++) {
        s->d[i] = ssi_old_reflector(a + i * n + i, n - i, n, w, &tau);
        ssi_old_reflect(a + i * n + i, n - i, 1, n, n - i, w, tau);
        ssi_old_reflect(s->u + i, n, n, 1, n - i, w, tau);
        if (i + 1 == n)
            break;
        s->e[i] = ssi_old_reflector(a + i * n + i + 1, n - i - 1, 1, w, &tau);
        ssi_old_reflect(a + i * n + i + 1, n - i, n, 1, n - i - 1, w, tau);
        ssi_old_reflect(s->v + (i + 1) * n, n, 1, n, n - i - 1, w, tau);
    }
}

/* Rows i, i + 1 of v and columns i, i + 1 of u. */
static void turn(struct work *s, int i)
{
    int n = s->n;

    ssi_old_rotate(s->v + i * n, s->v + (i + 1) * n, n, 1, s->cv[i], s->sv[i]);
    ssi_old_rotate(s->u + i, s->u + i + 1, n, n, s->cu[i], s->su[i]);
}

static void turn_down(struct work *s)
{
    for (int i = s->first; i < s->last; i++)
        turn(s, i);
}

static void turn_up(struct work *s)
{
    for (int i = s->last; i-- > s->first;)
        turn(s, i);
}

/* ---- steps; down: from the first to the last ---- */

static void zero_down(struct work *s)
{
    double c = 1.0, old_c = 1.0, sn = 0.0, old_s = 0.0, r, h;

    for (int i = s->first; i < s->last; i++) {
        ssi_old_rotation(s->d[i] * c, s->e[i], &c, &sn, &r);
        if (i > s->first)
            s->e[i - 1] = old_s * r;
        ssi_old_rotation(old_c * r, s->d[i + 1] * sn, &old_c, &old_s, &s->d[i]);
        s->cv[i] = c;
        s->sv[i] = sn;
        s->cu[i] = old_c;
        s->su[i] = old_s;
    }
    h = s->d[s->last] * c;
    s->d[s->last] = h * old_c;
    s->e[s->last - 1] = h * old_s;
    turn_down(s);
}

static void zero_up(struct work *s)
{
    double c = 1.0, old_c = 1.0, sn = 0.0, old_s = 0.0, r, h;

    for (int i = s->last; i > s->first; i--) {
        ssi_old_rotation(s->d[i] * c, s->e[i - 1], &c, &sn, &r);
        if (i < s->last)
            s->e[i] = old_s * r;
        ssi_old_rotation(old_c * r, s->d[i - 1] * sn, &old_c, &old_s, &s->d[i]);
        s->cu[i - 1] = c;
        s->su[i - 1] = -sn;
        s->cv[i - 1] = old_c;
        s->sv[i - 1] = -old_s;
    }
    h = s->d[s->first] * c;
    s->d[s->first] = h * old_c;
    s->e[s->first] = h * old_s;
    turn_up(s);
}

static double start(double d, double shift)
{
    return (ssi_magnitude(d) - shift) * (ssi_signed_as(1.0, d) + shift / d);
}

static void shifted_down(struct work *s, double shift)
{
    double *d = s->d, *e = s->e, f = start(d[s->first], shift);
    double g = e[s->first], c, sn, r;

    for (int i = s->first; i < s->last; i++) {
        ssi_old_rotation(f, g, &c, &sn, &r);
        s->cv[i] = c;
        s->sv[i] = sn;
        if (i > s->first)
            e[i - 1] = r;
        f = c * d[i] + sn * e[i];
        e[i] = c * e[i] - sn * d[i];
        g = sn * d[i + 1];
        d[i + 1] = c * d[i + 1];
        ssi_old_rotation(f, g, &c, &sn, &d[i]);
        s->cu[i] = c;
        s->su[i] = sn;
        f = c * e[i] + sn * d[i + 1];
        d[i + 1] = c * d[i + 1] - sn * e[i];
        if (i + 1 < s->last) {
            g = sn * e[i + 1];
            e[i + 1] = c * e[i + 1];
        }
    }
    e[s->last - 1] = f;
    turn_down(s);
}

static void shifted_up(struct work *s, double shift)
{
    double *d = s->d, *e = s->e, f = start(d[s->last], shift);
    double g = e[s->last - 1], c, sn, r;

    for (int i = s->last; i > s->first; i--) {
        ssi_old_rotation(f, g, &c, &sn, &r);
        s->cu[i - 1] = c;
        s->su[i - 1] = -sn;
        if (i < s->last)
            e[i] = r;
        f = c * d[i] + sn * e[i - 1];
        e[i - 1] = c * e[i - 1] - sn * d[i];
        g = sn * d[i - 1];
        d[i - 1] = c * d[i - 1];
        ssi_old_rotation(f, g, &c, &sn, &d[i]);
        s->cv[i - 1] = c;
        s->sv[i - 1] = -sn;
        f = c * e[i - 1] + sn * d[i - 1];
        d[i - 1] = c * d[i - 1] - sn * e[i - 1];
        if (i > s->first + 1) {
            g = sn * e[i - 2];
            e[i - 2] = c * e[i - 2];
        }
    }
    e[s->first] = f;
    turn_up(s);
}

/* ---- what to do next ---- */

static void set_threshold(struct work *s)
{
    double mu = ssi_magnitude(s->d[0]), least = mu, n = s->n;

    for (int i = 1; i < s->n && least > 0.0; i++) {
        mu = ssi_magnitude(s->d[i]) * (mu / (mu + ssi_magnitude(s->e[i - 1])));
        least = mu < least ? mu : least;
    }
    least = TOLERANCE * least / ssi_sqrt(n);
    s->threshold = STEPS * (n * (n * DBL_MIN));
    if (least > s->threshold)
        s->threshold = least;
}

/* The block that ends at last: its first row; *largest of it. False where
 * the last row stands alone. */
static bool find_block(struct work *s, double *largest)
{
    int last = s->last, row;

    if (ssi_magnitude(s->d[last]) <= s->threshold)
        s->d[last] = 0.0;
    *largest = ssi_magnitude(s->d[last]);
    for (row = last - 1; row >= 0; row--) {
        double d = ssi_magnitude(s->d[row]), e = ssi_magnitude(s->e[row]);
        if (e <= s->threshold) {
            s->e[row] = 0.0;
            break;
        }
        *largest = d > *largest ? d : *largest;
        *largest = e > *largest ? e : *largest;
    }
    s->first = row + 1;
    return s->first < last;
}

/* Off-diagonals that are small beside what stands before them become 0; then
 * a new block is to be found. smallest: a bound for the singular values. */
static bool splits(struct work *s, bool down)
{
    int first = s->first, last = s->last, end = down ? last : first;
    int edge = down ? last - 1 : first;
    double mu = ssi_magnitude(s->d[down ? first : last]);

    if (ssi_magnitude(s->e[edge]) <= TOLERANCE * ssi_magnitude(s->d[end])) {
        s->e[edge] = 0.0;
        return true;
    }
    s->smallest = mu;
    for (int k = 0; k < last - first; k++) {
        int i = down ? first + k : last - 1 - k;
        double e = ssi_magnitude(s->e[i]);
        if (e <= TOLERANCE * mu) {
            s->e[i] = 0.0;
            return true;
        }
        mu = ssi_magnitude(s->d[down ? i + 1 : i]) * (mu / (mu + e));
        s->smallest = mu < s->smallest ? mu : s->smallest;
    }
    return false;
}

static void step(struct work *s, bool down, double largest)
{
    int first = s->first, last = s->last;
    double *d = s->d, *e = s->e, shift = 0.0, top;

    if (!(s->n * TOLERANCE * (s->smallest / largest)
          <= (ROUNDING > 0.01 * TOLERANCE ? ROUNDING : 0.01 * TOLERANCE))) {
        top = ssi_magnitude(d[down ? first : last]);
        shift = down ? ssi_old_least(d[last - 1], e[last - 1], d[last])
                     : ssi_old_least(d[first], e[first], d[first + 1]);
        if (top > 0.0 && (shift / top) * (shift / top) < ROUNDING)
            shift = 0.0;
    }
    if (shift == 0.0)
        (down ? zero_down : zero_up)(s);
    else
        (down ? shifted_down : shifted_up)(s, shift);
    first = down ? last - 1 : first;
    if (ssi_magnitude(e[first]) <= s->threshold)
        e[first] = 0.0;
}

static void two_by_two(struct work *s)
{
    int i = s->first;

    ssi_old_two_by_two(s->d[i], s->e[i], s->d[i + 1], s->cv + i, s->sv + i,
                       s->cu + i, s->su + i, &s->d[i], &s->d[i + 1]);
    s->e[i] = 0.0;
    turn(s, i);
}

static bool diagonal(struct work *s)
{
    int old_first = -1, old_last = -1, left = STEPS * s->n * s->n;
    bool down = true;
    double largest;

    for (s->last = s->n - 1; s->last > 0;) {
        if (!find_block(s, &largest)) {
            s->last--;
        } else if (s->first == s->last - 1) {
            two_by_two(s);
            s->last -= 2;
        } else {
            if (s->first > old_last || s->last < old_first)
                down = ssi_magnitude(s->d[s->first])
                       >= ssi_magnitude(s->d[s->last]);
            if (splits(s, down))
                continue;
            old_first = s->first;
            old_last = s->last;
            step(s, down, largest);
            left -= s->last - s->first;
            if (left < 0)
                return false;
        }
    }
    return true;
}

/* Positive, the largest first. */
static void sort(struct work *s)
{
    int n = s->n;

    for (int i = 0; i < n; i++) {
        for (int j = 0; s->d[i] < 0.0 && j < n; j++)
            s->v[i * n + j] = -s->v[i * n + j];
        s->d[i] = ssi_magnitude(s->d[i]);
    }
    for (int i = 0; i < n; i++) {
        int most = i;
        double t;
        for (int k = i + 1; k < n; k++)
            most = s->d[k] > s->d[most] ? k : most;
        t = s->d[i];
        s->d[i] = s->d[most];
        s->d[most] = t;
        for (int j = 0; most != i && j < n; j++) {
            t = s->v[i * n + j];
            s->v[i * n + j] = s->v[most * n + j];
            s->v[most * n + j] = t;
            t = s->u[j * n + i];
            s->u[j * n + i] = s->u[j * n + most];
            s->u[j * n + most] = t;
        }
    }
}

bool ssi_old_svd(size_t dim, double *a, double *s, double *u, double *v)
{
    struct work work = {.n = (int)dim, .u = u, .v = v};

    for (size_t i = 0; i < dim * dim; i++) {
        if (a[i] - a[i] != 0.0)
            return false;
        u[i] = v[i] = i % (dim + 1) == 0 ? 1.0 : 0.0;
    }
    bidiagonal(&work, a);
    set_threshold(&work);
    if (!diagonal(&work))
        return false;
    sort(&work);
    memcpy(s, work.d, dim * sizeof *s);
    return true;
}
