/* SPDX-License-Identifier: MIT
 * Poisson: Knuth's product below 10, Hormann's transformed rejection (PTRS)
 * from 10 on.
 * Learned from: Hormann 1993, Insurance: Mathematics and Economics 12, 39-45;
 * numpy/random/src/distributions/distributions.c, 2.4 (order of operations).
 */
#include "dist/poisson.h"

#include "bitgen/draw.h"
#include "dist/loggam.h"
#include "dist/to_int.h"
#include "math/glibc.h"
#include "math/sqrt.h"

static int64_t product(ss_bitgen *bitgen, double lam)
{
    double limit = ssi_glibc_exp(-lam), prod = 1.0;
    int64_t count = 0;

    for (;;) {
        prod *= ssi_next_double(bitgen);
        if (!(prod > limit))
            return count;
        count++;
    }
}

static inline int64_t ptrs(ss_bitgen *bitgen, double lam, ssi_loggam_fn loggam)
{
    double log_lam = ssi_glibc_log(lam);
    double b = 0.931 + 2.53 * ssi_sqrt(lam);
    double a = -0.059 + 0.02483 * b;
    double inv_alpha = 1.1239 + 1.1328 / (b - 3.4);
    double vr = 0.9277 - 3.6224 / (b - 2);

    for (;;) {
        double u = ssi_next_double(bitgen) - 0.5;
        double v = ssi_next_double(bitgen);
        double us = 0.5 - ssi_fabs(u);
        int64_t k = ssi_to_int64(ssi_floor((2 * a / us + b) * u + lam + 0.43));
        if (us >= 0.07 && v <= vr)
            return k;
        if (k < 0 || (us < 0.013 && v > us))
            continue;
        /* u == -0.5 and v == 0: both sides are infinities that accept */
        if (ssi_glibc_log(v) + ssi_glibc_log(inv_alpha)
                - ssi_glibc_log(a / (us * us) + b)
            <= -lam + (double)k * log_lam - loggam((double)k + 1))
            return k;
    }
}

int64_t ssi_poisson(ss_bitgen *bitgen, double lam)
{
    if (lam >= 10)
        return ptrs(bitgen, lam, ssi_loggam);
    if (lam == 0)
        return 0;
    return product(bitgen, lam);
}

int64_t ssi_poisson_before_1_20(ss_bitgen *bitgen, double lam)
{
    if (lam >= 10)
        return ptrs(bitgen, lam, ssi_loggam_before_1_20);
    if (lam == 0)
        return 0;
    return product(bitgen, lam);
}
