/* SPDX-License-Identifier: MIT
 * Every variant of MT19937's steps against the reference, from random keys.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/cpu.h>

#include "bitgen/mt19937_kernels.h"

#define WORDS 1400

static uint64_t noise = 1;

static void random_words(uint32_t *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        noise = noise * UINT64_C(6364136223846793005) + 1442695040888963407u;
        words[i] = (uint32_t)(noise >> 32);
    }
}

/* What this CPU has; NULL, said by a skipped test, where it has none. */
static const ssi_mt19937_kernels *avx2(void)
{
    const ssi_mt19937_kernels *reference = ssi_mt19937_select(0);
    const ssi_mt19937_kernels *fast = ssi_mt19937_select(ss_cpu_features());

    return fast == reference ? NULL : fast;
}

static void twist_is_the_reference(void **state)
{
    const ssi_mt19937_kernels *fast = avx2();
    uint32_t want[SS_MT19937_N], got[SS_MT19937_N];

    (void)state;
    if (!fast)
        skip();
    for (int round = 0; round < 2000; round++) {
        random_words(want, SS_MT19937_N);
        memcpy(got, want, sizeof want);
        ssi_mt19937_twist_c(want);
        fast->twist(got);
        for (size_t i = 0; i < SS_MT19937_N; i++)
            if (got[i] != want[i])
                fail_msg("avx2 twist, round %d, word %zu", round, i);
    }
}

/* Every length, every alignment, in place too; nothing beyond the end. */
static void temper_is_the_reference(void **state)
{
    const ssi_mt19937_kernels *fast = avx2();
    static uint32_t key[WORDS], want[WORDS + 1], got[WORDS + 1];

    (void)state;
    if (!fast)
        skip();
    random_words(key, WORDS);
    for (size_t n = 0; n < WORDS - 8; n = n < 40 ? n + 1 : n + 97) {
        for (size_t from = 0; from < 8; from++) {
            want[n] = got[n] = 7;
            ssi_mt19937_temper_c(key + from, want, n);
            fast->temper(key + from, got, n);
            assert_memory_equal(want, got, (n + 1) * sizeof *got);
            memcpy(got, key + from, n * sizeof *got);
            fast->temper(got, got, n);
            assert_memory_equal(want, got, (n + 1) * sizeof *got);
        }
    }
}

static void doubles_are_the_reference(void **state)
{
    const ssi_mt19937_kernels *fast = avx2();
    static uint32_t words[WORDS];
    static double want[WORDS], got[WORDS];

    (void)state;
    if (!fast)
        skip();
    for (int round = 0; round < 100; round++) {
        random_words(words, WORDS);
        words[0] = words[1] = 0;
        words[2] = words[3] = UINT32_MAX;
        words[5] = 0;
        for (size_t n = 0; n <= WORDS / 2; n = n < 20 ? n + 1 : n + 131) {
            want[n] = got[n] = 7.0;
            ssi_mt19937_doubles_c(words, want, n);
            fast->doubles(words, got, n);
            assert_memory_equal(want, got, (n + 1) * sizeof *got);
        }
    }
}

/* The public calls, with and without, from every position. */
static void streams_do_not_show_the_cpu(void **state)
{
    static double want[2000], got[2000];

    (void)state;
    for (uint32_t pos = 0; pos <= SS_MT19937_N; pos += 13) {
        ss_bitgen a = {SS_BITGEN_MT19937, {{{0}, 0}}}, b;
        ss_mt19937_seed(&a.u.mt19937, pos);
        a.u.mt19937.pos = pos;
        b = a;
        ss_cpu_limit(0);
        ss_bitgen_fill_double(&a, want, 2000 - pos);
        ss_cpu_limit(UINT32_MAX);
        ss_bitgen_fill_double(&b, got, 2000 - pos);
        assert_memory_equal(want, got, (2000 - pos) * sizeof *got);
        assert_memory_equal(&a, &b, sizeof a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(twist_is_the_reference),
        cmocka_unit_test(temper_is_the_reference),
        cmocka_unit_test(doubles_are_the_reference),
        cmocka_unit_test(streams_do_not_show_the_cpu),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
