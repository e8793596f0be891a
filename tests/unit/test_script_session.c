/* SPDX-License-Identifier: MIT
 * A session as its user sees it: modes, output, limits, the check.
 */
#include "script_run.h"

static void notebook_shows_the_last_value(void **unused)
{
    expect("1\n2", SS_SCRIPT_CELL, "2\n", NULL);
    expect("2;", SS_SCRIPT_CELL, "", NULL);
    expect("None", SS_SCRIPT_CELL, "", NULL);
    expect("x = 2", SS_SCRIPT_CELL, "", NULL);
    expect("for i in range(3): i", SS_SCRIPT_CELL, "", NULL);
    expect("print('a'); 'b'", SS_SCRIPT_CELL, "a\n'b'\n", NULL);
    expect("['x' * 40, 'y' * 40]", SS_SCRIPT_CELL,
           "['xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',\n"
           " 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy']\n",
           NULL);
    expect("{'a': int, 'b': (float,)}", SS_SCRIPT_CELL,
           "{'a': int, 'b': (float,)}\n", NULL);
    expect("2", SS_SCRIPT_FILE, "", NULL);
}

static void prompt_shows_each_value(void **unused)
{
    expect("1; 2; None\nfor i in range(2): i", SS_SCRIPT_PROMPT, "1\n2\n0\n1\n",
           NULL);
    expect("int", SS_SCRIPT_PROMPT, "<class 'int'>\n", NULL);
}

static void names_live_on(void **unused)
{
    static record r;
    ss_session *s = record_session(&r, 0);
    ss_script_error error;

    assert_int_equal(run_in(s, "a = 1\nb = a + c", SS_SCRIPT_FILE, &error),
                     SS_ERR_EXCEPTION);
    assert_int_equal(run_in(s, "a + 1", SS_SCRIPT_PROMPT, &error), SS_OK);
    assert_int_equal(error.status, SS_OK);
    assert_string_equal(r.printed, "2\n");
    ss_session_free(s);
}

static void output_before_an_error_is_kept(void **unused)
{
    expect("print(1, end='')\n1 / 0\nprint(2)", SS_SCRIPT_FILE, "1",
           "ZeroDivisionError: division by zero");
}

static void nothing_runs_when_a_cell_is_refused(void **unused)
{
    static const char *const rows[][2] = {
        {"import pandas", "pandas is not supported; supported modules are "
                          "numpy, numpy.random, torch, random and safetensors"},
        {"import numpy.foo",
         "numpy.foo is not supported; supported modules "
         "are numpy, numpy.random, torch, random and safetensors"},
        {"from numpy import foo", "numpy.foo is not supported; \"help numpy\" "
                                  "lists what is"},
        {"import numpy as n\nn.random.foo(3)",
         "n.random.foo is not "
         "supported; \"help numpy.random\" lists what is"},
        {"from numpy import random as r\n[r.foo]",
         "r.foo is not supported; "
         "\"help numpy.random\" lists what is"},
        {"r = np.random\nx = {1: r.foo}", "r.foo is not supported; \"help "
                                          "numpy.random\" lists what is"},
        {"for i in sorted([1]): pass",
         "sorted is not supported; supported "
         "builtins are print, repr, len, int, float, bool, complex, str, "
         "bytes, list, tuple, dict and range"},
    };
    static record r;

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ss_session *s = record_session(&r, 0);
        ss_script_cell cells[2] = {{"a", "print(1)", 8},
                                   {"b", rows[i][0], strlen(rows[i][0])}};
        ss_script_error error;

        assert_int_equal(ss_session_run(s, cells, 2, SS_SCRIPT_CELL, &error),
                         SS_ERR_UNSUPPORTED);
        assert_string_equal(error.message, rows[i][1]);
        assert_string_equal(r.printed, "");
        assert_int_equal(error.cell, 1);
        ss_session_free(s);
    }
}

static void checked_names_may_be_rebound(void **unused)
{
    expect("np = [1]\nprint(np.pop())", SS_SCRIPT_FILE, "1\n", NULL);
    expect("for np in ['a']: print(np[0])", SS_SCRIPT_FILE, "a\n", NULL);
    expect("sorted = 5\nprint(sorted)", SS_SCRIPT_FILE, "5\n", NULL);
    expect("import numpy.random as np\nnp.seed(0)", SS_SCRIPT_FILE, "", NULL);
}

static void failed_writes_stop_the_run(void **unused)
{
    static record r;
    ss_session *s = record_session(&r, 0);
    ss_script_error error;

    r.fail_at = 2;
    assert_int_equal(run_in(s, "for i in range(10000): print('0123456789')",
                            SS_SCRIPT_FILE, &error),
                     SS_ERR_IO);
    assert_int_equal(r.writes, 2);
    r.fail_at = 0;
    assert_int_equal(
        run_in(s, "print('b' * 20000, 'c')", SS_SCRIPT_FILE, &error), SS_OK);
    ss_session_free(s);
}

static void large_output_arrives_whole(void **unused)
{
    static record r;
    ss_session *s = record_session(&r, 0);
    ss_script_error error;

    assert_int_equal(run_in(s, "print('a')\nprint('b' * 20000)\nprint('c')",
                            SS_SCRIPT_FILE, &error),
                     SS_OK);
    assert_int_equal(r.size, 20005);
    assert_memory_equal(r.printed, "a\nb", 3);
    assert_memory_equal(r.printed + 20000, "bb\nc\n", 5);
    ss_session_free(s);
}

