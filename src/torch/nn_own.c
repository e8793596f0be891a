/* SPDX-License-Identifier: MIT
 * The tensors of each kind of layer and how they are drawn.
 * Learned from: torch/nn/modules/{linear,conv,sparse,rnn,activation,batchnorm,
 * normalization}.py, 2.13.
 */
#include "torch/nn.h"

static void sizes2(ssi_nn_own *out, size_t a, size_t b)
{
    out->ndim = 2;
    out->shape[0] = a;
    out->shape[1] = b;
}

static void uniform(ssi_nn_own *out, ssi_nn_rule rule, double bound)
{
    out->rule = rule;
    out->number = bound;
}

/* Bias number i of a layer: one axis. */
static bool bias_of(const ss_torch_nn_layer *l, const char *name, size_t n,
                    double bound, ssi_nn_own *out)
{
    out->name = name;
    out->ndim = 1;
    out->shape[0] = n;
    uniform(out, SSI_NN_UNIFORM, bound);
    return !l->no_bias;
}

static double kaiming(size_t fan)
{
    double slope = 2.23606797749979; /* sqrt(5) */
    return ss_torch_init_kaiming_bound(
        fan, ss_torch_init_gain(SS_TORCH_LEAKY_RELU, slope));
}

static bool linear(const ss_torch_nn_layer *l, size_t i, ssi_nn_own *out)
{
    bool two = l->kind == SS_TORCH_NN_BILINEAR;
    if (i > 1)
        return false;
    if (i == 1)
        return bias_of(l, "bias", l->out, ss_torch_init_bias_bound(l->in), out);
    out->name = "weight";
    sizes2(out, l->out, l->in);
    if (!two) {
        uniform(out, SSI_NN_KAIMING, kaiming(l->in));
        return true;
    }
    out->ndim = 3;
    out->shape[2] = l->in2;
    uniform(out, SSI_NN_UNIFORM, ss_torch_init_bias_bound(l->in));
    return true;
}

static bool conv(const ss_torch_nn_layer *l, size_t i, ssi_nn_own *out)
{
    bool transposed = l->kind == SS_TORCH_NN_CONV_TRANSPOSE;
    size_t groups = l->groups ? l->groups : 1, fan;
    if (i > 1)
        return false;
    sizes2(out, transposed ? l->in : l->out,
           (transposed ? l->out : l->in) / groups);
    fan = out->shape[1];
    for (uint32_t k = 0; k < l->ndim; k++) {
        out->shape[2 + k] = l->shape[k];
        fan *= l->shape[k];
    }
    if (i == 1)
        return bias_of(l, "bias", l->out, ss_torch_init_bias_bound(fan), out);
    out->name = "weight";
    out->ndim = 2 + l->ndim;
    uniform(out, SSI_NN_KAIMING, kaiming(fan));
    return true;
}

static size_t gates(ss_torch_nn_kind kind)
{
    return kind == SS_TORCH_NN_LSTM || kind == SS_TORCH_NN_LSTM_CELL ? 4
           : kind == SS_TORCH_NN_GRU || kind == SS_TORCH_NN_GRU_CELL ? 3
                                                                     : 1;
}

/* Tensor j of one direction of one level. */
static bool recurrent_part(const ss_torch_nn_layer *l, size_t j, size_t in,
                           ssi_nn_own *out)
{
    static const char *const names[] = {"weight_ih", "weight_hh", "bias_ih",
                                        "bias_hh", "weight_hr"};
    size_t rows = gates(l->kind) * l->out;
    uniform(out, SSI_NN_UNIFORM, ss_torch_init_bias_bound(l->out));
    if (l->no_bias && j >= 2)
        j += 2;
    if (j > 4 || (j == 4 && l->proj_size == 0))
        return false;
    out->name = names[j];
    if (j == 0)
        sizes2(out, rows, in);
    else if (j == 1)
        sizes2(out, rows, l->proj_size ? l->proj_size : l->out);
    else if (j == 4)
        sizes2(out, l->proj_size, l->out);
    else
        sizes2(out, rows, 1);
    if (j == 2 || j == 3)
        out->ndim = 1;
    return true;
}

static bool recurrent(const ss_torch_nn_layer *l, size_t i, ssi_nn_own *out)
{
    size_t each = (l->no_bias ? 2 : 4) + (l->proj_size > 0);
    size_t directions = l->bidirectional ? 2 : 1;
    size_t levels = l->layers ? l->layers : 1;
    size_t hidden = l->proj_size ? l->proj_size : l->out;
    size_t level = i / each / directions;
    if (level >= levels)
        return false;
    out->level = (int32_t)level;
    out->reverse = i / each % directions == 1;
    return recurrent_part(l, i % each, level ? hidden * directions : l->in,
                          out);
}

