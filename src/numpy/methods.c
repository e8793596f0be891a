/* SPDX-License-Identifier: MIT
 * The table of RandomState's distributions.
 * Learned from: numpy/random/mtrand.pyx, 2.4, for names, defaults and checks.
 */
#include "numpy/methods.h"

#include <string.h>

#include "dist/location_scale.h"
#include "numpy/fills.h"
#include "numpy/legacy_releases.h"

#define BLOCK 1024 /* values at a time */

#define P_d(k) params[k].d
#define P_i(k) params[k].i
#define C_d double
#define C_i int64_t

/* draw_NAME and fill_NAME out of ss_numpy_NAME. R is the type of the result,
 * the rest are the parameters as arguments. */
#define DRAW(name, R, ...)                                                     \
    static ssi_numpy_value draw_##name(ss_numpy_randomstate *rs,               \
                                       const ssi_numpy_value *params)          \
    {                                                                          \
        (void)params;                                                          \
        return (ssi_numpy_value){.R = ss_numpy_##name(__VA_ARGS__)};           \
    }
#define FILL(name, R, ...)                                                     \
    static void fill_##name(ss_numpy_randomstate *rs,                          \
                            const ssi_numpy_value *params, void *out,          \
                            size_t n)                                          \
    {                                                                          \
        C_##R *values = out;                                                   \
        (void)params;                                                          \
        for (size_t k = 0; k < n; k++)                                         \
            values[k] = ss_numpy_##name(__VA_ARGS__);                          \
    }
/* The same where a fill of blocks is there; what it goes over several times
 * stays in the first cache. */
#define FILL_BLOCKS(name, R, block, ...)                                       \
    static void fill_##name(ss_numpy_randomstate *rs,                          \
                            const ssi_numpy_value *params, void *out,          \
                            size_t n)                                          \
    {                                                                          \
        C_##R *values = out;                                                   \
        (void)params;                                                          \
        for (size_t take; n > 0; n -= take, values += take) {                  \
            take = n < BLOCK ? n : BLOCK;                                      \
            block(__VA_ARGS__, values, take);                                  \
        }                                                                      \
    }

DRAW(beta, d, rs, P_d(0), P_d(1))
FILL(beta, d, rs, P_d(0), P_d(1))
DRAW(binomial, i, rs, P_i(0), P_d(1))
FILL(binomial, i, rs, P_i(0), P_d(1))
DRAW(chisquare, d, rs, P_d(0))
FILL(chisquare, d, rs, P_d(0))
DRAW(exponential, d, rs, P_d(0))
FILL_BLOCKS(exponential, d, ssi_numpy_fill_exponential, rs, P_d(0))
DRAW(f, d, rs, P_d(0), P_d(1))
FILL(f, d, rs, P_d(0), P_d(1))
DRAW(gamma, d, rs, P_d(0), P_d(1))
FILL(gamma, d, rs, P_d(0), P_d(1))
DRAW(geometric, i, rs, P_d(0))
FILL(geometric, i, rs, P_d(0))
DRAW(gumbel, d, rs, P_d(0), P_d(1))
FILL_BLOCKS(gumbel, d, ssi_legacy_of(rs->release)->gumbel_fill, &rs->bitgen,
            P_d(0), P_d(1))
DRAW(hypergeometric, i, rs, P_i(0), P_i(1), P_i(2))
FILL(hypergeometric, i, rs, P_i(0), P_i(1), P_i(2))
DRAW(laplace, d, rs, P_d(0), P_d(1))
FILL_BLOCKS(laplace, d, ssi_legacy_of(rs->release)->laplace_fill, &rs->bitgen,
            P_d(0), P_d(1))
DRAW(logistic, d, rs, P_d(0), P_d(1))
FILL_BLOCKS(logistic, d, ssi_legacy_of(rs->release)->logistic_fill, &rs->bitgen,
            P_d(0), P_d(1))
