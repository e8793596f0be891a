/* SPDX-License-Identifier: MIT
 * The profile of a run: --profile, a script's first line, SAMESEED_PROFILE.
 */
#ifndef CLI_PROFILE_H
#define CLI_PROFILE_H

#include <sameseed/profile.h>
#include <sameseed/script.h>

/* Options in the order of the command line; a later one counts more. */
#define PROFILE_OPTIONS 16

/* Keep one --profile; EXIT_WRONG after its message. */
int profile_option(const char *text);

/* The profile of a run whose cells these are: the environment's, over it the
 * first cell's comment, over it the options'. EXIT_WRONG after a message. */
int profile_of(const ss_script_cell *cells, size_t count, ss_profile *profile);

#endif
