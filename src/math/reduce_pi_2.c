/* SPDX-License-Identifier: MIT
 * x modulo pi/2 for large x: each half of x's mantissa times those digits of
 * 2/pi that decide the product modulo 4, in doubles. Nothing is fused.
 *
 * Learned from: Payne and Hanek 1983, and the steps that IBM's accurate
 * mathematical library, in glibc, takes. Its error is about 2^-110, which
 * near a multiple of pi/2 is more than the last bit: a better reduction would
 * give other bits there.
 */
#include "math/reduce_pi_2.h"

#include "math/bits.h"
#include "math/two_over_pi.h"

#define TO_INTEGER 0x1.8p52 /* added: rounds to an integer */
#define TO_FOURS 0x1.8p54   /* added: rounds to a multiple of 4 */
#define SPLIT 0x1.000002p27
#define DIGITS 6 /* of 24 bits */

/* pi/2 in a double and what it lacks, and its first 53 bits in two parts. */
#define PI_2_HI 0x1.921fb54442d18p0
#define PI_2_LO 0x1.1a62633145c07p-54
#define PI_2_HEAD 0x1.921fb58p0
#define PI_2_TAIL -0x1.dde974p-27

/* A number of quarter turns: an integer, modulo 4, and two doubles. */
typedef struct turns {
    double whole, part, rest;
} turns;

/* What rounds to a multiple of the unit in add's last place leaves x. */
static double take(double *x, double add)
{
    double whole = (*x + add) - add;

    *x -= whole;
    return whole;
}

/* half * 2^600 * 2/pi. */
static turns multiply(double half)
{
    int skip = ((int)(ssi_bits64(half) >> 52 & 0x7ff) - 450) / 24;
    double r[DIGITS], scale, t = 0;
    turns p = {0, 0, 0};

    /* Digits before the first one that counts are multiples of 4. */
    if (skip < 0)
        skip = 0;
    scale = ssi_double((uint64_t)(1023 + 576 - 24 * skip) << 52);
    for (int i = 0; i < DIGITS; i++, scale *= 0x1p-24)
        r[i] = half * (double)ssi_two_over_pi(24 * (skip + i), 24) * scale;
    for (int i = 0; i < 3; i++)
        p.whole += take(&r[i], TO_INTEGER);
    for (int i = DIGITS - 1; i >= 0; i--)
        t += r[i];
    p.rest = r[0] - t;
    for (int i = 1; i < DIGITS; i++)
        p.rest += r[i];
    p.whole += take(&t, TO_INTEGER);
    p.part = t + p.rest;
    p.rest = (t - p.part) + p.rest;
    take(&p.whole, TO_FOURS);
    return p;
}

/* The sum, its fraction within one half. */
static turns add(turns p, turns q)
{
    turns sum = {p.whole + q.whole, p.part + q.part, 0};

    if (ssi_fabs(p.part) > ssi_fabs(q.part))
        sum.rest = (p.part - sum.part) + q.part;
    else
        sum.rest = (q.part - sum.part) + p.part;
    if (sum.part > 0.5) {
        sum.part -= 1.0;
        sum.whole += 1.0;
    } else if (sum.part < -0.5) {
        sum.part += 1.0;
        sum.whole -= 1.0;
    }
    return sum;
}

unsigned ssi_reduce_pi_2(double x, double *a, double *da)
{
    double scaled = x * 0x1p-600, product = scaled * SPLIT;
    double upper = product - (product - scaled);
    turns p = multiply(upper), q = multiply(scaled - upper), sum = add(p, q);
    double s = sum.part + (sum.rest + p.rest + q.rest);
    double t = ((sum.part - s) + sum.rest) + (p.rest + q.rest), s1, s2, low;

    product = s * SPLIT;
    s1 = product - (product - s);
    s2 = s - s1;
    product = s * PI_2_HI;
    low = (((s1 * PI_2_HEAD - product) + s1 * PI_2_TAIL) + s2 * PI_2_HEAD)
          + (s2 * PI_2_TAIL + s * PI_2_LO + t * PI_2_HI);
    *a = product + low;
    *da = (product - *a) + low;
    return (unsigned)(int)sum.whole & 3;
}
