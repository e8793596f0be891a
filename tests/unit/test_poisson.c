/* SPDX-License-Identifier: MIT
 * Poisson: what it draws at the borders of its algorithms.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "dist/poisson.h"

static ss_bitgen seeded(uint32_t seed)
{
    ss_bitgen bitgen = {SS_BITGEN_MT19937, {{{0}, 0}}};

    ss_mt19937_seed(&bitgen.u.mt19937, seed);
    return bitgen;
}

static uint32_t drawn(const ss_bitgen *bitgen)
{
    return bitgen->u.mt19937.pos; /* words after a seed and a first twist */
}

static void zero_draws_nothing(void **state)
{
    ss_bitgen g = seeded(1);

    (void)state;
    assert_int_equal(ssi_poisson(&g, 0.0), 0);
    assert_int_equal(ssi_poisson(&g, -0.0), 0);
    assert_int_equal(drawn(&g), SS_MT19937_N);
}

static void nan_draws_one_uniform(void **state)
{
    ss_bitgen g = seeded(1);

    (void)state;
    assert_int_equal(ssi_poisson(&g, 0.0 / 0.0), 0);
    assert_int_equal(drawn(&g), 2);
}

static void means_are_right(void **state)
{
    const double lams[] = {0.1, 9.99, 10.0, 1000.0};
    ss_bitgen g = seeded(1);

    (void)state;
    for (size_t k = 0; k < 4; k++) {
        double sum = 0.0;
        for (int i = 0; i < 10000; i++)
            sum += (double)ssi_poisson(&g, lams[k]);
        sum = sum / 10000 - lams[k];
        assert_true(sum * sum < 25 * lams[k] / 10000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zero_draws_nothing),
        cmocka_unit_test(nan_draws_one_uniform),
        cmocka_unit_test(means_are_right),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
