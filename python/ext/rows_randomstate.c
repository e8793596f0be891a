/* SPDX-License-Identifier: MIT
 * The methods of RandomState that draw: a row each.
 */
#include "rows.h"

CALLS_dd(ss_numpy_beta, d) CALLS_d(ss_numpy_exponential,
                                   d) CALLS_dd(ss_numpy_gamma,
                                               d) CALLS_dd(ss_numpy_f, d)
    CALLS_ddd(ss_numpy_noncentral_f, d) CALLS_d(ss_numpy_chisquare, d) CALLS_dd(
        ss_numpy_noncentral_chisquare,
        d) CALLS_d(ss_numpy_standard_t,
                   d) CALLS_dd(ss_numpy_vonmises, d) CALLS_d(ss_numpy_pareto, d)
        CALLS_d(ss_numpy_weibull, d) CALLS_d(ss_numpy_power,
                                             d) CALLS_dd(ss_numpy_normal, d)
            CALLS_dd(ss_numpy_laplace, d) CALLS_dd(ss_numpy_gumbel, d) CALLS_dd(
                ss_numpy_logistic, d) CALLS_dd(ss_numpy_lognormal,
                                               d) CALLS_d(ss_numpy_rayleigh, d)
                CALLS_dd(ss_numpy_wald, d) CALLS_ddd(ss_numpy_triangular, d)
                    CALLS_dd(ss_numpy_uniform, d) CALLS_pn(ss_numpy_binomial, i)
                        CALLS_dd(ss_numpy_negative_binomial,
                                 i) CALLS_d(ss_numpy_poisson,
                                            i) CALLS_d(ss_numpy_zipf, i)
                            CALLS_d(ss_numpy_geometric,
                                    i) CALLS_iii(ss_numpy_hypergeometric, i)
                                CALLS_d(ss_numpy_logseries,
                                        i) CALLS_0(ss_numpy_standard_cauchy, d)
                                    CALLS_0(ss_numpy_random_sample,
                                            d) CALLS_0(ss_numpy_standard_normal,
                                                       d)
                                        CALLS_0(ss_numpy_standard_exponential,
                                                d)
                                            CALLS_d(ss_numpy_standard_gamma, d)
                                                CALLS_0(ss_numpy_tomaxint, i)

    /* uniform() of arrays is given the width in the place of high. */
    static core_value draw_width(void *s, const core_value *p)
{
    return (core_value){.d = p[0].d + p[1].d * ss_numpy_random_sample(s)};
}

