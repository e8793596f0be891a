/* SPDX-License-Identifier: MIT
 * What the constructors of layers with weights do: their checks, their
 * tensors, the draws.
 * Learned from: torch/nn/modules/{linear,conv,sparse,rnn,batchnorm,
 * normalization}.py, 2.13.
 */
#include <stdio.h>
#include <string.h>

#include "script/torch_nn_module.h"

/* --- attributes --- */
bool ssi_nn_int(ss_session *s, const ssi_nn_module *m, const char *name,
                int64_t *out)
{
    ssi_value v = ssi_nn_get(s, m, name);
    if (v.tag == SSI_BOOL || !ssi_is_int(v))
        return ssi_unsupported(s, "%s of a %s that is no int", name,
                               m->head.type->name);
    return ssi_to_int64(s, v, out);
}

/* Sizes as size_t; a negative one is left for the tensors' check. */
static bool size_at(ss_session *s, const ssi_nn_module *m, const char *name,
                    size_t *out)
{
    int64_t x;
    if (!ssi_nn_int(s, m, name, &x))
        return false;
    if (x > INT64_MAX / 16 || x < -(INT64_MAX / 16))
        return ssi_unsupported(s, "%s of a size as large as this", name);
    *out = (size_t)x;
    return true;
}

bool ssi_nn_flag(ss_session *s, const ssi_nn_module *m, const char *name,
                 bool *out)
{
    return ssi_truth(s, ssi_nn_get(s, m, name), out);
}

bool ssi_nn_tuple(ss_session *s, ssi_nn_module *m, const char *name, size_t n)
{
    ssi_value v = ssi_nn_get(s, m, name), items[6], out;
    bool ok;
    if (v.tag == SSI_OBJECT && v.u.o->type->iterate
        && !ssi_is(v, &ssi_type_str)) {
        if (!ssi_new_list(s, NULL, 0, &out))
            return false;
        ok = ssi_list_extend(s, out, v);
        if (ok) {
            ssi_value list = out;
            ssi_list_object *o = (ssi_list_object *)list.u.o;
            ok = ssi_new_tuple(s, o->items, o->count, &out);
            ssi_release(s, list);
        }
    } else {
        for (size_t i = 0; i < n; i++)
            items[i] = v;
        ok = ssi_new_tuple(s, items, n, &out);
    }
    if (!ok)
        return false;
    ok = ssi_nn_set(s, m->attributes, name, out);
    ssi_release(s, out);
    return ok;
}

/* A tuple of ints as the layer's shape. */
static bool shape_of(ss_session *s, ssi_nn_module *m, const char *name)
{
    ssi_list_object *o = (ssi_list_object *)ssi_nn_get(s, m, name).u.o;
    if (o->count > SS_TORCH_NN_DIMS)
        return ssi_unsupported(s, "%s of more than %d numbers", name,
                               SS_TORCH_NN_DIMS);
    m->layer.ndim = (uint32_t)o->count;
    for (size_t i = 0; i < o->count; i++) {
        int64_t x;
        if (o->items[i].tag == SSI_BOOL || !ssi_is_int(o->items[i]))
            return ssi_unsupported(s, "%s of numbers that are no ints", name);
        if (!ssi_to_int64(s, o->items[i], &x))
            return false;
        m->layer.shape[i] = (size_t)x;
    }
    return true;
}

/* --- tensors --- */

static void name_of(const ssi_nn_own *own, char out[64])
{
    if (own->level < 0)
        snprintf(out, 64, "%s", own->name);
    else
        snprintf(out, 64, "%s_l%d%s", own->name, (int)own->level,
                 own->reverse ? "_reverse" : "");
}

static bool add_tensor(ss_session *s, ssi_nn_module *m, const ssi_nn_own *own)
{
    ss_dtype dtype = own->integer ? SS_INT64 : m->dtype;
    int64_t sizes[SS_TORCH_NN_DIMS];
    ssi_value tensor, value;
    ssi_shape shape;
    char name[64];
    for (uint32_t i = 0; i < own->ndim; i++)
        sizes[i] = (int64_t)own->shape[i];
    if (!ssi_torch_check_sizes(s, "empty", sizes, own->ndim,
                               ss_dtype_size(dtype), &shape)
        || !ssi_new_tensor(s, dtype, &shape, &tensor))
        return false;
    bool ok = own->buffer
                  ? ssi_new_view(s, tensor, ssi_array_of(tensor), &value)
                  : ssi_new_parameter(s, tensor, true, &value);
    ssi_release(s, tensor);
    if (!ok)
        return false;
    name_of(own, name);
    ok = ssi_nn_set(s, own->buffer ? m->buffers : m->parameters, name, value);
    ssi_release(s, value);
    return ok;
}

