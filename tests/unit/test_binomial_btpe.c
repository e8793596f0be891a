/* SPDX-License-Identifier: MIT
 * BTPE: range, mean, and its set-up.
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

static void counts_are_in_range_and_centred(void **state)
{
    const double ps[] = {0.5, 0.1, 0.04};
    ss_bitgen g = seeded(1);

    (void)state;
    for (size_t k = 0; k < 3; k++) {
        const int64_t n = 1000;
        ss_binomial_setup setup = {0};
        double sum = 0.0, mean = (double)n * ps[k];
        for (int i = 0; i < 10000; i++) {
            int64_t y = ssi_binomial_btpe(&g, n, ps[k], &setup);
            assert_in_range(y, 0, n);
            sum += (double)y;
        }
        sum = sum / 10000 - mean;
        assert_true(sum * sum < 25 * mean / 10000);
        assert_true(ssi_binomial_is_set(&setup, n, ps[k]));
        assert_true(setup.p1 < setup.p2 && setup.p2 < setup.p3
                    && setup.p3 < setup.p4);
    }
}

static void set_up_is_used_again(void **state)
{
    ss_bitgen a = seeded(1), b = a;
    ss_binomial_setup kept = {0};

    (void)state;
    for (int i = 0; i < 1000; i++) {
        ss_binomial_setup fresh = {0};
        assert_int_equal(ssi_binomial_btpe(&a, 300, 0.4, &kept),
                         ssi_binomial_btpe(&b, 300, 0.4, &fresh));
    }
}

/* What multinomial() can make of its own rounding must not hang. */
static void nan_comes_back(void **state)
{
    ss_bitgen g = seeded(1);
    ss_binomial_setup setup = {0};

    (void)state;
    assert_int_equal(ssi_binomial_btpe(&g, 100, 0.0 / 0.0, &setup), INT64_MIN);
    assert_int_equal(drawn(&g), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_are_in_range_and_centred),
        cmocka_unit_test(set_up_is_used_again),
        cmocka_unit_test(nan_comes_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
