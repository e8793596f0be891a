/* SPDX-License-Identifier: MIT
 * What is wrong in Python, too, in Python's words.
 */
#include "parser_check.h"

static const parser_case errors[] = {
    {"a b", "! 1:3 SyntaxError: invalid syntax\n"},
    {"x = 5 5", "! 1:7 SyntaxError: invalid syntax\n"},
    {"print(1) print(2)", "! 1:10 SyntaxError: invalid syntax\n"},
    {"a.None", "! 1:3 SyntaxError: invalid syntax\n"},
    {"a.1", "! 1:2 SyntaxError: invalid syntax\n"},
    {"import as", "! 1:8 SyntaxError: invalid syntax\n"},
    {"else: pass", "! 1:1 SyntaxError: invalid syntax\n"},
    {"None = 3", "! 1:1 SyntaxError: cannot assign to None\n"},
    {"(a, 1) = 2", "! 1:5 SyntaxError: cannot assign to literal\n"},
    {"f() = 2", "! 1:1 SyntaxError: cannot assign to function call here. Maybe"
                " you meant '==' instead of '='?\n"},
    {"1 = x", "! 1:1 SyntaxError: cannot assign to literal here. Maybe you m"
              "eant '==' instead of '='?\n"},
    {"a + b = c",
     "! 1:1 SyntaxError: cannot assign to expression here. Maybe yo"
     "u meant '==' instead of '='?\n"},
    {"a = 1 = b", "! 1:5 SyntaxError: cannot assign to literal\n"},
    {"1, a = 2", "! 1:4 SyntaxError: invalid syntax. Maybe you meant '==' or ':"
                 "=' instead of '='?\n"},
    {"__debug__ = 1", "! 1:1 SyntaxError: cannot assign to __debug__\n"},
    {"{} = 1", "! 1:1 SyntaxError: cannot assign to dict literal here. Maybe "
               "you meant '==' instead of '='?\n"},
    {"print \"x\"",
     "! 1:1 SyntaxError: Missing parentheses in call to 'print'. Di"
     "d you mean print(...)?\n"},
    {"x = print 1",
     "! 1:5 SyntaxError: Missing parentheses in call to 'print'. Di"
     "d you mean print(...)?\n"},
    {"exec 'x'", "! 1:1 SyntaxError: Missing parentheses in call to 'exec'. Did"
                 " you mean exec(...)?\n"},
    {"f(a b)", "! 1:3 SyntaxError: invalid syntax. Perhaps you forgot a comma"
               "?\n"},
    {"(1 2)", "! 1:2 SyntaxError: invalid syntax. Perhaps you forgot a comma"
              "?\n"},
    {"[a, b c]", "! 1:5 SyntaxError: invalid syntax. Perhaps you forgot a comma"
                 "?\n"},
    {"{a: b c}", "! 1:5 SyntaxError: invalid syntax. Perhaps you forgot a comma"
                 "?\n"},
    {"{1: }", "! 1:3 SyntaxError: expression expected after dictionary key a"
              "nd ':'\n"},
    {"{1: 2, 3}", "! 1:8 SyntaxError: ':' expected after dictionary key\n"},
    {"(a = 1)", "! 1:2 SyntaxError: invalid syntax. Maybe you meant '==' or ':"
                "=' instead of '='?\n"},
    {"[f() = 1]",
     "! 1:2 SyntaxError: cannot assign to function call here. Maybe"
     " you meant '==' instead of '='?\n"},
    {"f(a=1, 2)",
     "! 1:8 SyntaxError: positional argument follows keyword argume"
     "nt\n"},
    {"f(a=1, a=2)", "! 1:8 SyntaxError: keyword argument repeated: a\n"},
    {"f(1=2)", "! 1:3 SyntaxError: expression cannot contain assignment, perh"
               "aps you meant \"==\"?\n"},
    {"f(a.b=2)", "! 1:3 SyntaxError: expression cannot contain assignment, perh"
                 "aps you meant \"==\"?\n"},
    {"f(None=1)", "! 1:3 SyntaxError: cannot assign to None\n"},
    {"f(a, b=)", "! 1:8 SyntaxError: invalid syntax\n"},
    {"f(,)", "! 1:3 SyntaxError: invalid syntax\n"},
    {"x[]", "! 1:3 SyntaxError: invalid syntax\n"},
    {"x[1", "! 1:2... SyntaxError: '[' was never closed\n"},
    {"(((", "! 1:3... SyntaxError: '(' was never closed\n"},
    {"x = (1,\n2", "! 1:5... SyntaxError: '(' was never closed\n"},
    {"(]", "! 1:2 SyntaxError: closing parenthesis ']' does not match ope"
           "ning parenthesis '('\n"},
    {"(\n]", "! 2:1 SyntaxError: closing parenthesis ']' does not match ope"
             "ning parenthesis '(' on line 1\n"},
    {")", "! 1:1 SyntaxError: unmatched ')'\n"},
    {"f(x))", "! 1:5 SyntaxError: unmatched ')'\n"},
    {"a ** ", "! 1:6 SyntaxError: invalid syntax\n"},
    {"a = ", "! 1:5 SyntaxError: invalid syntax\n"},
    {"= a", "! 1:1 SyntaxError: invalid syntax\n"},
    {"for x", "! 1:6 SyntaxError: invalid syntax\n"},
    {"for x in", "! 1:9 SyntaxError: invalid syntax\n"},
    {"for x in y", "! 1:11 SyntaxError: expected ':'\n"},
    {"for x in y z: pass", "! 1:12 SyntaxError: invalid syntax\n"},
    {"for 1 in x: pass", "! 1:5 SyntaxError: cannot assign to literal\n"},
    {"for f() in x: pass",
     "! 1:5 SyntaxError: cannot assign to function call\n"},
    {"for x in y:",
     "! 1:12... IndentationError: expected an indented block after "
     "'for' statement on line 1\n"},
    {"for x in y:\n",
     "! 1:1... IndentationError: expected an indented block after '"
     "for' statement on line 1\n"},
    {"for i in x:\nprint(1)",
     "! 2:1 IndentationError: expected an indented block after 'for"
     "' statement on line 1\n"},
    {"for x in y:\n  for z in w:\n",
     "! 2:1... IndentationError: expected an indented block after '"
     "for' statement on line 2\n"},
    {"for x in y: for z in w: pass", "! 1:13 SyntaxError: invalid syntax\n"},
    {"with a", "! 1:7 SyntaxError: expected ':'\n"},
    {"with a as 1: pass", "! 1:11 SyntaxError: cannot assign to literal\n"},
    {"with: pass", "! 1:5 SyntaxError: invalid syntax\n"},
    {"from a import", "! 1:14 SyntaxError: invalid syntax\n"},
    {"from a import ()", "! 1:16 SyntaxError: invalid syntax\n"},
    {"from a import b,",
     "! 1:17 SyntaxError: trailing comma not allowed without surrou"
     "nding parentheses\n"},
    {"from a import (b", "! 1:15... SyntaxError: '(' was never closed\n"},
    {"from a import b c", "! 1:17 SyntaxError: invalid syntax\n"},
    {"import a as b.c", "! 1:14 SyntaxError: invalid syntax\n"},
    {"pass x", "! 1:6 SyntaxError: invalid syntax\n"},
    {";", "! 1:1 SyntaxError: invalid syntax\n"},
    {"a;;b", "! 1:3 SyntaxError: invalid syntax\n"},
    {"1: int", "! 1:1 SyntaxError: illegal target for annotation\n"},
    {"a, b: int",
     "! 1:1 SyntaxError: only single target (not tuple) can be anno"
     "tated\n"},
    {"[a]: int", "! 1:1 SyntaxError: only single target (not list) can be annot"
                 "ated\n"},
    {"a:", "! 1:3 SyntaxError: invalid syntax\n"},
    {"a ? b", "! 1:3 SyntaxError: invalid syntax\n"},
    {"$", "! 1:1 SyntaxError: invalid syntax\n"},
    {"x = `a`", "! 1:5 SyntaxError: invalid syntax\n"},
    {"a <> b", "! 1:3 SyntaxError: invalid syntax\n"},
    {"a -> b", "! 1:3 SyntaxError: invalid syntax\n"},
    {"  x = 1", "! 1:3 IndentationError: unexpected indent\n"},
    {"a\n  b", "! 2:3 IndentationError: unexpected indent\n"},
    {"\tx\n", "! 1:2 IndentationError: unexpected indent\n"},
    {"for i in x:\n\ty\n        z\n",
     "! 3:9 TabError: inconsistent use of tabs and spaces in indent"
     "ation\n"},
    {"for i in x:\n        y\n\tz\n",
     "! 3:2 TabError: inconsistent use of tabs and spaces in indent"
     "ation\n"},
    {"for i in x:\n    y\n  z",
     "! 3:3 IndentationError: unindent does not match any outer ind"
     "entation level\n"},
    {"for x in y:\n  a\n   b", "! 3:4 IndentationError: unexpected indent\n"},
    {"\"abc", "! 1:1 SyntaxError: unterminated string literal (detected at l"
              "ine 1)\n"},
    {"'abc\ndef'",
     "! 1:1 SyntaxError: unterminated string literal (detected at l"
     "ine 1)\n"},
    {"\"abc\\", "! 1:1... SyntaxError: unterminated string literal (detected a"
                "t line 1)\n"},
    {"\"abc\\\n",
     "! 1:1... SyntaxError: unterminated string literal (detected a"
     "t line 1)\n"},
    {"\"\"\"abc",
     "! 1:1... SyntaxError: unterminated triple-quoted string liter"
     "al (detected at line 1)\n"},
    {"'''a\n\n", "! 1:1... SyntaxError: unterminated triple-quoted string liter"
                 "al (detected at line 2)\n"},
    {"x = '\"", "! 1:5 SyntaxError: unterminated string literal (detected at l"
                "ine 1)\n"},
    {"r'\\'", "! 1:1 SyntaxError: unterminated string literal (detected at l"
              "ine 1)\n"},
    {"ur'a'", "! 1:3 SyntaxError: invalid syntax\n"},
    {"bu'a'", "! 1:3 SyntaxError: invalid syntax\n"},
    {"b'\303\251'",
     "! 1:1 SyntaxError: bytes can only contain ASCII literal chara"
     "cters\n"},
    {"b'a' 'b'", "! 1:1 SyntaxError: cannot mix bytes and nonbytes literals\n"},
    {"'\\x4'", "! 1:1 SyntaxError: (unicode error) 'unicodeescape' codec can'"
               "t decode bytes in position 0-2: truncated \\xXX escape\n"},
    {"'\\u12'", "! 1:1 SyntaxError: (unicode error) 'unicodeescape' codec can'"
                "t decode bytes in position 0-3: truncated \\uXXXX escape\n"},
    {"'\\U12'", "! 1:1 SyntaxError: (unicode error) 'unicodeescape' codec can'"
                "t decode bytes in position 0-3: truncated \\UXXXXXXXX escape"
                "\n"},
    {"'\\U00110000'",
     "! 1:1 SyntaxError: (unicode error) 'unicodeescape' codec can'"
     "t decode bytes in position 0-9: illegal Unicode character\n"},
    {"'\\N'", "! 1:1 SyntaxError: (unicode error) 'unicodeescape' codec can'"
              "t decode bytes in position 0-1: malformed \\N character escap"
              "e\n"},
    {"'\303\251\\x'",
     "! 1:1 SyntaxError: (unicode error) 'unicodeescape' codec can'"
     "t decode bytes in position 10-11: truncated \\xXX escape\n"},
    {"b'\\x4'", "! 1:1 SyntaxError: (value error) invalid \\x escape at positi"
                "on 0\n"},
    {"x = 0777", "! 1:5 SyntaxError: leading zeros in decimal integer literals "
                 "are not permitted; use an 0o prefix for octal integers\n"},
    {"01", "! 1:1 SyntaxError: leading zeros in decimal integer literals "
           "are not permitted; use an 0o prefix for octal integers\n"},
    {"0_7", "! 1:1 SyntaxError: leading zeros in decimal integer literals "
            "are not permitted; use an 0o prefix for octal integers\n"},
    {"1_", "! 1:2 SyntaxError: invalid decimal literal\n"},
    {"1__0", "! 1:2 SyntaxError: invalid decimal literal\n"},
    {"1_.5", "! 1:2 SyntaxError: invalid decimal literal\n"},
    {"1._5", "! 1:2 SyntaxError: invalid decimal literal\n"},
    {"1e", "! 1:1 SyntaxError: invalid decimal literal\n"},
    {"1e+", "! 1:3 SyntaxError: invalid decimal literal\n"},
    {"1e5_", "! 1:4 SyntaxError: invalid decimal literal\n"},
    {"1a", "! 1:1 SyntaxError: invalid decimal literal\n"},
    {"1.a", "! 1:2 SyntaxError: invalid decimal literal\n"},
    {"0x", "! 1:2 SyntaxError: invalid hexadecimal literal\n"},
    {"0xg", "! 1:2 SyntaxError: invalid hexadecimal literal\n"},
    {"0x1_", "! 1:4 SyntaxError: invalid hexadecimal literal\n"},
    {"0b12", "! 1:4 SyntaxError: invalid digit '2' in binary literal\n"},
    {"0b2", "! 1:3 SyntaxError: invalid digit '2' in binary literal\n"},
    {"0o8", "! 1:3 SyntaxError: invalid digit '8' in octal literal\n"},
    {"0o1a", "! 1:3 SyntaxError: invalid octal literal\n"},
    {"1jj", "! 1:2 SyntaxError: invalid imaginary literal\n"},
    {"1.2.3", "! 1:4 SyntaxError: invalid syntax\n"},
    {"1 2", "! 1:3 SyntaxError: invalid syntax\n"},
    {"a\\ b", "! 1:3 SyntaxError: unexpected character after line continuati"
              "on character\n"},
    {"a\\", "! 1:3... SyntaxError: unexpected EOF while parsing\n"},
    {"a + \\", "! 1:6... SyntaxError: unexpected EOF while parsing\n"},
    {"a + \\\n", "! 1:6... SyntaxError: unexpected EOF while parsing\n"},
    {"(a\\\n", "! 1:1... SyntaxError: '(' was never closed\n"},
    {"x = \342\200\234a\342\200\235",
     "! 1:5 SyntaxError: invalid character '\342\200\234' (U+201C)"
     "\n"},
    {"a\302\240= 1",
     "! 1:2 SyntaxError: invalid non-printable character U+00A0\n"},
    {"a\342\200\213",
     "! 1:2 SyntaxError: invalid non-printable character U+200B\n"},
    {"\342\202\254 = 1",
     "! 1:1 SyntaxError: invalid character '\342\202\254' (U+20AC)"
     "\n"},
    {"a\001", "! 1:2 SyntaxError: invalid non-printable character U+0001\n"},
    {"!ls", "! 1:1 SyntaxError: invalid syntax\n"},
    {"%x", "! 1:1 SyntaxError: invalid syntax\n"},
    {"%matplotlib inline", "! 1:1 SyntaxError: invalid syntax\n"},
    {"x?", "! 1:2 SyntaxError: invalid syntax\n"},
    {"x = (1,\ny = 2", "! 1:5... SyntaxError: '(' was never closed\n"},
    {"f(a\nb = 3\nc", "! 1:2 SyntaxError: '(' was never closed\n"},
    {"x = (1 2\n'abc",
     "! 2:1 SyntaxError: unterminated string literal (detected at l"
     "ine 2)\n"},
    {"a b\n'abc",
     "! 2:1 SyntaxError: unterminated string literal (detected at l"
     "ine 2)\n"},
    {"a b )", "! 1:5 SyntaxError: unmatched ')'\n"},
};

static void errors_are_worded_as_pythons(void **state)
{
    CHECK_CASES(errors, SS_SCRIPT_FILE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(errors_are_worded_as_pythons),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
