/* SPDX-License-Identifier: MIT
 * Python's random: every golden draw and the state after it, as bits.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/pyrandom.h>

#define LINE 20000
#define FIELDS 700

static double from_bits(const char *hex)
{
    uint64_t bits = strtoull(hex, NULL, 16);
    double x;

    memcpy(&x, &bits, sizeof x);
    return x;
}

static uint64_t to_bits(double x)
{
    uint64_t bits;

    memcpy(&bits, &x, sizeof bits);
    return bits;
}

/* FNV-1a over the key as little-endian bytes. */
static uint64_t hash_key(const uint32_t *key)
{
    uint64_t h = UINT64_C(0xcbf29ce484222325);

    for (int i = 0; i < 4 * SS_MT19937_N; i++)
        h = (h ^ (key[i / 4] >> 8 * (i % 4) & 255)) * UINT64_C(0x100000001b3);
    return h;
}

static void check_state(const ss_pyrandom *r, char **f, const char *where)
{
    bool gauss = strcmp(f[2], "-") != 0;

    if (r->mt.pos != strtoul(f[0], NULL, 10)
        || hash_key(r->mt.key) != strtoull(f[1], NULL, 16)
        || r->has_gauss != gauss
        || (gauss && to_bits(r->gauss_next) != strtoull(f[2], NULL, 16)))
        fail_msg("%s: the state afterwards differs", where);
}

/* Draw one float by name; false: no such method. */
static bool draw_float(ss_pyrandom *r, const char *name, const double *a,
                       double *x)
{
    ss_status s = SS_OK;

    if (!strcmp(name, "random"))
        *x = ss_pyrandom_random(r);
    else if (!strcmp(name, "uniform"))
        *x = ss_pyrandom_uniform(r, a[0], a[1]);
    else if (!strcmp(name, "triangular"))
        *x = ss_pyrandom_triangular(r, a[0], a[1], &a[2]);
    else if (!strcmp(name, "gauss"))
        *x = ss_pyrandom_gauss(r, a[0], a[1]);
    else if (!strcmp(name, "normalvariate"))
        *x = ss_pyrandom_normalvariate(r, a[0], a[1]);
    else if (!strcmp(name, "lognormvariate"))
        s = ss_pyrandom_lognormvariate(r, a[0], a[1], x);
    else if (!strcmp(name, "expovariate"))
        s = ss_pyrandom_expovariate(r, a[0], x);
    else if (!strcmp(name, "gammavariate"))
        s = ss_pyrandom_gammavariate(r, a[0], a[1], x);
    else if (!strcmp(name, "betavariate"))
        s = ss_pyrandom_betavariate(r, a[0], a[1], x);
    else if (!strcmp(name, "paretovariate"))
        s = ss_pyrandom_paretovariate(r, a[0], x);
    else if (!strcmp(name, "vonmisesvariate"))
        s = ss_pyrandom_vonmisesvariate(r, a[0], a[1], x);
    else if (!strcmp(name, "weibullvariate"))
        s = ss_pyrandom_weibullvariate(r, a[0], a[1], x);
    else
        return false;
    assert_int_equal(s, SS_OK);
    return true;
}

/* An integer in decimal, modulo 2**64. */
static uint64_t integer(const char *text)
{
    return text[0] == '-' ? 0 - strtoull(text + 1, NULL, 10)
                          : strtoull(text, NULL, 10);
}

static uint64_t draw_int(ss_pyrandom *r, const char *name, char **args)
{
    uint64_t a = integer(args[0]);
    int64_t x;

    if (!strcmp(name, "getrandbits")) {
        uint32_t words[2] = {0, 0};
        ss_pyrandom_getrandbits(r, (size_t)a, words);
        return (uint64_t)words[1] << 32 | words[0];
    }
    if (!strcmp(name, "_randbelow"))
        return ss_pyrandom_randbelow(r, a);
    assert_string_equal(name, "randint");
    assert_int_equal(
        ss_pyrandom_randint(r, (int64_t)a, (int64_t)integer(args[1]), &x),
        SS_OK);
    return (uint64_t)x;
}

/* Draw a whole sequence of indices; false: no such method. */
static bool draw_sequence(ss_pyrandom *r, const char *name, char **args,
                          uint64_t *out, size_t count)
{
    uint64_t n = integer(args[0]);

    if (!strcmp(name, "sample"))
        assert_int_equal(ss_pyrandom_sample(r, n, count, out), SS_OK);
    else if (!strcmp(name, "choices"))
        assert_int_equal(
            ss_pyrandom_choices_fill(r, (size_t)n, NULL, out, count), SS_OK);
    else if (!strcmp(name, "shuffle"))
        ss_pyrandom_shuffle(r, out, count, sizeof *out);
    else
        return false;
    return true;
}

static size_t split(char *line, char **fields)
{
    size_t n = 0;

    for (char *f = strtok(line, " \n"); f; f = strtok(NULL, " \n")) {
        assert_true(n < FIELDS);
        fields[n++] = f;
    }
    return n;
}

static FILE *open_vectors(const char *name)
{
    char path[1024];
    FILE *file;

    snprintf(path, sizeof path, "%s/vectors/pyrandom/%s.kat", SS_TEST_DIR,
             name);
    file = fopen(path, "r");
    assert_non_null(file);
    return file;
}