bool ssi_nn_tensors(ss_session *s, ssi_nn_module *m)
{
    ssi_nn_own own;
    for (size_t i = 0; ssi_torch_nn_own(&m->layer, i, &own); i++)
        if (!add_tensor(s, m, &own))
            return false;
    return true;
}

/* Still the tensor that the constructor made. */
static bool fits(const ss_array *a, const ssi_nn_own *own)
{
    bool same = a->ndim == own->ndim && ss_array_is_contiguous(a)
                && (a->dtype == SS_INT64) == own->integer;
    for (uint32_t i = 0; same && i < own->ndim; i++)
        same = a->shape[i] == own->shape[i];
    return same;
}

bool ssi_nn_draw(ss_session *s, ssi_nn_module *m)
{
    ssi_nn_own own;
    char name[64];
    for (size_t i = 0; ssi_torch_nn_own(&m->layer, i, &own); i++) {
        ssi_value v = ssi_none();
        name_of(&own, name);
        (void)ssi_dict_get(s, own.buffer ? m->buffers : m->parameters, name,
                           &v);
        if (!ssi_is(v, &ssi_type_tensor) || !fits(ssi_array_of(v), &own))
            return ssi_unsupported(s, "drawing a tensor that was replaced");
        ssi_torch_nn_draw(&s->torch_random, ssi_array_of(v)->dtype, &m->layer,
                          &own, ssi_array_of(v)->data);
    }
    return true;
}

/* A name that is registered and None. */
static bool add_none(ss_session *s, ssi_value dict, const char *name)
{
    return ssi_nn_set(s, dict, name, ssi_none());
}

/* The attribute bias becomes the layer's; without one the parameter is None,
 * which stands after the weight. */
static bool bias_of(ss_session *s, ssi_nn_module *m)
{
    bool bias;
    if (!ssi_nn_flag(s, m, "bias", &bias))
        return false;
    m->layer.no_bias = !bias;
    return true;
}

static bool finish(ss_session *s, ssi_nn_module *m)
{
    return ssi_nn_tensors(s, m)
           && (!m->layer.no_bias || add_none(s, m->parameters, "bias"))
           && ssi_nn_draw(s, m);
}

/* --- linear --- */
bool ssi_nn_linear(ss_session *s, ssi_nn_module *m)
{
    m->layer.kind = SS_TORCH_NN_LINEAR;
    return size_at(s, m, "in_features", &m->layer.in)
           && size_at(s, m, "out_features", &m->layer.out) && bias_of(s, m)
           && finish(s, m);
}

bool ssi_nn_bilinear(ss_session *s, ssi_nn_module *m)
{
    int64_t in;
    m->layer.kind = SS_TORCH_NN_BILINEAR;
    if (!ssi_nn_int(s, m, "in1_features", &in))
        return false;
    m->layer.in = (size_t)in;
    if (!size_at(s, m, "in2_features", &m->layer.in2)
        || !size_at(s, m, "out_features", &m->layer.out) || !bias_of(s, m)
        || !ssi_nn_tensors(s, m))
        return false;
    if (in == 0)
        return ssi_raise(s, "ZeroDivisionError", "float division by zero");
    return (!m->layer.no_bias || add_none(s, m->parameters, "bias"))
           && ssi_nn_draw(s, m);
}

/* --- convolutions --- */
static bool conv_checks(ss_session *s, ssi_nn_module *m, int64_t *groups)
{
    int64_t in, out;
    ssi_value mode = ssi_nn_get(s, m, "padding_mode");
    ssi_value padding = ssi_nn_get(s, m, "padding");
    if (!ssi_nn_int(s, m, "groups", groups)
        || !ssi_nn_int(s, m, "in_channels", &in)
        || !ssi_nn_int(s, m, "out_channels", &out))
        return false;
    if (*groups <= 0)
        return ssi_raise(s, "ValueError", "groups must be a positive integer");
    if (in % *groups != 0)
        return ssi_raise(s, "ValueError",
                         "in_channels must be divisible by groups");
    if (out % *groups != 0)
        return ssi_raise(s, "ValueError",
                         "out_channels must be divisible by groups");
    if (!ssi_is(mode, &ssi_type_str))
        return ssi_unsupported(s, "a padding_mode that is no str");
    const char *text = ((ssi_str_object *)mode.u.o)->data;
    if (strcmp(text, "zeros") != 0 && strcmp(text, "reflect") != 0
        && strcmp(text, "replicate") != 0 && strcmp(text, "circular") != 0)
        return ssi_unsupported(s, "padding_mode '%s'", text);
    if (!ssi_is(padding, &ssi_type_str))
        return true;
    text = ((ssi_str_object *)padding.u.o)->data;
    return strcmp(text, "same") == 0 || strcmp(text, "valid") == 0
           || ssi_unsupported(s, "padding '%s'", text);
}

