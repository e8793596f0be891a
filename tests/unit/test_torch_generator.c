/* SPDX-License-Identifier: MIT
 * torch's generator: seeding, words, the image of its state.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/torch.h>

static ss_torch_generator seeded(uint64_t seed)
{
    ss_torch_generator g = {0};

    ss_torch_manual_seed(&g, seed);
    return g;
}

static void assert_same_generator(const ss_torch_generator *a,
                                  const ss_torch_generator *b)
{
    uint8_t first[SS_TORCH_STATE_SIZE], second[SS_TORCH_STATE_SIZE];

    ss_torch_get_state(a, first);
    ss_torch_get_state(b, second);
    assert_memory_equal(first, second, sizeof first);
}

static void a_new_generator_has_pytorchs_default_seed(void **unused)
{
    ss_torch_generator g, same = seeded(67280421310721u);

    ss_torch_generator_init(&g);
    assert_int_equal(g.capability, SS_TORCH_AVX2);
    assert_true(g.initial_seed == SS_TORCH_DEFAULT_SEED);
    assert_same_generator(&g, &same);
    assert_int_equal(g.left, 1);
    assert_int_equal(g.next, 0);
    assert_int_equal(g.key[0], 0xf19cd101u);
}

static void only_the_low_half_of_the_seed_decides_the_stream(void **unused)
{
    ss_torch_generator g = seeded(23), h = seeded(UINT64_C(5) << 32 | 23);

    assert_true(h.initial_seed == (UINT64_C(5) << 32 | 23));
    assert_int_equal(ss_torch_next_u32(&g), ss_torch_next_u32(&h));
}

static void seeding_forgets_the_kept_normals(void **unused)
{
    ss_torch_generator g = seeded(1), fresh = seeded(1);
    float x;

    ss_torch_randn_f32_fill(&g, &x, 1);
    assert_int_equal(g.normal_is_valid, 1);
    g.next_float_normal_is_valid = 1;
    ss_torch_manual_seed(&g, 1);
    assert_same_generator(&g, &fresh);
}

static void only_reseeding_keeps_the_capability(void **unused)
{
    ss_torch_generator g = {.capability = SS_TORCH_AARCH64};

    ss_torch_reseed(&g, 1);
    assert_int_equal(g.capability, SS_TORCH_AARCH64);
    ss_torch_manual_seed(&g, 1);
    assert_int_equal(g.capability, SS_TORCH_AVX2);
}

static void seed_differs_at_each_call(void **unused)
{
    ss_torch_generator g = seeded(0), same;
    uint64_t first, second;

    assert_int_equal(ss_torch_seed(&g, &first), SS_OK);
    same = seeded(first);
    assert_same_generator(&g, &same);
    assert_int_equal(ss_torch_seed(&g, &second), SS_OK);
    assert_true(first != second);
}

/* MT19937's published output for the seed 5489: the first words, and the
 * 10000th. */
static void words_are_the_reference_implementations(void **unused)
{
    ss_torch_generator g = seeded(5489);
    uint32_t words[10000];

    ss_torch_fill_u32(&g, words, 10000);
    assert_int_equal(words[0], 3499211612u);
    assert_int_equal(words[1], 581869302u);
    assert_int_equal(words[9999], 4123659995u);
}

static void a_block_is_the_same_as_single_words(void **unused)
{
    static const size_t sizes[] = {0,   1,   2,   3,    621,  622, 623,
                                   624, 625, 626, 1247, 1248, 2000};
    static uint32_t words[2000];

    for (size_t skip = 0; skip < 3; skip++) {
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            ss_torch_generator block = seeded(i), single = seeded(i);
            for (size_t j = 0; j < skip; j++)
                assert_int_equal(ss_torch_next_u32(&block),
                                 ss_torch_next_u32(&single));
            ss_torch_fill_u32(&block, words, sizes[i]);
            for (size_t j = 0; j < sizes[i]; j++)
                assert_int_equal(words[j], ss_torch_next_u32(&single));
            assert_same_generator(&block, &single);
        }
    }
}

