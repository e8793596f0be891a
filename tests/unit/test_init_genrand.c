/* SPDX-License-Identifier: MIT
 * The state of an integer seed.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/bitgen.h>

static void keys_follow_the_recurrence(void **state)
{
    ss_mt19937 mt;

    (void)state;
    ss_mt19937_seed(&mt, 5489);
    assert_int_equal(mt.pos, SS_MT19937_N);
    assert_int_equal(mt.key[0], 5489);
    assert_int_equal(mt.key[1], 1301868182u);
    for (uint32_t i = 1; i < SS_MT19937_N; i++)
        assert_int_equal(
            mt.key[i], 1812433253u * (mt.key[i - 1] ^ mt.key[i - 1] >> 30) + i);
}

/* rand(3) of NumPy's documentation, and of seed 23. */
static void doubles_are_numpys(void **state)
{
    const double zero[] = {0x1.18fe1565f12a8p-1, 0x1.6e2d4cf608733p-1,
                           0x1.349d66b6e894bp-1};
    ss_bitgen bitgen = {SS_BITGEN_MT19937, {{{0}, 0}}};

    (void)state;
    ss_mt19937_seed(&bitgen.u.mt19937, 0);
    for (size_t i = 0; i < 3; i++)
        assert_true(ss_bitgen_next_double(&bitgen) == zero[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_follow_the_recurrence),
        cmocka_unit_test(doubles_are_numpys),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
