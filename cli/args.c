/* SPDX-License-Identifier: MIT
 * The words of the command line: a command's name, its operands, --help.
 */
#include "args.h"

#include <string.h>

#include "message.h"

const command *args_find(const char *name)
{
    for (const command *c = commands; c->name; c++)
        if (!strcmp(c->name, name))
            return c;
    return NULL;
}

static int wrong(const char *what, const char *word)
{
    message_error("%s '%s'; try 'sameseed --help'", what, word);
    return EXIT_WRONG;
}

static int check_count(const args *a)
{
    const command *c = a->command;

    if (a->count < c->min)
        message_error("%s: %s is missing; try 'sameseed %s --help'", c->name,
                      c->operand, c->name);
    else if (a->count > c->max)
        message_error("%s: one operand too many: '%s'; usage: sameseed %s %s",
                      c->name, a->operands[c->max], c->name, c->operand);
    else
        return EXIT_FINE;
    return EXIT_WRONG;
}

/* The operands of a command; "--" ends its options, "-" is an operand. The
 * code after -c is taken as it is, whatever it looks like. */
static int read_operands(args *a, int argc, char *const *argv)
{
    if (argc > 0 && a->command->run != cmd_code && argv[0][0] == '-'
        && argv[0][1]) {
        if (!strcmp(argv[0], "--")) {
            argv++;
            argc--;
        } else if (strcmp(argv[0], "--help") && strcmp(argv[0], "-h")) {
            return wrong("unknown option", argv[0]);
        }
    }
    if (argc == 1 && (!strcmp(argv[0], "--help") || !strcmp(argv[0], "-h"))) {
        a->kind = ARGS_HELP;
        return EXIT_FINE;
    }
    a->operands = argv;
    a->count = argc > 0 ? (size_t)argc : 0;
    return check_count(a);
}

int args_read(args *a, int argc, char *const *argv)
{
    *a = (args){.kind = ARGS_PROMPT};
    if (argc < 2)
        return EXIT_FINE;
    a->kind = ARGS_COMMAND;
    a->command = args_find(argv[1]);
    if (a->command)
        return read_operands(a, argc - 2, argv + 2);
    if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h"))
        a->kind = ARGS_HELP;
    else if (!strcmp(argv[1], "--version"))
        a->kind = ARGS_VERSION;
    else
        return wrong(argv[1][0] == '-' ? "unknown option" : "unknown command",
                     argv[1]);
    return argc == 2 ? EXIT_FINE : wrong("one word too many:", argv[2]);
}
