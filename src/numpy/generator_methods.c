/* SPDX-License-Identifier: MIT
 * The table of Generator's distributions.
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
#include "numpy/generator_signatures.h"

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

#define ROW(NAME, name)                                                        \
    [SSI_GENERATOR_##NAME] = {NAME##_SIGNATURE, draw_##name, fill_##name}

const ssi_generator_method ssi_generator_methods[SSI_GENERATOR_METHOD_COUNT] = {
    ROW(BETA, beta),
    ROW(BINOMIAL, binomial),
    ROW(CHISQUARE, chisquare),
    ROW(EXPONENTIAL, exponential),
    ROW(F, f),
    ROW(GAMMA, gamma),
    ROW(GEOMETRIC, geometric),
    ROW(GUMBEL, gumbel),
    ROW(HYPERGEOMETRIC, hypergeometric),
    ROW(LAPLACE, laplace),
    ROW(LOGISTIC, logistic),
    ROW(LOGNORMAL, lognormal),
    ROW(LOGSERIES, logseries),
    ROW(NEGATIVE_BINOMIAL, negative_binomial),
    ROW(NONCENTRAL_CHISQUARE, noncentral_chisquare),
    ROW(NONCENTRAL_F, noncentral_f),
    ROW(NORMAL, normal),
    ROW(PARETO, pareto),
    ROW(POISSON, poisson),
    ROW(POWER, power),
    ROW(RANDOM, random),
    ROW(RAYLEIGH, rayleigh),
    ROW(STANDARD_CAUCHY, standard_cauchy),
    ROW(STANDARD_EXPONENTIAL, standard_exponential),
    ROW(STANDARD_EXPONENTIAL_INV, standard_exponential_inv),
    ROW(STANDARD_GAMMA, standard_gamma),
    ROW(STANDARD_NORMAL, standard_normal),
    ROW(STANDARD_T, standard_t),
    ROW(TRIANGULAR, triangular),
    ROW(UNIFORM, uniform),
    ROW(VONMISES, vonmises),
    ROW(WALD, wald),
    ROW(WEIBULL, weibull),
    ROW(ZIPF, zipf),
};

const ssi_generator_method *ssi_generator_method_find(const char *name)
{
    for (size_t i = 0; i < SSI_GENERATOR_METHOD_COUNT; i++)
        if (strcmp(ssi_generator_methods[i].signature.name, name) == 0)
            return &ssi_generator_methods[i];
    return NULL;
}
