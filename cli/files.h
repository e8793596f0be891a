/* SPDX-License-Identifier: MIT
 * The files of scripts: real ones, relative to the current directory.
 */
#ifndef CLI_FILES_H
#define CLI_FILES_H

#include <sameseed/script.h>

/* --no-files: scripts touch no file from now on. */
void files_refuse(void);

/* For ss_script_options.files, or NULL after files_refuse(). A file that is
 * written appears at once and whole: under another name in its folder until it
 * is finished. */
const ss_script_files *files_of_scripts(void);

#endif
