/* SPDX-License-Identifier: MIT
 * The rows of Generator's table that other releases of NumPy have.
 */
#include "numpy/generator_releases.h"

#include "dist/poisson.h"
#include "dist/vonmises.h"
#include "dist/ziggurat.h"
#include "numpy/generator_before_1_21.h"
#include "numpy/generator_draws.h"
#include "numpy/generator_frozen.h"
#include "numpy/generator_signatures.h"
#include "numpy/legacy_releases.h"

#define DRAWS(name, R, ...)                                                    \
    DRAW(name, R, __VA_ARGS__)                                                 \
    FILL(name, R, __VA_ARGS__)

/* NAME_END is that of the releases before END. */
DRAWS(beta_12100, d, ssi_beta_before_1_21, bitgen, P_d(0), P_d(1))
DRAWS(beta_12600, d, ssi_generator_beta_before_1_26, bitgen, P_d(0), P_d(1))
DRAWS(beta_20100, d, ssi_generator_beta_before_2_1, bitgen, P_d(0), P_d(1))
DRAWS(binomial_20400, i, ssi_binomial_before_2_4, bitgen, P_i(0), P_d(1),
      binomial)
DRAWS(binomial_20500, i, ssi_binomial, bitgen, P_i(0), P_d(1), binomial)
DRAWS(binomial_last, i, ssi_binomial_2_5, bitgen, P_i(0), P_d(1), binomial)
DRAWS(chisquare_12100, d, ssi_chisquare_before_1_21, bitgen, P_d(0))
DRAWS(exponential_12100, d, ssi_exponential_before_1_21, bitgen, P_d(0))
DRAWS(f_12100, d, ssi_f_before_1_21, bitgen, P_d(0), P_d(1))
DRAWS(gamma_12100, d, ssi_gamma_before_1_21, bitgen, P_d(0), P_d(1))
DRAWS(geometric_12100, i, ssi_geometric_before_1_21, bitgen, P_d(0))
DRAWS(geometric_12500, i, ssi_generator_geometric_before_1_25, bitgen, P_d(0))
DRAWS(logseries_12100, i, ssi_legacy_logseries, bitgen, P_d(0))
DRAWS(logseries_12200, i, ssi_logseries_1_21, bitgen, P_d(0))
DRAWS(lognormal_12100, d, ssi_lognormal_before_1_21, bitgen, P_d(0), P_d(1))
DRAWS(negative_binomial_12000, i, ssi_negative_binomial_before_1_20, bitgen,
      P_d(0), P_d(1))
DRAWS(negative_binomial_12100, i, ssi_negative_binomial_1_20, bitgen, P_d(0),
      P_d(1))
DRAWS(noncentral_chisquare_12000, d, ssi_noncentral_chisquare_before_1_20,
      bitgen, P_d(0), P_d(1))
DRAWS(noncentral_chisquare_12100, d, ssi_noncentral_chisquare_1_20, bitgen,
      P_d(0), P_d(1))
DRAWS(noncentral_f_12000, d, ssi_noncentral_f_before_1_20, bitgen, P_d(0),
      P_d(1), P_d(2))
DRAWS(noncentral_f_12100, d, ssi_noncentral_f_1_20, bitgen, P_d(0), P_d(1),
      P_d(2))
DRAWS(normal_12100, d, ssi_normal_before_1_21, bitgen, P_d(0), P_d(1))
DRAWS(pareto_12100, d, ssi_pareto_before_1_21, bitgen, P_d(0))
DRAWS(pareto_12200, d, ssi_pareto_1_21, bitgen, P_d(0))
DRAWS(poisson_12000, i, ssi_poisson_before_1_20, bitgen, P_d(0))
DRAWS(power_12100, d, ssi_power_before_1_21, bitgen, P_d(0))
DRAWS(power_12200, d, ssi_power_1_21, bitgen, P_d(0))
DRAWS(rayleigh_12100, d, ssi_rayleigh_before_1_21, bitgen, P_d(0))
DRAWS(standard_cauchy_12100, d, ssi_standard_cauchy_before_1_21, bitgen)
DRAWS(standard_exponential_12100, d, ssi_ziggurat_exponential_before_1_21,
      bitgen)
DRAWS(standard_exponential_inv_12100, d,
      ssi_standard_exponential_inv_before_1_21, bitgen)
DRAWS(standard_gamma_12100, d, ssi_standard_gamma_before_1_21, bitgen, P_d(0))
DRAWS(standard_normal_12100, d, ssi_ziggurat_normal_before_1_21, bitgen)
DRAWS(standard_t_12100, d, ssi_standard_t_before_1_21, bitgen, P_d(0))
DRAWS(uniform_12100, d, ssi_generator_uniform, bitgen, P_d(0), P_d(1))
DRAWS(vonmises_12100, d, ssi_vonmises, bitgen, P_d(0), P_d(1))
DRAWS(wald_12100, d, ssi_wald_before_1_21, bitgen, P_d(0), P_d(1))
DRAWS(wald_20304, d, ssi_generator_wald_before_2_3_4, bitgen, P_d(0), P_d(1))
DRAWS(weibull_12100, d, ssi_weibull_before_1_21, bitgen, P_d(0))
DRAWS(zipf_20100, i, ssi_generator_zipf_before_2_1, bitgen, P_d(0))

