/* SPDX-License-Identifier: MIT
 * Generator's integers, bytes, permutation and choice: values, state, errors.
 */
#include "generator_kat.h"

#include <math.h>

static uint64_t element(ss_dtype dtype, const void *out, size_t i)
{
    switch (dtype) {
    case SS_INT8:
        return (uint64_t)((const int8_t *)out)[i];
    case SS_INT16:
        return (uint64_t)((const int16_t *)out)[i];
    case SS_UINT16:
        return ((const uint16_t *)out)[i];
    case SS_INT32:
        return (uint64_t)((const int32_t *)out)[i];
    case SS_UINT32:
        return ((const uint32_t *)out)[i];
    case SS_INT64:
    case SS_UINT64:
        return ((const uint64_t *)out)[i];
    default:
        return ((const uint8_t *)out)[i];
    }
}

static void integers_are_numpys(void **state)
{
    struct gkat kat;
    uint64_t out[100];

    (void)state;
    for (gkat_open(&kat, "integers"); gkat_next(&kat);) {
        ss_dtype dtype = (ss_dtype)atoi(kat.args[0]);
        uint64_t low = kat_integer(kat.args[1]);
        uint64_t last = kat_integer(kat.args[2]);
        ss_numpy_generator g = kat.g;
        ss_numpy_randint_buffer buffer = {0};
        assert_int_equal(ss_numpy_generator_integers_fill(&g, dtype, low, last,
                                                          out, kat.value_count),
                         SS_OK);
        for (size_t i = 0; i < kat.value_count; i++)
            if (element(dtype, out, i) != kat_integer(kat.values[i]))
                fail_msg("%s: value %zu differs", kat.where, i);
        gkat_check_state(&kat, &g.bitgen);
        g = kat.g;
        for (size_t i = 0; i < kat.value_count; i++)
            assert_int_equal(
                ss_numpy_generator_integers_next(&g, dtype, low, last, &buffer),
                kat_integer(kat.values[i]));
        gkat_check_state(&kat, &g.bitgen);
    }
}

/* More than a block of every dtype, with and without redraws. */
static void long_fills_are_single_draws(void **state)
{
    static uint64_t out[20000];
    const uint64_t lasts[] = {
        1, 99, 127, 1000, 65535, 3u << 30, UINT64_C(3) << 62};
    ss_numpy_generator one = {0}, many;

    (void)state;
    ss_bitgen_seed(&one.bitgen, SS_BITGEN_PHILOX, 1);
    many = one;
    for (int d = SS_BOOL; d <= SS_UINT64; d++) {
        for (size_t k = 0; k < 7; k++) {
            ss_dtype dtype = (ss_dtype)d;
            ss_numpy_randint_buffer buffer = {0};
            size_t n = 20000 - k * 1111;
            if (ss_numpy_generator_integers_fill(&many, dtype, 0, lasts[k], out,
                                                 n))
                continue; /* too large for the dtype */
            for (size_t i = 0; i < n; i++)
                if (element(dtype, out, i)
                    != ss_numpy_generator_integers_next(&one, dtype, 0,
                                                        lasts[k], &buffer))
                    fail_msg("dtype %d, last %zu, value %zu", d, k, i);
            assert_memory_equal(&one.bitgen, &many.bitgen, sizeof one.bitgen);
        }
    }
}

static ss_status check65(int64_t low, int64_t last, bool endpoint)
{
    return ss_numpy_generator_integers_check(
        SS_INT8, (ss_numpy_int65){low < 0, (uint64_t)low},
        (ss_numpy_int65){last < 0, (uint64_t)last}, endpoint);
}

static void bounds_are_checked(void **state)
{
    uint8_t out[1];
    ss_numpy_generator g;
    ss_numpy_randint_buffer buffer = {0};

    (void)state;
    ss_numpy_default_rng(&g, 1);
    assert_int_equal(
        ss_numpy_generator_integers_next(&g, SS_FLOAT64, 3, 9, &buffer), 3);
    assert_int_equal(check65(-128, 127, true), SS_OK);
    assert_int_equal(check65(-129, 127, true), SS_ERR_NUMPY_LOW_BOUND);
    assert_int_equal(check65(0, 128, false), SS_ERR_NUMPY_HIGH_BOUND);
    assert_int_equal(check65(5, 4, false), SS_ERR_NUMPY_LOW_HIGH);
    assert_int_equal(check65(5, 4, true), SS_ERR_NUMPY_LOW_GREATER);
    assert_int_equal(check65(0, -1, false), SS_ERR_NUMPY_HIGH_ZERO);
    assert_int_equal(check65(0, -1, true), SS_ERR_NUMPY_HIGH_NEGATIVE);
    assert_int_equal(
        ss_numpy_generator_integers_fill(&g, SS_FLOAT64, 0, 1, out, 1),
        SS_ERR_DTYPE);
    assert_int_equal(
        ss_numpy_generator_integers_fill(&g, SS_UINT8, 0, 256, out, 1),
        SS_ERR_NUMPY_HIGH_BOUND);
    assert_int_equal(
        ss_numpy_generator_integers_fill(&g, SS_UINT8, 9, 5, out, 0), SS_OK);
}

