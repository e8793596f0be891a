/* SPDX-License-Identifier: MIT
 * The rows of Generator's table that other releases of NumPy have.
 */
#include "dist/binomial.h"
#include "numpy/generator_draws.h"
#include "numpy/generator_frozen.h"
#include "numpy/generator_releases.h"
#include "numpy/generator_rows.h"

DRAW(beta_before_1_26, d, ssi_generator_beta_before_1_26, bitgen, P_d(0),
     P_d(1))
FILL(beta_before_1_26, d, ssi_generator_beta_before_1_26, bitgen, P_d(0),
     P_d(1))
DRAW(beta_before_2_1, d, ssi_generator_beta_before_2_1, bitgen, P_d(0), P_d(1))
FILL(beta_before_2_1, d, ssi_generator_beta_before_2_1, bitgen, P_d(0), P_d(1))
DRAW(binomial_before_2_4, i, ssi_binomial_before_2_4, bitgen, P_i(0), P_d(1),
     binomial)
FILL(binomial_before_2_4, i, ssi_binomial_before_2_4, bitgen, P_i(0), P_d(1),
     binomial)
DRAW(binomial_2_5, i, ssi_binomial_2_5, bitgen, P_i(0), P_d(1), binomial)
FILL(binomial_2_5, i, ssi_binomial_2_5, bitgen, P_i(0), P_d(1), binomial)
DRAW(geometric_before_1_25, i, ssi_generator_geometric_before_1_25, bitgen,
     P_d(0))
FILL(geometric_before_1_25, i, ssi_generator_geometric_before_1_25, bitgen,
     P_d(0))
DRAW(wald_before_2_3_4, d, ssi_generator_wald_before_2_3_4, bitgen, P_d(0),
     P_d(1))
FILL(wald_before_2_3_4, d, ssi_generator_wald_before_2_3_4, bitgen, P_d(0),
     P_d(1))
DRAW(zipf_before_2_1, i, ssi_generator_zipf_before_2_1, bitgen, P_d(0))
FILL(zipf_before_2_1, i, ssi_generator_zipf_before_2_1, bitgen, P_d(0))

#define BETA                                                                   \
    {                                                                          \
        "beta", 'd', 2, {NEED("a", 'd'), NEED("b", 'd')}, 2,                   \
            {CHECK(POSITIVE, 0, A_NOT_POSITIVE),                               \
             CHECK(POSITIVE, 1, B_NOT_POSITIVE)},                              \
            NULL, NULL                                                         \
    }
#define BINOMIAL                                                               \
    {                                                                          \
        "binomial", 'i', 2, {NEED("n", 'i'), NEED("p", 'd')}, 2,               \
            {CHECK2(UNIT, 1, P_UNIT), CHECK(NOT_NEGATIVE, 0, N_NEGATIVE)},     \
            NULL, NULL                                                         \
    }
#define GEOMETRIC                                                              \
    {                                                                          \
        "geometric", 'i', 1, {NEED("p", 'd')}, 1,                              \
            {CHECK(UNIT_ABOVE_0, 0, P_ABOVE_0)}, NULL, NULL                    \
    }
#define WALD                                                                   \
    {                                                                          \
        "wald", 'd', 2, {NEED("mean", 'd'), NEED("scale", 'd')}, 2,            \
            {CHECK(POSITIVE, 0, MEAN_NOT_POSITIVE),                            \
             CHECK(POSITIVE, 1, SCALE_NOT_POSITIVE)},                          \
            NULL, NULL                                                         \
    }
#define ZIPF                                                                   \
    {                                                                          \
        "zipf", 'i', 1, {NEED("a", 'd')}, 2,                                   \
            {CHECK2(ABOVE_1, 0, A_ABOVE_1), CHECK(ZIPF_ENDS, 0, ENDLESS)},     \
            NULL, NULL                                                         \
    }

/* Releases from first to before the other one; of a method, the oldest first.
 */
static const struct frozen {
    ssi_generator_method_id id;
    ss_numpy_release first, end;
    ssi_generator_method method;
} frozen[] = {
    {SSI_GENERATOR_BETA,
     0,
     12600,
     {BETA, draw_beta_before_1_26, fill_beta_before_1_26}},
    {SSI_GENERATOR_BETA,
     12600,
     20100,
     {BETA, draw_beta_before_2_1, fill_beta_before_2_1}},
    {SSI_GENERATOR_BINOMIAL,
     0,
     20400,
     {BINOMIAL, draw_binomial_before_2_4, fill_binomial_before_2_4}},
    {SSI_GENERATOR_BINOMIAL,
     20500,
     UINT32_MAX,
     {BINOMIAL, draw_binomial_2_5, fill_binomial_2_5}},
    {SSI_GENERATOR_GEOMETRIC,
     0,
     12500,
     {GEOMETRIC, draw_geometric_before_1_25, fill_geometric_before_1_25}},
    {SSI_GENERATOR_WALD,
     0,
     20304,
     {WALD, draw_wald_before_2_3_4, fill_wald_before_2_3_4}},
    {SSI_GENERATOR_ZIPF,
     0,
     20100,
     {ZIPF, draw_zipf_before_2_1, fill_zipf_before_2_1}},
};

const ssi_generator_method *ssi_generator_method_of(ssi_generator_method_id id,
                                                    ss_numpy_release release)
{
    for (size_t i = 0; release && i < sizeof frozen / sizeof *frozen; i++)
        if (frozen[i].id == id && release >= frozen[i].first
            && release < frozen[i].end)
            return &frozen[i].method;
    return &ssi_generator_methods[id];
}

ssi_binomial_fn ssi_generator_binomial_of(ss_numpy_release release)
{
    if (release >= 20500)
        return ssi_binomial_2_5;
    return release && release < 20400 ? ssi_binomial_before_2_4 : ssi_binomial;
}

ssi_generator_beta_fn ssi_generator_beta_of(ss_numpy_release release)
{
    if (release == 0 || release >= 20100)
        return ssi_generator_beta;
    return release < 12600 ? ssi_generator_beta_before_1_26
                           : ssi_generator_beta_before_2_1;
}
