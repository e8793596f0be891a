/* SPDX-License-Identifier: MIT
 * Python's range.
 */
#ifndef SSI_SCRIPT_RANGE_H
#define SSI_SCRIPT_RANGE_H

#include "script/session.h"

typedef struct ssi_range_object {
    ssi_object head;
    int64_t start, stop, step;
    uint64_t count;
} ssi_range_object;

bool ssi_new_range(ss_session *s, int64_t start, int64_t stop, int64_t step,
                   ssi_value *out);
/* range(stop) and range(start, stop, step=1), from positional arguments. */
bool ssi_range_call(ss_session *s, ssi_call *call, ssi_value *out);
/* range[slice]: another range. */
bool ssi_range_slice(ss_session *s, ssi_value range, ssi_value key,
                     ssi_value *out);

#endif
