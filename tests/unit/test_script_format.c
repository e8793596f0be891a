/* SPDX-License-Identifier: MIT
 * str.format(): Python's format specification, value by value.
 */
#include "script_run.h"

/* Expressions, one print each, and what Python 3.11 prints. */
static const char *const cases[][2] = {
    {"'{:.2f} {:8.3f}|{:<8.3f}|{:^9.1f}|'.format(0.125, 2.5, -1, 99.95)",
     "0.12    2.500|-1.000  |  100.0  |\n"},
    {"'{:e} {:.0e} {:G} {:g} {:%} {:.1%}'"
     ".format(1234.5, 2.5, 1e-10, 1e6, 0.5, 0.125)",
     "1.234500e+03 2e+00 1E-10 1e+06 50.000000% 12.5%\n"},
    {"'{:.3} {:.3} {:.10} {} {:6}|'.format(3.0, 123.0, 0.1, 1e16, 2.5)",
     "3.0 1.23e+02 0.1 1e+16    2.5|\n"},
    {"'{:+} {: d} {:05d} {:x} {:X} {:#>6o} {:b} {:,} {:_b}'"
     ".format(3, 4, -42, 255, 255, 8, 5, 1234567, 1000)",
     "+3  4 -0042 ff FF ####10 101 1,234,567 11_1110_1000\n"},
    {"'{0}{1}{0} {x!r:>5} {{}}'.format('a', 'b', x='c')", "aba   'c' {}\n"},
    {"'{:5}|{:>5}|{:.2}|{:*^7}|{:05}'.format('ab', 'ab', 'abc', 'é', 'x')",
     "ab   |   ab|ab|***é***|x0000\n"},
    {"'{:f} {:F} {:06}'.format(float('nan'), float('inf'), -float('inf'))",
     "nan INF -00inf\n"},
    {"'{:d} {:.1f} {}'.format(2**70, 2**70, [1, 'a'])",
     "1180591620717411303424 1180591620717411303424.0 [1, 'a']\n"},
};

static void values_are_pythons(void **state)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char source[512];
        snprintf(source, sizeof source, "print(%s)\n", cases[i][0]);
        expect(source, SS_SCRIPT_FILE, cases[i][1], NULL);
    }
}

static const char *const wrong[][2] = {
    {"'{:d}'.format(1.5)",
     "ValueError: Unknown format code 'd' for object of type 'float'"},
    {"'{:.2d}'.format(1)",
     "ValueError: Precision not allowed in integer format specifier"},
    {"'{:f}'.format('a')",
     "ValueError: Unknown format code 'f' for object of type 'str'"},
    {"'{:5}'.format([])",
     "TypeError: unsupported format string passed to list.__format__"},
    {"'{'.format(1)", "ValueError: Single '{' encountered in format string"},
    {"'}'.format(1)", "ValueError: Single '}' encountered in format string"},
    {"'{} {}'.format(1)",
     "IndexError: Replacement index 1 out of range for positional args tuple"},
    {"'{x}'.format(1)", "KeyError: 'x'"},
    {"'{} {0}'.format(1)",
     "ValueError: cannot switch from automatic field numbering to manual "
     "field specification"},
    {"'{:.}'.format(1.0)", "ValueError: Format specifier missing precision"},
    {"'{0.real}'.format(1)",
     "an attribute or index in a field of str.format() is not supported"},
};

static void errors_are_pythons(void **state)
{
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        expect(wrong[i][0], SS_SCRIPT_FILE, "", wrong[i][1]);
}

static void print_options_take_it(void **state)
{
    expect("import numpy as np\n"
           "np.set_printoptions(formatter={'float': '{: 0.3f}'.format,\n"
           "                               'int': '<{}>'.format})\n"
           "print(np.array([0.5, -1.25]), np.array([1, 20]))\n",
           SS_SCRIPT_FILE, "[ 0.500 -1.250] [<1> <20>]\n", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_pythons),
        cmocka_unit_test(errors_are_pythons),
        cmocka_unit_test(print_options_take_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
