/* SPDX-License-Identifier: MIT
 * Attention and transformers, made of other modules; deep copies.
 * Learned from: torch/nn/modules/{activation,transformer}.py, 2.13.
 */
#include <stdio.h>
#include <string.h>

#include "script/torch_nn_module.h"

/* A new child of a class, from attributes. */
static bool add(ss_session *s, ssi_nn_module *m, const char *name,
                const char *cls, const ssi_nn_given *given)
{
    ssi_value child;
    if (!ssi_nn_construct(s, cls, m->dtype, given, &child))
        return false;
    bool ok = ssi_nn_add_child(s, m, name, child);
    ssi_release(s, child);
    return ok;
}

static bool add_linear(ss_session *s, ssi_nn_module *m, const char *name,
                       const char *cls, int64_t in, int64_t out)
{
    const ssi_nn_given given[] = {
        {"in_features", ssi_int(in)},
        {"out_features", ssi_int(out)},
        {"bias", ssi_nn_get(s, m, "bias")},
        {NULL, ssi_none()},
    };
    return add(s, m, name, cls, given);
}

static bool add_norm(ss_session *s, ssi_nn_module *m, const char *name,
                     int64_t size)
{
    const ssi_nn_given given[] = {
        {"normalized_shape", ssi_int(size)},
        {"eps", ssi_nn_get(s, m, "layer_norm_eps")},
        {"bias", ssi_nn_get(s, m, "bias")},
        {NULL, ssi_none()},
    };
    return add(s, m, name, "LayerNorm", given);
}

static bool add_dropout(ss_session *s, ssi_nn_module *m, const char *name)
{
    const ssi_nn_given given[] = {{"p", ssi_nn_get(s, m, "dropout")},
                                  {NULL, ssi_none()}};
    return add(s, m, name, "Dropout", given);
}

/* --- MultiheadAttention --- */
static bool attention_sizes(ss_session *s, ssi_nn_module *m, int64_t *e)
{
    int64_t heads, other;
    static const char *const names[] = {"kdim", "vdim"};
    size_t *sizes[] = {&m->layer.kdim, &m->layer.vdim};
    if (!ssi_nn_int(s, m, "embed_dim", e)
        || !ssi_nn_int(s, m, "num_heads", &heads))
        return false;
    if (*e <= 0 || heads <= 0)
        return ssi_raise(s, "ValueError",
                         "embed_dim and num_heads must be greater than 0, got "
                         "embed_dim=%lld and num_heads=%lld instead",
                         (long long)*e, (long long)heads);
    m->layer.in = (size_t)*e;
    for (size_t i = 0; i < 2; i++) {
        if (ssi_nn_get(s, m, names[i]).tag == SSI_NONE)
            other = *e;
        else if (!ssi_nn_int(s, m, names[i], &other))
            return false;
        if (other <= 0)
            return ssi_unsupported(s, "%s below 1", names[i]);
        *sizes[i] = (size_t)other;
        if (!ssi_nn_set(s, m->attributes, names[i], ssi_int(other)))
            return false;
    }
    if (*e % heads != 0)
        return ssi_raise(s, "AssertionError",
                         "embed_dim must be divisible by num_heads");
    return ssi_nn_set(s, m->attributes, "head_dim", ssi_int(*e / heads));
}

bool ssi_nn_attention(ss_session *s, ssi_nn_module *m)
{
    static const char *const all[] = {
        "in_proj_weight", "q_proj_weight", "k_proj_weight", "v_proj_weight",
        "in_proj_bias",   "bias_k",        "bias_v"};
    ssi_value out_proj, bias;
    int64_t e;
    bool ok;
    m->layer.kind = SS_TORCH_NN_MULTIHEAD_ATTENTION;
    if (!attention_sizes(s, m, &e)
        || !ssi_nn_flag(s, m, "bias", &m->layer.no_bias)
        || !ssi_nn_flag(s, m, "add_bias_kv", &m->layer.bias_kv))
        return false;
    m->layer.no_bias = !m->layer.no_bias;
    if (!ssi_nn_tensors(s, m)
        || !add_linear(s, m, "out_proj", "NonDynamicallyQuantizableLinear", e,
                       e)
        || !ssi_nn_draw(s, m))
        return false;
    ok = ssi_dict_get(s, m->children, "out_proj", &out_proj)
         && ssi_dict_get(s, ssi_module_at(out_proj)->parameters, "bias", &bias)
         && (bias.tag == SSI_NONE
             || ssi_torch_fill_number(s, ssi_array_of(bias), ssi_int(0)));
    for (size_t i = 0; ok && i < 7; i++)
        ok = ssi_dict_get(s, m->parameters, all[i], &bias)
             || ssi_nn_set(s, m->parameters, all[i], ssi_none());
    return ok;
}

