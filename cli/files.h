/* SPDX-License-Identifier: MIT
 * The files of scripts: real ones, relative to the current directory.
 */
#ifndef CLI_FILES_H
#define CLI_FILES_H

#include <sameseed/script.h>

/* For ss_script_options.files. A file that is written appears at once and
 * whole: under another name in its folder until it is finished. */
extern const ss_script_files files_of_scripts;

#endif
