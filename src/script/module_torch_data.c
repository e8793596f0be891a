/* SPDX-License-Identifier: MIT
 * The modules torch.utils and torch.utils.data.
 * Learned from: PyTorch 2.13.0 by experiment.
 */
#include "script/torch_data.h"

static const ssi_function functions[] = {
    {"random_split", "dataset, lengths, generator=None", ssi_torch_random_split,
     "A dataset cut into Subsets of the given lengths, or fractions whose sum "
     "is 1, of a permutation of its indices.",
     0, SSI_STYLE_DEF, NULL},
    {0},
};

static const ssi_module_constant constants[] = {
    {"SequentialSampler", ssi_torch_sequential_class},
    {"RandomSampler", ssi_torch_random_class},
    {"SubsetRandomSampler", ssi_torch_subset_random_class},
    {"WeightedRandomSampler", ssi_torch_weighted_class},
    {"BatchSampler", ssi_torch_batch_class},
    {"TensorDataset", ssi_torch_tensor_dataset_class},
    {"Subset", ssi_torch_subset_class},
    {"DataLoader", ssi_torch_loader_class},
    {0},
};

static const ssi_module module_data = {
    .name = "torch.utils.data",
    .functions = functions,
    .constants = constants,
    .last_name = "data",
};

static const ssi_module *const modules[] = {&module_data, NULL};

const ssi_module ssi_module_torch_utils = {
    .name = "torch.utils",
    .modules = modules,
    .last_name = "utils",
};
