/* SPDX-License-Identifier: MIT
 * PyTorch's float normals: golden blocks of 16, and every variant equal to
 * the reference on every uniform of 24 bits.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/cpu.h>

#include "base/target.h"

#include "math/bits.h"
#include "math/torch_avx2.h"
#include "math/torch_default.h"

typedef void (*fill)(float *d, size_t count, float mean, float std);

/* tests/vectors/math/torch_NAME.kat: mean, std, 16 uniforms, 16 normals. */
static void golden(const char *name, fill normals)
{
    char path[400], word[20];
    float v[18];
    int count = 0, line = 1;
    FILE *file;

    snprintf(path, sizeof path, "%s/vectors/math/torch_%s.kat", SS_TEST_DIR,
             name);
    file = fopen(path, "r");
    assert_non_null(file);
    assert_int_equal(fscanf(file, "#%*[^\n]"), 0);
    while (fscanf(file, "%19s", word) == 1) {
        v[count++] = ssi_float((uint32_t)strtoul(word, NULL, 16));
        if (count < 18)
            continue;
        line++;
        normals(v + 2, 1, v[0], v[1]);
        for (int j = 0; j < 16; j++) {
            assert_int_equal(fscanf(file, "%19s", word), 1);
            if (ssi_bits32(v[2 + j]) != strtoul(word, NULL, 16))
                fail_msg("torch_%s.kat, line %d, value %d: %08x, not %s", name,
                         line, j, (unsigned)ssi_bits32(v[2 + j]), word);
        }
        count = 0;
    }
    fclose(file);
    assert_true(line > 40 && count == 0);
}

static void golden_normals_are_met(void **state)
{
    (void)state;
    golden("avx2", ssi_torch_normal16_blocks);
    golden("avx2", ssi_torch_normal16_blocks_c);
    golden("default", ssi_torch_default_normal16_blocks);
    ss_cpu_limit(0);
    golden("avx2", ssi_torch_normal16_blocks);
    golden("default", ssi_torch_default_normal16_blocks);
    ss_cpu_limit(UINT32_MAX);
}

/* 2^20 blocks that have every 24-bit uniform as the first and as the second
 * of a pair. */
static void uniforms(float d[16], uint32_t block)
{
    for (uint32_t j = 0; j < 8; j++) {
        uint32_t first = block * 8 + j;

        d[j] = (float)(first & 0xffffff) * 0x1p-24f;
        d[j + 8] = (float)(first * 2654435761u & 0xffffff) * 0x1p-24f;
    }
}

static void same_for_every_uniform(fill got, uint32_t limit, uint32_t step)
{
    float a[16], b[16];

    for (uint32_t block = 0; block < 1u << 21; block += step) {
        uniforms(a, block);
        memcpy(b, a, sizeof a);
        ssi_torch_normal16_blocks_c(a, 1, 0.25f, 1.5f);
        ss_cpu_limit(limit);
        got(b, 1, 0.25f, 1.5f);
        ss_cpu_limit(UINT32_MAX);
        if (memcmp(a, b, sizeof a) != 0)
            fail_msg("block %u differs", (unsigned)block);
    }
}

static void avx2_is_the_reference(void **state)
{
    (void)state;
#if SSI_X86
    if (ss_cpu_features() & SS_CPU_AVX2) {
        same_for_every_uniform(ssi_torch_normal16_blocks_avx2, UINT32_MAX, 1);
        return;
    }
#endif
    skip();
}

static void no_instruction_is_the_reference(void **state)
{
    (void)state;
    same_for_every_uniform(ssi_torch_normal16_blocks_c, 0, 7);
}

static void single_values_are_the_block_s(void **state)
{
    float d[16], s, c, radius;

    (void)state;
    for (uint32_t block = 0; block < 1u << 21; block += 1021) {
        uniforms(d, block);
        radius = sqrtf(-2.0f * ssi_torch_logf(1.0f - d[3]));
        ssi_torch_sincosf(6.2831853f * d[11], &s, &c);
        ssi_torch_normal16(d, 0.0f, 1.0f);
        assert_true(d[3] == radius * c && d[11] == radius * s);
    }
}

static void blocks_follow_each_other(void **state)
{
    float d[48], e[48];

    (void)state;
    for (uint32_t i = 0; i < 3; i++)
        uniforms(d + 16 * i, 1000 + i);
    memcpy(e, d, sizeof d);
    ssi_torch_normal16_blocks(d, 3, -1.0f, 2.0f);
    for (int i = 0; i < 3; i++)
        ssi_torch_normal16(e + 16 * i, -1.0f, 2.0f);
    assert_memory_equal(d, e, sizeof d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_normals_are_met),
        cmocka_unit_test(avx2_is_the_reference),
        cmocka_unit_test(no_instruction_is_the_reference),
        cmocka_unit_test(single_values_are_the_block_s),
        cmocka_unit_test(blocks_follow_each_other),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
