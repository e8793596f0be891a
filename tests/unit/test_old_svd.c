/* SPDX-License-Identifier: MIT
 * The decompositions of NumPy before 1.24: values of NumPy 1.20.3 to 1e-12
 * (another LAPACK has other signs), and that products give back the matrix.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <math.h>

#include <cmocka.h>

#include <sameseed/numpy_multivariate.h>

#include "numpy/old_svd.h"

#define OLD 12003

static const double five[25] = {4, -1,   2, 0.5,  0, -1, 3, -0.5, 1, 0.25,
                                2, -0.5, 5, -1.5, 1, .5, 1, -1.5, 2, -.75,
                                0, .25,  1, -.75, 6};
static const double equal[9] = {1, .5, .5, .5, 1, .5, .5, .5, 1};
static const double second[9] = {2, -1, 0, -1, 2, -1, 0, -1, 2};

static void near(const double *x, const double *want, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!(fabs(x[i] - want[i]) <= 1e-12 * (1 + fabs(want[i]))))
            fail_msg("value %zu is %a, not %a", i, x[i], want[i]);
}

static void generators(const double *cov, size_t dim, ss_numpy_factor method,
                       const double *want)
{
    static const double mean[5];
    ss_numpy_generator g;
    double out[5];
    bool psd;

    ss_numpy_default_rng(&g, 1);
    g.release = OLD;
    assert_int_equal(ss_numpy_generator_multivariate_normal_fill(
                         &g, mean, cov, dim, method, 1e-8, &psd, out, 1),
                     SS_OK);
    assert_true(psd);
    near(out, want, dim);
}

static void values_are_those_of_1_20(void **state)
{
    static const double svd[5] = {-0.526707327756178, -0.8907332971897167,
                                  -2.269044638834008, 1.0464453518950296,
                                  1.7634961334926578};
    static const double eigh[5] = {2.5956968162770426, -2.5460598393767735,
                                   1.8061204380186986, -0.9845676385954112,
                                   -0.9833953573998073};
    static const double three[3] = {-0.6485834368229231, -0.6187656629808834,
                                    0.9946528501793936};

    (void)state;
    generators(five, 5, SS_NUMPY_SVD, svd);
    generators(five, 5, SS_NUMPY_EIGH, eigh);
    generators(second, 3, SS_NUMPY_EIGH, three);
}

static void randomstates_are_those_of_1_20(void **state)
{
    static const double mean[3],
        want[6] = {-1.6794701657761912, -0.8855876944954376,
                   -1.413759446758893,  1.375718539182605,
                   1.7770228959987084,  -0.5245158008815747};
    ss_numpy_randomstate rs;
    double out[6];
    bool psd;

    (void)state;
    ss_numpy_randomstate_seed(&rs, 1);
    rs.release = OLD;
    assert_int_equal(ss_numpy_multivariate_normal_fill(&rs, mean, equal, 3,
                                                       1e-8, &psd, out, 2),
                     SS_OK);
    near(out, want, 6);
}

/* Matrices with every kind of block and step. */
static void make(double *a, size_t dim, int kind)
{
    uint32_t x = 12345 + (uint32_t)kind;

    for (size_t i = 0; i < dim; i++)
        for (size_t j = 0; j <= i; j++) {
            x = x * 1664525u + 1013904223u;
            a[i * dim + j] = kind % 4 == 0   ? (double)(x >> 8) / 0x1p24 - .5
                             : kind % 4 == 1 ? (i == j ? 1.0 : 0.25)
                             : kind % 4 == 2 ? (double)(x >> 30) - 1
                                             : ldexp(1.0, -(int)(9 * (i - j)));
            a[j * dim + i] = a[i * dim + j];
        }
}

static void products_give_back_the_matrix(void **state)
{
    double a[625], b[625], u[625], v[625], s[25], sum;

    (void)state;
    for (int kind = 0; kind < 120; kind++) {
        size_t dim = 1 + (size_t)kind % 25;
        make(a, dim, kind);
        make(b, dim, kind);
        assert_true(ssi_old_svd(dim, b, s, u, v));
        for (size_t i = 0; i < dim * dim; i++) {
            sum = 0.0;
            for (size_t k = 0; k < dim; k++)
                sum += u[i / dim * dim + k] * s[k] * v[k * dim + i % dim];
            assert_true(fabs(sum - a[i]) < 1e-12 * (double)dim);
        }
        make(b, dim, kind);
        assert_true(ssi_old_eigh(dim, b, s));
        for (size_t i = 0; i < dim * dim; i++) {
            sum = 0.0;
            for (size_t k = 0; k < dim; k++)
                sum += b[i / dim * dim + k] * s[k] * b[i % dim * dim + k];
            assert_true(fabs(sum - a[i]) < 1e-12 * (double)dim);
        }
        for (size_t k = 1; k < dim; k++)
            assert_true(s[k - 1] <= s[k]);
    }
}

static void what_is_not_known_is_refused(void **state)
{
    static const double mean[26], cov[26 * 26];
    const double bad[4] = {1.0, NAN, NAN, 1.0};
    double a[4], s[2], u[4], v[4], out[26];
    ss_numpy_randomstate rs;
    ss_numpy_generator g;

    (void)state;
    for (int i = 0; i < 4; i++)
        a[i] = bad[i];
    assert_false(ssi_old_svd(2, a, s, u, v));
    assert_false(ssi_old_eigh(2, a, s));
    ss_numpy_randomstate_seed(&rs, 1);
    rs.release = OLD;
    assert_int_equal(ss_numpy_multivariate_normal_fill(&rs, mean, cov, 26, 1e-8,
                                                       NULL, out, 1),
                     SS_ERR_NUMPY_OLD_LAPACK);
    ss_numpy_default_rng(&g, 1);
    g.release = OLD;
    assert_int_equal(ss_numpy_generator_multivariate_normal_fill(
                         &g, mean, cov, 26, SS_NUMPY_EIGH, 1e-8, NULL, out, 1),
                     SS_ERR_NUMPY_OLD_LAPACK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_those_of_1_20),
        cmocka_unit_test(randomstates_are_those_of_1_20),
        cmocka_unit_test(products_give_back_the_matrix),
        cmocka_unit_test(what_is_not_known_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
