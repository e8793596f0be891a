/* SPDX-License-Identifier: MIT
 * NumPy's bit generators as values: PCG64, PCG64DXSM, MT19937, Philox, SFC64.
 * Learned from: NumPy 2.4.6 (bit_generator.pyx and one file each) by
 * experiment.
 */
#include <stdio.h>
#include <string.h>

#include "script/numpy_generator.h"
#include "script/numpy_random.h"

bool ssi_is_bitgen(ssi_value v)
{
    return v.tag == SSI_OBJECT && v.u.o->type >= ssi_type_bit_generators
           && v.u.o->type < ssi_type_bit_generators + 5;
}

const char *ssi_bitgen_name(ss_bitgen_kind kind)
{
    return strrchr(ssi_type_bit_generators[kind].name, '.') + 1;
}

ss_bitgen *ssi_bitgen_of(ssi_value v)
{
    ssi_bitgen_object *o = (ssi_bitgen_object *)v.u.o;
    if (o->lent)
        ssi_randomstate_give_back(o->lent);
    return &o->state;
}

bool ssi_new_bitgen(ss_session *s, ss_bitgen_kind kind, ssi_value *out)
{
    uint64_t number = 0;
    for (const ssi_object *o = s->objects; o; o = o->next)
        number += ssi_is_bitgen((ssi_value){SSI_OBJECT, {.o = (void *)o}});
    ssi_bitgen_object *o =
        ssi_new(s, &ssi_type_bit_generators[kind], sizeof *o, 0);
    if (!o)
        return false;
    o->number = number;
    o->state.kind = kind;
    o->generator.release = s->options.profile.numpy;
    o->seed_seq = ssi_none();
    o->lock = ssi_none();
    *out = ssi_from_object(o);
    return true;
}

bool ssi_seed_bitgen(ss_session *s, ss_bitgen_kind kind, ssi_value seed,
                     ssi_value *out)
{
    ssi_value sequence;
    ssi_bitgen_object *o;
    if (ssi_is_seedless(seed))
        return ssi_raise(s, "NotImplementedError",
                         "seedless SeedSequences cannot generate state");
    if (ssi_is(seed, &ssi_type_seed_sequence))
        sequence = ssi_retain(seed);
    else if (!ssi_new_seed_sequence(s, seed, &sequence))
        return false;
    if (!ssi_new_bitgen(s, kind, out)) {
        ssi_release(s, sequence);
        return false;
    }
    o = (ssi_bitgen_object *)out->u.o;
    o->seed_seq = sequence;
    ssi_seed_sequence_start((ssi_seed_sequence_object *)sequence.u.o, kind,
                            &o->state);
    return true;
}

bool ssi_bitgen_spawn(ss_session *s, ssi_value self, ssi_value n,
                      ssi_value *out)
{
    const ssi_bitgen_object *o = (ssi_bitgen_object *)self.u.o;
    ssi_value seeds;
    int64_t count;
    bool ok = true;
    if (!ssi_c_integer(s, n, "int", INT32_MIN, INT32_MAX, &count))
        return false;
    if (o->seed_seq.tag == SSI_NONE)
        return ssi_raise(s, "TypeError",
                         "The underlying SeedSequence does not implement "
                         "spawning.");
    if (!ssi_seed_sequence_spawn(s, o->seed_seq, ssi_int(count), &seeds))
        return false;
    const ssi_list_object *list = (ssi_list_object *)seeds.u.o;
    ok = ssi_new_list(s, NULL, 0, out);
    for (size_t i = 0; ok && i < list->count; i++) {
        ssi_value child;
        ok = ssi_seed_bitgen(s, o->state.kind, list->items[i], &child);
        if (ok) {
            ok = ssi_list_append(s, *out, child);
            ssi_release(s, child);
        }
        if (!ok)
            ssi_release(s, *out);
    }
    ssi_release(s, seeds);
    return ok;
}

/* --- construction --- */

static bool make(ss_session *s, ssi_call *call, ssi_value *out)
{
    return ssi_seed_bitgen(s, (ss_bitgen_kind)call->function->variant,
                           call->given[0] ? call->args[0] : ssi_none(), out);
}

/* An int of count words. */
static bool words_of_int(ss_session *s, ssi_value v, const char *name,
                         size_t count, uint64_t *out)
{
    uint32_t *words;
    size_t n;
    bool negative;
    ssi_value python;
    if (!ssi_python_value(s, v, &python))
        return false;
    bool ok = ssi_int_words(s, python, &words, &n, &negative);
    ssi_release(s, python);
    if (!ok)
        return false;
    ssi_int_words_free(words);
    if (negative || n > 2 * count)
        return ssi_raise(s, "ValueError",
                         "%s must be positive and less than 2**%d.", name,
                         (int)count * 64);
    return ssi_long_words(s, v, out, count);
}