/* padding='same' is for a stride of ones. */
static bool same_padding(ss_session *s, ssi_nn_module *m)
{
    ssi_value padding = ssi_nn_get(s, m, "padding");
    ssi_list_object *stride = (ssi_list_object *)ssi_nn_get(s, m, "stride").u.o;
    if (!ssi_is(padding, &ssi_type_str)
        || strcmp(((ssi_str_object *)padding.u.o)->data, "same") != 0)
        return true;
    for (size_t i = 0; i < stride->count; i++)
        if (stride->items[i].tag != SSI_INT || stride->items[i].u.i != 1)
            return ssi_raise(s, "ValueError",
                             "padding='same' is not supported for strided "
                             "convolutions");
    return true;
}

bool ssi_nn_conv(ss_session *s, ssi_nn_module *m)
{
    const char *name = m->head.type->name;
    size_t n = (size_t)(name[strlen(name) - 2] - '0');
    bool transposed = strncmp(name, "ConvTranspose", 13) == 0;
    int64_t groups;
    m->layer.kind = transposed ? SS_TORCH_NN_CONV_TRANSPOSE : SS_TORCH_NN_CONV;
    if ((!transposed || ssi_is(ssi_nn_get(s, m, "padding"), &ssi_type_str))
        && !transposed
        && !ssi_nn_set(s, m->attributes, "output_padding", ssi_int(0)))
        return false;
    if (!ssi_nn_tuple(s, m, "kernel_size", n)
        || !ssi_nn_tuple(s, m, "stride", n)
        || !ssi_nn_tuple(s, m, "dilation", n)
        || !ssi_nn_tuple(s, m, "output_padding", n)
        || (!ssi_is(ssi_nn_get(s, m, "padding"), &ssi_type_str)
            && !ssi_nn_tuple(s, m, "padding", n))
        || !conv_checks(s, m, &groups) || !same_padding(s, m)
        || !shape_of(s, m, "kernel_size") || !bias_of(s, m))
        return false;
    if (m->layer.ndim != n)
        return ssi_unsupported(s, "a kernel_size of %u numbers for %s",
                               (unsigned)m->layer.ndim, name);
    m->layer.groups = (size_t)groups;
    return size_at(s, m, "in_channels", &m->layer.in)
           && size_at(s, m, "out_channels", &m->layer.out)
           && ssi_nn_set(s, m->attributes, "no_bias",
                         ssi_bool(m->layer.no_bias))
           && finish(s, m);
}

/* --- embeddings --- */
static bool padding_row(ss_session *s, ssi_nn_module *m)
{
    ssi_value v = ssi_nn_get(s, m, "padding_idx");
    int64_t n = (int64_t)m->layer.in, row;
    if (v.tag == SSI_NONE)
        return true;
    if (!ssi_nn_int(s, m, "padding_idx", &row))
        return false;
    if (row > 0 ? row >= n : row < -n)
        return ssi_raise(s, "AssertionError",
                         row > 0 && !strchr(m->head.type->name, 'B')
                             ? "Padding_idx must be within num_embeddings"
                         : !strchr(m->head.type->name, 'B')
                             ? "Padding_idx must be within num_embeddings"
                             : "padding_idx must be within num_embeddings");
    row += row < 0 ? n : 0;
    if (n == 0)
        return ssi_unsupported(s, "padding_idx without embeddings");
    m->layer.has_padding = true;
    m->layer.padding_idx = row;
    return ssi_nn_set(s, m->attributes, "padding_idx", ssi_int(row));
}

bool ssi_nn_embedding(ss_session *s, ssi_nn_module *m)
{
    bool frozen = false;
    ssi_value weight;
    m->layer.kind = SS_TORCH_NN_EMBEDDING;
    if (ssi_nn_get(s, m, "_weight").tag != SSI_NONE)
        return ssi_unsupported(s, "an embedding of given weights");
    if (!size_at(s, m, "num_embeddings", &m->layer.in)
        || !size_at(s, m, "embedding_dim", &m->layer.out) || !padding_row(s, m)
        || !ssi_nn_flag(s, m, "_freeze", &frozen) || !ssi_nn_tensors(s, m)
        || !ssi_nn_draw(s, m))
        return false;
    return !frozen || !ssi_dict_get(s, m->parameters, "weight", &weight)
           || ssi_grad_require(s, weight, false);
}

