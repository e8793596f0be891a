/* SPDX-License-Identifier: MIT
 * Bytes nobody knows.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/bitgen.h>
#include <sameseed/seed.h>

static void fills_differ(void **state)
{
    static uint8_t a[3000], b[3000];

    (void)state;
    assert_int_equal(ss_entropy_fill(a, sizeof a), SS_OK);
    assert_int_equal(ss_entropy_fill(b, sizeof b), SS_OK);
    for (size_t i = 0; i < sizeof a; i += 100)
        assert_memory_not_equal(a + i, b + i, 16);
}

static void size_is_kept_to(void **state)
{
    uint8_t bytes[300] = {0};

    (void)state;
    assert_int_equal(ss_entropy_fill(bytes, 257), SS_OK);
    for (size_t i = 257; i < sizeof bytes; i++)
        assert_int_equal(bytes[i], 0);
    assert_int_equal(ss_entropy_fill(bytes + 299, 0), SS_OK);
    assert_int_equal(bytes[299], 0);
}

static void states_differ(void **state)
{
    ss_mt19937 a, b;

    (void)state;
    assert_int_equal(ss_mt19937_seed_entropy(&a), SS_OK);
    assert_int_equal(ss_mt19937_seed_entropy(&b), SS_OK);
    assert_int_equal(a.key[0], 0x80000000u);
    assert_int_equal(a.pos, SS_MT19937_N);
    assert_memory_not_equal(a.key, b.key, sizeof a.key);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_differ),
        cmocka_unit_test(size_is_kept_to),
        cmocka_unit_test(states_differ),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
