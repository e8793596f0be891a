/* SPDX-License-Identifier: MIT
 * formatter= of NumPy's print options.
 */
#ifndef SSI_SCRIPT_NUMPY_FORMATTER_H
#define SSI_SCRIPT_NUMPY_FORMATTER_H

#include "script/value.h"

/* Take over a dict of callables, or None: no formatter. */
bool ssi_set_formatter(ss_session *s, ssi_value v,
                       ss_numpy_print_options *options);
/* The dict as it was given, or None; a new reference. */
ssi_value ssi_formatter_shown(const ss_numpy_print_options *options);

#endif