/* --- recurrent layers --- */
static bool positive(ss_session *s, const ssi_nn_module *m, const char *name,
                     bool checks_type, size_t *out)
{
    ssi_value v = ssi_nn_get(s, m, name);
    int64_t x;
    if (checks_type && !ssi_is_pyint(v))
        return ssi_raise(s, "TypeError", "%s should be of type int, got: %s",
                         name, ssi_type_name(v));
    if (!ssi_nn_int(s, m, name, &x))
        return false;
    if (x <= 0)
        return ssi_raise(s, "ValueError", "%s must be greater than zero", name);
    if (x > INT64_MAX / 16)
        return ssi_unsupported(s, "a %s as large as this", name);
    *out = (size_t)x;
    return true;
}

static bool dropout_of(ss_session *s, ssi_nn_module *m)
{
    ssi_value v = ssi_nn_get(s, m, "dropout");
    double p = 0;
    bool number = ssi_is_float(v) || (ssi_is_int(v) && v.tag != SSI_BOOL);
    if (number && !ssi_to_double(s, v, &p))
        return false;
    if (!number || !(p >= 0 && p <= 1))
        return ssi_raise(s, "ValueError",
                         "dropout should be a number in range [0, 1] "
                         "representing the probability of an element being "
                         "zeroed");
    return ssi_nn_set(s, m->attributes, "dropout", ssi_float(p));
}

static bool check_bool(ss_session *s, const ssi_nn_module *m, const char *name)
{
    ssi_value v = ssi_nn_get(s, m, name);
    return v.tag == SSI_BOOL
           || ssi_raise(s, "TypeError", "%s should be of type bool, got: %s",
                        name, ssi_type_name(v));
}

static bool proj_of(ss_session *s, ssi_nn_module *m)
{
    int64_t proj;
    if (!ssi_nn_int(s, m, "proj_size", &proj))
        return false;
    if (proj < 0)
        return ssi_raise(s, "ValueError",
                         "proj_size should be a positive integer or zero to "
                         "disable projections");
    if ((size_t)proj >= m->layer.out)
        return ssi_raise(s, "ValueError",
                         "proj_size has to be smaller than hidden_size");
    m->layer.proj_size = (size_t)proj;
    return true;
}

/* nonlinearity of an RNN, and its mode. */
static bool mode_of(ss_session *s, ssi_nn_module *m)
{
    const char *name = m->head.type->name, *mode = name;
    int64_t proj = 0;
    ssi_value v;
    m->layer.kind = name[0] == 'L'   ? SS_TORCH_NN_LSTM
                    : name[0] == 'G' ? SS_TORCH_NN_GRU
                                     : SS_TORCH_NN_RNN;
    if (name[0] != 'L' && ssi_nn_int(s, m, "proj_size", &proj) && proj != 0)
        return ssi_raise(s, "ValueError",
                         "proj_size argument is only supported for LSTM, not "
                         "RNN or GRU");
    if (name[0] == 'R') {
        const char *text;
        if (!ssi_to_str(s, ssi_nn_get(s, m, "nonlinearity"), &text))
            return false;
        if (strcmp(text, "tanh") != 0 && strcmp(text, "relu") != 0)
            return ssi_raise(s, "ValueError",
                             "Unknown nonlinearity '%s'. Select from 'tanh' "
                             "or 'relu'.",
                             text);
        mode = text[0] == 't' ? "RNN_TANH" : "RNN_RELU";
    }
    if (!ssi_new_str(s, mode, strlen(mode), &v))
        return false;
    bool ok = ssi_nn_set(s, m->attributes, "mode", v);
    ssi_release(s, v);
    return ok;
}

bool ssi_nn_recurrent(ss_session *s, ssi_nn_module *m)
{
    if (!mode_of(s, m) || !dropout_of(s, m) || !check_bool(s, m, "bias")
        || !check_bool(s, m, "batch_first")
        || !positive(s, m, "input_size", true, &m->layer.in)
        || !positive(s, m, "hidden_size", true, &m->layer.out)
        || !positive(s, m, "num_layers", false, &m->layer.layers)
        || !proj_of(s, m) || !bias_of(s, m)
        || !ssi_nn_flag(s, m, "bidirectional", &m->layer.bidirectional))
        return false;
    return ssi_nn_tensors(s, m) && ssi_nn_draw(s, m);
}