static void the_first_word_is_the_high_half(void **unused)
{
    ss_torch_generator g = seeded(23), copy = g;
    uint64_t high = ss_torch_next_u32(&copy), low = ss_torch_next_u32(&copy);

    assert_true(ss_torch_next_u64(&g) == (high << 32 | low));
}

static void counters_are_pytorchs(void **unused)
{
    ss_torch_generator g = seeded(23);

    for (uint32_t i = 1; i <= 1248; i++) {
        uint32_t drawn = (i - 1) % 624 + 1;
        ss_torch_next_u32(&g);
        assert_int_equal(g.next, drawn);
        assert_int_equal(g.left, 625 - drawn);
    }
}

static void the_image_has_pytorchs_layout(void **unused)
{
    ss_torch_generator g = seeded(UINT64_C(0x0123456789abcdef));
    static const uint8_t seed[] = {0xef, 0xcd, 0xab, 0x89,
                                   0x67, 0x45, 0x23, 0x01};
    uint8_t s[SS_TORCH_STATE_SIZE];
    float x;

    ss_torch_randn_f32_fill(&g, &x, 1); /* four words; one normal is kept */
    ss_torch_get_state(&g, s);
    assert_memory_equal(s, seed, sizeof seed);
    assert_int_equal(s[8] | s[9] << 8, 621);
    assert_int_equal(s[12], 1);
    assert_int_equal(s[16], 4);
    assert_int_equal(s[24] | (uint32_t)s[27] << 24, g.key[0] & 0xff0000ffu);
    assert_int_equal(s[28], 0);
    assert_memory_equal(s + 5024, &g.normal_y, 8);
    assert_int_equal(s[5040], 1);
    for (size_t i = 5041; i < sizeof s; i++)
        assert_int_equal(s[i], 0);
}

static void a_state_resumes_at_any_point(void **unused)
{
    ss_torch_generator g = seeded(7);
    uint8_t state[SS_TORCH_STATE_SIZE];

    for (int i = 0; i < 700; i++) {
        ss_torch_generator other = seeded(99);
        float a[20], b[20];
        ss_torch_get_state(&g, state);
        assert_int_equal(ss_torch_set_state(&other, state, sizeof state),
                         SS_OK);
        assert_same_generator(&g, &other);
        ss_torch_randn_f32_fill(&g, a, (size_t)(i % 20));
        ss_torch_randn_f32_fill(&other, b, (size_t)(i % 20));
        assert_memory_equal(a, b, sizeof *a * (size_t)(i % 20));
        assert_same_generator(&g, &other);
    }
}

/* Change bytes of a good image and put it back; what then comes out. */
static ss_status poke(size_t at, uint64_t value, size_t bytes,
                      uint8_t out[SS_TORCH_STATE_SIZE])
{
    ss_torch_generator g = seeded(3), before;
    ss_status status;

    for (int i = 0; i < 10; i++)
        ss_torch_next_u32(&g); /* left 615, next 10 */
    ss_torch_get_state(&g, out);
    for (size_t i = 0; i < bytes; i++)
        out[at + i] = (uint8_t)(value >> (8 * i));
    before = g;
    status = ss_torch_set_state(&g, out, SS_TORCH_STATE_SIZE);
    if (status != SS_OK)
        assert_memory_equal(&g, &before, sizeof g);
    ss_torch_get_state(&g, out);
    return status;
}

