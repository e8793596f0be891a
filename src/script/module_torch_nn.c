/* SPDX-License-Identifier: MIT
 * The modules torch.nn, torch.nn.functional and torch.nn.init: what draws.
 * Learned from: PyTorch 2.13.0 by experiment.
 */
#include "script/torch_nn_module.h"

#define DROPOUT "input, p=0.5, training=True, inplace=False"
#define ALPHA "input, p=0.5, training=False, inplace=False"

static const ssi_function functional[] = {
    {"dropout", DROPOUT, ssi_torch_call_dropout,
     "Elements set to 0 with probability p, the others divided by 1 - p: two "
     "words a value in the order of the tensor's memory, none for p 0 or 1 or "
     "without training. ValueError unless 0 <= p <= 1.",
     0, SSI_STYLE_DEF, NULL},
    {"alpha_dropout", ALPHA, ssi_torch_call_dropout,
     "Dropout that keeps mean and variance of SELU's inputs: two words a "
     "value.",
     1, SSI_STYLE_DEF, NULL},
    {"feature_alpha_dropout", ALPHA, ssi_torch_call_feature_dropout,
     "Alpha dropout of whole features: two words for each index of the first "
     "two axes.",
     0, SSI_STYLE_DEF, NULL},
    {"dropout1d", DROPOUT, ssi_torch_call_feature_dropout,
     "Dropout of whole channels of (N, C, L) or (C, L): two words a channel.",
     1, SSI_STYLE_DEF, NULL},
    {"dropout2d", DROPOUT, ssi_torch_call_feature_dropout,
     "Dropout of whole channels of (N, C, H, W): two words for each index of "
     "the first two axes.",
     2, SSI_STYLE_DEF, NULL},
    {"dropout3d", DROPOUT, ssi_torch_call_feature_dropout,
     "Dropout of whole channels of (N, C, D, H, W) or (C, D, H, W): two words "
     "a channel.",
     3, SSI_STYLE_DEF, NULL},
    {"rrelu",
     "input, lower=0.125, upper=0.3333333333333333, training=False, "
     "inplace=False",
     ssi_torch_call_rrelu,
     "Leaky ReLU; in training the slope of each element that is not positive "
     "is uniform in [lower, upper): two words for each of them.",
     0, SSI_STYLE_DEF, NULL},
    {"gumbel_softmax", "logits, tau=1, hard=False, eps=1e-10, dim=-1",
     ssi_torch_call_gumbel_softmax,
     "With hard=True: zeros, and ones where a logit and a Gumbel value have "
     "the largest sum of their row; two words a value. Refused without, and in "
     "the rare case that the last bits of PyTorch's log() decide.",
     0, SSI_STYLE_DEF, NULL},
    {0},
};

static const ssi_function init[] = {
    {"uniform_", "tensor, a=0.0, b=1.0, generator=None", ssi_torch_init_draw,
     "tensor.uniform_(a, b).", SSI_DRAW_UNIFORM, SSI_STYLE_DEF, NULL},
    {"normal_", "tensor, mean=0.0, std=1.0, generator=None",
     ssi_torch_init_draw, "tensor.normal_(mean, std).", SSI_DRAW_NORMAL,
     SSI_STYLE_DEF, NULL},
    {"trunc_normal_",
     "tensor, mean=0.0, std=1.0, a=-2.0, b=2.0, generator=None",
     ssi_torch_init_trunc_normal,
     "Normal values, drawn again as whole tensors until all lie in [a, b].", 0,
     SSI_STYLE_DEF, NULL},
    {"constant_", "tensor, val", ssi_torch_init_constant,
     "All elements val. Draws nothing.", 0, SSI_STYLE_DEF, NULL},
    {"ones_", "tensor", ssi_torch_init_constant,
     "All elements 1. Draws nothing.", 1, SSI_STYLE_DEF, NULL},
    {"zeros_", "tensor", ssi_torch_init_constant,
     "All elements 0. Draws nothing.", 2, SSI_STYLE_DEF, NULL},
    {"eye_", "tensor", ssi_torch_init_eye,
     "A matrix of zeros with ones on its diagonal. Draws nothing.", 0,
     SSI_STYLE_DEF, NULL},
    {"dirac_", "tensor, groups=1", ssi_torch_init_dirac,
     "A convolution's weights that give the input back. Draws nothing.", 0,
     SSI_STYLE_DEF, NULL},
    {"xavier_uniform_", "tensor, gain=1.0, generator=None",
     ssi_torch_init_xavier, "Uniform in +-gain * sqrt(6 / (fan_in + fan_out)).",
     SSI_DRAW_UNIFORM, SSI_STYLE_DEF, NULL},
    {"xavier_normal_", "tensor, gain=1.0, generator=None",
     ssi_torch_init_xavier,
     "Normal with std gain * sqrt(2 / (fan_in + fan_out)).", SSI_DRAW_NORMAL,
     SSI_STYLE_DEF, NULL},
    {"kaiming_uniform_",
     "tensor, a=0, mode='fan_in', nonlinearity='leaky_relu', generator=None",
     ssi_torch_init_kaiming, "Uniform in +-gain * sqrt(3 / fan).",
     SSI_DRAW_UNIFORM, SSI_STYLE_DEF, NULL},
    {"kaiming_normal_",
     "tensor, a=0, mode='fan_in', nonlinearity='leaky_relu', generator=None",
     ssi_torch_init_kaiming, "Normal with std gain / sqrt(fan).",
     SSI_DRAW_NORMAL, SSI_STYLE_DEF, NULL},
    {"sparse_", "tensor, sparsity, std=0.01, generator=None",
     ssi_torch_init_sparse,
     "Normal values; then in each column zeros at ceil(sparsity * rows) places "
     "of a permutation, which the default generator draws.",
     0, SSI_STYLE_DEF, NULL},
    {"orthogonal_", "tensor, gain=1, generator=None", ssi_torch_init_orthogonal,
     "An orthogonal matrix of normal values: their words exactly, the values "
     "but for the last bits, which in PyTorch are those of its BLAS.",
     0, SSI_STYLE_DEF, NULL},
    {"calculate_gain", "nonlinearity, param=None", ssi_torch_init_gain_call,
     "The factor of a nonlinearity: 'linear', 'conv2d', 'sigmoid', 'tanh', "
     "'relu', 'leaky_relu', 'selu'. ValueError for another name.",
     0, SSI_STYLE_DEF, NULL},
    {0},
};

static const ssi_module module_functional = {
    .name = "torch.nn.functional",
    .functions = functional,
    .last_name = "functional",
};

static const ssi_module module_init = {
    .name = "torch.nn.init",
    .functions = init,
    .last_name = "init",
};

static const ssi_module *const modules[] = {&module_functional, &module_init,
                                            NULL};

const ssi_module ssi_module_torch_nn = {
    .name = "torch.nn",
    .constants = ssi_nn_constants,
    .modules = modules,
    .last_name = "nn",
};
