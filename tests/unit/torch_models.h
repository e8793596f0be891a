/* SPDX-License-Identifier: MIT
 * The models of tools/torch_models.py as layers, in the order in which their
 * constructors make them.
 */
#ifndef TEST_TORCH_MODELS_H
#define TEST_TORCH_MODELS_H

#include <sameseed/torch_nn.h>

/* What the constructor does to the drawn tensors. */
enum redraw {
    REDRAW_NONE,
    REDRAW_KAIMING, /* convolutions: normal, fan_out, relu */
    REDRAW_DCGAN,   /* convolutions and norms: normal, std 0.02 */
    REDRAW_WORDS    /* embedding and decoder: uniform in +-0.1 */
};

struct model {
    const char *name;
    const ss_torch_nn_layer *layers;
    size_t count;
    enum redraw redraw;
    const char *words[2]; /* of REDRAW_WORDS */
};

#define LINEAR(name_, from, to)                                                \
    {                                                                          \
        .name = name_, .kind = SS_TORCH_NN_LINEAR, .in = from, .out = to       \
    }
#define CONV(name_, from, to, k)                                               \
    {                                                                          \
        .name = name_, .kind = SS_TORCH_NN_CONV, .in = from, .out = to,        \
        .ndim = 2, .shape = {                                                  \
            k,                                                                 \
            k                                                                  \
        }                                                                      \
    }
#define BARE(name_, from, to, k)                                               \
    {                                                                          \
        .name = name_, .kind = SS_TORCH_NN_CONV, .in = from, .out = to,        \
        .ndim = 2, .shape = {k, k}, .no_bias = true                            \
    }
#define UP(name_, from, to)                                                    \
    {                                                                          \
        .name = name_, .kind = SS_TORCH_NN_CONV_TRANSPOSE, .in = from,         \
        .out = to, .ndim = 2, .shape = {4, 4}, .no_bias = true                 \
    }
#define NORM(name_, n)                                                         \
    {                                                                          \
        .name = name_, .kind = SS_TORCH_NN_BATCH_NORM, .in = n                 \
    }
#define WORDS(name_, n, size)                                                  \
    {                                                                          \
        .name = name_, .kind = SS_TORCH_NN_EMBEDDING, .in = n, .out = size     \
    }

static const ss_torch_nn_layer mlp[] = {
    LINEAR("linear_relu_stack.0", 784, 512),
    LINEAR("linear_relu_stack.2", 512, 512),
    LINEAR("linear_relu_stack.4", 512, 10),
};

static const ss_torch_nn_layer lenet[] = {
    CONV("conv1", 1, 6, 5), CONV("conv2", 6, 16, 5), LINEAR("fc1", 400, 120),
    LINEAR("fc2", 120, 84), LINEAR("fc3", 84, 10),
};

static const ss_torch_nn_layer mnist[] = {
    CONV("conv1", 1, 32, 3),
    CONV("conv2", 32, 64, 3),
    LINEAR("fc1", 9216, 128),
    LINEAR("fc2", 128, 10),
};

#define BLOCK(name, from, to)                                                  \
    BARE(name ".conv1", from, to, 3), NORM(name ".bn1", to),                   \
        BARE(name ".conv2", to, to, 3), NORM(name ".bn2", to)
#define STAGE(name, from, to)                                                  \
    BARE(name ".0.downsample.0", from, to, 1),                                 \
        NORM(name ".0.downsample.1", to), BLOCK(name ".0", from, to),          \
        BLOCK(name ".1", to, to)

static const ss_torch_nn_layer resnet18[] = {
    BARE("conv1", 3, 64, 7),   NORM("bn1", 64),
    BLOCK("layer1.0", 64, 64), BLOCK("layer1.1", 64, 64),
    STAGE("layer2", 64, 128),  STAGE("layer3", 128, 256),
    STAGE("layer4", 256, 512), LINEAR("fc", 512, 1000),
};

static const ss_torch_nn_layer vae[] = {
    LINEAR("fc1", 784, 400), LINEAR("fc21", 400, 20), LINEAR("fc22", 400, 20),
    LINEAR("fc3", 20, 400),  LINEAR("fc4", 400, 784),
};

