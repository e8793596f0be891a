/* SPDX-License-Identifier: MIT
 * What an index of a tensor names: a view and index tensors on its axes.
 */
#ifndef SSI_SCRIPT_TORCH_INDEX_H
#define SSI_SCRIPT_TORCH_INDEX_H

#include "script/torch_rows.h"

#define SSI_TORCH_MAX_INDICES 8

/* The view so far, and the index tensors still to be applied to its axes. */
typedef struct ssi_torch_selection {
    ss_array view;
    uint32_t axis;
    uint32_t real; /* the key's place in the tuple of them, for errors */
    size_t count;
    ssi_value indices[SSI_TORCH_MAX_INDICES]; /* int64 tensors, owned */
    uint32_t axes[SSI_TORCH_MAX_INDICES];
    bool is_mask; /* one that stood for several axes */
} ssi_torch_selection;

bool ssi_torch_select(ss_session *s, ssi_value tensor, ssi_value key,
                      ssi_torch_selection *out);
void ssi_torch_selection_free(ss_session *s, ssi_torch_selection *sel);
/* The rows that a tensor of ints names, along the selection's next axis. */
bool ssi_torch_select_rows(ss_session *s, ssi_torch_selection *sel,
                           ssi_value tensor);

#endif