/* The releases before end that are not of the row before it. */
struct row {
    ss_numpy_release end;
    ssi_generator_method method;
};
#define ROW(end, SIGNATURE, name)                                              \
    {                                                                          \
        end,                                                                   \
        {                                                                      \
            SIGNATURE, draw_##name, fill_##name                                \
        }                                                                      \
    }

static const struct row beta_rows[] = {
    ROW(12100, BETA_SIGNATURE, beta_12100),
    ROW(12600, BETA_SIGNATURE, beta_12600),
    ROW(20100, BETA_SIGNATURE, beta_20100),
};

static const struct row binomial_rows[] = {
    ROW(20400, BINOMIAL_SIGNATURE, binomial_20400),
    ROW(20500, BINOMIAL_SIGNATURE, binomial_20500),
    ROW(UINT32_MAX, BINOMIAL_SIGNATURE, binomial_last),
};

static const struct row chisquare_rows[] = {
    ROW(12100, CHISQUARE_SIGNATURE, chisquare_12100),
};

static const struct row exponential_rows[] = {
    ROW(12100, EXPONENTIAL_SIGNATURE, exponential_12100),
};

static const struct row f_rows[] = {
    ROW(12100, F_SIGNATURE, f_12100),
};

static const struct row gamma_rows[] = {
    ROW(12100, GAMMA_SIGNATURE, gamma_12100),
};

static const struct row geometric_rows[] = {
    ROW(12100, GEOMETRIC_SIGNATURE, geometric_12100),
    ROW(12500, GEOMETRIC_SIGNATURE, geometric_12500),
};

static const struct row logseries_rows[] = {
    ROW(12100, LOGSERIES_SIGNATURE, logseries_12100),
    ROW(12200, LOGSERIES_SIGNATURE, logseries_12200),
};

static const struct row lognormal_rows[] = {
    ROW(12100, LOGNORMAL_SIGNATURE, lognormal_12100),
};

static const struct row negative_binomial_rows[] = {
    ROW(12000, NEGATIVE_BINOMIAL_SIGNATURE, negative_binomial_12000),
    ROW(12100, NEGATIVE_BINOMIAL_SIGNATURE, negative_binomial_12100),
};

static const struct row noncentral_chisquare_rows[] = {
    ROW(12000, NONCENTRAL_CHISQUARE_SIGNATURE, noncentral_chisquare_12000),
    ROW(12100, NONCENTRAL_CHISQUARE_SIGNATURE, noncentral_chisquare_12100),
};

static const struct row noncentral_f_rows[] = {
    ROW(12000, NONCENTRAL_F_SIGNATURE, noncentral_f_12000),
    ROW(12100, NONCENTRAL_F_SIGNATURE, noncentral_f_12100),
};

static const struct row normal_rows[] = {
    ROW(12100, NORMAL_SIGNATURE, normal_12100),
};

static const struct row pareto_rows[] = {
    ROW(12100, PARETO_SIGNATURE, pareto_12100),
    ROW(12200, PARETO_SIGNATURE, pareto_12200),
};

static const struct row poisson_rows[] = {
    ROW(12000, POISSON_SIGNATURE, poisson_12000),
};

static const struct row power_rows[] = {
    ROW(12100, POWER_SIGNATURE, power_12100),
    ROW(12200, POWER_SIGNATURE, power_12200),
};

static const struct row rayleigh_rows[] = {
    ROW(12100, RAYLEIGH_SIGNATURE, rayleigh_12100),
};

static const struct row standard_cauchy_rows[] = {
    ROW(12100, STANDARD_CAUCHY_SIGNATURE, standard_cauchy_12100),
};

static const struct row standard_exponential_rows[] = {
    ROW(12100, STANDARD_EXPONENTIAL_SIGNATURE, standard_exponential_12100),
};

static const struct row standard_exponential_inv_rows[] = {
    ROW(12100, STANDARD_EXPONENTIAL_INV_SIGNATURE,
        standard_exponential_inv_12100),
};

static const struct row standard_gamma_rows[] = {
    ROW(12100, STANDARD_GAMMA_SIGNATURE, standard_gamma_12100),
};

static const struct row standard_normal_rows[] = {
    ROW(12100, STANDARD_NORMAL_SIGNATURE, standard_normal_12100),
};

static const struct row standard_t_rows[] = {
    ROW(12100, STANDARD_T_SIGNATURE, standard_t_12100),
};

static const struct row uniform_rows[] = {
    ROW(12100, UNIFORM_SIGNATURE_BEFORE_1_21, uniform_12100),
};

static const struct row vonmises_rows[] = {
    ROW(12100, VONMISES_SIGNATURE, vonmises_12100),
};

static const struct row wald_rows[] = {
    ROW(12100, WALD_SIGNATURE, wald_12100),
    ROW(20304, WALD_SIGNATURE, wald_20304),
};

