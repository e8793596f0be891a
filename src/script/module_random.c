/* SPDX-License-Identifier: MIT
 * Python's random module in a script: its functions and the class Random.
 *
 * One table serves both: a row called as random.f() draws from the session's
 * generator, called as r.f() from the object's. Learned from: CPython 3.11,
 * Lib/random.py; arithmetic on arguments is the script's own (ssi_binary), so
 * that ints stay exact and an error is Python's.
 */
#include "script/module_random.h"

#include <string.h>

const ssi_type ssi_type_pyrandom;

typedef struct pyrandom_object {
    ssi_object head;
    ss_pyrandom r;
} pyrandom_object;

ss_pyrandom *ssi_pyrandom_of(ss_session *s, ssi_value self)
{
    if (ssi_is(self, &ssi_type_pyrandom))
        return &((pyrandom_object *)self.u.o)->r;
    return &s->py_random;
}

static bool finish(ss_session *s, ss_status status, const double *x,
                   ssi_value *out)
{
    if (status != SS_OK)
        return ssi_raise_status(s, status);
    *out = ssi_float(*x);
    return true;
}

/* args[i] as a double; fallback where it was not given. */
static bool number(ss_session *s, ssi_call *call, int i, double fallback,
                   double *out)
{
    *out = fallback;
    return !call->given[i] || ssi_to_double(s, call->args[i], out);
}

/* --- seeding --- */

bool ssi_pyrandom_seed_value(ss_session *s, ss_pyrandom *r, ssi_value seed)
{
    uint32_t *words = NULL;
    size_t count = 0;
    bool negative;

    if (seed.tag == SSI_NONE) {
        ss_status status = ss_pyrandom_seed_entropy(r);
        return status == SS_OK || ssi_raise_status(s, status);
    }
    if (seed.tag == SSI_BOOL || seed.tag == SSI_INT
        || ssi_is(seed, &ssi_type_bigint)) {
        if (!ssi_int_words(s, seed, &words, &count, &negative))
            return false;
        ss_pyrandom_seed_words(r, words, count);
        ssi_int_words_free(words);
        return true;
    }
    if (ssi_is_float(seed)) {
        double x;
        if (!ssi_to_double(s, seed, &x))
            return false;
        if (ss_pyrandom_seed_float(r, x) == SS_OK)
            return true;
        return ssi_unsupported(s, "random.seed(nan): Python seeds with an "
                                  "address; any other float is supported");
    }
    if (ssi_is(seed, &ssi_type_str) || ssi_is(seed, &ssi_type_bytes)) {
        ssi_str_object *text = (ssi_str_object *)seed.u.o;
        ss_status status = ss_pyrandom_seed_bytes(r, text->data, text->size);
        return status == SS_OK || ssi_raise_status(s, status);
    }
    return ssi_raise(s, "TypeError",
                     "The only supported seed types are: None, int, float, "
                     "str, bytes, and bytearray.");
}

static bool call_seed(ss_session *s, ssi_call *call, ssi_value *out)
{
    int64_t version = 2;
    ssi_value seed = call->given[0] ? call->args[0] : ssi_none();

    if (call->given[1] && !ssi_to_int64(s, call->args[1], &version))
        return false;
    if (version != 2
        && (ssi_is(seed, &ssi_type_str) || ssi_is(seed, &ssi_type_bytes)))
        return ssi_unsupported(s,
                               "random.seed(str, version=%d); version 2 "
                               "is supported",
                               (int)version);
    *out = ssi_none();
    return ssi_pyrandom_seed_value(s, ssi_pyrandom_of(s, call->self), seed);
}

/* --- bits --- */

static bool call_random(ss_session *s, ssi_call *call, ssi_value *out)
{
    *out = ssi_float(ss_pyrandom_random(ssi_pyrandom_of(s, call->self)));
    return true;
}

static bool call_getrandbits(ss_session *s, ssi_call *call, ssi_value *out)
{
    int64_t bits;

    if (!ssi_to_int64(s, call->args[0], &bits))
        return false;
    if (bits < 0)
        return ssi_raise(s, "ValueError",
                         "number of bits must be non-negative");
    return ssi_pyrandom_bits(s, ssi_pyrandom_of(s, call->self), (size_t)bits,
                             out);
}

static bool call_randbytes(ss_session *s, ssi_call *call, ssi_value *out)
{
    int64_t size;

    if (!ssi_to_int64(s, call->args[0], &size))
        return false;
    if (size < 0)
        return ssi_raise(s, "ValueError",
                         "number of bits must be non-negative");
    if ((uint64_t)size > s->options.memory_limit)
        return ssi_raise_memory(s);
    if (!ssi_new_bytes(s, NULL, (size_t)size, out))
        return false;
    ss_pyrandom_randbytes(ssi_pyrandom_of(s, call->self),
                          ((ssi_str_object *)out->u.o)->data, (size_t)size);
    return true;
}

