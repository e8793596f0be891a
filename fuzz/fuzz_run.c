/* SPDX-License-Identifier: MIT
 * A whole session on any bytes, as a notebook's cell with np, torch and random
 * imported: no crash, no leak, bounded memory and output.
 */
#include <stdint.h>
#include <stdlib.h>

#include <sameseed/script.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Takes 1 MB of output, then says stop. */
static int take(void *context, const char *bytes, size_t size)
{
    size_t *left = context;

    if (size > *left)
        return 1;
    *left -= size;
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t left = 1 << 20;
    ss_script_options options = {.write = take,
                                 .context = &left,
                                 .memory_limit = 4 << 20,
                                 .preload = true};
    ss_script_cell cell = {
        .name = "fuzz", .source = (const char *)data, .size = size};
    ss_script_error error;
    ss_session *session = ss_session_new(&options);

    if (!session)
        return 0;
    if (ss_session_run(session, &cell, 1, SS_SCRIPT_CELL, &error) != SS_OK
        && !error.message[0])
        abort();
    ss_session_free(session);
    return 0;
}
