/* SPDX-License-Identifier: MIT
 * The module numpy.random and the methods of RandomState: the same rows, but
 * for a few names that only one of them has.
 * Learned from: NumPy 2.4.6 (mtrand.pyx, its docstrings) by experiment.
 */
#include "script/module_numpy_random.h"

#include "numpy/methods.h"
#include "script/numpy_random.h"

#define SIZE_HELP                                                              \
    " size is None (one value), an int or a sequence of ints; negative sizes " \
    "are a ValueError. "

const ssi_function ssi_numpy_random_functions[] = {
#include "script/numpy_random_rows.h"
    {"ranf", "size=None", ssi_numpy_method_call,
     "The same as random_sample: uniform in [0, 1).", SSI_NUMPY_RANDOM_SAMPLE,
     SSI_STYLE_CYTHON, "random_sample"},
    {"sample", "size=None", ssi_numpy_method_call,
     "The same as random_sample: uniform in [0, 1).", SSI_NUMPY_RANDOM_SAMPLE,
     SSI_STYLE_CYTHON, "random_sample"},
    {0},
};

const ssi_function ssi_randomstate_methods[] = {
#include "script/numpy_random_rows.h"
    {"tomaxint", "size=None", ssi_numpy_method_call,
     "Ints from 0 to 2**63 - 1: two words, shifted by one bit." SIZE_HELP,
     SSI_NUMPY_TOMAXINT, SSI_STYLE_CYTHON, NULL},
    {0},
};

static const ssi_module_constant constants[] = {
    {"RandomState", ssi_randomstate_class},
    {0},
};

const ssi_module ssi_module_numpy_random = {
    .name = "numpy.random",
    .functions = ssi_numpy_random_functions,
    .constants = constants,
    .last_name = "random",
};
