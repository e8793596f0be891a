/* SPDX-License-Identifier: MIT
 * Growing text, and Python's own values as text.
 */
#include "unit/text_vectors.h"

#include "text/python_text.h"

static void text_grows_and_stays_terminated(void **state)
{
    ss_text text = {0};

    (void)state;
    assert_int_equal(ss_text_append(&text, NULL, 0), SS_OK);
    assert_string_equal(text.data, "");
    for (size_t i = 0; i < 1000; i++) {
        assert_int_equal(ss_text_append(&text, "abc", 3), SS_OK);
        assert_int_equal(text.size, 3 * (i + 1));
        assert_int_equal(strlen(text.data), text.size);
        assert_true(text.capacity > text.size);
    }
    ss_text_free(&text);
    assert_int_equal(text.size, 0);
    ss_text_free(&text);
}

static void too_much_leaves_the_text_alone(void **state)
{
    ss_text text = {0};

    (void)state;
    assert_int_equal(ss_text_append(&text, "abc", 3), SS_OK);
    assert_null(ssi_text_reserve(&text, SIZE_MAX));
    assert_int_equal(ssi_text_repeat(&text, ' ', INT64_MAX), SS_ERR_MEMORY);
    assert_int_equal(ssi_text_fixed(&text, 0.5, INT64_MAX / 8), SS_ERR_MEMORY);
    assert_string_equal(text.data, "abc");
    ss_text_free(&text);
}

static void python_shows_str_and_bytes(void **state)
{
    static const uint32_t plain[] = {'a', '\'', 0x4e2d, 0x1f600};
    static const uint32_t both[] = {'\'', '"', '\\', '\n', 7, 0xa0};
    static const uint32_t rare[] = {0x2028, 0xd800, 0xe0001};
    ss_text text = {0};

    (void)state;
    assert_int_equal(ssi_text_str_repr(&text, plain, 4), SS_OK);
    assert_string_equal(text.data, "\"a'\xe4\xb8\xad\xf0\x9f\x98\x80\"");
    ssi_text_cut(&text, 0);
    assert_int_equal(ssi_text_str_repr(&text, both, 6), SS_OK);
    assert_string_equal(text.data, "'\\'\"\\\\\\n\\x07\\xa0'");
    ssi_text_cut(&text, 0);
    assert_int_equal(ssi_text_str_repr(&text, rare, 3), SS_OK);
    assert_string_equal(text.data, "'\\u2028\\ud800\\U000e0001'");
    ssi_text_cut(&text, 0);
    assert_int_equal(
        ssi_text_bytes_repr(&text, (const unsigned char *)"a\t\xff'", 4),
        SS_OK);
    assert_string_equal(text.data, "b\"a\\t\\xff'\"");
    ss_text_free(&text);
}

static void python_shows_floats(void **state)
{
    static const struct {
        double x;
        const char *text;
    } cases[] = {
        {0.0, "0.0"},
        {-0.0, "-0.0"},
        {1e16, "1e+16"},
        {9999999999999998.0, "9999999999999998.0"},
        {1e-4, "0.0001"},
        {1e-5, "1e-05"},
        {1.5e300, "1.5e+300"},
        {0x1p-24, "5.960464477539063e-08"},
        {1.0 / 3, "0.3333333333333333"},
    };
    ss_text text = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ssi_text_cut(&text, 0);
        assert_int_equal(ss_python_float_text(cases[i].x, &text), SS_OK);
        assert_string_equal(text.data, cases[i].text);
    }
    ssi_text_cut(&text, 0);
    assert_int_equal(ss_python_complex_text(-0.0, -2, &text), SS_OK);
    assert_string_equal(text.data, "(-0-2j)");
    ssi_text_cut(&text, 0);
    assert_int_equal(ss_python_complex_text(0, 1e16, &text), SS_OK);
    assert_string_equal(text.data, "1e+16j");
    ss_text_free(&text);
}

static void general_format_drops_zeros(void **state)
{
    ss_text text = {0};

    (void)state;
    assert_int_equal(ssi_text_general(&text, 100000, 6), SS_OK);
    assert_string_equal(text.data, "100000");
    ssi_text_cut(&text, 0);
    assert_int_equal(ssi_text_general(&text, 1e6, 6), SS_OK);
    assert_string_equal(text.data, "1e+06");
    ssi_text_cut(&text, 0);
    assert_int_equal(ssi_text_general(&text, -0.00012345678, 6), SS_OK);
    assert_string_equal(text.data, "-0.000123457");
    ssi_text_cut(&text, 0);
    assert_int_equal(ssi_text_general(&text, 0, 6), SS_OK);
    assert_string_equal(text.data, "0");
    ss_text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_grows_and_stays_terminated),
        cmocka_unit_test(too_much_leaves_the_text_alone),
        cmocka_unit_test(python_shows_str_and_bytes),
        cmocka_unit_test(python_shows_floats),
        cmocka_unit_test(general_format_drops_zeros),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
