/* SPDX-License-Identifier: MIT
 * The modules inside of numpy.random, each with its classes and functions:
 * bit_generator, mtrand, _pcg64 and so on; and what of bit_generator stands
 * for a seed sequence that has no seed.
 * Learned from: NumPy 2.4.6 (dir() of the modules) by experiment.
 */
#include "script/module_numpy_random.h"

#include "numpy/methods.h"
#include "script/numpy_generator.h"
#include "script/numpy_random.h"

#define SIZE_HELP " size as for numpy.random. "

/* --- seed sequences without a seed --- */

static bool seedless_state(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)call;
    (void)out;
    return ssi_raise(s, "NotImplementedError",
                     "seedless SeedSequences cannot generate state");
}

/* [self] * n_children */
static bool seedless_spawn(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value list;
    if (!ssi_new_list(s, &call->self, 1, &list))
        return false;
    bool ok = ssi_binary(s, SSI_OP_MUL, list, call->args[0], out);
    ssi_release(s, list);
    return ok;
}

static const ssi_function seedless_methods[] = {
    {"generate_state", "n_words, dtype=np.uint32", seedless_state,
     "NotImplementedError.", 0, SSI_STYLE_CYTHON, NULL},
    {"spawn", "n_children", seedless_spawn, "The sequence n_children times.", 0,
     SSI_STYLE_CYTHON, NULL},
    {0},
};

static bool seedless_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    return ssi_text_add(s, out, "<")
           && ssi_text_add(s, out, self->type->qualified)
           && ssi_text_add(s, out, " object at 0x7a0000000000>");
}

static const ssi_type seedless_type = {
    .name = "numpy.random.bit_generator.SeedlessSeedSequence",
    .qualified = "numpy.random.bit_generator.SeedlessSeedSequence",
    .repr = seedless_repr,
    .methods = seedless_methods,
};

static bool make_seedless(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_object *o = ssi_new(s, &seedless_type, sizeof *o, 0);
    (void)call;
    if (o)
        *out = ssi_from_object(o);
    return o != NULL;
}

bool ssi_is_seedless(ssi_value v)
{
    return ssi_is(v, &seedless_type);
}

static bool make_abstract(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)out;
    return ssi_raise(s, "TypeError",
                     call->function->variant
                         ? "Can't instantiate abstract class %s with abstract "
                           "methods generate_state, spawn"
                         : "Can't instantiate abstract class %s with abstract "
                           "method generate_state",
                     call->function->name);
}

static const ssi_class seedless_class = {
    "SeedlessSeedSequence",
    "numpy.random.bit_generator.SeedlessSeedSequence",
    {"SeedlessSeedSequence", "", make_seedless,
     "A seed sequence that has no seed: nothing can be started from it.", 0,
     SSI_STYLE_CYTHON, "__init__"},
    &seedless_type,
    -1,
};

#define ABSTRACT(tag, name, variant)                                           \
    static const ssi_class tag##_class = {                                     \
        name,                                                                  \
        "numpy.random.bit_generator." name,                                    \
        {name, "", make_abstract, "An abstract class.", variant,               \
         SSI_STYLE_CYTHON, "__init__"},                                        \
        NULL,                                                                  \
        -1,                                                                    \
    };                                                                         \
    static bool make_##tag(ss_session *s, ssi_value *out)                      \
    {                                                                          \
        return ssi_new_class(s, &tag##_class, out);                            \
    }

ABSTRACT(seed, "ISeedSequence", 0)
ABSTRACT(spawnable, "ISpawnableSeedSequence", 1)

static const ssi_type empty_type = {
    .name = "numpy.random.bit_generator.SeedlessSequence",
    .qualified = "numpy.random.bit_generator.SeedlessSequence",
    .repr = seedless_repr,
};

static bool make_empty(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_object *o = ssi_new(s, &empty_type, sizeof *o, 0);
    (void)call;
    if (o)
        *out = ssi_from_object(o);
    return o != NULL;
}

static const ssi_class empty_class = {
    "SeedlessSequence",
    "numpy.random.bit_generator.SeedlessSequence",
    {"SeedlessSequence", "", make_empty, "What NumPy builds on; no methods.", 0,
     SSI_STYLE_CYTHON, "__init__"},
    &empty_type,
    -1,
};

static bool make_empty_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &empty_class, out);
}

static bool make_seedless_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &seedless_class, out);
}

/* --- the modules --- */

static const ssi_module_constant bit_generator_constants[] = {
    {"BitGenerator", ssi_bit_generator_class},
    {"ISeedSequence", make_seed},
    {"ISpawnableSeedSequence", make_spawnable},
    {"SeedSequence", ssi_seed_sequence_class},
    {"SeedlessSeedSequence", make_seedless_class},
    {"SeedlessSequence", make_empty_class},
    {0},
};

static const ssi_function mtrand_functions[] = {
#include "script/numpy_random_rows.h"
#include "script/numpy_random_only.h"
    {0},
};

static const ssi_module_constant mtrand_constants[] = {
    {"RandomState", ssi_randomstate_class},
    {"_MT19937", ssi_mt19937_class},
    {"_rand", ssi_numpy_rand_object},
    {0},
};

static const ssi_function generator_functions[] = {
#include "script/numpy_default_rng.h"
    {0},
};

static const ssi_module_constant generator_constants[] = {
    {"Generator", ssi_generator_class},
    {"PCG64", ssi_pcg64_class},
    {0},
};
static const ssi_module_constant mt19937_constants[] = {
    {"MT19937", ssi_mt19937_class}, {0}};
static const ssi_module_constant pcg64_constants[] = {
    {"PCG64", ssi_pcg64_class}, {"PCG64DXSM", ssi_pcg64dxsm_class}, {0}};
static const ssi_module_constant philox_constants[] = {
    {"Philox", ssi_philox_class}, {0}};
static const ssi_module_constant sfc64_constants[] = {
    {"SFC64", ssi_sfc64_class}, {0}};
static const ssi_module_constant pickle_constants[] = {
    {"BitGenerator", ssi_bit_generator_class},
    {"Generator", ssi_generator_class},
    {"MT19937", ssi_mt19937_class},
    {"PCG64", ssi_pcg64_class},
    {"PCG64DXSM", ssi_pcg64dxsm_class},
    {"Philox", ssi_philox_class},
    {"RandomState", ssi_randomstate_class},
    {"SFC64", ssi_sfc64_class},
    {0},
};

#define MODULE(tag, word, rows, items)                                         \
    static const ssi_module tag = {                                            \
        .name = "numpy.random." word,                                          \
        .functions = rows,                                                     \
        .constants = items,                                                    \
        .last_name = word,                                                     \
    };

MODULE(bit_generator, "bit_generator", NULL, bit_generator_constants)
MODULE(mtrand, "mtrand", mtrand_functions, mtrand_constants)
MODULE(bounded_integers, "_bounded_integers", NULL, NULL)
MODULE(common, "_common", NULL, NULL)
MODULE(generator, "_generator", generator_functions, generator_constants)
MODULE(mt19937, "_mt19937", NULL, mt19937_constants)
MODULE(pcg64, "_pcg64", NULL, pcg64_constants)
MODULE(philox, "_philox", NULL, philox_constants)
MODULE(pickle, "_pickle", NULL, pickle_constants)
MODULE(sfc64, "_sfc64", NULL, sfc64_constants)

const ssi_module *const ssi_numpy_random_modules[] = {
    &bit_generator, &mtrand, &bounded_integers, &common, &generator, &mt19937,
    &pcg64,         &philox, &pickle,           &sfc64,  NULL};
