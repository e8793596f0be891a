/* SPDX-License-Identifier: MIT
 * Parameters and checks of Generator's distributions, which the rows of all
 * releases of NumPy share.
 * Learned from: numpy/random/_generator.pyx, 2.4, for names, defaults and
 * checks.
 */
#ifndef SSI_NUMPY_GENERATOR_SIGNATURES_H
#define SSI_NUMPY_GENERATOR_SIGNATURES_H

#include "numpy/generator_rows.h"

/* clang-format off */
#define BETA_SIGNATURE                                                         \
    {                                                                          \
        "beta", 'd', 2, {NEED("a", 'd'), NEED("b", 'd')},                      \
        2, {CHECK(POSITIVE, 0, A_NOT_POSITIVE),                                \
            CHECK(POSITIVE, 1, B_NOT_POSITIVE)},                               \
        NULL, NULL                                                             \
    }
#define BINOMIAL_SIGNATURE                                                     \
    {                                                                          \
        "binomial", 'i', 2, {NEED("n", 'i'), NEED("p", 'd')},                  \
        2, {CHECK2(UNIT, 1, P_UNIT),                                           \
            CHECK(NOT_NEGATIVE, 0, N_NEGATIVE)},                               \
        NULL, NULL                                                             \
    }
#define CHISQUARE_SIGNATURE                                                    \
    {                                                                          \
        "chisquare", 'd', 1, {NEED("df", 'd')},                                \
        1, {CHECK(POSITIVE, 0, DF_NOT_POSITIVE)},                              \
        NULL, NULL                                                             \
    }
#define EXPONENTIAL_SIGNATURE                                                  \
    {                                                                          \
        "exponential", 'd', 1, {HAVE("scale", 'd', 1.0)},                      \
        1, {CHECK(NOT_NEGATIVE, 0, SCALE_NEGATIVE)},                           \
        NULL, NULL                                                             \
    }
#define F_SIGNATURE                                                            \
    {                                                                          \
        "f", 'd', 2, {NEED("dfnum", 'd'), NEED("dfden", 'd')},                 \
        2, {CHECK(POSITIVE, 0, DFNUM_NOT_POSITIVE),                            \
            CHECK(POSITIVE, 1, DFDEN_NOT_POSITIVE)},                           \
        NULL, NULL                                                             \
    }
#define GAMMA_SIGNATURE                                                        \
    {                                                                          \
        "gamma", 'd', 2, {NEED("shape", 'd'), HAVE("scale", 'd', 1.0)},        \
        2, {CHECK(NOT_NEGATIVE, 0, SHAPE_NEGATIVE),                            \
            CHECK(NOT_NEGATIVE, 1, SCALE_NEGATIVE)},                           \
        NULL, NULL                                                             \
    }
#define GEOMETRIC_SIGNATURE                                                    \
    {                                                                          \
        "geometric", 'i', 1, {NEED("p", 'd')},                                 \
        1, {CHECK(UNIT_ABOVE_0, 0, P_ABOVE_0)},                                \
        NULL, NULL                                                             \
    }
#define GUMBEL_SIGNATURE                                                       \
    {                                                                          \
        "gumbel", 'd', 2, {HAVE("loc", 'd', 0.0), HAVE("scale", 'd', 1.0)},    \
        1, {CHECK(NOT_NEGATIVE, 1, SCALE_NEGATIVE)},                           \
        NULL, NULL                                                             \
    }
#define HYPERGEOMETRIC_SIGNATURE                                               \
    {                                                                          \
        "hypergeometric", 'i', 3, {NEED("ngood", 'i'), NEED("nbad", 'i'),      \
            NEED("nsample", 'i')},                                             \
        5, {CHECK(BELOW_10_9, 0, HYPERGEOMETRIC_MAX),                          \
            CHECK(POPULATION, 0, POPULATION),                                  \
            CHECK(NOT_NEGATIVE, 0, NGOOD_NEGATIVE),                            \
            CHECK(NOT_NEGATIVE, 1, NBAD_NEGATIVE),                             \
            CHECK(NOT_NEGATIVE, 2, NSAMPLE_NEGATIVE)},                         \
        NULL, NULL                                                             \
    }
#define LAPLACE_SIGNATURE                                                      \
    {                                                                          \
        "laplace", 'd', 2, {HAVE("loc", 'd', 0.0), HAVE("scale", 'd', 1.0)},   \
        1, {CHECK(NOT_NEGATIVE, 1, SCALE_NEGATIVE)},                           \
        NULL, NULL                                                             \
    }
