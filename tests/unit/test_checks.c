/* SPDX-License-Identifier: MIT
 * NumPy's checks: order, borders, and both wordings.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "numpy/methods.h"

static const double not_a_number = 0.0 / 0.0, infinite = 1.0 / 0.0;

static ss_status stage(const char *name, unsigned at, double a, double b,
                       bool array)
{
    const ssi_numpy_value params[3] = {{.d = a}, {.d = b}, {.d = 0.0}};

    return ssi_numpy_check_stage(ssi_numpy_method_find(name), at, params,
                                 array);
}

static void signs_are_looked_at_not_values(void **state)
{
    (void)state;
    assert_int_equal(ss_numpy_normal_check(0.0, 0.0), SS_OK);
    assert_int_equal(ss_numpy_normal_check(0.0, not_a_number), SS_OK);
    assert_int_equal(ss_numpy_normal_check(0.0, -not_a_number), SS_OK);
    assert_int_equal(ss_numpy_normal_check(0.0, infinite), SS_OK);
    assert_int_equal(ss_numpy_normal_check(0.0, -0.0),
                     SS_ERR_NUMPY_SCALE_NEGATIVE);
    assert_int_equal(ss_numpy_weibull_check(-0.0), SS_ERR_NUMPY_A_NEGATIVE);
    assert_int_equal(ss_numpy_pareto_check(0.0), SS_ERR_NUMPY_A_NOT_POSITIVE);
    assert_int_equal(ss_numpy_pareto_check(not_a_number), SS_OK);
}

static void probabilities_have_their_own_ends(void **state)
{
    (void)state;
    assert_int_equal(ss_numpy_binomial_check(1, 1.0), SS_OK);
    assert_int_equal(ss_numpy_binomial_check(-1, not_a_number),
                     SS_ERR_NUMPY_P_UNIT);
    assert_int_equal(ss_numpy_binomial_check(-1, 0.5), SS_ERR_NUMPY_N_NEGATIVE);
    assert_int_equal(ss_numpy_geometric_check(0.0), SS_ERR_NUMPY_P_ABOVE_0);
    assert_int_equal(ss_numpy_geometric_check(1.0), SS_OK);
    assert_int_equal(ss_numpy_geometric_check(1.5), SS_ERR_NUMPY_P_ABOVE_0);
    assert_int_equal(ss_numpy_binomial_check(1, 1.5), SS_ERR_NUMPY_P_UNIT);
    assert_int_equal(ss_numpy_logseries_check(0.0), SS_OK);
    assert_int_equal(ss_numpy_logseries_check(1.0), SS_ERR_NUMPY_P_BELOW_1);
    assert_int_equal(ss_numpy_zipf_check(1.0), SS_ERR_NUMPY_A_ABOVE_1);
    assert_int_equal(ss_numpy_zipf_check(not_a_number), SS_ERR_NUMPY_A_ABOVE_1);
}

static void lam_is_looked_at_in_two_orders(void **state)
{
    (void)state;
    assert_int_equal(ss_numpy_poisson_check(not_a_number), SS_ERR_NUMPY_LAM);
    assert_int_equal(ss_numpy_poisson_check(-0.0), SS_OK);
    assert_int_equal(ss_numpy_poisson_check(9.223372006484771e18), SS_OK);
    assert_int_equal(ss_numpy_poisson_check(9.2233720064847721e18),
                     SS_ERR_NUMPY_LAM_LARGE);
    assert_int_equal(stage("poisson", 0, not_a_number, 0, true),
                     SS_ERR_NUMPY_LAM_LARGE);
    assert_int_equal(stage("poisson", 0, -1.0, 0, true), SS_OK);
    assert_int_equal(stage("poisson", 1, -1.0, 0, true),
                     SS_ERR_NUMPY_LAM_ARRAY);
}

static void arrays_are_worded_otherwise(void **state)
{
    (void)state;
    assert_int_equal(stage("zipf", 0, not_a_number, 0, true),
                     SS_ERR_NUMPY_A_ABOVE_1_ARRAY);
    assert_int_equal(stage("logseries", 0, not_a_number, 0, true),
                     SS_ERR_NUMPY_P_BELOW_1_ARRAY);
    assert_int_equal(stage("geometric", 0, not_a_number, 0, true),
                     SS_ERR_NUMPY_P_ABOVE_0);
    assert_int_equal(stage("beta", 1, 1.0, 0.0, true),
                     SS_ERR_NUMPY_B_NOT_POSITIVE);
}

static void parameters_are_looked_at_together(void **state)
{
    (void)state;
    assert_int_equal(ss_numpy_uniform_check(-1e308, 1e308),
                     SS_ERR_NUMPY_UNIFORM_RANGE);
    assert_int_equal(ss_numpy_uniform_check(infinite, infinite),
                     SS_ERR_NUMPY_UNIFORM_RANGE);
    assert_int_equal(ss_numpy_uniform_check(5.0, -5.0), SS_OK);
    assert_int_equal(ss_numpy_triangular_check(1.0, 0.0, 0.0),
                     SS_ERR_NUMPY_LEFT_MODE);
    assert_int_equal(ss_numpy_triangular_check(0.0, 1.0, 0.0),
                     SS_ERR_NUMPY_MODE_RIGHT);
    assert_int_equal(ss_numpy_triangular_check(0.0, 0.0, 0.0),
                     SS_ERR_NUMPY_LEFT_RIGHT);
    assert_int_equal(ss_numpy_hypergeometric_check(-1, 5, 5),
                     SS_ERR_NUMPY_POPULATION);
    assert_int_equal(ss_numpy_hypergeometric_check(-1, 7, 5),
                     SS_ERR_NUMPY_NGOOD_NEGATIVE);
    assert_int_equal(ss_numpy_hypergeometric_check(7, -1, 5),
                     SS_ERR_NUMPY_NBAD_NEGATIVE);
    assert_int_equal(ss_numpy_hypergeometric_check(7, 1, 0),
                     SS_ERR_NUMPY_NSAMPLE);
    assert_int_equal(ss_numpy_hypergeometric_check(INT64_MAX, 1, 5),
                     SS_ERR_NUMPY_POPULATION); /* the sum wraps */
}

static void what_never_ends_is_refused(void **state)
{
    (void)state;
    assert_int_equal(ss_numpy_zipf_check(1024.9), SS_OK);
    assert_int_equal(ss_numpy_zipf_check(1025.0), SS_ERR_NUMPY_ENDLESS);
    assert_int_equal(ss_numpy_vonmises_check(0.0, 1e17), SS_OK);
    assert_int_equal(ss_numpy_vonmises_check(0.0, infinite),
                     SS_ERR_NUMPY_ENDLESS);
    assert_int_equal(ss_numpy_vonmises_check(0.0, not_a_number), SS_OK);
    assert_int_equal(ss_numpy_vonmises_check(0.0, -1.0),
                     SS_ERR_NUMPY_KAPPA_NEGATIVE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signs_are_looked_at_not_values),
        cmocka_unit_test(probabilities_have_their_own_ends),
        cmocka_unit_test(lam_is_looked_at_in_two_orders),
        cmocka_unit_test(arrays_are_worded_otherwise),
        cmocka_unit_test(parameters_are_looked_at_together),
        cmocka_unit_test(what_never_ends_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
