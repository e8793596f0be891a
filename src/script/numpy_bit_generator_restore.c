/* SPDX-License-Identifier: MIT
 * The state of a bit generator from NumPy's dict. Nothing changes until all
 * of it has been read.
 * Learned from: NumPy 2.4.6 (_pcg64.pyx, _philox.pyx, ...) by experiment.
 */
#include <math.h>
#include <string.h>

#include "script/numpy_generator.h"

/* of["name"], a new reference. */
static bool item(ss_session *s, ssi_value of, const char *name, ssi_value *out)
{
    ssi_value key;
    if (!ssi_new_str(s, name, strlen(name), &key))
        return false;
    bool ok = ssi_index(s, of, key, out);
    ssi_release(s, key);
    return ok;
}

/* dict[outer][name], or dict[name] without outer. */
static bool field(ss_session *s, ssi_value dict, const char *outer,
                  const char *name, ssi_value *out)
{
    ssi_value inner;
    if (!outer)
        return item(s, dict, name, out);
    if (!item(s, dict, outer, &inner))
        return false;
    bool ok = item(s, inner, name, out);
    ssi_release(s, inner);
    return ok;
}

static bool c_field(ss_session *s, ssi_value dict, const char *outer,
                    const char *name, bool is_unsigned, int64_t *out)
{
    ssi_value v;
    if (!field(s, dict, outer, name, &v))
        return false;
    bool ok = is_unsigned
                  ? ssi_c_integer(s, v, "uint32_t", 0, UINT32_MAX, out)
                  : ssi_c_integer(s, v, "int", INT32_MIN, INT32_MAX, out);
    ssi_release(s, v);
    return ok;
}

static bool half(ss_session *s, ssi_value dict, uint32_t *has, uint32_t *word)
{
    int64_t has_uint32, uinteger;
    if (!c_field(s, dict, NULL, "has_uint32", false, &has_uint32)
        || !c_field(s, dict, NULL, "uinteger", true, &uinteger))
        return false;
    *has = (uint32_t)(int32_t)has_uint32;
    *word = (uint32_t)uinteger;
    return true;
}

/* of[i] as a C integer. */
static bool word_at(ss_session *s, ssi_value of, size_t i, bool wide,
                    uint64_t *out)
{
    ssi_value v;
    int64_t narrow = 0;
    if (ssi_is(of, &ssi_type_str))
        return ssi_raise(s, "TypeError", "an integer is required");
    if (!ssi_index(s, of, ssi_int((int64_t)i), &v))
        return false;
    bool ok = wide ? ssi_c_uint64(s, v, out)
                   : ssi_c_integer(s, v, "uint32_t", 0, UINT32_MAX, &narrow);
    if (!wide)
        *out = (uint64_t)narrow;
    ssi_release(s, v);
    return ok;
}

static bool word_of(ss_session *s, ssi_value dict, const char *outer,
                    const char *name, size_t i, uint64_t *out)
{
    ssi_value v;
    if (!field(s, dict, outer, name, &v))
        return false;
    bool ok = word_at(s, v, i, true, out);
    ssi_release(s, v);
    return ok;
}

static bool read_mt19937(ss_session *s, ssi_value dict, ss_mt19937 *mt)
{
    ssi_value key;
    uint64_t word;
    int64_t pos;
    bool ok = true;
    if (!field(s, dict, "state", "key", &key))
        return false;
    for (size_t i = 0; ok && i < SS_MT19937_N; i++) {
        ok = word_at(s, key, i, false, &word);
        mt->key[i] = (uint32_t)word;
    }
    ssi_release(s, key);
    if (!ok || !c_field(s, dict, "state", "pos", false, &pos))
        return false;
    mt->pos = (uint32_t)pos;
    return (pos >= 0 && pos <= SS_MT19937_N)
           || ssi_unsupported(s, "a state whose pos is not in 0 ... 624");
}

