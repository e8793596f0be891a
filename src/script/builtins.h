/* SPDX-License-Identifier: MIT
 * Python's own classes as the constants of the module builtins.
 */
#ifndef SSI_SCRIPT_BUILTINS_H
#define SSI_SCRIPT_BUILTINS_H

#include "script/session.h"

extern const ssi_module_constant ssi_builtin_classes[];

/* builtins_iterate.c */
bool ssi_call_iter(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_call_next(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_call_enumerate(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_call_zip(ss_session *s, ssi_call *call, ssi_value *out);

/* builtins_numbers.c */
bool ssi_call_int(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_call_float(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_call_complex(ss_session *s, ssi_call *call, ssi_value *out);

#endif
