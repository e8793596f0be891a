/* SPDX-License-Identifier: MIT
 * How NumPy prints the elements of one array: widths and modes that are found
 * from all elements shown (the "format functions" of numpy's arrayprint).
 */
#ifndef SSI_TEXT_NUMPY_FORMAT_H
#define SSI_TEXT_NUMPY_FORMAT_H

#include "text/buffer.h"

/* No legacy mode: above all that are. */
#define SSI_LEGACY_OFF INT32_MAX
#define SSI_NO_PRECISION (-1)

/* Options with all defaults filled in. */
typedef struct ssi_numpy_options {
    int64_t precision, threshold, edgeitems, linewidth;
    bool suppress;
    char sign;
    ss_numpy_floatmode floatmode;
    const char *nanstr, *infstr;
    int32_t legacy;
    uint32_t formatter;
    ss_status (*element)(void *context, ss_dtype dtype, const void *item,
                         size_t itemsize, ss_text *out);
    void *context;
} ssi_numpy_options;

ssi_numpy_options ssi_numpy_resolve(const ss_numpy_print_options *options);

/* Floats, or one part of complex numbers. */
typedef struct ssi_numpy_float {
    ss_dtype dtype; /* SS_FLOAT16, SS_FLOAT32 or SS_FLOAT64 */
    bool scientific;
    bool unique; /* false: always all digits that precision asks for */
    bool equal;  /* as many digits after the point for every element */
    char sign;
    int64_t precision; /* digits after the point; none: the shortest */
    int64_t pad_left, pad_right;
    int64_t exponent_digits;
    const char *nanstr, *infstr;
} ssi_numpy_float;

/* Elements shown: all of array, or its corners. Calls visit for each. */
typedef struct ssi_numpy_shown {
    const ss_array *array;
    int64_t edgeitems;
    bool summarize;
} ssi_numpy_shown;
typedef ss_status (*ssi_numpy_visit)(void *context, const void *item);
ss_status ssi_numpy_each(const ssi_numpy_shown *shown, ssi_numpy_visit visit,
                         void *context);

/* offset: of the part within an element. */
ss_status ssi_numpy_float_prepare(ssi_numpy_float *format,
                                  const ssi_numpy_shown *shown,
                                  const ssi_numpy_options *options,
                                  ss_dtype dtype, size_t offset);
/* Appends the element with its padding. */
ss_status ssi_numpy_float_put(const ssi_numpy_float *format, const void *item,
                              ss_text *out);

typedef struct ssi_numpy_format {
    const ssi_numpy_options *options;
    ss_dtype dtype;
    size_t itemsize;
    bool custom; /* options->element prints */
    bool simple; /* every word is ASCII in one line */
    bool zero_dim;
    char sign;
    int64_t width; /* of integers */
    ssi_numpy_float real, imag;
} ssi_numpy_format;

ss_status ssi_numpy_format_prepare(ssi_numpy_format *format,
                                   const ssi_numpy_shown *shown,
                                   const ssi_numpy_options *options);
ss_status ssi_numpy_format_put(const ssi_numpy_format *format, const void *item,
                               ss_text *out);

/* str[] and bytes without the zeros at their end. */
size_t ssi_numpy_str_count(const void *item, size_t itemsize);
size_t ssi_numpy_bytes_count(const void *item, size_t itemsize);
ss_status ssi_numpy_str_repr(ss_text *out, const void *item, size_t itemsize);

/* An integer or bool element as int64; *huge holds uint64 values above. */
int64_t ssi_numpy_int(ss_dtype dtype, const void *item, uint64_t *huge);
ss_status ssi_numpy_put_int(ss_text *out, ss_dtype dtype, const void *item);
/* A float element as double. */
double ssi_numpy_double(ss_dtype dtype, const void *item);

/* The array without prefix and suffix (_array2string). prefix: how many
 * columns stand before it. */
ss_status ssi_numpy_layout(const ss_array *array,
                           const ssi_numpy_options *options,
                           const char *separator, int64_t prefix, ss_text *out);

/* Scalars under a legacy mode; SSI_LEGACY_OFF: none. */
ss_status ssi_numpy_scalar_text(ss_dtype dtype, const void *item,
                                size_t itemsize, int32_t legacy, ss_text *out);
ss_status ssi_numpy_scalar_repr(ss_dtype dtype, const void *item,
                                size_t itemsize, int32_t legacy, ss_text *out);
/* repr(item.item()) and str(item.item()): as Python's own types. */
ss_status ssi_numpy_item_text(ss_dtype dtype, const void *item, size_t itemsize,
                              bool repr, ss_text *out);

#endif
