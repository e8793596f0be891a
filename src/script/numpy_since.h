/* SPDX-License-Identifier: MIT
 * What the NumPy of the session's profile has and prints.
 */
#ifndef SSI_SCRIPT_NUMPY_SINCE_H
#define SSI_SCRIPT_NUMPY_SINCE_H

#include "script/value.h"

/* False, with an error that names the release, where it has no such name yet:
 * owner is "numpy.random", or a type as "numpy.random._generator.Generator". */
bool ssi_numpy_has(ss_session *s, const char *owner, const char *name);

/* The same of a name as ss_numpy_release_has() has it. */
bool ssi_numpy_knows(ss_session *s, const char *name);

/* The same for the parameters that are given to a call, which is bound. */
bool ssi_numpy_takes(ss_session *s, const ssi_call *call);

/* Whether the session's NumPy came before release (as in 12200). */
bool ssi_numpy_before(const ss_session *s, ss_numpy_release release);

/* The legacy= of its print options that prints as it did by default. */
int32_t ssi_numpy_legacy(const ss_session *s);

#endif
