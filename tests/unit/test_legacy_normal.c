/* SPDX-License-Identifier: MIT
 * The Gaussian and what is made of it: NumPy's values and state.
 */
#include "numpy_kat.h"

static void standard_normal_is_numpys(void **state)
{
    (void)state;
    kat_run("standard_normal");
}

static void normal_is_numpys(void **state)
{
    (void)state;
    kat_run("normal");
}

static void lognormal_is_numpys(void **state)
{
    (void)state;
    kat_run("lognormal");
}

static void standard_cauchy_is_numpys(void **state)
{
    (void)state;
    kat_run("standard_cauchy");
}

static void wald_is_numpys(void **state)
{
    (void)state;
    kat_run("wald");
}

static void fills_are_draws(void **state)
{
    (void)state;
    kat_fill_is_draws("standard_normal", 0.0, 0.0);
    kat_fill_is_draws("normal", 3.0, 0.1);
    kat_fill_is_draws("lognormal", 0.0, 1.0);
    kat_fill_is_draws("standard_cauchy", 0.0, 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(standard_normal_is_numpys),
        cmocka_unit_test(normal_is_numpys),
        cmocka_unit_test(lognormal_is_numpys),
        cmocka_unit_test(standard_cauchy_is_numpys),
        cmocka_unit_test(wald_is_numpys),
        cmocka_unit_test(fills_are_draws),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
