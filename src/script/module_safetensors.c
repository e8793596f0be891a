/* SPDX-License-Identifier: MIT
 * The modules safetensors.torch and safetensors.numpy.
 * Learned from: safetensors 0.8.0 by experiment.
 */
#include "script/torch_save.h"

#define SAVE_FILE_HELP(what)                                                   \
    "Write a dict of " what                                                    \
    " by their names to a .safetensors file, whole or "                        \
    "not at all; metadata is a dict of str."
#define SAVE_HELP(what) "The bytes of a .safetensors file of a dict of " what
#define LOAD_FILE_HELP(what) "A dict of the " what " of a .safetensors file."
#define LOAD_HELP(what) "A dict of the " what " of a .safetensors file's bytes."

static const ssi_function torch_functions[] = {
    {"save_file", "tensors, filename, metadata=None", ssi_safetensors_save_file,
     SAVE_FILE_HELP("tensors"), 0, SSI_STYLE_DEF, NULL},
    {"load_file", "filename, device='cpu', *, backend='mmap'",
     ssi_safetensors_load_file, LOAD_FILE_HELP("tensors"), 0, SSI_STYLE_DEF,
     NULL},
    {"save", "tensors, metadata=None", ssi_safetensors_save,
     SAVE_HELP("tensors."), 0, SSI_STYLE_DEF, NULL},
    {"load", "data", ssi_safetensors_load, LOAD_HELP("tensors"), 0,
     SSI_STYLE_DEF, NULL},
    {0},
};

static const ssi_function numpy_functions[] = {
    {"save_file", "tensor_dict, filename, metadata=None",
     ssi_safetensors_save_file, SAVE_FILE_HELP("arrays"), 1, SSI_STYLE_DEF,
     NULL},
    {"load_file", "filename, *, backend='mmap'", ssi_safetensors_load_file,
     LOAD_FILE_HELP("arrays"), 1, SSI_STYLE_DEF, NULL},
    {"save", "tensor_dict, metadata=None", ssi_safetensors_save,
     SAVE_HELP("arrays."), 1, SSI_STYLE_DEF, NULL},
    {"load", "data", ssi_safetensors_load, LOAD_HELP("arrays"), 1,
     SSI_STYLE_DEF, NULL},
    {0},
};

static const ssi_module module_torch = {
    .name = "safetensors.torch",
    .functions = torch_functions,
    .last_name = "torch",
};

static const ssi_module module_numpy = {
    .name = "safetensors.numpy",
    .functions = numpy_functions,
    .last_name = "numpy",
};

static const ssi_module *const modules[] = {&module_torch, &module_numpy, NULL};

const ssi_module ssi_module_safetensors = {
    .name = "safetensors",
    .modules = modules,
    .last_name = "safetensors",
};
