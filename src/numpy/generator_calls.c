/* SPDX-License-Identifier: MIT
 * The public draws, checks and checked fills of Generator, out of its table.
 */
#include "numpy/generator_releases.h"

#define V_d(x)                                                                 \
    {                                                                          \
        .d = (x)                                                               \
    }
#define V_i(x)                                                                 \
    {                                                                          \
        .i = (x)                                                               \
    }
#define C_d double
#define C_i int64_t

static ssi_numpy_value draw(ssi_generator_method_id id, ss_numpy_generator *g,
                            const ssi_numpy_value *params)
{
    return ssi_generator_method_of(id, g->release)
        ->draw(&g->bitgen, &g->binomial, params);
}

static ss_status check(ssi_generator_method_id id,
                       const ssi_numpy_value *params)
{
    return ssi_numpy_check_scalars(&ssi_generator_methods[id].signature,
                                   params);
}

static ss_status fill(ssi_generator_method_id id, ss_numpy_generator *g,
                      const ssi_numpy_value *params, void *out, size_t n)
{
    const ssi_generator_method *m = ssi_generator_method_of(id, g->release);
    ss_status status = ssi_numpy_check_scalars(&m->signature, params);

    if (status == SS_OK)
        m->fill(&g->bitgen, &g->binomial, params, out, n);
    return status;
}

/* ss_numpy_generator_NAME, _check and _fill for none to three parameters: R is
 * the type of the result, T and a those of a parameter. */
