/* SPDX-License-Identifier: MIT
 * The row of default_rng, which two modules have: a piece of a table.
 */
{"default_rng",
 "seed=None",
 ssi_default_rng,
 "A Generator over PCG64(seed). A bit generator is used as it is, a "
 "Generator is given back, a RandomState's bit generator is shared. None: "
 "the operating system's entropy, so that each run differs.",
 0,
 SSI_STYLE_CYTHON,
 NULL},
