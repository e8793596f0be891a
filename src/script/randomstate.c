/* SPDX-License-Identifier: MIT
 * np.random.RandomState as a value.
 * Learned from: NumPy 2.4.6 (mtrand.pyx) by experiment.
 */
#include <stdio.h>
#include <string.h>

#include "script/numpy_generator.h"
#include "script/numpy_random.h"

/* Over a bit generator object, state->bitgen is a copy while it is lent: the
 * object takes it back before anybody else draws from it. */
typedef struct randomstate_object {
    ssi_object head;
    ss_numpy_randomstate *state; /* its own, or the session's np.random */
    ss_numpy_randomstate own;
    ssi_value bitgen; /* None: nobody else has it */
    uint64_t number;  /* of RandomState objects before it, for its repr */
} randomstate_object;

static void borrow(randomstate_object *o)
{
    ssi_bitgen_object *b = (ssi_bitgen_object *)o->bitgen.u.o;
    if (o->bitgen.tag == SSI_NONE || b->lent == &o->head)
        return;
    o->state->bitgen = *ssi_bitgen_of(o->bitgen);
    b->lent = &o->head;
}

void ssi_randomstate_give_back(ssi_object *rs)
{
    randomstate_object *o = (randomstate_object *)rs;
    ssi_bitgen_object *b = (ssi_bitgen_object *)o->bitgen.u.o;
    b->state = o->state->bitgen;
    b->lent = NULL;
}

ss_numpy_randomstate *ssi_randomstate_of(ssi_value v)
{
    borrow((randomstate_object *)v.u.o);
    return ((randomstate_object *)v.u.o)->state;
}

ss_numpy_randomstate *ssi_session_randomstate(ss_session *s)
{
    if (s->numpy_rand)
        borrow((randomstate_object *)s->numpy_rand);
    return &s->numpy_random;
}

void ssi_session_put_randomstate(ss_session *s, const ss_numpy_randomstate *rs)
{
    randomstate_object *o = (randomstate_object *)s->numpy_rand;
    ss_numpy_randomstate *to = ssi_session_randomstate(s);
    if (o && o->bitgen.tag != SSI_NONE && to->bitgen.kind != rs->bitgen.kind) {
        ssi_randomstate_give_back(s->numpy_rand);
        ssi_release(s, o->bitgen);
        o->bitgen = ssi_none();
    }
    *to = *rs;
    to->release = s->options.profile.numpy;
}

ss_numpy_randomstate *ssi_numpy_random_of(ss_session *s, ssi_call *call)
{
    if (!ssi_is(call->self, &ssi_type_randomstate))
        return ssi_session_randomstate(s);
    return ssi_randomstate_of(call->self);
}

void ssi_randomstate_reseeded(ss_session *s, ssi_call *call)
{
    bool method = ssi_is(call->self, &ssi_type_randomstate);
    randomstate_object *o =
        (randomstate_object *)(method ? call->self.u.o : s->numpy_rand);
    if (!o || o->bitgen.tag == SSI_NONE)
        return;
    ssi_bitgen_object *b = (ssi_bitgen_object *)o->bitgen.u.o;
    ssi_release(s, b->seed_seq);
    b->seed_seq = ssi_none();
}

bool ssi_new_randomstate(ss_session *s, ssi_value *out)
{
    uint64_t number = 0;
    for (const ssi_object *o = s->objects; o; o = o->next)
        if (o->type == &ssi_type_randomstate)
            number++;
    randomstate_object *o = ssi_new(s, &ssi_type_randomstate, sizeof *o, 0);
    if (!o)
        return false;
    o->state = &o->own;
    o->number = number;
    o->bitgen = ssi_none();
    *out = ssi_from_object(o);
    return true;
}

bool ssi_numpy_rand_object(ss_session *s, ssi_value *out)
{
    if (!s->numpy_rand) {
        if (!ssi_new_randomstate(s, out))
            return false;
        s->numpy_rand = out->u.o;
        ((randomstate_object *)out->u.o)->state = &s->numpy_random;
    }
    *out = ssi_retain((ssi_value){SSI_OBJECT, {.o = s->numpy_rand}});
    return true;
}

/* Draw from another bit generator from now on. */
static void swap_bitgen(ss_session *s, randomstate_object *o, ssi_value bitgen)
{
    ssi_value old = o->bitgen;
    if (old.tag != SSI_NONE && ((ssi_bitgen_object *)old.u.o)->lent == &o->head)
        ssi_randomstate_give_back(&o->head);
    o->bitgen = ssi_retain(bitgen);
    ssi_release(s, old);
    borrow(o);
    o->state->has_gauss = 0;
    o->state->gauss = 0.0;
}

bool ssi_randomstate_over(ss_session *s, ssi_value bitgen, ssi_value *out)
{
    if (!ssi_new_randomstate(s, out))
        return false;
    randomstate_object *o = (randomstate_object *)out->u.o;
    ss_numpy_randomstate_seed(o->state, 0);
    o->state->release = s->options.profile.numpy;
    swap_bitgen(s, o, bitgen);
    return true;
}

bool ssi_randomstate_bitgen(ss_session *s, ssi_value rs, ssi_value *out)
{
    randomstate_object *o = (randomstate_object *)rs.u.o;
    if (o->bitgen.tag == SSI_NONE) {
        if (!ssi_new_bitgen(s, o->state->bitgen.kind, &o->bitgen))
            return false;
        ((ssi_bitgen_object *)o->bitgen.u.o)->lent = &o->head;
    }
    *out = ssi_retain(o->bitgen);
    return true;
}

