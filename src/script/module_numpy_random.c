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

static bool run_tests(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)call;
    (void)out;
    return ssi_unsupported(s, "numpy.random.test: NumPy's own tests are not "
                              "here");
}

const ssi_function ssi_numpy_random_functions[] = {
#include "script/numpy_random_rows.h"
#include "script/numpy_default_rng.h"
#include "script/numpy_random_only.h"
    {"test",
     "label='fast', verbose=1, extra_argv=None, doctests=False, "
     "coverage=False, durations=-1, tests=None",
     run_tests, "A name only: NumPy's own tests are not here.", 0,
     SSI_STYLE_DEF, NULL},
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
    .modules = ssi_numpy_random_modules,
    .last_name = "random",
};
