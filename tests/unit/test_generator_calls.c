/* SPDX-License-Identifier: MIT
 * The public names of Generator's draws, checks and fills: each one is its own
 * row of the table.
 */
#include "generator_kat.h"

#include "numpy/generator_methods.h"

#define N 5

/* A draw and a fill by the public names, and the same by the table. */
#define CHECK_DRAWS(name, ID, C, R, ...)                                       \
    do {                                                                       \
        const ssi_generator_method *m = &ssi_generator_methods[ID];            \
        C out[N];                                                              \
        ss_numpy_generator g, h;                                               \
        ss_numpy_default_rng(&g, 23);                                          \
        h = g;                                                                 \
        assert_true(ss_numpy_generator_##name(&g __VA_ARGS__)                  \
                    == m->draw(&h.bitgen, &h.binomial, params).R);             \
        ss_numpy_generator_##name##_fill(&g __VA_ARGS__, out, N);              \
        for (int i = 0; i < N; i++)                                            \
            assert_true(out[i] == m->draw(&h.bitgen, &h.binomial, params).R);  \
        assert_memory_equal(&g.bitgen, &h.bitgen, sizeof g.bitgen);            \
    } while (0)
/* Where there are parameters, they are fine. */
#define CHECK_NAME(name, ID, C, R, ...)                                        \
    do {                                                                       \
        CHECK_DRAWS(name, ID, C, R, COMMA __VA_ARGS__);                        \
        assert_int_equal(ss_numpy_generator_##name##_check(__VA_ARGS__),       \
                         SS_OK);                                               \
    } while (0)
#define COMMA ,
#define A 2.5
#define AB 2.5, 0.25

static void of_doubles(void **state)
{
    const ssi_numpy_value params[] = {{2.5}, {0.25}, {0.5}};

    (void)state;
    CHECK_NAME(beta, SSI_GENERATOR_BETA, double, d, AB);
    CHECK_NAME(chisquare, SSI_GENERATOR_CHISQUARE, double, d, A);
    CHECK_NAME(exponential, SSI_GENERATOR_EXPONENTIAL, double, d, A);
    CHECK_NAME(f, SSI_GENERATOR_F, double, d, AB);
    CHECK_NAME(gamma, SSI_GENERATOR_GAMMA, double, d, AB);
    CHECK_NAME(gumbel, SSI_GENERATOR_GUMBEL, double, d, AB);
    CHECK_NAME(laplace, SSI_GENERATOR_LAPLACE, double, d, AB);
    CHECK_NAME(logistic, SSI_GENERATOR_LOGISTIC, double, d, AB);
    CHECK_NAME(lognormal, SSI_GENERATOR_LOGNORMAL, double, d, AB);
    CHECK_NAME(noncentral_chisquare, SSI_GENERATOR_NONCENTRAL_CHISQUARE, double,
               d, AB);
    CHECK_NAME(noncentral_f, SSI_GENERATOR_NONCENTRAL_F, double, d, AB, 0.5);
    CHECK_NAME(normal, SSI_GENERATOR_NORMAL, double, d, AB);
    CHECK_NAME(pareto, SSI_GENERATOR_PARETO, double, d, A);
    CHECK_NAME(power, SSI_GENERATOR_POWER, double, d, A);
    CHECK_DRAWS(random, SSI_GENERATOR_RANDOM, double, d, );
    CHECK_NAME(rayleigh, SSI_GENERATOR_RAYLEIGH, double, d, A);
    CHECK_DRAWS(standard_cauchy, SSI_GENERATOR_STANDARD_CAUCHY, double, d, );
    CHECK_DRAWS(standard_exponential, SSI_GENERATOR_STANDARD_EXPONENTIAL,
                double, d, );
    CHECK_DRAWS(standard_exponential_inv,
                SSI_GENERATOR_STANDARD_EXPONENTIAL_INV, double, d, );
    CHECK_NAME(standard_gamma, SSI_GENERATOR_STANDARD_GAMMA, double, d, A);
    CHECK_DRAWS(standard_normal, SSI_GENERATOR_STANDARD_NORMAL, double, d, );
    CHECK_NAME(standard_t, SSI_GENERATOR_STANDARD_T, double, d, A);
    CHECK_NAME(vonmises, SSI_GENERATOR_VONMISES, double, d, AB);
    CHECK_NAME(wald, SSI_GENERATOR_WALD, double, d, AB);
    CHECK_NAME(weibull, SSI_GENERATOR_WEIBULL, double, d, A);
}

static void of_ordered_doubles(void **state)
{
    const ssi_numpy_value params[] = {{0.25}, {0.5}, {0.75}};

    (void)state;
    CHECK_NAME(triangular, SSI_GENERATOR_TRIANGULAR, double, d, 0.25, 0.5,
               0.75);
    CHECK_NAME(uniform, SSI_GENERATOR_UNIFORM, double, d, 0.25, 0.5);
    CHECK_NAME(geometric, SSI_GENERATOR_GEOMETRIC, int64_t, i, 0.25);
    CHECK_NAME(logseries, SSI_GENERATOR_LOGSERIES, int64_t, i, 0.25);
    CHECK_NAME(negative_binomial, SSI_GENERATOR_NEGATIVE_BINOMIAL, int64_t, i,
               0.25, 0.5);
    CHECK_NAME(poisson, SSI_GENERATOR_POISSON, int64_t, i, 0.25);
}

static void of_counts(void **state)
{
    ssi_numpy_value params[] = {{.i = 40}, {.i = 50}, {.i = 20}};

    (void)state;
    CHECK_NAME(hypergeometric, SSI_GENERATOR_HYPERGEOMETRIC, int64_t, i, 40, 50,
               20);
    params[1].d = 0.25;
    CHECK_NAME(binomial, SSI_GENERATOR_BINOMIAL, int64_t, i, 40, 0.25);
    params[0].d = 1.5;
    CHECK_NAME(zipf, SSI_GENERATOR_ZIPF, int64_t, i, 1.5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_doubles),
        cmocka_unit_test(of_ordered_doubles),
        cmocka_unit_test(of_counts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