static void bytes_are_numpys(void **state)
{
    struct gkat kat;
    uint8_t out[100];

    (void)state;
    for (gkat_open(&kat, "bytes"); gkat_next(&kat);) {
        memset(out, 0x55, sizeof out);
        ss_numpy_generator_bytes(&kat.g, out, kat.value_count);
        for (size_t i = 0; i < kat.value_count; i++)
            assert_int_equal(out[i], kat_integer(kat.values[i]));
        assert_int_equal(out[kat.value_count], 0x55);
        gkat_check_state(&kat, &kat.g.bitgen);
    }
}

static void permutation_is_numpys(void **state)
{
    struct gkat kat;
    int64_t out[400];

    (void)state;
    for (gkat_open(&kat, "permutation"); gkat_next(&kat);) {
        ss_numpy_generator g = kat.g, before = g;
        ss_numpy_generator_permutation_fill(&g, out, kat.value_count);
        gkat_check_integers(&kat, out);
        gkat_check_state(&kat, &g.bitgen);
        for (size_t i = 0; i < kat.value_count; i++)
            out[i] = (int64_t)i;
        for (size_t i = kat.value_count; i-- > 1;) { /* as a list is */
            size_t j = (size_t)ss_numpy_generator_interval(&kat.g, i);
            int64_t held = out[j];
            out[j] = out[i];
            out[i] = held;
        }
        gkat_check_integers(&kat, out);
        for (size_t i = 0; i < kat.value_count; i++)
            out[i] = (int64_t)i;
        gkat_check_state(&kat, &kat.g.bitgen);
        kat.g = before;
        ss_numpy_generator_shuffle(&kat.g, out, kat.value_count, sizeof *out,
                                   sizeof *out);
        gkat_check_integers(&kat, out);
    }
}

static void choice_is_numpys(void **state)
{
    struct gkat kat;
    int64_t out[1000];
    double p[20];

    (void)state;
    for (gkat_open(&kat, "choice"); gkat_next(&kat);) {
        for (size_t i = 3; i < kat.arg_count; i++)
            p[i - 3] = kat_double(kat.args[i]);
        assert_int_equal(ss_numpy_generator_choice_fill(
                             &kat.g, (int64_t)kat_integer(kat.args[0]),
                             kat.args[1][0] == '1',
                             kat.arg_count > 3 ? p : NULL, SS_FLOAT64,
                             kat.args[2][0] == '1', out, kat.value_count),
                         SS_OK);
        gkat_check_integers(&kat, out);
        gkat_check_state(&kat, &kat.g.bitgen);
    }
}

static ss_status choose(int64_t pop, bool replace, double p0, size_t n)
{
    const double p[2] = {p0, 0.5};
    int64_t out[9];
    ss_numpy_generator g;

    ss_numpy_default_rng(&g, 1);
    return ss_numpy_generator_choice_fill(&g, pop, replace, pop == 2 ? p : NULL,
                                          SS_FLOAT64, true, out, n);
}

static void choices_are_checked(void **state)
{
    (void)state;
    assert_int_equal(choose(0, true, 0, 1), SS_ERR_NUMPY_A_EMPTY);
    assert_int_equal(choose(0, true, 0, 0), SS_OK);
    assert_int_equal(choose(-1, false, 0, 0), SS_ERR_NUMPY_SAMPLE_LARGE);
    assert_int_equal(choose(3, false, 0, 4), SS_ERR_NUMPY_SAMPLE_LARGE);
    assert_int_equal(choose(2, true, NAN, 1), SS_ERR_NUMPY_PROB_NAN);
    assert_int_equal(choose(2, true, -0.5, 1), SS_ERR_NUMPY_PROB_NEGATIVE);
    assert_int_equal(choose(2, true, 0.6, 1), SS_ERR_NUMPY_PROB_SUM);
    assert_int_equal(choose(2, true, 0.5, 9), SS_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(integers_are_numpys),
        cmocka_unit_test(long_fills_are_single_draws),
        cmocka_unit_test(bounds_are_checked),
        cmocka_unit_test(bytes_are_numpys),
        cmocka_unit_test(permutation_is_numpys),
        cmocka_unit_test(choice_is_numpys),
        cmocka_unit_test(choices_are_checked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
