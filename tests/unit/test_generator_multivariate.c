/* SPDX-License-Identifier: MIT
 * Generator's multivariate_normal: the draws it consumes exactly, its values
 * to 1e-12, whichever way cov is factored.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/numpy_multivariate.h>

/* default_rng(23).multivariate_normal([1, -2], [[2, .5], [.5, 1]], 3, method=
 * 'svd', 'eigh', 'cholesky') of NumPy 2.4.6. */
static const double want[3][6] = {
    {0x1.54f0c94e3c7b8p-3, -0x1.1159187ca99a8p+1, 0x1.deaaab4935f53p+0,
     -0x1.eff763e75faa0p+1, 0x1.21de96d1f92ebp+0, -0x1.ff4cc9abca9bep+1},
    {0x1.c79bebf74b594p-1, -0x1.4a1812e2ce623p+1, 0x1.0a700314526fep+2,
     -0x1.4490885f91d26p-1, 0x1.043061a10dcfcp+2, -0x1.256890200da87p+0},
    {0x1.c84d3e1a24f00p+0, -0x1.99d10cfd8c5e3p+0, 0x1.d602c1676c4b0p-1,
     -0x1.0c2387f906240p+2, 0x1.9c37b30623163p+0, -0x1.eb0f097194520p+1},
};

static const double mean[2] = {1.0, -2.0}, cov[4] = {2.0, 0.5, 0.5, 1.0};

static void values_are_within_tolerance(void **state)
{
    (void)state;
    for (int method = 0; method < 3; method++) {
        ss_numpy_generator g, after;
        double out[6], z[6];
        bool psd = false;
        ss_status status;
        ss_numpy_default_rng(&g, 23);
        after = g;
        status = ss_numpy_generator_multivariate_normal_fill(
            &g, mean, cov, 2, (ss_numpy_factor)method, 1e-8, &psd, out, 3);
        if (status == SS_ERR_NUMPY_NO_LAPACK) {
            assert_memory_equal(&g, &after, sizeof g);
            print_message("no LAPACKE: refused, as promised\n");
            return;
        }
        assert_int_equal(status, SS_OK);
        assert_true(psd);
        for (int i = 0; i < 6; i++)
            if (!(fabs(out[i] - want[method][i])
                  <= 1e-12 * fabs(want[method][i])))
                fail_msg("method %d, value %d is %a", method, i, out[i]);
        ss_numpy_generator_standard_normal_fill(&after, z, 6);
        assert_memory_equal(&g.bitgen, &after.bitgen, sizeof g.bitgen);
    }
}

static ss_status draw(const double *c, int method, bool *psd)
{
    ss_numpy_generator g;
    double out[2];

    ss_numpy_default_rng(&g, 1);
    return ss_numpy_generator_multivariate_normal_fill(
        &g, mean, c, 2, (ss_numpy_factor)method, 1e-8, psd, out, 1);
}

static void a_covariance_that_is_none_is_seen(void **state)
{
    static const double bad[4] = {1.0, 2.0, 2.0, 1.0};
    const double nan_cov[4] = {1.0, NAN, NAN, 1.0};
    bool psd = true;

    (void)state;
    if (draw(cov, 0, &psd) == SS_ERR_NUMPY_NO_LAPACK)
        return;
    assert_int_equal(draw(bad, 0, &psd), SS_OK);
    assert_false(psd);
    psd = true;
    assert_int_equal(draw(bad, 1, &psd), SS_OK);
    assert_false(psd);
    assert_int_equal(draw(bad, 2, &psd), SS_ERR_NUMPY_CHOLESKY);
    assert_int_equal(draw(nan_cov, 0, NULL), SS_ERR_NUMPY_SVD);
    assert_int_equal(draw(nan_cov, 1, NULL), SS_ERR_NUMPY_EIGH);
    assert_int_equal(draw(nan_cov, 2, NULL), SS_ERR_NUMPY_CHOLESKY);
}

static void no_dimension_draws_nothing(void **state)
{
    ss_numpy_generator g, before;
    ss_status status;

    (void)state;
    ss_numpy_default_rng(&g, 7);
    before = g;
    status = ss_numpy_generator_multivariate_normal_fill(
        &g, mean, cov, 0, SS_NUMPY_SVD, 1e-8, NULL, NULL, 3);
    assert_true(status == SS_OK || status == SS_ERR_NUMPY_NO_LAPACK);
    assert_memory_equal(&g, &before, sizeof g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_within_tolerance),
        cmocka_unit_test(a_covariance_that_is_none_is_seen),
        cmocka_unit_test(no_dimension_draws_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
