/* SPDX-License-Identifier: MIT
 * shuffle and permutation: NumPy's order and state.
 */
#include "numpy_kat.h"

static void permutation_is_numpys(void **state)
{
    struct kat kat;
    int64_t out[400];

    (void)state;
    for (kat_open(&kat, "permutation"); kat_next(&kat);) {
        ss_numpy_permutation_fill(&kat.rs, out, kat.value_count);
        for (size_t i = 0; i < kat.value_count; i++)
            kat_check_value(&kat, 'i', (ssi_numpy_value){.i = out[i]}, i);
        kat_check_state(&kat, &kat.rs);
    }
}

/* Items of any size, any stride, move as the indices of interval() say. */
static void shuffle_swaps_by_intervals(void **state)
{
    static uint8_t items[700 * 200], want[700 * 200], held[200];
    const size_t sizes[] = {1, 2, 3, 4, 7, 8, 16, 64, 65, 200};

    (void)state;
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        size_t size = sizes[s], n = 700 - s, stride = size > 100 ? 200 : 101;
        ss_numpy_randomstate a, b;
        ss_numpy_randomstate_seed(&a, (uint32_t)s);
        b = a;
        for (size_t i = 0; i < sizeof items; i++)
            want[i] = items[i] = (uint8_t)(i * 2654435761u >> 13);
        ss_numpy_shuffle(&a, items, n, size, (ptrdiff_t)stride);
        for (size_t i = n - 1; i > 0; i--) {
            size_t j = (size_t)ss_numpy_interval(&b, i);
            memcpy(held, want + j * stride, size);
            memmove(want + j * stride, want + i * stride, size);
            memcpy(want + i * stride, held, size);
        }
        assert_memory_equal(items, want, sizeof items);
        assert_int_equal(a.bitgen.u.mt19937.pos, b.bitgen.u.mt19937.pos);
    }
}

static void interval_of_zero_draws_nothing(void **state)
{
    ss_numpy_randomstate rs;

    (void)state;
    ss_numpy_randomstate_seed(&rs, 1);
    assert_int_equal(ss_numpy_interval(&rs, 0), 0);
    assert_int_equal(rs.bitgen.u.mt19937.pos, SS_MT19937_N);
    ss_numpy_interval(&rs, UINT32_MAX);
    assert_int_equal(rs.bitgen.u.mt19937.pos, 1);
    ss_numpy_interval(&rs, UINT64_MAX);
    assert_int_equal(rs.bitgen.u.mt19937.pos, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(permutation_is_numpys),
        cmocka_unit_test(shuffle_swaps_by_intervals),
        cmocka_unit_test(interval_of_zero_draws_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
