/* SPDX-License-Identifier: MIT
 * The words of the command line: a command's name, its operands, --help.
 */
#include "args.h"

#include <stdbool.h>
#include <string.h>

#include "files.h"
#include "message.h"
#include "profile.h"

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

static int missing_profile(void)
{
    message_error("--profile: what follows it is missing, as "
                  "--profile numpy=1.26.4; supported are %s",
                  ss_profile_choices(SS_ERR_PROFILE));
    return EXIT_WRONG;
}

/* --profile TEXT, --profile=TEXT and --no-files anywhere before "--", taken
 * out of argv; the word after -c is code, whatever it looks like. */
static int take_options(int *argc, char **argv)
{
    static const char name[] = "--profile";
    const size_t length = sizeof name - 1;
    int kept = 1, status = EXIT_FINE;

    for (int i = 1; i < *argc && !status; i++) {
        bool code = kept == 2 && !strcmp(argv[1], "-c");
        bool ours = !code && !strncmp(argv[i], name, length);

        if (!code && !strcmp(argv[i], "--")) {
            while (i < *argc)
                argv[kept++] = argv[i++];
        } else if (ours && argv[i][length] == '=') {
            status = profile_option(argv[i] + length + 1);
        } else if (ours && !argv[i][length]) {
            if (++i == *argc)
                return missing_profile();
            status = profile_option(argv[i]);
        } else if (!code && !strcmp(argv[i], "--no-files")) {
            files_refuse();
        } else {
            argv[kept++] = argv[i];
        }
    }
    *argc = kept;
    return status;
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

int args_read(args *a, int argc, char **argv)
{
    *a = (args){.kind = ARGS_PROMPT};
    if (take_options(&argc, argv))
        return EXIT_WRONG;
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
