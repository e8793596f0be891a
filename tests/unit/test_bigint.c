/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/bigint.h"

static uint64_t state = 23;

static uint64_t next(void) /* SplitMix64 */
{
    uint64_t z = state += UINT64_C(0x9e3779b97f4a7c15);

    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

/* Words of all zeros and all ones are as likely as others. */
static ssi_bigint make_random(size_t most)
{
    uint32_t words[64];
    size_t count = next() % (most + 1);
    ssi_bigint out;

    for (size_t i = 0; i < count; i++)
        words[i] = next() % 3 == 0   ? 0
                   : next() % 3 == 0 ? UINT32_MAX
                                     : (uint32_t)next();
    assert_true(ssi_bigint_from_words(words, count, next() % 2, &out));
    return out;
}

static void assert_same(const ssi_bigint *a, const ssi_bigint *b)
{
    assert_int_equal(ssi_bigint_compare(a, b), 0);
    assert_int_equal(a->negative, b->negative);
    assert_true(a->count == 0 || a->words[a->count - 1] != 0);
}

/* q * b + r == a, r has b's sign and is smaller. */
static void division_is_floored(void **unused)
{
    for (int round = 0; round < 20000; round++) {
        ssi_bigint a = make_random(40), b = make_random(20), q, r, p, sum;

        if (b.count) {
            assert_true(ssi_bigint_divmod(&a, &b, &q, &r));
            assert_true(ssi_bigint_mul(&q, &b, &p));
            assert_true(ssi_bigint_add(&p, &r, &sum));
            assert_same(&sum, &a);
            assert_true(r.count == 0 || r.negative == b.negative);
            r.negative = false;
            b.negative = false;
            assert_true(ssi_bigint_compare(&r, &b) < 0);
            ssi_bigint_free(&q);
            ssi_bigint_free(&r);
            ssi_bigint_free(&p);
            ssi_bigint_free(&sum);
        }
        ssi_bigint_free(&a);
        ssi_bigint_free(&b);
    }
}

/* The case of algorithm D whose guess is one too large after its test. */
static void division_adds_back(void **unused)
{
    static const uint32_t a[3] = {3, 0, 0x80000000u};
    static const uint32_t b[3] = {1, 0, 0x20000000u};
    ssi_bigint x, y, q, r;
    int64_t quotient;

    assert_true(ssi_bigint_from_words(a, 3, false, &x));
    assert_true(ssi_bigint_from_words(b, 3, false, &y));
    assert_true(ssi_bigint_divmod(&x, &y, &q, &r));
    assert_true(ssi_bigint_fits(&q, &quotient));
    assert_int_equal(quotient, 3);
    assert_int_equal(r.count, 3);
    assert_int_equal(r.words[0], 0);
    assert_int_equal(r.words[1], 0);
    assert_int_equal(r.words[2], 0x20000000u);
    ssi_bigint_free(&x);
    ssi_bigint_free(&y);
    ssi_bigint_free(&q);
    ssi_bigint_free(&r);
}

static void subtraction_undoes_addition(void **unused)
{
    for (int round = 0; round < 5000; round++) {
        ssi_bigint a = make_random(12), b = make_random(12), sum, back;

        assert_true(ssi_bigint_add(&a, &b, &sum));
        assert_true(ssi_bigint_sub(&sum, &b, &back));
        assert_same(&back, &a);
        ssi_bigint_free(&a);
        ssi_bigint_free(&b);
        ssi_bigint_free(&sum);
        ssi_bigint_free(&back);
    }
}

/* (a & b) + (a | b) == a + b and (a | b) - (a & b) == a ^ b, any signs. */
static void bitwise_agrees_with_addition(void **unused)
{
    for (int round = 0; round < 5000; round++) {
        ssi_bigint a = make_random(6), b = make_random(6);
        ssi_bigint x, y, z, sum, left, difference;

        assert_true(ssi_bigint_bitwise('&', &a, &b, &x));
        assert_true(ssi_bigint_bitwise('|', &a, &b, &y));
        assert_true(ssi_bigint_bitwise('^', &a, &b, &z));
        assert_true(ssi_bigint_add(&a, &b, &sum));
        assert_true(ssi_bigint_add(&x, &y, &left));
        assert_true(ssi_bigint_sub(&y, &x, &difference));
        assert_same(&left, &sum);
        assert_same(&difference, &z);
        ssi_bigint *all[] = {&a, &b, &x, &y, &z, &sum, &left, &difference};
        for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
            ssi_bigint_free(all[i]);
    }
}

/* a >> n == a // 2**n, and << is its inverse. */
static void shifts_are_powers_of_two(void **unused)
{
    uint32_t memory[2];
    ssi_bigint two = ssi_bigint_view(2, memory);

    for (int round = 0; round < 3000; round++) {
        ssi_bigint a = make_random(10), up, down, q, r, power;
        size_t bits = next() % 200;

        assert_true(ssi_bigint_pow(&two, bits, &power));
        assert_true(ssi_bigint_shift_right(&a, bits, &down));
        assert_true(ssi_bigint_divmod(&a, &power, &q, &r));
        assert_same(&down, &q);
        ssi_bigint_free(&down);
        assert_true(ssi_bigint_shift_left(&a, bits, &up));
        assert_true(ssi_bigint_shift_right(&up, bits, &down));
        assert_same(&down, &a);
        ssi_bigint *all[] = {&a, &up, &down, &q, &r, &power};
        for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
            ssi_bigint_free(all[i]);
    }
}

static void decimal_reads_back(void **unused)
{
    for (int round = 0; round < 3000; round++) {
        ssi_bigint a = make_random(30), back;
        char *text = ssi_bigint_decimal(&a);

        assert_non_null(text);
        assert_true(ssi_bigint_read(text + a.negative,
                                    strlen(text) - a.negative, 10, a.negative,
                                    &back));
        assert_same(&back, &a);
        free(text);
        ssi_bigint_free(&a);
        ssi_bigint_free(&back);
    }
}

static void known_texts(void **unused)
{
    static const struct {
        const char *digits;
        uint32_t base;
        const char *decimal;
    } rows[] = {
        {"0", 10, "0"},
        {"000000000000000000000000", 2, "0"},
        {"ffffffffffffffff", 16, "18446744073709551615"},
        {"zz", 36, "1295"},
        {"1000000000", 10, "1000000000"},
        {"777777777777777777777777", 8, "4722366482869645213695"},
        {"100000000000000000000000000000000", 10,
         "100000000000000000000000000000000"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ssi_bigint a;
        char *text;

        assert_true(ssi_bigint_read(rows[i].digits, strlen(rows[i].digits),
                                    rows[i].base, false, &a));
        text = ssi_bigint_decimal(&a);
        assert_string_equal(text, rows[i].decimal);
        free(text);
        ssi_bigint_free(&a);
    }
}

static void doubles_are_nearest(void **unused)
{
    static const struct {
        const char *digits;
        double value;
    } rows[] = {
        {"9007199254740992", 0x1p53},
        {"9007199254740993", 0x1p53}, /* a tie, to even */
        {"9007199254740995", 0x1.0000000000002p53},
        {"18446744073709551615", 0x1p64},
        {"18446744073709549568", 0x1.fffffffffffffp63},
        {"36893488147419107329", 0x1.0000000000001p65},
    };
    uint32_t memory[2];
    ssi_bigint two = ssi_bigint_view(2, memory), huge;

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ssi_bigint a;

        assert_true(ssi_bigint_read(rows[i].digits, strlen(rows[i].digits), 10,
                                    false, &a));
        assert_true(ssi_bigint_double(&a) == rows[i].value);
        a.negative = true;
        assert_true(ssi_bigint_double(&a) == -rows[i].value);
        ssi_bigint_free(&a);
    }
    assert_true(ssi_bigint_pow(&two, 1024, &huge));
    assert_true(ssi_bigint_double(&huge) > 0x1.fffffffffffffp1023);
    ssi_bigint_free(&huge);
}

/* a / b for doubles that are integers is the machine's own division. */
static void quotients_are_nearest(void **unused)
{
    for (int round = 0; round < 20000; round++) {
        double x = (double)(int64_t)(next() >> 11) - 0x1p52;
        double y = (double)(int64_t)(next() >> (11 + next() % 40)) + 1.0, z;
        int up = (int)(next() % 200), down = (int)(next() % 200);
        ssi_bigint a, b;

        for (int i = 0; i < up; i++)
            x *= 2;
        for (int i = 0; i < down; i++)
            y *= 2;
        assert_true(ssi_bigint_from_double(x, &a));
        assert_true(ssi_bigint_from_double(y, &b));
        assert_true(ssi_bigint_double(&a) == x);
        assert_true(ssi_bigint_quotient(&a, &b, &z));
        assert_true(z == x / y);
        ssi_bigint_free(&a);
        ssi_bigint_free(&b);
    }
}

static void sixty_four_bits(void **unused)
{
    static const int64_t rows[] = {0,
                                   1,
                                   -1,
                                   INT64_MAX,
                                   INT64_MIN,
                                   INT64_C(4294967296),
                                   INT64_C(-4294967295)};
    uint32_t words[3] = {0, 0x80000000u, 0}, memory[2];
    ssi_bigint a;
    int64_t back;
    uint64_t low;

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        a = ssi_bigint_view(rows[i], memory);
        assert_true(ssi_bigint_fits(&a, &back));
        assert_true(back == rows[i]);
        assert_true(ssi_bigint_low64(&a, &low));
        assert_true(low == (uint64_t)rows[i]);
    }
    assert_true(ssi_bigint_from_words(words, 3, false, &a)); /* 2**63 */
    assert_false(ssi_bigint_fits(&a, &back));
    assert_true(ssi_bigint_low64(&a, &low));
    a.negative = true;
    assert_true(ssi_bigint_fits(&a, &back));
    a.words[0] = 1; /* -2**63 - 1 */
    assert_false(ssi_bigint_fits(&a, &back));
    assert_false(ssi_bigint_low64(&a, &low));
    ssi_bigint_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(division_is_floored),
        cmocka_unit_test(division_adds_back),
        cmocka_unit_test(subtraction_undoes_addition),
        cmocka_unit_test(bitwise_agrees_with_addition),
        cmocka_unit_test(shifts_are_powers_of_two),
        cmocka_unit_test(decimal_reads_back),
        cmocka_unit_test(known_texts),
        cmocka_unit_test(doubles_are_nearest),
        cmocka_unit_test(quotients_are_nearest),
        cmocka_unit_test(sixty_four_bits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
