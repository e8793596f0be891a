/* SPDX-License-Identifier: MIT
 * What the command says on stderr, one line a message, and what it prints.
 */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>

#include <sameseed/script.h>

/* Print what is still in stdout's buffer, then "sameseed: ..." on stderr. */
void message_error(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* The same for a place in an input: "FILE:LINE:COLUMN: what"; line 0: none. */
void message_at(const char *file, unsigned long line, unsigned long column,
                const char *format, ...) __attribute__((format(printf, 4, 5)));

/* An ss_note_fn: "sameseed: note: ...". */
void message_note(void *context, const char *note);

/* An ss_write_fn: to stdout, which keeps a failure in mind. */
int output_write(void *context, const char *bytes, size_t size);

/* Whether a write to stdout failed. */
bool output_failed(void);

/* Flush stdout. When this or a write before it failed, say so once and answer
 * EXIT_INOUT; otherwise answer the status given. */
int output_finish(int status);

#endif