static void memory_is_bounded(void **unused)
{
    static const char *const rows[] = {
        "x = 'a' * 10 ** 9",
        "x = [0] * 10 ** 8",
        "x = b'a' * 10 ** 18",
        "x = []\nfor i in range(10 ** 9): x.append(i)",
        "x = {}\nfor i in range(10 ** 9): x = [x, 1.5, 'a']",
        "x = list(range(10 ** 12))",
        "x = (1, 2) * 2 ** 62",
        "x = 'ab'\nfor i in range(64): x = x + x",
    };
    static record r;

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ss_session *s = record_session(&r, 1000000);
        ss_script_error error;
        assert_int_equal(run_in(s, rows[i], SS_SCRIPT_FILE, &error),
                         SS_ERR_MEMORY);
        assert_string_equal(error.message, "MemoryError");
        assert_int_equal(run_in(s, "x = 1\nprint(x)", SS_SCRIPT_FILE, &error),
                         SS_OK);
        assert_string_equal(r.printed, "1\n");
        assert_true(s->memory < 10000);
        ss_session_free(s);
    }
}

static void magics_are_noted(void **unused)
{
    static record r;
    ss_session *s = record_session(&r, 0);
    ss_script_error error;

    assert_int_equal(
        run_in(s, "1\n%matplotlib inline\n", SS_SCRIPT_CELL, &error), SS_OK);
    assert_string_equal(r.notes, "test.py:2:1: skipped: %matplotlib inline");
    assert_string_equal(r.printed, "");
    ss_session_free(s);
}

/* --- with --- */

typedef struct manager {
    ssi_object head;
    int *left;
} manager;

static bool manager_enter(ss_session *s, ssi_object *self, ssi_value *out)
{
    *out = ssi_int(23);
    return true;
}

static bool manager_leave(ss_session *s, ssi_object *self)
{
    ++*((manager *)self)->left;
    return true;
}

static const ssi_type manager_type = {
    .name = "manager", .enter = manager_enter, .leave = manager_leave};

static void with_leaves_after_errors_too(void **unused)
{
    static record r;
    ss_session *s = record_session(&r, 0);
    ss_script_error error;
    int left = 0;
    manager *m = ssi_new(s, &manager_type, sizeof *m, 0);

    m->left = &left;
    assert_true(ssi_names_set(s, s->names, "m", ssi_from_object(m)));
    assert_int_equal(run_in(s, "with m as x: print(x)", SS_SCRIPT_FILE, &error),
                     SS_OK);
    assert_int_equal(left, 1);
    assert_int_equal(run_in(s, "with m:\n    1 / 0", SS_SCRIPT_FILE, &error),
                     SS_ERR_EXCEPTION);
    assert_int_equal(left, 2);
    assert_string_equal(error.message, "ZeroDivisionError: division by zero");
    assert_string_equal(r.printed, "23\n");
    ss_session_free(s);
}

/* --- help --- */

static void help_knows_functions_classes_modules(void **unused)
{
    static record r;

    assert_int_equal(ss_script_help("len", record_write, &r), SS_OK);
    assert_memory_equal(r.printed, "len(obj, /)\n\nHow many", 21);
    memset(&r, 0, sizeof r);
    assert_int_equal(ss_script_help("np.random.seed", record_write, &r), SS_OK);
    assert_memory_equal(r.printed, "np.random.seed(", 15);
    memset(&r, 0, sizeof r);
    assert_int_equal(ss_script_help("numpy.random", record_write, &r), SS_OK);
    assert_non_null(strstr(r.printed, "numpy.random.rand("));
    assert_int_equal(ss_script_help("np.foo", record_write, &r),
                     SS_ERR_ARGUMENT);
    assert_int_equal(ss_script_help("", record_write, &r), SS_ERR_ARGUMENT);
    assert_int_equal(ss_script_help("np..rand", record_write, &r),
                     SS_ERR_ARGUMENT);
}

static void count_name(void *context, const char *name)
{
    static record r;
    ss_status status;

    memset(&r, 0, sizeof r);
    status = ss_script_help(name, record_write, &r);
    if (status != SS_OK)
        fail_msg("no help for %s", name);
    ++*(size_t *)context;
}

static void every_name_has_help(void **unused)
{
    size_t count = 0;

    ss_script_names(count_name, &count);
    assert_true(count > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notebook_shows_the_last_value),
        cmocka_unit_test(prompt_shows_each_value),
        cmocka_unit_test(names_live_on),
        cmocka_unit_test(output_before_an_error_is_kept),
        cmocka_unit_test(nothing_runs_when_a_cell_is_refused),
        cmocka_unit_test(checked_names_may_be_rebound),
        cmocka_unit_test(failed_writes_stop_the_run),
        cmocka_unit_test(large_output_arrives_whole),
        cmocka_unit_test(memory_is_bounded),
        cmocka_unit_test(magics_are_noted),
        cmocka_unit_test(with_leaves_after_errors_too),
        cmocka_unit_test(help_knows_functions_classes_modules),
        cmocka_unit_test(every_name_has_help),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
