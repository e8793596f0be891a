/* SPDX-License-Identifier: MIT
 * RandomState's other counts.
 * Learned from: Devroye 1986, Non-Uniform Random Variate Generation, X.6.1
 * (zipf); Kemp 1981, Applied Statistics 30, 249-253 (logseries);
 * numpy/random/src/legacy/legacy-distributions.c, 2.4.
 */
#include <sameseed/numpy.h>

#include "bitgen/draw.h"
#include "dist/geometric.h"
#include "dist/to_int.h"
#include "math/glibc.h"
#include "numpy/legacy_releases.h"

int64_t ss_numpy_poisson(ss_numpy_randomstate *rs, double lam)
{
    return ssi_legacy_of(rs->release)->poisson(&rs->bitgen, lam);
}

int64_t ss_numpy_negative_binomial(ss_numpy_randomstate *rs, double n, double p)
{
    double lam = ss_numpy_gamma(rs, n, (1 - p) / p);

    return ssi_legacy_of(rs->release)->poisson(&rs->bitgen, lam);
}

/* Truncated: what does not fit 63 bits is drawn again. */
int64_t ss_numpy_zipf(ss_numpy_randomstate *rs, double a)
{
    double am1 = a - 1.0, b = ssi_glibc_pow(2.0, am1);

    for (;;) {
        double u = 1.0 - ssi_next_double(&rs->bitgen);
        double v = ssi_next_double(&rs->bitgen);
        double x = ssi_floor(ssi_glibc_pow(u, -1.0 / am1)), t;
        if (x > 9223372036854775808.0)
            continue;
        t = ssi_glibc_pow(1.0 + 1.0 / x, am1);
        if (v * x * (t - 1.0) / (b - 1.0) <= t / b)
            return ssi_to_int64(x);
    }
}

int64_t ss_numpy_geometric(ss_numpy_randomstate *rs, double p)
{
    return ssi_legacy_of(rs->release)->geometric(&rs->bitgen, p);
}

int64_t ssi_legacy_geometric(ss_bitgen *bitgen, double p)
{
    double u;

    if (p >= 0.333333333333333333333333)
        return ssi_geometric_search(bitgen, p);
    u = ssi_next_double(bitgen);
    return ssi_to_int64(ssi_ceil(ssi_glibc_log1p(-u) / ssi_glibc_log(1 - p)));
}

int64_t ss_numpy_logseries(ss_numpy_randomstate *rs, double p)
{
    return ssi_legacy_logseries(&rs->bitgen, p);
}

int64_t ssi_legacy_logseries(ss_bitgen *bitgen, double p)
{
    double r = ssi_glibc_log(1.0 - p);

    for (;;) {
        double v = ssi_next_double(bitgen), q;
        int64_t count;
        if (v >= p)
            return 1;
        q = 1.0 - ssi_glibc_exp(r * ssi_next_double(bitgen));
        if (v > q * q)
            return v >= q ? 1 : 2;
        count =
            ssi_to_int64(ssi_floor(1 + ssi_glibc_log(v) / ssi_glibc_log(q)));
        if (count >= 1) /* v == 0 gives INT64_MIN */
            return count;
    }
}
