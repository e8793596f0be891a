/* SPDX-License-Identifier: MIT
 * Generator's hypergeometric: an urn for small samples, HRUA otherwise.
 * Learned from: Stadlober 1990, Journal of Computational and Applied
 * Mathematics 31, 181-189;
 * numpy/random/src/distributions/random_hypergeometric.c, 2.4.
 */
#include "numpy/generator_draws.h"

#include <stdbool.h>

#include "bitgen/draw.h"
#include "dist/bounded.h"
#include "dist/logfactorial.h"
#include "dist/to_int.h"
#include "math/glibc.h"
#include "math/sqrt.h"

#define D1 1.7155277699214135 /* 2 sqrt(2 / e) */
#define D2 0.8989161620588988 /* 3 - 2 sqrt(3 / e) */
#define SMALL 10              /* samples, or complements, for the urn */

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* Of a sample of more than half, the complement is drawn. */
static int64_t urn(ss_bitgen *bitgen, int64_t good, int64_t bad, int64_t sample)
{
    int64_t total = good + bad, all_left = total, good_left = good;
    bool complement = sample > total / 2;
    int64_t draws = complement ? total - sample : sample;

    while (draws > 0 && good_left > 0 && all_left > good_left) {
        all_left--;
        if ((int64_t)ssi_interval(bitgen, (uint64_t)all_left) < good_left)
            good_left--;
        draws--;
    }
    if (all_left == good_left) /* nothing but good ones */
        good_left -= draws;
    return complement ? good_left : good - good_left;
}

struct hrua {
    int64_t rarer, commoner, m;
    double mid, width, mode_sum, end;
};

static double four_factorials(const struct hrua *h, int64_t k)
{
    return ssi_logfactorial(k) + ssi_logfactorial(h->rarer - k)
           + ssi_logfactorial(h->m - k)
           + ssi_logfactorial(h->commoner - h->m + k);
}

static struct hrua set_up(int64_t good, int64_t bad, int64_t sample)
{
    struct hrua h;
    int64_t total = good + bad;
    double p, q, variance, deviation, far;

    h.rarer = smaller(good, bad);
    h.commoner = total - h.rarer;
    h.m = smaller(sample, total - sample);
    p = (double)h.rarer / (double)total;
    q = (double)h.commoner / (double)total;
    h.mid = (double)h.m * p + 0.5;
    variance =
        (double)(total - h.m) * (double)h.m * p * q / (double)(total - 1);
    deviation = ssi_sqrt(variance + 0.5);
    h.width = D1 * deviation + D2;
    h.mode_sum = four_factorials(
        &h, ssi_to_int64(ssi_floor((double)(h.m + 1) * (double)(h.rarer + 1)
                                   / (double)(total + 2))));
    h.end = (double)(smaller(h.m, h.rarer) + 1);
    far = ssi_floor(h.mid + 16 * deviation);
    if (!(h.end < far))
        h.end = far;
    return h;
}

static int64_t hrua(ss_bitgen *bitgen, const struct hrua *h)
{
    for (;;) {
        double u = ssi_next_double(bitgen), v = ssi_next_double(bitgen);
        double x = h->mid + h->width * (v - 0.5) / u, t;
        int64_t k;
        if (!(x >= 0.0) || x >= h->end)
            continue;
        k = ssi_to_int64(ssi_floor(x));
        t = h->mode_sum - four_factorials(h, k);
        if (u * (4.0 - u) - 3.0 <= t)
            return k;
        if (u * (u - t) >= 1)
            continue;
        if (2.0 * ssi_glibc_log(u) <= t)
            return k;
    }
}

int64_t ssi_generator_hypergeometric(ss_bitgen *bitgen, int64_t good,
                                     int64_t bad, int64_t sample)
{
    struct hrua h;
    int64_t k;

    if (sample < SMALL || sample > good + bad - SMALL)
        return urn(bitgen, good, bad, sample);
    h = set_up(good, bad, sample);
    k = hrua(bitgen, &h);
    if (good > bad)
        k = h.m - k;
    return h.m < sample ? good - k : k;
}