static const struct row weibull_rows[] = {
    ROW(12100, WEIBULL_SIGNATURE, weibull_12100),
};

static const struct row zipf_rows[] = {
    ROW(20100, ZIPF_SIGNATURE_BEFORE_2_1, zipf_20100),
};

#define OF(rows)                                                               \
    {                                                                          \
        rows, sizeof(rows) / sizeof *(rows)                                    \
    }

static const struct rows {
    const struct row *first;
    size_t count;
} frozen[SSI_GENERATOR_METHOD_COUNT] = {
    [SSI_GENERATOR_BETA] = OF(beta_rows),
    [SSI_GENERATOR_BINOMIAL] = OF(binomial_rows),
    [SSI_GENERATOR_CHISQUARE] = OF(chisquare_rows),
    [SSI_GENERATOR_EXPONENTIAL] = OF(exponential_rows),
    [SSI_GENERATOR_F] = OF(f_rows),
    [SSI_GENERATOR_GAMMA] = OF(gamma_rows),
    [SSI_GENERATOR_GEOMETRIC] = OF(geometric_rows),
    [SSI_GENERATOR_LOGSERIES] = OF(logseries_rows),
    [SSI_GENERATOR_LOGNORMAL] = OF(lognormal_rows),
    [SSI_GENERATOR_NEGATIVE_BINOMIAL] = OF(negative_binomial_rows),
    [SSI_GENERATOR_NONCENTRAL_CHISQUARE] = OF(noncentral_chisquare_rows),
    [SSI_GENERATOR_NONCENTRAL_F] = OF(noncentral_f_rows),
    [SSI_GENERATOR_NORMAL] = OF(normal_rows),
    [SSI_GENERATOR_PARETO] = OF(pareto_rows),
    [SSI_GENERATOR_POISSON] = OF(poisson_rows),
    [SSI_GENERATOR_POWER] = OF(power_rows),
    [SSI_GENERATOR_RAYLEIGH] = OF(rayleigh_rows),
    [SSI_GENERATOR_STANDARD_CAUCHY] = OF(standard_cauchy_rows),
    [SSI_GENERATOR_STANDARD_EXPONENTIAL] = OF(standard_exponential_rows),
    [SSI_GENERATOR_STANDARD_EXPONENTIAL_INV] =
        OF(standard_exponential_inv_rows),
    [SSI_GENERATOR_STANDARD_GAMMA] = OF(standard_gamma_rows),
    [SSI_GENERATOR_STANDARD_NORMAL] = OF(standard_normal_rows),
    [SSI_GENERATOR_STANDARD_T] = OF(standard_t_rows),
    [SSI_GENERATOR_UNIFORM] = OF(uniform_rows),
    [SSI_GENERATOR_VONMISES] = OF(vonmises_rows),
    [SSI_GENERATOR_WALD] = OF(wald_rows),
    [SSI_GENERATOR_WEIBULL] = OF(weibull_rows),
    [SSI_GENERATOR_ZIPF] = OF(zipf_rows),
};

const ssi_generator_method *ssi_generator_method_of(ssi_generator_method_id id,
                                                    ss_numpy_release release)
{
    const struct rows *rows = &frozen[id];

    for (size_t i = 0; release && i < rows->count; i++)
        if (release < rows->first[i].end)
            return &rows->first[i].method;
    return &ssi_generator_methods[id];
}

ssi_binomial_fn ssi_generator_binomial_of(ss_numpy_release release)
{
    if (release >= 20500)
        return ssi_binomial_2_5;
    return ssi_is_before(release, 20400) ? ssi_binomial_before_2_4
                                         : ssi_binomial;
}

ssi_generator_beta_fn ssi_generator_beta_of(ss_numpy_release release)
{
    if (ssi_is_before(release, 12100))
        return ssi_beta_before_1_21;
    if (ssi_is_before(release, 12600))
        return ssi_generator_beta_before_1_26;
    return ssi_is_before(release, 20100) ? ssi_generator_beta_before_2_1
                                         : ssi_generator_beta;
}

ssi_generator_gamma_fn ssi_generator_gamma_of(ss_numpy_release release)
{
    return ssi_is_before(release, 12100) ? ssi_standard_gamma_before_1_21
                                         : ssi_generator_standard_gamma;
}

static void normals_before_1_21(ss_bitgen *bitgen, double *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = ssi_ziggurat_normal_before_1_21(bitgen);
}

ssi_generator_normal_fill_fn
ssi_generator_normal_fill_of(ss_numpy_release release)
{
    return ssi_is_before(release, 12100) ? normals_before_1_21
                                         : ssi_ziggurat_normal_fill;
}

ssi_bounded_next_fn ssi_generator_lemire_of(ss_numpy_release release)
{
    if (ssi_is_before(release, 11703))
        return ssi_lemire_next_1_17_0;
    if (ssi_is_before(release, 11704))
        return ssi_lemire_next_1_17_3;
    return ssi_is_before(release, 11804) ? ssi_lemire_next_1_17_4
                                         : ssi_lemire_next;
}
