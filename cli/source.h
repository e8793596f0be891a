/* SPDX-License-Identifier: MIT
 * The bytes of an input, and running what they say.
 */
#ifndef CLI_SOURCE_H
#define CLI_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include <sameseed/script.h>

/* The largest script or notebook that is read. */
#define SOURCE_LIMIT ((size_t)64 << 20)

/* All bytes of a file, or of standard input for "-", to be freed by the
 * caller. NULL after a message; *status is then the exit status. */
char *source_read(const char *path, size_t *size, int *status);

/* Run the cells in a fresh session and say what went wrong: the exit status. */
int source_run(const ss_script_cell *cells, size_t count, ss_script_mode mode,
               bool preload);

/* A session that prints to stdout, of the profile of these cells; NULL after a
 * message, *status is then the exit status. */
ss_session *source_session(const ss_script_cell *cells, size_t count,
                           bool preload, int *status);

/* The message of a failed run of these cells, and its exit status. */
int source_failed(const ss_script_cell *cells, const ss_script_error *error);

#endif
