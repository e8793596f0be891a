/* SPDX-License-Identifier: MIT
 * Reads scripts from standard input, each ended by a zero byte, and prints
 * their trees, each ended by a line "--". For tests/live/test_parser.py.
 */
#include <stdlib.h>

#include "tree_dump.h"

int main(void)
{
    size_t size = 0, capacity = 1 << 16;
    char *text = malloc(capacity);
    int c;

    while (text && (c = getchar()) != EOF) {
        if (c == 0) {
            dump_source(stdout, text, size, SS_SCRIPT_FILE);
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
