/* SPDX-License-Identifier: MIT
 * Reading tests/vectors/numpy/generator_NAME.kat, whose lines are told in
 * tools/gen_vectors_generator.py.
 */
#ifndef TEST_GENERATOR_KAT_H
#define TEST_GENERATOR_KAT_H

#include "numpy_kat.h"

#include <sameseed/numpy_generator.h>
#include <sameseed/seed.h>

struct gkat {
    FILE *file;
    char line[KAT_LINE];
    char where[100];
    int number;
    char *fields[KAT_FIELDS];
    size_t arg_count, value_count;
    char **args, **values, **state;
    ss_numpy_generator g; /* before the draws */
};

static inline uint64_t gkat_hash(uint64_t h, uint64_t word, int bytes)
{
    for (int i = 0; i < bytes; i++)
        h = (h ^ (word >> 8 * i & 255)) * UINT64_C(0x100000001b3);
    return h;
}

static inline uint64_t gkat_hash_words(uint64_t h, const uint64_t *w, size_t n)
{
    for (size_t i = 0; i < n; i++)
        h = gkat_hash(h, w[i], 8);
    return h;
}

/* What a case says of a state. */
struct gkat_state {
    uint32_t pos, has_uint32, uinteger;
    uint64_t hash;
};

static inline struct gkat_state gkat_state_of(const ss_bitgen *bitgen)
{
    struct gkat_state s = {0, 0, 0, UINT64_C(0xcbf29ce484222325)};
    const ss_pcg64 *pcg = &bitgen->u.pcg64;
    const ss_philox *philox = &bitgen->u.philox;
    const ss_sfc64 *sfc = &bitgen->u.sfc64;

    if (bitgen->kind == SS_BITGEN_MT19937) {
        s.pos = bitgen->u.mt19937.pos;
        for (int i = 0; i < SS_MT19937_N; i++)
            s.hash = gkat_hash(s.hash, bitgen->u.mt19937.key[i], 4);
    } else if (bitgen->kind == SS_BITGEN_PHILOX) {
        s = (struct gkat_state){philox->buffer_pos, philox->has_uint32,
                                philox->uinteger, s.hash};
        s.hash = gkat_hash_words(s.hash, philox->counter, 4);
        s.hash = gkat_hash_words(s.hash, philox->key, 2);
        s.hash = gkat_hash_words(s.hash, philox->buffer, 4);
    } else if (bitgen->kind == SS_BITGEN_SFC64) {
        s = (struct gkat_state){0, sfc->has_uint32, sfc->uinteger, s.hash};
        s.hash = gkat_hash_words(s.hash, sfc->state, 4);
    } else {
        const uint64_t words[4] = {pcg->state_low, pcg->state_high,
                                   pcg->inc_low, pcg->inc_high};
        s = (struct gkat_state){0, pcg->has_uint32, pcg->uinteger, s.hash};
        s.hash = gkat_hash_words(s.hash, words, 4);
    }
    return s;
}

static inline void gkat_check_state(const struct gkat *kat,
                                    const ss_bitgen *bitgen)
{
    struct gkat_state s = gkat_state_of(bitgen);

    if (s.pos != strtoul(kat->state[0], NULL, 10)
        || s.hash != strtoull(kat->state[1], NULL, 16)
        || s.has_uint32 != strtoul(kat->state[2], NULL, 10)
        || s.uinteger != strtoul(kat->state[3], NULL, 10))
        fail_msg("%s: the state afterwards differs", kat->where);
}

static inline void gkat_open(struct gkat *kat, const char *name)
{
    char path[1000];

    snprintf(path, sizeof path, "%s/vectors/numpy/generator_%s.kat",
             SS_TEST_DIR, name);
    kat->file = fopen(path, "r");
    if (!kat->file)
        fail_msg("%s: not there", path);
    kat->number = 0;
    snprintf(kat->where, sizeof kat->where, "generator_%s.kat", name);
}

static inline void gkat_parse(struct gkat *kat)
{
    size_t n = kat_split(kat->line, kat->fields), forced;
    char **f = kat->fields;
    ss_bitgen_kind kind;

    memset(&kat->g, 0, sizeof kat->g);
    kat->arg_count = strtoul(*f++, NULL, 10);
    kat->args = f;
    f += kat->arg_count;
    kind = (ss_bitgen_kind)strtoul(*f++, NULL, 10);
    assert_int_equal(
        ss_bitgen_seed(&kat->g.bitgen, kind, strtoull(*f++, NULL, 10)), SS_OK);
    forced = strtoul(*f++, NULL, 10);
    for (size_t i = 0; i < forced; i++) {
        kat->g.bitgen.u.mt19937.key[i] = (uint32_t)strtoul(*f++, NULL, 16);
        kat->g.bitgen.u.mt19937.pos = 0;
    }
    kat->value_count = strtoul(*f++, NULL, 10);
    kat->values = f;
    kat->state = f + kat->value_count;
    assert_int_equal(kat->state + 4 - kat->fields, n);
}

/* The next case; false after the last one, which must not be the first. */
static inline bool gkat_next(struct gkat *kat)
{
    do {
        if (!fgets(kat->line, sizeof kat->line, kat->file)) {
            fclose(kat->file);
            assert_true(kat->number > 1);
            return false;
        }
        kat->number++;
    } while (kat->line[0] == '#');
    assert_non_null(strchr(kat->line, '\n'));
    snprintf(strstr(kat->where, ".kat") + 4, 20, ":%d", kat->number);
    gkat_parse(kat);
    return true;
}

static inline void gkat_check_value(const struct gkat *kat, char type,
                                    ssi_numpy_value value, size_t i)
{
    if (type == 'd' ? !kat_same_double(value.d, kat->values[i])
                    : (uint64_t)value.i != kat_integer(kat->values[i]))
        fail_msg("%s: value %zu differs from %s", kat->where, i,
                 kat->values[i]);
}

static inline void gkat_check_integers(const struct gkat *kat,
                                       const int64_t *out)
{
    for (size_t i = 0; i < kat->value_count; i++)
        gkat_check_value(kat, 'i', (ssi_numpy_value){.i = out[i]}, i);
}

static inline void gkat_check_doubles(const struct gkat *kat, const double *out)
{
    for (size_t i = 0; i < kat->value_count; i++)
        gkat_check_value(kat, 'd', (ssi_numpy_value){.d = out[i]}, i);
}

#endif
