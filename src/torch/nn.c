/* SPDX-License-Identifier: MIT
 * Models: the list of their tensors, and their values in PyTorch's order.
 * Learned from: torch/nn/init.py and torch/nn/modules, 2.13.
 */
#include "torch/nn.h"

#include <string.h>

#include "torch/store.h"

/* --- the list --- */

typedef struct search {
    size_t left;    /* tensors to pass by */
    char name[128]; /* of the layer where the search is */
    size_t size;    /* of that name */
    bool too_long;
    ssi_nn_own own;
} search;

static void add(search *s, const char *text)
{
    size_t n = strlen(text), dot = s->size > 0;
    if (s->size + dot + n >= sizeof s->name) {
        s->too_long = true;
        return;
    }
    if (dot)
        s->name[s->size++] = '.';
    memcpy(s->name + s->size, text, n + 1);
    s->size += n;
}

/* "weight_ih", level 0, reverse: "weight_ih_l0_reverse". */
static void add_own(search *s)
{
    char digits[24], *at = digits + sizeof digits;
    size_t n, room;
    add(s, s->own.name);
    if (s->own.level < 0)
        return;
    *--at = '\0';
    for (int32_t x = s->own.level;; x /= 10) {
        *--at = (char)('0' + x % 10);
        if (x < 10)
            break;
    }
    *--at = 'l';
    *--at = '_';
    n = strlen(at);
    room = sizeof s->name - s->size;
    s->too_long = s->too_long || n + sizeof "_reverse" > room;
    if (s->too_long)
        return;
    memcpy(s->name + s->size, at, n + 1);
    if (s->own.reverse)
        memcpy(s->name + s->size + n, "_reverse", sizeof "_reverse");
}

static bool find(search *s, const ss_torch_nn_layer *layer)
{
    ss_torch_nn_layer child;
    char name[32];
    size_t size = s->size, own = 0;
    for (; ssi_torch_nn_own(layer, own, &s->own); own++)
        if (s->left-- == 0) {
            add_own(s);
            return true;
        }
    for (size_t i = 0; ssi_torch_nn_child(layer, i, &child, name); i++) {
        add(s, name);
        if (find(s, &child))
            return true;
        s->size = size;
        s->name[size] = '\0';
    }
    return false;
}

static bool find_at(search *s, const ss_torch_nn_layer *layers, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        s->size = 0;
        s->name[0] = '\0';
        if (layers[k].name != NULL && layers[k].name[0] != '\0')
            add(s, layers[k].name);
        if (find(s, &layers[k]))
            return true;
    }
    return false;
}

size_t ss_torch_nn_count(const ss_torch_nn_layer *layers, size_t n)
{
    search s = {.left = SIZE_MAX};
    find_at(&s, layers, n);
    return SIZE_MAX - s.left;
}

/* Gates, or query, key and value: products that a size_t holds. */
static bool is_small(const ss_torch_nn_layer *l)
{
    return l->in <= INT64_MAX / 16 && l->out <= INT64_MAX / 16
           && l->proj_size <= INT64_MAX / 16;
}

/* What PyTorch's constructors refuse. */
static bool is_right(const ss_torch_nn_layer *l)
{
    size_t groups = l->groups ? l->groups : 1;
    int64_t rows = l->in > INT64_MAX ? INT64_MAX : (int64_t)l->in;
    switch (l->kind) {
    case SS_TORCH_NN_CONV:
    case SS_TORCH_NN_CONV_TRANSPOSE:
        return l->ndim >= 1 && l->ndim <= 3 && l->in % groups == 0
               && l->out % groups == 0;
    case SS_TORCH_NN_RNN:
    case SS_TORCH_NN_GRU:
        return is_small(l) && l->in > 0 && l->out > 0 && l->layers <= INT32_MAX
               && l->proj_size == 0;
    case SS_TORCH_NN_LSTM:
        return is_small(l) && l->in > 0 && l->out > 0 && l->layers <= INT32_MAX
               && l->proj_size < l->out;
    case SS_TORCH_NN_RNN_CELL:
    case SS_TORCH_NN_LSTM_CELL:
    case SS_TORCH_NN_GRU_CELL:
        return is_small(l);
    case SS_TORCH_NN_EMBEDDING:
    case SS_TORCH_NN_EMBEDDING_BAG:
        return !l->has_padding
               || (l->padding_idx < rows && l->padding_idx >= -rows);
    case SS_TORCH_NN_BILINEAR:
    case SS_TORCH_NN_MULTIHEAD_ATTENTION:
    case SS_TORCH_NN_ENCODER_LAYER:
    case SS_TORCH_NN_DECODER_LAYER:
    case SS_TORCH_NN_ENCODER:
    case SS_TORCH_NN_DECODER:
    case SS_TORCH_NN_TRANSFORMER:
        return is_small(l) && l->in > 0;
    case SS_TORCH_NN_LAYER_NORM:
    case SS_TORCH_NN_RMS_NORM:
        return l->ndim <= SS_TORCH_NN_DIMS;
    default:
        return (unsigned)l->kind <= SS_TORCH_NN_DECODER_LIST;
    }
}

