/* SPDX-License-Identifier: MIT
 * The parser: trees of what is supported, notebook cells, and limits.
 */
#include "parser_check.h"

static const parser_case trees[] = {
    {"", ""},
    {"\n\n\n", ""},
    {"#x", ""},
    {"  # x\n\t\n", ""},
    {"pass", "(pass)\n"},
    {"a; b;", "(quiet a)\n(quiet b)\n"},
    {"a ;b ; # c", "(quiet a)\n(quiet b)\n"},
    {"x = 1", "(assign x 1)\n"},
    {"a = b = c, d = 1, 2", "(assign a b (tuple c d) (tuple 1 2))\n"},
    {"[a, b] = 1, 2", "(assign (list a b) (tuple 1 2))\n"},
    {"(a, (b, [c])), d = x",
     "(assign (tuple (tuple a (tuple b (list c))) d) x)\n"},
    {"() = [] = x", "(assign (tuple) (list) x)\n"},
    {"a, = x", "(assign (tuple a) x)\n"},
    {"for x, in y: pass", "(for (tuple x) y (pass))\n"},
    {"for i in range(3): print(i); print(2)\n",
     "(for i (call range 3) (quiet (call print i)) (show (call prin"
     "t 2)))\n"},
    {"for i in x:\n  for j in i:\n    j\n  k\nl",
     "(for i x (for j i (show j)) (show k))\n(show l)\n"},
    {"for i in x:\n\ty\n\n# c\n\tz\n", "(for i x (show y) (show z))\n"},
    {"with a: pass", "(with a - (pass))\n"},
    {"with a as b: c", "(with a b (show c))\n"},
    {"with (a): b", "(with a - (show b))\n"},
    {"with (a,): b", "(with a - (show b))\n"},
    {"with (a, b) as c: d", "(with (tuple a b) c (show d))\n"},
    {"with a(b=1) as (c, d):\n    e",
     "(with (call a b=1) (tuple c d) (show e))\n"},
    {"import a.b.c", "(import a.b.c - a)\n"},
    {"import a.b as c, d", "(import a.b - c)\n(import d - d)\n"},
    {"from a.b import c as d, e", "(import a.b c d)\n(import a.b e e)\n"},
    {"from a import (b,\n  c as d,)", "(import a b b)\n(import a c d)\n"},
    {"(1)", "(show 1)\n"},
    {"(1,)", "(show (tuple 1))\n"},
    {"()", "(show (tuple))\n"},
    {"[]", "(show (list))\n"},
    {"{}", "(show (dict))\n"},
    {"[1, 2,]", "(show (list 1 2))\n"},
    {"{1: 2, 3: 4,}", "(show (dict 1 2 3 4))\n"},
    {"{\"a\" \"b\": 1}", "(show (dict \"ab\" 1))\n"},
    {"x=1_000 + 0x_ff + 1e5_0j + .5 + 5.",
     "(assign x (+ (+ (+ (+ 1000 0xff) 1e50j) .5) 5.))\n"},
    {"0_0", "(show 00)\n"},
    {"00", "(show 00)\n"},
    {"09.5", "(show 09.5)\n"},
    {"0XaF", "(show 0XaF)\n"},
    {"0O17", "(show 0O17)\n"},
    {"0B1", "(show 0B1)\n"},
    {"1E+5", "(show 1E+5)\n"},
    {"1e-5", "(show 1e-5)\n"},
    {"0e0", "(show 0e0)\n"},
    {"1_0.0_1e1_0", "(show 10.01e10)\n"},
    {"1j", "(show 1j)\n"},
    {"1.J", "(show 1.j)\n"},
    {"10 .real", "(show (. 10 real))\n"},
    {"1..real", "(show (. 1. real))\n"},
    {"x[1][2, 3]", "(show (index (index x 1) (tuple 2 3)))\n"},
    {"x[1,]", "(show (index x (tuple 1)))\n"},
    {"x[1:2]", "(show (index x (slice 1 2 None)))\n"},
    {"x[:]", "(show (index x (slice None None None)))\n"},
    {"x[::2, 1:]",
     "(show (index x (tuple (slice None None 2) (slice 1 None None))))\n"},
    {"x[(1, 2)]", "(show (index x (tuple 1 2)))\n"},
    {"x[...]", "(show (index x ...))\n"},
    {"f()()[0].a(b)(c=1)",
     "(show (call (call (. (index (call (call f)) 0) a) b) c=1))\n"},
    {"f(1, a=2, b=3,)", "(show (call f 1 a=2 b=3))\n"},
    {"f(a)(b)", "(show (call (call f a) b))\n"},
    {"a.b.c", "(show (. (. a b) c))\n"},
    {"a . b\\\n. c", "(show (. (. a b) c))\n"},
    {"None, True, False, ...", "(show (tuple None True False ...))\n"},
    {"1 + 2 * 3 ** 4", "(show (+ 1 (* 2 (** 3 4))))\n"},
    {"a | b ^ c & d << e + f * -g",
     "(show (| a (^ b (& c (<< d (+ e (* f (u- g))))))))\n"},
    {"a - b - c", "(show (- (- a b) c))\n"},
    {"a ** b ** c", "(show (** a (** b c)))\n"},
    {"2**-1**2", "(show (** 2 (u- (** 1 2))))\n"},
    {"-2**2", "(show (u- (** 2 2)))\n"},
    {"- -+~a", "(show (u- (u- (u+ (~ a)))))\n"},
    {"a @ b // c % d >> e", "(show (>> (% (// (@ a b) c) d) e))\n"},
    {"(a + b) * c", "(show (* (+ a b) c))\n"},
    {"-a.b[c](d)**-e", "(show (u- (** (call (index (. a b) c) d) (u- e))))\n"},
    {"1+2j", "(show (+ 1 2j))\n"},
    {"'a' \"b\" 'c'", "(show \"abc\")\n"},
    {"'a'\\\n'b'", "(show \"ab\")\n"},
    {"('a'\n  'b')", "(show \"ab\")\n"},
    {"b'a' B'\\x00'", "(show b\"a\\x00\")\n"},
    {"r'\\n' R'\\'' u'a'", "(show \"\\x5cn\\x5c'a\")\n"},
    {"rb'\\x' bR'\\\\'", "(show b\"\\x5cx\\x5c\\x5c\")\n"},
    {"'\\\\ \\' \\\" \\a\\b\\f\\n\\r\\t\\v'",
     "(show \"\\x5c ' \\x22 \\x07\\x08\\x0c\\x0a\\x0d\\x09\\x0b\")"
     "\n"},
    {"'\\0 \\12 \\1234 \\777'", "(show \"\\x00 \\x0a S4 \\xc7\\xbf\")\n"},
    {"'\\x41\\u00e9\\U0001f600'",
     "(show \"A\\xc3\\xa9\\xf0\\x9f\\x98\\x80\")\n"},
    {"'\\ud800'", "(show \"\\xed\\xa0\\x80\")\n"},
    {"'\\q\\8\\z'", "(show \"\\x5cq\\x5c8\\x5cz\")\n"},
    {"'a\\\nb'", "(show \"ab\")\n"},
    {"'''a\n\"'b'''", "(show \"a\\x0a\\x22'b\")\n"},
    {"'''a\r\nb\rc'''", "(show \"a\\x0ab\\x0ac\")\n"},
    {"\"\"\"\"a\\\"\"\"\"", "(show \"\\x22a\\x22\")\n"},
    {"'#'  # '", "(show \"#\")\n"},
    {"'\303\251\360\237\230\200'",
     "(show \"\\xc3\\xa9\\xf0\\x9f\\x98\\x80\")\n"},
    {"\303\251 = \344\270\255_1", "(assign \303\251 \344\270\255_1)\n"},
    {"match = 3; match", "(assign match 3)\n(show match)\n"},
    {"case = _ = type", "(assign case _ type)\n"},
    {"type(3)", "(show (call type 3))\n"},
    {"match(x)", "(show (call match x))\n"},
    {"match[0]", "(show (index match 0))\n"},
    {"print(match)", "(show (call print match))\n"},
    {"x = (1,\n\n# c\n2)", "(assign x (tuple 1 2))\n"},
    {"x = [\n1\n]\n", "(assign x (list 1))\n"},
    {"a\\\n+b", "(show (+ a b))\n"},
    {"a = 1 \\\n\nb", "(assign a 1)\n(show b)\n"},
    {"\\\na", "(show a)\n"},
    {"a\rb\r\nc\n", "(show a)\n(show b)\n(show c)\n"},
    {"\014a", "(show a)\n"},
    {"a\014+ b", "(show (+ a b))\n"},
    {"a\t+\tb", "(show (+ a b))\n"},
    {"x = 1,", "(assign x (tuple 1))\n"},
    {"x,y=1,2", "(assign (tuple x y) (tuple 1 2))\n"},
    {"print(1, sep='')", "(show (call print 1 sep=\"\"))\n"},
    {"'''doc'''\nx", "(show \"doc\")\n(show x)\n"},
    {"x = 1 # \303\251", "(assign x 1)\n"},
    {"lambda_ = 1", "(assign lambda_ 1)\n"},
    {"nota", "(show nota)\n"},
    {"inx = Nonex", "(assign inx Nonex)\n"},
};

