/* SPDX-License-Identifier: MIT
 * torch.Generator as a value, and the seeds and states of torch.
 * Learned from: PyTorch 2.13.0 (torch/csrc/Generator.cpp, torch/random.py) by
 * experiment.
 */
#include <stdio.h>
#include <string.h>

#include "script/torch_names_tables.h"
#include "script/torch_values.h"

typedef struct generator_object {
    ssi_object head;
    bool is_default; /* the session's own, whose state is not here */
    uint64_t number; /* of Generator objects before it, for its repr */
    ss_torch_generator state;
} generator_object;

ss_torch_generator *ssi_torch_generator_of(ss_session *s, ssi_value v)
{
    generator_object *o = (generator_object *)v.u.o;
    return o->is_default ? &s->torch_random : &o->state;
}

static bool new_generator(ss_session *s, bool is_default, ssi_value *out)
{
    uint64_t number = 1;
    for (const ssi_object *o = s->objects; o; o = o->next)
        if (o->type == &ssi_type_torch_generator)
            number++;
    generator_object *o = ssi_new(s, &ssi_type_torch_generator, sizeof *o, 0);
    if (!o)
        return false;
    o->is_default = is_default;
    o->number = is_default ? 0 : number;
    ss_torch_generator_init(&o->state);
    o->state.capability = s->torch_random.capability;
    o->state.release = s->torch_random.release;
    *out = ssi_from_object(o);
    return true;
}

bool ssi_torch_default_generator(ss_session *s, ssi_value *out)
{
    return new_generator(s, true, out);
}

/* Python shows a real address; ours tells nothing of the machine. */
static bool generator_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    char text[64];
    uint64_t address =
        UINT64_C(0x7f0000000000) + 64 * ((generator_object *)self)->number;
    snprintf(text, sizeof text, "<torch._C.Generator object at 0x%llx>",
             (unsigned long long)address);
    return ssi_text_add(s, out, text);
}

static bool generator_attribute(ss_session *s, ssi_object *self,
                                const char *name, ssi_value *out)
{
    (void)self;
    if (strcmp(name, "device") == 0)
        return ssi_new_torch_device(s, out);
    return ssi_unknown_attribute(s, ssi_torch_generator_names,
                                 "torch.Generator", name);
}

/* A 64-bit seed: -2**63 ... 2**64 - 1. */
static bool seed_argument(ss_session *s, ssi_value v, uint64_t *out)
{
    bool negative, fits;
    if (!ssi_to_index(s, v, out, &negative, &fits))
        return false;
    return fits
           || ssi_raise(s, "ValueError", "Overflow when unpacking long long");
}

static bool method_manual_seed(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value v = call->args[0];
    uint64_t seed;
    if (ssi_is(v, &ssi_type_numpy_scalar) && ssi_is_int(v))
        return ssi_raise(s, "TypeError", "an integer is required");
    if (v.tag != SSI_INT && !ssi_is(v, &ssi_type_bigint))
        return ssi_raise(s, "RuntimeError",
                         "manual_seed expected a long, but got %s",
                         ssi_type_name(v));
    if (!seed_argument(s, v, &seed))
        return false;
    ss_torch_reseed(ssi_torch_generator_of(s, call->self), seed);
    *out = ssi_retain(call->self);
    return true;
}

static bool reseed(ss_session *s, ss_torch_generator *g, ssi_value *out)
{
    uint64_t seed;
    ss_status status = ss_torch_seed(g, &seed);
    if (status != SS_OK)
        return ssi_raise_status(s, status);
    return ssi_new_uint64(s, seed, out);
}

static bool method_seed(ss_session *s, ssi_call *call, ssi_value *out)
{
    return reseed(s, ssi_torch_generator_of(s, call->self), out);
}

static bool method_initial_seed(ss_session *s, ssi_call *call, ssi_value *out)
{
    return ssi_new_uint64(
        s, ssi_torch_generator_of(s, call->self)->initial_seed, out);
}

