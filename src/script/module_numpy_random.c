/* SPDX-License-Identifier: MIT
 * The module numpy.random and the methods of RandomState: the same rows, but
 * for a few names that only one of them has.
 * Learned from: NumPy 2.4.6 (mtrand.pyx, its docstrings) by experiment.
 */
#include "script/module_numpy_random.h"

#include "numpy/methods.h"
#include "script/numpy_generator.h"
#include "script/numpy_random.h"

#define SIZE_HELP                                                              \
    " size is None (one value), an int or a sequence of ints; negative sizes " \
    "are a ValueError. "

const ssi_function ssi_numpy_random_functions[] = {
#include "script/numpy_random_rows.h"
    {"default_rng", "seed=None", ssi_default_rng,
     "A Generator over PCG64(seed). A bit generator is used as it is, a "
     "Generator is given back, a RandomState's bit generator is shared. None: "
     "the operating system's entropy, so that each run differs.",
     0, SSI_STYLE_CYTHON, NULL},
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
    {"BitGenerator", ssi_bit_generator_class},
    {"Generator", ssi_generator_class},
    {"MT19937", ssi_mt19937_class},
    {"PCG64", ssi_pcg64_class},
    {"PCG64DXSM", ssi_pcg64dxsm_class},
    {"Philox", ssi_philox_class},
    {"RandomState", ssi_randomstate_class},
    {"SFC64", ssi_sfc64_class},
    {"SeedSequence", ssi_seed_sequence_class},
    {0},
};

const ssi_module ssi_module_numpy_random = {
    .name = "numpy.random",
    .functions = ssi_numpy_random_functions,
    .constants = constants,
    .last_name = "random",
};
