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

/* clang-format off */
const ssi_generator_method
    ssi_generator_methods[SSI_GENERATOR_METHOD_COUNT] = {
    [SSI_GENERATOR_BETA] = {BETA_SIGNATURE, draw_beta, fill_beta},
    [SSI_GENERATOR_BINOMIAL] = {BINOMIAL_SIGNATURE, draw_binomial, fill_binomial},
    [SSI_GENERATOR_CHISQUARE] = {CHISQUARE_SIGNATURE, draw_chisquare, fill_chisquare},
    [SSI_GENERATOR_EXPONENTIAL] = {EXPONENTIAL_SIGNATURE, draw_exponential, fill_exponential},
    [SSI_GENERATOR_F] = {F_SIGNATURE, draw_f, fill_f},
    [SSI_GENERATOR_GAMMA] = {GAMMA_SIGNATURE, draw_gamma, fill_gamma},
    [SSI_GENERATOR_GEOMETRIC] = {GEOMETRIC_SIGNATURE, draw_geometric, fill_geometric},
    [SSI_GENERATOR_GUMBEL] = {GUMBEL_SIGNATURE, draw_gumbel, fill_gumbel},
    [SSI_GENERATOR_HYPERGEOMETRIC] = {HYPERGEOMETRIC_SIGNATURE, draw_hypergeometric, fill_hypergeometric},
    [SSI_GENERATOR_LAPLACE] = {LAPLACE_SIGNATURE, draw_laplace, fill_laplace},
    [SSI_GENERATOR_LOGISTIC] = {LOGISTIC_SIGNATURE, draw_logistic, fill_logistic},
    [SSI_GENERATOR_LOGNORMAL] = {LOGNORMAL_SIGNATURE, draw_lognormal, fill_lognormal},
    [SSI_GENERATOR_LOGSERIES] = {LOGSERIES_SIGNATURE, draw_logseries, fill_logseries},
    [SSI_GENERATOR_NEGATIVE_BINOMIAL] = {NEGATIVE_BINOMIAL_SIGNATURE, draw_negative_binomial, fill_negative_binomial},
    [SSI_GENERATOR_NONCENTRAL_CHISQUARE] = {NONCENTRAL_CHISQUARE_SIGNATURE, draw_noncentral_chisquare, fill_noncentral_chisquare},
    [SSI_GENERATOR_NONCENTRAL_F] = {NONCENTRAL_F_SIGNATURE, draw_noncentral_f, fill_noncentral_f},
    [SSI_GENERATOR_NORMAL] = {NORMAL_SIGNATURE, draw_normal, fill_normal},
    [SSI_GENERATOR_PARETO] = {PARETO_SIGNATURE, draw_pareto, fill_pareto},
    [SSI_GENERATOR_POISSON] = {POISSON_SIGNATURE, draw_poisson, fill_poisson},
    [SSI_GENERATOR_POWER] = {POWER_SIGNATURE, draw_power, fill_power},
    [SSI_GENERATOR_RANDOM] = {RANDOM_SIGNATURE, draw_random, fill_random},
    [SSI_GENERATOR_RAYLEIGH] = {RAYLEIGH_SIGNATURE, draw_rayleigh, fill_rayleigh},
    [SSI_GENERATOR_STANDARD_CAUCHY] = {STANDARD_CAUCHY_SIGNATURE, draw_standard_cauchy, fill_standard_cauchy},
    [SSI_GENERATOR_STANDARD_EXPONENTIAL] = {STANDARD_EXPONENTIAL_SIGNATURE, draw_standard_exponential, fill_standard_exponential},
    [SSI_GENERATOR_STANDARD_EXPONENTIAL_INV] = {STANDARD_EXPONENTIAL_INV_SIGNATURE, draw_standard_exponential_inv, fill_standard_exponential_inv},
    [SSI_GENERATOR_STANDARD_GAMMA] = {STANDARD_GAMMA_SIGNATURE, draw_standard_gamma, fill_standard_gamma},
    [SSI_GENERATOR_STANDARD_NORMAL] = {STANDARD_NORMAL_SIGNATURE, draw_standard_normal, fill_standard_normal},
    [SSI_GENERATOR_STANDARD_T] = {STANDARD_T_SIGNATURE, draw_standard_t, fill_standard_t},
    [SSI_GENERATOR_TRIANGULAR] = {TRIANGULAR_SIGNATURE, draw_triangular, fill_triangular},
    [SSI_GENERATOR_UNIFORM] = {UNIFORM_SIGNATURE, draw_uniform, fill_uniform},
    [SSI_GENERATOR_VONMISES] = {VONMISES_SIGNATURE, draw_vonmises, fill_vonmises},
    [SSI_GENERATOR_WALD] = {WALD_SIGNATURE, draw_wald, fill_wald},
    [SSI_GENERATOR_WEIBULL] = {WEIBULL_SIGNATURE, draw_weibull, fill_weibull},
    [SSI_GENERATOR_ZIPF] = {ZIPF_SIGNATURE, draw_zipf, fill_zipf},
};
/* clang-format on */

const ssi_generator_method *ssi_generator_method_find(const char *name)
{
    for (size_t i = 0; i < SSI_GENERATOR_METHOD_COUNT; i++)
        if (strcmp(ssi_generator_methods[i].signature.name, name) == 0)
            return &ssi_generator_methods[i];
    return NULL;
}
