/* SPDX-License-Identifier: MIT
 * np.random.SeedSequence as a value.
 * Learned from: NumPy 2.4.6 (bit_generator.pyx) by experiment.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "script/numpy_generator.h"

/* The 32-bit words of an entropy, in order. */
typedef struct words {
    uint32_t *items;
    size_t count, room;
} words;

static bool add_word(ss_session *s, words *w, uint32_t word)
{
    if (w->count == w->room) {
        size_t room = w->room ? 2 * w->room : 16;
        uint32_t *items = room > SIZE_MAX / sizeof *items
                              ? NULL
                              : realloc(w->items, room * sizeof *items);
        if (!items)
            return ssi_raise_memory(s);
        w->items = items;
        w->room = room;
    }
    w->items[w->count++] = word;
    return true;
}

static bool add_int(ss_session *s, words *w, ssi_value v)
{
    uint32_t *digits;
    size_t count;
    bool negative, ok = true;
    ssi_value python;
    if (!ssi_python_value(s, v, &python))
        return false;
    ok = ssi_int_words(s, python, &digits, &count, &negative);
    ssi_release(s, python);
    if (!ok)
        return false;
    if (negative)
        ok = ssi_raise(s, "ValueError", "expected non-negative integer");
    else if (count == 0)
        ok = add_word(s, w, 0);
    for (size_t i = 0; i < count && ok; i++)
        ok = add_word(s, w, digits[i]);
    ssi_int_words_free(digits);
    return ok;
}

/* "0x1f" or "123"; what else int() would read of it is not supported. */
static bool add_text(ss_session *s, words *w, ssi_value v)
{
    const char *text;
    size_t size, digits;
    bool hex, ok;
    ssi_value read;
    if (!ssi_to_str(s, v, &text))
        return false;
    size = ((ssi_str_object *)v.u.o)->size;
    hex = text[0] == '0' && text[1] == 'x';
    digits = hex ? 2 + strspn(text + 2, "0123456789abcdefABCDEF")
                 : strspn(text, "0123456789");
    if (!hex && digits == 0)
        return ssi_raise(s, "ValueError", "unrecognized seed string");
    if (digits != size || (hex && size == 2))
        return ssi_unsupported(s, "a seed string that is not all digits; "
                                  "write 0x and hexadecimal digits, or "
                                  "decimal ones");
    while (!hex && size > 1 && *text == '0') {
        text++;
        size--;
    }
    if (!ssi_int_literal(s, text, size, &read))
        return false;
    ok = add_int(s, w, read);
    ssi_release(s, read);
    return ok;
}

static bool is_integer(ssi_value v) /* int, bool, np.integer; not np.bool */
{
    return ssi_is_int(v)
           && !(ssi_is(v, &ssi_type_numpy_scalar)
                && ((ssi_scalar_object *)v.u.o)->dtype == SS_BOOL);
}

static bool add_value(ss_session *s, words *w, ssi_value v);

/* Whole items: the words of an array of uint32, whatever its axes. */
static bool add_uint32(ss_session *s, words *w, const ss_array *a)
{
    ssi_walk walk;
    uint32_t word;
    if (a->ndim != 1)
        return ssi_unsupported(s, "an array of uint32 as entropy that is not "
                                  "one-dimensional");
    ssi_walk_start(&walk, a);
    for (size_t i = 0, n = ss_array_size(a); i < n; i++) {
        memcpy(&word, walk.item, sizeof word);
        if (!add_word(s, w, word))
            return false;
        ssi_walk_next(&walk);
    }
    return true;
}

static bool add_items(ss_session *s, words *w, ssi_value v)
{
    size_t length;
    bool done = false, ok = true;
    if (!ssi_length(s, v, &length))
        return false;
    for (size_t i = 0; ok && i < length; i++) {
        ssi_value item;
        if (!ssi_iterate(s, v, i, &item, &done))
            return false;
        if (done)
            break;
        ok = add_value(s, w, item);
        ssi_release(s, item);
    }
    return ok;
}

static bool add_value(ss_session *s, words *w, ssi_value v)
{
    bool ok;
    if (ssi_is(v, &ssi_type_ndarray) && ssi_array_of(v)->dtype == SS_UINT32)
        return add_uint32(s, w, ssi_array_of(v));
    if (ssi_is(v, &ssi_type_str))
        return add_text(s, w, v);
    if (is_integer(v))
        return add_int(s, w, v);
    if (ssi_is_float(v)
        || (ssi_is(v, &ssi_type_numpy_scalar)
            && ssi_dtype_is_complex(((ssi_scalar_object *)v.u.o)->dtype)))
        return ssi_raise(s, "TypeError", "seed must be integer");
    if (ssi_is(v, &ssi_type_tensor) || ssi_is(v, &ssi_type_numpy_scalar))
        return ssi_unsupported(s, "a %s as entropy", ssi_type_name(v));
    if (!ssi_enter_value(s, ""))
        return false;
    ok = add_items(s, w, v);
    s->value_depth--;
    return ok;
}

