/* SPDX-License-Identifier: MIT
 * Slices: what stands in x[start:stop:step].
 */
#ifndef SSI_SCRIPT_SLICE_H
#define SSI_SCRIPT_SLICE_H

#include "script/value.h"

extern const ssi_type ssi_type_slice;

typedef struct ssi_slice_object {
    ssi_object head;
    ssi_value parts[3]; /* start, stop, step; None where left out */
} ssi_slice_object;

/* Takes the references to the parts. */
bool ssi_new_slice(ss_session *s, const ssi_value parts[3], ssi_value *out);
/* slice.indices(length): *count items from *start on. ValueError for a step
 * of 0. */
bool ssi_slice_bounds(ss_session *s, ssi_value slice, size_t length,
                      int64_t *start, int64_t *stop, int64_t *step,
                      size_t *count);
bool ssi_slice_range(ss_session *s, ssi_value slice, size_t length,
                     int64_t *start, int64_t *step, size_t *count);
/* v[slice] of a list, tuple or str. */
bool ssi_slice_items(ss_session *s, ssi_value v, ssi_value slice,
                     ssi_value *out);

#endif
