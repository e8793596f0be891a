/* SPDX-License-Identifier: MIT
 * Sources, what they print and what they raise. The texts are CPython 3.11's;
 * tests/live/test_script_core.py compares many more with a running Python.
 */
#include "script_run.h"

static void numbers_and_text(void **unused)
{
    expect("print(1, 2.5, 'a', sep='-', end='!')\nprint()", SS_SCRIPT_FILE,
           "1-2.5-a!\n", NULL);
    expect("x = 10 ** 30\nprint(x, -x // 7, x % -7, x / 3, x * 1.5)",
           SS_SCRIPT_FILE,
           "1000000000000000000000000000000 -142857142857142857142857142858 "
           "-6 3.333333333333333e+29 1.5000000000000002e+30\n",
           NULL);
    expect("print(7 // -2, 7 % -2, -7.5 % 2, 0x1f & ~3, 1 << 70, True + True)",
           SS_SCRIPT_FILE, "-4 -1 0.5 28 1180591620717411303424 2\n", NULL);
    expect("print(1j, -1j, (1 + 2j) / 3, "
           "repr('\\x00\\n\\'\"\\u2028'), b'\\xff')",
           SS_SCRIPT_FILE,
           "1j (-0-1j) (0.3333333333333333+0.6666666666666666j) "
           "'\\x00\\n\\'\"\\u2028' b'\\xff'\n",
           NULL);
    expect("print(int(' 12_3 '), int('ff', 16), float(' 1e5 '), str(1.0), "
           "len('h\xc3\xa9'), 'h\xc3\xa9'[-1])",
           SS_SCRIPT_FILE, "123 255 100000.0 1.0 2 \xc3\xa9\n", NULL);
}

static void containers(void **unused)
{
    expect("L = [0.1] * 3 + [1]\nL.append(L)\nprint(L, len(L), L[-2])",
           SS_SCRIPT_FILE, "[0.1, 0.1, 0.1, 1, [...]] 5 1\n", NULL);
    expect("d = {'a': 1, 1: 'b', (1, 2): None}\n"
           "print(d, d['a'], d[True], d.get('z', 5), d.keys())",
           SS_SCRIPT_FILE,
           "{'a': 1, 1: 'b', (1, 2): None} 1 b 5 "
           "dict_keys(['a', 1, (1, 2)])\n",
           NULL);
    expect("print((1,), (), range(5), list(range(9, 0, -4)), tuple('ab'))",
           SS_SCRIPT_FILE, "(1,) () range(0, 5) [9, 5, 1] ('a', 'b')\n", NULL);
    expect("a, (b, c) = 1, 'xy'\nd = e = [a]\nd.extend(e)\nprint(a, b, c, e)",
           SS_SCRIPT_FILE, "1 x y [1, 1]\n", NULL);
    expect("for i, (j, k) in [(1, 'ab'), (2, [3, 4])]:\n    print(i, j, k)\n"
           "for c in {'k': 1}: print(c)\nprint(i)",
           SS_SCRIPT_FILE, "1 a b\n2 3 4\nk\n2\n", NULL);
}

static void errors(void **unused)
{
    static const char *const rows[][2] = {
        {"1 + 'a'",
         "TypeError: unsupported operand type(s) for +: 'int' and 'str'"},
        {"'a' + 1", "TypeError: can only concatenate str (not \"int\") to str"},
        {"[1][5]", "IndexError: list index out of range"},
        {"{}['a']", "KeyError: 'a'"},
        {"x", "NameError: name 'x' is not defined"},
        {"[].foo", "AttributeError: 'list' object has no attribute 'foo'"},
        {"5[0]", "TypeError: 'int' object is not subscriptable"},
        {"5()", "TypeError: 'int' object is not callable"},
        {"a, b = 1,",
         "ValueError: not enough values to unpack (expected 2, got 1)"},
        {"a, b = range(10 ** 9)",
         "ValueError: too many values to unpack (expected 2)"},
        {"1 / 0", "ZeroDivisionError: division by zero"},
        {"int('x')", "ValueError: invalid literal for int() with base 10: 'x'"},
        {"10 ** 4300 * 1.0",
         "OverflowError: int too large to convert to float"},
        {"print(10 ** 4300)",
         "ValueError: Exceeds the limit (4300 digits) for integer string "
         "conversion; use sys.set_int_max_str_digits() to increase the "
         "limit"},
        {"{[]: 1}", "TypeError: unhashable type: 'list'"},
        {"with 5: pass", "TypeError: 'int' object does not support the "
                         "context manager protocol"},
        {"2 ** 2 ** 30", "ints of more than 1048576 bits are not supported"},
        {"(-8) ** 0.5", "a negative float to a fractional power is complex, "
                        "which is not supported"},
        {"'a'.upper()", "str.upper is not supported"},
        {"'%d' % 1", "formatting by % is not supported; print(a, b, sep='') "
                     "and str() are"},
        {"float('\xd9\xa1')",
         "float() of text that is not ASCII is not supported"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        expect(rows[i][0], SS_SCRIPT_FILE, "", rows[i][1]);
}

static void place_is_the_innermost_operation(void **unused)
{
    static record r;
    ss_session *s = record_session(&r, 0);
    ss_script_error error;

    run_in(s, "x = 1\nprint(2,\n      (x +\n       [1][x]))\n", SS_SCRIPT_FILE,
           &error);
    assert_string_equal(error.message, "IndexError: list index out of range");
    assert_int_equal(error.line, 4);
    assert_int_equal(error.column, 11);
    run_in(s, "y = 1\ny + len('\xc3\xa9' * 3) + y.real", SS_SCRIPT_FILE,
           &error);
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 22);
    assert_int_equal(error.status, SS_ERR_UNSUPPORTED);
    ss_session_free(s);
}

/* Objects released at any depth do not nest C calls. */
static void deep_values_are_freed(void **unused)
{
    expect("a = 1\nfor i in range(200000): a = [a]\nprint(len(a))",
           SS_SCRIPT_FILE, "1\n", NULL);
    expect("a = 1\nfor i in range(2000): a = [a]\nprint(a)", SS_SCRIPT_FILE, "",
           "RecursionError: maximum recursion depth exceeded while "
           "getting the repr of an object");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_and_text),
        cmocka_unit_test(containers),
        cmocka_unit_test(errors),
        cmocka_unit_test(place_is_the_innermost_operation),
        cmocka_unit_test(deep_values_are_freed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