static void check_draws(char **f, const char *where)
{
    size_t nargs = strtoul(f[2], NULL, 10);
    size_t count = strtoul(f[3 + nargs], NULL, 10);
    char **args = f + 3, **want = f + 4 + nargs;
    double a[3] = {0}, x;
    static uint64_t out[FIELDS];
    ss_pyrandom r;

    ss_pyrandom_seed(&r, (int64_t)integer(f[1]));
    for (size_t i = 0; i < nargs && i < 3; i++)
        a[i] = from_bits(args[i]);
    for (size_t i = 0; i < count; i++)
        out[i] = i;
    if (!draw_sequence(&r, f[0], args, out, count)) {
        for (size_t i = 0; i < count; i++) {
            if (draw_float(&r, f[0], a, &x))
                out[i] = to_bits(x);
            else
                out[i] = draw_int(&r, f[0], args);
        }
    }
    for (size_t i = 0; i < count; i++) {
        ss_pyrandom probe = r;
        bool hex = draw_float(&probe, f[0], a, &x);
        uint64_t w = hex ? strtoull(want[i], NULL, 16) : integer(want[i]);
        if (out[i] != w)
            fail_msg("%s: value %zu is %016" PRIx64 ", not %s", where, i,
                     out[i], want[i]);
    }
    check_state(&r, want + count, where);
}

static void draws_equal_python(void **state)
{
    static char line[LINE], copy[200], *fields[FIELDS];
    FILE *file = open_vectors("draws");
    size_t cases = 0;

    while (fgets(line, sizeof line, file)) {
        if (line[0] == '#')
            continue;
        snprintf(copy, sizeof copy, "%.60s", line);
        split(line, fields);
        check_draws(fields, copy);
        cases++;
    }
    fclose(file);
    assert_true(cases > 200);
}

static size_t unhex(const char *hex, uint8_t *out)
{
    size_t n = 0;
    unsigned byte;

    for (; sscanf(hex, "%2x", &byte) == 1 && hex[0] != '-'; hex += 2)
        out[n++] = (uint8_t)byte;
    return n;
}

static void seeds_equal_python(void **state)
{
    static char line[LINE], *f[FIELDS];
    static uint8_t bytes[LINE];
    FILE *file = open_vectors("seed");

    while (fgets(line, sizeof line, file)) {
        ss_pyrandom r;
        if (line[0] == '#')
            continue;
        split(line, f);
        if (!strcmp(f[0], "int"))
            ss_pyrandom_seed(&r, (int64_t)integer(f[1]));
        else if (!strcmp(f[0], "float"))
            assert_int_equal(ss_pyrandom_seed_float(&r, from_bits(f[1])),
                             SS_OK);
        else
            assert_int_equal(
                ss_pyrandom_seed_bytes(&r, bytes, unhex(f[1], bytes)), SS_OK);
        for (int i = 0; i < 3; i++)
            if (to_bits(ss_pyrandom_random(&r)) != strtoull(f[3 + i], NULL, 16))
                fail_msg("seed %s %s: value %d differs", f[0], f[1], i);
        check_state(&r, f + 6, f[1]);
    }
    fclose(file);
}

/* Values printed in CPython's own Lib/test/test_random.py and documentation
 * style: random.seed(42). */
static void documented_values(void **state)
{
    ss_pyrandom r;
    int64_t x;
    static const int64_t want[5] = {4, 95, 36, 32, 29};

    ss_pyrandom_seed(&r, 42);
    assert_true(ss_pyrandom_random(&r) == 0.6394267984578837);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(ss_pyrandom_randint(&r, 1, 100, &x), SS_OK);
        assert_int_equal(x, want[i]);
    }
}

static void errors_are_pythons(void **state)
{
    ss_pyrandom r, before;
    double x = 7.0, zero = 0.0;
    uint64_t index;
    int64_t i;

    ss_pyrandom_seed(&r, 1);
    before = r;
    assert_int_equal(ss_pyrandom_gammavariate(&r, 0.0, 1.0, &x),
                     SS_ERR_PYTHON_GAMMA);
    assert_int_equal(ss_pyrandom_randint(&r, 2, 1, &i),
                     SS_ERR_PYTHON_EMPTY_RANGE);
    assert_int_equal(ss_pyrandom_sample(&r, 2, 3, &index),
                     SS_ERR_PYTHON_SAMPLE);
    assert_int_equal(ss_pyrandom_choices_fill(&r, 1, &zero, &index, 1),
                     SS_ERR_PYTHON_WEIGHTS_SUM);
    assert_int_equal(ss_pyrandom_seed_float(&r, 0.0 / zero), SS_ERR_ARGUMENT);
    assert_memory_equal(&r, &before, sizeof r);
    assert_int_equal(ss_pyrandom_expovariate(&r, 0.0, &x),
                     SS_ERR_PYTHON_FLOAT_DIVISION);
    assert_int_equal(ss_pyrandom_paretovariate(&r, 1e-300, &x),
                     SS_ERR_PYTHON_POW_OVERFLOW);
    assert_int_equal(ss_pyrandom_lognormvariate(&r, 1e3, 1.0, &x),
                     SS_ERR_PYTHON_OVERFLOW);
    assert_true(x == 7.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws_equal_python),
        cmocka_unit_test(seeds_equal_python),
        cmocka_unit_test(documented_values),
        cmocka_unit_test(errors_are_pythons),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
