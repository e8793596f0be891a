/* SPDX-License-Identifier: MIT
 * np.random.SeedSequence as a value.
 * Learned from: NumPy 2.4.6 (bit_generator.pyx) by experiment.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "script/numpy_generator.h"

/* --- making one --- */

static bool entropy_bits(ss_session *s, uint32_t pool_size, ssi_value *out)
{
    uint32_t *bits = malloc(pool_size * sizeof *bits);
    ss_status status;
    if (!bits)
        return ssi_raise_memory(s);
    status = ss_entropy_fill(bits, pool_size * sizeof *bits);
    bool ok = status == SS_OK
                  ? ssi_new_int_words(s, bits, pool_size, false, out)
                  : ssi_raise_status(s, status);
    free(bits);
    return ok;
}

static bool check_entropy(ss_session *s, ssi_value v)
{
    ss_text text = {0};
    if (v.tag == SSI_NONE || ssi_is_entropy_int(v) || ssi_is(v, &ssi_type_list)
        || ssi_is(v, &ssi_type_tuple) || ssi_is(v, &ssi_type_range)
        || ssi_is(v, &ssi_type_ndarray))
        return true;
    if (ssi_str(s, v, &text))
        ssi_raise(s, "TypeError",
                  "SeedSequence expects int or sequence of ints for entropy "
                  "not %s",
                  text.data ? text.data : "");
    ss_text_free(&text);
    return false;
}

/* A large pool is an array. Before NumPy 1.19 the words of the spawn_key
 * followed those of the entropy. */
static bool mix_large(ss_session *s, ssi_seed_sequence_object *o,
                      ssi_entropy_words *entropy, ssi_entropy_words *key)
{
    ssi_shape shape = {.ndim = 1, .dims = {o->pool_size}};
    bool before_1_19 =
        s->options.profile.numpy && s->options.profile.numpy < 11900;
    for (size_t i = 0; before_1_19 && i < key->count; i++)
        if (!ssi_entropy_add_word(s, entropy, key->items[i]))
            return false;
    if (!ssi_new_ndarray(s, SS_UINT32, &shape, &o->pool))
        return false;
    uint32_t *pool = ssi_array_of(o->pool)->data;
    ss_seed_pool_fill(pool, o->pool_size, entropy->items, entropy->count,
                      key->items, before_1_19 ? 0 : key->count);
    o->state.pool_size = SS_SEED_SEQUENCE_MAX_POOL;
    memcpy(o->state.pool, pool, sizeof o->state.pool);
    return true;
}

static bool mix_small(ss_session *s, ssi_seed_sequence_object *o,
                      ssi_entropy_words *entropy, ssi_entropy_words *key)
{
    uint32_t spawned = o->state.n_children_spawned;
    ss_status status = ss_numpy_release_seed_sequence_init(
        s->options.profile.numpy, &o->state, entropy->items, entropy->count,
        key->items, key->count, o->pool_size);
    o->state.n_children_spawned = spawned;
    return status == SS_OK || ssi_raise_status(s, status);
}

/* An array without axes, whose length NumPy compares with the pool's. */
static bool is_0d(ssi_value entropy)
{
    return ssi_is(entropy, &ssi_type_ndarray)
           && ssi_array_of(entropy)->ndim == 0;
}

/* Entropy and spawn_key mixed into the pool. */
static bool mix(ss_session *s, ssi_seed_sequence_object *o)
{
    ssi_entropy_words entropy = {0}, key = {0};
    bool ok = ssi_entropy_add(s, &entropy, o->entropy)
              && ssi_entropy_add(s, &key, o->spawn_key)
              && (key.count == 0 || !is_0d(o->entropy)
                  || ssi_raise(s, "TypeError", "len() of unsized object"))
              && ssi_entropy_check(s, &entropy)
              && (o->pool_size > SS_SEED_SEQUENCE_MAX_POOL
                      ? mix_large
                      : mix_small)(s, o, &entropy, &key);
    free(entropy.items);
    free(key.items);
    return ok;
}