/* --- layers --- */
static bool add_attention(ss_session *s, ssi_nn_module *m, const char *name)
{
    const ssi_nn_given given[] = {
        {"embed_dim", ssi_nn_get(s, m, "d_model")},
        {"num_heads", ssi_nn_get(s, m, "nhead")},
        {"dropout", ssi_nn_get(s, m, "dropout")},
        {"bias", ssi_nn_get(s, m, "bias")},
        {"batch_first", ssi_nn_get(s, m, "batch_first")},
        {NULL, ssi_none()},
    };
    return add(s, m, name, "MultiheadAttention", given);
}

/* 'relu', 'gelu', or a module, which becomes a child. */
static bool add_activation(ss_session *s, ssi_nn_module *m)
{
    ssi_value v = ssi_nn_get(s, m, "activation");
    const char *text;
    if (ssi_is_module(v))
        return ssi_nn_add_child(s, m, "activation", v);
    if (!ssi_is(v, &ssi_type_str))
        return ssi_unsupported(s, "this activation; 'relu', 'gelu' and "
                                  "modules are supported");
    text = ((ssi_str_object *)v.u.o)->data;
    return strcmp(text, "relu") == 0 || strcmp(text, "gelu") == 0
           || ssi_raise(s, "RuntimeError",
                        "activation should be relu/gelu, not %s", text);
}

bool ssi_nn_encoder_layer(ss_session *s, ssi_nn_module *m)
{
    static const char *const norms[] = {"norm1", "norm2", "norm3"};
    static const char *const dropouts[] = {"dropout1", "dropout2", "dropout3"};
    bool decoder = m->head.type->name[11] == 'D';
    size_t n = decoder ? 3 : 2;
    int64_t d, f;
    if (!ssi_nn_int(s, m, "d_model", &d)
        || !ssi_nn_int(s, m, "dim_feedforward", &f)
        || !add_attention(s, m, "self_attn")
        || (decoder && !add_attention(s, m, "multihead_attn"))
        || !add_linear(s, m, "linear1", "Linear", d, f)
        || !add_dropout(s, m, "dropout")
        || !add_linear(s, m, "linear2", "Linear", f, d))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!add_norm(s, m, norms[i], d))
            return false;
    for (size_t i = 0; i < n; i++)
        if (!add_dropout(s, m, dropouts[i]))
            return false;
    return add_activation(s, m);
}

/* --- copies --- */
static bool copy_tensors(ss_session *s, ssi_value from, ssi_value to)
{
    const ssi_dict_entry *e;
    ssi_value fresh, view;
    for (size_t i = 0; (e = ssi_dict_entry_at(from, i)); i++) {
        bool ok, parameter;
        if (!ssi_is(e->value, &ssi_type_tensor)) {
            if (!ssi_dict_set(s, to, e->key, e->value))
                return false;
            continue;
        }
        const ssi_array_object *o = (ssi_array_object *)e->value.u.o;
        if (!ssi_array_copy(s, &ssi_type_tensor, e->value,
                            ssi_array_element(&o->array), &fresh))
            return false;
        parameter = o->parameter;
        ok = parameter ? ssi_new_parameter(s, fresh, o->requires_grad, &view)
                       : ssi_new_view(s, fresh, ssi_array_of(fresh), &view);
        ssi_release(s, fresh);
        if (!ok)
            return false;
        ok = ssi_dict_set(s, to, e->key, view);
        ssi_release(s, view);
        if (!ok)
            return false;
    }
    return true;
}

static bool copy_into(ss_session *s, const ssi_nn_module *from,
                      ssi_nn_module *to)
{
    const ssi_dict_entry *e;
    to->training = from->training;
    to->dtype = from->dtype;
    to->layer = from->layer;
    if (!ssi_dict_update(s, to->attributes, from->attributes)
        || !copy_tensors(s, from->parameters, to->parameters)
        || !copy_tensors(s, from->buffers, to->buffers))
        return false;
    for (size_t i = 0; (e = ssi_dict_entry_at(from->children, i)); i++) {
        ssi_value child;
        if (!ssi_nn_copy(s, e->value, &child))
            return false;
        bool ok = ssi_dict_set(s, to->children, e->key, child);
        ssi_release(s, child);
        if (!ok)
            return false;
    }
    return true;
}

bool ssi_nn_copy(ss_session *s, ssi_value module, ssi_value *out)
{
    bool ok;
    if (!ssi_enter_value(s, " while copying a module"))
        return false;
    ok = ssi_nn_new(s, module.u.o->type, out);
    if (ok && !copy_into(s, ssi_module_at(module), ssi_module_at(*out))) {
        ssi_release(s, *out);
        ok = false;
    }
    s->value_depth--;
    return ok;
}

