/* SPDX-License-Identifier: MIT
 * The gamma and what is made of it: NumPy's values and state.
 */
#include "numpy_kat.h"

static void standard_gamma_is_numpys(void **state)
{
    (void)state;
    kat_run("standard_gamma");
}

static void gamma_is_numpys(void **state)
{
    (void)state;
    kat_run("gamma");
}

static void beta_is_numpys(void **state)
{
    (void)state;
    kat_run("beta");
}

static void chisquare_is_numpys(void **state)
{
    (void)state;
    kat_run("chisquare");
}

static void noncentral_chisquare_is_numpys(void **state)
{
    (void)state;
    kat_run("noncentral_chisquare");
}

static void f_is_numpys(void **state)
{
    (void)state;
    kat_run("f");
}

static void noncentral_f_is_numpys(void **state)
{
    (void)state;
    kat_run("noncentral_f");
}

static void standard_t_is_numpys(void **state)
{
    (void)state;
    kat_run("standard_t");
}

static void dirichlet_is_numpys(void **state)
{
    struct kat kat;
    double alpha[8], out[30];

    (void)state;
    for (kat_open(&kat, "dirichlet"); kat_next(&kat);) {
        for (size_t i = 0; i < kat.arg_count; i++)
            alpha[i] = kat_double(kat.args[i]);
        assert_int_equal(
            ss_numpy_dirichlet_fill(&kat.rs, alpha, kat.arg_count, out, 3),
            SS_OK);
        for (size_t i = 0; i < kat.value_count; i++)
            kat_check_value(&kat, 'd', (ssi_numpy_value){.d = out[i]}, i);
        kat_check_state(&kat, &kat.rs);
    }
}

static void dirichlet_refuses_what_numpy_refuses(void **state)
{
    const double zero[] = {1.0, 0.0};
    ss_numpy_randomstate rs, before;
    double out[2] = {7.0, 7.0};

    (void)state;
    ss_numpy_randomstate_seed(&rs, 1);
    before = rs;
    assert_int_equal(ss_numpy_dirichlet_fill(&rs, zero, 2, out, 1),
                     SS_ERR_NUMPY_ALPHA_NOT_POSITIVE);
    assert_memory_equal(&rs, &before, sizeof rs);
    assert_true(out[0] == 7.0);
    assert_int_equal(ss_numpy_dirichlet_fill(&rs, zero, 0, out, 5), SS_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(standard_gamma_is_numpys),
        cmocka_unit_test(gamma_is_numpys),
        cmocka_unit_test(beta_is_numpys),
        cmocka_unit_test(chisquare_is_numpys),
        cmocka_unit_test(noncentral_chisquare_is_numpys),
        cmocka_unit_test(f_is_numpys),
        cmocka_unit_test(noncentral_f_is_numpys),
        cmocka_unit_test(standard_t_is_numpys),
        cmocka_unit_test(dirichlet_is_numpys),
        cmocka_unit_test(dirichlet_refuses_what_numpy_refuses),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
