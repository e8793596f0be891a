/* SPDX-License-Identifier: MIT
 * Python's random in a script: what its two files share.
 */
#ifndef SSI_SCRIPT_MODULE_RANDOM_H
#define SSI_SCRIPT_MODULE_RANDOM_H

#include <sameseed/pyrandom.h>

#include "script/value.h"

extern const ssi_type ssi_type_pyrandom;

/* The generator of a Random object; the session's for anything else. */
ss_pyrandom *ssi_pyrandom_of(ss_session *s, ssi_value self);

/* random.seed(seed). */
bool ssi_pyrandom_seed_value(ss_session *s, ss_pyrandom *r, ssi_value seed);

/* getrandbits(bits) as a Python int of any size. */
bool ssi_pyrandom_bits(ss_session *s, ss_pyrandom *r, size_t bits,
                       ssi_value *out);

/* Rows of the table that live in random_sequence.c. */
bool ssi_random_randint(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_random_randrange(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_random_choice(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_random_choices(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_random_shuffle(ss_session *s, ssi_call *call, ssi_value *out);
bool ssi_random_sample(ss_session *s, ssi_call *call, ssi_value *out);

#endif
