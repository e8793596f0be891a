/* SPDX-License-Identifier: MIT
 * Rows of the modules safetensors.torch (variant 0) and safetensors.numpy (1).
 */
#ifndef SSI_SCRIPT_TORCH_SAVE_H
#define SSI_SCRIPT_TORCH_SAVE_H

#include "script/torch_values.h"

bool ssi_safetensors_save_file(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_safetensors_save(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_safetensors_load_file(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_safetensors_load(ss_session *s, ssi_call *call, ssi_value *out);

#endif
