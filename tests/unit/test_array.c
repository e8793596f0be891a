/* SPDX-License-Identifier: MIT
 * Arrays over memory, and the conversions of 16-bit floats.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/array.h>

#include "array/half.h"

static void a_borrowed_array_is_a_view(void **state)
{
    double x[6] = {0, 1, 2, 3, 4, 5};
    size_t shape[] = {2, 3};
    ss_array a = ss_array_borrow(SS_FLOAT64, 2, shape, x);

    (void)state;
    assert_ptr_equal(a.data, x);
    assert_null(a.owned);
    assert_int_equal(a.itemsize, 8);
    assert_int_equal(a.strides[0], 24);
    assert_int_equal(a.strides[1], 8);
    assert_int_equal(ss_array_size(&a), 6);
    assert_true(ss_array_is_contiguous(&a));
    a.strides[0] = 8;
    a.strides[1] = 16;
    assert_false(ss_array_is_contiguous(&a));
    ss_array_free(&a); /* not ours to free */
    assert_int_equal(ss_array_size(&a), 0);
}

static void a_new_array_is_zero(void **state)
{
    size_t shape[] = {3, 0, 2}, many[] = {1000};
    ss_array a;

    (void)state;
    assert_int_equal(ss_array_new(&a, SS_INT64, 0, 1, many), SS_OK);
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(((int64_t *)a.data)[i], 0);
    ss_array_free(&a);
    assert_null(a.owned);
    assert_int_equal(ss_array_new(&a, SS_FLOAT32, 0, 3, shape), SS_OK);
    assert_int_equal(ss_array_size(&a), 0);
    assert_true(ss_array_is_contiguous(&a));
    ss_array_free(&a);
    assert_int_equal(ss_array_new(&a, SS_STR, 12, 0, NULL), SS_OK);
    assert_int_equal(ss_array_size(&a), 1);
    assert_int_equal(a.itemsize, 12);
    ss_array_free(&a);
}

static void impossible_arrays_are_refused(void **state)
{
    size_t shape[SS_ARRAY_MAX_DIMS + 1], huge[] = {SIZE_MAX / 8, 16};
    size_t large[] = {PTRDIFF_MAX};
    ss_array a = {.ndim = 7}, before = a;

    (void)state;
    for (size_t i = 0; i <= SS_ARRAY_MAX_DIMS; i++)
        shape[i] = 1;
    assert_int_equal(ss_array_new(&a, SS_INT8, 0, SS_ARRAY_MAX_DIMS + 1, shape),
                     SS_ERR_ARGUMENT);
    assert_int_equal(ss_array_new(&a, SS_STR, 3, 0, NULL), SS_ERR_ARGUMENT);
    assert_int_equal(ss_array_new(&a, SS_INT8, 0, 2, huge), SS_ERR_MEMORY);
    assert_int_equal(ss_array_new(&a, SS_FLOAT64, 0, 1, large), SS_ERR_MEMORY);
    assert_memory_equal(&a, &before, sizeof a);
    assert_int_equal(ss_array_new(&a, SS_INT8, 0, SS_ARRAY_MAX_DIMS, shape),
                     SS_OK);
    ss_array_free(&a);
}

static void an_axis_of_length_one_is_contiguous(void **state)
{
    int8_t x[4] = {0};
    size_t shape[] = {1, 4};
    ss_array a = ss_array_borrow(SS_INT8, 2, shape, x);

    (void)state;
    a.strides[0] = 99;
    assert_true(ss_array_is_contiguous(&a));
}

static void dtypes_have_names_and_sizes(void **state)
{
    (void)state;
    assert_string_equal(ss_dtype_name(SS_BFLOAT16), "bfloat16");
    assert_string_equal(ss_dtype_name(SS_COMPLEX128), "complex128");
    assert_string_equal(ss_dtype_name((ss_dtype)99), "unknown");
    assert_int_equal(ss_dtype_size(SS_COMPLEX64), 8);
    assert_int_equal(ss_dtype_size(SS_STR), 0);
    assert_int_equal(ss_dtype_size((ss_dtype)99), 0);
}

/* Every half survives the way to float and double and back. */
static void halfs_survive(void **state)
{
    (void)state;
    for (uint32_t h = 0; h < 65536; h++) {
        uint16_t half = (uint16_t)h;

        if ((h & 0x7fff) > 0x7c00) { /* NaN: its highest bits stay */
            assert_int_equal(ssi_float_to_half(ssi_half_to_float(half)), half);
            continue;
        }
        assert_int_equal(ssi_float_to_half(ssi_half_to_float(half)), half);
        assert_int_equal(ssi_double_to_half(ssi_half_to_double(half)), half);
        assert_int_equal(ssi_double_to_half_by_float(ssi_half_to_double(half)),
                         half);
    }
}

/* Between two halfs: the nearer one, the even one from the middle. */
static void halfs_round_to_nearest_even(void **state)
{
    (void)state;
    for (uint32_t h = 0; h < 0x7c00; h++) {
        double low = ssi_half_to_double((uint16_t)h);
        double high =
            h == 0x7bff ? 65536.0 : ssi_half_to_double((uint16_t)(h + 1));
        double middle = (low + high) / 2, step = 0x1p-60;
        uint32_t even = h % 2 == 0 ? h : h + 1;

        assert_int_equal(ssi_double_to_half(middle), even);
        assert_int_equal(ssi_float_to_half((float)middle), even);
        step = middle * 0x1p-50;
        assert_int_equal(ssi_double_to_half(middle - step), h);
        assert_int_equal(ssi_double_to_half(middle + step), h + 1);
        assert_int_equal(ssi_double_to_half_by_float(middle + step), even);
        assert_int_equal(ssi_double_to_half(-middle - step), 0x8000 | (h + 1));
    }
    assert_int_equal(ssi_double_to_half(1e300), 0x7c00);
    assert_int_equal(ssi_double_to_half(-5e-324), 0x8000);
    assert_int_equal(ssi_float_to_half(1e-45f), 0);
}

static void bfloat16_rounds_to_nearest_even(void **state)
{
    (void)state;
    for (uint32_t h = 0; h < 0x7f80; h++) {
        float low = ssi_bfloat16_to_float((uint16_t)h);

        assert_int_equal(ssi_float_to_bfloat16(low), h);
        assert_int_equal(
            ssi_float_to_bfloat16(ssi_float_from_bits(h << 16 | 0x8000)),
            h % 2 == 0 ? h : h + 1);
        assert_int_equal(
            ssi_float_to_bfloat16(ssi_float_from_bits(h << 16 | 0x7fff)), h);
        assert_int_equal(
            ssi_float_to_bfloat16(ssi_float_from_bits(h << 16 | 0x8001)),
            h + 1);
    }
    assert_int_equal(ssi_float_to_bfloat16(ssi_float_from_bits(0x7f800001)),
                     0x7fc0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_borrowed_array_is_a_view),
        cmocka_unit_test(a_new_array_is_zero),
        cmocka_unit_test(impossible_arrays_are_refused),
        cmocka_unit_test(an_axis_of_length_one_is_contiguous),
        cmocka_unit_test(dtypes_have_names_and_sizes),
        cmocka_unit_test(halfs_survive),
        cmocka_unit_test(halfs_round_to_nearest_even),
        cmocka_unit_test(bfloat16_rounds_to_nearest_even),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
