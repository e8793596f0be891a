/* SPDX-License-Identifier: MIT
 * np.random.Generator as a value, and default_rng().
 * Learned from: NumPy 2.4.6 (_generator.pyx) by experiment.
 */
#include <stdio.h>
#include <string.h>

#include "script/numpy_generator.h"
#include "script/numpy_random.h"
#include "script/numpy_since.h"

/* Over a bit generator object, which is retained. */
static bool new_generator(ss_session *s, ssi_value bitgen, ssi_value *out)
{
    uint64_t number = 0;
    for (const ssi_object *o = s->objects; o; o = o->next)
        number += o->type == &ssi_type_generator;
    ssi_generator_object *g = ssi_new(s, &ssi_type_generator, sizeof *g, 0);
    if (!g)
        return false;
    g->number = number;
    g->bitgen = ssi_retain(bitgen);
    *out = ssi_from_object(g);
    return true;
}

static bool over(ss_session *s, bool made, ssi_value bitgen, ssi_value *out)
{
    bool ok = made && new_generator(s, bitgen, out);
    if (made)
        ssi_release(s, bitgen);
    return ok;
}

bool ssi_default_rng(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value seed = call->given[0] ? call->args[0] : ssi_none(), bitgen;
    bool made;
    if (ssi_is_bitgen(seed))
        return new_generator(s, seed, out);
    if (ssi_is(seed, &ssi_type_generator)) {
        *out = ssi_retain(seed);
        return true;
    }
    if (ssi_is(seed, &ssi_type_randomstate) && ssi_numpy_before(s, 20200))
        return ssi_raise(s, "TypeError",
                         "SeedSequence expects int or sequence of ints for "
                         "entropy not RandomState(MT19937)");
    made = ssi_is(seed, &ssi_type_randomstate)
               ? ssi_randomstate_bitgen(s, seed, &bitgen)
               : ssi_seed_bitgen(s, SS_BITGEN_PCG64, seed, &bitgen);
    return over(s, made, bitgen, out);
}

bool ssi_no_capsule(ss_session *s, ssi_value v)
{
    if (ssi_class_of(v) || ssi_is(v, &ssi_type_module)
        || ssi_is(v, &ssi_type_function))
        return ssi_unsupported(s, "a class, a module or a function as bit "
                                  "generator");
    return ssi_raise(s, "AttributeError",
                     "'%s' object has no attribute 'capsule'",
                     ssi_type_name(v));
}

static bool make(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value v = call->args[0];
    const ssi_class *cls = ssi_class_of(v);
    if (ssi_is_bitgen(v))
        return new_generator(s, v, out);
    if (cls && cls->type >= ssi_type_bit_generators
        && cls->type < ssi_type_bit_generators + 5)
        return ssi_raise(s, "ValueError",
                         "Invalid bit generator. The bit generator must be "
                         "instantiated.");
    return ssi_no_capsule(s, v);
}

bool ssi_generator_spawn(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value bitgen = ((ssi_generator_object *)call->self.u.o)->bitgen;
    ssi_value children;
    if (!ssi_bitgen_spawn(s, bitgen, call->args[0], &children))
        return false;
    const ssi_list_object *list = (ssi_list_object *)children.u.o;
    bool ok = ssi_new_list(s, NULL, 0, out);
    for (size_t i = 0; ok && i < list->count; i++) {
        ssi_value child;
        ok = new_generator(s, list->items[i], &child);
        if (ok) {
            ok = ssi_list_append(s, *out, child);
            ssi_release(s, child);
        }
        if (!ok)
            ssi_release(s, *out);
    }
    ssi_release(s, children);
    return ok;
}

static const char *name_of(const ssi_object *self)
{
    ssi_value bitgen = ((const ssi_generator_object *)self)->bitgen;
    return ssi_bitgen_name(((ssi_bitgen_object *)bitgen.u.o)->state.kind);
}

static bool generator_str(ss_session *s, ssi_object *self, ss_text *out)
{
    return ssi_append(s, out, "Generator(") && ssi_append(s, out, name_of(self))
           && ssi_append(s, out, ")");
}

static bool generator_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    char text[32];
    uint64_t number = ((ssi_generator_object *)self)->number;
    snprintf(text, sizeof text, " at 0x%llX",
             (unsigned long long)(UINT64_C(0x7D0000000000) + 64 * number));
    return generator_str(s, self, out) && ssi_append(s, out, text);
}

static bool generator_attribute(ss_session *s, ssi_object *self,
                                const char *name, ssi_value *out)
{
    (void)s;
    if (strcmp(name, "_poisson_lam_max") == 0)
        *out = ssi_float(SSI_POISSON_LAM_MAX);
    else if (strcmp(name, "bit_generator") == 0
             || strcmp(name, "_bit_generator") == 0)
        *out = ssi_retain(((ssi_generator_object *)self)->bitgen);
    else
        return false;
    return true;
}

static const ssi_attribute_row attributes[] = {
    {"_bit_generator", "the same as bit_generator."},
    {"_poisson_lam_max", "the largest lam of poisson()."},
    {"bit_generator", "the bit generator that is drawn from."},
    {0},
};

static void generator_destroy(ss_session *s, ssi_object *self)
{
    ssi_release(s, ((ssi_generator_object *)self)->bitgen);
}

const ssi_type ssi_type_generator = {
    .name = "numpy.random._generator.Generator",
    .qualified = "numpy.random._generator.Generator",
    .destroy = generator_destroy,
    .repr = generator_repr,
    .str = generator_str,
    .attribute = generator_attribute,
    .attributes = attributes,
    .methods = ssi_generator_rows,
};

static const ssi_class generator_class = {
    "Generator",
    "numpy.random._generator.Generator",
    {"Generator", "bit_generator", make,
     "A stream drawn from a bit generator, as Generator(PCG64(5)); "
     "default_rng(5) is the same. Attribute: bit_generator. Nothing is drawn.",
     0, SSI_STYLE_CYTHON, "__init__"},
    &ssi_type_generator,
    -1,
};

bool ssi_generator_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &generator_class, out);
}
