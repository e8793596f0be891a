/* SPDX-License-Identifier: MIT
 * Each construct of Python that is not supported, by name and place.
 */
#include "parser_check.h"

static const parser_case refused[] = {
    {"while True: pass", "! 1:1 'while' loop is not supported\n"},
    {"if x:\n    pass", "! 1:1 'if' statement is not supported\n"},
    {"a if b else c", "! 1:3 conditional expression is not supported\n"},
    {"def f(): pass", "! 1:1 'def' function is not supported\n"},
    {"class A: pass", "! 1:1 'class' definition is not supported\n"},
    {"x = lambda: 3", "! 1:5 'lambda' function is not supported\n"},
    {"f(lambda x: x)", "! 1:3 'lambda' function is not supported\n"},
    {"[i for i in x]", "! 1:4 comprehension is not supported\n"},
    {"{i for i in x}", "! 1:4 comprehension is not supported\n"},
    {"{i: i for i in x}", "! 1:7 comprehension is not supported\n"},
    {"(i for i in x)", "! 1:4 comprehension is not supported\n"},
    {"f(i for i in x)", "! 1:5 comprehension is not supported\n"},
    {"f(1, i for i in x)", "! 1:8 comprehension is not supported\n"},
    {"[i async for i in x]", "! 1:4 comprehension is not supported\n"},
    {"f\"{x}\"", "! 1:1 f-string is not supported\n"},
    {"x = F''", "! 1:5 f-string is not supported\n"},
    {"rf\"a\"", "! 1:1 f-string is not supported\n"},
    {"fR\"a\"", "! 1:1 f-string is not supported\n"},
    {"\"a\" f\"{b}\"", "! 1:5 f-string is not supported\n"},
    {"t\"{x}\"", "! 1:1 t-string is not supported\n"},
    {"a < b", "! 1:3 comparison is not supported\n"},
    {"a >= b", "! 1:3 comparison is not supported\n"},
    {"a == b", "! 1:3 comparison is not supported\n"},
    {"a != b", "! 1:3 comparison is not supported\n"},
    {"x in y", "! 1:3 comparison 'in' is not supported\n"},
    {"x not in y", "! 1:3 comparison 'not in' is not supported\n"},
    {"x is None", "! 1:3 comparison 'is' is not supported\n"},
    {"x is not y", "! 1:3 comparison 'is' is not supported\n"},
    {"a and b", "! 1:3 boolean operator 'and' is not supported\n"},
    {"a or b", "! 1:3 boolean operator 'or' is not supported\n"},
    {"not a", "! 1:1 boolean operator 'not' is not supported\n"},
    {"f(not a)", "! 1:3 boolean operator 'not' is not supported\n"},
    {"x = a or b", "! 1:7 boolean operator 'or' is not supported\n"},
    {"x += 1", "! 1:3 augmented assignment is not supported\n"},
    {"x //= 1", "! 1:3 augmented assignment is not supported\n"},
    {"x **= 2", "! 1:3 augmented assignment is not supported\n"},
    {"x @= y", "! 1:3 augmented assignment is not supported\n"},
    {"x >>= 1", "! 1:3 augmented assignment is not supported\n"},
    {"x <<= y", "! 1:3 augmented assignment is not supported\n"},
    {"x %= y", "! 1:3 augmented assignment is not supported\n"},
    {"x &= 1", "! 1:3 augmented assignment is not supported\n"},
    {"x |= 1", "! 1:3 augmented assignment is not supported\n"},
    {"x ^= 1", "! 1:3 augmented assignment is not supported\n"},
    {"x -= 1", "! 1:3 augmented assignment is not supported\n"},
    {"x *= 1", "! 1:3 augmented assignment is not supported\n"},
    {"x /= 1", "! 1:3 augmented assignment is not supported\n"},
    {"x: int", "! 1:2 annotated assignment is not supported\n"},
    {"x: int = 1", "! 1:2 annotated assignment is not supported\n"},
    {"x.y: int = 1", "! 1:4 annotated assignment is not supported\n"},
    {"x[0]: int", "! 1:5 annotated assignment is not supported\n"},
    {"x.y = 1", "! 1:3 assignment to an attribute is not supported\n"},
    {"x.state.y = 1", "! 1:9 assignment to an attribute is not supported\n"},
    {"a, x.y = 1, 2", "! 1:6 assignment to an attribute is not supported\n"},
    {"for x.y in z: pass",
     "! 1:7 assignment to an attribute is not supported\n"},
    {"with a as b.c: pass",
     "! 1:13 assignment to an attribute is not supported\n"},
    {"x = y.z = 1", "! 1:7 assignment to an attribute is not supported\n"},
    {"(y := 1)", "! 1:4 assignment expression ':=' is not supported\n"},
    {"x := 1", "! 1:3 assignment expression ':=' is not supported\n"},
    {"f(y := 1)", "! 1:5 assignment expression ':=' is not supported\n"},
    {"*a, b = c", "! 1:1 starred expression is not supported\n"},
    {"a = *b, c", "! 1:5 starred expression is not supported\n"},
    {"f(*a)", "! 1:3 starred argument is not supported\n"},
    {"f(**a)", "! 1:3 starred argument is not supported\n"},
    {"f(1, *a, b=2)", "! 1:6 starred argument is not supported\n"},
    {"[*a]", "! 1:2 starred expression is not supported\n"},
    {"(*a, b)", "! 1:2 starred expression is not supported\n"},
    {"for *a, b in c: pass", "! 1:5 starred expression is not supported\n"},
    {"for a in *b, c: pass", "! 1:10 starred expression is not supported\n"},
    {"print(*a)", "! 1:7 starred argument is not supported\n"},
    {"{1, 2}", "! 1:2 set display is not supported\n"},
    {"{1}", "! 1:2 set display is not supported\n"},
    {"{*a}", "! 1:2 starred expression is not supported\n"},
    {"{**a}", "! 1:2 dict unpacking is not supported\n"},
    {"{1: 2, **a}", "! 1:8 dict unpacking is not supported\n"},
    {"try:\n    pass\nfinally:\n    pass",
     "! 1:1 'try' statement is not supported\n"},
    {"raise", "! 1:1 'raise' statement is not supported\n"},
    {"raise x from y", "! 1:1 'raise' statement is not supported\n"},
    {"assert x", "! 1:1 'assert' statement is not supported\n"},
    {"assert x, y", "! 1:1 'assert' statement is not supported\n"},
    {"del x", "! 1:1 'del' statement is not supported\n"},
    {"global x", "! 1:1 'global' statement is not supported\n"},
    {"nonlocal x", "! 1:1 'nonlocal' statement is not supported\n"},
    {"return", "! 1:1 'return' statement is not supported\n"},
    {"return 1", "! 1:1 'return' statement is not supported\n"},
    {"yield", "! 1:1 'yield' expression is not supported\n"},
    {"x = yield", "! 1:5 'yield' expression is not supported\n"},
    {"yield from x", "! 1:1 'yield' expression is not supported\n"},
    {"(yield)", "! 1:2 'yield' expression is not supported\n"},
    {"await x", "! 1:1 'await' expression is not supported\n"},
    {"x = await y", "! 1:5 'await' expression is not supported\n"},
    {"async def f(): pass", "! 1:1 'async' statement is not supported\n"},
    {"async for x in y: pass", "! 1:1 'async' statement is not supported\n"},
    {"async with x: pass", "! 1:1 'async' statement is not supported\n"},
    {"@d\ndef f(): pass", "! 1:1 decorator is not supported\n"},
    {"match x:\n    case 1: pass",
     "! 1:1 'match' statement is not supported\n"},
    {"match (x):\n    case 1: pass",
     "! 1:1 'match' statement is not supported\n"},
    {"match x, y:\n    case _: pass",
     "! 1:1 'match' statement is not supported\n"},
    {"match -x:\n    case 1: pass",
     "! 1:1 'match' statement is not supported\n"},
    {"match not x:\n    case 1: pass",
     "! 1:1 'match' statement is not supported\n"},
    {"type X = int", "! 1:1 'type' statement is not supported\n"},
    {"type X[T] = int", "! 1:1 'type' statement is not supported\n"},
    {"from m import *", "! 1:15 'from ... import *' is not supported\n"},
    {"from . import a", "! 1:6 relative import is not supported\n"},
    {"from .m import a", "! 1:6 relative import is not supported\n"},
    {"from ... import a", "! 1:6 relative import is not supported\n"},
    {"for x in y: pass\nelse: pass",
     "! 2:1 'else' of a 'for' loop is not supported\n"},
    {"for x in y:\n    pass\nelse:\n    pass",
     "! 3:1 'else' of a 'for' loop is not supported\n"},
    {"with a, b: pass", "! 1:7 'with' of several items is not supported\n"},
    {"with a as b, c as d: pass",
     "! 1:12 'with' of several items is not supported\n"},
    {"with (a, b): pass", "! 1:6 'with' of several items is not supported\n"},
    {"with (a as b): pass",
     "! 1:9 'with' of items in parentheses is not supported\n"},
    {"with (a as b, c): pass",
     "! 1:9 'with' of items in parentheses is not supported\n"},
    {"break", "! 1:1 'break' statement is not supported\n"},
    {"continue", "! 1:1 'continue' statement is not supported\n"},
    {"for x in y: break", "! 1:13 'break' statement is not supported\n"},
    {"for x in y:\n    continue",
     "! 2:5 'continue' statement is not supported\n"},
    {"\"\\N{DASH}\"", "! 1:1 \\N{...} in a string is not supported\n"},
    {"\357\275\201 = 1",
     "! 1:1 a name that Unicode spells in more than one way is not "
     "supported\n"},
    {"e\314\201 = 1",
     "! 1:2 a name that Unicode spells in more than one way is not "
     "supported\n"},
};

