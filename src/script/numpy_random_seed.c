/* SPDX-License-Identifier: MIT
 * Seeds and states of np.random: seed(), get_state(), set_state().
 * Learned from: NumPy 2.4.6 (mtrand.pyx, _mt19937.pyx) by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "script/numpy_generator.h"
#include "script/numpy_random.h"

static bool seed_int(ss_session *s, ss_numpy_randomstate *rs, ssi_value v)
{
    uint64_t u;
    bool negative, fits;
    if (!ssi_to_index(s, v, &u, &negative, &fits))
        return false;
    if (!fits || negative || u > UINT32_MAX)
        return ssi_raise_status(s, SS_ERR_NUMPY_SEED_RANGE);
    ss_numpy_randomstate_reseed(rs, (uint32_t)u);
    return true;
}

/* What NumPy can cast to int64 safely; TypeError for the rest. */
static bool check_cast(ss_session *s, bool object, ssi_element e, bool scalar)
{
    char name[32] = "O";
    if (!object && e.dtype < SS_UINT64)
        return true;
    if (!object)
        ssi_dtype_text(e, name);
    return ssi_raise(s, "TypeError",
                     "Cannot cast %s from dtype('%s') to dtype('int64') "
                     "according to the rule 'safe'",
                     scalar ? "scalar" : "array data",
                     name + (!object && e.dtype == SS_BYTES));
}

static bool seed_words(ss_session *s, ss_numpy_randomstate *rs,
                       const ss_array *a)
{
    size_t n = ss_array_size(a);
    uint32_t *words = calloc(n, sizeof *words);
    ssi_walk walk;
    bool ok = true;
    if (!words)
        return ssi_raise_memory(s);
    ssi_walk_start(&walk, a);
    for (size_t i = 0; i < n && ok; i++, ssi_walk_next(&walk)) {
        ssi_number x;
        ssi_number_load(a->dtype, walk.item, &x);
        ok = x.kind == 'i' ? x.i >= 0 && x.i <= UINT32_MAX : x.u <= UINT32_MAX;
        words[i] = (uint32_t)(x.kind == 'i' ? (uint64_t)x.i : x.u);
    }
    ok = ok ? ss_numpy_randomstate_reseed_array(rs, words, n) == SS_OK
            : ssi_raise_status(s, SS_ERR_NUMPY_SEED_RANGE);
    free(words);
    return ok;
}

/* An array without its axes of length 1. */
static void squeeze(ss_array *a)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < a->ndim; i++)
        if (a->shape[i] != 1) {
            a->shape[kept] = a->shape[i];
            a->strides[kept++] = a->strides[i];
        }
    a->ndim = kept;
}

/* np.random.seed(array): squeezed; an array that is one int is an int. */
static bool seed_array(ss_session *s, ss_numpy_randomstate *rs,
                       const ss_array *array)
{
    ss_array a = *array;
    ssi_value v;
    squeeze(&a);
    if (a.ndim == 0 && ssi_dtype_is_integer(a.dtype)) {
        if (!ssi_item_python(s, ssi_array_element(&a), a.data, &v))
            return false;
        bool ok = seed_int(s, rs, v);
        ssi_release(s, v);
        return ok;
    }
    if (ss_array_size(&a) == 0)
        return ssi_raise_status(s, SS_ERR_NUMPY_SEED_EMPTY);
    if (!check_cast(s, false, ssi_array_element(&a), a.ndim == 0))
        return false;
    if (a.ndim != 1)
        return ssi_raise(s, "ValueError", "Seed array must be 1-d");
    return seed_words(s, rs, &a);
}

/* np.random.seed(list): never squeezed. */
static bool seed_nest(ss_session *s, ss_numpy_randomstate *rs, ssi_value v)
{
    ssi_discovery found;
    ssi_value array;
    bool empty = false;
    if (!ssi_discover(s, v, &found))
        return false;
    for (uint32_t i = 0; i < found.ndim; i++)
        empty = empty || found.shape[i] == 0;
    if (!found.ragged && empty)
        return ssi_raise_status(s, SS_ERR_NUMPY_SEED_EMPTY);
    if (!found.ragged
        && !check_cast(s, found.object, found.element, found.ndim == 0))
        return false;
    if (!found.ragged && found.ndim != 1)
        return ssi_raise(s, "ValueError", "Seed array must be 1-d");
    if (!ssi_asarray(s, v, NULL, &array))
        return false;
    bool ok = seed_words(s, rs, ssi_array_of(array));
    ssi_release(s, array);
    return ok;
}

bool ssi_numpy_seed(ss_session *s, ss_numpy_randomstate *rs, ssi_value seed)
{
    if (seed.tag == SSI_NONE) {
        ss_status status = ss_numpy_randomstate_reseed_entropy(rs);
        return status == SS_OK || ssi_raise_status(s, status);
    }
    if (ssi_is(seed, &ssi_type_numpy_scalar)
        && ((ssi_scalar_object *)seed.u.o)->dtype == SS_BOOL)
        return ssi_raise(s, "ValueError", "Seed array must be 1-d");
    if (ssi_is_int(seed))
        return seed_int(s, rs, seed);
    if (ssi_is_array(seed))
        return seed_array(s, rs, ssi_array_of(seed));
    return seed_nest(s, rs, seed);
}

