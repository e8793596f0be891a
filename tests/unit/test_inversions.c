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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(laplace_is_numpys),
        cmocka_unit_test(gumbel_is_numpys),
        cmocka_unit_test(logistic_is_numpys),
        cmocka_unit_test(triangular_is_numpys),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
