/* SPDX-License-Identifier: MIT
 * Generator's float32: NumPy's values and state, one by one and filled.
 */
#include "generator_kat.h"

#include <math.h>

static bool same_float(float x, const char *want)
{
    uint32_t bits;

    if (strcmp(want, "nan") == 0)
        return x != x;
    memcpy(&bits, &x, sizeof bits);
    return bits == strtoul(want, NULL, 16);
}

static void check(const struct gkat *kat, const float *out,
                  const ss_bitgen *bitgen)
{
    for (size_t i = 0; i < kat->value_count; i++)
        if (!same_float(out[i], kat->values[i]))
            fail_msg("%s: value %zu differs", kat->where, i);
    gkat_check_state(kat, bitgen);
}

static void run(const char *name, float (*draw)(ss_numpy_generator *),
                void (*fill)(ss_numpy_generator *, float *, size_t))
{
    struct gkat kat;
    float out[20];

    for (gkat_open(&kat, name); gkat_next(&kat);) {
        size_t n = kat.value_count;
        ss_numpy_generator g = kat.g;
        for (size_t i = 0; i < n; i++)
            out[i] = draw(&g);
        check(&kat, out, &g.bitgen);
        for (size_t first = 0; first <= n; first++) {
            g = kat.g;
            fill(&g, out, first);
            fill(&g, out + first, n - first);
            check(&kat, out, &g.bitgen);
        }
    }
}

static void floats_are_numpys(void **state)
{
    (void)state;
    run("random_f32", ss_numpy_generator_random_f32,
        ss_numpy_generator_random_f32_fill);
    run("standard_normal_f32", ss_numpy_generator_standard_normal_f32,
        ss_numpy_generator_standard_normal_f32_fill);
    run("standard_exponential_f32", ss_numpy_generator_standard_exponential_f32,
        ss_numpy_generator_standard_exponential_f32_fill);
    run("standard_exponential_inv_f32",
        ss_numpy_generator_standard_exponential_inv_f32,
        ss_numpy_generator_standard_exponential_inv_f32_fill);
}

static void gamma_is_numpys(void **state)
{
    struct gkat kat;
    float out[20];

    (void)state;
    for (gkat_open(&kat, "standard_gamma_f32"); gkat_next(&kat);) {
        uint32_t bits = (uint32_t)strtoul(kat.args[0], NULL, 16);
        ss_numpy_generator g = kat.g;
        float shape;
        memcpy(&shape, &bits, sizeof shape);
        if (strcmp(kat.args[0], "nan") == 0)
            shape = NAN;
        for (size_t i = 0; i < kat.value_count; i++)
            out[i] = ss_numpy_generator_standard_gamma_f32(&g, shape);
        check(&kat, out, &g.bitgen);
        assert_int_equal(ss_numpy_generator_standard_gamma_f32_fill(
                             &kat.g, shape, out, kat.value_count),
                         SS_OK);
        check(&kat, out, &kat.g.bitgen);
    }
}

static void shapes_are_checked(void **state)
{
    (void)state;
    assert_int_equal(ss_numpy_generator_standard_gamma_f32_check(-0.0f),
                     SS_ERR_NUMPY_SHAPE_NEGATIVE);
    assert_int_equal(ss_numpy_generator_standard_gamma_f32_check(0.0f), SS_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(floats_are_numpys),
        cmocka_unit_test(gamma_is_numpys),
        cmocka_unit_test(shapes_are_checked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
