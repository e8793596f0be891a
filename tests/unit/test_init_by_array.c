/* SPDX-License-Identifier: MIT
 * The state of an array seed.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/bitgen.h>

static void first_word_is_fixed(void **state)
{
    const uint32_t one[] = {7};
    ss_mt19937 array, integer;

    (void)state;
    assert_int_equal(ss_mt19937_seed_array(&array, one, 1), SS_OK);
    ss_mt19937_seed(&integer, 7);
    assert_int_equal(array.key[0], 0x80000000u);
    assert_int_equal(array.pos, SS_MT19937_N);
    assert_memory_not_equal(array.key, integer.key, sizeof array.key);
}

static void every_word_counts(void **state)
{
    static uint32_t words[1000];
    ss_mt19937 a, b;

    (void)state;
    for (size_t i = 0; i < 1000; i += 333) {
        assert_int_equal(ss_mt19937_seed_array(&a, words, 1000), SS_OK);
        words[i] ^= 1;
        assert_int_equal(ss_mt19937_seed_array(&b, words, 1000), SS_OK);
        assert_memory_not_equal(a.key, b.key, sizeof a.key);
    }
}

static void no_words_are_refused(void **state)
{
    ss_mt19937 mt, before;

    (void)state;
    ss_mt19937_seed(&mt, 1);
    before = mt;
    assert_int_equal(ss_mt19937_seed_array(&mt, NULL, 0),
                     SS_ERR_NUMPY_SEED_EMPTY);
    assert_memory_equal(&mt, &before, sizeof mt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_word_is_fixed),
        cmocka_unit_test(every_word_counts),
        cmocka_unit_test(no_words_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