/* --- continuous distributions --- */

typedef ss_status (*two_parameters)(ss_pyrandom *, double, double, double *);
typedef ss_status (*one_parameter)(ss_pyrandom *, double, double *);

static bool call_two(ss_session *s, ssi_call *call, ssi_value *out,
                     two_parameters draw)
{
    double a, b, x = 0.0;

    if (!number(s, call, 0, 0.0, &a) || !number(s, call, 1, 1.0, &b))
        return false;
    return finish(s, draw(ssi_pyrandom_of(s, call->self), a, b, &x), &x, out);
}

static bool call_gammavariate(ss_session *s, ssi_call *call, ssi_value *out)
{
    return call_two(s, call, out, ss_pyrandom_gammavariate);
}

static bool call_betavariate(ss_session *s, ssi_call *call, ssi_value *out)
{
    return call_two(s, call, out, ss_pyrandom_betavariate);
}

static bool call_lognormvariate(ss_session *s, ssi_call *call, ssi_value *out)
{
    return call_two(s, call, out, ss_pyrandom_lognormvariate);
}

static bool call_vonmisesvariate(ss_session *s, ssi_call *call, ssi_value *out)
{
    return call_two(s, call, out, ss_pyrandom_vonmisesvariate);
}

static bool call_weibullvariate(ss_session *s, ssi_call *call, ssi_value *out)
{
    return call_two(s, call, out, ss_pyrandom_weibullvariate);
}

static bool call_paretovariate(ss_session *s, ssi_call *call, ssi_value *out)
{
    double alpha, x = 0.0;

    if (!number(s, call, 0, 1.0, &alpha))
        return false;
    return finish(
        s, ss_pyrandom_paretovariate(ssi_pyrandom_of(s, call->self), alpha, &x),
        &x, out);
}

static bool call_expovariate(ss_session *s, ssi_call *call, ssi_value *out)
{
    double x = 0.0;

    ss_pyrandom_expovariate(ssi_pyrandom_of(s, call->self), 1.0, &x);
    return ssi_binary(s, SSI_OP_DIV, ssi_float(x), call->args[0], out);
}

/* base + factor * x, with the script's arithmetic */
static bool affine(ss_session *s, ssi_value base, ssi_value factor, double x,
                   ssi_value *out)
{
    ssi_value product;
    bool ok;

    if (!ssi_binary(s, SSI_OP_MUL, factor, ssi_float(x), &product))
        return false;
    ok = ssi_binary(s, SSI_OP_ADD, base, product, out);
    ssi_release(s, product);
    return ok;
}

static bool call_uniform(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value width;
    double u;
    bool ok;

    if (!ssi_binary(s, SSI_OP_SUB, call->args[1], call->args[0], &width))
        return false;
    u = ss_pyrandom_random(ssi_pyrandom_of(s, call->self));
    ok = affine(s, call->args[0], width, u, out);
    ssi_release(s, width);
    return ok;
}

/* variant 0: gauss, 1: normalvariate. mu -0.0 gives the bare z, any sign. */
static bool call_normal(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_pyrandom *r = ssi_pyrandom_of(s, call->self);
    ssi_value mu = call->given[0] ? call->args[0] : ssi_float(0.0);
    ssi_value sigma = call->given[1] ? call->args[1] : ssi_float(1.0);
    double z = call->function->variant == 0
                   ? ss_pyrandom_gauss(r, -0.0, 1.0)
                   : ss_pyrandom_normalvariate(r, -0.0, 1.0);

    return affine(s, mu, sigma, z, out);
}

static bool is_int_at(const ssi_call *call, int i)
{
    return call->given[i] && ssi_is_int(call->args[i]);
}

/* Python subtracts two ints as they are; up to 2**52 doubles hold them and
 * their difference. An int and a float it subtracts as floats. */
static bool check_small(ss_session *s, const ssi_call *call)
{
    static const int pairs[2][2] = {{0, 1}, {0, 2}};
    double x;

    for (int k = 0; k < 2; k++) {
        if (!is_int_at(call, pairs[k][0]) || !is_int_at(call, pairs[k][1]))
            continue;
        for (int i = 0; i < 2; i++) {
            if (!ssi_to_double(s, call->args[pairs[k][i]], &x))
                return false;
            if (x > 0x1p52 || x < -0x1p52)
                return ssi_unsupported(s, "triangular() of ints beyond 2**52; "
                                          "write floats");
        }
    }
    return true;
}

