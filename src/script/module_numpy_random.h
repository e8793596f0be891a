/* SPDX-License-Identifier: MIT
 * The module numpy.random.
 */
#ifndef SSI_SCRIPT_MODULE_NUMPY_RANDOM_H
#define SSI_SCRIPT_MODULE_NUMPY_RANDOM_H

#include "script/value.h"

extern const ssi_module ssi_module_numpy_random;

#endif
