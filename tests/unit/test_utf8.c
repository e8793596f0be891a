/* SPDX-License-Identifier: MIT
 * UTF-8 of source text, on every code point and every pair of first bytes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "script/utf8.h"

static void every_code_point_is_read_back(void **state)
{
    for (uint32_t point = 0; point < 0x110000; point++) {
        char text[4];
        size_t size = ssi_utf8_encode(point, text), step;
        bool surrogate = point >= 0xd800 && point < 0xe000;
        assert_int_equal(size, point < 0x80      ? 1
                               : point < 0x800   ? 2
                               : point < 0x10000 ? 3
                                                 : 4);
        if (surrogate) {
            assert_int_equal(ssi_utf8_step(text, size), 0);
            continue;
        }
        assert_int_equal(ssi_utf8_decode(text, size, &step), point);
        assert_int_equal(step, size);
        for (size_t cut = 0; cut < size; cut++)
            assert_int_equal(ssi_utf8_step(text, cut), 0);
    }
}

/* The rest of each sequence is 80 80: the second byte decides. */
static void first_bytes_are_those_of_rfc_3629(void **state)
{
    for (int first = 0; first < 256; first++)
        for (int second = 0; second < 256; second++) {
            char text[4] = {(char)first, (char)second, (char)0x80, (char)0x80};
            bool tail = second >= 0x80 && second <= 0xbf;
            size_t want = 0;
            if (first < 0x80)
                want = 1;
            else if (first >= 0xc2 && first <= 0xdf)
                want = tail ? 2 : 0;
            else if (first >= 0xe0 && first <= 0xef)
                want = tail && !(first == 0xe0 && second < 0xa0)
                               && !(first == 0xed && second > 0x9f)
                           ? 3
                           : 0;
            else if (first >= 0xf0 && first <= 0xf4)
                want = tail && !(first == 0xf0 && second < 0x90)
                               && !(first == 0xf4 && second > 0x8f)
                           ? 4
                           : 0;
            assert_int_equal(ssi_utf8_step(text, 4), want);
        }
}

static void letters_are_unicodes(void **state)
{
    assert_true(ssi_utf8_starts_name(0xe9));   /* e acute */
    assert_true(ssi_utf8_starts_name(0x4e2d)); /* a Chinese character */
    assert_false(ssi_utf8_starts_name(0x10ffff));
    assert_false(ssi_utf8_starts_name(0x20ac)); /* euro sign */
    assert_false(ssi_utf8_starts_name(0x301));  /* combining acute */
    assert_true(ssi_utf8_is_letter(0x301));
    assert_true(ssi_utf8_may_change(0x301));
    assert_true(ssi_utf8_may_change(0xff41)); /* wide a */
    assert_true(ssi_utf8_may_change(0x1161)); /* a vowel of Hangul */
    assert_false(ssi_utf8_may_change(0xe9));
    assert_false(ssi_utf8_may_change(0xac00)); /* a syllable of it */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_is_read_back),
        cmocka_unit_test(first_bytes_are_those_of_rfc_3629),
        cmocka_unit_test(letters_are_unicodes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
