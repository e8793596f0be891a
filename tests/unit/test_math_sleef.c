/* SPDX-License-Identifier: MIT
 * SLEEF's exp and log1p: golden values of PyTorch's sigmoid() and log1p().
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/cpu.h>

#include "math/bits.h"
#include "math/sleef.h"

static uint64_t compute(const char *name, uint64_t bits)
{
    double x = ssi_double(bits);
    float y = ssi_float((uint32_t)bits);

    if (strcmp(name, "sigmoidf") == 0)
        return ssi_bits32(1.0f / (1.0f + ssi_sleef_expf(-y)));
    if (strcmp(name, "sigmoid") == 0)
        return ssi_bits64(1.0 / (1.0 + ssi_sleef_exp(-x)));
    if (strcmp(name, "log1pf") == 0)
        return ssi_bits32(ssi_sleef_log1pf(y));
    assert_string_equal(name, "log1p");
    return ssi_bits64(ssi_sleef_log1p(x));
}

static void golden(void)
{
    char name[20];
    unsigned long long x, y;
    int lines = 0;
    FILE *file = fopen(SS_TEST_DIR "/vectors/math/sleef.kat", "r");

    assert_non_null(file);
    assert_int_equal(fscanf(file, "#%*[^\n]"), 0);
    while (fscanf(file, "%19s %llx %llx", name, &x, &y) == 3) {
        uint64_t got = compute(name, x);
        lines++;
        if (got != y)
            fail_msg("sleef.kat, %s of %llx: %llx, not %llx", name, x,
                     (unsigned long long)got, y);
    }
    fclose(file);
    assert_true(lines > 1000);
}

static void golden_values_are_met(void **state)
{
    (void)state;
    golden();
    ss_cpu_limit(0);
    golden();
    ss_cpu_limit(UINT32_MAX);
}

static void nan_stays(void **state)
{
    double x = SSI_NAN;
    float y = (float)x;

    (void)state;
    assert_true(ssi_sleef_exp(x) != ssi_sleef_exp(x));
    assert_true(ssi_sleef_expf(y) != ssi_sleef_expf(y));
    assert_true(ssi_sleef_log1p(x) != ssi_sleef_log1p(x));
    assert_true(ssi_sleef_log1pf(y) != ssi_sleef_log1pf(y));
    assert_true(ssi_sleef_log1pf(-2.0f) != ssi_sleef_log1pf(-2.0f));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_values_are_met),
        cmocka_unit_test(nan_stays),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
