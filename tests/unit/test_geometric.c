/* SPDX-License-Identifier: MIT
 * Geometric by search.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "dist/geometric.h"

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

static void certain_success_takes_one_trial(void **state)
{
    ss_bitgen g = seeded(1);

    (void)state;
    for (int i = 0; i < 100; i++)
        assert_int_equal(ssi_geometric_search(&g, 1.0), 1);
    assert_int_equal(drawn(&g), 200);
}

static void halves_are_powers_of_two(void **state)
{
    ss_bitgen g = seeded(1), u = g;

    (void)state;
    for (int i = 0; i < 1000; i++) {
        double missing = 1.0 - ss_bitgen_next_double(&u), term = 0.5;
        int64_t trials = 1;
        for (; missing < term; term /= 2)
            trials++;
        assert_int_equal(ssi_geometric_search(&g, 0.5), trials);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(certain_success_takes_one_trial),
        cmocka_unit_test(halves_are_powers_of_two),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