bool ssi_numpy_seed_call(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_numpy_randomstate *rs = ssi_numpy_random_of(s, call);
    *out = ssi_none();
    if (rs->bitgen.kind != SS_BITGEN_MT19937)
        return ssi_raise(s, "TypeError",
                         "can only re-seed a MT19937 BitGenerator");
    if (!ssi_numpy_seed(s, rs, call->given[0] ? call->args[0] : ssi_none()))
        return false;
    ssi_randomstate_reseeded(s, call);
    return true;
}

static bool key_array(ss_session *s, const ss_mt19937 *mt, ssi_value *out)
{
    size_t n = SS_MT19937_N;
    if (!ssi_new_array(s, &ssi_type_ndarray, SS_UINT32, 4, 1, &n, out))
        return false;
    memcpy(ssi_array_of(*out)->data, mt->key, sizeof mt->key);
    return true;
}

static bool put(ss_session *s, ssi_value dict, const char *name, ssi_value v)
{
    ssi_value key;
    bool ok = ssi_new_str(s, name, strlen(name), &key);
    if (ok) {
        ok = ssi_dict_set(s, dict, key, v);
        ssi_release(s, key);
    }
    return ok;
}

static bool state_dict(ss_session *s, const ss_numpy_randomstate *rs,
                       ssi_value name, ssi_value key, ssi_value *out)
{
    ssi_value inner;
    if (!ssi_new_dict(s, out))
        return false;
    if (!ssi_new_dict(s, &inner)) {
        ssi_release(s, *out);
        return false;
    }
    bool ok = put(s, inner, "key", key)
              && put(s, inner, "pos", ssi_int(rs->bitgen.u.mt19937.pos))
              && put(s, *out, "bit_generator", name)
              && put(s, *out, "state", inner)
              && put(s, *out, "has_gauss", ssi_int(rs->has_gauss))
              && put(s, *out, "gauss", ssi_float(rs->gauss));
    ssi_release(s, inner);
    if (!ok)
        ssi_release(s, *out);
    return ok;
}

/* Over another bit generator: its dict and the kept Gaussian. */
static bool other_state(ss_session *s, const ss_numpy_randomstate *rs,
                        ssi_value *out)
{
    if (!ssi_bitgen_state(s, &rs->bitgen, out))
        return false;
    if (put(s, *out, "has_gauss", ssi_int(rs->has_gauss))
        && put(s, *out, "gauss", ssi_float(rs->gauss)))
        return true;
    ssi_release(s, *out);
    return false;
}

bool ssi_numpy_get_state(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ss_numpy_randomstate *rs = ssi_numpy_random_of(s, call);
    ssi_value items[5];
    bool legacy = true, ok;
    if (call->given[0] && !ssi_truth(s, call->args[0], &legacy))
        return false;
    if (rs->bitgen.kind != SS_BITGEN_MT19937)
        return other_state(s, rs, out);
    if (!ssi_new_str(s, "MT19937", 7, &items[0]))
        return false;
    if (!key_array(s, &rs->bitgen.u.mt19937, &items[1])) {
        ssi_release(s, items[0]);
        return false;
    }
    items[2] = ssi_int(rs->bitgen.u.mt19937.pos);
    items[3] = ssi_int(rs->has_gauss);
    items[4] = ssi_float(rs->gauss);
    ok = legacy ? ssi_new_tuple(s, items, 5, out)
                : state_dict(s, rs, items[0], items[1], out);
    ssi_release(s, items[0]);
    ssi_release(s, items[1]);
    return ok;
}

/* A C integer as Cython converts it: floats are cut. */
bool ssi_c_integer(ss_session *s, ssi_value v, const char *type, int64_t low,
                   int64_t high, int64_t *out)
{
    if (v.tag == SSI_FLOAT && v.u.f > -0x1p62 && v.u.f < 0x1p62) {
        *out = (int64_t)v.u.f;
    } else if (ssi_is(v, &ssi_type_numpy_scalar) && !ssi_is_int(v)) {
        return ssi_unsupported(s, "a NumPy float in a state");
    } else if (!ssi_is_int(v)) {
        return ssi_raise(s, "TypeError", "an integer is required");
    } else {
        uint64_t u;
        bool negative, fits;
        if (!ssi_to_index(s, v, &u, &negative, &fits))
            return false;
        *out = fits && (negative || u <= INT64_MAX) ? (int64_t)u
               : negative                           ? INT64_MIN
                                                    : INT64_MAX;
    }
    if (*out < low)
        return low == 0 ? ssi_raise(s, "OverflowError",
                                    "can't convert "
                                    "negative value to %s",
                                    type)
                        : ssi_raise(s, "OverflowError",
                                    "value too large to "
                                    "convert to %s",
                                    type);
    return *out <= high
           || ssi_raise(s, "OverflowError", "value too large to convert to %s",
                        type);
}

