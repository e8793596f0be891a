/* SPDX-License-Identifier: MIT
 * binomial, multinomial and the set-up they share.
 */
#include "numpy_kat.h"

static void binomial_is_numpys(void **state)
{
    (void)state;
    kat_run("binomial");
}

static void multinomial_is_numpys(void **state)
{
    struct kat kat;
    double pvals[16];
    int64_t out[60];

    (void)state;
    for (kat_open(&kat, "multinomial"); kat_next(&kat);) {
        size_t k = kat.arg_count - 1;
        for (size_t i = 0; i < k; i++)
            pvals[i] = kat_double(kat.args[i + 1]);
        assert_int_equal(
            ss_numpy_multinomial_fill(
                &kat.rs, (int64_t)kat_integer(kat.args[0]), pvals, k, out, 3),
            SS_OK);
        for (size_t i = 0; i < kat.value_count; i++)
            kat_check_value(&kat, 'i', (ssi_numpy_value){.i = out[i]}, i);
        kat_check_state(&kat, &kat.rs);
    }
}

static void set_up_is_shared(void **state)
{
    struct kat kat;

    (void)state;
    for (kat_open(&kat, "binomial_setup"); kat_next(&kat);) {
        int64_t n = (int64_t)kat_integer(kat.args[1]), out[7];
        double p = kat_double(kat.args[2]), pvals[] = {p, 1 - p};
        if (atoi(kat.args[0]))
            ss_numpy_multinomial_fill(&kat.rs, n, pvals, 2, out + 5, 1);
        assert_int_equal(ss_numpy_binomial_fill(&kat.rs, n, p, out, 5), SS_OK);
        if (!atoi(kat.args[0]))
            ss_numpy_multinomial_fill(&kat.rs, n, pvals, 2, out + 5, 1);
        for (size_t i = 0; i < 7; i++)
            kat_check_value(&kat, 'i', (ssi_numpy_value){.i = out[i]}, i);
        kat_check_state(&kat, &kat.rs);
    }
}

/* Which q ** n is kept shows who came first. */
static void first_to_come_decides(void **state)
{
    const int64_t n = 10000000000000;
    const double p = 1e-12, pvals[] = {1e-12, 1 - 1e-12};
    ss_numpy_randomstate a, b;
    int64_t out[2];

    (void)state;
    ss_numpy_randomstate_seed(&a, 1);
    b = a;
    ss_numpy_binomial(&a, n, p);
    ss_numpy_multinomial_fill(&b, n, pvals, 2, out, 1);
    assert_int_equal(a.binomial.n, b.binomial.n);
    assert_true(a.binomial.pow_q != b.binomial.pow_q);
    ss_numpy_multinomial_fill(&a, n, pvals, 2, out, 1);
    assert_true(a.binomial.pow_q != b.binomial.pow_q);
    ss_numpy_randomstate_reseed(&a, 1); /* keeps it */
    assert_int_equal(a.binomial.has_binomial, 1);
    ss_numpy_randomstate_seed(&a, 1); /* a new one */
    assert_int_equal(a.binomial.has_binomial, 0);
}

static void multinomial_refuses_what_numpy_refuses(void **state)
{
    const double unknown[] = {0.5, 0.0 / 0.0}, over[] = {0.9, 0.2, 0.0};
    const double near[] = {0.5, 0.5 + 4e-13, 0.0}, above[] = {1.5};
    ss_numpy_randomstate rs;
    int64_t out[3];

    (void)state;
    ss_numpy_randomstate_seed(&rs, 1);
    assert_int_equal(ss_numpy_multinomial_fill(&rs, 5, unknown, 2, out, 1),
                     SS_ERR_NUMPY_PVALS);
    assert_int_equal(ss_numpy_multinomial_fill(&rs, -5, above, 1, out, 1),
                     SS_ERR_NUMPY_PVALS);
    assert_int_equal(ss_numpy_multinomial_fill(&rs, -5, over, 3, out, 1),
                     SS_ERR_NUMPY_PVALS_SUM);
    assert_int_equal(ss_numpy_multinomial_fill(&rs, -5, near, 3, out, 1),
                     SS_ERR_NUMPY_N_NEGATIVE);
    assert_int_equal(ss_numpy_multinomial_fill(&rs, 5, near, 3, out, 1), SS_OK);
    assert_int_equal(ss_numpy_multinomial_fill(&rs, 5, near, 0, NULL, 4),
                     SS_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(binomial_is_numpys),
        cmocka_unit_test(multinomial_is_numpys),
        cmocka_unit_test(set_up_is_shared),
        cmocka_unit_test(first_to_come_decides),
        cmocka_unit_test(multinomial_refuses_what_numpy_refuses),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