DRAW(lognormal, d, rs, P_d(0), P_d(1))
FILL_BLOCKS(lognormal, d, ssi_numpy_fill_lognormal, rs, P_d(0), P_d(1))
DRAW(logseries, i, rs, P_d(0))
FILL(logseries, i, rs, P_d(0))
DRAW(negative_binomial, i, rs, P_d(0), P_d(1))
FILL(negative_binomial, i, rs, P_d(0), P_d(1))
DRAW(noncentral_chisquare, d, rs, P_d(0), P_d(1))
FILL(noncentral_chisquare, d, rs, P_d(0), P_d(1))
DRAW(noncentral_f, d, rs, P_d(0), P_d(1), P_d(2))
FILL(noncentral_f, d, rs, P_d(0), P_d(1), P_d(2))
DRAW(normal, d, rs, P_d(0), P_d(1))
FILL_BLOCKS(normal, d, ssi_numpy_fill_normal, rs, P_d(0), P_d(1))
DRAW(pareto, d, rs, P_d(0))
FILL_BLOCKS(pareto, d, ssi_numpy_fill_pareto, rs, P_d(0))
DRAW(poisson, i, rs, P_d(0))
FILL(poisson, i, rs, P_d(0))
DRAW(power, d, rs, P_d(0))
FILL_BLOCKS(power, d, ssi_numpy_fill_power, rs, P_d(0))
DRAW(random_sample, d, rs)
FILL_BLOCKS(random_sample, d, ss_numpy_random_sample_fill, rs)
DRAW(rayleigh, d, rs, P_d(0))
FILL_BLOCKS(rayleigh, d, ssi_numpy_fill_rayleigh, rs, P_d(0))
DRAW(standard_cauchy, d, rs)
FILL_BLOCKS(standard_cauchy, d, ssi_numpy_fill_standard_cauchy, rs)
DRAW(standard_exponential, d, rs)
FILL_BLOCKS(standard_exponential, d, ss_numpy_standard_exponential_fill, rs)
DRAW(standard_gamma, d, rs, P_d(0))
FILL(standard_gamma, d, rs, P_d(0))
DRAW(standard_normal, d, rs)
FILL_BLOCKS(standard_normal, d, ss_numpy_standard_normal_fill, rs)
DRAW(standard_t, d, rs, P_d(0))
FILL(standard_t, d, rs, P_d(0))
DRAW(tomaxint, i, rs)
FILL_BLOCKS(tomaxint, i, ss_numpy_tomaxint_fill, rs)
DRAW(triangular, d, rs, P_d(0), P_d(1), P_d(2))
FILL_BLOCKS(triangular, d, ssi_triangular_fill, &rs->bitgen, P_d(0), P_d(1),
            P_d(2))
DRAW(uniform, d, rs, P_d(0), P_d(1))
FILL_BLOCKS(uniform, d, ssi_numpy_fill_uniform, rs, P_d(0), P_d(1))
DRAW(vonmises, d, rs, P_d(0), P_d(1))
FILL(vonmises, d, rs, P_d(0), P_d(1))
DRAW(wald, d, rs, P_d(0), P_d(1))
FILL(wald, d, rs, P_d(0), P_d(1))
DRAW(weibull, d, rs, P_d(0))
FILL_BLOCKS(weibull, d, ssi_numpy_fill_weibull, rs, P_d(0))
DRAW(zipf, i, rs, P_d(0))
FILL(zipf, i, rs, P_d(0))

/* A parameter without and with a default; a check with one wording or two. */
#define NEED(name, type)                                                       \
    {                                                                          \
        name, type, false, 0.0                                                 \
    }
#define HAVE(name, type, initial)                                              \
    {                                                                          \
        name, type, true, initial                                              \
    }
#define CHECK(rule, param, status)                                             \
    {                                                                          \
        SSI_RULE_##rule, param, SS_ERR_NUMPY_##status, SS_ERR_NUMPY_##status   \
    }
#define CHECK2(rule, param, status)                                            \
    {                                                                          \
        SSI_RULE_##rule, param, SS_ERR_NUMPY_##status,                         \
            SS_ERR_NUMPY_##status##_ARRAY                                      \
    }