bool ssi_nn_cell(ss_session *s, ssi_nn_module *m)
{
    const char *name = m->head.type->name;
    m->layer.kind = name[0] == 'L'   ? SS_TORCH_NN_LSTM_CELL
                    : name[0] == 'G' ? SS_TORCH_NN_GRU_CELL
                                     : SS_TORCH_NN_RNN_CELL;
    return size_at(s, m, "input_size", &m->layer.in)
           && size_at(s, m, "hidden_size", &m->layer.out) && bias_of(s, m)
           && ssi_nn_tensors(s, m)
           && (!m->layer.no_bias
               || (add_none(s, m->parameters, "bias_ih")
                   && add_none(s, m->parameters, "bias_hh")))
           && ssi_nn_draw(s, m);
}

/* --- norms --- */
static bool affine_of(ss_session *s, ssi_nn_module *m, const char *name)
{
    bool affine;
    if (!ssi_nn_flag(s, m, name, &affine))
        return false;
    m->layer.no_affine = !affine;
    return true;
}

/* Their tensors, and None for those they do without. */
static bool norm_tensors(ss_session *s, ssi_nn_module *m, bool statistics)
{
    static const char *const buffers[] = {"running_mean", "running_var",
                                          "num_batches_tracked"};
    bool none = m->layer.no_affine;
    if (!ssi_nn_tensors(s, m) || !ssi_nn_draw(s, m)
        || (none && !add_none(s, m->parameters, "weight")))
        return false;
    if (m->layer.kind != SS_TORCH_NN_RMS_NORM && (none || m->layer.no_bias)
        && !add_none(s, m->parameters, "bias"))
        return false;
    for (size_t i = 0; statistics && m->layer.no_statistics && i < 3; i++)
        if (!add_none(s, m->buffers, buffers[i]))
            return false;
    return true;
}

bool ssi_nn_batch_norm(ss_session *s, ssi_nn_module *m)
{
    bool statistics;
    m->layer.kind = m->head.type->name[0] == 'B' ? SS_TORCH_NN_BATCH_NORM
                                                 : SS_TORCH_NN_INSTANCE_NORM;
    if (!ssi_nn_flag(s, m, "track_running_stats", &statistics))
        return false;
    m->layer.no_statistics = !statistics;
    return size_at(s, m, "num_features", &m->layer.in)
           && affine_of(s, m, "affine") && bias_of(s, m)
           && norm_tensors(s, m, true);
}

bool ssi_nn_group_norm(ss_session *s, ssi_nn_module *m)
{
    int64_t groups, channels;
    m->layer.kind = SS_TORCH_NN_GROUP_NORM;
    if (!ssi_nn_int(s, m, "num_groups", &groups)
        || !ssi_nn_int(s, m, "num_channels", &channels))
        return false;
    if (groups == 0)
        return ssi_raise(s, "ZeroDivisionError", "integer modulo by zero");
    if (channels % groups != 0)
        return ssi_raise(s, "ValueError",
                         "num_channels (%lld) must be divisible by num_groups "
                         "(%lld)",
                         (long long)channels, (long long)groups);
    m->layer.in = (size_t)channels;
    return affine_of(s, m, "affine") && bias_of(s, m)
           && norm_tensors(s, m, false);
}

bool ssi_nn_layer_norm(ss_session *s, ssi_nn_module *m)
{
    bool rms = m->head.type->name[0] == 'R';
    m->layer.kind = rms ? SS_TORCH_NN_RMS_NORM : SS_TORCH_NN_LAYER_NORM;
    return ssi_nn_tuple(s, m, "normalized_shape", 1)
           && shape_of(s, m, "normalized_shape")
           && affine_of(s, m, "elementwise_affine") && (rms || bias_of(s, m))
           && norm_tensors(s, m, false);
}

bool ssi_nn_prelu(ss_session *s, ssi_nn_module *m)
{
    ssi_value weight, init = ssi_nn_get(s, m, "init");
    m->layer.kind = SS_TORCH_NN_PRELU;
    if (!size_at(s, m, "num_parameters", &m->layer.in)
        || !ssi_to_double(s, init, &m->layer.slope))
        return false;
    if (m->layer.in == 0)
        return ssi_unsupported(s, "a PReLU of no parameters");
    if (!ssi_nn_tensors(s, m) || !ssi_nn_draw(s, m))
        return false;
    return m->layer.slope != 0
           || !ssi_dict_get(s, m->parameters, "weight", &weight)
           || ssi_torch_fill_number(s, ssi_array_of(weight), init);
}
