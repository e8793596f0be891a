/* SPDX-License-Identifier: MIT
 * MT19937 against its authors' output, and its blocks against its words.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/bitgen.h>

/* mt19937ar.out begins like this. */
static void words_are_the_authors(void **state)
{
    const uint32_t key[] = {0x123, 0x234, 0x345, 0x456};
    const uint32_t want[] = {1067595299, 955945823,  477289528,  4107218783,
                             4228976476, 3344332714, 3355579695, 227628506,
                             810200273,  2591290167};
    ss_mt19937 mt;

    (void)state;
    assert_int_equal(ss_mt19937_seed_array(&mt, key, 4), SS_OK);
    for (size_t i = 0; i < sizeof want / sizeof *want; i++)
        assert_int_equal(ss_mt19937_next_u32(&mt), want[i]);
}

/* The one that the C++ standard requires of std::mt19937. */
static void ten_thousandth_word_is_known(void **state)
{
    static uint32_t words[10000];
    ss_mt19937 mt;

    (void)state;
    ss_mt19937_seed(&mt, 5489);
    ss_mt19937_fill_u32(&mt, words, 10000);
    assert_int_equal(words[9999], 4123659995u);
    assert_int_equal(mt.pos, 10000 % 624);
}

static void fill_is_many_words(void **state)
{
    static uint32_t words[3000];
    ss_mt19937 one, many;

    (void)state;
    ss_mt19937_seed(&one, 23);
    many = one;
    for (size_t n = 0; n < 3000; n = n * 3 / 2 + 1) {
        ss_mt19937_fill_u32(&many, words, n);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(words[i], ss_mt19937_next_u32(&one));
        assert_memory_equal(&one, &many, sizeof one);
    }
}

static void restore_continues_the_stream(void **state)
{
    ss_mt19937 mt, back;
    uint32_t key[SS_MT19937_N];

    (void)state;
    ss_mt19937_seed(&mt, 1);
    ss_mt19937_next_u32(&mt);
    memcpy(key, mt.key, sizeof key);
    ss_mt19937_seed(&back, 2);
    assert_int_equal(ss_mt19937_restore(&back, key, 625), SS_ERR_STATE);
    assert_int_not_equal(back.key[0], key[0]);
    assert_int_equal(ss_mt19937_restore(&back, key, mt.pos), SS_OK);
    assert_int_equal(ss_mt19937_next_u32(&back), ss_mt19937_next_u32(&mt));
    assert_int_equal(ss_mt19937_restore(&back, key, 624), SS_OK);
    assert_int_equal(ss_mt19937_restore(&back, back.key, 0), SS_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_the_authors),
        cmocka_unit_test(ten_thousandth_word_is_known),
        cmocka_unit_test(fill_is_many_words),
        cmocka_unit_test(restore_continues_the_stream),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
