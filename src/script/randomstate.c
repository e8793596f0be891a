/* SPDX-License-Identifier: MIT
 * np.random.RandomState as a value.
 * Learned from: NumPy 2.4.6 (mtrand.pyx) by experiment.
 */
#include <stdio.h>
#include <string.h>

#include "script/numpy_random.h"

typedef struct randomstate_object {
    ssi_object head;
    ss_numpy_randomstate state;
    uint64_t number; /* of RandomState objects before it, for its repr */
} randomstate_object;

ss_numpy_randomstate *ssi_numpy_random_of(ss_session *s, ssi_call *call)
{
    if (ssi_is(call->self, &ssi_type_randomstate))
        return &((randomstate_object *)call->self.u.o)->state;
    return &s->numpy_random;
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
    o->number = number;
    *out = ssi_from_object(o);
    return true;
}

static bool make(ss_session *s, ssi_call *call, ssi_value *out)
{
    if (!ssi_new_randomstate(s, out))
        return false;
    ss_numpy_randomstate *rs = &((randomstate_object *)out->u.o)->state;
    ss_numpy_randomstate_seed(rs, 0);
    if (!call->given[0] || call->args[0].tag == SSI_NONE) {
        ss_status status = ss_numpy_randomstate_seed_entropy(rs);
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
    char text[64];
    uint64_t address =
        UINT64_C(0x7F0000000000) + 64 * ((randomstate_object *)self)->number;
    snprintf(text, sizeof text, "RandomState(MT19937) at 0x%llX",
             (unsigned long long)address);
    return ssi_text_add(s, out, text);
}

static bool randomstate_str(ss_session *s, ssi_object *self, ss_text *out)
{
    (void)self;
    return ssi_text_add(s, out, "RandomState(MT19937)");
}

const ssi_type ssi_type_randomstate = {
    .name = "numpy.random.mtrand.RandomState",
    .qualified = "numpy.random.mtrand.RandomState",
    .repr = randomstate_repr,
    .str = randomstate_str,
    .methods = ssi_randomstate_methods,
};

static const ssi_class randomstate_class = {
    "RandomState",
    "numpy.random.mtrand.RandomState",
    {"RandomState", "seed=None", make,
     "A stream of its own (MT19937), with the methods of np.random. seed is "
     "an int from 0 to 2**32 - 1, or a sequence of such ints, which starts "
     "another stream than the int alone; None takes the operating system's "
     "entropy, so that each run differs. Nothing is drawn. ValueError and "
     "TypeError as np.random.seed gives them.",
     0, SSI_STYLE_CYTHON, "__init__"},
    &ssi_type_randomstate,
    -1,
};

bool ssi_randomstate_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &randomstate_class, out);
}