#define LOGISTIC_SIGNATURE                                                     \
    {                                                                          \
        "logistic", 'd', 2, {HAVE("loc", 'd', 0.0), HAVE("scale", 'd', 1.0)},  \
        1, {CHECK(NOT_NEGATIVE, 1, SCALE_NEGATIVE)},                           \
        NULL, NULL                                                             \
    }
#define LOGNORMAL_SIGNATURE                                                    \
    {                                                                          \
        "lognormal", 'd', 2, {HAVE("mean", 'd', 0.0),                          \
            HAVE("sigma", 'd', 1.0)},                                          \
        1, {CHECK(NOT_NEGATIVE, 1, SIGMA_NEGATIVE)},                           \
        NULL, NULL                                                             \
    }
#define LOGSERIES_SIGNATURE                                                    \
    {                                                                          \
        "logseries", 'i', 1, {NEED("p", 'd')},                                 \
        1, {CHECK2(UNIT_BELOW_1, 0, P_BELOW_1)},                               \
        NULL, NULL                                                             \
    }
#define NEGATIVE_BINOMIAL_SIGNATURE                                            \
    {                                                                          \
        "negative_binomial", 'i', 2, {NEED("n", 'd'), NEED("p", 'd')},         \
        4, {CHECK(NOT_NAN, 0, N_NAN),                                          \
            CHECK(POSITIVE, 0, N_NOT_POSITIVE),                                \
            CHECK(UNIT_ABOVE_0, 1, P_ABOVE_0),                                 \
            CHECK(LAM_OF_N_P, 0, N_LARGE)},                                    \
        NULL, NULL                                                             \
    }
#define NONCENTRAL_CHISQUARE_SIGNATURE                                         \
    {                                                                          \
        "noncentral_chisquare", 'd', 2, {NEED("df", 'd'), NEED("nonc", 'd')},  \
        2, {CHECK(POSITIVE, 0, DF_NOT_POSITIVE),                               \
            CHECK(NOT_NEGATIVE, 1, NONC_NEGATIVE)},                            \
        NULL, NULL                                                             \
    }
#define NONCENTRAL_F_SIGNATURE                                                 \
    {                                                                          \
        "noncentral_f", 'd', 3, {NEED("dfnum", 'd'), NEED("dfden", 'd'),       \
            NEED("nonc", 'd')},                                                \
        3, {CHECK(POSITIVE, 0, DFNUM_NOT_POSITIVE),                            \
            CHECK(POSITIVE, 1, DFDEN_NOT_POSITIVE),                            \
            CHECK(NOT_NEGATIVE, 2, NONC_NEGATIVE)},                            \
        NULL, NULL                                                             \
    }
#define NORMAL_SIGNATURE                                                       \
    {                                                                          \
        "normal", 'd', 2, {HAVE("loc", 'd', 0.0), HAVE("scale", 'd', 1.0)},    \
        1, {CHECK(NOT_NEGATIVE, 1, SCALE_NEGATIVE)},                           \
        NULL, NULL                                                             \
    }
#define PARETO_SIGNATURE                                                       \
    {                                                                          \
        "pareto", 'd', 1, {NEED("a", 'd')},                                    \
        1, {CHECK(POSITIVE, 0, A_NOT_POSITIVE)},                               \
        NULL, NULL                                                             \
    }
#define POISSON_SIGNATURE                                                      \
    {                                                                          \
        "poisson", 'i', 1, {HAVE("lam", 'd', 1.0)},                            \
        2, {CHECK(LAM_FIRST, 0, LAM),                                          \
            CHECK(LAM_SECOND, 0, LAM)},                                        \
        NULL, NULL                                                             \
    }
#define POWER_SIGNATURE                                                        \
    {                                                                          \
        "power", 'd', 1, {NEED("a", 'd')},                                     \
        1, {CHECK(POSITIVE, 0, A_NOT_POSITIVE)},                               \
        NULL, NULL                                                             \
    }
#define RANDOM_SIGNATURE                                                       \
    {                                                                          \
        "random", 'd', 0, {{0}},                                               \
        0, {{0}},                                                              \
        NULL, NULL                                                             \
    }
#define RAYLEIGH_SIGNATURE                                                     \
    {                                                                          \
        "rayleigh", 'd', 1, {HAVE("scale", 'd', 1.0)},                         \
        1, {CHECK(NOT_NEGATIVE, 0, SCALE_NEGATIVE)},                           \
        NULL, NULL                                                             \
    }
#define STANDARD_CAUCHY_SIGNATURE                                              \
    {                                                                          \
        "standard_cauchy", 'd', 0, {{0}},                                      \
        0, {{0}},                                                              \
        NULL, NULL                                                             \
    }
