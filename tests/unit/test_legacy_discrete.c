/* SPDX-License-Identifier: MIT
 * The other counts: NumPy's values and state.
 */
#include "numpy_kat.h"

static void poisson_is_numpys(void **state)
{
    (void)state;
    kat_run("poisson");
}

static void negative_binomial_is_numpys(void **state)
{
    (void)state;
    kat_run("negative_binomial");
}

static void zipf_is_numpys(void **state)
{
    (void)state;
    kat_run("zipf");
}

static void geometric_is_numpys(void **state)
{
    (void)state;
    kat_run("geometric");
}

static void logseries_is_numpys(void **state)
{
    (void)state;
    kat_run("logseries");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(poisson_is_numpys),
        cmocka_unit_test(negative_binomial_is_numpys),
        cmocka_unit_test(zipf_is_numpys),
        cmocka_unit_test(geometric_is_numpys),
        cmocka_unit_test(logseries_is_numpys),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