/* in_proj_weight or q, k, v; in_proj_bias; bias_k, bias_v. */
static bool attention(const ss_torch_nn_layer *l, size_t i, ssi_nn_own *out)
{
    static const char *const split[] = {"q_proj_weight", "k_proj_weight",
                                        "v_proj_weight"};
    size_t e = l->in,
           dims[3] = {e, l->kdim ? l->kdim : e, l->vdim ? l->vdim : e};
    bool same = dims[1] == e && dims[2] == e;
    out->rule = SSI_NN_XAVIER_UNIFORM;
    out->name = same ? "in_proj_weight" : split[i < 3 ? i : 0];
    sizes2(out, same ? 3 * e : e, dims[i < 3 ? i : 0]);
    if (i < (same ? 1u : 3u))
        return true;
    i -= same ? 1 : 3;
    if (i == 0 && !l->no_bias) {
        bias_of(l, "in_proj_bias", 3 * e, 0, out);
        out->rule = SSI_NN_CONSTANT;
        return true;
    }
    i -= l->no_bias ? 0 : 1;
    out->name = i == 0 ? "bias_k" : "bias_v";
    out->rule = SSI_NN_XAVIER_NORMAL;
    out->ndim = 3;
    out->shape[0] = out->shape[1] = 1;
    out->shape[2] = e;
    return l->bias_kv && i < 2;
}

/* weight, bias, running_mean, running_var, num_batches_tracked. */
static bool norm(const ss_torch_nn_layer *l, size_t i, ssi_nn_own *out)
{
    static const char *const names[] = {"weight", "bias", "running_mean",
                                        "running_var", "num_batches_tracked"};
    bool statistics = (l->kind == SS_TORCH_NN_BATCH_NORM
                       || l->kind == SS_TORCH_NN_INSTANCE_NORM)
                      && !l->no_statistics;
    bool has_bias =
        !l->no_affine && !l->no_bias && l->kind != SS_TORCH_NN_RMS_NORM;
    if (l->no_affine)
        i++;
    if (!has_bias && i >= 1)
        i++;
    if (i > 4 || (i > 1 && !statistics))
        return false;
    out->name = names[i];
    out->rule = SSI_NN_CONSTANT;
    out->number = i == 0 || i == 3;
    out->buffer = i > 1;
    out->integer = i == 4;
    out->ndim = i == 4 ? 0 : 1;
    out->shape[0] = l->in;
    if (l->kind == SS_TORCH_NN_LAYER_NORM || l->kind == SS_TORCH_NN_RMS_NORM) {
        out->ndim = l->ndim;
        for (uint32_t k = 0; k < l->ndim; k++)
            out->shape[k] = l->shape[k];
    }
    return true;
}

static bool embedding(const ss_torch_nn_layer *l, size_t i, ssi_nn_own *out)
{
    out->name = "weight";
    sizes2(out, l->in, l->out);
    out->rule = SSI_NN_NORMAL;
    return i == 0;
}

static bool prelu(const ss_torch_nn_layer *l, size_t i, ssi_nn_own *out)
{
    out->name = "weight";
    out->ndim = 1;
    out->shape[0] = l->in ? l->in : 1;
    out->rule = SSI_NN_CONSTANT;
    out->number = l->slope != 0 ? l->slope : 0.25;
    return i == 0;
}

bool ssi_torch_nn_own(const ss_torch_nn_layer *l, size_t i, ssi_nn_own *out)
{
    *out = (ssi_nn_own){.level = -1};
    switch (l->kind) {
    case SS_TORCH_NN_LINEAR:
    case SS_TORCH_NN_BILINEAR:
        return linear(l, i, out);
    case SS_TORCH_NN_CONV:
    case SS_TORCH_NN_CONV_TRANSPOSE:
        return conv(l, i, out);
    case SS_TORCH_NN_EMBEDDING:
    case SS_TORCH_NN_EMBEDDING_BAG:
        return embedding(l, i, out);
    case SS_TORCH_NN_RNN:
    case SS_TORCH_NN_LSTM:
    case SS_TORCH_NN_GRU:
        return recurrent(l, i, out);
    case SS_TORCH_NN_RNN_CELL:
    case SS_TORCH_NN_LSTM_CELL:
    case SS_TORCH_NN_GRU_CELL:
        return recurrent_part(l, i, l->in, out);
    case SS_TORCH_NN_MULTIHEAD_ATTENTION:
        return attention(l, i, out);
    case SS_TORCH_NN_BATCH_NORM:
    case SS_TORCH_NN_INSTANCE_NORM:
    case SS_TORCH_NN_GROUP_NORM:
    case SS_TORCH_NN_LAYER_NORM:
    case SS_TORCH_NN_RMS_NORM:
        return norm(l, i, out);
    case SS_TORCH_NN_PRELU:
        return prelu(l, i, out);
    default:
        return false;
    }
}
