/* SPDX-License-Identifier: MIT
 * Releases of NumPy: their values and states, and which names are known.
 */
#include "generator_kat.h"

#include "numpy/generator_releases.h"

#define MOST 500

static void doubles_of(const struct gkat *kat, size_t from, double *x)
{
    for (size_t i = from; i < kat->arg_count; i++)
        x[i - from] = kat_double(kat->args[i]);
}

static void check_method(struct gkat *kat)
{
    const ssi_generator_method *m = ssi_generator_method_find(kat->args[0]);
    ssi_numpy_value params[SSI_NUMPY_MAX_PARAMS] = {{0}}, out[MOST];
    ss_numpy_generator *g = &kat->g;

    assert_non_null(m);
    m = ssi_generator_method_of(
        (ssi_generator_method_id)(m - ssi_generator_methods), g->release);
    assert_string_equal(m->signature.name, kat->args[0]);
    for (size_t i = 1; i < kat->arg_count; i++) {
        if (m->signature.params[i - 1].type == 'd')
            params[i - 1].d = kat_double(kat->args[i]);
        else
            params[i - 1].i = (int64_t)kat_integer(kat->args[i]);
    }
    assert_int_equal(ssi_numpy_check_scalars(&m->signature, params), SS_OK);
    out[0] = m->draw(&g->bitgen, &g->binomial, params);
    m->fill(&g->bitgen, &g->binomial, params, out + 1, kat->value_count - 1);
    for (size_t i = 0; i < kat->value_count; i++)
        gkat_check_value(kat, m->signature.result, out[i], i);
}

static void check_rows(struct gkat *kat)
{
    ss_numpy_generator *g = &kat->g;
    int64_t counts[MOST], n = (int64_t)kat_integer(kat->args[1]);
    double x[MOST], out[MOST];
    ss_numpy_randomstate rs;

    if (strcmp(kat->args[0], "dirichlet") == 0) {
        doubles_of(kat, 1, x);
        ss_numpy_generator_dirichlet_fill(g, x, kat->arg_count - 1, out, 9);
        gkat_check_doubles(kat, out);
        return;
    }
    doubles_of(kat, 2, x);
    if (kat->args[0][0] == 'r') {
        ss_numpy_randomstate_seed(&rs, 0);
        rs.bitgen = g->bitgen;
        rs.release = g->release;
        ss_numpy_multinomial_fill(&rs, n, x, kat->arg_count - 2, counts, 9);
        g->bitgen = rs.bitgen;
    } else {
        ss_numpy_generator_multinomial_fill(g, n, x, kat->arg_count - 2, counts,
                                            9);
    }
    gkat_check_integers(kat, counts);
}

static void check_release(const char *version)
{
    struct gkat kat;
    char path[1000];
    ss_numpy_release release = 0;

    assert_int_equal(ss_numpy_release_parse(version, &release), SS_OK);
    snprintf(path, sizeof path, "%s/vectors/numpy/release_%s.kat", SS_TEST_DIR,
             version);
    kat.file = fopen(path, "r");
    assert_non_null(kat.file);
    kat.number = 0;
    snprintf(kat.where, sizeof kat.where, "release_%s.kat", version);
    while (gkat_next(&kat)) {
        kat.g.release = release;
        if (ssi_generator_method_find(kat.args[0]))
            check_method(&kat);
        else
            check_rows(&kat);
        gkat_check_state(&kat, &kat.g.bitgen);
    }
}

static void releases_are_numpys(void **state)
{
    static const char *const versions[] = {
        "1.22.4", "1.24.4", "1.25.2", "1.26.4", "2.0.2", "2.1.3",
        "2.2.6",  "2.3.3",  "2.3.5",  "2.4.6",  "2.5.2"};

    (void)state;
    for (size_t i = 0; i < sizeof versions / sizeof *versions; i++)
        check_release(versions[i]);
}

static void names_are_read(void **state)
{
    static const char *const bad[] = {
        "",     "1",       "1.",   "1.15.4", "1.21.7",  "2.6",  "2.4.7",
        "2.4.", "2.4.6.1", "2.4x", "v2.4",   "2.4.06a", "222.4"};
    ss_numpy_release release = 7;

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(ss_numpy_release_parse(bad[i], &release),
                         SS_ERR_NUMPY_RELEASE);
    assert_int_equal(release, 7);
    assert_int_equal(ss_numpy_release_parse("2.3", &release), SS_OK);
    assert_int_equal(release, 20305);
    assert_int_equal(ss_numpy_release_parse("2.3.3", &release), SS_OK);
    assert_int_equal(release, 20303);
    assert_int_equal(ss_numpy_release_parse("1.17", &release), SS_OK);
    assert_int_equal(release, 11705);
    assert_non_null(strstr(ss_numpy_releases(), "1.26.4"));
}

static void releases_have_what_they_had(void **state)
{
    (void)state;
    assert_true(ss_numpy_release_has(0, "Generator.permuted"));
    assert_true(ss_numpy_release_has(12000, "Generator.permuted"));
    assert_false(ss_numpy_release_has(11905, "Generator.permuted"));
    assert_false(ss_numpy_release_has(11606, "Generator.beta"));
    assert_true(ss_numpy_release_has(11700, "Generator.beta"));
    assert_false(ss_numpy_release_has(11700, "Generator.shuffle(axis)"));
    assert_true(ss_numpy_release_has(11800, "Generator.shuffle(axis)"));
    assert_false(ss_numpy_release_has(11606, "Generator.shuffle(axis)"));
    assert_false(ss_numpy_release_has(12003, "PCG64DXSM.jumped"));
    assert_true(ss_numpy_release_has(11600, "RandomState.beta"));
    assert_false(ss_numpy_release_has(20100, "default_rng(RandomState)"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(releases_are_numpys),
        cmocka_unit_test(names_are_read),
        cmocka_unit_test(releases_have_what_they_had),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
