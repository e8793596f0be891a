/* SPDX-License-Identifier: MIT
 * Inversion, the younger binomial and its chain.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "dist/binomial.h"

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

static void nothing_to_decide_draws_nothing(void **state)
{
    ss_bitgen g = seeded(1);
    ss_binomial_setup setup = {0};

    (void)state;
    assert_int_equal(ssi_binomial(&g, 0, 0.5, &setup), 0);
    assert_int_equal(ssi_binomial(&g, 5, 0.0, &setup), 0);
    assert_int_equal(drawn(&g), SS_MT19937_N);
    assert_int_equal(setup.has_binomial, 0);
    assert_int_equal(ssi_binomial(&g, 5, 1.0, &setup), 5);
    assert_int_equal(drawn(&g), 2);
}

static void set_up_is_found_again(void **state)
{
    ss_bitgen g = seeded(1);
    ss_binomial_setup setup = {0};

    (void)state;
    ssi_binomial(&g, 10, 0.25, &setup);
    assert_true(ssi_binomial_is_set(&setup, 10, 0.25));
    assert_false(ssi_binomial_is_set(&setup, 11, 0.25));
    assert_false(ssi_binomial_is_set(&setup, 10, 0.5));
    setup.pow_q = 1.0; /* what is kept is used */
    assert_int_equal(ssi_binomial(&g, 10, 0.25, &setup), 0);
}

static void chain_ends_when_nothing_is_left(void **state)
{
    const double pvals[] = {1.0, 0.5, 0.5};
    ss_bitgen g = seeded(1);
    ss_binomial_setup setup = {0};
    int64_t counts[3] = {9, 9, 9};

    (void)state;
    ssi_multinomial(&g, 5, pvals, 3, counts, &setup, ssi_binomial);
    assert_true(counts[0] == 5 && counts[1] == 0 && counts[2] == 0);
    assert_int_equal(drawn(&g), 2);
    ssi_multinomial(&g, 5, pvals, 1, counts, &setup, ssi_binomial);
    assert_int_equal(counts[0], 5);
    ssi_multinomial(&g, 0, pvals, 1, counts, &setup, ssi_binomial);
    assert_int_equal(counts[0], 0);
    ssi_multinomial(&g, 5, pvals, 0, NULL, &setup, ssi_binomial);
    assert_int_equal(drawn(&g), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_to_decide_draws_nothing),
        cmocka_unit_test(set_up_is_found_again),
        cmocka_unit_test(chain_ends_when_nothing_is_left),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
