/* SPDX-License-Identifier: MIT
 * RandomState's hypergeometric: an urn for small samples, HRUA* otherwise.
 * Learned from: Stadlober 1989, Sampling from Poisson, binomial and
 * hypergeometric distributions: ratio of uniforms as a simple and fast
 * alternative; numpy/random/src/legacy/legacy-distributions.c, 2.4.
 */
#include <sameseed/numpy.h>

#include "bitgen/draw.h"
#include "dist/to_int.h"
#include "math/glibc.h"
#include "math/sqrt.h"
#include "numpy/legacy_releases.h"

#define D1 1.7155277699214135 /* 2 sqrt(2 / e) */
#define D2 0.8989161620588988 /* 3 - 2 sqrt(3 / e) */

static int64_t urn(ss_numpy_randomstate *rs, int64_t good, int64_t bad,
                   int64_t sample)
{
    int64_t rest = ssi_wrap_sub(ssi_wrap_add(bad, good), sample);
    double rarer = (double)(good < bad ? good : bad), left = rarer;
    int64_t found;

    for (int64_t k = sample; left > 0.0 && k > 0; k--) {
        double u = ssi_next_double(&rs->bitgen);
        left -= (double)ssi_to_int64(
            ssi_floor(u + left / (double)ssi_wrap_add(rest, k)));
    }
    found = ssi_to_int64(rarer - left);
    return good > bad ? sample - found : found;
}

struct hrua {
    int64_t rarer, commoner, m;
    double mid, width, mode_sum, end;
    ssi_loggam_fn loggam;
};

static double four_loggams(const struct hrua *h, int64_t z)
{
    return h->loggam((double)(z + 1)) + h->loggam((double)(h->rarer - z + 1))
           + h->loggam((double)(h->m - z + 1))
           + h->loggam((double)ssi_wrap_add(h->commoner - h->m + z, 1));
}

static struct hrua set_up(int64_t good, int64_t bad, int64_t sample,
                          ssi_loggam_fn loggam)
{
    struct hrua h;
    int64_t total = ssi_wrap_add(good, bad), mode;
    double share, deviation;

    h.loggam = loggam;
    h.rarer = good < bad ? good : bad;
    h.commoner = good > bad ? good : bad;
    h.m = sample < total - sample ? sample : total - sample;
    share = (double)h.rarer / (double)total;
    h.mid = (double)h.m * share + 0.5;
    deviation = ssi_sqrt((double)(total - h.m) * (double)sample * share
                             * (1.0 - share) / (double)(total - 1)
                         + 0.5);
    h.width = D1 * deviation + D2;
    mode = ssi_to_int64(
        ssi_floor((double)(h.m + 1) * (double)ssi_wrap_add(h.rarer, 1)
                  / (double)ssi_wrap_add(total, 2)));
    h.mode_sum = four_loggams(&h, mode);
    h.end = (double)(h.m < h.rarer ? h.m : h.rarer) + 1.0;
    if (!(h.end < ssi_floor(h.mid + 16 * deviation)))
        h.end = ssi_floor(h.mid + 16 * deviation);
    return h;
}

static int64_t hrua(ss_numpy_randomstate *rs, const struct hrua *h)
{
    for (;;) {
        double x = ssi_next_double(&rs->bitgen);
        double y = ssi_next_double(&rs->bitgen);
        double w = h->mid + h->width * (y - 0.5) / x, t;
        int64_t z;
        if (w < 0.0 || w >= h->end)
            continue;
        z = ssi_to_int64(ssi_floor(w));
        t = h->mode_sum - four_loggams(h, z);
        if (x * (4.0 - x) - 3.0 <= t)
            return z;
        if (x * (x - t) >= 1)
            continue;
        if (2.0 * ssi_glibc_log(x) <= t)
            return z;
    }
}

int64_t ss_numpy_hypergeometric(ss_numpy_randomstate *rs, int64_t ngood,
                                int64_t nbad, int64_t nsample)
{
    struct hrua h;
    int64_t z;

    if (nsample <= 0)
        return 0;
    if (nsample <= 10)
        return urn(rs, ngood, nbad, nsample);
    h = set_up(ngood, nbad, nsample, ssi_legacy_of(rs->release)->loggam);
    z = hrua(rs, &h);
    if (ngood > nbad)
        z = h.m - z;
    if (h.m < nsample) /* the sample is more than half of all */
        z = ngood - z;
    return z;
}
