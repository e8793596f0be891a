/* SPDX-License-Identifier: MIT
 * The public checks and fills are the table's.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/numpy.h>

static void a_refused_fill_changes_nothing(void **state)
{
    ss_numpy_randomstate rs, before;
    double x = 7.0;
    int64_t k = 7;

    (void)state;
    ss_numpy_randomstate_seed(&rs, 1);
    ss_numpy_standard_normal(&rs);
    before = rs;
    assert_int_equal(ss_numpy_exponential_fill(&rs, -1.0, &x, 1),
                     SS_ERR_NUMPY_SCALE_NEGATIVE);
    assert_int_equal(ss_numpy_beta_fill(&rs, 1.0, 0.0, &x, 1),
                     SS_ERR_NUMPY_B_NOT_POSITIVE);
    assert_int_equal(ss_numpy_triangular_fill(&rs, 1.0, 0.0, 2.0, &x, 1),
                     SS_ERR_NUMPY_LEFT_MODE);
    assert_int_equal(ss_numpy_binomial_fill(&rs, -1, 0.5, &k, 1),
                     SS_ERR_NUMPY_N_NEGATIVE);
    assert_int_equal(ss_numpy_hypergeometric_fill(&rs, 1, 1, 3, &k, 1),
                     SS_ERR_NUMPY_POPULATION);
    assert_int_equal(ss_numpy_poisson_fill(&rs, 1e30, &k, 1),
                     SS_ERR_NUMPY_LAM_LARGE);
    assert_true(x == 7.0 && k == 7);
    assert_memory_equal(&rs, &before, sizeof rs);
}

/* The check passes, and the fill is as many single draws. */
#define SAME(name, out, ...)                                                   \
    do {                                                                       \
        assert_int_equal(ss_numpy_##name##_check(__VA_ARGS__), SS_OK);         \
        assert_int_equal(ss_numpy_##name##_fill(&many, __VA_ARGS__, out, 20),  \
                         SS_OK);                                               \
        for (size_t i = 0; i < 20; i++)                                        \
            assert_true(out[i] == ss_numpy_##name(&one, __VA_ARGS__));         \
        assert_memory_equal(&one, &many, sizeof one);                          \
    } while (0)

static void every_fill_is_single_draws(void **state)
{
    ss_numpy_randomstate one, many;
    double x[20];
    int64_t k[20];

    (void)state;
    ss_numpy_randomstate_seed(&one, 1);
    many = one;
    SAME(beta, x, 2.0, 3.0);
    SAME(binomial, k, 9, 0.25);
    SAME(chisquare, x, 3.0);
    SAME(exponential, x, 2.0);
    SAME(f, x, 3.0, 4.0);
    SAME(gamma, x, 3.0, 2.0);
    SAME(geometric, k, 0.25);
    SAME(gumbel, x, 1.0, 2.0);
    SAME(hypergeometric, k, 9, 8, 7);
    SAME(laplace, x, 1.0, 2.0);
    SAME(logistic, x, 1.0, 2.0);
    SAME(lognormal, x, 0.0, 1.0);
    SAME(logseries, k, 0.5);
    SAME(negative_binomial, k, 3.0, 0.5);
    SAME(noncentral_chisquare, x, 3.0, 1.0);
    SAME(noncentral_f, x, 3.0, 4.0, 1.0);
    SAME(normal, x, 1.0, 2.0);
    SAME(pareto, x, 3.0);
    SAME(poisson, k, 4.0);
    SAME(power, x, 3.0);
    SAME(rayleigh, x, 2.0);
    SAME(standard_gamma, x, 3.0);
    SAME(standard_t, x, 3.0);
    SAME(triangular, x, 0.0, 1.0, 2.0);
    SAME(uniform, x, 1.0, 2.0);
    SAME(vonmises, x, 0.0, 4.0);
    SAME(wald, x, 1.0, 2.0);
    SAME(weibull, x, 3.0);
    SAME(zipf, k, 2.0);
    ss_numpy_standard_cauchy_fill(&many, x, 20);
    for (size_t i = 0; i < 20; i++)
        assert_true(x[i] == ss_numpy_standard_cauchy(&one));
    assert_memory_equal(&one, &many, sizeof one);
}

static void an_empty_fill_still_checks(void **state)
{
    ss_numpy_randomstate rs;

    (void)state;
    ss_numpy_randomstate_seed(&rs, 1);
    assert_int_equal(ss_numpy_gamma_fill(&rs, -1.0, 1.0, NULL, 0),
                     SS_ERR_NUMPY_SHAPE_NEGATIVE);
    assert_int_equal(ss_numpy_gamma_fill(&rs, 1.0, 1.0, NULL, 0), SS_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_refused_fill_changes_nothing),
        cmocka_unit_test(every_fill_is_single_draws),
        cmocka_unit_test(an_empty_fill_still_checks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
