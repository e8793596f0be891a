/* SPDX-License-Identifier: MIT
 * The bytes of an input, and running what they say.
 */
#include "source.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "files.h"
#include "message.h"
#include "profile.h"

/* Read to the end; NULL with errno set, EFBIG past the limit. */
static char *read_all(FILE *file, size_t *size)
{
    size_t capacity = 1u << 16, used = 0, n;
    char *bytes = malloc(capacity);

    while (bytes && (n = fread(bytes + used, 1, capacity - used, file)) > 0) {
        used += n;
        if (used > SOURCE_LIMIT) {
            errno = EFBIG;
            break;
        }
        if (used == capacity) {
            char *more = realloc(bytes, capacity *= 2);

            if (!more)
                free(bytes);
            bytes = more;
        }
    }
    if (bytes && (ferror(file) || used > SOURCE_LIMIT)) {
        free(bytes);
        return NULL;
    }
    *size = used;
    return bytes;
}

char *source_read(const char *path, size_t *size, int *status)
{
    FILE *file = strcmp(path, "-") ? fopen(path, "rb") : stdin;
    char *bytes = file ? read_all(file, size) : NULL;
    int error = errno;

    if (file && file != stdin)
        fclose(file);
    if (bytes)
        return bytes;
    *status = EXIT_INOUT;
    if (error == EFBIG) {
        message_at(path, 0, 0, "larger than 64 MiB, the most that is read");
        *status = EXIT_WRONG;
    } else {
        message_at(path, 0, 0, "%s", strerror(error));
    }
    return NULL;
}

ss_session *source_session(const ss_script_cell *cells, size_t count,
                           bool preload, int *status)
{
    ss_script_options options = {
        .write = output_write,
        .note = message_note,
        .preload = preload,
        .files = files_of_scripts(),
    };
    ss_session *session;

    *status = profile_of(cells, count, &options.profile);
    if (*status)
        return NULL;
    session = ss_session_new(&options);
    if (!session) {
        *status = EXIT_INOUT;
        message_error("no memory, or no entropy from the operating system");
    }
    return session;
}

int source_failed(const ss_script_cell *cells, const ss_script_error *error)
{
    switch (error->status) {
    case SS_ERR_IO:
        if (output_failed()) /* output_finish() says why */
            return EXIT_INOUT;
        /* fallthrough */
    case SS_ERR_MEMORY:
    case SS_ERR_ENTROPY:
        message_at(cells[error->cell].name, error->line, error->column, "%s",
                   error->message);
        return EXIT_INOUT;
    default:
        message_at(cells[error->cell].name, error->line, error->column, "%s",
                   error->message);
        return EXIT_WRONG;
    }
}

int source_run(const ss_script_cell *cells, size_t count, ss_script_mode mode,
               bool preload)
{
    ss_script_error error;
    int status;
    ss_session *session = source_session(cells, count, preload, &status);

    if (!session)
        return status;
    if (ss_session_run(session, cells, count, mode, &error) != SS_OK)
        status = source_failed(cells, &error);
    ss_session_free(session);
    return status;
}
