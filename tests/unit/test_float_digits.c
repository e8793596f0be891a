/* SPDX-License-Identifier: MIT
 * Digits of floats and back: every golden line, and what must hold for all.
 */
#include "unit/text_vectors.h"

#include <inttypes.h>

#include "array/half.h"
#include "text/digits.h"
#include "text/python_text.h"

static uint64_t random_state = 23;

static uint64_t random_word(void) /* splitmix64 */
{
    uint64_t z = random_state += UINT64_C(0x9e3779b97f4a7c15);

    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

static uint64_t from_hex(const char *hex)
{
    return strtoull(hex, NULL, 16);
}

/* d.ddde+xx, as the golden lines have it. */
static void show(ssi_shortest s, char *to)
{
    ssi_decimal d;
    int exponent;
    char *at = to;

    ssi_decimal_from_shortest(s, &d);
    at = ssi_decimal_put_digits(&d, 0, 1, at);
    if (d.count > 1)
        *at++ = '.';
    at = ssi_decimal_put_digits(&d, 1, d.count, at);
    exponent = d.point - 1;
    snprintf(at, 16, "e%c%02d", exponent < 0 ? '-' : '+', abs(exponent));
}

static ssi_shortest shortest_of(const char *width, uint64_t bits)
{
    if (strcmp(width, "64") == 0)
        return ssi_shortest_double(ssi_double_from_bits(bits));
    if (strcmp(width, "32") == 0)
        return ssi_shortest_float(ssi_float_from_bits((uint32_t)bits));
    return ssi_shortest_half((uint16_t)bits);
}

static void golden_digits(void **state)
{
    static t_file f;
    char *field[2], *rest, shown[64];
    ss_text text = {0};
    double x;
    int64_t precision;
    ss_status status;

    (void)state;
    t_open(&f, "digits");
    while (t_next(&f, field, 2)) {
        ssi_text_cut(&text, 0);
        if (field[0][0] != 'f' && field[0][0] != 'e') {
            rest = strchr(field[1], ' ') + 1;
            show(shortest_of(field[0], from_hex(field[1])), shown);
            if (strcmp(shown, rest) != 0)
                fail_msg("line %d: expected %s, got %s", f.number, rest, shown);
            continue;
        }
        precision = strtoll(field[1], &rest, 10);
        x = ssi_double_from_bits(from_hex(rest + 1));
        status = field[0][0] == 'f' ? ssi_text_fixed(&text, x, precision)
                                    : ssi_text_scientific(&text, x, precision);
        t_same_text(&f, field[0], status, &text, strchr(rest + 1, ' ') + 1);
    }
    ss_text_free(&text);
}

static void golden_reading(void **state)
{
    static t_file f;
    char *field[2], nothing[] = "";
    double x;
    bool read;

    (void)state;
    t_open(&f, "read");
    while (t_next(&f, field, 2)) {
        if (strcmp(field[0], "(nothing)") == 0)
            field[0] = nothing;
        x = 12345;
        read = ssi_read_double(field[0], strlen(field[0]), &x);
        if (strcmp(field[1], "-") == 0) {
            if (read || ssi_double_bits(x) != ssi_double_bits(12345))
                fail_msg("line %d: %s was read", f.number, field[0]);
        } else if (!read || ssi_double_bits(x) != from_hex(field[1])) {
            fail_msg("line %d: %s became %016" PRIx64, f.number, field[0],
                     ssi_double_bits(x));
        }
    }
}

/* What is printed reads back as the same double, and fewer digits do not. */
static void shortest_digits_read_back(void **state)
{
    ss_text text = {0};
    double x, y = 0;

    (void)state;
    for (int i = 0; i < 200000; i++) {
        x = ssi_double_from_bits(random_word());
        if (x != x || x - x != 0)
            continue;
        ssi_text_cut(&text, 0);
        assert_int_equal(ss_python_float_text(x, &text), SS_OK);
        if (!ssi_read_double(text.data, text.size, &y) || x != y)
            fail_msg("%016" PRIx64 " printed as %s", ssi_double_bits(x),
                     text.data);
        if (ssi_shortest_double(x).count == 1)
            continue;
        ssi_text_cut(&text, 0);
        assert_int_equal(
            ssi_text_scientific(&text, x, ssi_shortest_double(x).count - 2),
            SS_OK);
        if (!ssi_read_double(text.data, text.size, &y) || x == y)
            fail_msg("%016" PRIx64 " could be %s", ssi_double_bits(x),
                     text.data);
    }
    ss_text_free(&text);
}

/* Halfs: the shortest digits read as double and rounded are the same half. */
static void all_halfs_read_back(void **state)
{
    char shown[64];
    double x = 0;

    (void)state;
    for (uint32_t bits = 0; bits < 0x7c00; bits++) {
        show(ssi_shortest_half((uint16_t)bits), shown);
        if (!ssi_read_double(shown, strlen(shown), &x)
            || ssi_double_to_half(x) != bits)
            fail_msg("half %04x printed as %s", bits, shown);
    }
}

/* The exact digits end where the binary fraction does. */
static void exact_digits_of_known_numbers(void **state)
{
    static ssi_decimal d;

    (void)state;
    ssi_decimal_from_double(0.1, &d);
    assert_int_equal(d.count, 55);
    assert_memory_equal(
        d.digits, "1000000000000000055511151231257827021181583404541015625",
        55);
    ssi_decimal_from_double(5e-324, &d);
    assert_int_equal(d.count, 751);
    assert_int_equal(d.point, -323);
    ssi_decimal_from_double(0x1.fffffffffffffp-1022, &d);
    assert_int_equal(d.count, 767); /* the most there are */
    ssi_decimal_places(0.5, 0, &d);
    assert_int_equal(d.count, 0);
    ssi_decimal_places(1.5, 0, &d);
    assert_int_equal(d.digits[0], '2');
    ssi_decimal_places(2.5, 0, &d);
    assert_int_equal(d.digits[0], '2');
    ssi_decimal_places(0.4, 0, &d);
    assert_int_equal(d.count, 0);
    ssi_decimal_places(0x1p-1074, INT64_MAX, &d);
    assert_int_equal(d.count, 751);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_digits),
        cmocka_unit_test(golden_reading),
        cmocka_unit_test(shortest_digits_read_back),
        cmocka_unit_test(all_halfs_read_back),
        cmocka_unit_test(exact_digits_of_known_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