static bool read_key(ss_session *s, ssi_value key, uint32_t *words)
{
    if (ssi_is(key, &ssi_type_str) || ssi_is(key, &ssi_type_bytes))
        return ssi_raise(s, "TypeError", "an integer is required");
    for (size_t i = 0; i < SS_MT19937_N; i++) {
        ssi_value v;
        int64_t word = 0;
        if (!ssi_index(s, key, ssi_int((int64_t)i), &v))
            return false;
        bool ok = ssi_c_integer(s, v, "uint32_t", 0, UINT32_MAX, &word);
        ssi_release(s, v);
        if (!ok)
            return false;
        words[i] = (uint32_t)word;
    }
    return true;
}

typedef struct state_parts { /* borrowed, but for key and pos */
    ssi_value name, key, pos, has_gauss, gauss;
} state_parts;

static bool parts_of_dict(ss_session *s, ssi_value state, state_parts *parts)
{
    ssi_value inner, key, pos;
    bool ok;
    if (!ssi_dict_get(s, state, "bit_generator", &parts->name)
        || !ssi_dict_get(s, state, "state", &inner))
        return s->error.status != SS_OK
                   ? false
                   : ssi_raise(s, "ValueError",
                               "state dictionary is not valid.");
    ssi_dict_get(s, state, "has_gauss", &parts->has_gauss);
    ssi_dict_get(s, state, "gauss", &parts->gauss);
    if (!ssi_new_str(s, "key", 3, &key))
        return false;
    ok = ssi_index(s, inner, key, &parts->key);
    ssi_release(s, key);
    if (!ok)
        return false;
    ok = ssi_new_str(s, "pos", 3, &pos);
    if (ok) {
        ok = ssi_index(s, inner, pos, &parts->pos);
        ssi_release(s, pos);
    }
    if (!ok)
        ssi_release(s, parts->key);
    return ok;
}

static bool is_mt19937(ssi_value name)
{
    return ssi_is(name, &ssi_type_str)
           && strcmp(((ssi_str_object *)name.u.o)->data, "MT19937") == 0;
}

static bool parts_of_sequence(ss_session *s, ssi_value state,
                              state_parts *parts)
{
    const ssi_list_object *list = (const ssi_list_object *)state.u.o;
    bool short_of = list->count < 3 || list->count == 4;
    if (list->count && !is_mt19937(list->items[0]))
        return ssi_raise(s, "ValueError",
                         "set_state can only be used with "
                         "legacy MT19937 state instances.");
    if (short_of)
        return ssi_raise(s, "IndexError", "%s index out of range",
                         ssi_type_name(state));
    parts->name = list->items[0];
    parts->key = ssi_retain(list->items[1]);
    parts->pos = ssi_retain(list->items[2]);
    if (list->count > 3) {
        parts->has_gauss = list->items[3];
        parts->gauss = list->items[4];
    }
    return true;
}

static bool restore(ss_session *s, ss_numpy_randomstate *rs,
                    const state_parts *parts)
{
    ss_numpy_randomstate next = *rs; /* the hidden binomial stays */
    int64_t pos, has_gauss;
    if (!ssi_to_double(s, parts->gauss, &next.gauss)
        || !ssi_c_integer(s, parts->has_gauss, "int", INT32_MIN, INT32_MAX,
                          &has_gauss))
        return false;
    if (!is_mt19937(parts->name))
        return ssi_raise(s, "ValueError", "state must be for a MT19937 RNG");
    if (!read_key(s, parts->key, next.bitgen.u.mt19937.key)
        || !ssi_c_integer(s, parts->pos, "int", INT32_MIN, INT32_MAX, &pos))
        return false;
    if (pos < 0 || pos > SS_MT19937_N)
        return ssi_unsupported(s, "a state whose position is not in 0 ... 624");
    next.has_gauss = (int)has_gauss;
    next.bitgen.kind = SS_BITGEN_MT19937;
    next.bitgen.u.mt19937.pos = (uint32_t)pos;
    *rs = next;
    return true;
}

bool ssi_numpy_set_state(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value state = call->args[0];
    state_parts parts = {.has_gauss = ssi_int(0), .gauss = ssi_float(0)};
    *out = ssi_none();
    if (ssi_numpy_random_of(s, call)->bitgen.kind != SS_BITGEN_MT19937)
        return ssi_unsupported(s, "set_state() of a RandomState over another "
                                  "bit generator than MT19937");
    bool dict = ssi_is(state, &ssi_type_dict);
    if (!dict && !ssi_is(state, &ssi_type_tuple)
        && !ssi_is(state, &ssi_type_list))
        return ssi_raise(s, "TypeError", "state must be a dict or a tuple.");
    if (dict ? !parts_of_dict(s, state, &parts)
             : !parts_of_sequence(s, state, &parts))
        return false;
    bool ok = restore(s, ssi_numpy_random_of(s, call), &parts);
    ssi_release(s, parts.key);
    ssi_release(s, parts.pos);
    return ok;
}
