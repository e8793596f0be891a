/* SPDX-License-Identifier: MIT
 * `sameseed help [NAME]`, and --help of each command.
 */
#include <stdio.h>

#include <sameseed/script.h>

#include "args.h"
#include "commands.h"
#include "message.h"

static void print_usage(void)
{
    puts("sameseed: the random state of NumPy and PyTorch, bit for bit\n");
    for (const command *c = commands; c->name; c++)
        printf("%s sameseed %-4s %-21s %s\n",
               c == commands ? "usage:" : "      ", c->name, c->operand,
               c->summary);
    puts("       sameseed                            a prompt, on a terminal\n"
         "       sameseed --version\n"
         "       sameseed COMMAND --help\n\n"
         "--profile numpy=1.26.4,torch=2.13,cpu=default before or after a "
         "command: the\n"
         "release and the processor to imitate; also SAMESEED_PROFILE in the "
         "environment, or\n"
         "\"# sameseed: numpy=1.26.4\" as a script's first line; "
         "sameseed --version lists them\n\n"
         "--no-files, in the same places: np.save, np.load and the like are "
         "refused\n\n"
         "exit status: 0 fine, 2 the command or the script is wrong, "
         "3 input or output failed");
}

static int print_command(const command *c)
{
    printf("usage: sameseed %s %s\n\n%s", c->name, c->operand, c->help);
    return EXIT_FINE;
}

static void print_name(void *context, const char *name)
{
    (void)context;
    printf("  %s\n", name);
}

static int print_function(const char *name)
{
    if (ss_script_help(name, output_write, NULL) == SS_OK)
        return EXIT_FINE;
    message_error("help: '%s' is not supported; 'sameseed help' lists what is",
                  name);
    return EXIT_WRONG;
}

/* `sameseed --help` is without the list. */
int cmd_usage(void)
{
    print_usage();
    return EXIT_FINE;
}

int cmd_help(char *const *operands, size_t count)
{
    const command *c = count ? args_find(operands[0]) : NULL;

    if (c)
        return print_command(c);
    if (count)
        return print_function(operands[0]);
    print_usage();
    puts("\nsupported, each explained by 'sameseed help NAME':");
    ss_script_names(print_name, NULL);
    return EXIT_FINE;
}