static bool get_state(ss_session *s, const ss_torch_generator *g,
                      ssi_value *out)
{
    ssi_shape shape = {.ndim = 1, .dims = {SS_TORCH_STATE_SIZE}};
    if (!ssi_new_tensor(s, SS_UINT8, &shape, out))
        return false;
    ss_torch_get_state(g, ssi_array_of(*out)->data);
    return true;
}

static bool set_state(ss_session *s, ss_torch_generator *g, ssi_value v)
{
    ss_status status;
    ssi_value copy;
    if (!ssi_is(v, &ssi_type_tensor))
        return ssi_raise(s, "TypeError",
                         "expected a torch.ByteTensor, but got %s",
                         ssi_type_name(v));
    if (ssi_array_of(v)->dtype != SS_UINT8)
        return ssi_raise(s, "TypeError",
                         "RNG state must be a "
                         "torch.ByteTensor");
    if (!ssi_array_copy(s, &ssi_type_tensor, v, ssi_element_of(SS_UINT8),
                        &copy))
        return false;
    size_t size = ss_array_size(ssi_array_of(copy));
    status = ss_torch_set_state(g, ssi_array_of(copy)->data, size);
    ssi_release(s, copy);
    if (status == SS_OK)
        return true;
    if (status != SS_ERR_TORCH_STATE_SIZE)
        return ssi_raise_status(s, status);
    return ssi_raise(s, "RuntimeError",
                     "Expected a CPUGeneratorImplState of size %d but found "
                     "the input RNG state size to be %zu",
                     SS_TORCH_STATE_SIZE, size);
}

static bool method_get_state(ss_session *s, ssi_call *call, ssi_value *out)
{
    return get_state(s, ssi_torch_generator_of(s, call->self), out);
}

static bool method_set_state(ss_session *s, ssi_call *call, ssi_value *out)
{
    *out = ssi_retain(call->self);
    if (set_state(s, ssi_torch_generator_of(s, call->self), call->args[0]))
        return true;
    ssi_release(s, *out);
    return false;
}

static bool method_clone_state(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ss_torch_generator *g = ssi_torch_generator_of(s, call->self);
    if (!new_generator(s, false, out))
        return false;
    ((generator_object *)out->u.o)->state = *g;
    return true;
}

/* Of the generators of accelerators: not the CPU's. The variant: 1 offsets. */
static bool method_lacking(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)out;
    if (call->function->variant)
        return ssi_raise(s, "RuntimeError",
                         "CPU Generator does not use offset");
    return ssi_raise(s, "NotImplementedError",
                     "%s is not supported in this Generator",
                     call->function->name);
}

static const ssi_function methods[] = {
    {"clone_state", "", method_clone_state,
     "Another generator that continues from this one's state.", 0, SSI_STYLE_O,
     "Generator.clone_state"},
    {"get_offset", "", method_lacking,
     "RuntimeError: CPU Generator does not use offset.", 1, SSI_STYLE_O,
     "Generator.get_offset"},
    {"set_offset", "offset, /", method_lacking,
     "RuntimeError: CPU Generator does not use offset.", 1, SSI_STYLE_O,
     "Generator.set_offset"},
    {"graphsafe_get_state", "", method_lacking,
     "NotImplementedError on the CPU.", 0, SSI_STYLE_O,
     "Generator.graphsafe_get_state"},
    {"graphsafe_set_state", "state, /", method_lacking,
     "NotImplementedError on the CPU.", 0, SSI_STYLE_O,
     "Generator.graphsafe_set_state"},
    {"manual_seed", "seed, /", method_manual_seed,
     "Start this generator's stream; seed is an int from -2**63 to "
     "2**64 - 1, whose low 32 bits decide. Gives the generator. RuntimeError "
     "for what is no int.",
     0, SSI_STYLE_O, "Generator.manual_seed"},
    {"seed", "", method_seed,
     "Seed from the operating system, different at each run; gives the seed.",
     0, SSI_STYLE_O, "Generator.seed"},
    {"initial_seed", "", method_initial_seed,
     "The seed that the stream was started with.", 0, SSI_STYLE_O,
     "Generator.initial_seed"},
    {"get_state", "", method_get_state,
     "The whole state, a uint8 tensor of 5056 bytes. Draws nothing.", 0,
     SSI_STYLE_O, "Generator.get_state"},
    {"set_state", "state, /", method_set_state,
     "Continue from a state that get_state gave; gives the generator.", 0,
     SSI_STYLE_O, "Generator.set_state"},
    {0},
};