static ss_status size_of(const ssi_nn_own *own, size_t *out)
{
    size_t count = 1;
    bool empty = false;
    for (uint32_t k = 0; k < own->ndim; k++)
        empty = empty || own->shape[k] == 0;
    for (uint32_t k = 0; k < own->ndim && !empty; k++) {
        if (own->shape[k] > INT64_MAX / 8 / count)
            return SS_ERR_TORCH_OVERFLOW;
        count *= own->shape[k];
    }
    *out = empty ? 0 : count;
    return SS_OK;
}

ss_status ss_torch_nn_at(const ss_torch_nn_layer *layers, size_t n,
                         ss_dtype dtype, size_t i, ss_torch_nn_tensor *out)
{
    search s = {.left = i};
    for (size_t k = 0; k < n; k++)
        if (!is_right(&layers[k]))
            return SS_ERR_ARGUMENT;
    if (!ssi_torch_is_float(dtype))
        return SS_ERR_DTYPE;
    if (!find_at(&s, layers, n) || s.too_long)
        return SS_ERR_ARGUMENT;
    memcpy(out->name, s.name, sizeof out->name);
    out->buffer = s.own.buffer;
    out->dtype = s.own.integer ? SS_INT64 : dtype;
    out->ndim = s.own.ndim;
    memcpy(out->shape, s.own.shape, sizeof out->shape);
    return size_of(&s.own, &out->count);
}

/* --- the draws --- */

typedef struct filler {
    ss_torch_generator *g;
    ss_dtype dtype;
    void *const *next; /* the next tensor's memory */
} filler;

static void fill_constant(const filler *f, double x, void *out, size_t n)
{
    double values[64];
    for (size_t i = 0; i < 64; i++)
        values[i] = x;
    for (size_t i = 0; i < n; i += 64)
        ssi_torch_store(f->g, f->dtype, out, i, values,
                        n - i < 64 ? n - i : 64);
}

/* A layer that is drawn and thrown away: all its draws are uniform. */
static void forget(const filler *f, size_t n)
{
    for (size_t i = f->dtype == SS_FLOAT64 ? 2 * n : n; i > 0; i--)
        (void)ss_torch_next_u32(f->g);
}

static void fans(const ssi_nn_own *own, size_t *in, size_t *out)
{
    size_t field = 1;
    for (uint32_t k = 2; k < own->ndim; k++)
        field *= own->shape[k];
    *in = own->shape[1] * field;
    *out = own->shape[0] * field;
}

/* A bound of 0 is Python's int, whose negative is no -0.0. */
static void draw_uniform(const filler *f, double bound, void *out, size_t n)
{
    double from = bound > 0 ? -bound : 0;
    if (out == NULL)
        forget(f, n);
    else
        (void)ss_torch_uniform_fill(f->g, f->dtype, from, bound, out, n);
}

static void draw(const filler *f, const ss_torch_nn_layer *l,
                 const ssi_nn_own *own, void *out)
{
    size_t n = 0, in, outs;
    (void)size_of(own, &n);
    fans(own, &in, &outs);
    if (own->integer)
        memset(out, 0, 8 * n);
    else if (own->rule == SSI_NN_UNIFORM || own->rule == SSI_NN_KAIMING)
        draw_uniform(f, own->number, out, n);
    else if (own->rule == SSI_NN_XAVIER_UNIFORM)
        draw_uniform(f, ss_torch_init_xavier_bound(in, outs, 1), out, n);
    else if (own->rule == SSI_NN_XAVIER_NORMAL)
        (void)ss_torch_normal_fill(
            f->g, f->dtype, 0, ss_torch_init_xavier_std(in, outs, 1), out, n);
    else if (own->rule == SSI_NN_NORMAL)
        (void)ss_torch_normal_fill(f->g, f->dtype, 0, 1, out, n);
    else if (out != NULL)
        fill_constant(f, own->number, out, n);
    if (own->rule == SSI_NN_NORMAL && l->has_padding) {
        size_t row = (size_t)l->padding_idx + (l->padding_idx < 0 ? l->in : 0);
        size_t bytes = own->shape[1] * ss_dtype_size(f->dtype);
        memset((char *)out + row * bytes, 0, bytes);
    }
}