/* --- making one --- */

static bool entropy_bits(ss_session *s, uint32_t pool_size, ssi_value *out)
{
    uint32_t bits[SS_SEED_SEQUENCE_MAX_POOL];
    ss_status status = ss_entropy_fill(bits, pool_size * sizeof *bits);
    if (status != SS_OK)
        return ssi_raise_status(s, status);
    return ssi_new_int_words(s, bits, pool_size, false, out);
}

static bool check_entropy(ss_session *s, ssi_value v)
{
    ss_text text = {0};
    if (v.tag == SSI_NONE || is_integer(v) || ssi_is(v, &ssi_type_list)
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

/* Entropy and spawn_key mixed into the pool. */
static bool mix(ss_session *s, ssi_seed_sequence_object *o, uint32_t pool_size)
{
    words entropy = {0}, key = {0};
    uint32_t spawned = o->state.n_children_spawned;
    bool ok =
        add_value(s, &entropy, o->entropy) && add_value(s, &key, o->spawn_key);
    if (ok) {
        ss_status status = ss_numpy_release_seed_sequence_init(
            s->options.profile.numpy, &o->state, entropy.items, entropy.count,
            key.items, key.count, pool_size);
        o->state.n_children_spawned = spawned;
        ok = status == SS_OK || ssi_raise_status(s, status);
    }
    free(entropy.items);
    free(key.items);
    return ok;
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
    o->entropy = bits;
    o->spawn_key = ssi_retain(spawn_key);
    o->state.n_children_spawned = spawned;
    *out = ssi_from_object(o);
    if (mix(s, o, pool_size))
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

static bool pool_size_argument(ss_session *s, ssi_value v, uint32_t *out)
{
    int64_t size;
    if (!ssi_is_int(v) && !ssi_is_float(v))
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
    if (!ssi_to_int64(s, v, &size))
        return false;
    if (size < SS_SEED_SEQUENCE_POOL)
        return ssi_raise_status(s, SS_ERR_NUMPY_POOL_SIZE);
    if (size > SS_SEED_SEQUENCE_MAX_POOL)
        return ssi_unsupported(s, "a pool_size above %d",
                               SS_SEED_SEQUENCE_MAX_POOL);
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
    if (call->given[3]
        && !ssi_c_integer(s, call->args[3], "uint32_t", 0, UINT32_MAX,
                          &spawned))
        return false;
    if ((call->given[2] && !pool_size_argument(s, call->args[2], &pool_size))
        || !check_entropy(s, entropy) || !key_argument(s, call, &key))
        return false;
    ok = new_sequence(s, entropy, key, pool_size, (uint32_t)spawned, out);
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
    uint32_t size = o->state.pool_size, spawned = o->state.n_children_spawned;
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

static bool pool_array(ss_session *s, const ss_seed_sequence *state,
                       ssi_value *out)
{
    ssi_shape shape = {.ndim = 1, .dims = {state->pool_size}};
    if (!ssi_new_ndarray(s, SS_UINT32, &shape, out))
        return false;
    memcpy(ssi_array_of(*out)->data, state->pool,
           state->pool_size * sizeof *state->pool);
    return true;
}

static bool state_dict(ss_session *s, const ssi_seed_sequence_object *o,
                       ssi_value *out)
{
    if (!ssi_new_dict(s, out))
        return false;
    if (ssi_put(s, *out, "entropy", ssi_retain(o->entropy))
        && ssi_put(s, *out, "spawn_key", ssi_retain(o->spawn_key))
        && ssi_put(s, *out, "pool_size", ssi_int(o->state.pool_size))
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
        return pool_array(s, &o->state, out);
    if (strcmp(name, "entropy") == 0)
        *out = ssi_retain(o->entropy);
    else if (strcmp(name, "spawn_key") == 0)
        *out = ssi_retain(o->spawn_key);
    else if (strcmp(name, "pool_size") == 0)
        *out = ssi_int(o->state.pool_size);
    else if (strcmp(name, "n_children_spawned") == 0)
        *out = ssi_int(o->state.n_children_spawned);
    else
        return false;
    return true;
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
    if (!ssi_is_int(call->args[0]))
        return ssi_unsupported(s,
                               "generate_state() of a %s; n_words is an "
                               "int",
                               ssi_type_name(call->args[0]));
    if (e.dtype == SS_UINT64 && n.tag == SSI_BOOL)
        n = ssi_int(n.u.b); /* NumPy doubles it first */
    if (!ssi_size_argument(s, n, 8, &shape)
        || !ssi_new_ndarray(s, e.dtype, &shape, out))
        return false;
    if (e.dtype == SS_UINT32)
        ss_seed_sequence_state_u32(&o->state, ssi_array_of(*out)->data,
                                   shape.dims[0]);
    else
        ss_seed_sequence_state_u64(&o->state, ssi_array_of(*out)->data,
                                   shape.dims[0]);
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
    ok = new_sequence(s, o->entropy, key, o->state.pool_size, 0, out);
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
