/* SPDX-License-Identifier: MIT
 * hypergeometric: NumPy's values and state.
 */
#include "numpy_kat.h"

static void hypergeometric_is_numpys(void **state)
{
    (void)state;
    kat_run("hypergeometric");
}

static void no_sample_draws_nothing(void **state)
{
    ss_numpy_randomstate rs, before;

    (void)state;
    ss_numpy_randomstate_seed(&rs, 1);
    before = rs;
    assert_int_equal(ss_numpy_hypergeometric(&rs, 3, 4, 0), 0);
    assert_memory_equal(&rs, &before, sizeof rs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hypergeometric_is_numpys),
        cmocka_unit_test(no_sample_draws_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
