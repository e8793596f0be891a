/* SPDX-License-Identifier: MIT
 * Rows of np.random that RandomState does not have: a piece of a table.
 */
{"get_bit_generator",
 "",
 ssi_numpy_get_bit_generator,
 "The bit generator that the functions of np.random draw from. Draws "
 "nothing.",
 0,
 SSI_STYLE_CYTHON,
 NULL},
    {"ranf",
     "size=None",
     ssi_numpy_method_call,
     "The same as random_sample: uniform in [0, 1).",
     SSI_NUMPY_RANDOM_SAMPLE,
     SSI_STYLE_CYTHON,
     "random_sample"},
    {"sample",
     "size=None",
     ssi_numpy_method_call,
     "The same as random_sample: uniform in [0, 1).",
     SSI_NUMPY_RANDOM_SAMPLE,
     SSI_STYLE_CYTHON,
     "random_sample"},
    {"set_bit_generator",
     "bitgen",
     ssi_numpy_set_bit_generator,
     "Let the functions of np.random draw from bitgen, as PCG64(5), which is "
     "shared; forgets the kept second normal. np.random.seed() then starts a "
     "generator of that kind. AttributeError for what is no bit generator.",
     0,
     SSI_STYLE_CYTHON,
     NULL},
