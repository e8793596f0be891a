/* SPDX-License-Identifier: MIT
 * torch.nn.Dropout and its kin: modules without parameters, whose calls are
 * those of torch.nn.functional.
 * Learned from: PyTorch 2.13.0 (torch/nn/modules/dropout.py) by experiment.
 */
#include <string.h>

#include "script/torch_nn_module.h"

/* functional(input, p, training, inplace); its row's variant is the kind. */
static bool forward(ss_session *s, ssi_object *self, ssi_call *call,
                    const ssi_function *row, const ssi_function *functional,
                    ssi_value *out)
{
    const ssi_nn_module *m = (const ssi_nn_module *)self;
    ssi_call inner = {.function = functional};
    call->function = row;
    call->self = (ssi_value){SSI_OBJECT, {.o = self}};
    if (!ssi_bind(s, call))
        return false;
    inner.self = ssi_none();
    inner.args[0] = call->args[0];
    inner.args[1] = ssi_nn_get(s, m, "p");
    inner.args[2] = ssi_bool(m->training);
    inner.args[3] = ssi_nn_get(s, m, "inplace");
    for (int i = 0; i < 4; i++)
        inner.given[i] = true;
    if (ssi_requires_grad(call->args[0]) && !s->no_grad)
        return ssi_unsupported(s, "dropout of a tensor that requires grad; "
                                  "use .detach() or torch.no_grad()");
    return functional->native(s, &inner, out);
}

static const ssi_function functional[] = {
    {"Dropout", "", ssi_torch_call_dropout, NULL, 0, SSI_STYLE_DEF, NULL},
    {"AlphaDropout", "", ssi_torch_call_dropout, NULL, 1, SSI_STYLE_DEF, NULL},
    {"FeatureAlphaDropout", "", ssi_torch_call_feature_dropout, NULL, 0,
     SSI_STYLE_DEF, NULL},
    {"Dropout1d", "", ssi_torch_call_feature_dropout, NULL, 1, SSI_STYLE_DEF,
     NULL},
    {"Dropout2d", "", ssi_torch_call_feature_dropout, NULL, 2, SSI_STYLE_DEF,
     NULL},
    {"Dropout3d", "", ssi_torch_call_feature_dropout, NULL, 3, SSI_STYLE_DEF,
     NULL},
    {0},
};

#define FORWARD(name)                                                          \
    {                                                                          \
        "forward", "input", NULL, NULL, 0, SSI_STYLE_METHOD, name ".forward"   \
    }
static const ssi_function rows[] = {
    FORWARD("Dropout"),
    FORWARD("AlphaDropout"),
    FORWARD("FeatureAlphaDropout"),
    FORWARD("Dropout1d"),
    FORWARD("Dropout2d"),
    FORWARD("Dropout3d"),
};

bool ssi_nn_drop(ss_session *s, ssi_object *self, ssi_call *call,
                 ssi_value *out)
{
    for (size_t i = 0; functional[i].name; i++)
        if (strcmp(functional[i].name, self->type->name) == 0)
            return forward(s, self, call, &rows[i], &functional[i], out);
    return false;
}
