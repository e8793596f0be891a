/* SPDX-License-Identifier: MIT
 * fma in software: exact on known cases, and the same as the instruction on
 * random ones of every kind.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <math.h>
#include <stdint.h>
#include <stdbool.h>

#include <cmocka.h>

#include <sameseed/cpu.h>

#include "math/bits.h"
#include "math/fma.h"

#define CASES 1000000
#define TINY 0x1p-1074
#define HUGE_NUMBER 0x1.fffffffffffffp1023

static uint64_t random_bits(void)
{
    static uint64_t state = 23;

    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return state * UINT64_C(0x2545f4914f6cdd1d);
}

/* Any sign and mantissa, many of them short; exponents of six kinds. */
static double random_double(void)
{
    static const int first[6] = {0, 963, 0, 1987, 483, 1020};
    static const int span[6] = {2048, 120, 60, 60, 70, 6};
    uint64_t bits = random_bits(), more = random_bits();
    uint64_t kind = more % 6, mantissa = bits & 0xfffffffffffffu;
    uint64_t exponent =
        (uint64_t)first[kind] + (more >> 8) % (uint64_t)span[kind];

    switch (more >> 40 & 7) {
    case 0:
        mantissa &= 0xff;
        break;
    case 1:
        mantissa &= ~UINT64_C(0xffffff);
        break;
    case 2:
        mantissa = 0;
        break;
    }
    return ssi_double((bits & ~(uint64_t)INT64_MAX) | exponent << 52
                      | mantissa);
}

static bool same(double a, double b)
{
    return ssi_bits64(a) == ssi_bits64(b) || (a != a && b != b);
}

static void known_cases_are_exact(void **state)
{
    static const double cases[][4] = {
        {0x1.0000000000001p0, 0x1.0000000000001p0, -0x1.0000000000002p0,
         0x1p-104},
        {0x1p-1074, 0.5, 0x1p-1074, 0x1p-1073}, /* tie to even */
        {-0x1p-1074, 0.5, 0x1p-1074, 0.0},      /* tie to even */
        {0x1p-600, 0x1p-600, TINY, TINY},       /* below half a unit */
        {0x1p-600, -0x1p-600, 0x1p-1022, 0x1p-1022},
        {0x1p-600, 0x1p-600, 0.0, 0.0},
        {-0x1p-600, 0x1p-600, 0.0, -0.0},
        {0x1p700, 0x1p700, -HUGE_NUMBER, INFINITY},
        {0x1p512, 0x1p512, -HUGE_NUMBER, 0x1p971}, /* no overflow between */
        {0x1.fffffffffffffp1023, 1.0, 0x1p969, HUGE_NUMBER},
        {0x1.fffffffffffffp1023, 1.0, 0x1p970, INFINITY},
        {3.0, -0.0, 0.0, 0.0},
        {3.0, -0.0, -0.0, -0.0},
        {2.0, 3.0, -6.0, 0.0},
        {INFINITY, 1.0, -INFINITY, NAN},
        {INFINITY, 0.0, 1.0, NAN},
        {2.0, 3.0, -INFINITY, -INFINITY},
        {1.5, TINY, 0x1p-1022, 0x1.0000000000002p-1022},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const double *c = cases[i];
        double got = ssi_fma_soft(c[0], c[1], c[2]);

        if (!same(got, c[3]))
            fail_msg("%a * %a + %a: %a, not %a", c[0], c[1], c[2], got, c[3]);
    }
}

static void check(double x, double y, double z)
{
    double want = ssi_fma(x, y, z), got = ssi_fma_soft(x, y, z);

    if (!same(want, got))
        fail_msg("%a * %a + %a: %a, not %a", x, y, z, got, want);
}

static void software_is_the_instruction(void **state)
{
    (void)state;
    if (!ssi_fma_in_hardware())
        skip();
    for (int i = 0; i < CASES; i++) {
        double x = random_double(), y = random_double();
        double near = -(x * y);

        check(x, y, random_double());
        check(x, y, ssi_double(ssi_bits64(near) + random_bits() % 5 - 2));
        check(x, y, ssi_copysign(TINY * (double)(random_bits() % 4), near));
    }
}

static void check_float(float x, float y, float z)
{
    float want = ssi_fmaf(x, y, z), got = ssi_fmaf_soft(x, y, z);

    if (!same(want, got))
        fail_msg("%a * %a + %a: %a, not %a", x, y, z, got, want);
}

static void float_software_is_the_instruction(void **state)
{
    (void)state;
    if (!ssi_fma_in_hardware())
        skip();
    for (int i = 0; i < CASES; i++) {
        uint64_t bits = random_bits(), more = random_bits();
        float x = ssi_float((uint32_t)bits), y = ssi_float(bits >> 32);
        float a = ssi_float((bits & 0x0fffffff) + 0x38000000);
        float b = ssi_float((bits >> 32 & 0x0fffffff) + 0x38000000);

        check_float(x, y, ssi_float((uint32_t)more));
        check_float(a, b, ssi_float((more & 0x8fffffff) + 0x38000000));
        check_float(a, b,
                    ssi_float(ssi_bits32(-a * b) + (uint32_t)(more % 5) - 2));
    }
}

static void the_limit_takes_the_instruction_away(void **state)
{
    (void)state;
    ss_cpu_limit(0);
#if SSI_X86 || SSI_AARCH64
    assert_false(ssi_fma_in_hardware());
#endif
    assert_true(
        ssi_fma(0x1.0000000000001p0, 0x1.0000000000001p0, -0x1.0000000000002p0)
        == 0x1p-104);
    ss_cpu_limit(UINT32_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_cases_are_exact),
        cmocka_unit_test(software_is_the_instruction),
        cmocka_unit_test(float_software_is_the_instruction),
        cmocka_unit_test(the_limit_takes_the_instruction_away),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
