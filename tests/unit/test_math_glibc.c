/* SPDX-License-Identifier: MIT
 * Each function of math/glibc.h: its golden vectors, with the fma instruction
 * and without; and the host's C library on a million arguments where that is
 * the one imitated, which the golden vectors tell.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <inttypes.h>

#include <cmocka.h>

#include <sameseed/cpu.h>

#include "math_functions.h"

#define VECTORS SS_TEST_DIR "/vectors"
#define ARGUMENTS 200000 /* of each of five ranges */

static double number_of(const char *hex, bool is_float)
{
    uint64_t bits = strtoull(hex, NULL, 16);

    return is_float ? ssi_float((uint32_t)bits) : ssi_double(bits);
}

/* Run function over the golden vectors in folder; returns the number of the
 * first line that differs, 0 when none does, -1 when there are none. */
static int golden(const struct math_entry *entry, math_function function,
                  const char *folder)
{
    char name[400], line[100], f[3][20];
    int number = 0, bad = 0;
    FILE *file;

    snprintf(name, sizeof name, "%s/math/%s.kat", folder, entry->name);
    file = fopen(name, "r");
    if (!file)
        return -1;
    while (!bad && fgets(line, sizeof line, file)) {
        int fields = sscanf(line, "%19s %19s %19s", f[0], f[1], f[2]);
        double v[3] = {0};

        number++;
        if (line[0] == '#')
            continue;
        for (int i = 0; i < fields; i++)
            v[i] = number_of(f[i], entry->is_float);
        if (!math_same(function(v[0], fields == 3 ? v[1] : 0), v[fields - 1]))
            bad = number;
    }
    fclose(file);
    return bad || number > 100 ? bad : -1;
}

static int full_cpu(void **state)
{
    (void)state;
    ss_cpu_limit(UINT32_MAX);
    return 0;
}

static int no_instruction(void **state)
{
    (void)state;
    ss_cpu_limit(0);
    return 0;
}

static void golden_vectors_are_met(void **state)
{
    (void)state;
    for (size_t i = 0; i < MATH_COUNT; i++) {
        const struct math_entry *e = &math_entries[i];
        int line = golden(e, e->ours, VECTORS);

        if (line)
            fail_msg("%s.kat, line %d: differs", e->name, line);
    }
}

static void compare_with_host(uint64_t count)
{
    for (size_t i = 0; i < MATH_COUNT; i++) {
        const struct math_entry *e = &math_entries[i];
        double x = 0, y = 0;

        if (golden(e, e->host, VECTORS)) {
            print_message("%s: this C library is not the one imitated\n",
                          e->name);
            continue;
        }
        for (int r = 0; r < MATH_RANGES; r++)
            if (math_differences(e, r, count, i + 1, &x, &y))
                fail_msg("%s(%a, %a): %a, not %a", e->name, x, y, e->ours(x, y),
                         e->host(x, y));
    }
}

static void values_are_the_host_s(void **state)
{
    (void)state;
    compare_with_host(ARGUMENTS);
}

static void values_without_fma_are_the_host_s(void **state)
{
    (void)state;
    compare_with_host(ARGUMENTS / 10);
}

/* 1000 arguments and what the scalar function makes of them. */
static void arguments(double *x, double low, double high)
{
    uint64_t random = 23;

    for (int i = 0; i < 1000; i++)
        x[i] = math_argument(&math_entries[0], low, high, &random);
}

static void same_block(const double *x, const double *got,
                       double (*scalar)(double), const char *name)
{
    for (int i = 0; i < 1000; i++)
        if (!math_same(got[i], scalar(x[i])))
            fail_msg("%s block, %a: %a, not %a", name, x[i], got[i],
                     scalar(x[i]));
}

static void blocks_are_the_scalars(void **state)
{
    static const struct {
        const char *name;
        void (*block)(double *x, size_t n);
        double (*scalar)(double);
        double low, high;
    } cases[] = {
        {"log", ssi_glibc_log_block, ssi_glibc_log, 0, 1},
        {"log1p", ssi_glibc_log1p_block, ssi_glibc_log1p, -1, 0},
        {"exp", ssi_glibc_exp_block, ssi_glibc_exp, -40, 40},
    };
    double x[1000], got[1000], c[1000];

    (void)state;
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        arguments(x, cases[k].low, cases[k].high);
        memcpy(got, x, sizeof x);
        cases[k].block(got, 1000);
        same_block(x, got, cases[k].scalar, cases[k].name);
    }
    arguments(x, 0, 6.283185307179586);
    memcpy(got, x, sizeof x);
    ssi_glibc_sincos_block(got, c, 1000);
    same_block(x, got, ssi_glibc_sin, "sin");
    same_block(x, c, ssi_glibc_cos, "cos");
}

static void float_blocks_are_the_scalars(void **state)
{
    float x[1000], s[1000], c[1000];

    (void)state;
    for (int i = 0; i < 1000; i++)
        x[i] = s[i] = (float)(i + 1) * 0.0061f;
    ssi_glibc_logf_block(s, 1000);
    for (int i = 0; i < 1000; i++)
        assert_true(math_same(s[i], ssi_glibc_logf(x[i])));
    memcpy(s, x, sizeof x);
    ssi_glibc_sincosf_block(s, c, 1000);
    for (int i = 0; i < 1000; i++) {
        assert_true(math_same(s[i], ssi_glibc_sinf(x[i])));
        assert_true(math_same(c[i], ssi_glibc_cosf(x[i])));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_vectors_are_met),
        cmocka_unit_test_setup_teardown(golden_vectors_are_met, no_instruction,
                                        full_cpu),
        cmocka_unit_test(values_are_the_host_s),
        cmocka_unit_test_setup_teardown(values_without_fma_are_the_host_s,
                                        no_instruction, full_cpu),
        cmocka_unit_test(blocks_are_the_scalars),
        cmocka_unit_test_setup_teardown(blocks_are_the_scalars, no_instruction,
                                        full_cpu),
        cmocka_unit_test(float_blocks_are_the_scalars),
        cmocka_unit_test_setup_teardown(float_blocks_are_the_scalars,
                                        no_instruction, full_cpu),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
