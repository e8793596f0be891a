/* SPDX-License-Identifier: MIT
 * The parser: trees of what is supported, the place and the name of what is
 * not, and Python's own words for syntax errors.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tree_dump.h"

/* Source and its dump; "... is not supported" stands for the whole text. */
static const struct {
    const char *source, *dump;
} cases[] = {
    {"while True: pass",
     "! 1:1 'while' loop is not supported\n"},
    {"x = [i for i in y]",
     "! 1:8 comprehension is not supported\n"},
    {"a <",
     "! 1:3 comparison is not supported\n"},
    {"f(a=1, 2)",
     "! 1:8 SyntaxError: positional argument follows keyword argument\n"},
    {"(((",
     "! 1:3... SyntaxError: '(' was never closed\n"},
    {"f(a=1,a=2)",
     "! 1:7 SyntaxError: keyword argument repeated: a\n"},
    {"1 = x",
     "! 1:1 SyntaxError: cannot assign to literal here. Maybe you mean"
     "t '==' instead of '='?\n"},
    {"x.y = 3",
     "! 1:3 assignment to an attribute is not supported\n"},
    {"x[0] = 3",
     "! 1:2 assignment to an index is not supported\n"},
    {"x += 1",
     "! 1:3 augmented assignment is not supported\n"},
    {"x: int = 3",
     "! 1:2 annotated assignment is not supported\n"},
    {"for i in x:\n",
     "! 2:1... IndentationError: expected an indented block after 'for"
     "' statement on line 1\n"},
    {"for i in x:\nprint(1)",
     "! 2:1 IndentationError: expected an indented block after 'for' s"
     "tatement on line 1\n"},
    {"  x = 1",
     "! 1:3 IndentationError: unexpected indent\n"},
    {"if x:\n  y\n",
     "! 1:1 'if' statement is not supported\n"},
    {"\"abc",
     "! 1:1 SyntaxError: unterminated string literal (detected at line"
     " 1)\n"},
    {"\"\"\"abc",
     "! 1:1... SyntaxError: unterminated triple-quoted string literal "
     "(detected at line 1)\n"},
    {"x = 0777",
     "! 1:5 SyntaxError: leading zeros in decimal integer literals are"
     " not permitted; use an 0o prefix for octal integers\n"},
    {"x=1_000 + 0x_ff + 1e5_0j + .5 + 5.",
     "(assign x (+ (+ (+ (+ 1000 0xff) 1e50j) .5) 5.))\n"},
    {"1_",
     "! 1:3 SyntaxError: invalid decimal literal\n"},
    {"f\"a\"",
     "! 1:1 f-string is not supported\n"},
    {"lambda: 3",
     "! 1:1 'lambda' function is not supported\n"},
    {"a and b",
     "! 1:3 boolean operator 'and' is not supported\n"},
    {"a if b else c",
     "! 1:3 conditional expression is not supported\n"},
    {"x[1:2]",
     "! 1:4 slice is not supported\n"},
    {"x[:]",
     "! 1:3 slice is not supported\n"},
    {"{1,2}",
     "! 1:2 set display is not supported\n"},
    {"{**a}",
     "! 1:2 dict unpacking is not supported\n"},
    {"print \"x\"",
     "! 1:1 SyntaxError: Missing parentheses in call to 'print'. Did y"
     "ou mean print(...)?\n"},
    {"a = b = c, d = 1, 2",
     "(assign a b (tuple c d) (tuple 1 2))\n"},
    {"(1)",
     "(show 1)\n"},
    {"(1,)",
     "(show (tuple 1))\n"},
    {"(a\n+b)",
     "(show (+ a b))\n"},
    {"for x in 1,2: pass\nelse: pass",
     "! 2:1 'else' of a 'for' loop is not supported\n"},
    {"x = yield",
     "! 1:5 'yield' expression is not supported\n"},
    {"@d\n",
     "! 1:1 decorator is not supported\n"},
    {"del x",
     "! 1:1 'del' statement is not supported\n"},
    {"a; b;",
     "(quiet a)\n(quiet b)\n"},
    {"match x:\n  case 1: pass",
     "! 1:1 'match' statement is not supported\n"},
    {"match = 3; match",
     "(assign match 3)\n(show match)\n"},
    {"\303\251 = 3",
     "(assign \303\251 3)\n"},
    {"a\\\n+b",
     "(show (+ a b))\n"},
    {"a\\ b",
     "! 1:2 SyntaxError: unexpected character after line continuation "
     "character\n"},
    {"x = $",
     "! 1:5 SyntaxError: invalid syntax\n"},
    {"x = a ? b",
     "! 1:7 SyntaxError: invalid syntax\n"},
    {"\tx\n",
     "! 1:2 IndentationError: unexpected indent\n"},
    {"for i in x:\n\ty\n        z\n",
     "! 3:9 TabError: inconsistent use of tabs and spaces in indentati"
     "on\n"},
    {"for i in x:\n    y\n  z",
     "! 3:3 IndentationError: unindent does not match any outer indent"
     "ation level\n"},
    {"a!=b",
     "! 1:2 comparison is not supported\n"},
    {"a := 3",
     "! 1:3 assignment expression ':=' is not supported\n"},
    {"(a := 3)",
     "! 1:4 assignment expression ':=' is not supported\n"},
    {"not x",
     "! 1:1 boolean operator 'not' is not supported\n"},
    {"x in y",
     "! 1:3 comparison 'in' is not supported\n"},
    {"from . import a",
     "! 1:6 relative import is not supported\n"},
    {"from a import *",
     "! 1:15 'from ... import *' is not supported\n"},
    {"import a.b.c",
     "(import a.b.c - a)\n"},
    {"import a.b as c",
     "(import a.b - c)\n"},
    {"2**-1**2",
     "(show (** 2 (u- (** 1 2))))\n"},
    {"-2**2",
     "(show (u- (** 2 2)))\n"},
    {"f(x for x in y)",
     "! 1:5 comprehension is not supported\n"},
    {"f()()[0].a(b)(c=1)",
     "(show (call (call (. (index (call (call f)) 0) a) b) c=1))\n"},
    {"0_0",
     "(show 00)\n"},
    {"00",
     "(show 00)\n"},
    {"09.5",
     "(show 09.5)\n"},
    {"1if",
     "! 1:2 conditional expression is not supported\n"},
    {"0xg",
     "! 1:3 SyntaxError: invalid hexadecimal literal\n"},
    {"0b12",
     "! 1:4 SyntaxError: invalid digit in binary literal\n"},
    {"1__0",
     "! 1:3 SyntaxError: invalid decimal literal\n"},
    {"b\"\303\251\"",
     "! 1:1 SyntaxError: bytes can only contain ASCII literal characte"
     "rs\n"},
    {"b\"a\" \"b\"",
     "! 1:1 SyntaxError: cannot mix bytes and nonbytes literals\n"},
    {"\"\\xz\"",
     "! 1:1 SyntaxError: (unicode error) 'unicodeescape' codec can't d"
     "ecode bytes in position 0-1: truncated \\xXX escape\n"},
    {"\"\\N{DASH}\"",
     "! 1:1 \\N{...} in a string is not supported\n"},
    {"b\"\\xff\\377\"",
     "(show b\"\\xff\\xff\")\n"},
    {"\"\\\n\"",
     "(show \"\")\n"},
    {"\"a\nb\"",
     "! 1:1 SyntaxError: unterminated string literal (detected at line"
     " 1)\n"},
    {"!ls",
     "! 1:1 SyntaxError: invalid syntax\n"},
    {"%x",
     "! 1:1 SyntaxError: invalid syntax\n"},
    {")",
     "! 1:1 SyntaxError: unmatched ')'\n"},
    {"(]",
     "! 1:2 SyntaxError: closing parenthesis ']' does not match openin"
     "g parenthesis '('\n"},
    {"x = (1,\n2",
     "! 1:5... SyntaxError: '(' was never closed\n"},
    {"pass",
     "(pass)\n"},
    {"type X = int",
     "! 1:1 'type' statement is not supported\n"},
    {"type(3)",
     "(show (call type 3))\n"},
    {"print(1) print(2)",
     "! 1:10 SyntaxError: invalid syntax\n"},
    {"a b",
     "! 1:3 SyntaxError: invalid syntax\n"},
    {"x = 5 5",
     "! 1:7 SyntaxError: invalid syntax\n"},
    {"class",
     "! 1:1 'class' definition is not supported\n"},
    {"None = 3",
     "! 1:1 SyntaxError: cannot assign to None\n"},
    {"(a, 1) = 2",
     "! 1:5 SyntaxError: cannot assign to literal\n"},
    {"[a, b] = 1, 2",
     "(assign (list a b) (tuple 1 2))\n"},
    {"f() = 2",
     "! 1:1 SyntaxError: cannot assign to function call here. Maybe yo"
     "u meant '==' instead of '='?\n"},
    {"*a, b = 1",
     "! 1:1 starred expression is not supported\n"},
    {"for i in range(3): print(i); print(2)\n",
     "(for i (call range 3) (quiet (call print i)) (show (call print 2"
     ")))\n"},
    {"x = {1: 2, 3: 4,}",
     "(assign x (dict 1 2 3 4))\n"},
    {"x = {\"a\" \"b\": 1}",
     "(assign x (dict \"ab\" 1))\n"},
    {"a.None",
     "! 1:3 SyntaxError: invalid syntax\n"},
    {"import as",
     "! 1:8 SyntaxError: invalid syntax\n"},
    {"\n\n\n",
     ""},
    {"",
     ""},
    {"#x",
     ""},
    {"with a as b, c: pass",
     "! 1:12 'with' of several items is not supported\n"},
    {"async def f(): pass",
     "! 1:1 'async' statement is not supported\n"},
    {"return 3",
     "! 1:1 'return' statement is not supported\n"},
};

