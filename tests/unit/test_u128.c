/* SPDX-License-Identifier: MIT
 * 128-bit integers: the products of 32 bits are tested with -DSS_NO_INT128
 * too, against the same figures.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#ifndef SS_NO_INT128
#define SS_NO_INT128
#endif
#include "base/u128.h"

static void same(ssi_u128 x, uint64_t high, uint64_t low)
{
    assert_int_equal(x.high, high);
    assert_int_equal(x.low, low);
}

static void products_are_whole(void **state)
{
    (void)state;
    same(ssi_mul_u64(UINT64_MAX, UINT64_MAX), UINT64_MAX - 1, 1);
    same(ssi_mul_u64(UINT64_C(0xffffffff00000001), UINT64_C(0xffffffff)),
         UINT64_C(0xfffffffe), UINT64_C(0x00000001ffffffff));
    same(ssi_mul_u64(UINT64_C(0x123456789abcdef0), 0), 0, 0);
    same(ssi_mul_u64(UINT64_C(1) << 63, 6), 3, 0);
}

static void sums_and_products_wrap(void **state)
{
    const ssi_u128 ones = {UINT64_MAX, UINT64_MAX}, one = {0, 1};

    (void)state;
    same(ssi_u128_add(ones, one), 0, 0);
    same(ssi_u128_add((ssi_u128){1, UINT64_MAX}, one), 2, 0);
    same(ssi_u128_mul(ones, ones), 0, 1);
    same(ssi_u128_mul((ssi_u128){3, 5}, (ssi_u128){7, 11}), 68, 55);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products_are_whole),
        cmocka_unit_test(sums_and_products_wrap),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
