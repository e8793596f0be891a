/* SPDX-License-Identifier: MIT
 * The table of distributions.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "numpy/methods.h"

static void every_method_is_found_by_its_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < SSI_NUMPY_METHOD_COUNT; i++) {
        const ssi_numpy_method *method = &ssi_numpy_methods[i];
        assert_non_null(method->name);
        assert_ptr_equal(ssi_numpy_method_find(method->name), method);
        if (i > 0)
            assert_true(strcmp(method[-1].name, method->name) < 0);
    }
    assert_null(ssi_numpy_method_find("vonmise"));
    assert_null(ssi_numpy_method_find(""));
}

static void rows_are_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < SSI_NUMPY_METHOD_COUNT; i++) {
        const ssi_numpy_method *m = &ssi_numpy_methods[i];
        assert_true(m->result == 'd' || m->result == 'i');
        assert_non_null(m->draw);
        assert_non_null(m->fill);
        for (unsigned k = 0; k < m->param_count; k++) {
            assert_non_null(m->params[k].name);
            assert_true(m->params[k].type == 'd' || m->params[k].type == 'i');
        }
        for (unsigned k = 0; k < m->stage_count; k++) {
            assert_true(m->stages[k].param < m->param_count);
            assert_int_not_equal(m->stages[k].rule, SSI_RULE_NONE);
            assert_int_not_equal(m->stages[k].scalar, SS_OK);
        }
    }
}

/* NumPy's default arguments pass NumPy's own checks. */
static void defaults_are_valid(void **state)
{
    (void)state;
    for (size_t i = 0; i < SSI_NUMPY_METHOD_COUNT; i++) {
        const ssi_numpy_method *m = &ssi_numpy_methods[i];
        ssi_numpy_value params[SSI_NUMPY_MAX_PARAMS];
        unsigned k;
        for (k = 0; k < m->param_count && m->params[k].optional; k++)
            params[k].d = m->params[k].initial;
        if (k == m->param_count)
            assert_int_equal(ssi_numpy_check_scalars(m, params), SS_OK);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_method_is_found_by_its_name),
        cmocka_unit_test(rows_are_whole),
        cmocka_unit_test(defaults_are_valid),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