const ssi_type ssi_type_torch_generator = {
    .name = "torch._C.Generator",
    .qualified = "torch._C.Generator",
    .repr = generator_repr,
    .attribute = generator_attribute,
    .methods = methods,
};

static bool make(ss_session *s, ssi_call *call, ssi_value *out)
{
    static const char *const signatures[] = {"device:V", NULL};
    ssi_torch_arguments a;
    if (!ssi_torch_parse(s, call, signatures, &a))
        return false;
    if (a.given[0] && ssi_is(a.values[0], &ssi_type_str)
        && strcmp(((ssi_str_object *)a.values[0].u.o)->data, "cpu") != 0)
        return ssi_unsupported(s, "generators on '%s'; 'cpu' is supported",
                               ((ssi_str_object *)a.values[0].u.o)->data);
    if (a.given[0] && a.values[0].tag == SSI_INT)
        return ssi_raise(s, "RuntimeError",
                         "Cannot access accelerator device "
                         "when none is available.");
    return new_generator(s, false, out);
}

static const ssi_class generator_class = {
    "Generator",
    "torch._C.Generator",
    {"Generator", "*args, **kwargs", make,
     "A stream of its own (MT19937), on the CPU, seeded with 67280421310721 "
     "until manual_seed is called. To be passed as generator=.",
     0, SSI_STYLE_DEF, NULL},
    &ssi_type_torch_generator,
    -1,
};

bool ssi_torch_generator_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &generator_class, out);
}

/* --- torch.manual_seed and the like: the default generator --- */

/* int(v), as a new value. */
static bool python_int(ss_session *s, ssi_value v, ssi_value *out)
{
    double d;
    if (ssi_is(v, &ssi_type_str) || ssi_is(v, &ssi_type_bytes))
        return ssi_text_value(s, v, true, out);
    if (v.tag == SSI_NONE
        || (v.tag == SSI_OBJECT && !ssi_is_int(v) && !ssi_is_float(v)
            && !ssi_is_array(v)))
        return ssi_raise(s, "TypeError",
                         "int() argument must be a string, a "
                         "bytes-like object or a real number, not '%s'",
                         ssi_type_name(v));
    if (!ssi_python_value(s, v, out))
        return false;
    if (out->tag != SSI_FLOAT)
        return true;
    d = out->u.f;
    if (d != d)
        return ssi_raise(s, "ValueError",
                         "cannot convert float NaN to "
                         "integer");
    if (d - d != 0)
        return ssi_raise(s, "OverflowError",
                         "cannot convert float infinity "
                         "to integer");
    if (!(d > -0x1p63 && d < 0x1p64))
        return ssi_raise(s, "ValueError", "Overflow when unpacking long long");
    if (d < 0)
        *out = ssi_int((int64_t)d);
    else
        return ssi_new_uint64(s, (uint64_t)d, out);
    return true;
}

bool ssi_torch_manual_seed_call(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value v;
    uint64_t seed;
    if (!python_int(s, call->args[0], &v))
        return false;
    if (v.tag == SSI_BOOL)
        v = ssi_int(v.u.b);
    bool ok = seed_argument(s, v, &seed);
    ssi_release(s, v);
    if (!ok)
        return false;
    ss_torch_reseed(&s->torch_random, seed);
    return ssi_torch_default_generator(s, out);
}

bool ssi_torch_seed_call(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)call;
    return reseed(s, &s->torch_random, out);
}

bool ssi_torch_initial_seed(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)call;
    return ssi_new_uint64(s, s->torch_random.initial_seed, out);
}

bool ssi_torch_get_rng_state(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)call;
    return get_state(s, &s->torch_random, out);
}

bool ssi_torch_set_rng_state(ss_session *s, ssi_call *call, ssi_value *out)
{
    *out = ssi_none();
    return set_state(s, &s->torch_random, call->args[0]);
}
