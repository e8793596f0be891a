/* SPDX-License-Identifier: MIT
 * The distributions shared with Generator, under RandomState's names.
 */
#include "numpy_kat.h"

static void laplace_is_numpys(void **state)
{
    (void)state;
    kat_run("laplace");
}

static void gumbel_is_numpys(void **state)
{
    (void)state;
    kat_run("gumbel");
}

static void logistic_is_numpys(void **state)
{
    (void)state;
    kat_run("logistic");
}

static void triangular_is_numpys(void **state)
{
    (void)state;
    kat_run("triangular");
}

static void fills_are_draws(void **state)
{
    (void)state;
    kat_fill_is_draws("laplace", 1.0, 2.0);
    kat_fill_is_draws("gumbel", 1.0, 2.0);
    kat_fill_is_draws("logistic", 1.0, 2.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(laplace_is_numpys),
        cmocka_unit_test(gumbel_is_numpys),
        cmocka_unit_test(logistic_is_numpys),
        cmocka_unit_test(triangular_is_numpys),
        cmocka_unit_test(fills_are_draws),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