static const ss_torch_nn_layer generator[] = {
    UP("main.0", 100, 512), NORM("main.1", 512),    UP("main.3", 512, 256),
    NORM("main.4", 256),    UP("main.6", 256, 128), NORM("main.7", 128),
    UP("main.9", 128, 64),  NORM("main.10", 64),    UP("main.12", 64, 3),
};

static const ss_torch_nn_layer discriminator[] = {
    BARE("main.0", 3, 64, 4), BARE("main.2", 64, 128, 4),
    NORM("main.3", 128),      BARE("main.5", 128, 256, 4),
    NORM("main.6", 256),      BARE("main.8", 256, 512, 4),
    NORM("main.9", 512),      BARE("main.11", 512, 1, 4),
};

static const ss_torch_nn_layer lstm_lm[] = {
    WORDS("encoder", 1000, 200),
    {.name = "rnn",
     .kind = SS_TORCH_NN_LSTM,
     .in = 200,
     .out = 200,
     .layers = 2},
    LINEAR("decoder", 200, 1000),
};

static const ss_torch_nn_layer transformer_lm[] = {
    {.kind = SS_TORCH_NN_TRANSFORMER,
     .in = 200,
     .out = 200,
     .layers = 2,
     .decoder_layers = 6},
    WORDS("input_emb", 1000, 200),
    LINEAR("decoder", 200, 1000),
};

static const ss_torch_nn_layer transformer_tutorial[] = {
    {.name = "transformer_encoder",
     .kind = SS_TORCH_NN_ENCODER,
     .in = 200,
     .out = 200,
     .layers = 2},
    WORDS("embedding", 1000, 200),
    LINEAR("linear", 200, 1000),
};

static const ss_torch_nn_layer espcn[] = {
    CONV("conv1", 1, 64, 5),
    CONV("conv2", 64, 64, 3),
    CONV("conv3", 64, 32, 3),
    CONV("conv4", 32, 9, 3),
};

static const ss_torch_nn_layer actor_critic[] = {
    LINEAR("affine1", 4, 128),
    LINEAR("action_head", 128, 2),
    LINEAR("value_head", 128, 1),
};

static const ss_torch_nn_layer attention_decoder[] = {
    WORDS("embedding", 500, 128),
    LINEAR("attention.Wa", 128, 128),
    LINEAR("attention.Ua", 128, 128),
    LINEAR("attention.Va", 128, 1),
    {.name = "gru", .kind = SS_TORCH_NN_GRU, .in = 256, .out = 128},
    LINEAR("out", 128, 500),
};

static const ss_torch_nn_layer char_rnn[] = {
    {.name = "rnn", .kind = SS_TORCH_NN_RNN, .in = 58, .out = 128},
    LINEAR("h2o", 128, 18),
};

#define MODEL(name, layers, ...)                                               \
    {                                                                          \
        name, layers, sizeof layers / sizeof *layers, __VA_ARGS__              \
    }

static const struct model models[] = {
    MODEL("mlp", mlp, REDRAW_NONE, {0}),
    MODEL("lenet", lenet, REDRAW_NONE, {0}),
    MODEL("mnist", mnist, REDRAW_NONE, {0}),
    MODEL("resnet18", resnet18, REDRAW_KAIMING, {0}),
    MODEL("vae", vae, REDRAW_NONE, {0}),
    MODEL("dcgan_generator", generator, REDRAW_DCGAN, {0}),
    MODEL("dcgan_discriminator", discriminator, REDRAW_DCGAN, {0}),
    MODEL("lstm_lm", lstm_lm, REDRAW_WORDS, {"encoder", "decoder"}),
    MODEL("transformer_lm", transformer_lm, REDRAW_WORDS,
          {"input_emb", "decoder"}),
    MODEL("transformer_tutorial", transformer_tutorial, REDRAW_WORDS,
          {"embedding", "linear"}),
    MODEL("espcn", espcn, REDRAW_NONE, {0}),
    MODEL("actor_critic", actor_critic, REDRAW_NONE, {0}),
    MODEL("attention_decoder", attention_decoder, REDRAW_NONE, {0}),
    MODEL("char_rnn", char_rnn, REDRAW_NONE, {0}),
};

#endif
