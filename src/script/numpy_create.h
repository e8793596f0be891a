/* SPDX-License-Identifier: MIT
 * Functions of numpy that make arrays.
 */
#ifndef SSI_SCRIPT_NUMPY_CREATE_H
#define SSI_SCRIPT_NUMPY_CREATE_H

#include "script/value.h"

bool ssi_numpy_array(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_asarray(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_arange(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_linspace(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_filled(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_full(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_empty(ss_session *s, ssi_call *call, ssi_value *out);

#endif
