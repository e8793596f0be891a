/* SPDX-License-Identifier: MIT
 * choice: NumPy's indices, state and errors.
 */
#include "numpy_kat.h"

static void choice_is_numpys(void **state)
{
    struct kat kat;
    double p[20];
    int64_t out[40];

    (void)state;
    for (kat_open(&kat, "choice"); kat_next(&kat);) {
        int64_t pop = (int64_t)kat_integer(kat.args[0]);
        for (size_t i = 2; i < kat.arg_count; i++)
            p[i - 2] = kat_double(kat.args[i]);
        assert_int_equal(ss_numpy_choice_fill(&kat.rs, pop, atoi(kat.args[1]),
                                              kat.arg_count > 2 ? p : NULL, out,
                                              kat.value_count),
                         SS_OK);
        for (size_t i = 0; i < kat.value_count; i++)
            kat_check_value(&kat, 'i', (ssi_numpy_value){.i = out[i]}, i);
        kat_check_state(&kat, &kat.rs);
    }
}

struct wrong {
    int64_t pop;
    bool replace;
    const double *p;
    ss_dtype dtype;
    size_t n;
    ss_status status;
};

static void choice_refuses_what_numpy_refuses(void **state)
{
    const double unknown[] = {0.0 / 0.0, -1.0}, less[] = {1.5, -0.5};
    const double loose[] = {0.5, 0.5001}, off[] = {0.5, 0.5 + 2e-8};
    const double under[] = {0.5, 0.4999}, one[] = {1.0, 0.0}, *none = NULL;
    const struct wrong cases[] = {
        {0, true, none, SS_FLOAT64, 1, SS_ERR_NUMPY_CHOICE_EMPTY},
        {-3, false, none, SS_FLOAT64, 0, SS_ERR_NUMPY_CHOICE_SIZE},
        {-3, true, none, SS_FLOAT64, 0, SS_OK},
        {2, false, none, SS_FLOAT64, 3, SS_ERR_NUMPY_CHOICE_SIZE},
        {2, true, unknown, SS_FLOAT64, 1, SS_ERR_NUMPY_P_NAN},
        {2, true, less, SS_FLOAT64, 1, SS_ERR_NUMPY_P_NEGATIVE},
        {2, true, off, SS_FLOAT64, 1, SS_ERR_NUMPY_P_SUM},
        {2, true, loose, SS_FLOAT64, 1, SS_ERR_NUMPY_P_SUM},
        {2, true, under, SS_FLOAT64, 1, SS_ERR_NUMPY_P_SUM},
        {2, true, loose, SS_FLOAT32, 0, SS_OK},
        {2, true, off, SS_FLOAT16, 0, SS_OK},
        {2, false, one, SS_FLOAT64, 2, SS_ERR_NUMPY_P_FEW},
        {2, false, one, SS_FLOAT64, 0, SS_OK},
        {INT64_MAX, false, none, SS_FLOAT64, 1, SS_ERR_MEMORY},
    };
    ss_numpy_randomstate rs, before;
    int64_t out[4];

    (void)state;
    ss_numpy_randomstate_seed(&rs, 1);
    before = rs;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct wrong *c = &cases[i];
        assert_int_equal(ss_numpy_choice_p_fill(&rs, c->pop, c->replace, c->p,
                                                c->dtype, out, c->n),
                         c->status);
        assert_memory_equal(&rs, &before, sizeof rs);
    }
}

/* Longer than a block, with and without replacement. */
static void long_choices_are_in_range(void **state)
{
    static double p[2000];
    static int64_t out[5000];
    static char seen[2000];
    ss_numpy_randomstate a, b;

    (void)state;
    ss_numpy_randomstate_seed(&a, 1);
    b = a;
    for (size_t i = 0; i < 2000; i++)
        p[i] = i < 1000 ? 0.001 : 0.0;
    assert_int_equal(ss_numpy_choice_fill(&a, 2000, true, p, out, 5000), SS_OK);
    for (size_t i = 0; i < 5000; i++)
        assert_int_equal(out[i], (int64_t)(ss_numpy_random_sample(&b) * 1000));
    assert_int_equal(ss_numpy_choice_fill(&a, 2000, false, p, out, 1000),
                     SS_OK);
    for (size_t i = 0; i < 1000; i++) {
        assert_in_range(out[i], 0, 999);
        assert_false(seen[out[i]]);
        seen[out[i]] = 1;
    }
}

/* Very unequal weights: many of them in one cell of the guide. */
static void lumps_are_found(void **state)
{
    static double p[3000];
    static int64_t out[4000];
    ss_numpy_randomstate a, b;
    double sum = 0.0, last = 0.0;

    (void)state;
    for (size_t i = 0; i < 3000; i++)
        p[i] = i % 1000 == 999 ? 0.3 : 0.1 / 2997;
    for (size_t i = 0; i < 3000; i++)
        last = i ? last + p[i] : p[0];
    ss_numpy_randomstate_seed(&a, 1);
    b = a;
    assert_int_equal(ss_numpy_choice_fill(&a, 3000, true, p, out, 4000), SS_OK);
    for (size_t k = 0; k < 4000; k++) {
        double u = ss_numpy_random_sample(&b);
        int64_t i = 0;
        for (sum = p[0]; sum / last <= u; sum += p[i])
            i++;
        assert_int_equal(out[k], i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(choice_is_numpys),
        cmocka_unit_test(choice_refuses_what_numpy_refuses),
        cmocka_unit_test(long_choices_are_in_range),
        cmocka_unit_test(lumps_are_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
