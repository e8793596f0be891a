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
    *out = ssi_from_object(o);
    return true;
}

bool ssi_seed_bitgen(ss_session *s, ss_bitgen_kind kind, ssi_value seed,
                     ssi_value *out)
{
    ssi_value sequence;
    ssi_bitgen_object *o;
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
    ss_bitgen_seed_sequence(&o->state, kind,
                            &((ssi_seed_sequence_object *)sequence.u.o)->state);
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
    ssi_value array, cast;
    bool ok;
    if (ssi_is_int(v))
        return words_of_int(s, v, name, count, out);
    if (!ssi_is(v, &ssi_type_list) && !ssi_is(v, &ssi_type_tuple)
        && !ssi_is(v, &ssi_type_ndarray))
        return ssi_unsupported(s, "a %s as %s; it is an int or an array",
                               ssi_type_name(v), name);
    if (!ssi_asarray(s, v, NULL, &array))
        return false;
    const ss_array *a = ssi_array_of(array);
    if (!ssi_dtype_is_integer(a->dtype) || a->ndim == 0)
        ok = ssi_unsupported(s, "a %s that is no array of ints", name);
    else if (a->ndim != 1 || a->shape[0] != count)
        ok = ssi_raise(s, "ValueError",
                       "%s must have %d elements when using array form", name,
                       (int)count);
    else
        ok = ssi_array_copy(s, &ssi_type_ndarray, array,
                            ssi_element_of(SS_UINT64), &cast);
    ssi_release(s, array);
    if (!ok)
        return false;
    memcpy(out, ssi_array_of(cast)->data, count * sizeof *out);
    ssi_release(s, cast);
    return true;
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

/* --- methods --- */

static bool spawn(ss_session *s, ssi_call *call, ssi_value *out)
{
    return ssi_bitgen_spawn(s, call->self, call->args[0], out);
}

/* random_raw(size, output=False): size's sum of words, thrown away. */
static bool skip_raw(ss_session *s, ss_bitgen *bitgen, ssi_value size)
{
    ssi_shape shape;
    ssi_value v = size;
    int64_t n = 1, item;
    if (ssi_is_int(size)) {
        if (!ssi_to_int64(s, size, &n))
            return false;
    } else if (size.tag != SSI_NONE) {
        if (!ssi_is(v, &ssi_type_tuple) && !ssi_is(v, &ssi_type_list))
            return ssi_unsupported(s, "a size of type %s with output=False",
                                   ssi_type_name(v));
        if (!ssi_size_argument(s, size, 8, &shape))
            return false;
        n = 0;
        for (uint32_t i = 0; i < shape.ndim; i++) {
            item = (int64_t)shape.dims[i];
            n += item;
        }
        if (shape.ndim == 0)
            return ssi_unsupported(s, "size=() with output=False");
    }
    for (int64_t i = 0; i < n; i++)
        ss_bitgen_next_raw(bitgen);
    return true;
}

static bool random_raw(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_bitgen *bitgen = ssi_bitgen_of(call->self);
    ssi_value size = call->given[0] ? call->args[0] : ssi_none();
    bool output = true;
    ssi_shape shape;
    if (call->given[1] && !ssi_truth(s, call->args[1], &output))
        return false;
    *out = ssi_none();
    if (!output)
        return skip_raw(s, bitgen, size);
    if (!ssi_size_argument(s, size, 8, &shape))
        return false;
    if (shape.none)
        return ssi_new_uint64(s, ss_bitgen_next_raw(bitgen), out);
    if (!ssi_new_ndarray(s, SS_UINT64, &shape, out))
        return false;
    uint64_t *words = ssi_array_of(*out)->data;
    for (size_t i = 0, n = ss_array_size(ssi_array_of(*out)); i < n; i++)
        words[i] = ss_bitgen_next_raw(bitgen);
    return true;
}

static bool only_int(ss_session *s, const ssi_call *call, ssi_value v)
{
    if (v.tag == SSI_INT || v.tag == SSI_BOOL || ssi_is(v, &ssi_type_bigint))
        return true;
    return ssi_unsupported(s, "%s() of a %s; it takes an int",
                           call->function->name, ssi_type_name(v));
}

static bool advance(ss_session *s, ssi_call *call, ssi_value *out)
{
    uint64_t delta[4];
    ss_status status;
    if (!only_int(s, call, call->args[0])
        || !ssi_long_words(s, call->args[0], delta, 4))
        return false;
    status = ss_bitgen_advance(ssi_bitgen_of(call->self), delta);
    *out = ssi_retain(call->self);
    return status == SS_OK || ssi_raise_status(s, status);
}

/* The new object has a seed sequence of its own, as in NumPy. */
static bool jumped(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ss_bitgen *from = ssi_bitgen_of(call->self);
    ssi_value jumps = call->given[0] ? call->args[0] : ssi_int(1);
    uint64_t words[2];
    ssi_bitgen_object *o;
    ss_status status;
    if (!only_int(s, call, jumps) || !ssi_long_words(s, jumps, words, 2)
        || !ssi_seed_bitgen(s, from->kind, ssi_none(), out))
        return false;
    o = (ssi_bitgen_object *)out->u.o;
    o->state = *from;
    status = ss_numpy_release_jump(s->options.profile.numpy, &o->state, words);
    if (status == SS_OK)
        return true;
    ssi_release(s, *out);
    return ssi_raise_status(s, status);
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

static bool bitgen_attribute(ss_session *s, ssi_object *self, const char *name,
                             ssi_value *out)
{
    static const char *const others[] = {"capsule", "cffi", "ctypes", "lock",
                                         NULL};
    ssi_value v = {SSI_OBJECT, {.o = self}};
    if (strcmp(name, "state") == 0)
        return ssi_bitgen_state(s, ssi_bitgen_of(v), out);
    if (strcmp(name, "seed_seq") == 0) {
        *out = ssi_retain(((ssi_bitgen_object *)self)->seed_seq);
        return true;
    }
    return ssi_unknown_attribute(s, others, strrchr(self->type->name, '.') + 1,
                                 name);
}

static void bitgen_destroy(ss_session *s, ssi_object *self)
{
    ssi_release(s, ((ssi_bitgen_object *)self)->seed_seq);
}

#define RAW_HELP                                                               \
    "The next word of the generator as an int, or an array of uint64 of the "  \
    "given size: 32 bits of MT19937, 64 of the others. With output=False the " \
    "words are thrown away."
#define SPAWN_HELP                                                             \
    "A list of n_children generators of the same kind, started from the "      \
    "children of the seed sequence. Nothing is drawn. TypeError: there is no " \
    "seed sequence."
#define JUMPED_HELP                                                            \
    "A new generator, as many jumps further: 2**128 draws each (PCG64 and "    \
    "PCG64DXSM: 0x9e3779b97f4a7c15f39cc0605cedc835). This one stays."
#define ADVANCE_HELP                                                           \
    "Go delta draws further (Philox: blocks of four), back for a negative "    \
    "one; forgets the waiting half word. Gives the generator itself."
#define RANDOM_RAW                                                             \
    {                                                                          \
        "random_raw", "size=None, output=True", random_raw, RAW_HELP, 0,       \
            SSI_STYLE_CYTHON, NULL                                             \
    }
#define SPAWN                                                                  \
    {                                                                          \
        "spawn", "n_children", spawn, SPAWN_HELP, 0, SSI_STYLE_CYTHON, NULL    \
    }
#define JUMPED                                                                 \
    {                                                                          \
        "jumped", "jumps=1", jumped, JUMPED_HELP, 0, SSI_STYLE_CYTHON, NULL    \
    }
#define ADVANCE                                                                \
    {                                                                          \
        "advance", "delta", advance, ADVANCE_HELP, 0, SSI_STYLE_CYTHON, NULL   \
    }

static const ssi_function base_methods[] = {RANDOM_RAW, SPAWN, {0}};
static const ssi_function jumped_methods[] = {JUMPED, RANDOM_RAW, SPAWN, {0}};
static const ssi_function advance_methods[] = {
    ADVANCE, JUMPED, RANDOM_RAW, SPAWN, {0}};

#define TYPE(full, rows)                                                       \
    {                                                                          \
        .name = full, .qualified = full, .destroy = bitgen_destroy,            \
        .repr = bitgen_repr, .attribute = bitgen_attribute, .methods = rows    \
    }

const ssi_type ssi_type_bit_generators[5] = {
    [SS_BITGEN_MT19937] = TYPE("numpy.random._mt19937.MT19937", jumped_methods),
    [SS_BITGEN_PCG64] = TYPE("numpy.random._pcg64.PCG64", advance_methods),
    [SS_BITGEN_PCG64DXSM] =
        TYPE("numpy.random._pcg64.PCG64DXSM", advance_methods),
    [SS_BITGEN_PHILOX] = TYPE("numpy.random._philox.Philox", advance_methods),
    [SS_BITGEN_SFC64] = TYPE("numpy.random._sfc64.SFC64", base_methods),
};

static const ssi_type base_type = TYPE("numpy.random.bit_generator."
                                       "BitGenerator",
                                       base_methods);

#define SEED_HELP                                                              \
    " seed is None (the operating system's entropy: each run differs), an "    \
    "int of any size from 0 on, a sequence of ints, or a SeedSequence. "       \
    "Attributes: state (a dict), seed_seq. TypeError and ValueError as "       \
    "SeedSequence gives them."

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