#define CALLS_0(name, ID, R)                                                   \
    C_##R ss_numpy_generator_##name(ss_numpy_generator *g)                     \
    {                                                                          \
        return draw(SSI_GENERATOR_##ID, g, NULL).R;                            \
    }                                                                          \
    void ss_numpy_generator_##name##_fill(ss_numpy_generator *g, C_##R *out,   \
                                          size_t n)                            \
    {                                                                          \
        ssi_generator_method_of(SSI_GENERATOR_##ID, g->release)                \
            ->fill(&g->bitgen, &g->binomial, NULL, out, n);                    \
    }
#define CALLS_1(name, ID, R, T, a)                                             \
    C_##R ss_numpy_generator_##name(ss_numpy_generator *g, C_##T a)            \
    {                                                                          \
        const ssi_numpy_value params[] = {V_##T(a)};                           \
        return draw(SSI_GENERATOR_##ID, g, params).R;                          \
    }                                                                          \
    ss_status ss_numpy_generator_##name##_check(C_##T a)                       \
    {                                                                          \
        const ssi_numpy_value params[] = {V_##T(a)};                           \
        return check(SSI_GENERATOR_##ID, params);                              \
    }                                                                          \
    ss_status ss_numpy_generator_##name##_fill(ss_numpy_generator *g, C_##T a, \
                                               C_##R *out, size_t size)        \
    {                                                                          \
        const ssi_numpy_value params[] = {V_##T(a)};                           \
        return fill(SSI_GENERATOR_##ID, g, params, out, size);                 \
    }
#define CALLS_2(name, ID, R, T, a, U, b)                                       \
    C_##R ss_numpy_generator_##name(ss_numpy_generator *g, C_##T a, C_##U b)   \
    {                                                                          \
        const ssi_numpy_value params[] = {V_##T(a), V_##U(b)};                 \
        return draw(SSI_GENERATOR_##ID, g, params).R;                          \
    }                                                                          \
    ss_status ss_numpy_generator_##name##_check(C_##T a, C_##U b)              \
    {                                                                          \
        const ssi_numpy_value params[] = {V_##T(a), V_##U(b)};                 \
        return check(SSI_GENERATOR_##ID, params);                              \
    }                                                                          \
    ss_status ss_numpy_generator_##name##_fill(                                \
        ss_numpy_generator *g, C_##T a, C_##U b, C_##R *out, size_t size)      \
    {                                                                          \
        const ssi_numpy_value params[] = {V_##T(a), V_##U(b)};                 \
        return fill(SSI_GENERATOR_##ID, g, params, out, size);                 \
    }
#define CALLS_3(name, ID, R, T, a, U, b, V, c)                                 \
    C_##R ss_numpy_generator_##name(ss_numpy_generator *g, C_##T a, C_##U b,   \
                                    C_##V c)                                   \
    {                                                                          \
        const ssi_numpy_value params[] = {V_##T(a), V_##U(b), V_##V(c)};       \
        return draw(SSI_GENERATOR_##ID, g, params).R;                          \
    }                                                                          \
    ss_status ss_numpy_generator_##name##_check(C_##T a, C_##U b, C_##V c)     \
    {                                                                          \
        const ssi_numpy_value params[] = {V_##T(a), V_##U(b), V_##V(c)};       \
        return check(SSI_GENERATOR_##ID, params);                              \
    }                                                                          \
    ss_status ss_numpy_generator_##name##_fill(ss_numpy_generator *g, C_##T a, \
                                               C_##U b, C_##V c, C_##R *out,   \
                                               size_t size)                    \
    {                                                                          \
        const ssi_numpy_value params[] = {V_##T(a), V_##U(b), V_##V(c)};       \
        return fill(SSI_GENERATOR_##ID, g, params, out, size);                 \
    }

CALLS_2(beta, BETA, d, d, a, d, b)
CALLS_2(binomial, BINOMIAL, i, i, n, d, p)
CALLS_1(chisquare, CHISQUARE, d, d, df)
CALLS_1(exponential, EXPONENTIAL, d, d, scale)
CALLS_2(f, F, d, d, dfnum, d, dfden)
CALLS_2(gamma, GAMMA, d, d, shape, d, scale)
CALLS_1(geometric, GEOMETRIC, i, d, p)
CALLS_2(gumbel, GUMBEL, d, d, loc, d, scale)
CALLS_3(hypergeometric, HYPERGEOMETRIC, i, i, ngood, i, nbad, i, nsample)
CALLS_2(laplace, LAPLACE, d, d, loc, d, scale)
CALLS_2(logistic, LOGISTIC, d, d, loc, d, scale)
CALLS_2(lognormal, LOGNORMAL, d, d, mean, d, sigma)
CALLS_1(logseries, LOGSERIES, i, d, p)
CALLS_2(negative_binomial, NEGATIVE_BINOMIAL, i, d, n, d, p)
CALLS_2(noncentral_chisquare, NONCENTRAL_CHISQUARE, d, d, df, d, nonc)
CALLS_3(noncentral_f, NONCENTRAL_F, d, d, dfnum, d, dfden, d, nonc)
CALLS_2(normal, NORMAL, d, d, loc, d, scale)
CALLS_1(pareto, PARETO, d, d, a)
CALLS_1(poisson, POISSON, i, d, lam)
CALLS_1(power, POWER, d, d, a)
CALLS_0(random, RANDOM, d)
CALLS_1(rayleigh, RAYLEIGH, d, d, scale)
CALLS_0(standard_cauchy, STANDARD_CAUCHY, d)
CALLS_0(standard_exponential, STANDARD_EXPONENTIAL, d)
CALLS_0(standard_exponential_inv, STANDARD_EXPONENTIAL_INV, d)
CALLS_1(standard_gamma, STANDARD_GAMMA, d, d, shape)
CALLS_0(standard_normal, STANDARD_NORMAL, d)
CALLS_1(standard_t, STANDARD_T, d, d, df)
CALLS_3(triangular, TRIANGULAR, d, d, left, d, mode, d, right)
CALLS_2(uniform, UNIFORM, d, d, low, d, high)
CALLS_2(vonmises, VONMISES, d, d, mu, d, kappa)
CALLS_2(wald, WALD, d, d, mean, d, scale)
CALLS_1(weibull, WEIBULL, d, d, a)
CALLS_1(zipf, ZIPF, i, d, a)
