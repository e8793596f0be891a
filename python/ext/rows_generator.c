/* SPDX-License-Identifier: MIT
 * The methods of Generator that draw: a row each.
 */
#include "rows.h"

CALLS_dd(ss_numpy_generator_beta, d) CALLS_d(
    ss_numpy_generator_exponential,
    d) CALLS_dd(ss_numpy_generator_gamma,
                d) CALLS_dd(ss_numpy_generator_f,
                            d) CALLS_ddd(ss_numpy_generator_noncentral_f, d)
    CALLS_d(ss_numpy_generator_chisquare, d) CALLS_dd(
        ss_numpy_generator_noncentral_chisquare,
        d) CALLS_d(ss_numpy_generator_standard_t,
                   d) CALLS_dd(ss_numpy_generator_vonmises,
                               d) CALLS_d(ss_numpy_generator_pareto,
                                          d) CALLS_d(ss_numpy_generator_weibull,
                                                     d)
        CALLS_d(ss_numpy_generator_power, d) CALLS_dd(
            ss_numpy_generator_normal,
            d) CALLS_dd(ss_numpy_generator_laplace,
                        d) CALLS_dd(ss_numpy_generator_gumbel,
                                    d) CALLS_dd(ss_numpy_generator_logistic, d)
            CALLS_dd(ss_numpy_generator_lognormal, d) CALLS_d(
                ss_numpy_generator_rayleigh,
                d) CALLS_dd(ss_numpy_generator_wald,
                            d) CALLS_ddd(ss_numpy_generator_triangular,
                                         d) CALLS_dd(ss_numpy_generator_uniform,
                                                     d)
                CALLS_pn(ss_numpy_generator_binomial,
                         i) CALLS_dd(ss_numpy_generator_negative_binomial,
                                     i) CALLS_d(ss_numpy_generator_poisson, i)
                    CALLS_d(ss_numpy_generator_zipf, i) CALLS_d(
                        ss_numpy_generator_geometric,
                        i) CALLS_iii(ss_numpy_generator_hypergeometric,
                                     i) CALLS_d(ss_numpy_generator_logseries, i)
                        CALLS_0(ss_numpy_generator_standard_cauchy, d) CALLS_0(
                            ss_numpy_generator_random,
                            d) CALLS_0(ss_numpy_generator_standard_normal, d)
                            CALLS_0(ss_numpy_generator_standard_exponential, d)
                                CALLS_0(
                                    ss_numpy_generator_standard_exponential_inv,
                                    d)
                                    CALLS_d(ss_numpy_generator_standard_gamma,
                                            d)

    /* uniform() of arrays is given the width in the place of high. */
    static core_value draw_width(void *s, const core_value *p)
{
    return (core_value){.d = p[0].d + p[1].d * ss_numpy_generator_random(s)};
}

