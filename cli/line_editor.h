/* SPDX-License-Identifier: MIT
 * Lines typed at a terminal, with editing and history where libedit is there.
 */
#ifndef CLI_LINE_EDITOR_H
#define CLI_LINE_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

typedef enum line_result {
    LINE_READ,
    LINE_END,        /* Ctrl-D on an empty line, or the terminal is gone */
    LINE_INTERRUPTED /* Ctrl-C */
} line_result;

typedef struct line_editor line_editor;

/* NULL: out of memory. */
line_editor *line_editor_new(void);
void line_editor_free(line_editor *editor);

/* The next line without its newline, after ">>> ", or "... " when it
 * continues others. *line is valid until the next call. */
line_result line_editor_read(line_editor *editor, bool continues,
                             const char **line, size_t *size);

#endif