static bool read_philox(ss_session *s, ssi_value dict, ss_philox *p)
{
    int64_t pos;
    for (size_t i = 0; i < 4; i++)
        if (!word_of(s, dict, "state", "counter", i, &p->counter[i])
            || (i < 2 && !word_of(s, dict, "state", "key", i, &p->key[i])))
            return false;
    for (size_t i = 0; i < 4; i++)
        if (!word_of(s, dict, NULL, "buffer", i, &p->buffer[i]))
            return false;
    if (!half(s, dict, &p->has_uint32, &p->uinteger)
        || !c_field(s, dict, NULL, "buffer_pos", false, &pos))
        return false;
    p->buffer_pos = (uint32_t)pos;
    return (pos >= 0 && pos <= 4)
           || ssi_unsupported(s, "a state whose buffer_pos is not in 0 ... 4");
}

static bool read_sfc64(ss_session *s, ssi_value dict, ss_sfc64 *sfc)
{
    ssi_element uint64 = ssi_element_of(SS_UINT64);
    ssi_value v, array;
    bool ok;
    if (!field(s, dict, "state", "state", &v))
        return false;
    ok = ssi_array_from(s, &ssi_type_ndarray, v, &uint64, &array);
    ssi_release(s, v);
    if (!ok)
        return false;
    ss_array *a = ssi_array_of(array);
    size_t n = ss_array_size(a);
    if (a->ndim > 1 || (n != 1 && n != 4)) {
        ss_text text = {0};
        if (ssi_shape_text(s, a->shape, a->ndim, &text))
            ssi_raise(s, "ValueError",
                      "could not broadcast input array from shape %s into "
                      "shape (4,)",
                      text.data);
        ss_text_free(&text);
        ok = false;
    }
    for (size_t i = 0; ok && i < 4; i++)
        sfc->state[i] = ((uint64_t *)a->data)[n == 1 ? 0 : i];
    ssi_release(s, array);
    return ok && half(s, dict, &sfc->has_uint32, &sfc->uinteger);
}

static bool no_floor(ss_session *s, ssi_value v)
{
    return ssi_raise(s, "TypeError",
                     "unsupported operand type(s) for //: '%s' and 'int'",
                     ssi_type_name(v));
}

static bool out_of_long(ss_session *s)
{
    return ssi_raise(s, "OverflowError",
                     "Python int too large to convert to C long");
}

/* v as an int: NumPy's integers cannot be divided by 2**64. */
static bool wide_int(ss_session *s, ssi_value v, ssi_value *out)
{
    bool ok;
    ssi_value python;
    if (ssi_is_pyint(v)) {
        *out = ssi_retain(v);
        return true;
    }
    if (ssi_is(v, &ssi_type_numpy_scalar) || ssi_is(v, &ssi_type_ndarray)) {
        if (ssi_is_array(v) && ssi_array_of(v)->ndim)
            return ssi_dtype_is_integer(ssi_array_of(v)->dtype)
                       ? out_of_long(s)
                       : ssi_unsupported(s, "an array as part of a state");
        if (!ssi_python_value(s, v, &python))
            return false;
        if (ssi_is_pyint(python))
            ok = out_of_long(s);
        else if (python.tag == SSI_FLOAT && isfinite(python.u.f)
                 && python.u.f >= 0 && python.u.f < 0x1p128)
            ok = ssi_int_of(s, python, python, out);
        else
            ok = ssi_unsupported(s, "a %s of this value as part of a state",
                                 ssi_type_name(v));
        ssi_release(s, python);
        return ok;
    }
    if (v.tag != SSI_FLOAT)
        return no_floor(s, v);
    if (!isfinite(v.u.f))
        return ssi_raise(s, "ValueError",
                         "cannot convert float NaN to "
                         "integer");
    return ssi_int_of(s, ssi_float(floor(v.u.f)), v, out);
}

