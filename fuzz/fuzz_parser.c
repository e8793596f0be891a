/* SPDX-License-Identifier: MIT
 * The parser on any bytes, in each mode: no crash, no leak, bounded memory.
 */
#include <stdint.h>
#include <stdlib.h>

#include "script/ast.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const ss_script_mode modes[] = {SS_SCRIPT_FILE, SS_SCRIPT_CELL,
                                           SS_SCRIPT_PROMPT};
    ss_script_cell cell = {
        .name = "fuzz", .source = (const char *)data, .size = size};

    for (int i = 0; i < 3; i++) {
        ss_script_error error = {.status = SS_OK};
        ssi_tree tree;
        if (ssi_parse(&cell, modes[i], &tree, &error))
            ssi_arena_free(&tree.arena);
        else if (error.status == SS_OK || !error.message[0])
            abort();
    }
    return 0;
}
