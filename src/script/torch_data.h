/* SPDX-License-Identifier: MIT
 * What the files of torch.utils.data share.
 */
#ifndef SSI_SCRIPT_TORCH_DATA_H
#define SSI_SCRIPT_TORCH_DATA_H

#include "script/torch_values.h"

/* What a DataLoader makes its batches of indices with. */
typedef struct ssi_batches {
    ssi_value sampler; /* or None: in order, or shuffled */
    ssi_value generator;
    int64_t batch_size;
    bool shuffle, drop_last;
} ssi_batches;

bool ssi_torch_new_batches(ss_session *s, ssi_value dataset,
                           const ssi_batches *b, ssi_value *out);
/* Into a value's own source, and back: loaders of samplers of loaders. */
static inline bool ssi_torch_deeper(ss_session *s)
{
    if (s->value_depth >= 100)
        return ssi_unsupported(s, "data nested as deep as this");
    s->value_depth++;
    return true;
}
/* default_collate of the items of a list or tuple. */
bool ssi_torch_collate(ss_session *s, ssi_value list, ssi_value *out);
/* default_convert of an item. */
bool ssi_torch_convert(ss_session *s, ssi_value v, ssi_value *out);

/* The classes and functions, the rows of module_torch_data.c. */
bool ssi_torch_sequential_class(ss_session *s, ssi_value *out);
bool ssi_torch_random_class(ss_session *s, ssi_value *out);
bool ssi_torch_subset_random_class(ss_session *s, ssi_value *out);
bool ssi_torch_weighted_class(ss_session *s, ssi_value *out);
bool ssi_torch_batch_class(ss_session *s, ssi_value *out);
bool ssi_torch_tensor_dataset_class(ss_session *s, ssi_value *out);
bool ssi_torch_subset_class(ss_session *s, ssi_value *out);
bool ssi_torch_loader_class(ss_session *s, ssi_value *out);
bool ssi_torch_concat_class(ss_session *s, ssi_value *out);
bool ssi_torch_distributed_class(ss_session *s, ssi_value *out);
bool ssi_torch_call_convert(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_call_collate(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_torch_random_split(ss_session *s, ssi_call *call, ssi_value *out);

#endif