static const parser_case cells[] = {
    {"%matplotlib inline\nx = 1\n",
     "(magic \"%matplotlib inline\")\n(assign x 1)\n"},
    {"!pip install a \\\n b\nx % 2",
     "(magic \"!pip install a \\x5c\")\n(show (% x 2))\n"},
    {"np.random.rand?", "(magic \"np.random.rand?\")\n"},
    {"?np", "(magic \"?np\")\n"},
    {"np?\?", "(magic \"np?\?\")\n"},
    {"x[0]?", "(magic \"x[0]?\")\n"},
    {"%cd?", "(magic \"%cd?\")\n"},
    {"for i in x:\n    %cd /\n    y\n",
     "(for i x (magic \"%cd /\") (show y))\n"},
    {"%%bash\nwhile true\n", "(magic \"%%bash\")\n"},
    {"\n \n%%html\n<b>", "(magic \"%%html\")\n"},
    {"%%time\nx = 1\n", "! 1:1 magic '%%time' is not supported\n"},
    {"%time x = 1\n", "! 1:1 magic '%time' is not supported\n"},
    {"%timeit x", "! 1:1 magic '%timeit' is not supported\n"},
    {"%precision 3", "! 1:1 magic '%precision' is not supported\n"},
    {"%config InlineBackend.figure_format = 'svg'",
     "(magic \"%config InlineBackend.figure_format = 'svg'\")\n"},
    {"%config InteractiveShell.ast_node_interactivity = 'all'",
     "! 1:1 magic '%config' is not supported\n"},
    {"%config IPCompleter.greedy = True",
     "(magic \"%config IPCompleter.greedy = True\")\n"},
    {"# c\n%%bash\nx",
     "! 2:1 a cell magic below the first line is not supported\n"},
    {"x = 1\n%%time\ny",
     "! 2:1 a cell magic below the first line is not supported\n"},
    {"x = (1\n%2)", "(assign x (% 1 2))\n"},
    {"x = 1 \\\n%2", "(assign x (% 1 2))\n"},
    {"x = %time 1", "! 1:5 assignment of a magic's result is not supported\n"},
    {"x = !ls", "! 1:5 assignment of a magic's result is not supported\n"},
    {"x; %time", "! 1:4 SyntaxError: invalid syntax\n"},
    {"for i in x: %time", "! 1:13 SyntaxError: invalid syntax\n"},
    {"pip install a\n", "(magic \"pip install a\")\n"},
    {"pip install a\nx", "! 1:5 SyntaxError: invalid syntax\n"},
    {"pip = 1", "(assign pip 1)\n"},
    {"pip", "(show pip)\n"},
    {"conda install -y a", "(magic \"conda install -y a\")\n"},
    {"  x = 1\n  y\n", "(assign x 1)\n(show y)\n"},
    {"\tx\n\n\t%ls\n", "(show x)\n(magic \"%ls\")\n"},
    {"  x\n y", "! 1:3 IndentationError: unexpected indent\n"},
    {"    for i in x:\n        y\n    z z",
     "! 3:7 SyntaxError: invalid syntax\n"},
    {"  '''a\n  b\n   \n'''", "! 1:3 IndentationError: unexpected indent\n"},
    {"  '''a\n  b\n   \n  c'''", "(show \"a\\x0ab\\x0a\\x0ac\")\n"},
    {">>> x", "! 1:1 a '>>>' prompt in a cell is not supported\n"},
    {"/f 1", "! 1:1 a call without parentheses is not supported\n"},
    {",f a", "! 1:1 a call without parentheses is not supported\n"},
    {"a / b", "(show (/ a b))\n"},
    {"%", "(magic \"%\")\n"},
    {"!", "(magic \"!\")\n"},
    {"x?\ny", "(magic \"x?\")\n(show y)\n"},
    {"x ? y", "! 1:3 SyntaxError: invalid syntax\n"},
    {"\357\273\277x", "(show x)\n"},
    {"\357\273\277%ls\nx y", "! 2:3 SyntaxError: invalid syntax\n"},
    {"%ls\r\nx y", "! 2:3 SyntaxError: invalid syntax\n"},
    {"!a \\\r\nb\r\nx y", "! 3:3 SyntaxError: invalid syntax\n"},
    {"# coding: latin-1\n'\303\251'", "(show \"\\xc3\\xa9\")\n"},
    {"while 1:\n    pass", "! 1:1 'while' loop is not supported\n"},
    {"(\n%ls\n)", "! 2:1 SyntaxError: invalid syntax\n"},
    {"'''\n%ls\n'''", "(show \"\\x0a%ls\\x0a\")\n"},
};

