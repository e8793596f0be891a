/* SPDX-License-Identifier: MIT
 * Every row of Generator's table: NumPy's values and state, one by one, in
 * fills of any length, and through the public calls.
 */
#include "generator_kat.h"

#include <math.h>

#include "numpy/generator_methods.h"

static void params_of(const struct gkat *kat, const ssi_numpy_method *method,
                      ssi_numpy_value *params)
{
    assert_int_equal(kat->arg_count, method->param_count);
    for (size_t i = 0; i < kat->arg_count; i++) {
        if (method->params[i].type == 'd')
            params[i].d = kat_double(kat->args[i]);
        else
            params[i].i = (int64_t)kat_integer(kat->args[i]);
    }
}

/* Drawn one by one, then filled in two parts of every possible length. */
static void check_case(const struct gkat *kat, const ssi_generator_method *m)
{
    ssi_numpy_value params[SSI_NUMPY_MAX_PARAMS] = {{0}}, out[20];
    ss_numpy_generator g = kat->g;
    char type = m->signature.result;
    size_t n = kat->value_count;

    params_of(kat, &m->signature, params);
    assert_int_equal(ssi_numpy_check_scalars(&m->signature, params), SS_OK);
    for (size_t i = 0; i < n; i++)
        gkat_check_value(kat, type, m->draw(&g.bitgen, &g.binomial, params), i);
    gkat_check_state(kat, &g.bitgen);
    for (size_t first = 0; first <= n; first++) {
        g = kat->g;
        memset(out, 0x55, sizeof out);
        m->fill(&g.bitgen, &g.binomial, params, out, first);
        m->fill(&g.bitgen, &g.binomial, params, out + first, n - first);
        for (size_t i = 0; i < n; i++)
            gkat_check_value(kat, type, out[i], i);
        gkat_check_state(kat, &g.bitgen);
        assert_int_equal(out[n].i, INT64_C(0x5555555555555555));
    }
}

static void every_row_is_numpys(void **state)
{
    struct gkat kat;

    (void)state;
    for (int id = 0; id < SSI_GENERATOR_METHOD_COUNT; id++) {
        const ssi_generator_method *m = &ssi_generator_methods[id];
        for (gkat_open(&kat, m->signature.name); gkat_next(&kat);)
            check_case(&kat, m);
    }
}

/* Blocks, their borders, odd lengths; over each bit generator. */
static void long_fills_are_draws(void **state)
{
    static ssi_numpy_value out[3000];
    const ssi_numpy_value halves[3] = {{0.25}, {0.5}, {0.75}};
    const ssi_numpy_value counts[3] = {{.i = 40}, {.i = 50}, {.i = 20}};

    (void)state;
    for (int id = 0; id < SSI_GENERATOR_METHOD_COUNT; id++) {
        const ssi_generator_method *m = &ssi_generator_methods[id];
        ssi_numpy_value params[3];
        ss_numpy_generator one = {0}, many;
        for (unsigned i = 0; i < m->signature.param_count; i++)
            params[i] =
                m->signature.params[i].type == 'd' ? halves[i] : counts[i];
        if (id == SSI_GENERATOR_ZIPF)
            params[0].d = 2.5;
        ss_bitgen_seed(&one.bitgen, (ss_bitgen_kind)(id % 5), 23);
        many = one;
        for (size_t n = 0; n < 3000; n = n * 5 / 4 + 1) {
            m->fill(&many.bitgen, &many.binomial, params, out, n);
            for (size_t i = 0; i < n; i++)
                assert_int_equal(m->draw(&one.bitgen, &one.binomial, params).i,
                                 out[i].i);
            assert_memory_equal(&one.bitgen, &many.bitgen, sizeof one.bitgen);
        }
    }
}

static void names_are_found(void **state)
{
    (void)state;
    for (int id = 0; id < SSI_GENERATOR_METHOD_COUNT; id++) {
        const char *name = ssi_generator_methods[id].signature.name;
        assert_ptr_equal(ssi_generator_method_find(name),
                         &ssi_generator_methods[id]);
        if (id > 0)
            assert_true(
                strcmp(ssi_generator_methods[id - 1].signature.name, name) < 0);
    }
    assert_null(ssi_generator_method_find("random_sample"));
}

static ss_status rule(const char *name, double a, double b, bool array)
{
    const ssi_numpy_method *m = &ssi_generator_method_find(name)->signature;
    const ssi_numpy_value params[3] = {{a}, {b}, {0}};
    ss_status status = SS_OK;

    for (unsigned i = 0; i < m->stage_count && status == SS_OK; i++)
        status = ssi_numpy_check_stage(m, i, params, array);
    return status;
}

static void checks_are_numpys(void **state)
{
    const double inf = INFINITY, nan = NAN;

    (void)state;
    assert_int_equal(rule("uniform", 0, inf, false),
                     SS_ERR_NUMPY_HIGH_LOW_RANGE);
    assert_int_equal(rule("uniform", 0, inf, true), SS_ERR_NUMPY_UNIFORM_RANGE);
    assert_int_equal(rule("uniform", 1, 0, true),
                     SS_ERR_NUMPY_HIGH_LOW_NEGATIVE);
    assert_int_equal(rule("negative_binomial", nan, 0, false),
                     SS_ERR_NUMPY_N_NAN);
    assert_int_equal(rule("negative_binomial", 0, nan, false),
                     SS_ERR_NUMPY_N_NOT_POSITIVE);
    assert_int_equal(rule("negative_binomial", 1, 0, false),
                     SS_ERR_NUMPY_P_ABOVE_0);
    assert_int_equal(rule("negative_binomial", 5, 1e-20, false),
                     SS_ERR_NUMPY_N_LARGE);
    assert_int_equal(ss_numpy_generator_hypergeometric_check(1000000000, -1, 9),
                     SS_ERR_NUMPY_HYPERGEOMETRIC_MAX);
    assert_int_equal(ss_numpy_generator_hypergeometric_check(3, 4, 8),
                     SS_ERR_NUMPY_POPULATION);
    assert_int_equal(ss_numpy_generator_hypergeometric_check(3, 4, -1),
                     SS_ERR_NUMPY_NSAMPLE_NEGATIVE);
}

/* A failed fill changes neither output nor state. */
static void failures_change_nothing(void **state)
{
    ss_numpy_generator g, before;
    double out[2] = {1.0, 2.0};

    (void)state;
    ss_numpy_default_rng(&g, 1);
    before = g;
    assert_int_equal(ss_numpy_generator_gamma_fill(&g, -1.0, 1.0, out, 2),
                     SS_ERR_NUMPY_SHAPE_NEGATIVE);
    assert_memory_equal(&g, &before, sizeof g);
    assert_true(out[0] == 1.0 && out[1] == 2.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_numpys),
        cmocka_unit_test(long_fills_are_draws),
        cmocka_unit_test(names_are_found),
        cmocka_unit_test(checks_are_numpys),
        cmocka_unit_test(failures_change_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
