/* SPDX-License-Identifier: MIT
 * von Mises: NumPy's values and state.
 */
#include "numpy_kat.h"

static void vonmises_is_numpys(void **state)
{
    (void)state;
    kat_run("vonmises");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vonmises_is_numpys),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
