/* SPDX-License-Identifier: MIT
 * multivariate_normal: the draws it consumes exactly, its values to 1e-12.
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

/* RandomState(23).multivariate_normal([1, -2], [[2, .5], [.5, 1]], 3) of
 * NumPy 2.4.6. */
static const double want[6] = {
    0x1.3632b38075d18p-4,  -0x1.2dd1cf9f73da8p+1, 0x1.be7af098ad518p+0,
    -0x1.8e13ce7af0892p-1, 0x1.9491fec57db40p-2,  -0x1.a1bddf60b36bfp+1,
};

static void values_are_within_tolerance(void **state)
{
    static const double mean[2] = {1.0, -2.0}, cov[4] = {2.0, 0.5, 0.5, 1.0};
    ss_numpy_randomstate rs, after;
    double out[6], z[6];
    bool psd = false;
    ss_status status;

    ss_numpy_randomstate_seed(&rs, 23);
    after = rs;
    status = ss_numpy_multivariate_normal_fill(&rs, mean, cov, 2, 1e-8, &psd,
                                               out, 3);
    if (status == SS_ERR_NUMPY_NO_LAPACK) {
        assert_memory_equal(&rs, &after, sizeof rs);
        print_message("no LAPACKE: refused, as promised\n");
        return;
    }
    assert_int_equal(status, SS_OK);
    assert_true(psd);
    for (int i = 0; i < 6; i++)
        if (!(fabs(out[i] - want[i]) <= 1e-12 * fabs(want[i])))
            fail_msg("value %d is %a, not %a", i, out[i], want[i]);
    ss_numpy_standard_normal_fill(&after, z, 6);
    assert_memory_equal(&rs.bitgen, &after.bitgen, sizeof rs.bitgen);
    assert_int_equal(rs.has_gauss, after.has_gauss);
}

static void a_covariance_that_is_none_is_seen(void **state)
{
    static const double mean[2] = {0.0, 0.0}, cov[4] = {1.0, 2.0, 2.0, 1.0};
    const double nan_cov[4] = {1.0, NAN, NAN, 1.0};
    ss_numpy_randomstate rs;
    double out[2];
    bool psd = true;

    ss_numpy_randomstate_seed(&rs, 1);
    if (ss_numpy_multivariate_normal_fill(&rs, mean, cov, 2, 1e-8, &psd, out, 1)
        == SS_ERR_NUMPY_NO_LAPACK)
        return;
    assert_false(psd);
    assert_int_equal(ss_numpy_multivariate_normal_fill(&rs, mean, nan_cov, 2,
                                                       1e-8, &psd, out, 1),
                     SS_ERR_NUMPY_SVD);
}

static void sizes_at_the_edge(void **state)
{
    static const double one = 4.0, mean = 0.0;
    ss_numpy_randomstate rs, before;
    double out[2], z[2];
    ss_status status;

    ss_numpy_randomstate_seed(&rs, 7);
    before = rs;
    status = ss_numpy_multivariate_normal_fill(&rs, &mean, &one, 0, 1e-8, NULL,
                                               out, 3);
    if (status == SS_ERR_NUMPY_NO_LAPACK)
        return;
    assert_int_equal(status, SS_OK);
    assert_int_equal(ss_numpy_multivariate_normal_fill(
                         &rs, &mean, &one, (size_t)1 << 20, 1e-8, NULL, out, 1),
                     SS_ERR_MEMORY);
    assert_int_equal(ss_numpy_multivariate_normal_fill(
                         &rs, &mean, &one, 1, 1e-8, NULL, out, SIZE_MAX / 2),
                     SS_ERR_MEMORY);
    assert_int_equal(ss_numpy_multivariate_normal_fill(
                         &rs, &mean, &one, 1, 1e-8, NULL, out, SIZE_MAX / 17),
                     SS_ERR_MEMORY);
    assert_memory_equal(&rs, &before, sizeof rs);
    assert_int_equal(ss_numpy_multivariate_normal_fill(&rs, &mean, &one, 1,
                                                       1e-8, NULL, out, 2),
                     SS_OK);
    ss_numpy_standard_normal_fill(&before, z, 2);
    for (int i = 0; i < 2; i++)
        assert_true(fabs(fabs(out[i]) - 2.0 * fabs(z[i])) < 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_within_tolerance),
        cmocka_unit_test(a_covariance_that_is_none_is_seen),
        cmocka_unit_test(sizes_at_the_edge),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
