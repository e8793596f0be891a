/* SPDX-License-Identifier: MIT
 * The public checks and checked fills, out of the table of distributions.
 */
#include "numpy/methods.h"

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

static ss_status checked_fill(ssi_numpy_method_id id, ss_numpy_randomstate *rs,
                              const ssi_numpy_value *params, void *out,
                              size_t n)
{
    const ssi_numpy_method *method = &ssi_numpy_methods[id];
    ss_status status = ssi_numpy_check_scalars(method, params);

    if (status == SS_OK)
        method->fill(rs, params, out, n);
    return status;
}

/* ss_numpy_NAME_check and ss_numpy_NAME_fill for one to three parameters: R is
 * the type of the result, T and a those of a parameter. */
#define CHECKED_1(name, ID, R, T, a)                                           \
    ss_status ss_numpy_##name##_check(C_##T a)                                 \
    {                                                                          \
        const ssi_numpy_value params[] = {V_##T(a)};                           \
        return ssi_numpy_check_scalars(&ssi_numpy_methods[ID], params);        \
    }                                                                          \
    ss_status ss_numpy_##name##_fill(ss_numpy_randomstate *rs, C_##T a,        \
                                     C_##R *out, size_t size)                  \
    {                                                                          \
        const ssi_numpy_value params[] = {V_##T(a)};                           \
        return checked_fill(ID, rs, params, out, size);                        \
    }
#define CHECKED_2(name, ID, R, T, a, U, b)                                     \
    ss_status ss_numpy_##name##_check(C_##T a, C_##U b)                        \
    {                                                                          \
        const ssi_numpy_value params[] = {V_##T(a), V_##U(b)};                 \
        return ssi_numpy_check_scalars(&ssi_numpy_methods[ID], params);        \
    }                                                                          \
    ss_status ss_numpy_##name##_fill(ss_numpy_randomstate *rs, C_##T a,        \
                                     C_##U b, C_##R *out, size_t size)         \
    {                                                                          \
        const ssi_numpy_value params[] = {V_##T(a), V_##U(b)};                 \
        return checked_fill(ID, rs, params, out, size);                        \
    }
#define CHECKED_3(name, ID, R, T, a, U, b, V, c)                               \
    ss_status ss_numpy_##name##_check(C_##T a, C_##U b, C_##V c)               \
    {                                                                          \
        const ssi_numpy_value params[] = {V_##T(a), V_##U(b), V_##V(c)};       \
        return ssi_numpy_check_scalars(&ssi_numpy_methods[ID], params);        \
    }                                                                          \
    ss_status ss_numpy_##name##_fill(ss_numpy_randomstate *rs, C_##T a,        \
                                     C_##U b, C_##V c, C_##R *out,             \
                                     size_t size)                              \
    {                                                                          \
        const ssi_numpy_value params[] = {V_##T(a), V_##U(b), V_##V(c)};       \
        return checked_fill(ID, rs, params, out, size);                        \
    }

CHECKED_2(beta, SSI_NUMPY_BETA, d, d, a, d, b)
CHECKED_2(binomial, SSI_NUMPY_BINOMIAL, i, i, n, d, p)
CHECKED_1(chisquare, SSI_NUMPY_CHISQUARE, d, d, df)
CHECKED_1(exponential, SSI_NUMPY_EXPONENTIAL, d, d, scale)
CHECKED_2(f, SSI_NUMPY_F, d, d, dfnum, d, dfden)
CHECKED_2(gamma, SSI_NUMPY_GAMMA, d, d, shape, d, scale)
CHECKED_1(geometric, SSI_NUMPY_GEOMETRIC, i, d, p)
CHECKED_2(gumbel, SSI_NUMPY_GUMBEL, d, d, loc, d, scale)
CHECKED_3(hypergeometric, SSI_NUMPY_HYPERGEOMETRIC, i, i, ngood, i, nbad, i,
          nsample)
CHECKED_2(laplace, SSI_NUMPY_LAPLACE, d, d, loc, d, scale)
CHECKED_2(logistic, SSI_NUMPY_LOGISTIC, d, d, loc, d, scale)
CHECKED_2(lognormal, SSI_NUMPY_LOGNORMAL, d, d, mean, d, sigma)
CHECKED_1(logseries, SSI_NUMPY_LOGSERIES, i, d, p)
CHECKED_2(negative_binomial, SSI_NUMPY_NEGATIVE_BINOMIAL, i, d, n, d, p)
CHECKED_2(noncentral_chisquare, SSI_NUMPY_NONCENTRAL_CHISQUARE, d, d, df, d,
          nonc)
CHECKED_3(noncentral_f, SSI_NUMPY_NONCENTRAL_F, d, d, dfnum, d, dfden, d, nonc)
CHECKED_2(normal, SSI_NUMPY_NORMAL, d, d, loc, d, scale)
CHECKED_1(pareto, SSI_NUMPY_PARETO, d, d, a)
CHECKED_1(poisson, SSI_NUMPY_POISSON, i, d, lam)
CHECKED_1(power, SSI_NUMPY_POWER, d, d, a)
CHECKED_1(rayleigh, SSI_NUMPY_RAYLEIGH, d, d, scale)
CHECKED_1(standard_gamma, SSI_NUMPY_STANDARD_GAMMA, d, d, shape)
CHECKED_1(standard_t, SSI_NUMPY_STANDARD_T, d, d, df)
CHECKED_3(triangular, SSI_NUMPY_TRIANGULAR, d, d, left, d, mode, d, right)
CHECKED_2(uniform, SSI_NUMPY_UNIFORM, d, d, low, d, high)
CHECKED_2(vonmises, SSI_NUMPY_VONMISES, d, d, mu, d, kappa)
CHECKED_2(wald, SSI_NUMPY_WALD, d, d, mean, d, scale)
CHECKED_1(weibull, SSI_NUMPY_WEIBULL, d, d, a)
CHECKED_1(zipf, SSI_NUMPY_ZIPF, i, d, a)

void ss_numpy_standard_cauchy_fill(ss_numpy_randomstate *rs, double *out,
                                   size_t n)
{
    ssi_numpy_methods[SSI_NUMPY_STANDARD_CAUCHY].fill(rs, NULL, out, n);
}