/* key= and counter= of Philox: an int, or count ints. */
static bool words_argument(ss_session *s, ssi_value v, const char *name,
                           size_t count, uint64_t *out)
{
    ssi_value array, cast, python, whole;
    bool list = ssi_is(v, &ssi_type_list) || ssi_is(v, &ssi_type_tuple)
                || ssi_is(v, &ssi_type_range)
                || (ssi_is(v, &ssi_type_ndarray) && ssi_array_of(v)->ndim);
    bool ok;
    if (!list) {
        if (!ssi_python_value(s, v, &python))
            return false;
        ok = ssi_int_of(s, python, v, &whole);
        ssi_release(s, python);
        if (!ok)
            return false;
        ok = words_of_int(s, whole, name, count, out);
        ssi_release(s, whole);
        return ok;
    }
    if (!ssi_asarray(s, v, NULL, &array))
        return false;
    ok = ssi_array_copy(s, &ssi_type_ndarray, array, ssi_element_of(SS_UINT64),
                        &cast);
    ssi_release(s, array);
    if (!ok)
        return false;
    const ss_array *a = ssi_array_of(cast);
    if (a->ndim != 1 || a->shape[0] != count)
        ok = ssi_raise(s, "ValueError",
                       "%s must have %d elements when using array form", name,
                       (int)count);
    else
        memcpy(out, a->data, count * sizeof *out);
    ssi_release(s, cast);
    return ok;
}

static bool make_philox(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value seed = call->given[0] ? call->args[0] : ssi_none();
    ssi_value counter = call->given[1] ? call->args[1] : ssi_none();
    ssi_value key = call->given[2] ? call->args[2] : ssi_none();
    uint64_t counts[4] = {0}, keys[2];
    ssi_bitgen_object *o;
    if (seed.tag != SSI_NONE && key.tag != SSI_NONE)
        return ssi_raise(s, "ValueError", "seed and key cannot be both used");
    if (!ssi_seed_bitgen(s, SS_BITGEN_PHILOX, seed, out))
        return false;
    o = (ssi_bitgen_object *)out->u.o;
    memcpy(keys, o->state.u.philox.key, sizeof keys);
    if ((key.tag == SSI_NONE || words_argument(s, key, "key", 2, keys))
        && (counter.tag == SSI_NONE
            || words_argument(s, counter, "counter", 4, counts))) {
        ss_philox_init(&o->state.u.philox, counts, keys);
        if (key.tag != SSI_NONE) {
            ssi_release(s, o->seed_seq);
            o->seed_seq = ssi_none();
        }
        return true;
    }
    ssi_release(s, *out);
    return false;
}

static bool make_base(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)call;
    (void)out;
    return ssi_raise(s, "NotImplementedError",
                     "BitGenerator is a base class and cannot be instantized");
}

/* --- the type and the classes --- */

static bool bitgen_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    char text[96];
    uint64_t address =
        UINT64_C(0x7e0000000000) + 64 * ((ssi_bitgen_object *)self)->number;
    snprintf(text, sizeof text, "<%s object at 0x%llx>", self->type->name,
             (unsigned long long)address);
    return ssi_text_add(s, out, text);
}

/* ctypes and cffi of _ctypes and _cffi: not made yet. */
static bool bitgen_attribute(ss_session *s, ssi_object *self, const char *name,
                             ssi_value *out)
{
    ssi_value v = {SSI_OBJECT, {.o = self}};
    ssi_bitgen_object *o = (ssi_bitgen_object *)self;
    if (strcmp(name, "state") == 0)
        return ssi_bitgen_state(s, ssi_bitgen_of(v), out);
    if (strcmp(name, "lock") == 0 && o->lock.tag == SSI_NONE
        && !ssi_new_lock(s, o->number, &o->lock))
        return false;
    if (strcmp(name, "lock") == 0)
        *out = ssi_retain(o->lock);
    else if (strcmp(name, "seed_seq") == 0 || strcmp(name, "_seed_seq") == 0)
        *out = ssi_retain(o->seed_seq);
    else if (strcmp(name, "_ctypes") == 0 || strcmp(name, "_cffi") == 0)
        *out = ssi_none();
    else if (strcmp(name, "capsule") == 0 || strcmp(name, "ctypes") == 0
             || strcmp(name, "cffi") == 0)
        return ssi_new_handle(s, ssi_bitgen_name(o->state.kind), name,
                              o->number, out);
    else
        return false;
    return true;
}

static bool bitgen_set(ss_session *s, ssi_object *self, const char *name,
                       ssi_value value, bool *known)
{
    ssi_value v = {SSI_OBJECT, {.o = self}};
    *known = strcmp(name, "state") == 0;
    return !*known || ssi_bitgen_restore(s, ssi_bitgen_of(v), value);
}

