/* SPDX-License-Identifier: MIT
 * `sameseed run FILE` and `sameseed -c CODE`.
 */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "notebook.h"
#include "source.h"

static int run_notebook(const char *path, const char *bytes, size_t size)
{
    notebook book;
    int status = notebook_read(&book, path, bytes, size);

    if (status)
        return status;
    status = source_run(book.cells, book.count, SS_SCRIPT_CELL, false);
    notebook_free(&book);
    return status;
}

static int run_script(const char *path, const char *bytes, size_t size)
{
    ss_script_cell cell = {.name = path, .source = bytes, .size = size};

    return source_run(&cell, 1, SS_SCRIPT_FILE, false);
}

static bool ends_with(const char *text, const char *end)
{
    size_t size = strlen(text), length = strlen(end);

    return size >= length && !strcmp(text + size - length, end);
}

/* By its name; where that says nothing, as "-", by its first character: a
 * notebook is a JSON object, and a script that starts with one does nothing. */
static bool is_notebook(const char *path, const char *bytes, size_t size)
{
    size_t i = 0;

    if (ends_with(path, ".ipynb") || ends_with(path, ".py"))
        return ends_with(path, ".ipynb");
    while (i < size && memchr(" \t\r\n", bytes[i], 4))
        i++;
    return i < size && bytes[i] == '{';
}

int cmd_run(char *const *operands, size_t count)
{
    const char *path = operands[0];
    size_t size;
    int status;
    char *bytes = source_read(path, &size, &status);

    (void)count;
    if (!bytes)
        return status;
    status = is_notebook(path, bytes, size) ? run_notebook(path, bytes, size)
                                            : run_script(path, bytes, size);
    free(bytes);
    return status;
}

int cmd_code(char *const *operands, size_t count)
{
    ss_script_cell cell = {
        .name = "-c", .source = operands[0], .size = strlen(operands[0])};

    (void)count;
    return source_run(&cell, 1, SS_SCRIPT_CELL, true);
}
