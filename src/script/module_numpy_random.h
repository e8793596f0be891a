/* SPDX-License-Identifier: MIT
 * The module numpy.random.
 */
#ifndef SSI_SCRIPT_MODULE_NUMPY_RANDOM_H
#define SSI_SCRIPT_MODULE_NUMPY_RANDOM_H

#include "script/value.h"

extern const ssi_module ssi_module_numpy_random;
/* The modules inside of it (numpy_random_modules.c), ended by NULL. */
extern const ssi_module *const ssi_numpy_random_modules[];

#endif
