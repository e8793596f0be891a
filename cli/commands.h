/* SPDX-License-Identifier: MIT
 * The commands: `sameseed run`, `sameseed -c`, ... each one file cmd_<name>.c.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include <stddef.h>

/* Exit statuses; 1 is kept for "the answer is no". */
enum { EXIT_FINE = 0, EXIT_WRONG = 2, EXIT_INOUT = 3 };

typedef struct command {
    const char *name;    /* as it is typed: "run", "-c" */
    const char *operand; /* what follows it, for the usage line; or "" */
    size_t min, max;     /* how many operands */
    const char *summary; /* one line for `sameseed --help` */
    const char *help;    /* paragraphs for `sameseed NAME --help` */
    int (*run)(char *const *operands, size_t count);
} command;

/* All of them, ended by a name NULL. */
extern const command commands[];

int cmd_run(char *const *operands, size_t count);
int cmd_code(char *const *operands, size_t count);
int cmd_help(char *const *operands, size_t count);
int cmd_prompt(void);
int cmd_usage(void);

#endif