/* clang-format off */
const ssi_numpy_method ssi_numpy_methods[SSI_NUMPY_METHOD_COUNT] = {
    [SSI_NUMPY_BETA] = {
        "beta", 'd', 2, {NEED("a", 'd'), NEED("b", 'd')},
        2, {CHECK(POSITIVE, 0, A_NOT_POSITIVE),
            CHECK(POSITIVE, 1, B_NOT_POSITIVE)},
        draw_beta, fill_beta},
    [SSI_NUMPY_BINOMIAL] = {
        "binomial", 'i', 2, {NEED("n", 'i'), NEED("p", 'd')},
        2, {CHECK2(UNIT, 1, P_UNIT), CHECK(NOT_NEGATIVE, 0, N_NEGATIVE)},
        draw_binomial, fill_binomial},
    [SSI_NUMPY_CHISQUARE] = {
        "chisquare", 'd', 1, {NEED("df", 'd')},
        1, {CHECK(POSITIVE, 0, DF_NOT_POSITIVE)},
        draw_chisquare, fill_chisquare},
    [SSI_NUMPY_EXPONENTIAL] = {
        "exponential", 'd', 1, {HAVE("scale", 'd', 1.0)},
        1, {CHECK(NOT_NEGATIVE, 0, SCALE_NEGATIVE)},
        draw_exponential, fill_exponential},
    [SSI_NUMPY_F] = {
        "f", 'd', 2, {NEED("dfnum", 'd'), NEED("dfden", 'd')},
        2, {CHECK(POSITIVE, 0, DFNUM_NOT_POSITIVE),
            CHECK(POSITIVE, 1, DFDEN_NOT_POSITIVE)},
        draw_f, fill_f},
    [SSI_NUMPY_GAMMA] = {
        "gamma", 'd', 2, {NEED("shape", 'd'), HAVE("scale", 'd', 1.0)},
        2, {CHECK(NOT_NEGATIVE, 0, SHAPE_NEGATIVE),
            CHECK(NOT_NEGATIVE, 1, SCALE_NEGATIVE)},
        draw_gamma, fill_gamma},
    [SSI_NUMPY_GEOMETRIC] = {
        "geometric", 'i', 1, {NEED("p", 'd')},
        1, {CHECK(UNIT_ABOVE_0, 0, P_ABOVE_0)},
        draw_geometric, fill_geometric},
    [SSI_NUMPY_GUMBEL] = {
        "gumbel", 'd', 2, {HAVE("loc", 'd', 0.0), HAVE("scale", 'd', 1.0)},
        1, {CHECK(NOT_NEGATIVE, 1, SCALE_NEGATIVE)},
        draw_gumbel, fill_gumbel},
    [SSI_NUMPY_HYPERGEOMETRIC] = {
        "hypergeometric", 'i', 3, {NEED("ngood", 'i'), NEED("nbad", 'i'),
                                   NEED("nsample", 'i')},
        4, {CHECK(POPULATION, 0, POPULATION),
            CHECK(NOT_NEGATIVE, 0, NGOOD_NEGATIVE),
            CHECK(NOT_NEGATIVE, 1, NBAD_NEGATIVE),
            CHECK2(AT_LEAST_1, 2, NSAMPLE)},
        draw_hypergeometric, fill_hypergeometric},
    [SSI_NUMPY_LAPLACE] = {
        "laplace", 'd', 2, {HAVE("loc", 'd', 0.0), HAVE("scale", 'd', 1.0)},
        1, {CHECK(NOT_NEGATIVE, 1, SCALE_NEGATIVE)},
        draw_laplace, fill_laplace},
    [SSI_NUMPY_LOGISTIC] = {
        "logistic", 'd', 2, {HAVE("loc", 'd', 0.0), HAVE("scale", 'd', 1.0)},
        1, {CHECK(NOT_NEGATIVE, 1, SCALE_NEGATIVE)},
        draw_logistic, fill_logistic},
    [SSI_NUMPY_LOGNORMAL] = {
        "lognormal", 'd', 2, {HAVE("mean", 'd', 0.0), HAVE("sigma", 'd', 1.0)},
        1, {CHECK(NOT_NEGATIVE, 1, SIGMA_NEGATIVE)},
        draw_lognormal, fill_lognormal},
    [SSI_NUMPY_LOGSERIES] = {
        "logseries", 'i', 1, {NEED("p", 'd')},
        1, {CHECK2(UNIT_BELOW_1, 0, P_BELOW_1)},
        draw_logseries, fill_logseries},
    [SSI_NUMPY_NEGATIVE_BINOMIAL] = {
        "negative_binomial", 'i', 2, {NEED("n", 'd'), NEED("p", 'd')},
        2, {CHECK(POSITIVE, 0, N_NOT_POSITIVE), CHECK2(UNIT, 1, P_UNIT)},
        draw_negative_binomial, fill_negative_binomial},
    [SSI_NUMPY_NONCENTRAL_CHISQUARE] = {
        "noncentral_chisquare", 'd', 2, {NEED("df", 'd'), NEED("nonc", 'd')},
        2, {CHECK(POSITIVE, 0, DF_NOT_POSITIVE),
            CHECK(NOT_NEGATIVE, 1, NONC_NEGATIVE)},
        draw_noncentral_chisquare, fill_noncentral_chisquare},
    [SSI_NUMPY_NONCENTRAL_F] = {
        "noncentral_f", 'd', 3, {NEED("dfnum", 'd'), NEED("dfden", 'd'),
                                 NEED("nonc", 'd')},
        3, {CHECK(POSITIVE, 0, DFNUM_NOT_POSITIVE),
            CHECK(POSITIVE, 1, DFDEN_NOT_POSITIVE),
            CHECK(NOT_NEGATIVE, 2, NONC_NEGATIVE)},
        draw_noncentral_f, fill_noncentral_f},
    [SSI_NUMPY_NORMAL] = {
        "normal", 'd', 2, {HAVE("loc", 'd', 0.0), HAVE("scale", 'd', 1.0)},
        1, {CHECK(NOT_NEGATIVE, 1, SCALE_NEGATIVE)},
        draw_normal, fill_normal},
    [SSI_NUMPY_PARETO] = {
        "pareto", 'd', 1, {NEED("a", 'd')},
        1, {CHECK(POSITIVE, 0, A_NOT_POSITIVE)},
        draw_pareto, fill_pareto},
    [SSI_NUMPY_POISSON] = {
        "poisson", 'i', 1, {HAVE("lam", 'd', 1.0)},
        2, {CHECK(LAM_FIRST, 0, LAM), CHECK(LAM_SECOND, 0, LAM)},
        draw_poisson, fill_poisson},
    [SSI_NUMPY_POWER] = {
        "power", 'd', 1, {NEED("a", 'd')},
        1, {CHECK(POSITIVE, 0, A_NOT_POSITIVE)},
        draw_power, fill_power},
    [SSI_NUMPY_RANDOM_SAMPLE] = {
        "random_sample", 'd', 0, {{0}},
        0, {{0}},
        draw_random_sample, fill_random_sample},
    [SSI_NUMPY_RAYLEIGH] = {
        "rayleigh", 'd', 1, {HAVE("scale", 'd', 1.0)},
        1, {CHECK(NOT_NEGATIVE, 0, SCALE_NEGATIVE)},
        draw_rayleigh, fill_rayleigh},
    [SSI_NUMPY_STANDARD_CAUCHY] = {
        "standard_cauchy", 'd', 0, {{0}},
        0, {{0}},
        draw_standard_cauchy, fill_standard_cauchy},
    [SSI_NUMPY_STANDARD_EXPONENTIAL] = {
        "standard_exponential", 'd', 0, {{0}},
        0, {{0}},
        draw_standard_exponential, fill_standard_exponential},
    [SSI_NUMPY_STANDARD_GAMMA] = {
        "standard_gamma", 'd', 1, {NEED("shape", 'd')},
        1, {CHECK(NOT_NEGATIVE, 0, SHAPE_NEGATIVE)},
        draw_standard_gamma, fill_standard_gamma},
    [SSI_NUMPY_STANDARD_NORMAL] = {
        "standard_normal", 'd', 0, {{0}},
        0, {{0}},
        draw_standard_normal, fill_standard_normal},
    [SSI_NUMPY_STANDARD_T] = {
        "standard_t", 'd', 1, {NEED("df", 'd')},
        1, {CHECK(POSITIVE, 0, DF_NOT_POSITIVE)},
        draw_standard_t, fill_standard_t},
    [SSI_NUMPY_TOMAXINT] = {
        "tomaxint", 'i', 0, {{0}},
        0, {{0}},
        draw_tomaxint, fill_tomaxint},
    [SSI_NUMPY_TRIANGULAR] = {
        "triangular", 'd', 3, {NEED("left", 'd'), NEED("mode", 'd'),
                               NEED("right", 'd')},
        3, {CHECK(LEFT_MODE, 0, LEFT_MODE), CHECK(MODE_RIGHT, 0, MODE_RIGHT),
            CHECK(LEFT_RIGHT, 0, LEFT_RIGHT)},
        draw_triangular, fill_triangular},
    [SSI_NUMPY_UNIFORM] = {
        "uniform", 'd', 2, {HAVE("low", 'd', 0.0), HAVE("high", 'd', 1.0)},
        1, {CHECK(RANGE, 0, UNIFORM_RANGE)},
        draw_uniform, fill_uniform},
    [SSI_NUMPY_VONMISES] = {
        "vonmises", 'd', 2, {NEED("mu", 'd'), NEED("kappa", 'd')},
        2, {CHECK(NOT_NEGATIVE, 1, KAPPA_NEGATIVE),
            CHECK(KAPPA_ENDS, 1, ENDLESS)},
        draw_vonmises, fill_vonmises},
    [SSI_NUMPY_WALD] = {
        "wald", 'd', 2, {NEED("mean", 'd'), NEED("scale", 'd')},
        2, {CHECK(POSITIVE, 0, MEAN_NOT_POSITIVE),
            CHECK(POSITIVE, 1, SCALE_NOT_POSITIVE)},
        draw_wald, fill_wald},
    [SSI_NUMPY_WEIBULL] = {
        "weibull", 'd', 1, {NEED("a", 'd')},
        1, {CHECK(NOT_NEGATIVE, 0, A_NEGATIVE)},
        draw_weibull, fill_weibull},
    [SSI_NUMPY_ZIPF] = {
        "zipf", 'i', 1, {NEED("a", 'd')},
        2, {CHECK2(ABOVE_1, 0, A_ABOVE_1), CHECK(ZIPF_ENDS, 0, ENDLESS)},
        draw_zipf, fill_zipf},
};
/* clang-format on */

const ssi_numpy_method *ssi_numpy_method_find(const char *name)
{
    for (size_t i = 0; i < SSI_NUMPY_METHOD_COUNT; i++)
        if (strcmp(ssi_numpy_methods[i].name, name) == 0)
            return &ssi_numpy_methods[i];
    return NULL;
}
