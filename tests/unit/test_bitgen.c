/* SPDX-License-Identifier: MIT
 * NumPy's three primitives, a value and a block at a time.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/bitgen.h>

static ss_bitgen seeded(uint32_t seed)
{
    ss_bitgen bitgen = {SS_BITGEN_MT19937, {{{0}, 0}}};

    ss_mt19937_seed(&bitgen.u.mt19937, seed);
    return bitgen;
}

static void first_word_is_the_high_half(void **state)
{
    ss_bitgen a = seeded(23), b = a, c = a;
    uint32_t high = ss_bitgen_next_u32(&a), low = ss_bitgen_next_u32(&a);

    (void)state;
    assert_int_equal(ss_bitgen_next_u64(&b), (uint64_t)high << 32 | low);
    assert_true(ss_bitgen_next_double(&c)
                == ((high >> 5) * 67108864.0 + (low >> 6)) / 0x1p53);
}

static void doubles_reach_both_ends(void **state)
{
    ss_bitgen a = seeded(0);
    double x[4];

    (void)state;
    memset(a.u.mt19937.key, 0, sizeof a.u.mt19937.key);
    a.u.mt19937.pos = 0;
    assert_true(ss_bitgen_next_double(&a) == 0.0);
    for (size_t i = 0; i < 8; i++) /* it is tempered to 2**32 - 1 */
        a.u.mt19937.key[2 + i] = 0x6fdfc0e0u;
    ss_bitgen_fill_double(&a, x, 4);
    for (size_t i = 1; i < 4; i++)
        assert_memory_equal(&x[i], &x[0], sizeof *x);
}

static void fills_are_single_draws(void **state)
{
    static uint64_t u64[1500];
    static uint32_t u32[1500];
    static double x[1500];
    ss_bitgen one = seeded(23), many = one;

    (void)state;
    for (size_t n = 0; n < 1500; n = n * 4 / 3 + 1) {
        ss_bitgen_fill_u32(&many, u32, n);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(u32[i], ss_bitgen_next_u32(&one));
        ss_bitgen_fill_u64(&many, u64, n);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(u64[i], ss_bitgen_next_u64(&one));
        ss_bitgen_fill_double(&many, x, n);
        for (size_t i = 0; i < n; i++)
            assert_true(x[i] == ss_bitgen_next_double(&one));
        assert_memory_equal(&one, &many, sizeof one);
    }
}

/* Draws through NumPy's interface are those of what lies behind it. */
static void foreign_draws_are_the_original_s(void **state)
{
    (void)state;
    for (int kind = 0; kind <= SS_BITGEN_SFC64; kind++) {
        ss_bitgen one, behind, foreign;
        ss_bitgen_interface interface;
        uint32_t u32[5];
        uint64_t u64[5];
        double x[5];
        ss_bitgen_seed(&one, (ss_bitgen_kind)kind, 23);
        behind = one;
        interface = ss_bitgen_interface_of(&behind);
        foreign = ss_bitgen_foreign(&interface);
        ss_bitgen_fill_u32(&foreign, u32, 5);
        ss_bitgen_fill_u64(&foreign, u64, 5);
        ss_bitgen_fill_double(&foreign, x, 5);
        for (size_t i = 0; i < 5; i++)
            assert_int_equal(u32[i], ss_bitgen_next_u32(&one));
        for (size_t i = 0; i < 5; i++)
            assert_int_equal(u64[i], ss_bitgen_next_u64(&one));
        for (size_t i = 0; i < 5; i++)
            assert_true(x[i] == ss_bitgen_next_double(&one));
        assert_int_equal(ss_bitgen_next_raw(&foreign),
                         ss_bitgen_next_raw(&one));
        assert_memory_equal(&one, &behind, sizeof one);
        assert_int_equal(ss_bitgen_advance(&foreign, u64), SS_ERR_UNSUPPORTED);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_word_is_the_high_half),
        cmocka_unit_test(doubles_reach_both_ends),
        cmocka_unit_test(fills_are_single_draws),
        cmocka_unit_test(foreign_draws_are_the_original_s),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