/* All but MT19937 read fewer words than the small pool has. */
void ssi_seed_sequence_start(const ssi_seed_sequence_object *o,
                             ss_bitgen_kind kind, ss_bitgen *out)
{
    ss_bitgen_seed_sequence(out, kind, &o->state);
    if (o->pool.tag == SSI_NONE || kind != SS_BITGEN_MT19937)
        return;
    uint32_t first = out->u.mt19937.key[0];
    ss_seed_pool_state_u32(ssi_array_of(o->pool)->data, o->pool_size,
                           out->u.mt19937.key, SS_MT19937_N);
    out->u.mt19937.key[0] = first;
}

/* spawn_key is a tuple, which is retained. */
static bool new_sequence(ss_session *s, ssi_value entropy, ssi_value spawn_key,
                         uint32_t pool_size, uint32_t spawned, ssi_value *out)
{
    ssi_seed_sequence_object *o;
    ssi_value bits;
    if (!check_entropy(s, entropy))
        return false;
    if (entropy.tag != SSI_NONE)
        bits = ssi_retain(entropy);
    else if (!entropy_bits(s, pool_size, &bits))
        return false;
    o = ssi_new(s, &ssi_type_seed_sequence, sizeof *o, 0);
    if (!o) {
        ssi_release(s, bits);
        return false;
    }
    o->pool = ssi_none();
    o->pool_size = pool_size;
    o->entropy = bits;
    o->spawn_key = ssi_retain(spawn_key);
    o->state.n_children_spawned = spawned;
    *out = ssi_from_object(o);
    if (mix(s, o))
        return true;
    ssi_release(s, *out);
    return false;
}

bool ssi_new_seed_sequence(ss_session *s, ssi_value entropy, ssi_value *out)
{
    ssi_value key;
    bool ok;
    if (!ssi_new_tuple(s, NULL, 0, &key))
        return false;
    ok = new_sequence(s, entropy, key, SS_SEED_SEQUENCE_POOL, 0, out);
    ssi_release(s, key);
    return ok;
}

/* Twice: the comparison with 4 comes before the other arguments' checks, the
 * conversion after them. */
static bool pool_size_argument(ss_session *s, ssi_value v, bool convert,
                               uint32_t *out)
{
    int64_t size;
    uint64_t u;
    bool negative, fits;
    if (!ssi_is_int(v) && !ssi_is_float(v) && !ssi_is(v, &ssi_type_ndarray))
        return ssi_raise(s, "TypeError",
                         "'<' not supported between instances of '%s' and "
                         "'int'",
                         ssi_type_name(v));
    if (ssi_is_float(v)) {
        double d;
        if (!ssi_to_double(s, v, &d))
            return false;
        if (d < SS_SEED_SEQUENCE_POOL)
            return ssi_raise_status(s, SS_ERR_NUMPY_POOL_SIZE);
    }
    if (ssi_is_float(v) && !convert)
        return true;
    if (!ssi_to_index(s, v, &u, &negative, &fits))
        return false;
    if (negative || (fits && u < SS_SEED_SEQUENCE_POOL))
        return ssi_raise_status(s, SS_ERR_NUMPY_POOL_SIZE);
    if (!fits || u > INT64_MAX)
        return ssi_raise(s, "OverflowError",
                         "Python int too large to convert to C ssize_t");
    size = (int64_t)u;
    if (size > UINT32_MAX)
        return ssi_unsupported(s, "a pool_size of 2**32 and more");
    *out = (uint32_t)size;
    return true;
}

static bool key_argument(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value list;
    bool ok;
    if (!call->given[1])
        return ssi_new_tuple(s, NULL, 0, out);
    if (!ssi_new_list(s, NULL, 0, &list))
        return false;
    ok = ssi_list_extend(s, list, call->args[1]);
    if (ok) {
        const ssi_list_object *o = (ssi_list_object *)list.u.o;
        ok = ssi_new_tuple(s, o->items, o->count, out);
    }
    ssi_release(s, list);
    return ok;
}

