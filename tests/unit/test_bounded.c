/* SPDX-License-Identifier: MIT
 * Masked rejection: masks, words taken, ranges.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "dist/bounded.h"

static ss_bitgen seeded(uint32_t seed)
{
    ss_bitgen bitgen = {SS_BITGEN_MT19937, {{{0}, 0}}};

    ss_mt19937_seed(&bitgen.u.mt19937, seed);
    return bitgen;
}

static uint32_t drawn(const ss_bitgen *bitgen)
{
    return bitgen->u.mt19937.pos; /* words after a seed and a first twist */
}

static void mask_is_the_next_power_less_one(void **state)
{
    (void)state;
    assert_int_equal(ssi_mask(0), 0);
    assert_int_equal(ssi_mask(1), 1);
    assert_int_equal(ssi_mask(5), 7);
    assert_int_equal(ssi_mask(UINT64_C(1) << 63), UINT64_MAX);
}

static void equal_bounds_draw_nothing(void **state)
{
    ss_bitgen g = seeded(1), before = g;
    uint64_t a[2] = {0};
    uint32_t b[2] = {0};
    uint16_t c[2] = {0};
    uint8_t d[2] = {0}, e[2] = {0};

    (void)state;
    ssi_masked_u64_fill(&g, 7, 0, a, 2);
    ssi_masked_u32_fill(&g, 7, 0, b, 2);
    ssi_masked_u16_fill(&g, 7, 0, c, 2);
    ssi_masked_u8_fill(&g, 7, 0, d, 2);
    ssi_bounded_bool_fill(&g, 1, 0, e, 2);
    assert_true(a[1] == 7 && b[1] == 7 && c[1] == 7 && d[1] == 7 && e[1] == 1);
    assert_memory_equal(&g, &before, sizeof g);
}

/* Ranges that are all of their mask: the words show as they are. */
static void a_word_gives_its_values_low_bits_first(void **state)
{
    ss_bitgen g = seeded(1), w = g;
    uint32_t word = ss_bitgen_next_u32(&w);
    uint16_t halves[2];
    uint8_t quarters[4], bits[32];

    (void)state;
    ssi_masked_u16_fill(&g, 0, 0xffff, halves, 2);
    assert_int_equal((uint32_t)halves[1] << 16 | halves[0], word);
    g = seeded(1);
    ssi_masked_u8_fill(&g, 0, 0xff, quarters, 4);
    for (int i = 0; i < 4; i++)
        assert_int_equal(quarters[i], word >> 8 * i & 255);
    g = seeded(1);
    ssi_bounded_bool_fill(&g, 0, 1, bits, 32);
    for (int i = 0; i < 32; i++)
        assert_int_equal(bits[i], word >> i & 1);
    assert_int_equal(drawn(&g), 1);
}

static void sixty_four_bits_take_narrow_words_where_they_do(void **state)
{
    ss_bitgen g = seeded(1), w = g;
    uint64_t x;

    (void)state;
    ssi_masked_u64_fill(&g, 100, UINT32_MAX, &x, 1);
    assert_int_equal(x, UINT64_C(100) + ss_bitgen_next_u32(&w));
    ssi_masked_u64_fill(&g, UINT64_MAX, UINT64_MAX, &x, 1);
    assert_int_equal(x, ss_bitgen_next_u64(&w) - 1); /* wraps */
    assert_memory_equal(&g, &w, sizeof g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mask_is_the_next_power_less_one),
        cmocka_unit_test(equal_bounds_draw_nothing),
        cmocka_unit_test(a_word_gives_its_values_low_bits_first),
        cmocka_unit_test(sixty_four_bits_take_narrow_words_where_they_do),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