/* The dump of a source, without the list of what is supported. */
static char *dump_of(const char *source, size_t size, ss_script_mode mode)
{
    static const char list[] = "; supported: ";
    char *text = NULL, *found;
    size_t length;
    FILE *out = open_memstream(&text, &length);

    assert_non_null(out);
    dump_source(out, source, size, mode);
    fclose(out);
    if (text[0] == '!' && (found = strstr(text, list)))
        strcpy(found, "\n");
    return text;
}

static void trees_and_errors_are_as_listed(void **state)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *source = cases[i].source;
        char *dump = dump_of(source, strlen(source), SS_SCRIPT_FILE);
        if (strcmp(dump, cases[i].dump) != 0)
            fail_msg("%s\ngives %s, not %s", source, dump, cases[i].dump);
        free(dump);
    }
}

static void check_cell(const char *source, const char *want)
{
    char *dump = dump_of(source, strlen(source), SS_SCRIPT_CELL);

    assert_string_equal(dump, want);
    free(dump);
}

static void magics_are_told_apart(void **state)
{
    check_cell("%matplotlib inline\nx = 1\n",
               "(magic \"%matplotlib inline\")\n(assign x 1)\n");
    check_cell("!pip install a \\\n b\nx % 2",
               "(magic \"!pip install a \\x5c\")\n(show (% x 2))\n");
    check_cell("np.random.rand?", "(magic \"np.random.rand?\")\n");
    check_cell("for i in x:\n    %cd /\n",
               "(for i x (magic \"%cd /\"))\n");
    check_cell("for i in x:\n  for j in i:\n    j",
               "(for i x (for j i (show j)))\n");
    check_cell("%%bash\nwhile true\n", "(magic \"%%bash\")\n");
    check_cell("%%time\nx = 1\n", "! 1:1 magic '%%time' is not supported\n");
    check_cell("%time x = 1\n", "! 1:1 magic '%time' is not supported\n");
    check_cell("%precision 3", "! 1:1 magic '%precision' is not supported\n");
    check_cell("x = (1\n%2)", "(assign x (% 1 2))\n");
}

