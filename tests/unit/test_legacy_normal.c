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

/* A Gaussian that nobody waits for is 0.0 after a pair, as NumPy leaves it. */
static void a_stale_gauss_is_cleared(void **state)
{
    ss_numpy_randomstate a, b;
    double one[2], two[2];

    (void)state;
    ss_numpy_randomstate_seed(&a, 5);
    a.gauss = 0.5;
    b = a;
    ss_numpy_standard_normal_fill(&a, two, 2);
    one[0] = ss_numpy_standard_normal(&b);
    one[1] = ss_numpy_standard_normal(&b);
    assert_memory_equal(one, two, sizeof one);
    assert_true(a.gauss == 0.0 && b.gauss == 0.0);
    assert_true(!a.has_gauss && !b.has_gauss);
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
        cmocka_unit_test(a_stale_gauss_is_cleared),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