/* --- stacks --- */
bool ssi_nn_encoder(ss_session *s, ssi_nn_module *m)
{
    bool decoder = m->head.type->name[11] == 'D';
    ssi_value layer =
        ssi_nn_get(s, m, decoder ? "decoder_layer" : "encoder_layer");
    ssi_value norm = ssi_nn_get(s, m, "norm"), list;
    const ssi_nn_given none[] = {{NULL, ssi_none()}};
    int64_t n;
    char name[32];
    bool ok;
    if (!ssi_nn_int(s, m, "num_layers", &n))
        return false;
    if (!ssi_is_module(layer) || (norm.tag != SSI_NONE && !ssi_is_module(norm)))
        return ssi_unsupported(s, "a %s of what are no modules",
                               m->head.type->name);
    if (!ssi_nn_construct(s, "ModuleList", m->dtype, none, &list))
        return false;
    ok = ssi_nn_add_child(s, m, "layers", list);
    ssi_release(s, list);
    for (int64_t i = 0; ok && i < n; i++) {
        ssi_value copy;
        ok = ssi_nn_copy(s, layer, &copy);
        if (!ok)
            break;
        snprintf(name, sizeof name, "%lld", (long long)i);
        ok = ssi_nn_add_child(s, ssi_module_at(list), name, copy);
        ssi_release(s, copy);
    }
    return ok && (norm.tag == SSI_NONE || ssi_nn_add_child(s, m, "norm", norm));
}

/* --- Transformer --- */

/* A layer, a norm, and the stack of both. */
static bool add_stack(ss_session *s, ssi_nn_module *m, bool decoder)
{
    static const char *const same[] = {
        "d_model",     "nhead",      "dim_feedforward",
        "dropout",     "activation", "layer_norm_eps",
        "batch_first", "norm_first", "bias"};
    ssi_nn_given given[10] = {{NULL, ssi_none()}};
    ssi_value layer;
    ssi_nn_module *scratch = m;
    int64_t d;
    bool ok;
    for (size_t i = 0; i < 9; i++)
        given[i] = (ssi_nn_given){same[i], ssi_nn_get(s, m, same[i])};
    if (!ssi_nn_int(s, m, "d_model", &d)
        || !ssi_nn_construct(
            s, decoder ? "TransformerDecoderLayer" : "TransformerEncoderLayer",
            m->dtype, given, &layer))
        return false;
    ok = add_norm(s, scratch, "norm", d);
    if (ok) {
        ssi_value norm = ssi_none();
        (void)ssi_dict_get(s, m->children, "norm", &norm);
        const ssi_nn_given stack[] = {
            {decoder ? "decoder_layer" : "encoder_layer", layer},
            {"num_layers",
             ssi_nn_get(s, m,
                        decoder ? "num_decoder_layers" : "num_encoder_layers")},
            {"norm", norm},
            {NULL, ssi_none()},
        };
        ok = add(s, m, decoder ? "decoder" : "encoder",
                 decoder ? "TransformerDecoder" : "TransformerEncoder", stack);
    }
    ssi_release(s, layer);
    return ok;
}

/* The children without the norm that was only on its way. */
static bool only_stacks(ss_session *s, ssi_nn_module *m)
{
    ssi_value children, old = m->children, v;
    if (!ssi_new_dict(s, &children))
        return false;
    bool ok = ssi_dict_get(s, old, "encoder", &v)
              && ssi_nn_set(s, children, "encoder", v)
              && ssi_dict_get(s, old, "decoder", &v)
              && ssi_nn_set(s, children, "decoder", v);
    m->children = children;
    ssi_release(s, old);
    return ok;
}

static bool draw_again(ss_session *s, ssi_nn_module *m)
{
    ssi_value members, self = {SSI_OBJECT, {.o = &m->head}};
    if (!ssi_nn_members(s, self, false, &members))
        return false;
    const ssi_list_object *list = (ssi_list_object *)members.u.o;
    for (size_t i = 0; i < list->count; i++) {
        ssi_list_object *pair = (ssi_list_object *)list->items[i].u.o;
        ss_array *a = ssi_array_of(pair->items[1]);
        if (a->ndim < 2)
            continue;
        double bound = ss_torch_init_xavier_bound(a->shape[1], a->shape[0], 1);
        (void)ss_torch_uniform_fill(&s->torch_random, a->dtype, -bound, bound,
                                    a->data, ss_array_size(a));
    }
    ssi_release(s, members);
    return true;
}

bool ssi_nn_transformer(ss_session *s, ssi_nn_module *m)
{
    if (ssi_nn_get(s, m, "custom_encoder").tag != SSI_NONE
        || ssi_nn_get(s, m, "custom_decoder").tag != SSI_NONE)
        return ssi_unsupported(s, "custom_encoder and custom_decoder");
    return add_stack(s, m, false) && add_stack(s, m, true) && only_stacks(s, m)
           && draw_again(s, m);
}
