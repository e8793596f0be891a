/* SPDX-License-Identifier: MIT
 * RandomState's distributions as older releases of NumPy had them.
 * Learned from: numpy/random/mtrand/distributions.c, 1.16;
 * numpy/random/src/distributions/distributions.c, 1.17 to 1.20.
 */
#include "numpy/legacy_releases.h"

#include "bitgen/draw.h"
#include "dist/geometric.h"
#include "dist/to_int.h"
#include "math/glibc.h"
#include "math/sqrt.h"

/* A uniform of 0 gave infinities. */
double ssi_laplace_before_1_16_4(ss_bitgen *bitgen, double loc, double scale)
{
    double u = ssi_next_double(bitgen);

    if (u < 0.5)
        return loc + scale * ssi_glibc_log(u + u);
    return loc - scale * ssi_glibc_log(2.0 - u - u);
}

double ssi_gumbel_before_1_16_4(ss_bitgen *bitgen, double loc, double scale)
{
    double u = 1.0 - ssi_next_double(bitgen);

    return loc - scale * ssi_glibc_log(-ssi_glibc_log(u));
}

double ssi_logistic_before_1_16_4(ss_bitgen *bitgen, double loc, double scale)
{
    double u = ssi_next_double(bitgen);

    return loc + scale * ssi_glibc_log(u / (1.0 - u));
}

#define FILL(name)                                                             \
    void ssi_##name##_fill_before_1_16_4(ss_bitgen *bitgen, double loc,        \
                                         double scale, double *out, size_t n)  \
    {                                                                          \
        for (size_t i = 0; i < n; i++)                                         \
            out[i] = ssi_##name##_before_1_16_4(bitgen, loc, scale);           \
    }

FILL(laplace)
FILL(gumbel)
FILL(logistic)

/* By the trial of a small shape, which 0 always passes. */
double ssi_gamma_of_0_before_1_17(ss_bitgen *bitgen)
{
    ssi_next_double(bitgen);
    ssi_next_double(bitgen);
    return 0.0;
}

double ssi_rayleigh_before_1_21(ss_bitgen *bitgen, double scale)
{
    double u = ssi_next_double(bitgen);

    return scale * ssi_sqrt(-2.0 * ssi_glibc_log(1.0 - u));
}

void ssi_rayleigh_fill_before_1_21(ss_bitgen *bitgen, double scale, double *out,
                                   size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = ssi_rayleigh_before_1_21(bitgen, scale);
}

/* Generator's as well. */
int64_t ssi_geometric_before_1_21(ss_bitgen *bitgen, double p)
{
    double u;

    if (p >= 0.333333333333333333333333)
        return ssi_geometric_search(bitgen, p);
    u = ssi_next_double(bitgen);
    return ssi_to_int64(
        ssi_ceil(ssi_glibc_log(1.0 - u) / ssi_glibc_log(1.0 - p)));
}
