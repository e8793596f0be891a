/* SPDX-License-Identifier: MIT
 * torch.nn: the initial weights of modules as PyTorch 2.13.0 draws them.
 *
 * A model is an array of layers in the order in which its program makes them.
 * Ask for the list of its tensors, hand in memory for each, have them filled:
 *
 *     ss_torch_nn_layer model[] = {
 *         {.name = "0", .kind = SS_TORCH_NN_LINEAR, .in = 4, .out = 3},
 *         {.name = "1"},  // ReLU: nothing to draw
 *         {.name = "2", .kind = SS_TORCH_NN_LINEAR, .in = 3, .out = 1},
 *     };
 *     void *memory[4];    // count, then at() for each, in state_dict() order
 *     ss_torch_nn_init(&g, model, 3, SS_FLOAT32, memory);
 *
 * No call allocates.
 */
#ifndef SAMESEED_TORCH_NN_H
#define SAMESEED_TORCH_NN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/array.h>
#include <sameseed/status.h>
#include <sameseed/torch.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Values are pinned. Which fields of the layer each reads stands beside it. */
typedef enum ss_torch_nn_kind {
    SS_TORCH_NN_NOTHING = 0,  /* ReLU, MaxPool2d, Dropout, Flatten, ... */
    SS_TORCH_NN_LINEAR = 1,   /* in, out, no_bias */
    SS_TORCH_NN_BILINEAR = 2, /* in, in2, out, no_bias */
    /* in, out, groups, no_bias; ndim 1 to 3, shape: the kernel's */
    SS_TORCH_NN_CONV = 3,
    SS_TORCH_NN_CONV_TRANSPOSE = 4,
    /* in: num_embeddings, out: embedding_dim, has_padding, padding_idx */
    SS_TORCH_NN_EMBEDDING = 5,
    SS_TORCH_NN_EMBEDDING_BAG = 6,
    /* in: input_size, out: hidden_size, layers, bidirectional, no_bias; LSTM
     * also proj_size */
    SS_TORCH_NN_RNN = 7,
    SS_TORCH_NN_LSTM = 8,
    SS_TORCH_NN_GRU = 9,
    SS_TORCH_NN_RNN_CELL = 10, /* in, out, no_bias */
    SS_TORCH_NN_LSTM_CELL = 11,
    SS_TORCH_NN_GRU_CELL = 12,
    /* in: embed_dim, kdim, vdim, no_bias, bias_kv */
    SS_TORCH_NN_MULTIHEAD_ATTENTION = 13,
    /* in: d_model, out: dim_feedforward, no_bias */
    SS_TORCH_NN_ENCODER_LAYER = 14,
    SS_TORCH_NN_DECODER_LAYER = 15,
    /* TransformerEncoder of a new layer, its copies and, with final_norm, a
     * LayerNorm: as above, layers */
    SS_TORCH_NN_ENCODER = 16,
    SS_TORCH_NN_DECODER = 17,
    /* as above, decoder_layers; always with both norms */
    SS_TORCH_NN_TRANSFORMER = 18,
    /* in: num_features, no_affine, no_bias, no_statistics */
    SS_TORCH_NN_BATCH_NORM = 19,
    /* in, affine: no_affine is false, statistics: no_statistics is false (in
     * PyTorch both are off by default here) */
    SS_TORCH_NN_INSTANCE_NORM = 20,
    SS_TORCH_NN_GROUP_NORM = 21, /* in: num_channels, no_affine, no_bias */
    SS_TORCH_NN_LAYER_NORM = 22, /* ndim, shape, no_affine, no_bias */
    SS_TORCH_NN_RMS_NORM = 23,   /* ndim, shape, no_affine */
    SS_TORCH_NN_PRELU = 24,      /* in: num_parameters (0: 1), slope */
    /* The ModuleList "layers" inside of an encoder and a decoder. */
    SS_TORCH_NN_ENCODER_LIST = 25,
    SS_TORCH_NN_DECODER_LIST = 26
} ss_torch_nn_kind;

#define SS_TORCH_NN_DIMS 8

/* One layer; zero fields are PyTorch's defaults. */
typedef struct ss_torch_nn_layer {
    const char *name; /* before its tensors' names: "fc1"; NULL: nothing */
    ss_torch_nn_kind kind;
    size_t in, in2, out;
    size_t groups; /* 0: 1 */
    uint32_t ndim; /* of shape */
    size_t shape[SS_TORCH_NN_DIMS];
    size_t kdim, vdim;             /* 0: in */
    size_t layers, decoder_layers; /* layers of an RNN: 0 is 1 */
    size_t proj_size;
    bool no_bias, bidirectional, bias_kv;
    bool no_affine, no_statistics, final_norm;
    bool has_padding;
    int64_t padding_idx; /* negative: from the end */
    double slope;        /* of PReLU; 0: 0.25 */
} ss_torch_nn_layer;

/* One entry of state_dict(). */
typedef struct ss_torch_nn_tensor {
    char name[128]; /* "encoder.layers.0.self_attn.in_proj_weight" */
    bool buffer;    /* running_mean, ...: not among parameters() */
    ss_dtype dtype;
    uint32_t ndim;
    size_t shape[SS_TORCH_NN_DIMS];
    size_t count; /* of elements */
} ss_torch_nn_tensor;

/* The number of entries of the model's state_dict(). */
SS_API size_t ss_torch_nn_count(const ss_torch_nn_layer *layers, size_t n);

/* Entry i; dtype is that of the parameters: float16, bfloat16, float32 or
 * float64. SS_ERR_ARGUMENT for a layer that PyTorch does not make, for a name
 * too long, and when there is no entry i. SS_ERR_TORCH_OVERFLOW. */
SS_API ss_status ss_torch_nn_at(const ss_torch_nn_layer *layers, size_t n,
                                ss_dtype dtype, size_t i,
                                ss_torch_nn_tensor *out);

/* Draw all initial values; tensors[i] has room for entry i. The order of the
 * draws is PyTorch's, which is not that of the entries: attention draws its
 * output first, copies of a layer draw nothing, a Transformer draws its
 * matrices again. A failed call has drawn nothing. */
SS_API ss_status ss_torch_nn_init(ss_torch_generator *g,
                                  const ss_torch_nn_layer *layers, size_t n,
                                  ss_dtype dtype, void *const *tensors);

#ifdef __cplusplus
}
#endif

#endif