const core_row core_generator_rows[] = {
    {"Generator.beta", core_distribution,
     TWO(DOUBLE("a", 0, POSITIVE), DOUBLE("b", 1, POSITIVE)),
     FUNCTIONS(ss_numpy_generator_beta, d)},
    {"Generator.exponential", core_distribution,
     ONE("scale", 0, 'd', NON_NEGATIVE),
     FUNCTIONS(ss_numpy_generator_exponential, d)},
    {"Generator.gamma", core_distribution,
     TWO(DOUBLE("shape", 0, NON_NEGATIVE), DOUBLE("scale", 1, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_generator_gamma, d)},
    {"Generator.f", core_distribution,
     TWO(DOUBLE("dfnum", 0, POSITIVE), DOUBLE("dfden", 1, POSITIVE)),
     FUNCTIONS(ss_numpy_generator_f, d)},
    {"Generator.noncentral_f", core_distribution,
     THREE(DOUBLE("dfnum", 0, POSITIVE), DOUBLE("dfden", 1, POSITIVE),
           DOUBLE("nonc", 2, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_generator_noncentral_f, d)},
    {"Generator.chisquare", core_distribution, ONE("df", 0, 'd', POSITIVE),
     FUNCTIONS(ss_numpy_generator_chisquare, d)},
    {"Generator.noncentral_chisquare", core_distribution,
     TWO(DOUBLE("df", 0, POSITIVE), DOUBLE("nonc", 1, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_generator_noncentral_chisquare, d)},
    {"Generator.standard_t", core_distribution, ONE("df", 0, 'd', POSITIVE),
     FUNCTIONS(ss_numpy_generator_standard_t, d)},
    {"Generator.vonmises", core_distribution,
     TWO(DOUBLE("mu", 0, ANY), DOUBLE("kappa", 1, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_generator_vonmises, d)},
    {"Generator.pareto", core_distribution, ONE("a", 0, 'd', POSITIVE),
     FUNCTIONS(ss_numpy_generator_pareto, d)},
    {"Generator.weibull", core_distribution, ONE("a", 0, 'd', NON_NEGATIVE),
     FUNCTIONS(ss_numpy_generator_weibull, d)},
    {"Generator.power", core_distribution, ONE("a", 0, 'd', POSITIVE),
     FUNCTIONS(ss_numpy_generator_power, d)},
    {"Generator.normal", core_distribution,
     TWO(DOUBLE("loc", 0, ANY), DOUBLE("scale", 1, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_generator_normal, d)},
    {"Generator.laplace", core_distribution,
     TWO(DOUBLE("loc", 0, ANY), DOUBLE("scale", 1, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_generator_laplace, d)},
    {"Generator.gumbel", core_distribution,
     TWO(DOUBLE("loc", 0, ANY), DOUBLE("scale", 1, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_generator_gumbel, d)},
    {"Generator.logistic", core_distribution,
     TWO(DOUBLE("loc", 0, ANY), DOUBLE("scale", 1, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_generator_logistic, d)},
    {"Generator.lognormal", core_distribution,
     TWO(DOUBLE("mean", 0, ANY), DOUBLE("sigma", 1, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_generator_lognormal, d)},
    {"Generator.rayleigh", core_distribution,
     ONE("scale", 0, 'd', NON_NEGATIVE),
     FUNCTIONS(ss_numpy_generator_rayleigh, d)},
    {"Generator.wald", core_distribution,
     TWO(DOUBLE("mean", 0, POSITIVE), DOUBLE("scale", 1, POSITIVE)),
     FUNCTIONS(ss_numpy_generator_wald, d)},
    {"Generator.triangular", core_distribution,
     THREE(DOUBLE("left", 0, ANY), DOUBLE("mode", 1, ANY),
           DOUBLE("right", 2, ANY)),
     FUNCTIONS(ss_numpy_generator_triangular, d), .arrays_check = "triangular",
     .variant = CORE_LAST_BEFORE_MIDDLE},
    {"Generator.uniform", core_distribution,
     TWO(DOUBLE("low", 0, ANY), DOUBLE("high - low", 1, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_generator_uniform, d), .arrays_check = "uniform",
     .arrays_draw = draw_width},
    {"Generator.binomial", core_distribution,
     TWO(DOUBLE("p", 1, BOUNDED_0_1), INTEGER("n", 0, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_generator_binomial, i)},
    {"Generator.negative_binomial", core_distribution,
     TWO(DOUBLE("n", 0, POSITIVE_NOT_NAN), DOUBLE("p", 1, BOUNDED_GT_0_1)),
     FUNCTIONS(ss_numpy_generator_negative_binomial, i),
     .arrays_check = "negative_binomial", .variant = CORE_FROM_ARRAYS},
    {"Generator.poisson", core_distribution, ONE("lam", 0, 'd', POISSON),
     FUNCTIONS(ss_numpy_generator_poisson, i)},
    {"Generator.zipf", core_distribution, ONE("a", 0, 'd', GT_1),
     FUNCTIONS(ss_numpy_generator_zipf, i)},
    {"Generator.geometric", core_distribution, ONE("p", 0, 'd', BOUNDED_GT_0_1),
     FUNCTIONS(ss_numpy_generator_geometric, i)},
    {"Generator.hypergeometric", core_distribution,
     THREE(INTEGER("ngood", 0, NON_NEGATIVE), INTEGER("nbad", 1, NON_NEGATIVE),
           INTEGER("nsample", 2, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_generator_hypergeometric, i),
     .arrays_check = "generator_hypergeometric"},
    {"Generator.logseries", core_distribution, ONE("p", 0, 'd', BOUNDED_LT_0_1),
     FUNCTIONS(ss_numpy_generator_logseries, i)},
    {"Generator.standard_cauchy", core_plain,
     PLAIN(ss_numpy_generator_standard_cauchy, d)},
    {"Generator.random", core_typed, PLAIN(ss_numpy_generator_random, d),
     .variant = 0},
    {"Generator.standard_normal", core_typed,
     PLAIN(ss_numpy_generator_standard_normal, d), .variant = 1},
    /* The row after it is that of method='inv'. */
    {"Generator.standard_exponential", core_typed,
     PLAIN(ss_numpy_generator_standard_exponential, d), .variant = 2},
    {"Generator.standard_exponential_inv", core_typed,
     PLAIN(ss_numpy_generator_standard_exponential_inv, d), .variant = 3},
    {"Generator.standard_gamma", core_standard_gamma,
     ONE("shape", 0, 'd', NON_NEGATIVE),
     FUNCTIONS(ss_numpy_generator_standard_gamma, d)},
    {"Generator.integers", core_integers, .result = 0},
    {"Generator.bytes", core_bytes, .result = 0},
    {.name = NULL},
};
