/* SPDX-License-Identifier: MIT
 * Generator's rows of values and permuted: NumPy's values and state.
 */
#include "generator_kat.h"

#define MOST 400

static void doubles_of(const struct gkat *kat, size_t from, double *x)
{
    for (size_t i = from; i < kat->arg_count; i++)
        x[i - from] = kat_double(kat->args[i]);
}

static void multinomial_is_numpys(void **state)
{
    struct gkat kat;
    double pvals[MOST];
    int64_t out[MOST];

    (void)state;
    for (gkat_open(&kat, "multinomial"); gkat_next(&kat);) {
        size_t k = kat.arg_count - 1;
        doubles_of(&kat, 1, pvals);
        memset(out, 0x55, sizeof out);
        assert_int_equal(
            ss_numpy_generator_multinomial_fill(
                &kat.g, (int64_t)kat_integer(kat.args[0]), pvals, k, out, 3),
            SS_OK);
        gkat_check_integers(&kat, out);
        gkat_check_state(&kat, &kat.g.bitgen);
    }
    assert_int_equal(ss_numpy_generator_multinomial_check(1, pvals, 0),
                     SS_ERR_NUMPY_PVALS_EMPTY);
}

static void dirichlet_is_numpys(void **state)
{
    struct gkat kat;
    double alpha[MOST], out[MOST];

    (void)state;
    for (gkat_open(&kat, "dirichlet"); gkat_next(&kat);) {
        doubles_of(&kat, 0, alpha);
        assert_int_equal(ss_numpy_generator_dirichlet_fill(
                             &kat.g, alpha, kat.arg_count, out, 3),
                         SS_OK);
        gkat_check_doubles(&kat, out);
        gkat_check_state(&kat, &kat.g.bitgen);
    }
    alpha[0] = -1.0;
    assert_int_equal(ss_numpy_generator_dirichlet_check(alpha, 1),
                     SS_ERR_NUMPY_ALPHA_NEGATIVE);
}

static void multivariate_hypergeometric_is_numpys(void **state)
{
    struct gkat kat;
    int64_t colors[MOST], out[MOST];

    (void)state;
    for (gkat_open(&kat, "multivariate_hypergeometric"); gkat_next(&kat);) {
        ss_numpy_mvhg_method method =
            (ss_numpy_mvhg_method)kat_integer(kat.args[0]);
        for (size_t i = 2; i < kat.arg_count; i++)
            colors[i - 2] = (int64_t)kat_integer(kat.args[i]);
        memset(out, 0x55, sizeof out);
        assert_int_equal(ss_numpy_generator_multivariate_hypergeometric_fill(
                             &kat.g, colors, kat.arg_count - 2,
                             (int64_t)kat_integer(kat.args[1]), method, out, 3),
                         SS_OK);
        gkat_check_integers(&kat, out);
        gkat_check_state(&kat, &kat.g.bitgen);
    }
}

static ss_status check(int64_t a, int64_t b, int64_t nsample,
                       ss_numpy_mvhg_method method)
{
    const int64_t colors[2] = {a, b};

    return ss_numpy_generator_multivariate_hypergeometric_check(
        colors, 2, nsample, method);
}

static void urns_are_checked(void **state)
{
    (void)state;
    assert_int_equal(check(1, 1, -1, SS_NUMPY_COUNT),
                     SS_ERR_NUMPY_MVHG_NSAMPLE);
    assert_int_equal(check(1, -1, 0, SS_NUMPY_COUNT), SS_ERR_NUMPY_MVHG_COLORS);
    assert_int_equal(check(INT64_MAX, 1, 0, SS_NUMPY_COUNT),
                     SS_ERR_NUMPY_MVHG_SUM);
    assert_int_equal(check(999999999, 1, 0, SS_NUMPY_MARGINALS),
                     SS_ERR_NUMPY_MVHG_MARGINALS);
    assert_int_equal(check(999999999, 0, 1, SS_NUMPY_MARGINALS), SS_OK);
    assert_int_equal(check(INT64_MAX / 8, 1, 0, SS_NUMPY_COUNT),
                     SS_ERR_NUMPY_MVHG_COUNT);
    assert_int_equal(check(3, 4, 8, SS_NUMPY_COUNT), SS_ERR_NUMPY_MVHG_LARGE);
}

static void permuted_is_numpys(void **state)
{
    struct gkat kat;
    int64_t x[MOST];
    size_t shape[4];

    (void)state;
    for (gkat_open(&kat, "permuted"); gkat_next(&kat);) {
        ss_array array;
        for (size_t i = 1; i < kat.arg_count; i++)
            shape[i - 1] = (size_t)kat_integer(kat.args[i]);
        for (int64_t i = 0; i < MOST; i++)
            x[i] = i;
        array =
            ss_array_borrow(SS_INT64, (uint32_t)kat.arg_count - 1, shape, x);
        assert_int_equal(
            ss_numpy_generator_permuted(&kat.g, &array,
                                        (uint32_t)kat_integer(kat.args[0])),
            SS_OK);
        gkat_check_integers(&kat, x);
        gkat_check_state(&kat, &kat.g.bitgen);
        assert_int_equal(
            ss_numpy_generator_permuted(&kat.g, &array, array.ndim),
            SS_ERR_ARGUMENT);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(multinomial_is_numpys),
        cmocka_unit_test(dirichlet_is_numpys),
        cmocka_unit_test(multivariate_hypergeometric_is_numpys),
        cmocka_unit_test(urns_are_checked),
        cmocka_unit_test(permuted_is_numpys),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
