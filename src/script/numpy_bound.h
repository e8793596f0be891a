/* SPDX-License-Identifier: MIT
 * Ends of ranges of ints, wider than 64 bits.
 */
#ifndef SSI_SCRIPT_NUMPY_BOUND_H
#define SSI_SCRIPT_NUMPY_BOUND_H

#include "script/value.h"

typedef struct ssi_bound {
    bool below, above; /* under -2**63, over 2**64 - 1 */
    bool negative;
    uint64_t bits; /* two's complement */
} ssi_bound;

bool ssi_bound_less(ssi_bound a, ssi_bound b); /* a < b */
/* int(v): TypeError, ValueError, OverflowError as Python raises them. */
bool ssi_bound_of(ss_session *s, ssi_value v, ssi_bound *out);
bool ssi_bound_of_double(ss_session *s, double d, ssi_bound *out);
/* int(v) - 1 */
bool ssi_bound_minus_one(ss_session *s, ssi_value v, ssi_bound *out);
/* The lowest and the highest int of a dtype. */
void ssi_bound_limits(ss_dtype dtype, ssi_bound *low, ssi_bound *high);

#endif