static void wrong_states_are_refused(void **unused)
{
    ss_torch_generator g = seeded(3), before = g;
    uint8_t s[SS_TORCH_STATE_SIZE + 1] = {0};

    ss_torch_get_state(&g, s);
    assert_int_equal(ss_torch_set_state(&g, s, 0), SS_ERR_TORCH_STATE_SIZE);
    assert_int_equal(ss_torch_set_state(&g, s, 5048), SS_ERR_TORCH_STATE_SIZE);
    assert_int_equal(ss_torch_set_state(&g, s, 5057), SS_ERR_TORCH_STATE_SIZE);
    assert_memory_equal(&g, &before, sizeof g);
    assert_int_equal(poke(8, 0, 4, s), SS_ERR_TORCH_STATE); /* left */
    assert_int_equal(poke(8, 625, 4, s), SS_ERR_TORCH_STATE);
    assert_int_equal(poke(8, UINT32_MAX, 4, s), SS_ERR_TORCH_STATE);
    assert_int_equal(poke(12, 0, 4, s), SS_ERR_TORCH_STATE);   /* seeded */
    assert_int_equal(poke(16, 625, 8, s), SS_ERR_TORCH_STATE); /* next */
    assert_int_equal(poke(16, UINT32_MAX, 8, s), SS_ERR_TORCH_STATE);
    /* PyTorch takes these, and reads beyond its key some draws later: */
    assert_int_equal(poke(8, 616, 4, s), SS_ERR_TORCH_STATE);
    assert_int_equal(poke(16, 11, 8, s), SS_ERR_TORCH_STATE);
}

static void early_twists_are_pytorchs(void **unused)
{
    ss_torch_generator g = seeded(3), late = seeded(3);
    uint8_t s[SS_TORCH_STATE_SIZE];
    uint32_t word;

    assert_int_equal(poke(8, 1, 4, s), SS_OK); /* left: twist at once */
    assert_int_equal(ss_torch_set_state(&g, s, sizeof s), SS_OK);
    word = ss_torch_next_u32(&g);
    for (int i = 0; i < 624; i++)
        ss_torch_next_u32(&late);
    assert_int_equal(word, ss_torch_next_u32(&late));
    assert_int_equal(g.left, 624);
    assert_int_equal(g.next, 1);
}

/* What PyTorch drops or makes canonical, so that it does not come back. */
static void images_are_read_as_pytorch_reads_them(void **unused)
{
    uint8_t good[SS_TORCH_STATE_SIZE], s[SS_TORCH_STATE_SIZE];
    static const struct {
        size_t at;
        uint64_t value;
        size_t bytes;
    } dropped[] = {
        {12, 2, 4},   {20, 1, 4},   {28, 7, 4},   {5016, 7, 8},
        {5024, 7, 8}, {5032, 7, 8}, {5044, 2, 4}, {5048, 0x40e00000, 4},
        {5053, 3, 3}};

    poke(0, 3, 8, good);
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++) {
        assert_int_equal(
            poke(dropped[i].at, dropped[i].value, dropped[i].bytes, s), SS_OK);
        assert_memory_equal(s, good, sizeof s);
    }
    assert_int_equal(poke(5040, 2, 4, s), SS_OK);
    assert_int_equal(s[5040], 1);
    assert_int_equal(poke(5052, 2, 1, s), SS_OK);
    assert_int_equal(s[5052], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_generator_has_pytorchs_default_seed),
        cmocka_unit_test(only_the_low_half_of_the_seed_decides_the_stream),
        cmocka_unit_test(seeding_forgets_the_kept_normals),
        cmocka_unit_test(only_reseeding_keeps_the_capability),
        cmocka_unit_test(seed_differs_at_each_call),
        cmocka_unit_test(words_are_the_reference_implementations),
        cmocka_unit_test(a_block_is_the_same_as_single_words),
        cmocka_unit_test(the_first_word_is_the_high_half),
        cmocka_unit_test(counters_are_pytorchs),
        cmocka_unit_test(the_image_has_pytorchs_layout),
        cmocka_unit_test(a_state_resumes_at_any_point),
        cmocka_unit_test(wrong_states_are_refused),
        cmocka_unit_test(early_twists_are_pytorchs),
        cmocka_unit_test(images_are_read_as_pytorch_reads_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
