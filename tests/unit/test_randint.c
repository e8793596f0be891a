/* SPDX-License-Identifier: MIT
 * randint: every dtype, values, state, bounds and errors.
 */
#include "numpy_kat.h"

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

static void randint_is_numpys(void **state)
{
    struct kat kat;
    uint64_t out[100];

    (void)state;
    for (kat_open(&kat, "randint"); kat_next(&kat);) {
        ss_dtype dtype = (ss_dtype)atoi(kat.args[0]);
        uint64_t low = kat_integer(kat.args[1]);
        uint64_t last = kat_integer(kat.args[2]);
        ss_numpy_randomstate rs = kat.rs;
        ss_numpy_randint_buffer buffer = {0};
        assert_int_equal(
            ss_numpy_randint_fill(&rs, dtype, low, last, out, kat.value_count),
            SS_OK);
        for (size_t i = 0; i < kat.value_count; i++)
            if (element(dtype, out, i) != kat_integer(kat.values[i]))
                fail_msg("%s: value %zu differs", kat.where, i);
        kat_check_state(&kat, &rs);
        rs = kat.rs;
        for (size_t i = 0; i < kat.value_count; i++)
            assert_int_equal(
                ss_numpy_randint_next(&rs, dtype, low, last, &buffer),
                kat_integer(kat.values[i]));
        kat_check_state(&kat, &rs);
    }
}

/* More than a block of every dtype, with and without rejection: the fill is
 * the same as one element after the other of an array of bounds. */
static void long_fills_are_single_draws(void **state)
{
    static uint64_t out[20000];
    const uint64_t lasts[] = {
        1, 99, 127, 1000, 65535, 1 << 30, UINT64_C(1) << 33};
    ss_numpy_randomstate one, many;

    (void)state;
    ss_numpy_randomstate_seed(&one, 1);
    many = one;
    for (int d = SS_BOOL; d <= SS_UINT64; d++) {
        for (size_t k = 0; k < 7; k++) {
            ss_dtype dtype = (ss_dtype)d;
            ss_numpy_randint_buffer buffer = {0};
            size_t n = 20000 - k * 1111;
            if (ss_numpy_randint_fill(&many, dtype, 0, lasts[k], out, n))
                continue; /* too large for the dtype */
            for (size_t i = 0; i < n; i++)
                if (element(dtype, out, i)
                    != ss_numpy_randint_next(&one, dtype, 0, lasts[k], &buffer))
                    fail_msg("dtype %d, last %zu, value %zu", d, k, i);
            assert_int_equal(one.bitgen.u.mt19937.pos,
                             many.bitgen.u.mt19937.pos);
        }
    }
}

static ss_status check65(ss_dtype dtype, int low_sign, uint64_t low,
                         int last_sign, uint64_t last)
{
    return ss_numpy_randint_check(dtype, (ss_numpy_int65){low_sign, low},
                                  (ss_numpy_int65){last_sign, last});
}

static void bounds_are_the_dtypes(void **state)
{
    (void)state;
    assert_int_equal(check65(SS_INT8, 0, 0, 0, 127), SS_OK);
    assert_int_equal(check65(SS_INT8, 0, 0, 0, 128), SS_ERR_NUMPY_HIGH_BOUND);
    assert_int_equal(check65(SS_INT8, 1, (uint64_t)-129, 0, 0),
                     SS_ERR_NUMPY_LOW_BOUND);
    assert_int_equal(check65(SS_BOOL, 0, 0, 0, 2), SS_ERR_NUMPY_HIGH_BOUND);
    assert_int_equal(check65(SS_UINT8, 1, UINT64_MAX, 0, 5),
                     SS_ERR_NUMPY_LOW_BOUND);
    assert_int_equal(check65(SS_UINT64, 0, 0, 0, UINT64_MAX), SS_OK);
    assert_int_equal(check65(SS_UINT64, 0, 0, 1, UINT64_MAX),
                     SS_ERR_NUMPY_HIGH_ZERO);
    assert_int_equal(check65(SS_INT64, 1, 1u << 31, 1, 0),
                     SS_ERR_NUMPY_LOW_BOUND);
    assert_int_equal(check65(SS_FLOAT32, 0, 0, 0, 5), SS_ERR_DTYPE);
}

static void randint_refuses_what_numpy_refuses(void **state)
{
    const uint64_t minus_3 = (uint64_t)-3, least = UINT64_C(1) << 63;
    ss_numpy_randomstate rs, before;
    uint64_t out[2];

    (void)state;
    ss_numpy_randomstate_seed(&rs, 1);
    before = rs;
    assert_int_equal(ss_numpy_randint_fill(&rs, SS_INT64, 0, minus_3, out, 1),
                     SS_ERR_NUMPY_HIGH_ZERO);
    assert_int_equal(ss_numpy_randint_fill(&rs, SS_UINT32, 5, 4, out, 1),
                     SS_ERR_NUMPY_LOW_HIGH);
    assert_int_equal(
        ss_numpy_randint_fill(&rs, SS_INT16, minus_3, minus_3 - 1, out, 1),
        SS_ERR_NUMPY_LOW_HIGH);
    assert_int_equal(ss_numpy_randint_fill(&rs, SS_UINT32, 5, 4, out, 0),
                     SS_OK);
    assert_int_equal(ss_numpy_randint_fill(&rs, SS_FLOAT64, 0, 1, out, 0),
                     SS_ERR_DTYPE);
    assert_int_equal(ss_numpy_randint_fill(&rs, SS_INT64, least, least, out, 1),
                     SS_OK);
    assert_int_equal(out[0], least);
    assert_int_equal(ss_numpy_randint_next(&rs, SS_FLOAT32, 3, 9, NULL), 3);
    assert_memory_equal(&rs, &before, sizeof rs);
}

static void random_integers_includes_high(void **state)
{
    ss_numpy_randomstate a, b;
    int64_t x[50], y[50];

    (void)state;
    ss_numpy_randomstate_seed(&a, 1);
    b = a;
    assert_int_equal(ss_numpy_random_integers_fill(&a, 1, 6, x, 50), SS_OK);
    assert_int_equal(ss_numpy_randint_fill(&b, SS_INT64, 1, 6, y, 50), SS_OK);
    assert_memory_equal(x, y, sizeof x);
    assert_int_equal(ss_numpy_random_integers_fill(&a, 1, 0, x, 1),
                     SS_ERR_NUMPY_LOW_HIGH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(randint_is_numpys),
        cmocka_unit_test(long_fills_are_single_draws),
        cmocka_unit_test(bounds_are_the_dtypes),
        cmocka_unit_test(randint_refuses_what_numpy_refuses),
        cmocka_unit_test(random_integers_includes_high),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