static bool make(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value key, entropy = call->given[0] ? call->args[0] : ssi_none();
    uint32_t pool_size = SS_SEED_SEQUENCE_POOL;
    int64_t spawned = 0;
    bool ok;
    if ((call->given[2]
         && !pool_size_argument(s, call->args[2], false, &pool_size))
        || !check_entropy(s, entropy) || !key_argument(s, call, &key))
        return false;
    ok = (!call->given[2]
          || pool_size_argument(s, call->args[2], true, &pool_size))
         && (!call->given[3]
             || ssi_c_integer(s, call->args[3], "uint32_t", 0, UINT32_MAX,
                              &spawned))
         && new_sequence(s, entropy, key, pool_size, (uint32_t)spawned, out);
    ssi_release(s, key);
    return ok;
}

/* --- attributes and methods --- */

static bool put_line(ss_session *s, ss_text *out, const char *name, ssi_value v)
{
    return ssi_append(s, out, "    ") && ssi_append(s, out, name)
           && ssi_append(s, out, "=") && ssi_repr(s, v, out)
           && ssi_append(s, out, ",\n");
}

static bool sequence_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    const ssi_seed_sequence_object *o = (ssi_seed_sequence_object *)self;
    uint32_t size = o->pool_size, spawned = o->state.n_children_spawned;
    return ssi_append(s, out, "SeedSequence(\n")
           && put_line(s, out, "entropy", o->entropy)
           && (!((ssi_list_object *)o->spawn_key.u.o)->count
               || put_line(s, out, "spawn_key", o->spawn_key))
           && (size == SS_SEED_SEQUENCE_POOL
               || put_line(s, out, "pool_size", ssi_int(size)))
           && (!spawned
               || put_line(s, out, "n_children_spawned", ssi_int(spawned)))
           && ssi_append(s, out, ")");
}

/* The words of the pool. */
static const uint32_t *pool_of(const ssi_seed_sequence_object *o)
{
    return o->pool.tag == SSI_NONE ? o->state.pool
                                   : ssi_array_of(o->pool)->data;
}

static bool pool_array(ss_session *s, const ssi_seed_sequence_object *o,
                       ssi_value *out)
{
    ssi_shape shape = {.ndim = 1, .dims = {o->pool_size}};
    if (!ssi_new_ndarray(s, SS_UINT32, &shape, out))
        return false;
    memcpy(ssi_array_of(*out)->data, pool_of(o),
           o->pool_size * sizeof(uint32_t));
    return true;
}

static bool state_dict(ss_session *s, const ssi_seed_sequence_object *o,
                       ssi_value *out)
{
    if (!ssi_new_dict(s, out))
        return false;
    if (ssi_put(s, *out, "entropy", ssi_retain(o->entropy))
        && ssi_put(s, *out, "spawn_key", ssi_retain(o->spawn_key))
        && ssi_put(s, *out, "pool_size", ssi_int(o->pool_size))
        && ssi_put(s, *out, "n_children_spawned",
                   ssi_int(o->state.n_children_spawned)))
        return true;
    ssi_release(s, *out);
    return false;
}

static bool sequence_attribute(ss_session *s, ssi_object *self,
                               const char *name, ssi_value *out)
{
    const ssi_seed_sequence_object *o = (ssi_seed_sequence_object *)self;
    if (strcmp(name, "state") == 0)
        return state_dict(s, o, out);
    if (strcmp(name, "pool") == 0)
        return pool_array(s, o, out);
    if (strcmp(name, "entropy") == 0)
        *out = ssi_retain(o->entropy);
    else if (strcmp(name, "spawn_key") == 0)
        *out = ssi_retain(o->spawn_key);
    else if (strcmp(name, "pool_size") == 0)
        *out = ssi_int(o->pool_size);
    else if (strcmp(name, "n_children_spawned") == 0)
        *out = ssi_int(o->state.n_children_spawned);
    else
        return false;
    return true;
}