static void bytes_that_are_no_text_are_refused(void **state)
{
    char *dump = dump_of("x = 1\ny\0z", 9, SS_SCRIPT_FILE);

    assert_string_equal(
        dump, "! 2:2 SyntaxError: source code cannot contain null bytes\n");
    free(dump);
    dump = dump_of("\xef\xbb\xbfx = 1", 8, SS_SCRIPT_FILE);
    assert_string_equal(dump, "(assign x 1)\n");
    free(dump);
    dump = dump_of("ab\xff", 3, SS_SCRIPT_FILE);
    assert_string_equal(dump,
                        "! 1:3 SyntaxError: (unicode error) 'utf-8' codec "
                        "can't decode byte 0xff in position 2\n");
    free(dump);
}

/* A source of count times unit is answered by an error with this text. */
static void check_long(const char *unit, size_t count, const char *want)
{
    size_t size = strlen(unit);
    char *source = malloc(size * count + 1), *dump;

    assert_non_null(source);
    for (size_t i = 0; i < count; i++)
        memcpy(source + i * size, unit, size);
    dump = dump_of(source, size * count, SS_SCRIPT_FILE);
    if (!strstr(dump, want))
        fail_msg("%zu times %s gives %.200s", count, unit, dump);
    free(dump);
    free(source);
}

static void depth_is_bounded(void **state)
{
    check_long("(", 10000, "1:201 SyntaxError: too many nested parentheses");
    check_long("-", 100000, "too many nested parentheses");
    check_long("2**", 100000, "too many nested parentheses");
    check_long("a+", 100000, "nested more than 1000 deep");
    check_long("f()", 1, "(show (call f))");
    check_long("a.", 100000, "nested more than 1000 deep");
    check_long("for i in x: ", 10000, "invalid syntax");
    check_long("x;", 500000, "(quiet x)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trees_and_errors_are_as_listed),
        cmocka_unit_test(magics_are_told_apart),
        cmocka_unit_test(bytes_that_are_no_text_are_refused),
        cmocka_unit_test(depth_is_bounded),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
