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
    {"default_collate", "batch", ssi_torch_call_collate,
     "The items of a batch as a tensor, or a list or dict of such.", 0,
     SSI_STYLE_DEF, NULL},
    {"default_convert", "data", ssi_torch_call_convert,
     "An item with its arrays as tensors and its tuples as lists.", 0,
     SSI_STYLE_DEF, NULL},
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
    {"ConcatDataset", ssi_torch_concat_class},
    {"DistributedSampler", ssi_torch_distributed_class},
    {"DataLoader", ssi_torch_loader_class},
    {0},
};

static const ssi_module_constant distributed[] = {
    {"DistributedSampler", ssi_torch_distributed_class},
    {0},
};

static const ssi_module module_distributed = {
    .name = "torch.utils.data.distributed",
    .constants = distributed,
    .last_name = "distributed",
};

static const ssi_module *const inner[] = {&module_distributed, NULL};

static const ssi_module module_data = {
    .name = "torch.utils.data",
    .functions = functions,
    .constants = constants,
    .modules = inner,
    .last_name = "data",
};

static const ssi_module *const modules[] = {&module_data, NULL};

const ssi_module ssi_module_torch_utils = {
    .name = "torch.utils",
    .modules = modules,
    .last_name = "utils",
};
