/* SPDX-License-Identifier: MIT
 * torch.nn.Dropout and its kin: modules without parameters, whose calls are
 * those of torch.nn.functional.
 * Learned from: PyTorch 2.13.0 (torch/nn/modules/dropout.py) by experiment.
 */
#include <string.h>

#include "script/torch_nn.h"

typedef struct dropout_module {
    ssi_object head;
    ssi_value p, in_place; /* as they were given, for the text */
    bool training;
} dropout_module;

static void module_destroy(ss_session *s, ssi_object *self)
{
    ssi_release(s, ((dropout_module *)self)->p);
    ssi_release(s, ((dropout_module *)self)->in_place);
}

static bool module_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    const dropout_module *o = (const dropout_module *)self;
    return ssi_text_add(s, out, self->type->name) && ssi_text_add(s, out, "(p=")
           && ssi_str(s, o->p, out) && ssi_text_add(s, out, ", inplace=")
           && ssi_str(s, o->in_place, out) && ssi_text_add(s, out, ")");
}

static bool module_attribute(ss_session *s, ssi_object *self, const char *name,
                             ssi_value *out)
{
    const dropout_module *o = (const dropout_module *)self;
    if (strcmp(name, "p") == 0)
        *out = ssi_retain(o->p);
    else if (strcmp(name, "inplace") == 0)
        *out = ssi_retain(o->in_place);
    else if (strcmp(name, "training") == 0)
        *out = ssi_bool(o->training);
    else
        return ssi_unsupported(s, "the attribute %s of %s", name,
                               self->type->name);
    return true;
}

/* train(mode=True) and, variant 1, eval(): the module itself. */
static bool method_train(ss_session *s, ssi_call *call, ssi_value *out)
{
    dropout_module *o = (dropout_module *)call->self.u.o;
    bool train = call->function->variant == 0;
    if (train && call->given[0]) {
        if (call->args[0].tag != SSI_BOOL)
            return ssi_raise(s, "ValueError",
                             "training mode is expected to be boolean");
        train = call->args[0].u.b;
    }
    o->training = train;
    *out = ssi_retain(call->self);
    return true;
}

static const ssi_function methods[] = {
    {"train", "mode=True", method_train,
     "In training, which is how a module starts, or not; gives the module.", 0,
     SSI_STYLE_METHOD, "Module.train"},
    {"eval", "", method_train,
     "Not in training: the input is given back, nothing is drawn.", 1,
     SSI_STYLE_METHOD, "Module.eval"},
    {0},
};

/* functional(input, p, training, inplace); its row's variant is the kind. */
static bool forward(ss_session *s, ssi_object *self, ssi_call *call,
                    const ssi_function *row, const ssi_function *functional,
                    ssi_value *out)
{
    const dropout_module *o = (const dropout_module *)self;
    ssi_call inner = {.function = functional};
    call->function = row;
    call->self = (ssi_value){SSI_OBJECT, {.o = self}};
    if (!ssi_bind(s, call))
        return false;
    inner.self = ssi_none();
    inner.args[0] = call->args[0];
    inner.args[1] = o->p;
    inner.args[2] = ssi_bool(o->training);
    inner.args[3] = o->in_place;
    for (int i = 0; i < 4; i++)
        inner.given[i] = true;
    return functional->native(s, &inner, out);
}

static bool make(ss_session *s, const ssi_call *call, const ssi_type *type,
                 ssi_value *out)
{
    ssi_value p = call->given[0] ? call->args[0] : ssi_float(0.5);
    double x;
    if (p.tag == SSI_OBJECT && ssi_is_array(p))
        return ssi_unsupported(s, "a tensor as the probability of dropout");
    if (p.tag != SSI_BOOL && !ssi_is_int(p) && !ssi_is_float(p))
        return ssi_raise(s, "TypeError",
                         "'<' not supported between instances of '%s' and "
                         "'int'",
                         ssi_type_name(p));
    if (!ssi_to_double(s, p, &x))
        return false;
    if (x < 0 || x > 1)
        return ssi_torch_raise_probability(s, p);
    dropout_module *o = ssi_new(s, type, sizeof *o, 0);
    if (!o)
        return false;
    o->p = ssi_retain(p);
    o->in_place = call->given[1] ? ssi_retain(call->args[1]) : ssi_bool(false);
    o->training = true;
    *out = ssi_from_object(o);
    return true;
}

#define DROPOUT(id, name_, native_, variant_, help)                            \
    static bool forward_##id(ss_session *s, ssi_object *self, ssi_call *call,  \
                             ssi_value *out)                                   \
    {                                                                          \
        static const ssi_function row = {                                      \
            "forward",        "input",         NULL, NULL, 0,                  \
            SSI_STYLE_METHOD, name_ ".forward"};                               \
        static const ssi_function functional = {                               \
            "forward", "", native_, NULL, variant_, SSI_STYLE_DEF, NULL};      \
        return forward(s, self, call, &row, &functional, out);                 \
    }                                                                          \
    static const ssi_type id##_type = {                                        \
        .name = name_,                                                         \
        .qualified = "torch.nn.modules.dropout." name_,                        \
        .destroy = module_destroy,                                             \
        .repr = module_repr,                                                   \
        .attribute = module_attribute,                                         \
        .methods = methods,                                                    \
        .call = forward_##id,                                                  \
    };                                                                         \
    static bool make_##id(ss_session *s, ssi_call *call, ssi_value *out)       \
    {                                                                          \
        return make(s, call, &id##_type, out);                                 \
    }                                                                          \
    static const ssi_class id##_class = {                                      \
        name_,                                                                 \
        "torch.nn.modules.dropout." name_,                                     \
        {name_, "p=0.5, inplace=False", make_##id, help, 0, SSI_STYLE_METHOD,  \
         "_DropoutNd.__init__"},                                               \
        &id##_type,                                                            \
        -1,                                                                    \
    };                                                                         \
    bool ssi_torch_nn_##id##_class(ss_session *s, ssi_value *out)              \
    {                                                                          \
        return ssi_new_class(s, &id##_class, out);                             \
    }
DROPOUT(dropout, "Dropout", ssi_torch_call_dropout, 0,
        "A module that is called with a tensor: functional.dropout().")
DROPOUT(alpha_dropout, "AlphaDropout", ssi_torch_call_dropout, 1,
        "A module that is called with a tensor: functional.alpha_dropout().")
DROPOUT(feature_alpha_dropout, "FeatureAlphaDropout",
        ssi_torch_call_feature_dropout, 0,
        "A module that is called with a tensor: "
        "functional.feature_alpha_dropout().")
DROPOUT(dropout1d, "Dropout1d", ssi_torch_call_feature_dropout, 1,
        "A module that is called with a tensor: functional.dropout1d().")
DROPOUT(dropout2d, "Dropout2d", ssi_torch_call_feature_dropout, 2,
        "A module that is called with a tensor: functional.dropout2d().")
DROPOUT(dropout3d, "Dropout3d", ssi_torch_call_feature_dropout, 3,
        "A module that is called with a tensor: functional.dropout3d().")
