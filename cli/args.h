/* SPDX-License-Identifier: MIT
 * The words of the command line.
 */
#ifndef CLI_ARGS_H
#define CLI_ARGS_H

#include "commands.h"

/* What the words ask for. */
typedef struct args {
    enum { ARGS_COMMAND, ARGS_PROMPT, ARGS_VERSION, ARGS_HELP } kind;
    const command *command; /* ARGS_COMMAND, or whose help; NULL: all */
    char *const *operands;
    size_t count;
} args;

/* The command of that name, or NULL. */
const command *args_find(const char *name);

/* Read argv, out of which profiles are taken; answers 0, or EXIT_WRONG after
 * its message. */
int args_read(args *a, int argc, char **argv);

#endif