static void trees_are_as_listed(void **state)
{
    CHECK_CASES(trees, SS_SCRIPT_FILE);
}

static void cells_may_hold_what_ipython_takes(void **state)
{
    CHECK_CASES(cells, SS_SCRIPT_CELL);
}

static void the_prompt_knows_magics_too(void **state)
{
    check_bytes("%cd /\nx", 7, SS_SCRIPT_PROMPT,
                "(magic \"%cd /\")\n(show x)\n");
}

static void a_place_is_that_of_the_name_or_operator(void **state)
{
    static const char source[] = "x = \xc3\xa9.rand(1)[2] +\\\n  -y";
    ss_script_cell cell = {
        .name = "test", .source = source, .size = sizeof source - 1};
    ss_script_error error;
    ssi_tree tree;
    const ssi_node *sum, *index, *call;

    assert_true(ssi_parse(&cell, SS_SCRIPT_FILE, &tree, &error));
    sum = tree.body.items[0]->u.assign.value;
    index = sum->u.binary.left;
    call = index->u.binary.left;
    assert_int_equal(tree.body.items[0]->place.column, 1);
    assert_int_equal(sum->place.column, 18);
    assert_int_equal(index->place.column, 14);
    assert_int_equal(call->place.column, 7);
    assert_int_equal(call->u.call.callee->u.attribute.object->place.column, 5);
    assert_int_equal(sum->u.binary.right->place.line, 2);
    assert_int_equal(sum->u.binary.right->place.column, 3);
    assert_int_equal(sum->height, 5);
    ssi_arena_free(&tree.arena);
}

