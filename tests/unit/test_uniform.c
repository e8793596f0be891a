/* SPDX-License-Identifier: MIT
 * random_sample, uniform, tomaxint, bytes: NumPy's values and state.
 */
#include "numpy_kat.h"

static void random_sample_is_numpys(void **state)
{
    (void)state;
    kat_run("random_sample");
}

static void uniform_is_numpys(void **state)
{
    (void)state;
    kat_run("uniform");
}

static void tomaxint_is_numpys(void **state)
{
    (void)state;
    kat_run("tomaxint");
}

static void fills_are_draws(void **state)
{
    (void)state;
    kat_fill_is_draws("random_sample", 0.0, 0.0);
    kat_fill_is_draws("uniform", -2.0, 0.1);
    kat_fill_is_draws("tomaxint", 0.0, 0.0);
}

static void bytes_are_numpys(void **state)
{
    struct kat kat;
    uint8_t out[100];

    (void)state;
    for (kat_open(&kat, "bytes"); kat_next(&kat);) {
        memset(out, 0x55, sizeof out);
        ss_numpy_bytes(&kat.rs, out, kat.value_count);
        for (size_t i = 0; i < kat.value_count; i++)
            assert_int_equal(out[i], kat_integer(kat.values[i]));
        assert_int_equal(out[kat.value_count], 0x55);
        kat_check_state(&kat, &kat.rs);
    }
}

/* More than one block of words. */
static void long_bytes_are_words(void **state)
{
    static uint8_t out[5001];
    ss_numpy_randomstate rs, words;

    (void)state;
    ss_numpy_randomstate_seed(&rs, 1);
    words = rs;
    ss_numpy_bytes(&rs, out, sizeof out);
    for (size_t i = 0; i < sizeof out; i += 4) {
        uint32_t word = ss_bitgen_next_u32(&words.bitgen);
        for (size_t k = i; k < i + 4 && k < sizeof out; k++)
            assert_int_equal(out[k], word >> 8 * (k - i) & 255);
    }
    assert_int_equal(rs.bitgen.u.mt19937.pos, words.bitgen.u.mt19937.pos);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_sample_is_numpys),
        cmocka_unit_test(uniform_is_numpys),
        cmocka_unit_test(tomaxint_is_numpys),
        cmocka_unit_test(fills_are_draws),
        cmocka_unit_test(bytes_are_numpys),
        cmocka_unit_test(long_bytes_are_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
