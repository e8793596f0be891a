/* SPDX-License-Identifier: MIT
 * Reading tests/vectors/numpy/NAME.kat, whose lines are told in
 * tools/gen_vectors_numpy.py, and running one of the distributions over it.
 */
#ifndef TEST_NUMPY_KAT_H
#define TEST_NUMPY_KAT_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/numpy.h>

#include "numpy/methods.h"

#define KAT_LINE 40000
#define KAT_FIELDS 2000

struct kat {
    FILE *file;
    char line[KAT_LINE];
    char where[100];
    int number;
    char *fields[KAT_FIELDS];
    size_t arg_count, value_count;
    char **args, **values, **state;
    ss_numpy_randomstate rs; /* before the draws */
};

static inline uint64_t kat_bits(double x)
{
    uint64_t bits;

    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static inline double kat_double(const char *hex)
{
    uint64_t bits = strcmp(hex, "nan") == 0 ? UINT64_C(0x7ff8000000000000)
                                            : strtoull(hex, NULL, 16);
    double x;

    memcpy(&x, &bits, sizeof x);
    return x;
}

/* An integer modulo 2**64. */
static inline uint64_t kat_integer(const char *text)
{
    return text[0] == '-' ? 0 - strtoull(text + 1, NULL, 10)
                          : strtoull(text, NULL, 10);
}

static inline bool kat_same_double(double x, const char *want)
{
    if (strcmp(want, "nan") == 0)
        return x != x;
    return kat_bits(x) == strtoull(want, NULL, 16);
}

/* FNV-1a over the key as little-endian bytes. */
static inline uint64_t kat_hash(const uint32_t *key)
{
    uint64_t h = UINT64_C(0xcbf29ce484222325);

    for (int i = 0; i < 4 * SS_MT19937_N; i++)
        h = (h ^ (key[i / 4] >> 8 * (i % 4) & 255)) * UINT64_C(0x100000001b3);
    return h;
}

static inline void kat_check_state(const struct kat *kat,
                                   const ss_numpy_randomstate *rs)
{
    const ss_mt19937 *mt = &rs->bitgen.u.mt19937;

    if (mt->pos != strtoul(kat->state[0], NULL, 10)
        || kat_hash(mt->key) != strtoull(kat->state[1], NULL, 16)
        || rs->has_gauss != atoi(kat->state[2])
        || !kat_same_double(rs->gauss, kat->state[3]))
        fail_msg("%s: the state afterwards differs", kat->where);
}

static inline void kat_open(struct kat *kat, const char *name)
{
    char path[1000];

    snprintf(path, sizeof path, "%s/vectors/numpy/%s.kat", SS_TEST_DIR, name);
    kat->file = fopen(path, "r");
    if (!kat->file)
        fail_msg("%s: not there", path);
    kat->number = 0;
    snprintf(kat->where, sizeof kat->where, "%s.kat", name);
}

static inline size_t kat_split(char *line, char **fields)
{
    size_t n = 0;

    for (char *f = strtok(line, " \n"); f; f = strtok(NULL, " \n")) {
        assert_true(n < KAT_FIELDS);
        fields[n++] = f;
    }
    return n;
}

static inline void kat_parse(struct kat *kat)
{
    size_t n = kat_split(kat->line, kat->fields), forced;
    char **f = kat->fields;

    kat->arg_count = strtoul(*f++, NULL, 10);
    kat->args = f;
    f += kat->arg_count;
    ss_numpy_randomstate_seed(&kat->rs, (uint32_t)strtoul(*f++, NULL, 10));
    forced = strtoul(*f++, NULL, 10);
    for (size_t i = 0; i < forced; i++) {
        kat->rs.bitgen.u.mt19937.key[i] = (uint32_t)strtoul(*f++, NULL, 16);
        kat->rs.bitgen.u.mt19937.pos = 0;
    }
    kat->value_count = strtoul(*f++, NULL, 10);
    kat->values = f;
    kat->state = f + kat->value_count;
    assert_int_equal(kat->state + 4 - kat->fields, n);
}

/* The next case; false after the last one, which must not be the first. */
static inline bool kat_next(struct kat *kat)
{
    char *name = kat->where;

    do {
        if (!fgets(kat->line, sizeof kat->line, kat->file)) {
            fclose(kat->file);
            assert_true(kat->number > 1);
            return false;
        }
        kat->number++;
    } while (kat->line[0] == '#');
    assert_non_null(strchr(kat->line, '\n'));
    snprintf(strstr(name, ".kat") + 4, 20, ":%d", kat->number);
    kat_parse(kat);
    return true;
}

static inline void kat_check_value(const struct kat *kat, char type,
                                   ssi_numpy_value value, size_t i)
{
    if (type == 'd' ? !kat_same_double(value.d, kat->values[i])
                    : (uint64_t)value.i != kat_integer(kat->values[i]))
        fail_msg("%s: value %zu differs from %s", kat->where, i,
                 kat->values[i]);
}

static inline void kat_params(const struct kat *kat,
                              const ssi_numpy_method *method,
                              ssi_numpy_value *params)
{
    assert_int_equal(kat->arg_count, method->param_count);
    for (size_t i = 0; i < kat->arg_count; i++) {
        if (method->params[i].type == 'd')
            params[i].d = kat_double(kat->args[i]);
        else
            params[i].i = (int64_t)kat_integer(kat->args[i]);
    }
}

/* Drawn one by one, then filled in two parts of every possible length. */
static inline void kat_check_method(const struct kat *kat,
                                    const ssi_numpy_method *method)
{
    ssi_numpy_value params[SSI_NUMPY_MAX_PARAMS] = {{0}}, out[400];
    ss_numpy_randomstate rs = kat->rs;
    size_t n = kat->value_count;

    kat_params(kat, method, params);
    assert_int_equal(ssi_numpy_check_scalars(method, params), SS_OK);
    for (size_t i = 0; i < n; i++)
        kat_check_value(kat, method->result, method->draw(&rs, params), i);
    kat_check_state(kat, &rs);
    for (size_t first = 0; first <= n; first++) {
        rs = kat->rs;
        memset(out, 0x55, sizeof out);
        method->fill(&rs, params, out, first);
        method->fill(&rs, params, out + first, n - first);
        for (size_t i = 0; i < n; i++)
            kat_check_value(kat, method->result, out[i], i);
        kat_check_state(kat, &rs);
        assert_int_equal(out[n].i, INT64_C(0x5555555555555555));
    }
}

static inline void kat_run(const char *name)
{
    const ssi_numpy_method *method = ssi_numpy_method_find(name);
    struct kat kat;

    assert_non_null(method);
    for (kat_open(&kat, name); kat_next(&kat);)
        kat_check_method(&kat, method);
}

/* Long fills against single draws: blocks, their borders, odd lengths. */
static inline void kat_fill_is_draws(const char *name, double a, double b)
{
    const ssi_numpy_method *method = ssi_numpy_method_find(name);
    static ssi_numpy_value out[3000];
    ssi_numpy_value params[SSI_NUMPY_MAX_PARAMS] = {{a}, {b}};
    ss_numpy_randomstate one, many;

    ss_numpy_randomstate_seed(&one, 23);
    many = one;
    for (size_t n = 0; n < 3000; n = n * 5 / 4 + 1) {
        method->fill(&many, params, out, n);
        for (size_t i = 0; i < n; i++) {
            ssi_numpy_value value = method->draw(&one, params);
            if (value.i != out[i].i)
                fail_msg("%s, %zu at once: value %zu differs", name, n, i);
        }
        assert_memory_equal(one.bitgen.u.mt19937.key, many.bitgen.u.mt19937.key,
                            sizeof one.bitgen.u.mt19937.key);
        assert_int_equal(one.bitgen.u.mt19937.pos, many.bitgen.u.mt19937.pos);
        assert_int_equal(one.has_gauss, many.has_gauss);
        assert_int_equal(kat_bits(one.gauss), kat_bits(many.gauss));
    }
}

#endif