static bool call_triangular(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_pyrandom *r = ssi_pyrandom_of(s, call->self);
    bool has_mode = call->given[2] && call->args[2].tag != SSI_NONE;
    double low, high, mode = 0.0;

    if (!number(s, call, 0, 0.0, &low) || !number(s, call, 1, 1.0, &high)
        || (has_mode && !ssi_to_double(s, call->args[2], &mode))
        || !check_small(s, call))
        return false;
    *out = ssi_float(
        ss_pyrandom_triangular(r, low, high, has_mode ? &mode : NULL));
    if (has_mode && high - low == 0.0 && call->given[0])
        *out = ssi_retain(call->args[0]); /* low itself, an int stays one */
    return true;
}

/* --- state --- */

static bool call_getstate(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ss_pyrandom *r = ssi_pyrandom_of(s, call->self);
    ssi_value items[SS_MT19937_N + 1], parts[3];
    bool ok;

    for (int i = 0; i < SS_MT19937_N; i++)
        items[i] = ssi_int(r->mt.key[i]);
    items[SS_MT19937_N] = ssi_int(r->mt.pos);
    parts[0] = ssi_int(3);
    parts[2] = r->has_gauss ? ssi_float(r->gauss_next) : ssi_none();
    if (!ssi_new_tuple(s, items, SS_MT19937_N + 1, &parts[1]))
        return false;
    ok = ssi_new_tuple(s, parts, 3, out);
    ssi_release(s, parts[1]);
    return ok;
}

/* The 625 ints of a state; Python's own messages. */
static bool read_words(ss_session *s, ssi_value tuple, ss_mt19937 *mt)
{
    ssi_list_object *list = (ssi_list_object *)tuple.u.o;
    int64_t word;

    if (!ssi_is(tuple, &ssi_type_tuple))
        return ssi_raise(s, "TypeError", "state vector must be a tuple");
    if (list->count != SS_MT19937_N + 1)
        return ssi_raise(s, "ValueError", "state vector is the wrong size");
    for (size_t i = 0; i < list->count; i++) {
        if (!ssi_to_int64(s, list->items[i], &word))
            return false;
        if (word < 0)
            return ssi_raise(s, "OverflowError",
                             "can't convert negative value to unsigned int");
        if (i == SS_MT19937_N && word > SS_MT19937_N)
            return ssi_raise(s, "ValueError", "invalid state");
        if (i == SS_MT19937_N)
            mt->pos = (uint32_t)word;
        else
            mt->key[i] = (uint32_t)word;
    }
    return true;
}

static bool call_setstate(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_pyrandom *r = ssi_pyrandom_of(s, call->self), next = *r;
    ssi_list_object *state = (ssi_list_object *)call->args[0].u.o;
    int64_t version;

    if (!ssi_is(call->args[0], &ssi_type_tuple)
        && !ssi_is(call->args[0], &ssi_type_list))
        return ssi_raise(s, "TypeError", "'%s' object is not subscriptable",
                         ssi_type_name(call->args[0]));
    if (state->count == 0)
        return ssi_raise(s, "IndexError", "%s index out of range",
                         ssi_type_name(call->args[0]));
    if (!ssi_to_int64(s, state->items[0], &version))
        return false;
    if (version != 3)
        return ssi_raise(s, "ValueError",
                         "state with version %lld passed to Random.setstate() "
                         "of version 3",
                         (long long)version);
    if (state->count != 3)
        return ssi_raise(s, "ValueError",
                         state->count < 3
                             ? "not enough values to unpack (expected 3, got "
                               "%zu)"
                             : "too many values to unpack (expected 3)",
                         state->count);
    next.has_gauss = state->items[2].tag != SSI_NONE;
    next.gauss_next = 0.0;
    if (next.has_gauss && !ssi_to_double(s, state->items[2], &next.gauss_next))
        return false;
    if (!read_words(s, state->items[1], &next.mt))
        return false;
    *r = next;
    *out = ssi_none();
    return true;
}

/* --- the tables --- */

#define DISTRIBUTION "One Python float. "

/* Python's def methods count self, C's do not. */
#define DEF(name, signature, native, variant, help)                            \
    {                                                                          \
        name, signature, native, help, variant, SSI_STYLE_METHOD,              \
            "Random." name                                                     \
    }
#define NATIVE(name, signature, native, help)                                  \
    {                                                                          \
        name, signature, native, help, 0, SSI_STYLE_O, "Random." name          \
    }

