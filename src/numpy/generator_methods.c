/* SPDX-License-Identifier: MIT
 * The table of Generator's distributions.
 * Learned from: numpy/random/_generator.pyx, 2.4, for names, defaults and
 * checks.
 */
#include "numpy/generator_methods.h"

#include <string.h>

#include "bitgen/draw.h"
#include "dist/binomial.h"
#include "dist/location_scale.h"
#include "dist/poisson.h"
#include "dist/ziggurat.h"
#include "math/glibc.h"
#include "numpy/generator_draws.h"
#include "numpy/generator_rows.h"

#define BLOCK 1024 /* values at a time */

/* The same where a fill of blocks is there; what it goes over several times
 * stays in the first cache. */
#define FILL_BLOCKS(name, R, block, ...)                                       \
    static void fill_##name(ss_bitgen *bitgen, ss_binomial_setup *binomial,    \
                            const ssi_numpy_value *params, void *out,          \
                            size_t n)                                          \
    {                                                                          \
        C_##R *values = out;                                                   \
        (void)params;                                                          \
        (void)binomial;                                                        \
        for (size_t take; n > 0; n -= take, values += take) {                  \
            take = n < BLOCK ? n : BLOCK;                                      \
            block(__VA_ARGS__, values, take);                                  \
        }                                                                      \
    }

