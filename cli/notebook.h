/* SPDX-License-Identifier: MIT
 * A Jupyter notebook (nbformat 4): its code cells.
 */
#ifndef CLI_NOTEBOOK_H
#define CLI_NOTEBOOK_H

#include <stddef.h>

#include <sameseed/script.h>

/* The code cells, in order; names and sources belong to it. */
typedef struct notebook {
    ss_script_cell *cells;
    size_t count;
} notebook;

/* Read a notebook from its bytes. path is for messages and the cells' names.
 * Answers 0, or the exit status after a message. */
int notebook_read(notebook *book, const char *path, const char *bytes,
                  size_t size);

void notebook_free(notebook *book);

#endif
