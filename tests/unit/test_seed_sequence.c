/* SPDX-License-Identifier: MIT
 * SeedSequence: pools, states, children; limits of the pool.
 */
#include "generator_kat.h"

static void expect(const struct gkat *kat, size_t *at, uint32_t value)
{
    if (value != strtoul(kat->values[*at], NULL, 10))
        fail_msg("%s: value %zu differs", kat->where, *at);
    (*at)++;
}

static void check_case(const struct gkat *kat, ss_seed_sequence *s)
{
    ss_seed_sequence children[2];
    uint32_t narrow[5];
    uint64_t wide[3];
    size_t at = 0;

    for (uint32_t i = 0; i < s->pool_size; i++)
        expect(kat, &at, s->pool[i]);
    ss_seed_sequence_state_u32(s, narrow, 5);
    for (int i = 0; i < 5; i++)
        expect(kat, &at, narrow[i]);
    ss_seed_sequence_state_u64(s, wide, 3);
    for (int i = 0; i < 3; i++)
        expect(kat, &at, (uint32_t)wide[i]);
    for (int i = 0; i < 3; i++)
        expect(kat, &at, (uint32_t)(wide[i] >> 32));
    ss_seed_sequence_spawn(s, children, 1);
    ss_seed_sequence_spawn(s, children + 1, 1);
    assert_int_equal(s->n_children_spawned, 2);
    for (int child = 0; child < 2; child++)
        for (uint32_t i = 0; i < s->pool_size; i++)
            expect(kat, &at, children[child].pool[i]);
    assert_int_equal(at, kat->value_count);
}

static void sequences_are_numpys(void **state)
{
    struct gkat kat;
    uint32_t words[100];
    ss_seed_sequence s;

    (void)state;
    for (gkat_open(&kat, "seed_sequence"); gkat_next(&kat);) {
        size_t n = kat_integer(kat.args[1]), all = kat.arg_count - 2;
        for (size_t i = 0; i < all; i++)
            words[i] = (uint32_t)kat_integer(kat.args[i + 2]);
        assert_int_equal(
            ss_seed_sequence_init(&s, words, n, words + n, all - n,
                                  (uint32_t)kat_integer(kat.args[0])),
            SS_OK);
        check_case(&kat, &s);
    }
}

/* The pool of a sequence; a large one gives what NumPy 2.4.6 gives for
 * SeedSequence(5, pool_size=40).generate_state(3). */
static void pools_of_any_size(void **state)
{
    static const uint32_t words[3] = {5, 6, 7},
                          want[3] = {0x7fb491c5u, 0xbe5a29c3u, 0x23db75d8u};
    uint32_t pool[40], narrow[3];
    uint64_t wide[2], expected[2];
    ss_seed_sequence s;

    (void)state;
    ss_seed_sequence_init(&s, words, 2, words + 2, 1, 8);
    assert_int_equal(ss_seed_pool_fill(pool, 8, words, 2, words + 2, 1), SS_OK);
    assert_memory_equal(pool, s.pool, 8 * sizeof *pool);
    ss_seed_sequence_state_u64(&s, expected, 2);
    ss_seed_pool_state_u64(pool, 8, wide, 2);
    assert_memory_equal(wide, expected, sizeof wide);
    assert_int_equal(ss_seed_pool_fill(pool, 3, words, 2, NULL, 0),
                     SS_ERR_NUMPY_POOL_SIZE);
    assert_int_equal(ss_seed_pool_fill(pool, 40, words, 1, NULL, 0), SS_OK);
    ss_seed_pool_state_u32(pool, 40, narrow, 3);
    assert_memory_equal(narrow, want, sizeof want);
}

static void pools_have_limits(void **state)
{
    ss_seed_sequence s = {.pool = {7}, .pool_size = 1, .hash = 2}, before = s;

    (void)state;
    assert_int_equal(ss_seed_sequence_init(&s, NULL, 0, NULL, 0, 3),
                     SS_ERR_NUMPY_POOL_SIZE);
    assert_int_equal(ss_seed_sequence_init(&s, NULL, 0, NULL, 0, 33),
                     SS_ERR_UNSUPPORTED);
    assert_memory_equal(&s, &before, sizeof s);
    assert_int_equal(ss_seed_sequence_init(&s, NULL, 0, NULL, 0, 32), SS_OK);
}

static void small_seeds_are_one_word(void **state)
{
    ss_seed_sequence s, wide;
    const uint32_t words[2] = {9, 5};

    (void)state;
    ss_seed_sequence_init_u64(&s, 9);
    ss_seed_sequence_init(&wide, words, 1, NULL, 0, 4);
    assert_memory_equal(&s, &wide, sizeof s);
    ss_seed_sequence_init_u64(&s, UINT64_C(5) << 32 | 9);
    ss_seed_sequence_init(&wide, words, 2, NULL, 0, 4);
    assert_memory_equal(&s, &wide, sizeof s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sequences_are_numpys),
        cmocka_unit_test(pools_of_any_size),
        cmocka_unit_test(pools_have_limits),
        cmocka_unit_test(small_seeds_are_one_word),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