#define STANDARD_EXPONENTIAL_SIGNATURE                                         \
    {                                                                          \
        "standard_exponential", 'd', 0, {{0}},                                 \
        0, {{0}},                                                              \
        NULL, NULL                                                             \
    }
#define STANDARD_EXPONENTIAL_INV_SIGNATURE                                     \
    {                                                                          \
        "standard_exponential_inv", 'd', 0, {{0}},                             \
        0, {{0}},                                                              \
        NULL, NULL                                                             \
    }
#define STANDARD_GAMMA_SIGNATURE                                               \
    {                                                                          \
        "standard_gamma", 'd', 1, {NEED("shape", 'd')},                        \
        1, {CHECK(NOT_NEGATIVE, 0, SHAPE_NEGATIVE)},                           \
        NULL, NULL                                                             \
    }
#define STANDARD_NORMAL_SIGNATURE                                              \
    {                                                                          \
        "standard_normal", 'd', 0, {{0}},                                      \
        0, {{0}},                                                              \
        NULL, NULL                                                             \
    }
#define STANDARD_T_SIGNATURE                                                   \
    {                                                                          \
        "standard_t", 'd', 1, {NEED("df", 'd')},                               \
        1, {CHECK(POSITIVE, 0, DF_NOT_POSITIVE)},                              \
        NULL, NULL                                                             \
    }
#define TRIANGULAR_SIGNATURE                                                   \
    {                                                                          \
        "triangular", 'd', 3, {NEED("left", 'd'), NEED("mode", 'd'),           \
            NEED("right", 'd')},                                               \
        3, {CHECK(LEFT_MODE, 0, LEFT_MODE),                                    \
            CHECK(MODE_RIGHT, 0, MODE_RIGHT),                                  \
            CHECK(LEFT_RIGHT, 0, LEFT_RIGHT)},                                 \
        NULL, NULL                                                             \
    }
#define UNIFORM_SIGNATURE                                                      \
    {                                                                          \
        "uniform", 'd', 2, {HAVE("low", 'd', 0.0), HAVE("high", 'd', 1.0)},    \
        2, {CHECK3(RANGE, 0, HIGH_LOW_RANGE, UNIFORM_RANGE),                   \
            CHECK(RANGE_NOT_NEGATIVE, 0, HIGH_LOW_NEGATIVE)},                  \
        NULL, NULL                                                             \
    }
#define VONMISES_SIGNATURE                                                     \
    {                                                                          \
        "vonmises", 'd', 2, {NEED("mu", 'd'), NEED("kappa", 'd')},             \
        1, {CHECK(NOT_NEGATIVE, 1, KAPPA_NEGATIVE)},                           \
        NULL, NULL                                                             \
    }
#define WALD_SIGNATURE                                                         \
    {                                                                          \
        "wald", 'd', 2, {NEED("mean", 'd'), NEED("scale", 'd')},               \
        2, {CHECK(POSITIVE, 0, MEAN_NOT_POSITIVE),                             \
            CHECK(POSITIVE, 1, SCALE_NOT_POSITIVE)},                           \
        NULL, NULL                                                             \
    }
#define WEIBULL_SIGNATURE                                                      \
    {                                                                          \
        "weibull", 'd', 1, {NEED("a", 'd')},                                   \
        1, {CHECK(NOT_NEGATIVE, 0, A_NEGATIVE)},                               \
        NULL, NULL                                                             \
    }
#define ZIPF_SIGNATURE                                                         \
    {                                                                          \
        "zipf", 'i', 1, {NEED("a", 'd')},                                      \
        1, {CHECK2(ABOVE_1, 0, A_ABOVE_1)},                                    \
        NULL, NULL                                                             \
    }
/* Before 1.21 high may be below low. */
#define UNIFORM_SIGNATURE_BEFORE_1_21                                          \
    {                                                                          \
        "uniform", 'd', 2, {HAVE("low", 'd', 0.0), HAVE("high", 'd', 1.0)},    \
        1, {CHECK(RANGE, 0, UNIFORM_RANGE)},                                   \
        NULL, NULL                                                             \
    }
/* Before 2.1 from a == 1025 on there is no end. */
#define ZIPF_SIGNATURE_BEFORE_2_1                                              \
    {                                                                          \
        "zipf", 'i', 1, {NEED("a", 'd')},                                      \
        2, {CHECK2(ABOVE_1, 0, A_ABOVE_1), CHECK(ZIPF_ENDS, 0, ENDLESS)},      \
        NULL, NULL                                                             \
    }
/* clang-format on */

#endif
