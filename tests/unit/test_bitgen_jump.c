/* SPDX-License-Identifier: MIT
 * Every bit generator: seeding, draws, halves, jumps, strides.
 */
#include "generator_kat.h"

static void check(const struct gkat *kat, uint64_t value, size_t i)
{
    if (value != kat_integer(kat->values[i]))
        fail_msg("%s: value %zu differs", kat->where, i);
}

static void draws_are_numpys(void **state)
{
    struct gkat kat;

    (void)state;
    for (gkat_open(&kat, "bits"); gkat_next(&kat);) {
        ss_bitgen *bitgen = &kat.g.bitgen;
        ss_bitgen copy = *bitgen;
        ss_bitgen_interface own = ss_bitgen_interface_of(&copy);
        for (size_t i = 0; i < 13; i++) {
            bool half = i < 5 || (i > 7 && i < 11), raw = i > 10;
            uint64_t value = half  ? ss_bitgen_next_u32(bitgen)
                             : raw ? ss_bitgen_next_raw(bitgen)
                                   : ss_bitgen_next_u64(bitgen);
            check(&kat, value, i);
            value = half  ? own.next_uint32(own.state)
                    : raw ? own.next_raw(own.state)
                          : own.next_uint64(own.state);
            check(&kat, value, i);
        }
        gkat_check_state(&kat, bitgen);
        assert_true(ss_bitgen_next_double(bitgen)
                    == own.next_double(own.state));
    }
}

static void jumps_are_numpys(void **state)
{
    struct gkat kat;

    (void)state;
    for (gkat_open(&kat, "jump"); gkat_next(&kat);) {
        ss_bitgen *bitgen = &kat.g.bitgen;
        uint64_t number[4];
        for (int i = 0; i < 4; i++)
            number[i] = kat_integer(kat.args[i + 1]);
        ss_bitgen_next_u32(bitgen);
        ss_bitgen_next_u64(bitgen);
        assert_int_equal(kat.args[0][0] == '1'
                             ? ss_bitgen_jump(bitgen, number)
                             : ss_bitgen_advance(bitgen, number),
                         SS_OK);
        check(&kat, ss_bitgen_next_raw(bitgen), 0);
        check(&kat, ss_bitgen_next_raw(bitgen), 1);
        gkat_check_state(&kat, bitgen);
    }
}

static void what_numpy_lacks_is_refused(void **state)
{
    ss_bitgen bitgen, before;
    const uint64_t far[4] = {0, 1, 0, 0};
    const uint64_t negative[2] = {UINT64_MAX, UINT64_MAX};

    (void)state;
    memset(&bitgen, 0, sizeof bitgen);
    ss_bitgen_seed(&bitgen, SS_BITGEN_SFC64, 1);
    before = bitgen;
    assert_int_equal(ss_bitgen_jump(&bitgen, far), SS_ERR_UNSUPPORTED);
    assert_int_equal(ss_bitgen_advance(&bitgen, far), SS_ERR_UNSUPPORTED);
    assert_memory_equal(&bitgen, &before, sizeof bitgen);
    ss_bitgen_seed(&bitgen, SS_BITGEN_MT19937, 1);
    before = bitgen;
    assert_int_equal(ss_bitgen_jump(&bitgen, far), SS_ERR_UNSUPPORTED);
    assert_int_equal(ss_bitgen_advance(&bitgen, far), SS_ERR_UNSUPPORTED);
    assert_int_equal(ss_bitgen_jump(&bitgen, negative), SS_OK);
    assert_memory_equal(&bitgen, &before, sizeof bitgen);
    assert_int_equal(ss_bitgen_seed(&bitgen, (ss_bitgen_kind)99, 1),
                     SS_ERR_ARGUMENT);
}

static void fills_are_single_draws(void **state)
{
    static uint64_t u64[1500];
    static uint32_t u32[1500];
    static double x[1500];

    (void)state;
    for (int kind = 0; kind < 5; kind++) {
        ss_bitgen one, many;
        memset(&one, 0, sizeof one);
        ss_bitgen_seed(&one, (ss_bitgen_kind)kind, 23);
        many = one;
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
}

/* 2**256 - 1 goes on at 0. */
static void philox_counts_over_all_words(void **state)
{
    const uint64_t last[4] = {UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX};
    const uint64_t key[2] = {1, 2}, zero[4] = {0};
    ss_philox philox;

    (void)state;
    ss_philox_init(&philox, last, key);
    ss_philox_next_u64(&philox);
    assert_memory_equal(philox.counter, zero, sizeof zero);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws_are_numpys),
        cmocka_unit_test(jumps_are_numpys),
        cmocka_unit_test(what_numpy_lacks_is_refused),
        cmocka_unit_test(fills_are_single_draws),
        cmocka_unit_test(philox_counts_over_all_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
