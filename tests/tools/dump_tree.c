/* SPDX-License-Identifier: MIT
 * Reads scripts from standard input, each ended by a zero byte, and prints
 * their trees, each ended by a line "--". For tests/live/test_parser.py.
 *
 * usage: dump_tree [cell | prompt]
 */
#include <stdlib.h>
#include <string.h>

#include "tree_dump.h"

int main(int argc, char **argv)
{
    ss_script_mode mode = argc < 2                       ? SS_SCRIPT_FILE
                          : strcmp(argv[1], "cell") == 0 ? SS_SCRIPT_CELL
                                                         : SS_SCRIPT_PROMPT;
    size_t size = 0, capacity = 1 << 16;
    char *text = malloc(capacity);
    int c;

    while (text && (c = getchar()) != EOF) {
        if (c == 0) {
            dump_source(stdout, text, size, mode);
            puts("--");
            size = 0;
            continue;
        }
        if (size == capacity)
            text = realloc(text, capacity *= 2);
        if (text)
            text[size++] = (char)c;
    }
    free(text);
    return text ? 0 : 1;
}