/* Notebooks and the prompt are UTF-8 whatever they say. */
static const parser_case encodings[] = {
    {"# coding: latin-9\n'\303\251'",
     "! 1:11 the source encoding 'latin-9' is not supported\n"},
    {"#!/x\n# vim: set fileencoding=koi8-r :\n",
     "! 2:25 the source encoding 'koi8-r' is not supported\n"},
    {"# coding: utf-8\n'\303\251'", "(show \"\\xc3\\xa9\")\n"},
    {"#-*- coding:UTF8 -*-\n'\303\251'", "(show \"\\xc3\\xa9\")\n"},
    {"\n# coding=latin-1\nx", "(show x)\n"},
    {"x\n# coding=koi8-r\n", "(show x)\n"},
    {"\n\n# coding=koi8-r\nx", "(show x)\n"},
    {"# coding: ascii\nx", "(show x)\n"},
    {"# encodings: utf-8", ""},
};

static void each_construct_is_refused_by_its_name(void **state)
{
    CHECK_CASES(refused, SS_SCRIPT_FILE);
    CHECK_CASES(refused, SS_SCRIPT_PROMPT);
    CHECK_CASES(encodings, SS_SCRIPT_FILE);
}

static void the_message_says_what_is_supported(void **state)
{
    ss_script_cell cell = {.name = "test", .source = "del x", .size = 5};
    ss_script_error error;
    ssi_tree tree;

    assert_false(ssi_parse(&cell, SS_SCRIPT_FILE, &tree, &error));
    assert_int_equal(error.status, SS_ERR_UNSUPPORTED);
    assert_string_equal(error.message,
                        "'del' statement is not supported; supported: "
                        "imports, assignments, calls, arithmetic on scalars, "
                        "'for' loops");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_construct_is_refused_by_its_name),
        cmocka_unit_test(the_message_says_what_is_supported),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