static void uniform_block(ss_bitgen *bitgen, double low, double high,
                          double *out, size_t n)
{
    double range = high - low;

    ss_bitgen_fill_double(bitgen, out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = low + range * out[i];
}

static void normal_block(ss_bitgen *bitgen, double loc, double scale,
                         double *out, size_t n)
{
    ssi_ziggurat_normal_fill(bitgen, out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = loc + scale * out[i];
}

static void lognormal_block(ss_bitgen *bitgen, double mean, double sigma,
                            double *out, size_t n)
{
    normal_block(bitgen, mean, sigma, out, n);
    ssi_glibc_exp_block(out, n);
}

static void exponential_block(ss_bitgen *bitgen, double scale, double *out,
                              size_t n)
{
    ssi_ziggurat_exponential_fill(bitgen, out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = scale * out[i];
}

static void inv_block(ss_bitgen *bitgen, double *out, size_t n)
{
    ss_bitgen_fill_double(bitgen, out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = -out[i];
    ssi_glibc_log1p_block(out, n);
    for (size_t i = 0; i < n; i++)
        out[i] = -out[i];
}

DRAW(beta, d, ssi_generator_beta, bitgen, P_d(0), P_d(1))
FILL(beta, d, ssi_generator_beta, bitgen, P_d(0), P_d(1))
DRAW(binomial, i, ssi_binomial, bitgen, P_i(0), P_d(1), binomial)
FILL(binomial, i, ssi_binomial, bitgen, P_i(0), P_d(1), binomial)
DRAW(chisquare, d, ssi_generator_chisquare, bitgen, P_d(0))
FILL(chisquare, d, ssi_generator_chisquare, bitgen, P_d(0))
DRAW(exponential, d, ssi_generator_exponential, bitgen, P_d(0))
FILL_BLOCKS(exponential, d, exponential_block, bitgen, P_d(0))
DRAW(f, d, ssi_generator_f, bitgen, P_d(0), P_d(1))
FILL(f, d, ssi_generator_f, bitgen, P_d(0), P_d(1))
DRAW(gamma, d, ssi_generator_gamma, bitgen, P_d(0), P_d(1))
FILL(gamma, d, ssi_generator_gamma, bitgen, P_d(0), P_d(1))
DRAW(geometric, i, ssi_generator_geometric, bitgen, P_d(0))
FILL(geometric, i, ssi_generator_geometric, bitgen, P_d(0))
DRAW(gumbel, d, ssi_gumbel, bitgen, P_d(0), P_d(1))
FILL_BLOCKS(gumbel, d, ssi_gumbel_fill, bitgen, P_d(0), P_d(1))
DRAW(hypergeometric, i, ssi_generator_hypergeometric, bitgen, P_i(0), P_i(1),
     P_i(2))
FILL(hypergeometric, i, ssi_generator_hypergeometric, bitgen, P_i(0), P_i(1),
     P_i(2))
DRAW(laplace, d, ssi_laplace, bitgen, P_d(0), P_d(1))
FILL_BLOCKS(laplace, d, ssi_laplace_fill, bitgen, P_d(0), P_d(1))
DRAW(logistic, d, ssi_logistic, bitgen, P_d(0), P_d(1))
FILL_BLOCKS(logistic, d, ssi_logistic_fill, bitgen, P_d(0), P_d(1))
DRAW(lognormal, d, ssi_generator_lognormal, bitgen, P_d(0), P_d(1))
FILL_BLOCKS(lognormal, d, lognormal_block, bitgen, P_d(0), P_d(1))
DRAW(logseries, i, ssi_generator_logseries, bitgen, P_d(0))
FILL(logseries, i, ssi_generator_logseries, bitgen, P_d(0))
DRAW(negative_binomial, i, ssi_generator_negative_binomial, bitgen, P_d(0),
     P_d(1))
FILL(negative_binomial, i, ssi_generator_negative_binomial, bitgen, P_d(0),
     P_d(1))
DRAW(noncentral_chisquare, d, ssi_generator_noncentral_chisquare, bitgen,
     P_d(0), P_d(1))
FILL(noncentral_chisquare, d, ssi_generator_noncentral_chisquare, bitgen,
     P_d(0), P_d(1))
DRAW(noncentral_f, d, ssi_generator_noncentral_f, bitgen, P_d(0), P_d(1),
     P_d(2))
FILL(noncentral_f, d, ssi_generator_noncentral_f, bitgen, P_d(0), P_d(1),
     P_d(2))
DRAW(normal, d, ssi_generator_normal, bitgen, P_d(0), P_d(1))
FILL_BLOCKS(normal, d, normal_block, bitgen, P_d(0), P_d(1))
DRAW(pareto, d, ssi_generator_pareto, bitgen, P_d(0))
FILL(pareto, d, ssi_generator_pareto, bitgen, P_d(0))
DRAW(poisson, i, ssi_poisson, bitgen, P_d(0))
FILL(poisson, i, ssi_poisson, bitgen, P_d(0))
DRAW(power, d, ssi_generator_power, bitgen, P_d(0))
FILL(power, d, ssi_generator_power, bitgen, P_d(0))
DRAW(random, d, ssi_next_double, bitgen)
FILL_BLOCKS(random, d, ss_bitgen_fill_double, bitgen)
DRAW(rayleigh, d, ssi_generator_rayleigh, bitgen, P_d(0))
FILL(rayleigh, d, ssi_generator_rayleigh, bitgen, P_d(0))
DRAW(standard_cauchy, d, ssi_generator_standard_cauchy, bitgen)
FILL(standard_cauchy, d, ssi_generator_standard_cauchy, bitgen)
DRAW(standard_exponential, d, ssi_ziggurat_exponential, bitgen)
FILL_BLOCKS(standard_exponential, d, ssi_ziggurat_exponential_fill, bitgen)
DRAW(standard_exponential_inv, d, ssi_generator_standard_exponential_inv,
     bitgen)
FILL_BLOCKS(standard_exponential_inv, d, inv_block, bitgen)
DRAW(standard_gamma, d, ssi_generator_standard_gamma, bitgen, P_d(0))
FILL(standard_gamma, d, ssi_generator_standard_gamma, bitgen, P_d(0))
DRAW(standard_normal, d, ssi_ziggurat_normal, bitgen)
FILL_BLOCKS(standard_normal, d, ssi_ziggurat_normal_fill, bitgen)
DRAW(standard_t, d, ssi_generator_standard_t, bitgen, P_d(0))
FILL(standard_t, d, ssi_generator_standard_t, bitgen, P_d(0))
DRAW(triangular, d, ssi_triangular, bitgen, P_d(0), P_d(1), P_d(2))
FILL_BLOCKS(triangular, d, ssi_triangular_fill, bitgen, P_d(0), P_d(1), P_d(2))
DRAW(uniform, d, ssi_generator_uniform, bitgen, P_d(0), P_d(1))
FILL_BLOCKS(uniform, d, uniform_block, bitgen, P_d(0), P_d(1))
DRAW(vonmises, d, ssi_generator_vonmises, bitgen, P_d(0), P_d(1))
FILL(vonmises, d, ssi_generator_vonmises, bitgen, P_d(0), P_d(1))
DRAW(wald, d, ssi_generator_wald, bitgen, P_d(0), P_d(1))
FILL(wald, d, ssi_generator_wald, bitgen, P_d(0), P_d(1))
DRAW(weibull, d, ssi_generator_weibull, bitgen, P_d(0))
FILL(weibull, d, ssi_generator_weibull, bitgen, P_d(0))
DRAW(zipf, i, ssi_generator_zipf, bitgen, P_d(0))
FILL(zipf, i, ssi_generator_zipf, bitgen, P_d(0))

/* clang-format off */
const ssi_generator_method
    ssi_generator_methods[SSI_GENERATOR_METHOD_COUNT] = {
    [SSI_GENERATOR_BETA] = {
        {"beta", 'd', 2, {NEED("a", 'd'), NEED("b", 'd')},
         2, {CHECK(POSITIVE, 0, A_NOT_POSITIVE),
             CHECK(POSITIVE, 1, B_NOT_POSITIVE)},
         NULL, NULL},
        draw_beta, fill_beta},
    [SSI_GENERATOR_BINOMIAL] = {
        {"binomial", 'i', 2, {NEED("n", 'i'), NEED("p", 'd')},
         2, {CHECK2(UNIT, 1, P_UNIT),
             CHECK(NOT_NEGATIVE, 0, N_NEGATIVE)},
         NULL, NULL},
        draw_binomial, fill_binomial},
    [SSI_GENERATOR_CHISQUARE] = {
        {"chisquare", 'd', 1, {NEED("df", 'd')},
         1, {CHECK(POSITIVE, 0, DF_NOT_POSITIVE)},
         NULL, NULL},
        draw_chisquare, fill_chisquare},
    [SSI_GENERATOR_EXPONENTIAL] = {
        {"exponential", 'd', 1, {HAVE("scale", 'd', 1.0)},
         1, {CHECK(NOT_NEGATIVE, 0, SCALE_NEGATIVE)},
         NULL, NULL},
        draw_exponential, fill_exponential},
    [SSI_GENERATOR_F] = {
        {"f", 'd', 2, {NEED("dfnum", 'd'), NEED("dfden", 'd')},
         2, {CHECK(POSITIVE, 0, DFNUM_NOT_POSITIVE),
             CHECK(POSITIVE, 1, DFDEN_NOT_POSITIVE)},
         NULL, NULL},
        draw_f, fill_f},
    [SSI_GENERATOR_GAMMA] = {
        {"gamma", 'd', 2, {NEED("shape", 'd'), HAVE("scale", 'd', 1.0)},
         2, {CHECK(NOT_NEGATIVE, 0, SHAPE_NEGATIVE),
             CHECK(NOT_NEGATIVE, 1, SCALE_NEGATIVE)},
         NULL, NULL},
        draw_gamma, fill_gamma},
    [SSI_GENERATOR_GEOMETRIC] = {
        {"geometric", 'i', 1, {NEED("p", 'd')},
         1, {CHECK(UNIT_ABOVE_0, 0, P_ABOVE_0)},
         NULL, NULL},
        draw_geometric, fill_geometric},
    [SSI_GENERATOR_GUMBEL] = {
        {"gumbel", 'd', 2, {HAVE("loc", 'd', 0.0), HAVE("scale", 'd', 1.0)},
         1, {CHECK(NOT_NEGATIVE, 1, SCALE_NEGATIVE)},
         NULL, NULL},
        draw_gumbel, fill_gumbel},
    [SSI_GENERATOR_HYPERGEOMETRIC] = {
        {"hypergeometric", 'i', 3, {NEED("ngood", 'i'), NEED("nbad", 'i'),
            NEED("nsample", 'i')},
         5, {CHECK(BELOW_10_9, 0, HYPERGEOMETRIC_MAX),
             CHECK(POPULATION, 0, POPULATION),
             CHECK(NOT_NEGATIVE, 0, NGOOD_NEGATIVE),
             CHECK(NOT_NEGATIVE, 1, NBAD_NEGATIVE),
             CHECK(NOT_NEGATIVE, 2, NSAMPLE_NEGATIVE)},
         NULL, NULL},
        draw_hypergeometric, fill_hypergeometric},
    [SSI_GENERATOR_LAPLACE] = {
        {"laplace", 'd', 2, {HAVE("loc", 'd', 0.0), HAVE("scale", 'd', 1.0)},
         1, {CHECK(NOT_NEGATIVE, 1, SCALE_NEGATIVE)},
         NULL, NULL},
        draw_laplace, fill_laplace},
    [SSI_GENERATOR_LOGISTIC] = {
        {"logistic", 'd', 2, {HAVE("loc", 'd', 0.0), HAVE("scale", 'd', 1.0)},
         1, {CHECK(NOT_NEGATIVE, 1, SCALE_NEGATIVE)},
         NULL, NULL},
        draw_logistic, fill_logistic},
    [SSI_GENERATOR_LOGNORMAL] = {
        {"lognormal", 'd', 2, {HAVE("mean", 'd', 0.0),
            HAVE("sigma", 'd', 1.0)},
         1, {CHECK(NOT_NEGATIVE, 1, SIGMA_NEGATIVE)},
         NULL, NULL},
        draw_lognormal, fill_lognormal},
    [SSI_GENERATOR_LOGSERIES] = {
        {"logseries", 'i', 1, {NEED("p", 'd')},
         1, {CHECK2(UNIT_BELOW_1, 0, P_BELOW_1)},
         NULL, NULL},
        draw_logseries, fill_logseries},
    [SSI_GENERATOR_NEGATIVE_BINOMIAL] = {
        {"negative_binomial", 'i', 2, {NEED("n", 'd'), NEED("p", 'd')},
         4, {CHECK(NOT_NAN, 0, N_NAN),
             CHECK(POSITIVE, 0, N_NOT_POSITIVE),
             CHECK(UNIT_ABOVE_0, 1, P_ABOVE_0),
             CHECK(LAM_OF_N_P, 0, N_LARGE)},
         NULL, NULL},
        draw_negative_binomial, fill_negative_binomial},
    [SSI_GENERATOR_NONCENTRAL_CHISQUARE] = {
        {"noncentral_chisquare", 'd', 2, {NEED("df", 'd'), NEED("nonc", 'd')},
         2, {CHECK(POSITIVE, 0, DF_NOT_POSITIVE),
             CHECK(NOT_NEGATIVE, 1, NONC_NEGATIVE)},
         NULL, NULL},
        draw_noncentral_chisquare, fill_noncentral_chisquare},
    [SSI_GENERATOR_NONCENTRAL_F] = {
        {"noncentral_f", 'd', 3, {NEED("dfnum", 'd'), NEED("dfden", 'd'),
            NEED("nonc", 'd')},
         3, {CHECK(POSITIVE, 0, DFNUM_NOT_POSITIVE),
             CHECK(POSITIVE, 1, DFDEN_NOT_POSITIVE),
             CHECK(NOT_NEGATIVE, 2, NONC_NEGATIVE)},
         NULL, NULL},
        draw_noncentral_f, fill_noncentral_f},
    [SSI_GENERATOR_NORMAL] = {
        {"normal", 'd', 2, {HAVE("loc", 'd', 0.0), HAVE("scale", 'd', 1.0)},
         1, {CHECK(NOT_NEGATIVE, 1, SCALE_NEGATIVE)},
         NULL, NULL},
        draw_normal, fill_normal},
    [SSI_GENERATOR_PARETO] = {
        {"pareto", 'd', 1, {NEED("a", 'd')},
         1, {CHECK(POSITIVE, 0, A_NOT_POSITIVE)},
         NULL, NULL},
        draw_pareto, fill_pareto},
    [SSI_GENERATOR_POISSON] = {
        {"poisson", 'i', 1, {HAVE("lam", 'd', 1.0)},
         2, {CHECK(LAM_FIRST, 0, LAM),
             CHECK(LAM_SECOND, 0, LAM)},
         NULL, NULL},
        draw_poisson, fill_poisson},
    [SSI_GENERATOR_POWER] = {
        {"power", 'd', 1, {NEED("a", 'd')},
         1, {CHECK(POSITIVE, 0, A_NOT_POSITIVE)},
         NULL, NULL},
        draw_power, fill_power},
    [SSI_GENERATOR_RANDOM] = {
        {"random", 'd', 0, {{0}},
         0, {{0}},
         NULL, NULL},
        draw_random, fill_random},
    [SSI_GENERATOR_RAYLEIGH] = {
        {"rayleigh", 'd', 1, {HAVE("scale", 'd', 1.0)},
         1, {CHECK(NOT_NEGATIVE, 0, SCALE_NEGATIVE)},
         NULL, NULL},
        draw_rayleigh, fill_rayleigh},
    [SSI_GENERATOR_STANDARD_CAUCHY] = {
        {"standard_cauchy", 'd', 0, {{0}},
         0, {{0}},
         NULL, NULL},
        draw_standard_cauchy, fill_standard_cauchy},
    [SSI_GENERATOR_STANDARD_EXPONENTIAL] = {
        {"standard_exponential", 'd', 0, {{0}},
         0, {{0}},
         NULL, NULL},
        draw_standard_exponential, fill_standard_exponential},
    [SSI_GENERATOR_STANDARD_EXPONENTIAL_INV] = {
        {"standard_exponential_inv", 'd', 0, {{0}},
         0, {{0}},
         NULL, NULL},
        draw_standard_exponential_inv, fill_standard_exponential_inv},
    [SSI_GENERATOR_STANDARD_GAMMA] = {
        {"standard_gamma", 'd', 1, {NEED("shape", 'd')},
         1, {CHECK(NOT_NEGATIVE, 0, SHAPE_NEGATIVE)},
         NULL, NULL},
        draw_standard_gamma, fill_standard_gamma},
    [SSI_GENERATOR_STANDARD_NORMAL] = {
        {"standard_normal", 'd', 0, {{0}},
         0, {{0}},
         NULL, NULL},
        draw_standard_normal, fill_standard_normal},
    [SSI_GENERATOR_STANDARD_T] = {
        {"standard_t", 'd', 1, {NEED("df", 'd')},
         1, {CHECK(POSITIVE, 0, DF_NOT_POSITIVE)},
         NULL, NULL},
        draw_standard_t, fill_standard_t},
    [SSI_GENERATOR_TRIANGULAR] = {
        {"triangular", 'd', 3, {NEED("left", 'd'), NEED("mode", 'd'),
            NEED("right", 'd')},
         3, {CHECK(LEFT_MODE, 0, LEFT_MODE),
             CHECK(MODE_RIGHT, 0, MODE_RIGHT),
             CHECK(LEFT_RIGHT, 0, LEFT_RIGHT)},
         NULL, NULL},
        draw_triangular, fill_triangular},
    [SSI_GENERATOR_UNIFORM] = {
        {"uniform", 'd', 2, {HAVE("low", 'd', 0.0), HAVE("high", 'd', 1.0)},
         2, {CHECK3(RANGE, 0, HIGH_LOW_RANGE, UNIFORM_RANGE),
             CHECK(RANGE_NOT_NEGATIVE, 0, HIGH_LOW_NEGATIVE)},
         NULL, NULL},
        draw_uniform, fill_uniform},
    [SSI_GENERATOR_VONMISES] = {
        {"vonmises", 'd', 2, {NEED("mu", 'd'), NEED("kappa", 'd')},
         1, {CHECK(NOT_NEGATIVE, 1, KAPPA_NEGATIVE)},
         NULL, NULL},
        draw_vonmises, fill_vonmises},
    [SSI_GENERATOR_WALD] = {
        {"wald", 'd', 2, {NEED("mean", 'd'), NEED("scale", 'd')},
         2, {CHECK(POSITIVE, 0, MEAN_NOT_POSITIVE),
             CHECK(POSITIVE, 1, SCALE_NOT_POSITIVE)},
         NULL, NULL},
        draw_wald, fill_wald},
    [SSI_GENERATOR_WEIBULL] = {
        {"weibull", 'd', 1, {NEED("a", 'd')},
         1, {CHECK(NOT_NEGATIVE, 0, A_NEGATIVE)},
         NULL, NULL},
        draw_weibull, fill_weibull},
    [SSI_GENERATOR_ZIPF] = {
        {"zipf", 'i', 1, {NEED("a", 'd')},
         1, {CHECK2(ABOVE_1, 0, A_ABOVE_1)},
         NULL, NULL},
        draw_zipf, fill_zipf},
};
/* clang-format on */

const ssi_generator_method *ssi_generator_method_find(const char *name)
{
    for (size_t i = 0; i < SSI_GENERATOR_METHOD_COUNT; i++)
        if (strcmp(ssi_generator_methods[i].signature.name, name) == 0)
            return &ssi_generator_methods[i];
    return NULL;
}