static void a_failed_parse_leaves_an_empty_tree(void **state)
{
    ss_script_cell cell = {.name = "test", .source = "x = (1", .size = 6};
    ss_script_error error;
    ssi_tree tree;

    assert_false(ssi_parse(&cell, SS_SCRIPT_FILE, &tree, &error));
    assert_int_equal(error.status, SS_ERR_SYNTAX);
    assert_true(error.incomplete);
    assert_null(tree.arena.blocks);
    assert_int_equal(tree.body.count, 0);
    cell = (ss_script_cell){.name = "test", .source = "if x: y", .size = 7};
    assert_false(ssi_parse(&cell, SS_SCRIPT_FILE, &tree, &error));
    assert_int_equal(error.status, SS_ERR_UNSUPPORTED);
    assert_false(error.incomplete);
}

static void bytes_that_are_no_text_are_refused(void **state)
{
    check_bytes("x = 1\ny\0z", 9, SS_SCRIPT_FILE,
                "! 2:2 SyntaxError: source code cannot contain null bytes\n");
    check_bytes("\xef\xbb\xbfx = 1", 8, SS_SCRIPT_FILE, "(assign x 1)\n");
    check_bytes("\xc3\xa9\xff", 3, SS_SCRIPT_FILE,
                "! 1:2 SyntaxError: (unicode error) 'utf-8' codec can't decode "
                "byte 0xff in position 2\n");
    check_bytes("'\xed\xa0\x80'", 5, SS_SCRIPT_CELL,
                "! 1:2 SyntaxError: (unicode error) 'utf-8' codec can't decode "
                "byte 0xed in position 1\n");
    check_bytes("x\xc3", 2, SS_SCRIPT_FILE,
                "! 1:2 SyntaxError: (unicode error) 'utf-8' codec can't decode "
                "byte 0xc3 in position 1\n");
}

