/* SPDX-License-Identifier: MIT
 * What old releases of NumPy accept and refuse.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/numpy.h>
#include <sameseed/numpy_generator.h>
#include <sameseed/numpy_release.h>

static void pools_have_limits(void **state)
{
    const uint32_t words[3] = {1, 2, 3};
    ss_seed_sequence s;

    (void)state;
    assert_int_equal(
        ss_numpy_release_seed_sequence_init(11800, &s, words, 3, words, 3, 3),
        SS_ERR_NUMPY_POOL_SIZE);
    assert_int_equal(
        ss_numpy_release_seed_sequence_init(11800, &s, words, 3, words, 3, 33),
        SS_ERR_UNSUPPORTED);
    assert_int_equal(
        ss_numpy_release_seed_sequence_init(11800, &s, NULL, 0, NULL, 0, 4),
        SS_OK);
}

/* Without a spawn_key all releases are alike; children are not. */
static void children_differ(void **state)
{
    const uint32_t word = 7;
    ss_seed_sequence old, now, child[2];

    (void)state;
    assert_int_equal(
        ss_numpy_release_seed_sequence_init(11805, &old, &word, 1, NULL, 0, 4),
        SS_OK);
    assert_int_equal(
        ss_numpy_release_seed_sequence_init(0, &now, &word, 1, NULL, 0, 4),
        SS_OK);
    assert_memory_equal(old.pool, now.pool, sizeof old.pool);
    ss_seed_sequence_spawn(&old, &child[0], 1);
    ss_seed_sequence_spawn(&now, &child[1], 1);
    assert_int_equal(old.n_children_spawned, 1);
    assert_int_equal(now.n_children_spawned, 1);
    assert_memory_not_equal(child[0].pool, child[1].pool, sizeof old.pool);
}

static void jumps_are_limited(void **state)
{
    const uint64_t none[2] = {UINT64_MAX, UINT64_MAX}, one[2] = {1, 0};
    const uint64_t many[2] = {UINT64_C(1) << 63, 0}, more[2] = {0, 1};
    ss_bitgen old, before, sfc;

    (void)state;
    assert_int_equal(ss_bitgen_seed(&old, SS_BITGEN_MT19937, 1), SS_OK);
    before = old;
    assert_int_equal(ss_numpy_release_jump(11805, &old, none), SS_OK);
    assert_memory_equal(&old.u.mt19937, &before.u.mt19937,
                        sizeof old.u.mt19937);
    assert_int_equal(ss_numpy_release_jump(11805, &old, many),
                     SS_ERR_UNSUPPORTED);
    assert_int_equal(ss_numpy_release_jump(11805, &old, more),
                     SS_ERR_UNSUPPORTED);
    assert_int_equal(ss_numpy_release_jump(11805, &old, one), SS_OK);
    assert_int_equal(ss_numpy_release_jump(11900, &before, one), SS_OK);
    assert_memory_not_equal(&old.u.mt19937, &before.u.mt19937,
                            sizeof old.u.mt19937);
    assert_int_equal(ss_bitgen_seed(&sfc, SS_BITGEN_SFC64, 1), SS_OK);
    assert_int_equal(ss_numpy_release_jump(11805, &sfc, one),
                     SS_ERR_UNSUPPORTED);
}

static void uniforms_may_fall(void **state)
{
    ss_numpy_generator g;
    double x;

    (void)state;
    ss_numpy_default_rng(&g, 1);
    assert_int_equal(ss_numpy_generator_uniform_fill(&g, 1.0, -1.0, &x, 1),
                     SS_ERR_NUMPY_HIGH_LOW_NEGATIVE);
    g.release = 12003;
    assert_int_equal(ss_numpy_generator_uniform_fill(&g, 1.0, -1.0, &x, 1),
                     SS_OK);
    assert_true(x > -1.0 && x <= 1.0);
    assert_int_equal(ss_numpy_generator_uniform_fill(&g, -1e308, 1e308, &x, 1),
                     SS_ERR_NUMPY_UNIFORM_RANGE);
}

static void no_alpha_is_0(void **state)
{
    const double alpha[2] = {0.0, 1.0};
    ss_numpy_generator g;
    double x[2];

    (void)state;
    ss_numpy_default_rng(&g, 1);
    g.release = 12404;
    assert_int_equal(ss_numpy_generator_dirichlet_fill(&g, alpha, 2, x, 1),
                     SS_ERR_NUMPY_ALPHA_NOT_POSITIVE);
    g.release = 12500;
    assert_int_equal(ss_numpy_generator_dirichlet_fill(&g, alpha, 2, x, 1),
                     SS_OK);
}

/* 1.16 divides by the sum as Python does. */
static void sums_of_0_are_refused(void **state)
{
    const double alpha[2] = {1e-300, 1e-300};
    ss_numpy_randomstate rs;
    double x[2];

    (void)state;
    ss_numpy_randomstate_seed(&rs, 1);
    assert_int_equal(ss_numpy_dirichlet_fill(&rs, alpha, 2, x, 1), SS_OK);
    assert_true(x[0] != x[0]);
    rs.release = 11606;
    assert_int_equal(ss_numpy_dirichlet_fill(&rs, alpha, 2, x, 1),
                     SS_ERR_UNSUPPORTED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pools_have_limits),
        cmocka_unit_test(children_differ),
        cmocka_unit_test(jumps_are_limited),
        cmocka_unit_test(uniforms_may_fall),
        cmocka_unit_test(no_alpha_is_0),
        cmocka_unit_test(sums_of_0_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
