/* SPDX-License-Identifier: MIT
 * torch.return_types: pairs of values and indices.
 */
#ifndef SSI_SCRIPT_TORCH_NAMED_H
#define SSI_SCRIPT_TORCH_NAMED_H

#include "script/value.h"

/* torch.return_types.NAME(values=pair[0], indices=pair[1]); the pair is taken
 * over. name is kept. */
bool ssi_torch_named_pair(ss_session *s, const char *name, ssi_value pair[2],
                          ssi_value *out);

#endif
