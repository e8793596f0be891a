/* SPDX-License-Identifier: MIT
 * Inversions of one uniform: location, scale and redraws.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "dist/location_scale.h"

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

/* A scale of 0 leaves the location, whatever was drawn. */
static void location_moves_the_value(void **state)
{
    ss_bitgen g = seeded(1);

    (void)state;
    assert_true(ssi_laplace(&g, 3.0, 0.0) == 3.0);
    assert_true(ssi_gumbel(&g, 3.0, 0.0) == 3.0);
    assert_true(ssi_logistic(&g, 3.0, 0.0) == 3.0);
    assert_int_equal(drawn(&g), 6);
}

static void zero_is_drawn_again(void **state)
{
    double (*const draws[])(ss_bitgen *, double,
                            double) = {ssi_laplace, ssi_gumbel, ssi_logistic};

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        ss_bitgen g = seeded(1), after;
        memset(g.u.mt19937.key, 0, 6 * sizeof(uint32_t));
        g.u.mt19937.pos = 0;
        after = g;
        after.u.mt19937.pos = 6;
        assert_true(draws[i](&g, 0.0, 1.0) == draws[i](&after, 0.0, 1.0));
        assert_int_equal(drawn(&g), 8);
    }
}

/* Zeros anywhere in a block, more than there are values in a block. */
static void fills_skip_zeros_as_draws_do(void **state)
{
    double (*const draws[])(ss_bitgen *, double,
                            double) = {ssi_laplace, ssi_gumbel, ssi_logistic};
    void (*const fills[])(ss_bitgen *, double, double, double *, size_t) = {
        ssi_laplace_fill, ssi_gumbel_fill, ssi_logistic_fill};
    double out[300];

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        for (size_t n = 0; n < 300; n += 1 + n / 7) {
            ss_bitgen one = seeded((uint32_t)n), many;
            for (size_t k = 0; k < SS_MT19937_N; k += k % 4 ? 1 : 5)
                one.u.mt19937.key[k] = 0;
            one.u.mt19937.pos = 0;
            many = one;
            fills[i](&many, 1.0, 2.0, out, n);
            for (size_t k = 0; k < n; k++)
                assert_true(out[k] == draws[i](&one, 1.0, 2.0));
            assert_memory_equal(&one, &many, sizeof one);
        }
    }
}

static void triangle_fill_is_draws(void **state)
{
    ss_bitgen one = seeded(1), many = one;
    double out[600];

    (void)state;
    for (size_t n = 0; n < 600; n = 2 * n + 1) {
        ssi_triangular_fill(&many, -1.0, 0.5, 2.0, out, n);
        for (size_t k = 0; k < n; k++)
            assert_true(out[k] == ssi_triangular(&one, -1.0, 0.5, 2.0));
        assert_memory_equal(&one, &many, sizeof one);
    }
}

static void triangle_is_left_at_its_corners(void **state)
{
    ss_bitgen g = seeded(1);

    (void)state;
    memset(g.u.mt19937.key, 0, 4 * sizeof(uint32_t));
    g.u.mt19937.pos = 0;
    assert_true(ssi_triangular(&g, -1.0, 0.0, 2.0) == -1.0);
    assert_true(ssi_triangular(&g, -1.0, -1.0, 2.0) == -1.0);
    for (int i = 0; i < 1000; i++) {
        double x = ssi_triangular(&g, -1.0, 0.5, 2.0);
        assert_true(x >= -1.0 && x <= 2.0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(location_moves_the_value),
        cmocka_unit_test(zero_is_drawn_again),
        cmocka_unit_test(fills_skip_zeros_as_draws_do),
        cmocka_unit_test(triangle_fill_is_draws),
        cmocka_unit_test(triangle_is_left_at_its_corners),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
