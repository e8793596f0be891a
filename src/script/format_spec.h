/* SPDX-License-Identifier: MIT
 * format(value, spec): Python's format specification mini-language.
 */
#ifndef SSI_SCRIPT_FORMAT_SPEC_H
#define SSI_SCRIPT_FORMAT_SPEC_H

#include "script/value.h"

/* Append format(v, spec) of the size bytes at spec; Python's errors. */
bool ssi_format_value(ss_session *s, ssi_value v, const char *spec, size_t size,
                      ss_text *out);

#endif
