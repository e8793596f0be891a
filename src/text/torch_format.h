/* SPDX-License-Identifier: MIT
 * How PyTorch prints the elements of one tensor: the mode and the width that
 * are found from all elements looked at.
 */
#ifndef SSI_TEXT_TORCH_FORMAT_H
#define SSI_TEXT_TORCH_FORMAT_H

#include "text/buffer.h"

/* Options with all defaults filled in. */
typedef struct ssi_torch_options {
    int64_t precision, threshold, edgeitems, linewidth;
    ss_torch_sci_mode sci_mode;
    ss_dtype default_dtype;
    const char *suffix;
} ssi_torch_options;

ssi_torch_options ssi_torch_resolve(const ss_torch_print_options *options);

/* One formatter: of all elements, or of one part of complex ones. */
typedef struct ssi_torch_format {
    ss_dtype dtype; /* of the part */
    size_t offset;  /* of the part within an element */
    bool floating, integral, scientific;
    int64_t precision;
    int64_t width;
} ssi_torch_format;

ss_status ssi_torch_format_prepare(ssi_torch_format *format,
                                   const ss_array *tensor,
                                   const ssi_torch_options *options,
                                   bool summarize, ss_dtype dtype,
                                   size_t offset);
/* Append the element at item, padded on its left. */
ss_status ssi_torch_format_put(const ssi_torch_format *format, const void *item,
                               ss_text *out);

#endif