/* A source of count times unit: its dump begins so. */
static void check_long(const char *unit, size_t count, const char *want)
{
    size_t size = strlen(unit);
    char *source = malloc(size * count + 1), *dump;

    assert_non_null(source);
    for (size_t i = 0; i < count; i++)
        memcpy(source + i * size, unit, size);
    dump = dump_of(source, size * count, SS_SCRIPT_FILE);
    if (strncmp(dump, want, strlen(want)) != 0)
        fail_msg("%zu times %s gives %.200s", count, unit, dump);
    free(dump);
    free(source);
}

static void depth_is_bounded(void **state)
{
    static const char deep[] = "an expression nested this deep is not";
    char want[80];
    static const struct {
        const char *unit, *place;
    } units[] = {{"-", "1:400"},   {"2**", "1:1198"}, {"a+", "1:2000"},
                 {"a.", "1:2001"}, {"f(a=", "1:799"}, {"{1:", "1:599"}};

    check_long("(", 10000, "! 1:201 SyntaxError: too many nested parentheses");
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        snprintf(want, sizeof want, "! %s %s", units[i].place, deep);
        check_long(units[i].unit, 100000, want);
    }
    check_long("a.b + ", 900, "! 1:5401 SyntaxError: invalid syntax");
    check_long("for i in x: ", 10000, "! 1:13 SyntaxError: invalid syntax");
    check_long("x;", 500000, "(quiet x)\n(quiet x)\n");
    check_long("x = 1\n", 100000, "(assign x 1)\n");
    check_long("9", 4301,
               "! 1:1 SyntaxError: Exceeds the limit (4300 digits) "
               "for integer string conversion: value has 4301 "
               "digits; use sys.set_int_max_str_digits() to");
    check_long("0", 4301, "(show 000");
}

/* Calls of calls: f()()()... */
static void chains_of_calls_are_bounded(void **state)
{
    enum { COUNT = 100000 };
    char *source = malloc(1 + 2 * COUNT), *dump;

    assert_non_null(source);
    source[0] = 'f';
    for (int i = 0; i < COUNT; i++)
        memcpy(source + 1 + 2 * i, "()", 2);
    dump = dump_of(source, 1 + 2 * COUNT, SS_SCRIPT_FILE);
    assert_string_equal(
        dump, "! 1:2000 an expression nested this deep is not supported\n");
    free(dump);
    free(source);
}

static void blocks_are_bounded_as_in_python(void **state)
{
    char *text, *dump;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    assert_non_null(out);
    for (int i = 0; i < 21; i++)
        fprintf(out, "%*sfor x in y:\n", i, "");
    fclose(out);
    dump = dump_of(text, size, SS_SCRIPT_FILE);
    assert_string_equal(dump, "! 21:21 SyntaxError: too many statically "
                              "nested blocks\n");
    free(dump);
    free(text);
}

static void a_call_has_255_keywords_at_most(void **state)
{
    char *text, *dump;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    assert_non_null(out);
    fputs("f(", out);
    for (int i = 0; i < 256; i++)
        fprintf(out, "\na%d=1,", i);
    fclose(out);
    dump = dump_of(text, size, SS_SCRIPT_FILE);
    assert_string_equal(dump, "! 257:1 a call with more than 255 keywords is "
                              "not supported\n");
    free(dump);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trees_are_as_listed),
        cmocka_unit_test(cells_may_hold_what_ipython_takes),
        cmocka_unit_test(the_prompt_knows_magics_too),
        cmocka_unit_test(a_place_is_that_of_the_name_or_operator),
        cmocka_unit_test(a_failed_parse_leaves_an_empty_tree),
        cmocka_unit_test(bytes_that_are_no_text_are_refused),
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(chains_of_calls_are_bounded),
        cmocka_unit_test(blocks_are_bounded_as_in_python),
        cmocka_unit_test(a_call_has_255_keywords_at_most),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
