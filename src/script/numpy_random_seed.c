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
    ssi_value seed = call->given[0] ? call->args[0] : ssi_none();
    *out = ssi_none();
    if (rs->bitgen.kind != SS_BITGEN_MT19937)
        return ssi_is(call->self, &ssi_type_randomstate)
                   ? ssi_raise(s, "TypeError",
                               "can only re-seed a MT19937 BitGenerator")
                   : ssi_numpy_reseed_other(s, seed);
    if (!ssi_numpy_seed(s, rs, seed))
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

bool ssi_is_mt19937_name(ssi_value name)
{
    return ssi_is(name, &ssi_type_str)
           && strcmp(((ssi_str_object *)name.u.o)->data, "MT19937") == 0;
}

/* The dict of a tuple or list of 3 or 5 items. */
static bool dict_of_sequence(ss_session *s, ssi_value state, ssi_value *out)
{
    const ssi_list_object *list = (const ssi_list_object *)state.u.o;
    if (list->count && !ssi_is_mt19937_name(list->items[0]))
        return ssi_raise(s, "ValueError",
                         "set_state can only be used with "
                         "legacy MT19937 state instances.");
    if (list->count < 3 || list->count == 4)
        return ssi_raise(s, "IndexError", "%s index out of range",
                         ssi_type_name(state));
    if (!ssi_legacy_dict(s, list->items, out))
        return false;
    if (list->count == 3
        || (put(s, *out, "has_gauss", list->items[3])
            && put(s, *out, "gauss", list->items[4])))
        return true;
    ssi_release(s, *out);
    return false;
}

static bool dict_of_dict(ss_session *s, ssi_value state, ssi_value *out)
{
    ssi_value ignored;
    if (!ssi_dict_get(s, state, "bit_generator", &ignored)
        || !ssi_dict_get(s, state, "state", &ignored))
        return s->error.status == SS_OK
               && ssi_raise(s, "ValueError", "state dictionary is not valid.");
    *out = ssi_retain(state);
    return true;
}

static bool restore(ss_session *s, ss_numpy_randomstate *rs, ssi_value dict)
{
    ss_numpy_randomstate next = *rs; /* the hidden binomial stays */
    ssi_value gauss = ssi_float(0), has_gauss = ssi_int(0);
    int64_t has;
    ssi_dict_get(s, dict, "gauss", &gauss);
    ssi_dict_get(s, dict, "has_gauss", &has_gauss);
    if (!ssi_to_double(s, gauss, &next.gauss)
        || !ssi_c_integer(s, has_gauss, "int", INT32_MIN, INT32_MAX, &has)
        || !ssi_bitgen_restore(s, &next.bitgen, dict))
        return false;
    next.has_gauss = (int)has;
    *rs = next;
    return true;
}

bool ssi_numpy_set_state(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value state = call->args[0], dict;
    *out = ssi_none();
    if (!ssi_is(state, &ssi_type_dict) && !ssi_is(state, &ssi_type_tuple)
        && !ssi_is(state, &ssi_type_list))
        return ssi_raise(s, "TypeError", "state must be a dict or a tuple.");
    if (!(ssi_is(state, &ssi_type_dict) ? dict_of_dict(s, state, &dict)
                                        : dict_of_sequence(s, state, &dict)))
        return false;
    bool ok = restore(s, ssi_numpy_random_of(s, call), dict);
    ssi_release(s, dict);
    return ok;
}