/* np.zeros(n_words), or of twice as many, and range(n_words). */
static bool words_argument(ss_session *s, ssi_value n, bool twice)
{
    ssi_shape shape;
    bool array = ssi_is(n, &ssi_type_ndarray) && ssi_array_of(n)->ndim == 0
                 && ssi_dtype_is_integer(ssi_array_of(n)->dtype);
    if (array || (ssi_is_int(n) && (twice || n.tag != SSI_BOOL)))
        return true;
    if (ssi_is(n, &ssi_type_ndarray) && ssi_array_of(n)->ndim
        && ssi_dtype_is_integer(ssi_array_of(n)->dtype))
        return ssi_raise(s, "TypeError",
                         "only integer scalar arrays can be converted to a "
                         "scalar index");
    if (twice)
        return ssi_unsupported(s, "generate_state() of a %s", ssi_type_name(n));
    if (n.tag == SSI_NONE)
        return ssi_raise(s, "TypeError", "Use () not None as shape arguments");
    return ssi_size_argument(s, n, 4, &shape)
           && ssi_raise(s, "TypeError",
                        "'%s' object cannot be interpreted as an integer",
                        ssi_type_name(n));
}

static bool generate_state(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ssi_seed_sequence_object *o =
        (ssi_seed_sequence_object *)call->self.u.o;
    ssi_element e = ssi_element_of(SS_UINT32);
    ssi_value n = call->args[0];
    ssi_shape shape;
    if (call->given[1] && !ssi_dtype_argument(s, call->args[1], &e))
        return false;
    if (e.dtype != SS_UINT32 && e.dtype != SS_UINT64)
        return ssi_raise(s, "ValueError", "only support uint32 or uint64");
    if (!words_argument(s, n, e.dtype == SS_UINT64))
        return false;
    if (e.dtype == SS_UINT64 && n.tag == SSI_BOOL)
        n = ssi_int(n.u.b); /* NumPy doubles it first */
    if (!ssi_size_argument(s, n, 8, &shape)
        || !ssi_new_ndarray(s, e.dtype, &shape, out))
        return false;
    if (e.dtype == SS_UINT32)
        ss_seed_pool_state_u32(pool_of(o), o->pool_size,
                               ssi_array_of(*out)->data, shape.dims[0]);
    else
        ss_seed_pool_state_u64(pool_of(o), o->pool_size,
                               ssi_array_of(*out)->data, shape.dims[0]);
    return true;
}

/* The sequence whose spawn_key has one more item. */
static bool child(ss_session *s, const ssi_seed_sequence_object *o,
                  uint32_t number, ssi_value *out)
{
    ssi_value more = ssi_int(number), one, key;
    bool ok;
    if (!ssi_new_tuple(s, &more, 1, &one))
        return false;
    ok = ssi_binary(s, SSI_OP_ADD, o->spawn_key, one, &key);
    ssi_release(s, one);
    if (!ok)
        return false;
    ok = new_sequence(s, o->entropy, key, o->pool_size, 0, out);
    ssi_release(s, key);
    return ok;
}

/* range(first, first + n), its end as a uint32_t. */
static bool child_count(ss_session *s, ssi_value n, int64_t first, int64_t *out)
{
    uint64_t u;
    bool negative, fits;
    if (!ssi_is_int(n) && !ssi_is_float(n) && !ssi_is(n, &ssi_type_ndarray))
        return ssi_raise(s, "TypeError",
                         "unsupported operand type(s) for +: 'int' and '%s'",
                         ssi_type_name(n));
    if (!ssi_to_index(s, n, &u, &negative, &fits))
        return false;
    if (!fits || (negative ? u <= INT64_MAX : u > INT64_MAX))
        return ssi_raise(s, "OverflowError",
                         "Python int too large to convert to C ssize_t");
    *out = (int64_t)u;
    if (*out < -first)
        return ssi_raise(s, "OverflowError",
                         "can't convert negative value to uint32_t");
    return *out < UINT32_MAX - first
           || ssi_unsupported(s, "spawning 2**32 and more children");
}