static void randomstate_destroy(ss_session *s, ssi_object *self)
{
    randomstate_object *o = (randomstate_object *)self;
    if (o->bitgen.tag == SSI_NONE)
        return;
    if (((ssi_bitgen_object *)o->bitgen.u.o)->lent == self)
        ssi_randomstate_give_back(self);
    ssi_release(s, o->bitgen);
}

static bool is_bitgen_class(ssi_value v)
{
    const ssi_class *cls = ssi_class_of(v);
    return cls && cls->type >= ssi_type_bit_generators
           && cls->type < ssi_type_bit_generators + 5;
}

bool ssi_numpy_get_bit_generator(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value rand;
    (void)call;
    if (!ssi_numpy_rand_object(s, &rand))
        return false;
    bool ok = ssi_randomstate_bitgen(s, rand, out);
    ssi_release(s, rand);
    return ok;
}

bool ssi_numpy_set_bit_generator(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value bitgen = call->args[0], rand;
    if (is_bitgen_class(bitgen))
        return ssi_raise(s, "ValueError",
                         "Invalid bit generator. The bit generator must be "
                         "instantized.");
    if (!ssi_is_bitgen(bitgen))
        return ssi_no_capsule(s, bitgen);
    if (!ssi_numpy_rand_object(s, &rand))
        return false;
    swap_bitgen(s, (randomstate_object *)rand.u.o, bitgen);
    ssi_release(s, rand);
    *out = ssi_none();
    return true;
}

bool ssi_numpy_reseed_other(ss_session *s, ssi_value seed)
{
    randomstate_object *o = (randomstate_object *)s->numpy_rand;
    ssi_value fresh;
    if (!ssi_seed_bitgen(s, o->state->bitgen.kind, seed, &fresh))
        return false;
    borrow(o);
    o->state->bitgen = *ssi_bitgen_of(fresh);
    ssi_release(s, fresh);
    return true;
}

static bool make(ss_session *s, ssi_call *call, ssi_value *out)
{
    if (call->given[0] && ssi_is_bitgen(call->args[0]))
        return ssi_randomstate_over(s, call->args[0], out);
    if (call->given[0] && is_bitgen_class(call->args[0]))
        return ssi_raise(s, "ValueError",
                         "Invalid bit generator. The bit generator must be "
                         "instantized.");
    if (!ssi_new_randomstate(s, out))
        return false;
    ss_numpy_randomstate *rs = ((randomstate_object *)out->u.o)->state;
    ss_numpy_randomstate_seed(rs, 0);
    rs->release = s->options.profile.numpy;
    if (!call->given[0] || call->args[0].tag == SSI_NONE) {
        ss_status status = ss_numpy_randomstate_seed_entropy(rs);
        rs->release = s->options.profile.numpy;
        if (status == SS_OK)
            return true;
        ssi_raise_status(s, status);
    } else if (ssi_numpy_seed(s, rs, call->args[0])) {
        return true;
    }
    ssi_release(s, *out);
    return false;
}

/* Python shows a real address; ours tells nothing of the machine. */
static bool randomstate_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    const randomstate_object *o = (randomstate_object *)self;
    char text[64];
    uint64_t address = UINT64_C(0x7F0000000000) + 64 * o->number;
    snprintf(text, sizeof text, "RandomState(%s) at 0x%llX",
             ssi_bitgen_name(o->state->bitgen.kind),
             (unsigned long long)address);
    return ssi_text_add(s, out, text);
}

static bool randomstate_str(ss_session *s, ssi_object *self, ss_text *out)
{
    ss_bitgen_kind kind = ((randomstate_object *)self)->state->bitgen.kind;
    return ssi_text_add(s, out, "RandomState(")
           && ssi_text_add(s, out, ssi_bitgen_name(kind))
           && ssi_text_add(s, out, ")");
}

static bool randomstate_attribute(ss_session *s, ssi_object *self,
                                  const char *name, ssi_value *out)
{
    if (strcmp(name, "_bit_generator") == 0)
        return ssi_randomstate_bitgen(s, (ssi_value){SSI_OBJECT, {.o = self}},
                                      out);
    if (strcmp(name, "_poisson_lam_max") != 0)
        return false;
    *out = ssi_float(SSI_POISSON_LAM_MAX);
    return true;
}

static const ssi_attribute_row attributes[] = {
    {"_bit_generator", "the bit generator that is drawn from."},
    {"_poisson_lam_max", "the largest lam of poisson()."},
    {0},
};

const ssi_type ssi_type_randomstate = {
    .name = "numpy.random.mtrand.RandomState",
    .qualified = "numpy.random.mtrand.RandomState",
    .destroy = randomstate_destroy,
    .repr = randomstate_repr,
    .str = randomstate_str,
    .attribute = randomstate_attribute,
    .attributes = attributes,
    .methods = ssi_randomstate_methods,
};

static const ssi_class randomstate_class = {
    "RandomState",
    "numpy.random.mtrand.RandomState",
    {"RandomState", "seed=None", make,
     "A stream of its own (MT19937), with the methods of np.random. seed is "
     "an int from 0 to 2**32 - 1, or a sequence of such ints, which starts "
     "another stream than the int alone; None takes the operating system's "
     "entropy, so that each run differs. A bit generator, as PCG64(5), is "
     "drawn from itself and shared. Nothing is drawn. ValueError and "
     "TypeError as np.random.seed gives them.",
     0, SSI_STYLE_CYTHON, "__init__"},
    &ssi_type_randomstate,
    -1,
};

bool ssi_randomstate_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &randomstate_class, out);
}
