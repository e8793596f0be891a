/* SPDX-License-Identifier: MIT
 * Seeds of every kind and what a new seed forgets.
 */
#include "numpy_kat.h"

static void seeds_are_numpys(void **state)
{
    struct kat kat;
    uint32_t words[800], out[4];

    (void)state;
    for (kat_open(&kat, "seed"); kat_next(&kat);) {
        ss_numpy_randomstate rs, again;
        size_t count = kat.arg_count - 1;
        for (size_t i = 0; i < count; i++)
            words[i] = (uint32_t)kat_integer(kat.args[i + 1]);
        ss_numpy_randomstate_seed(&rs, 99);
        ss_numpy_standard_normal(&rs); /* to be forgotten */
        again = rs;
        if (atoi(kat.args[0])) {
            ss_numpy_randomstate_seed_array(&rs, words, count);
            ss_numpy_randomstate_reseed_array(&again, words, count);
        } else {
            ss_numpy_randomstate_seed(&rs, words[0]);
            ss_numpy_randomstate_reseed(&again, words[0]);
        }
        assert_memory_equal(&rs, &again, sizeof rs);
        ss_bitgen_fill_u32(&rs.bitgen, out, 4);
        for (size_t i = 0; i < 4; i++)
            assert_int_equal(out[i], kat_integer(kat.values[i]));
        kat_check_state(&kat, &rs);
    }
}

static void no_words_are_refused(void **state)
{
    ss_numpy_randomstate rs, before;

    (void)state;
    ss_numpy_randomstate_seed(&rs, 1);
    ss_numpy_standard_normal(&rs);
    before = rs;
    assert_int_equal(ss_numpy_randomstate_seed_array(&rs, NULL, 0),
                     SS_ERR_NUMPY_SEED_EMPTY);
    assert_int_equal(ss_numpy_randomstate_reseed_array(&rs, NULL, 0),
                     SS_ERR_NUMPY_SEED_EMPTY);
    assert_memory_equal(&rs, &before, sizeof rs);
}

static void unseeded_states_differ(void **state)
{
    ss_numpy_randomstate a, b;
    uint32_t pos;

    (void)state;
    assert_int_equal(ss_numpy_randomstate_seed_entropy(&a), SS_OK);
    assert_int_equal(ss_numpy_randomstate_seed_entropy(&b), SS_OK);
    assert_memory_not_equal(&a.bitgen, &b.bitgen, sizeof a.bitgen);
    assert_int_equal(a.bitgen.u.mt19937.pos, 623); /* as NumPy leaves it */
    assert_int_equal(a.bitgen.u.mt19937.key[0], 0x80000000u);
    ss_numpy_standard_normal(&a);
    pos = a.bitgen.u.mt19937.pos;
    b = a;
    assert_int_equal(ss_numpy_randomstate_reseed_entropy(&a), SS_OK);
    assert_int_equal(a.bitgen.u.mt19937.pos, pos);
    assert_int_equal(a.has_gauss, 0);
    assert_memory_not_equal(&a.bitgen, &b.bitgen, sizeof a.bitgen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(seeds_are_numpys),
        cmocka_unit_test(no_words_are_refused),
        cmocka_unit_test(unseeded_states_differ),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