bool ssi_seed_sequence_spawn(ss_session *s, ssi_value self, ssi_value n,
                             ssi_value *out)
{
    ssi_seed_sequence_object *o = (ssi_seed_sequence_object *)self.u.o;
    int64_t first = o->state.n_children_spawned, count = 0;
    bool ok = true;
    if (!child_count(s, n, first, &count))
        return false;
    if (!ssi_new_list(s, NULL, 0, out))
        return false;
    for (int64_t i = 0; i < count && ok; i++) {
        ssi_value item;
        ok = child(s, o, (uint32_t)(first + i), &item);
        if (ok) {
            ok = ssi_list_append(s, *out, item);
            ssi_release(s, item);
        }
    }
    if (ok)
        o->state.n_children_spawned = (uint32_t)(first + count);
    else
        ssi_release(s, *out);
    return ok;
}

static bool spawn(ss_session *s, ssi_call *call, ssi_value *out)
{
    return ssi_seed_sequence_spawn(s, call->self, call->args[0], out);
}

static void sequence_destroy(ss_session *s, ssi_object *self)
{
    ssi_release(s, ((ssi_seed_sequence_object *)self)->pool);
    ssi_release(s, ((ssi_seed_sequence_object *)self)->entropy);
    ssi_release(s, ((ssi_seed_sequence_object *)self)->spawn_key);
}

static const ssi_function methods[] = {
    {"generate_state", "n_words, dtype=np.uint32", generate_state,
     "n_words words made from the pool, as uint32 or uint64: what a bit "
     "generator is started from. The sequence does not change. ValueError: "
     "another dtype.",
     0, SSI_STYLE_CYTHON, NULL},
    {"spawn", "n_children", spawn,
     "A list of n_children sequences of the same entropy whose spawn_key has "
     "one number more, counted on from n_children_spawned.",
     0, SSI_STYLE_CYTHON, NULL},
    {0},
};

static const ssi_attribute_row attributes[] = {
    {"entropy", "as it was given, or the operating system's."},
    {"n_children_spawned", "how many spawn() has made."},
    {"pool", "the words that states are made from."},
    {"pool_size", "how many words the pool has."},
    {"spawn_key", "a tuple: the place among the children."},
    {"state", "a dict of what it is made from."},
    {0},
};

const ssi_type ssi_type_seed_sequence = {
    .name = "numpy.random.bit_generator.SeedSequence",
    .qualified = "numpy.random.bit_generator.SeedSequence",
    .destroy = sequence_destroy,
    .repr = sequence_repr,
    .attribute = sequence_attribute,
    .attributes = attributes,
    .methods = methods,
};

static const ssi_class sequence_class = {
    "SeedSequence",
    "numpy.random.bit_generator.SeedSequence",
    {"SeedSequence",
     "entropy=None, *, spawn_key=(), pool_size=4, n_children_spawned=0", make,
     "Mixes entropy and spawn_key into a pool that bit generators are started "
     "from. entropy is an int of any size from 0 on, a sequence of ints (or "
     "of texts of ints), or None: the operating system's, so that each run "
     "differs. Attributes: entropy, spawn_key, pool_size, n_children_spawned, "
     "pool, state. TypeError and ValueError: entropy that is no int, or "
     "negative; pool_size < 4.",
     0, SSI_STYLE_CYTHON, "__init__"},
    &ssi_type_seed_sequence,
    -1,
};

bool ssi_seed_sequence_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &sequence_class, out);
}
