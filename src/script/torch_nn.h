/* SPDX-License-Identifier: MIT
 * What the files of torch.nn share.
 */
#ifndef SSI_SCRIPT_TORCH_NN_H
#define SSI_SCRIPT_TORCH_NN_H

#include "script/torch_values.h"

/* "dropout probability has to be between 0 and 1, but got 2" */
bool ssi_torch_raise_probability(ss_session *s, ssi_value p);

bool ssi_torch_call_gumbel_softmax(ss_session *s, ssi_call *call,
                                   ssi_value *out);
bool ssi_torch_init_orthogonal(ss_session *s, ssi_call *call, ssi_value *out);

#endif
