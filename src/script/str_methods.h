/* SPDX-License-Identifier: MIT
 * The methods of str.
 */
#ifndef SSI_SCRIPT_STR_METHODS_H
#define SSI_SCRIPT_STR_METHODS_H

#include "script/value.h"

extern const ssi_function ssi_str_methods[];

#endif
