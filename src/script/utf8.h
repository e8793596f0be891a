/* SPDX-License-Identifier: MIT
 * UTF-8 of source text.
 */
#ifndef SSI_SCRIPT_UTF8_H
#define SSI_SCRIPT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The bytes of the valid character at p (1 to 4), 0 if there is none. */
size_t ssi_utf8_step(const char *p, size_t size);

/* The code point at p, whose *step bytes are valid. */
uint32_t ssi_utf8_decode(const char *p, size_t size, size_t *step);

/* Write a code point (surrogates too, as three bytes): 1 to 4 bytes. */
size_t ssi_utf8_encode(uint32_t point, char *out);

/* Whether a code point beyond ASCII may start or go on an identifier. */
bool ssi_utf8_starts_name(uint32_t point);
bool ssi_utf8_is_letter(uint32_t point);

/* Whether Python's NFKC normalisation may change a name for this letter. */
bool ssi_utf8_may_change(uint32_t point);

#endif
