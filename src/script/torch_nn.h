/* SPDX-License-Identifier: MIT
 * What the files of torch.nn share.
 */
#ifndef SSI_SCRIPT_TORCH_NN_H
#define SSI_SCRIPT_TORCH_NN_H

#include "script/torch_values.h"

/* "dropout probability has to be between 0 and 1, but got 2" */
bool ssi_torch_raise_probability(ss_session *s, ssi_value p);

/* The classes, the rows of module_torch_nn.c. */
bool ssi_torch_nn_dropout_class(ss_session *s, ssi_value *out);
bool ssi_torch_nn_alpha_dropout_class(ss_session *s, ssi_value *out);
bool ssi_torch_nn_feature_alpha_dropout_class(ss_session *s, ssi_value *out);
bool ssi_torch_nn_dropout1d_class(ss_session *s, ssi_value *out);
bool ssi_torch_nn_dropout2d_class(ss_session *s, ssi_value *out);
bool ssi_torch_nn_dropout3d_class(ss_session *s, ssi_value *out);

#endif
