/* SPDX-License-Identifier: MIT
 * The layers that attention and transformers are made of.
 * Learned from: torch/nn/modules/{activation,transformer}.py, 2.13.
 */
#include <stdio.h>
#include <string.h>

#include "torch/nn.h"

static void set(ss_torch_nn_layer *out, char name[32], ss_torch_nn_kind kind,
                const char *text)
{
    out->kind = kind;
    memcpy(name, text, strlen(text) + 1);
}

static void linear(const ss_torch_nn_layer *l, size_t in, size_t to,
                   ss_torch_nn_layer *out)
{
    *out = (ss_torch_nn_layer){.in = in, .out = to, .no_bias = l->no_bias};
}

static void norm(const ss_torch_nn_layer *l, ss_torch_nn_layer *out)
{
    *out =
        (ss_torch_nn_layer){.ndim = 1, .shape = {l->in}, .no_bias = l->no_bias};
}

typedef struct part {
    const char *name;
    char what; /* 'a' attention, '1', '2' linear, 'n' norm, 'd' dropout */
} part;

/* The children of an encoder's or decoder's layer, in order. */
static bool layer_child(const ss_torch_nn_layer *l, size_t i,
                        ss_torch_nn_layer *out, char name[32])
{
    static const part encoder[] = {
        {"self_attn", 'a'}, {"linear1", '1'},  {"dropout", 'd'},
        {"linear2", '2'},   {"norm1", 'n'},    {"norm2", 'n'},
        {"dropout1", 'd'},  {"dropout2", 'd'},
    };
    static const part decoder[] = {
        {"self_attn", 'a'}, {"multihead_attn", 'a'}, {"linear1", '1'},
        {"dropout", 'd'},   {"linear2", '2'},        {"norm1", 'n'},
        {"norm2", 'n'},     {"norm3", 'n'},          {"dropout1", 'd'},
        {"dropout2", 'd'},  {"dropout3", 'd'},
    };
    bool first = l->kind == SS_TORCH_NN_ENCODER_LAYER;
    const part *rows = first ? encoder : decoder;
    size_t count = first ? 8 : 11;
    if (i >= count)
        return false;
    char what = rows[i].what;
    *out = (ss_torch_nn_layer){.in = l->in, .no_bias = l->no_bias};
    if (what == '1')
        linear(l, l->in, l->out, out);
    if (what == '2')
        linear(l, l->out, l->in, out);
    if (what == 'n')
        norm(l, out);
    set(out, name,
        what == 'a'   ? SS_TORCH_NN_MULTIHEAD_ATTENTION
        : what == 'n' ? SS_TORCH_NN_LAYER_NORM
        : what == 'd' ? SS_TORCH_NN_NOTHING
                      : SS_TORCH_NN_LINEAR,
        rows[i].name);
    return true;
}

static bool stack_child(const ss_torch_nn_layer *l, size_t i,
                        ss_torch_nn_layer *out, char name[32])
{
    bool encoder = l->kind == SS_TORCH_NN_ENCODER;
    if (i == 0) {
        *out = *l;
        set(out, name,
            encoder ? SS_TORCH_NN_ENCODER_LIST : SS_TORCH_NN_DECODER_LIST,
            "layers");
        return true;
    }
    norm(l, out);
    set(out, name, SS_TORCH_NN_LAYER_NORM, "norm");
    return i == 1 && l->final_norm;
}

static bool list_child(const ss_torch_nn_layer *l, size_t i,
                       ss_torch_nn_layer *out, char name[32])
{
    if (i >= l->layers)
        return false;
    *out = *l;
    out->kind = l->kind == SS_TORCH_NN_ENCODER_LIST ? SS_TORCH_NN_ENCODER_LAYER
                                                    : SS_TORCH_NN_DECODER_LAYER;
    snprintf(name, 32, "%zu", i);
    return true;
}

static bool transformer_child(const ss_torch_nn_layer *l, size_t i,
                              ss_torch_nn_layer *out, char name[32])
{
    *out = *l;
    out->layers = i == 0 ? l->layers : l->decoder_layers;
    out->final_norm = true;
    set(out, name, i == 0 ? SS_TORCH_NN_ENCODER : SS_TORCH_NN_DECODER,
        i == 0 ? "encoder" : "decoder");
    return i < 2;
}

bool ssi_torch_nn_child(const ss_torch_nn_layer *l, size_t i,
                        ss_torch_nn_layer *out, char name[32])
{
    bool found = false;
    switch (l->kind) {
    case SS_TORCH_NN_MULTIHEAD_ATTENTION:
        linear(l, l->in, l->in, out);
        set(out, name, SS_TORCH_NN_LINEAR, "out_proj");
        found = i == 0;
        break;
    case SS_TORCH_NN_ENCODER_LAYER:
    case SS_TORCH_NN_DECODER_LAYER:
        found = layer_child(l, i, out, name);
        break;
    case SS_TORCH_NN_ENCODER:
    case SS_TORCH_NN_DECODER:
        found = stack_child(l, i, out, name);
        break;
    case SS_TORCH_NN_ENCODER_LIST:
    case SS_TORCH_NN_DECODER_LIST:
        found = list_child(l, i, out, name);
        break;
    case SS_TORCH_NN_TRANSFORMER:
        found = transformer_child(l, i, out, name);
        break;
    default:
        break;
    }
    out->name = NULL;
    return found;
}