const core_row core_randomstate_rows[] = {
    {"RandomState.beta", core_distribution,
     TWO(DOUBLE("a", 0, POSITIVE), DOUBLE("b", 1, POSITIVE)),
     FUNCTIONS(ss_numpy_beta, d)},
    {"RandomState.exponential", core_distribution,
     ONE("scale", 0, 'd', NON_NEGATIVE), FUNCTIONS(ss_numpy_exponential, d)},
    {"RandomState.gamma", core_distribution,
     TWO(DOUBLE("shape", 0, NON_NEGATIVE), DOUBLE("scale", 1, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_gamma, d)},
    {"RandomState.f", core_distribution,
     TWO(DOUBLE("dfnum", 0, POSITIVE), DOUBLE("dfden", 1, POSITIVE)),
     FUNCTIONS(ss_numpy_f, d)},
    {"RandomState.noncentral_f", core_distribution,
     THREE(DOUBLE("dfnum", 0, POSITIVE), DOUBLE("dfden", 1, POSITIVE),
           DOUBLE("nonc", 2, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_noncentral_f, d)},
    {"RandomState.chisquare", core_distribution, ONE("df", 0, 'd', POSITIVE),
     FUNCTIONS(ss_numpy_chisquare, d)},
    {"RandomState.noncentral_chisquare", core_distribution,
     TWO(DOUBLE("df", 0, POSITIVE), DOUBLE("nonc", 1, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_noncentral_chisquare, d)},
    {"RandomState.standard_t", core_distribution, ONE("df", 0, 'd', POSITIVE),
     FUNCTIONS(ss_numpy_standard_t, d)},
    {"RandomState.vonmises", core_distribution,
     TWO(DOUBLE("mu", 0, ANY), DOUBLE("kappa", 1, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_vonmises, d), .variant = CORE_ENDLESS},
    {"RandomState.pareto", core_distribution, ONE("a", 0, 'd', POSITIVE),
     FUNCTIONS(ss_numpy_pareto, d)},
    {"RandomState.weibull", core_distribution, ONE("a", 0, 'd', NON_NEGATIVE),
     FUNCTIONS(ss_numpy_weibull, d)},
    {"RandomState.power", core_distribution, ONE("a", 0, 'd', POSITIVE),
     FUNCTIONS(ss_numpy_power, d)},
    {"RandomState.normal", core_distribution,
     TWO(DOUBLE("loc", 0, ANY), DOUBLE("scale", 1, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_normal, d)},
    {"RandomState.laplace", core_distribution,
     TWO(DOUBLE("loc", 0, ANY), DOUBLE("scale", 1, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_laplace, d)},
    {"RandomState.gumbel", core_distribution,
     TWO(DOUBLE("loc", 0, ANY), DOUBLE("scale", 1, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_gumbel, d)},
    {"RandomState.logistic", core_distribution,
     TWO(DOUBLE("loc", 0, ANY), DOUBLE("scale", 1, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_logistic, d)},
    {"RandomState.lognormal", core_distribution,
     TWO(DOUBLE("mean", 0, ANY), DOUBLE("sigma", 1, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_lognormal, d)},
    {"RandomState.rayleigh", core_distribution,
     ONE("scale", 0, 'd', NON_NEGATIVE), FUNCTIONS(ss_numpy_rayleigh, d)},
    {"RandomState.wald", core_distribution,
     TWO(DOUBLE("mean", 0, POSITIVE), DOUBLE("scale", 1, POSITIVE)),
     FUNCTIONS(ss_numpy_wald, d)},
    {"RandomState.triangular", core_distribution,
     THREE(DOUBLE("left", 0, ANY), DOUBLE("mode", 1, ANY),
           DOUBLE("right", 2, ANY)),
     FUNCTIONS(ss_numpy_triangular, d), .arrays_check = "triangular",
     .variant = CORE_LAST_BEFORE_MIDDLE},
    {"RandomState.uniform", core_distribution,
     TWO(DOUBLE("low", 0, ANY), DOUBLE("high - low", 1, ANY)),
     FUNCTIONS(ss_numpy_uniform, d), .arrays_check = "uniform",
     .arrays_draw = draw_width},
    {"RandomState.binomial", core_distribution,
     TWO(DOUBLE("p", 1, BOUNDED_0_1), INTEGER("n", 0, NON_NEGATIVE)),
     FUNCTIONS(ss_numpy_binomial, i)},
    {"RandomState.negative_binomial", core_distribution,
     TWO(DOUBLE("n", 0, POSITIVE), DOUBLE("p", 1, BOUNDED_0_1)),
     FUNCTIONS(ss_numpy_negative_binomial, i)},
    {"RandomState.poisson", core_distribution, ONE("lam", 0, 'd', POISSON),
     FUNCTIONS(ss_numpy_poisson, i)},
    {"RandomState.zipf", core_distribution, ONE("a", 0, 'd', GT_1),
     FUNCTIONS(ss_numpy_zipf, i), .variant = CORE_ENDLESS},
    {"RandomState.geometric", core_distribution,
     ONE("p", 0, 'd', BOUNDED_GT_0_1), FUNCTIONS(ss_numpy_geometric, i)},
    {"RandomState.hypergeometric", core_distribution,
     THREE(INTEGER("ngood", 0, NON_NEGATIVE), INTEGER("nbad", 1, NON_NEGATIVE),
           INTEGER("nsample", 2, GTE_1)),
     FUNCTIONS(ss_numpy_hypergeometric, i), .arrays_check = "hypergeometric"},
    {"RandomState.logseries", core_distribution,
     ONE("p", 0, 'd', BOUNDED_LT_0_1), FUNCTIONS(ss_numpy_logseries, i)},
    {"RandomState.standard_cauchy", core_plain,
     PLAIN(ss_numpy_standard_cauchy, d)},
    {"RandomState.random_sample", core_plain, PLAIN(ss_numpy_random_sample, d)},
    {"RandomState.random", core_plain, PLAIN(ss_numpy_random_sample, d)},
    {"RandomState.standard_normal", core_plain,
     PLAIN(ss_numpy_standard_normal, d)},
    {"RandomState.standard_exponential", core_plain,
     PLAIN(ss_numpy_standard_exponential, d)},
    {"RandomState.tomaxint", core_plain, PLAIN(ss_numpy_tomaxint, i)},
    {"RandomState.rand", core_rand, PLAIN(ss_numpy_random_sample, d)},
    {"RandomState.randn", core_rand, PLAIN(ss_numpy_standard_normal, d)},
    {"RandomState.standard_gamma", core_distribution,
     ONE("shape", 0, 'd', NON_NEGATIVE), FUNCTIONS(ss_numpy_standard_gamma, d)},
    {"RandomState.randint", core_integers, .result = 0},
    {"RandomState.bytes", core_bytes, .result = 0},
    {.name = NULL},
};
