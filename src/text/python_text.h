/* SPDX-License-Identifier: MIT
 * How Python shows its own values: str, bytes, and floats by "%g".
 */
#ifndef SSI_TEXT_PYTHON_TEXT_H
#define SSI_TEXT_PYTHON_TEXT_H

#include "text/buffer.h"

/* str.isprintable() of one code point, Unicode 14 as in Python 3.11. */
bool ssi_is_printable(uint32_t c);

/* repr(str) of code points; surrogates are escaped. */
ss_status ssi_text_str_repr(ss_text *text, const uint32_t *points,
                            size_t count);
/* repr(bytes). */
ss_status ssi_text_bytes_repr(ss_text *text, const unsigned char *bytes,
                              size_t size);

/* "%.{digits}g" of C: digits >= 1. */
ss_status ssi_text_general(ss_text *text, double x, int64_t digits);
/* "%.{precision}f" and "%.{precision}e" of C and Python. */
ss_status ssi_text_fixed(ss_text *text, double x, int64_t precision);
ss_status ssi_text_scientific(ss_text *text, double x, int64_t precision);

#endif