static const ssi_attribute_row attributes[] = {
    {"_cffi", "None until it is asked for."},
    {"_ctypes", "None until it is asked for."},
    {"_seed_seq", "the same as seed_seq."},
    {"capsule", "a name only: for code in C."},
    {"cffi", "a name only: for code in C."},
    {"ctypes", "a name only: for code in C."},
    {"lock", "for with; one thread runs, so that it is never waited for."},
    {"seed_seq", "the SeedSequence it was started from, or None."},
    {"state", "the state as a dict; it can be assigned."},
    {0},
};

static void bitgen_destroy(ss_session *s, ssi_object *self)
{
    ssi_release(s, ((ssi_bitgen_object *)self)->seed_seq);
    ssi_release(s, ((ssi_bitgen_object *)self)->lock);
}

#define TYPE(full, rows)                                                       \
    {                                                                          \
        .name = full, .qualified = full, .destroy = bitgen_destroy,            \
        .repr = bitgen_repr, .attribute = bitgen_attribute,                    \
        .attributes = attributes, .set_attribute = bitgen_set, .methods = rows \
    }

const ssi_type ssi_type_bit_generators[5] = {
    [SS_BITGEN_MT19937] =
        TYPE("numpy.random._mt19937.MT19937", ssi_bitgen_mt19937_rows),
    [SS_BITGEN_PCG64] =
        TYPE("numpy.random._pcg64.PCG64", ssi_bitgen_advance_rows),
    [SS_BITGEN_PCG64DXSM] =
        TYPE("numpy.random._pcg64.PCG64DXSM", ssi_bitgen_advance_rows),
    [SS_BITGEN_PHILOX] =
        TYPE("numpy.random._philox.Philox", ssi_bitgen_advance_rows),
    [SS_BITGEN_SFC64] = TYPE("numpy.random._sfc64.SFC64", ssi_bitgen_base_rows),
};

static const ssi_type base_type = TYPE("numpy.random.bit_generator."
                                       "BitGenerator",
                                       ssi_bitgen_base_rows);

#define SEED_HELP                                                              \
    " seed is None (the operating system's entropy: each run differs), an "    \
    "int of any size from 0 on, a sequence of ints, or a SeedSequence. "       \
    "Attributes: state (a dict, can be assigned), seed_seq, lock. TypeError "  \
    "and ValueError as SeedSequence gives them."

#define CLASS(maker, name, full, kind, text)                                   \
    static const ssi_class class_##maker = {                                   \
        name,                                                                  \
        full,                                                                  \
        {name, "seed=None", make, text SEED_HELP, kind, SSI_STYLE_CYTHON,      \
         "__init__"},                                                          \
        &ssi_type_bit_generators[kind],                                        \
        -1,                                                                    \
    };                                                                         \
    bool ssi_##maker##_class(ss_session *s, ssi_value *out)                    \
    {                                                                          \
        return ssi_new_class(s, &class_##maker, out);                          \
    }

CLASS(mt19937, "MT19937", "numpy.random._mt19937.MT19937", SS_BITGEN_MT19937,
      "The Mersenne Twister, which RandomState draws from, started in another "
      "way: 32-bit words.")
CLASS(pcg64, "PCG64", "numpy.random._pcg64.PCG64", SS_BITGEN_PCG64,
      "PCG XSL-RR 128/64, which default_rng draws from: 64-bit words.")
CLASS(pcg64dxsm, "PCG64DXSM", "numpy.random._pcg64.PCG64DXSM",
      SS_BITGEN_PCG64DXSM,
      "PCG64 with the DXSM output and a cheap multiplier: 64-bit words.")
CLASS(sfc64, "SFC64", "numpy.random._sfc64.SFC64", SS_BITGEN_SFC64,
      "Small fast chaotic generator: 64-bit words.")

static const ssi_class philox_class = {
    "Philox",
    "numpy.random._philox.Philox",
    {"Philox", "seed=None, counter=None, key=None", make_philox,
     "Philox 4x64 with 10 rounds: 64-bit words, four a block. counter is an "
     "int below 2**256 or four ints; key, instead of seed, an int below "
     "2**128 or two ints." SEED_HELP,
     0, SSI_STYLE_CYTHON, "__init__"},
    &ssi_type_bit_generators[SS_BITGEN_PHILOX],
    -1,
};

bool ssi_philox_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &philox_class, out);
}

static const ssi_class base_class = {
    "BitGenerator",
    "numpy.random.bit_generator.BitGenerator",
    {"BitGenerator", "seed=None", make_base,
     "What the bit generators have in common; it cannot be made itself.", 0,
     SSI_STYLE_CYTHON, "__init__"},
    &base_type,
    -1,
};

bool ssi_bit_generator_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &base_class, out);
}
