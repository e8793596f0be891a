/* SPDX-License-Identifier: MIT
 * A Jupyter notebook (nbformat 4): its code cells.
 *
 * A cell's source is a string or a list of strings; markdown and raw cells
 * are passed over. Learned from: the notebook format's documentation, 4.5.
 */
#include "notebook.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "commands.h"
#include "message.h"

static int wrong(const char *path, const char *what)
{
    message_at(path, 0, 0, "%s", what);
    return EXIT_WRONG;
}

static int no_memory(const char *path)
{
    message_at(path, 0, 0, "out of memory");
    return EXIT_INOUT;
}

/* The language must be Python where it is given: what names it says where. */
static int check_language(const char *path, const json_t *name,
                          const char *what)
{
    const char *language = json_string_value(name);

    if (!language || !strncasecmp(language, "python", 6)
        || !strncasecmp(language, "ipython", 7))
        return EXIT_FINE;
    message_at(path, 0, 0, "%s is '%.80s'; Python is supported", what,
               language);
    return EXIT_WRONG;
}

static const json_t *member(const json_t *object, const char *a, const char *b)
{
    return json_object_get(json_object_get(object, a), b);
}

/* The format's version, the language, and that there are cells. */
static int check_head(const char *path, const json_t *root)
{
    const json_t *format = json_object_get(root, "nbformat");
    const json_t *metadata = json_object_get(root, "metadata");
    int status;

    if (!json_is_object(root))
        return wrong(path, "not a notebook: its JSON is not an object");
    if (!json_is_number(format))
        return wrong(path, "not a notebook: no number 'nbformat' in it");
    if (json_number_value(format) != 4) {
        message_at(path, 0, 0, "notebook format %.10g; 4 is supported",
                   json_number_value(format));
        return EXIT_WRONG;
    }
    status = check_language(path, member(metadata, "kernelspec", "language"),
                            "the kernel's language");
    if (!status)
        status = check_language(path, member(metadata, "language_info", "name"),
                                "the notebook's language");
    if (!status && !json_is_array(json_object_get(root, "cells")))
        return wrong(path, "not a notebook: no list 'cells' in it");
    return status;
}

/* Bytes of a cell's source; false when it is neither a string nor a list of
 * strings. With to, they are copied there. */
static bool join_source(const json_t *source, char *to, size_t *size)
{
    size_t i;
    const json_t *line;

    *size = 0;
    if (json_is_string(source)) {
        *size = json_string_length(source);
        if (to)
            memcpy(to, json_string_value(source), *size);
        return true;
    }
    if (!json_is_array(source))
        return false;
    json_array_foreach (source, i, line) {
        if (!json_is_string(line))
            return false;
        if (to)
            memcpy(to + *size, json_string_value(line),
                   json_string_length(line));
        *size += json_string_length(line);
    }
    return true;
}

/* "FILE:cell N" and the source behind it, in one piece of memory. */
static int add_cell(notebook *book, const char *path, size_t index,
                    const json_t *cell)
{
    const json_t *source = json_object_get(cell, "source");
    const json_t *metadata = json_object_get(cell, "metadata");
    size_t size, room = strlen(path) + 32;
    char *memory;

    if (!join_source(source, NULL, &size)) {
        message_at(path, 0, 0,
                   "cells[%zu].source is neither a string nor a list of "
                   "strings",
                   index);
        return EXIT_WRONG;
    }
    memory = malloc(room + size);
    if (!memory)
        return no_memory(path);
    snprintf(memory, room, "%s:cell %zu", path, book->count + 1);
    join_source(source, memory + room, &size);
    book->cells[book->count++] =
        (ss_script_cell){.name = memory, .source = memory + room, .size = size};
    return check_language(memory, member(metadata, "vscode", "languageId"),
                          "the cell's language");
}

static int read_cell(notebook *book, const char *path, size_t index,
                     const json_t *cell)
{
    const char *type = json_string_value(json_object_get(cell, "cell_type"));

    if (!type) {
        message_at(path, 0, 0, "cells[%zu] is no cell: it has no 'cell_type'",
                   index);
        return EXIT_WRONG;
    }
    if (!strcmp(type, "code"))
        return add_cell(book, path, index, cell);
    if (!strcmp(type, "markdown") || !strcmp(type, "raw"))
        return EXIT_FINE;
    message_at(path, 0, 0,
               "cells[%zu] is of type '%.80s'; code, markdown and raw are "
               "known",
               index, type);
    return EXIT_WRONG;
}

static int read_cells(notebook *book, const char *path, const json_t *root)
{
    const json_t *cells = json_object_get(root, "cells"), *cell;
    int status = EXIT_FINE;
    size_t i;

    book->cells = calloc(json_array_size(cells) + 1, sizeof *book->cells);
    if (!book->cells)
        return no_memory(path);
    json_array_foreach (cells, i, cell) {
        status = read_cell(book, path, i, cell);
        if (status)
            break;
    }
    return status;
}

static int not_json(const char *path, const json_error_t *error)
{
    if (json_error_code(error) == json_error_out_of_memory)
        return no_memory(path);
    message_at(path, error->line > 0 ? (unsigned long)error->line : 1,
               error->column > 0 ? (unsigned long)error->column : 1,
               "not a notebook, its JSON is broken: %s", error->text);
    return EXIT_WRONG;
}

int notebook_read(notebook *book, const char *path, const char *bytes,
                  size_t size)
{
    json_error_t error;
    json_t *root;
    int status;

    *book = (notebook){NULL, 0};
    if (!size)
        return wrong(path, "not a notebook: the file is empty");
    root = json_loadb(
        bytes, size, JSON_ALLOW_NUL | JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL,
        &error);
    if (!root)
        return not_json(path, &error);
    status = check_head(path, root);
    if (!status)
        status = read_cells(book, path, root);
    json_decref(root);
    if (status)
        notebook_free(book);
    return status;
}

void notebook_free(notebook *book)
{
    for (size_t i = 0; i < book->count; i++)
        free((char *)(uintptr_t)book->cells[i].name);
    free(book->cells);
    *book = (notebook){NULL, 0};
}
