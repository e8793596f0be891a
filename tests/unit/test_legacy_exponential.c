/* SPDX-License-Identifier: MIT
 * The exponential and what is made of it: NumPy's values and state.
 */
#include "numpy_kat.h"

static void standard_exponential_is_numpys(void **state)
{
    (void)state;
    kat_run("standard_exponential");
}

static void exponential_is_numpys(void **state)
{
    (void)state;
    kat_run("exponential");
}

static void pareto_is_numpys(void **state)
{
    (void)state;
    kat_run("pareto");
}

static void weibull_is_numpys(void **state)
{
    (void)state;
    kat_run("weibull");
}

static void power_is_numpys(void **state)
{
    (void)state;
    kat_run("power");
}

static void rayleigh_is_numpys(void **state)
{
    (void)state;
    kat_run("rayleigh");
}

static void fills_are_draws(void **state)
{
    (void)state;
    kat_fill_is_draws("standard_exponential", 0.0, 0.0);
    kat_fill_is_draws("exponential", 0.3, 0.0);
    kat_fill_is_draws("pareto", 0.3, 0.0);
    kat_fill_is_draws("weibull", 0.3, 0.0);
    kat_fill_is_draws("power", 0.3, 0.0);
    kat_fill_is_draws("rayleigh", 0.3, 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(standard_exponential_is_numpys),
        cmocka_unit_test(exponential_is_numpys),
        cmocka_unit_test(pareto_is_numpys),
        cmocka_unit_test(weibull_is_numpys),
        cmocka_unit_test(power_is_numpys),
        cmocka_unit_test(rayleigh_is_numpys),
        cmocka_unit_test(fills_are_draws),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
