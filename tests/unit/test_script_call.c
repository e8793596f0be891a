/* SPDX-License-Identifier: MIT
 * Calls and signatures: what binds, and each style's TypeErrors.
 */
#include "script_run.h"

static bool tell(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value items[8];

    for (int i = 0; i < 8; i++)
        items[i] = call->given[i] ? call->args[i] : ssi_none();
    return ssi_new_tuple(s, items, 8, out);
}

#define ROW(name_, signature_, style_)                                         \
    {                                                                          \
        .name = name_, .signature = signature_, .native = tell,                \
        .style = style_                                                        \
    }

static const ssi_function rows[] = {
    ROW("cy", "a, b=(1, 'x,y'), c=None", SSI_STYLE_CYTHON),
    ROW("one", "a", SSI_STYLE_CYTHON),
    ROW("rest", "*args, q=1", SSI_STYLE_CYTHON),
    ROW("f", "a, b=1, /, c=2, *, d, e=3", SSI_STYLE_DEF),
    ROW("g", "a, b, c", SSI_STYLE_DEF),
    ROW("h", "", SSI_STYLE_DEF),
    ROW("k", "a=1, *, b=2", SSI_STYLE_DEF),
    ROW("kk", "*, a, b", SSI_STYLE_DEF),
    ROW("m", "a, b=2", SSI_STYLE_METHOD),
    ROW("o", "a, /", SSI_STYLE_O),
    ROW("none", "", SSI_STYLE_O),
    ROW("u", "a, b=1, /", SSI_STYLE_UNPACK),
    ROW("w", "a, b=1", SSI_STYLE_KEYWORDS),
    ROW("any", "a=1, **kwargs", SSI_STYLE_DEF),
};

/* Each row of the table is a global name. */
static void check_call(const char *source, const char *want)
{
    static record r;
    ss_session *s = record_session(&r, 0);
    ss_script_error error;
    char text[256];

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ssi_value v;
        assert_true(ssi_new_function(s, &rows[i], ssi_none(), &v));
        assert_true(ssi_names_set(s, s->names, rows[i].name, v));
    }
    snprintf(text, sizeof text, "print(%s)", source);
    run_in(s, text, SS_SCRIPT_FILE, &error);
    if (error.status == SS_OK)
        snprintf(error.message, sizeof error.message, "%.1000s", r.printed);
    if (strcmp(error.message, want) != 0)
        fail_msg("%s\n%s\ninstead of\n%s", source, error.message, want);
    ss_session_free(s);
}

#define TYPE_ERROR(source, text) check_call(source, "TypeError: " text)

static void arguments_reach_their_parameters(void **unused)
{
    check_call("cy(1, c=2)", "(1, None, 2, None, None, None, None, None)\n");
    check_call("cy(c=3, a=1, b=2)", "(1, 2, 3, None, None, None, None, "
                                    "None)\n");
    check_call("f(1, 2, 3, d=4, e=5)", "(1, 2, 3, 4, 5, None, None, None)\n");
    check_call("rest(1, 2, 3, q=4)",
               "(4, None, None, None, None, None, None, None)\n");
    check_call("any(x=1, a=2)",
               "(2, None, None, None, None, None, None, None)\n");
    check_call("o(7)", "(7, None, None, None, None, None, None, None)\n");
}

static void cython_errors(void **unused)
{
    TYPE_ERROR("cy()", "cy() takes at least 1 positional argument (0 given)");
    TYPE_ERROR("cy(1, 2, 3, 4)",
               "cy() takes at most 3 positional arguments (4 given)");
    TYPE_ERROR("cy(1, x=2)", "cy() got an unexpected keyword argument 'x'");
    TYPE_ERROR("cy(1, a=2)",
               "cy() got multiple values for keyword argument 'a'");
    TYPE_ERROR("cy(x=2)", "cy() got an unexpected keyword argument 'x'");
    TYPE_ERROR("one()", "one() takes exactly 1 positional argument (0 given)");
    TYPE_ERROR("one(1, 2)",
               "one() takes exactly 1 positional argument (2 given)");
    TYPE_ERROR("rest(x=1)", "rest() got an unexpected keyword argument 'x'");
}

static void def_errors(void **unused)
{
    TYPE_ERROR("f()", "f() missing 1 required positional argument: 'a'");
    TYPE_ERROR("f(1)", "f() missing 1 required keyword-only argument: 'd'");
    TYPE_ERROR("f(1, 2, 3, 4, d=1)",
               "f() takes from 1 to 3 positional arguments but 4 positional "
               "arguments (and 1 keyword-only argument) were given");
    TYPE_ERROR("f(1, a=1, d=2)", "f() got some positional-only arguments "
                                 "passed as keyword arguments: 'a'");
    TYPE_ERROR("f(a=1, b=2, d=2)", "f() got some positional-only arguments "
                                   "passed as keyword arguments: 'a, b'");
    TYPE_ERROR("f(1, x=1, d=2)", "f() got an unexpected keyword argument 'x'");
    TYPE_ERROR("f(1, 2, 3, c=4, d=3)",
               "f() got multiple values for argument 'c'");
    TYPE_ERROR("g()", "g() missing 3 required positional arguments: 'a', 'b', "
                      "and 'c'");
    TYPE_ERROR("g(1)",
               "g() missing 2 required positional arguments: 'b' and 'c'");
    TYPE_ERROR("g(1, 2, 3, 4)",
               "g() takes 3 positional arguments but 4 were given");
    TYPE_ERROR("h(1)", "h() takes 0 positional arguments but 1 was given");
    TYPE_ERROR("k(1, 2, 3, b=1)",
               "k() takes from 0 to 1 positional arguments but 3 positional "
               "arguments (and 1 keyword-only argument) were given");
    TYPE_ERROR("kk()", "kk() missing 2 required keyword-only arguments: 'a' "
                       "and 'b'");
    TYPE_ERROR("m()", "m() missing 1 required positional argument: 'a'");
    TYPE_ERROR("m(1, 2, 3)",
               "m() takes from 2 to 3 positional arguments but 4 were given");
}

static void c_errors(void **unused)
{
    TYPE_ERROR("o()", "o() takes exactly one argument (0 given)");
    TYPE_ERROR("o(1, 2)", "o() takes exactly one argument (2 given)");
    TYPE_ERROR("o(1, a=2)", "o() takes no keyword arguments");
    TYPE_ERROR("none(1)", "none() takes no arguments (1 given)");
    TYPE_ERROR("u()", "u expected at least 1 argument, got 0");
    TYPE_ERROR("u(1, 2, 3)", "u expected at most 2 arguments, got 3");
    TYPE_ERROR("u(a=1)", "u() takes no keyword arguments");
    TYPE_ERROR("w()", "w() missing required argument 'a' (pos 1)");
    TYPE_ERROR("w(1, 2, b=3)", "w() takes at most 2 arguments (3 given)");
    TYPE_ERROR("w(1, x=3)", "'x' is an invalid keyword argument for w()");
    TYPE_ERROR("w(1, a=3)",
               "argument for w() given by name ('a') and position (1)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arguments_reach_their_parameters),
        cmocka_unit_test(cython_errors),
        cmocka_unit_test(def_errors),
        cmocka_unit_test(c_errors),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
