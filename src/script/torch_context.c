/* SPDX-License-Identifier: MIT
 * What torch gives to a with statement: random.fork_rng(), and no_grad(),
 * in which
 * results do not require grad.
 * Learned from: PyTorch 2.13.0 (torch/random.py) by experiment.
 */
#include <string.h>

#include "script/torch_values.h"

typedef struct fork_object {
    ssi_object head;
    bool enabled, used;
    ss_torch_generator saved;
} fork_object;

static bool text_at(ss_session *s, ss_text *out, const char *name)
{
    return ssi_text_add(s, out, "<") && ssi_text_add(s, out, name)
           && ssi_text_add(s, out, " object at 0x7f0000000000>");
}

static bool fork_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    (void)self;
    return text_at(s, out, "contextlib._GeneratorContextManager");
}

static bool fork_enter(ss_session *s, ssi_object *self, ssi_value *out)
{
    fork_object *o = (fork_object *)self;
    *out = ssi_none();
    if (o->used)
        return ssi_raise(s, "AttributeError",
                         "'_GeneratorContextManager' object has no attribute "
                         "'args'");
    o->used = true;
    o->saved = s->torch_random;
    return true;
}

static bool fork_leave(ss_session *s, ssi_object *self)
{
    fork_object *o = (fork_object *)self;
    if (o->enabled)
        s->torch_random = o->saved;
    return true;
}

static const ssi_type fork_type = {
    .name = "_GeneratorContextManager",
    .qualified = "contextlib._GeneratorContextManager",
    .repr = fork_repr,
    .enter = fork_enter,
    .leave = fork_leave,
};

/* devices: none, or an empty list or tuple. */
static bool check_devices(ss_session *s, ssi_value v)
{
    size_t length = 0;
    if (v.tag == SSI_NONE)
        return true;
    if (!ssi_length(s, v, &length))
        return false;
    return length == 0
           || ssi_unsupported(s, "fork_rng() of devices; the CPU's generator "
                                 "is supported");
}

/* Parameters: devices, enabled, _caller, _devices_kw, device_type. */
bool ssi_torch_fork_rng(ss_session *s, ssi_call *call, ssi_value *out)
{
    bool enabled = true;
    const char *type = "cuda";
    if ((call->given[1] && !ssi_truth(s, call->args[1], &enabled))
        || (call->given[0] && enabled && !check_devices(s, call->args[0]))
        || (call->given[4] && !ssi_to_str(s, call->args[4], &type)))
        return false;
    if (strcmp(type, "cuda") != 0)
        return ssi_unsupported(s, "fork_rng() of device_type '%s'", type);
    fork_object *o = ssi_new(s, &fork_type, sizeof *o, 0);
    if (!o)
        return false;
    o->enabled = enabled;
    *out = ssi_from_object(o);
    return true;
}

/* --- no_grad: results do not require grad --- */
typedef struct grad_object {
    ssi_object head;
    bool before;
} grad_object;

static bool grad_enter(ss_session *s, ssi_object *self, ssi_value *out)
{
    ((grad_object *)self)->before = s->no_grad;
    s->no_grad = true;
    *out = ssi_none();
    return true;
}

static bool grad_leave(ss_session *s, ssi_object *self)
{
    s->no_grad = ((grad_object *)self)->before;
    return true;
}

static bool grad_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    (void)self;
    return text_at(s, out, "torch.autograd.grad_mode.no_grad");
}

static const ssi_type grad_type = {
    .name = "no_grad",
    .qualified = "torch.autograd.grad_mode.no_grad",
    .repr = grad_repr,
    .enter = grad_enter,
    .leave = grad_leave,
};

static bool make_grad(ss_session *s, ssi_call *call, ssi_value *out)
{
    grad_object *o = ssi_new(s, &grad_type, sizeof *o, 0);
    (void)call;
    if (!o)
        return false;
    *out = ssi_from_object(o);
    return true;
}

static const ssi_class grad_class = {
    "no_grad",
    "torch.autograd.grad_mode.no_grad",
    {"no_grad", "", make_grad,
     "For a with statement: results in it do not require grad.", 0,
     SSI_STYLE_METHOD, "no_grad.__init__"},
    &grad_type,
    -1,
};

bool ssi_torch_no_grad_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &grad_class, out);
}