static const ssi_function functions[] = {
    DEF("seed", "a=None, version=2", call_seed, 0,
        "Start the stream from an int, float, str or bytes, or from the"
        " operating system's entropy for None. Forgets the cached "
        "Gaussian."),
    NATIVE("random", "", call_random,
           DISTRIBUTION "Uniform in [0, 1); draws two 32-bit words."),
    DEF("uniform", "a, b", call_uniform, 0,
        DISTRIBUTION "a + (b - a) * random()."),
    DEF("randint", "a, b", ssi_random_randint, 0,
        "One int in [a, b], both included; getrandbits() of the width's"
        " bit length until it fits."),
    DEF("randrange", "start, stop=None, step=1", ssi_random_randrange, 0,
        "One int of range(start, stop, step)."),
    DEF("choice", "seq", ssi_random_choice, 0,
        "One element of a sequence that is not empty."),
    DEF("choices", "population, weights=None, *, cum_weights=None, k=1",
        ssi_random_choices, 0,
        "A list of k elements with replacement; one random() each."),
    DEF("shuffle", "x", ssi_random_shuffle, 0,
        "Shuffles a list in place, from its end; returns None."),
    DEF("sample", "population, k, *, counts=None", ssi_random_sample, 0,
        "A list of k elements without replacement."),
    DEF("gauss", "mu=0.0, sigma=1.0", call_normal, 0,
        DISTRIBUTION "Normal by Box and Muller; every second call uses the "
                     "sine kept from the call before."),
    DEF("normalvariate", "mu=0.0, sigma=1.0", call_normal, 1,
        DISTRIBUTION "Normal by Kinderman and Monahan's ratio of uniforms."),
    DEF("lognormvariate", "mu, sigma", call_lognormvariate, 0,
        DISTRIBUTION "exp(normalvariate(mu, sigma))."),
    DEF("expovariate", "lambd", call_expovariate, 0,
        DISTRIBUTION "-log(1 - random()) / lambd."),
    DEF("betavariate", "alpha, beta", call_betavariate, 0,
        DISTRIBUTION "Beta from two gammavariate draws, alpha's first."),
    DEF("gammavariate", "alpha, beta", call_gammavariate, 0,
        DISTRIBUTION "Gamma of shape alpha and scale beta."),
    DEF("paretovariate", "alpha", call_paretovariate, 0,
        DISTRIBUTION "(1 - random()) ** (-1 / alpha)."),
    DEF("triangular", "low=0.0, high=1.0, mode=None", call_triangular, 0,
        DISTRIBUTION "Triangular between low and high, by inversion."),
    DEF("vonmisesvariate", "mu, kappa", call_vonmisesvariate, 0,
        DISTRIBUTION "An angle in [0, 2 pi) about mu, by Fisher's method."),
    DEF("weibullvariate", "alpha, beta", call_weibullvariate, 0,
        DISTRIBUTION "alpha * (-log(1 - random())) ** (1 / beta)."),
    NATIVE("getrandbits", "k", call_getrandbits,
           "One int of k random bits; 32 bits a word, the lowest first."),
    DEF("randbytes", "n", call_randbytes, 0, "n bytes: getrandbits(8 * n)."),
    DEF("getstate", "", call_getstate, 0,
        "(3, the 624 words and the position, the cached Gaussian or "
        "None)."),
    DEF("setstate", "state", call_setstate, 0,
        "Go on from a tuple that getstate() gave."),
    {0}};

static bool random_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    static const char text[] = "<random.Random object at 0x7f0000000000>";

    if (ss_text_append(out, text, sizeof text - 1) != SS_OK)
        return ssi_raise_memory(s);
    return true;
}

const ssi_type ssi_type_pyrandom = {
    .name = "Random",
    .qualified = "random.Random",
    .methods = functions,
    .repr = random_repr,
};

static bool make_random(ss_session *s, ssi_call *call, ssi_value *out)
{
    pyrandom_object *object = ssi_new(s, &ssi_type_pyrandom, sizeof *object, 0);

    if (!object)
        return false;
    *out = ssi_from_object(object);
    if (ssi_pyrandom_seed_value(s, &object->r,
                                call->given[0] ? call->args[0] : ssi_none()))
        return true;
    ssi_release(s, *out);
    return false;
}

static const ssi_class class_random = {
    .name = "Random",
    .qualified = "random.Random",
    .make = {"Random", "x=None", make_random,
             "A generator of its own, seeded as seed(x) does."},
    .type = &ssi_type_pyrandom,
    .dtype = -1,
};

static bool constant_random(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &class_random, out);
}

static const ssi_module_constant constants[] = {
    {"Random", constant_random},
    {0},
};

const ssi_module ssi_module_random = {
    .name = "random",
    .functions = functions,
    .constants = constants,
    .last_name = "random",
};
