/* SPDX-License-Identifier: MIT
 * The rows of what differs in RandomState between the releases of NumPy.
 */
#include "numpy/legacy_releases.h"

#include <math.h>

#include "bitgen/draw.h"
#include "dist/bounded.h"
#include "dist/location_scale.h"

static double nothing(ss_bitgen *bitgen)
{
    (void)bitgen;
    return 0.0;
}

static bool takes_all(double u, double v)
{
    (void)u;
    (void)v;
    return true;
}

static bool takes_positive(double u, double v)
{
    return u + v > 0.0;
}

static double nan_of_nan(double nonc, double drawn)
{
    return nonc != nonc ? NAN : drawn;
}

static double as_drawn(double nonc, double drawn)
{
    (void)nonc;
    return drawn;
}

static void one_word(ss_bitgen *bitgen)
{
    ssi_next_u32(bitgen);
}

static void no_word(ss_bitgen *bitgen)
{
    (void)bitgen;
}

/* Parts of rows, in the order of the fields. */
#define LOC_SCALE                                                              \
    ssi_laplace, ssi_gumbel, ssi_logistic, ssi_laplace_fill, ssi_gumbel_fill,  \
        ssi_logistic_fill
#define LOC_SCALE_1_16_0                                                       \
    ssi_laplace_before_1_16_4, ssi_gumbel_before_1_16_4,                       \
        ssi_logistic_before_1_16_4, ssi_laplace_fill_before_1_16_4,            \
        ssi_gumbel_fill_before_1_16_4, ssi_logistic_fill_before_1_16_4
#define SMALL_1_16 as_drawn, no_word
#define SMALL true, nothing, takes_all, nan_of_nan, one_word
#define RANDINT ssi_masked_next, true
#define POISSON_1_16 ssi_poisson_before_1_20, ssi_loggam_before_1_20
#define POISSON ssi_poisson, ssi_loggam
#define RAYLEIGH_1_16                                                          \
    ssi_rayleigh_before_1_21, ssi_rayleigh_fill_before_1_21,                   \
        ssi_geometric_before_1_21
#define RAYLEIGH                                                               \
    ssi_legacy_rayleigh, ssi_legacy_rayleigh_fill, ssi_legacy_geometric

static const ssi_legacy_release rows[] = {
    {11604, LOC_SCALE_1_16_0, false, ssi_gamma_of_0_before_1_17, takes_all,
     SMALL_1_16, ssi_legacy_binomial, ssi_legacy_binomial, RANDINT,
     POISSON_1_16, RAYLEIGH_1_16},
    {11700, LOC_SCALE, false, ssi_gamma_of_0_before_1_17, takes_positive,
     SMALL_1_16, ssi_legacy_binomial, ssi_legacy_binomial, RANDINT,
     POISSON_1_16, RAYLEIGH_1_16},
    {11703, LOC_SCALE, SMALL, ssi_binomial_before_2_4, ssi_binomial_before_2_4,
     ssi_masked_next_1_17_0, false, POISSON_1_16, RAYLEIGH_1_16},
    {12000, LOC_SCALE, SMALL, ssi_legacy_binomial, ssi_binomial_before_2_4,
     RANDINT, POISSON_1_16, RAYLEIGH_1_16},
    {12100, LOC_SCALE, SMALL, ssi_legacy_binomial, ssi_binomial_before_2_4,
     RANDINT, POISSON, RAYLEIGH_1_16},
    {20400, LOC_SCALE, SMALL, ssi_legacy_binomial, ssi_binomial_before_2_4,
     RANDINT, POISSON, RAYLEIGH},
    {20500, LOC_SCALE, SMALL, ssi_legacy_binomial, ssi_binomial, RANDINT,
     POISSON, RAYLEIGH},
    {UINT32_MAX, LOC_SCALE, SMALL, ssi_legacy_binomial, ssi_legacy_binomial,
     RANDINT, POISSON, RAYLEIGH},
};

const ssi_legacy_release ssi_legacy_now = {
    20500,        LOC_SCALE, SMALL,   ssi_legacy_binomial,
    ssi_binomial, RANDINT,   POISSON, RAYLEIGH};

const ssi_legacy_release *ssi_legacy_find(ss_numpy_release release)
{
    const ssi_legacy_release *row = rows;

    while (release >= row->end)
        row++;
    return row;
}
