/* SPDX-License-Identifier: MIT
 * np.set_printoptions, np.get_printoptions, np.printoptions.
 */
#ifndef SSI_SCRIPT_NUMPY_PRINT_H
#define SSI_SCRIPT_NUMPY_PRINT_H

#include "script/value.h"

bool ssi_numpy_set_printoptions(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_get_printoptions(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_printoptions(ss_session *s, ssi_call *call, ssi_value *out);

bool ssi_numpy_array2string(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_numpy_array_text(ss_session *s, ssi_call *call, ssi_value *out);

/* An int option: value v, stored so that 0 is not the default. */
bool ssi_print_option(ss_session *s, ssi_value v, const char *name,
                      bool unlimited, int64_t *out);

#endif