/* An int below 2**128; NumPy's errors are those of its quotient by 2**64. */
static bool int128(ss_session *s, ssi_value dict, const char *name,
                   uint64_t *high, uint64_t *low)
{
    uint64_t words[3], sign;
    uint32_t *digits;
    size_t n;
    bool negative;
    ssi_value v, whole;
    if (!field(s, dict, "state", name, &v))
        return false;
    bool ok = wide_int(s, v, &whole);
    ssi_release(s, v);
    if (!ok)
        return false;
    ok = ssi_int_words(s, whole, &digits, &n, &negative)
         && ssi_long_words(s, whole, words, 3);
    if (ok)
        ssi_int_words_free(digits);
    ssi_release(s, whole);
    if (!ok)
        return false;
    *low = words[0];
    *high = words[1];
    sign = words[1] >> 63 ? UINT64_MAX : 0;
    if (negative && n <= 4 && words[2] == UINT64_MAX && sign)
        return ssi_raise(s, "OverflowError",
                         "Python integer %lld out of bounds for uint64",
                         (long long)words[1]);
    return (!negative && n <= 4) || out_of_long(s);
}

static bool read_pcg64(ss_session *s, ssi_value dict, ss_pcg64 *g)
{
    return int128(s, dict, "state", &g->state_high, &g->state_low)
           && int128(s, dict, "inc", &g->inc_high, &g->inc_low)
           && half(s, dict, &g->has_uint32, &g->uinteger);
}

static bool read_dict(ss_session *s, ssi_value dict, ss_bitgen *b)
{
    static const char *const words[] = {"PRNG", "RNG", "RNG", "PRNG", "RNG"};
    const char *name = ssi_bitgen_name(b->kind);
    ssi_value given;
    bool same = ssi_dict_get(s, dict, "bit_generator", &given)
                && ssi_is(given, &ssi_type_str)
                && strcmp(((ssi_str_object *)given.u.o)->data, name) == 0;
    if (s->error.status != SS_OK)
        return false;
    if (!same) /* SFC64's text lacks its f"" */
        return ssi_raise(s, "ValueError", "state must be for a %s %s",
                         b->kind == SS_BITGEN_SFC64 ? "{self.__class__."
                                                      "__name__}"
                                                    : name,
                         words[b->kind]);
    switch (b->kind) {
    case SS_BITGEN_MT19937:
        return read_mt19937(s, dict, &b->u.mt19937);
    case SS_BITGEN_PHILOX:
        return read_philox(s, dict, &b->u.philox);
    case SS_BITGEN_SFC64:
        return read_sfc64(s, dict, &b->u.sfc64);
    default:
        return read_pcg64(s, dict, &b->u.pcg64);
    }
}

bool ssi_legacy_dict(ss_session *s, const ssi_value *items, ssi_value *out)
{
    ssi_value inner;
    if (!ssi_new_dict(s, out))
        return false;
    bool ok = ssi_put(s, *out, "bit_generator", ssi_retain(items[0]))
              && ssi_new_dict(s, &inner);
    if (ok) {
        ok = ssi_put(s, inner, "key", ssi_retain(items[1]))
             && ssi_put(s, inner, "pos", ssi_retain(items[2]));
        if (ok)
            ok = ssi_put(s, *out, "state", inner);
        else
            ssi_release(s, inner);
    }
    if (!ok)
        ssi_release(s, *out);
    return ok;
}

/* The tuple that RandomState.get_state() gives. */
static bool read_tuple(ss_session *s, ssi_value tuple, ss_bitgen *b)
{
    const ssi_list_object *list = (ssi_list_object *)tuple.u.o;
    ssi_value dict;
    if (list->count == 0)
        return ssi_raise(s, "IndexError", "tuple index out of range");
    if (!ssi_is_mt19937_name(list->items[0])
        || (list->count != 3 && list->count != 5))
        return ssi_raise(s, "ValueError",
                         "state is not a legacy MT19937 state");
    if (!ssi_legacy_dict(s, list->items, &dict))
        return false;
    bool ok = read_dict(s, dict, b);
    ssi_release(s, dict);
    return ok;
}

bool ssi_bitgen_restore(ss_session *s, ss_bitgen *bitgen, ssi_value state)
{
    ss_bitgen next = *bitgen;
    bool tuple =
        bitgen->kind == SS_BITGEN_MT19937 && ssi_is(state, &ssi_type_tuple);
    if (!tuple && !ssi_is(state, &ssi_type_dict))
        return ssi_raise(s, "TypeError", "state must be a dict");
    if (!(tuple ? read_tuple(s, state, &next) : read_dict(s, state, &next)))
        return false;
    *bitgen = next;
    return true;
}
