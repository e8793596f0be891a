/* SPDX-License-Identifier: MIT
 * sameseed: the command. Its commands are a table; each has its own file.
 */
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <sameseed/profile.h>
#include <sameseed/version.h>

#include "args.h"
#include "commands.h"
#include "message.h"

const command commands[] = {
    {"run", "FILE.py|FILE.ipynb|-", 1, 1, "run a script or a notebook",
     "Runs the seeding part of a Python script and prints what Python\n"
     "prints; of a notebook, what the notebook shows: for each code cell\n"
     "its printed text, then the value of a bare last expression. - reads\n"
     "either from standard input.\n"
     "\n"
     "The whole file is checked before anything runs: what is not\n"
     "supported is refused with its place, FILE:LINE:COLUMN (in a notebook\n"
     "FILE:cell N:LINE:COLUMN, where N counts the code cells from 1).\n",
     cmd_run},
    {"-c", "CODE", 1, 1, "run one notebook cell given as text",
     "Runs CODE as one cell of a notebook in which np, torch and random are\n"
     "already imported, and shows the value of a bare last expression:\n"
     "\n"
     "    sameseed -c 'np.random.seed(23); np.random.rand(3)'\n",
     cmd_code},
    {"help", "[NAME]", 0, 1, "explain a function: help np.random.rand",
     "Prints the signature of a supported function and a paragraph on what it\n"
     "draws and gives. NAME may also be one of the commands. Without NAME it\n"
     "lists the commands and the functions.\n",
     cmd_help},
    {NULL, NULL, 0, 0, NULL, NULL, NULL}};

static int print_version(void)
{
    printf("sameseed %s (NumPy %s, PyTorch %s)\n"
           "profiles: numpy= %s\n"
           "          torch= %s\n"
           "          cpu= %s\n",
           SAMESEED_VERSION, SAMESEED_NUMPY_VERSION, SAMESEED_TORCH_VERSION,
           ss_numpy_releases(), ss_torch_releases(),
           ss_profile_choices(SS_ERR_TORCH_CPU));
    return EXIT_FINE;
}

static int start_prompt(void)
{
    if (isatty(STDIN_FILENO))
        return cmd_prompt();
    message_error("no command, and standard input is not a terminal; "
                  "try 'sameseed --help'");
    return EXIT_WRONG;
}

static int print_help(const args *a)
{
    char *name;

    if (!a->command)
        return cmd_usage();
    name = (char *)(uintptr_t)a->command->name;
    return cmd_help(&name, 1);
}

int main(int argc, char **argv)
{
    args a;
    int status = args_read(&a, argc, argv);

    if (status)
        return status;
    /* A reader that went away is a failed output, not a death by signal. */
    signal(SIGPIPE, SIG_IGN);
    switch (a.kind) {
    case ARGS_COMMAND:
        return output_finish(a.command->run(a.operands, a.count));
    case ARGS_VERSION:
        return output_finish(print_version());
    case ARGS_HELP:
        return output_finish(print_help(&a));
    default:
        return output_finish(start_prompt());
    }
}
