/* SPDX-License-Identifier: MIT
 * What the constructors of modules without weights make of their arguments.
 * Learned from: torch/nn/modules/{pooling,padding,activation,dropout,
 * upsampling,flatten,loss}.py, 2.13.
 */
#include <string.h>

#include "script/torch_nn_module.h"

/* The number of axes in a class's name: MaxPool2d. */
static size_t axes_of(const ssi_nn_module *m)
{
    const char *name = m->head.type->name;
    return (size_t)(name[strlen(name) - 2] - '0');
}

/* stride=None is the kernel's size. */
bool ssi_nn_pool(ss_session *s, ssi_nn_module *m)
{
    return ssi_nn_get(s, m, "stride").tag != SSI_NONE
           || ssi_nn_set(s, m->attributes, "stride",
                         ssi_nn_get(s, m, "kernel_size"));
}

bool ssi_nn_tuple_pool(ss_session *s, ssi_nn_module *m)
{
    size_t n = axes_of(m);
    return ssi_nn_pool(s, m) && ssi_nn_tuple(s, m, "kernel_size", n)
           && ssi_nn_tuple(s, m, "stride", n)
           && ssi_nn_tuple(s, m, "padding", n);
}

bool ssi_nn_pad(ss_session *s, ssi_nn_module *m)
{
    return ssi_nn_tuple(s, m, "padding", 2 * axes_of(m));
}

bool ssi_nn_hardtanh(ss_session *s, ssi_nn_module *m)
{
    double low, high;
    if (ssi_nn_get(s, m, "min_value").tag != SSI_NONE
        || ssi_nn_get(s, m, "max_value").tag != SSI_NONE)
        return ssi_unsupported(s, "min_value and max_value; min_val and "
                                  "max_val are supported");
    if (!ssi_to_double(s, ssi_nn_get(s, m, "min_val"), &low)
        || !ssi_to_double(s, ssi_nn_get(s, m, "max_val"), &high))
        return false;
    return high > low
           || ssi_unsupported(s, "a Hardtanh whose max_val is not above "
                                 "min_val");
}

bool ssi_nn_relu6(ss_session *s, ssi_nn_module *m)
{
    return ssi_nn_set(s, m->attributes, "min_val", ssi_float(0))
           && ssi_nn_set(s, m->attributes, "max_val", ssi_float(6));
}

bool ssi_nn_dropout(ss_session *s, ssi_nn_module *m)
{
    ssi_value p = ssi_nn_get(s, m, "p");
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
    return !(x < 0 || x > 1) || ssi_torch_raise_probability(s, p);
}

/* scale_factor is a float, or a tuple of floats. */
static bool scale_of(ss_session *s, ssi_nn_module *m)
{
    ssi_value v = ssi_nn_get(s, m, "scale_factor");
    ssi_list_object *o;
    double x;
    if (v.tag == SSI_NONE)
        return true;
    if (!ssi_is(v, &ssi_type_tuple))
        return ssi_to_double(s, v, &x)
               && ssi_nn_set(s, m->attributes, "scale_factor",
                             x != 0 ? ssi_float(x) : ssi_none());
    if (!ssi_nn_tuple(s, m, "scale_factor", 0)) /* a copy */
        return false;
    o = (ssi_list_object *)ssi_nn_get(s, m, "scale_factor").u.o;
    for (size_t i = 0; i < o->count; i++) {
        if (!ssi_to_double(s, o->items[i], &x))
            return false;
        ssi_release(s, o->items[i]);
        o->items[i] = ssi_float(x);
    }
    return true;
}

bool ssi_nn_upsample(ss_session *s, ssi_nn_module *m)
{
    const char *name = m->head.type->name;
    const char *mode = strstr(name, "Bilinear") ? "bilinear" : "nearest";
    ssi_value v;
    if (!scale_of(s, m))
        return false;
    bool no_scale = ssi_nn_get(s, m, "scale_factor").tag == SSI_NONE;
    if (!ssi_nn_set(s, m->attributes, "no_scale", ssi_bool(no_scale)))
        return false;
    if (strcmp(name, "Upsample") == 0)
        return true;
    if (!ssi_new_str(s, mode, strlen(mode), &v))
        return false;
    bool ok = ssi_nn_set(s, m->attributes, "mode", v);
    ssi_release(s, v);
    return ok;
}

bool ssi_nn_flat(ss_session *s, ssi_nn_module *m)
{
    ssi_value v = ssi_nn_get(s, m, "unflattened_size");
    if (!ssi_is(ssi_nn_get(s, m, "dim"), &ssi_type_str)
        && (ssi_is(v, &ssi_type_tuple) || ssi_is(v, &ssi_type_torch_size)))
        return true;
    return ssi_unsupported(s, "an Unflatten of anything but an int and a "
                              "tuple");
}

bool ssi_nn_loss(ss_session *s, ssi_nn_module *m)
{
    static const char *const refused[] = {"weight", "pos_weight",
                                          "size_average", "reduce"};
    for (size_t i = 0; i < 4; i++)
        if (ssi_nn_get(s, m, refused[i]).tag != SSI_NONE)
            return ssi_unsupported(s, "%s of a loss", refused[i]);
    return true;
}
