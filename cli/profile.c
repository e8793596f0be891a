/* SPDX-License-Identifier: MIT
 * The profile of a run: --profile, a script's first line, SAMESEED_PROFILE.
 */
#include "profile.h"

#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "message.h"

static ss_profile scratch; /* what the options before said together */
static const char *options[PROFILE_OPTIONS];
static size_t option_count;

/* who says it, for the message. */
static int read_text(const char *who, const char *text, ss_profile *profile)
{
    char message[1024];
    ss_diag diag;

    if (ss_profile_parse(text, strlen(text), profile, &diag) == SS_OK)
        return EXIT_FINE;
    ss_profile_explain(text, strlen(text), &diag, message, sizeof message);
    message_error("%s: %s", who, message);
    return EXIT_WRONG;
}

int profile_option(const char *text)
{
    if (option_count == PROFILE_OPTIONS) {
        message_error("--profile: more than %d of them", PROFILE_OPTIONS);
        return EXIT_WRONG;
    }
    options[option_count++] = text;
    return read_text("--profile", text, &scratch);
}

int profile_of(const ss_script_cell *cells, size_t count, ss_profile *profile)
{
    const char *environment = getenv("SAMESEED_PROFILE");
    ss_script_error error;
    int status = EXIT_FINE;

    *profile = (ss_profile){0};
    if (environment)
        status = read_text("SAMESEED_PROFILE", environment, profile);
    if (status)
        return status;
    if (ss_script_profile(cells, count, profile, &error) != SS_OK) {
        message_at(cells[error.cell].name, error.line, error.column, "%s",
                   error.message);
        return EXIT_WRONG;
    }
    for (size_t i = 0; i < option_count && !status; i++)
        status = read_text("--profile", options[i], profile);
    return status;
}
