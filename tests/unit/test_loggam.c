/* SPDX-License-Identifier: MIT
 * The logarithm of factorials.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <math.h>

#include "dist/loggam.h"

static void zeros_are_exact(void **state)
{
    (void)state;
    assert_true(ssi_loggam(1.0) == 0.0);
    assert_true(ssi_loggam(2.0) == 0.0);
}

/* The sum of logarithms is within a few of its own roundings. */
static void factorials_are_right(void **state)
{
    double sum = 0.0;

    (void)state;
    for (int k = 1; k < 2000; k++) {
        sum += log(k);
        assert_true(fabs(ssi_loggam(k + 1) - sum) <= 3e-14 * (1 + sum));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zeros_are_exact),
        cmocka_unit_test(factorials_are_right),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