void ssi_torch_nn_draw(ss_torch_generator *g, ss_dtype dtype,
                       const ss_torch_nn_layer *layer, const ssi_nn_own *own,
                       void *out)
{
    filler f = {g, dtype, NULL};
    draw(&f, layer, own, out);
}

static void draw_own(filler *f, const ss_torch_nn_layer *l)
{
    ssi_nn_own own;
    for (size_t i = 0; ssi_torch_nn_own(l, i, &own); i++) {
        draw(f, l, &own, f->next ? *f->next : NULL);
        f->next += f->next != NULL;
    }
}

static void draw_layer(filler *f, const ss_torch_nn_layer *l);

static void draw_children(filler *f, const ss_torch_nn_layer *l)
{
    ss_torch_nn_layer child;
    char name[32];
    for (size_t i = 0; ssi_torch_nn_child(l, i, &child, name); i++)
        draw_layer(f, &child);
}

/* The output's Linear first; its drawn bias becomes zeros at the end. */
static void draw_attention(filler *f, const ss_torch_nn_layer *l)
{
    filler own = *f;
    ssi_nn_own bias;
    size_t before = 0;
    while (ssi_torch_nn_own(l, before, &bias))
        before++;
    f->next += f->next ? before : 0;
    draw_children(f, l);
    if (!l->no_bias && f->next)
        fill_constant(f, 0, f->next[-1], l->in);
    draw_own(&own, l);
}

/* One layer, which the others are copies of. */
static void draw_list(filler *f, const ss_torch_nn_layer *l)
{
    ss_torch_nn_layer one = *l, child;
    ss_torch_nn_tensor tensor;
    void *const *first = f->next;
    char name[32];
    size_t each;
    one.layers = 1;
    (void)ssi_torch_nn_child(&one, 0, &child, name);
    if (l->layers == 0 || !f->next) {
        f->next = NULL;
        draw_layer(f, &child);
        f->next = first;
        return;
    }
    draw_layer(f, &child);
    each = (size_t)(f->next - first);
    for (size_t k = 1; k < l->layers; k++)
        for (size_t i = 0; i < each; i++) {
            (void)ss_torch_nn_at(&child, 1, f->dtype, i, &tensor);
            memcpy(*f->next++, first[i],
                   tensor.count * ss_dtype_size(f->dtype));
        }
}

/* All matrices once more, Xavier. */
static void draw_transformer(filler *f, const ss_torch_nn_layer *l)
{
    void *const *first = f->next;
    search s;
    draw_children(f, l);
    for (size_t i = 0; s = (search){.left = i}, find(&s, l); i++)
        if (s.own.ndim > 1) {
            s.own.rule = SSI_NN_XAVIER_UNIFORM;
            draw(f, l, &s.own, first[i]);
        }
}

static void draw_layer(filler *f, const ss_torch_nn_layer *l)
{
    switch (l->kind) {
    case SS_TORCH_NN_MULTIHEAD_ATTENTION:
        draw_attention(f, l);
        break;
    case SS_TORCH_NN_ENCODER_LIST:
    case SS_TORCH_NN_DECODER_LIST:
        draw_list(f, l);
        break;
    case SS_TORCH_NN_TRANSFORMER:
        draw_transformer(f, l);
        break;
    default:
        draw_own(f, l);
        draw_children(f, l);
        break;
    }
}

ss_status ss_torch_nn_init(ss_torch_generator *g,
                           const ss_torch_nn_layer *layers, size_t n,
                           ss_dtype dtype, void *const *tensors)
{
    filler f = {g, dtype, tensors};
    ss_torch_nn_tensor tensor;
    size_t count = ss_torch_nn_count(layers, n);
    for (size_t i = 0; i < count; i++) {
        ss_status status = ss_torch_nn_at(layers, n, dtype, i, &tensor);
        if (status != SS_OK)
            return status;
    }
    for (size_t k = 0; k < n; k++)
        draw_layer(&f, &layers[k]);
    return SS_OK;
}
