/* SPDX-License-Identifier: MIT
 * str, repr and array2string of NumPy arrays.
 * Learned from: numpy/_core/arrayprint.py (_array_repr_implementation), 2.4;
 * checked against the installed NumPy.
 */
#include "text/numpy_format.h"

#define REPR_PREFIX "array("
#define REPR_PREFIX_LENGTH 6

static ss_status array2string(const ss_array *array,
                              const ssi_numpy_options *options,
                              const char *separator, int64_t prefix,
                              int64_t suffix, ss_text *out)
{
    ssi_numpy_options o = *options;

    if (o.legacy <= 113 && array->ndim == 0) {
        if (array->dtype == SS_OBJECT && o.element != NULL)
            return o.element(o.context, array->dtype, array->data,
                             array->itemsize, out);
        return ssi_numpy_item_text(array->dtype, array->data, array->itemsize,
                                   true, out);
    }
    if (o.legacy > 113)
        o.linewidth -= suffix;
    if (ss_array_size(array) == 0)
        return ssi_text_string(out, "[]");
    return ssi_numpy_layout(array, &o, separator, prefix, out);
}

static ss_status put_text(const ss_array *array,
                          const ssi_numpy_options *options, ss_text *out)
{
    if (array->ndim > 0)
        return array2string(array, options, " ", 0, 0, out);
    if (array->dtype == SS_OBJECT)
        return SS_ERR_DTYPE;
    if (options->legacy <= 113)
        return ssi_numpy_item_text(array->dtype, array->data, array->itemsize,
                                   false, out);
    if (array->dtype == SS_BYTES) /* NumPy: no str() of bytes */
        return ssi_numpy_scalar_repr(array->dtype, array->data, array->itemsize,
                                     options->legacy, out);
    return ssi_numpy_scalar_text(array->dtype, array->data, array->itemsize,
                                 options->legacy, out);
}

/* Whether the elements show their dtype. */
static bool dtype_is_implied(ss_dtype dtype, int32_t legacy)
{
    return dtype == SS_INT64 || dtype == SS_FLOAT64 || dtype == SS_COMPLEX128
           || (dtype == SS_BOOL && legacy > 113);
}

static bool is_big_endian(void)
{
    uint16_t one = 1;
    unsigned char first;

    memcpy(&first, &one, 1);
    return first == 0;
}

static ss_status put_dtype(const ss_array *array, ss_text *extras)
{
    SSI_TRY(ssi_text_string(extras, "dtype="));
    switch (array->dtype) {
    case SS_STR:
        SSI_TRY(ssi_text_string(extras, is_big_endian() ? "'>U" : "'<U"));
        SSI_TRY(ssi_text_unsigned(extras, array->itemsize / 4));
        return ss_text_append(extras, "'", 1);
    case SS_BYTES:
        SSI_TRY(ssi_text_string(extras, "'|S"));
        SSI_TRY(ssi_text_unsigned(extras, array->itemsize));
        return ss_text_append(extras, "'", 1);
    default:
        return ssi_text_string(extras, ss_dtype_name(array->dtype));
    }
}

/* What the elements do not show; empty when they show all. */
static ss_status put_extras(const ss_array *array, const ssi_numpy_options *o,
                            ss_text *extras)
{
    size_t size = ss_array_size(array);
    bool shape = (size == 0 && array->ndim != 1)
                 || (o->legacy > 210 && (int64_t)size > o->threshold);

    if (shape) {
        SSI_TRY(ssi_text_string(extras, "shape="));
        SSI_TRY(ssi_text_shape(extras, array->shape, array->ndim));
    }
    if (size == 0 || !dtype_is_implied(array->dtype, o->legacy)) {
        if (shape)
            SSI_TRY(ss_text_append(extras, ", ", 2));
        SSI_TRY(put_dtype(array, extras));
    }
    return SS_OK;
}

/* Whether the extras go to a line of their own; from: where repr began. */
static bool breaks(const ss_array *array, const ssi_numpy_options *o,
                   const ss_text *out, size_t from, const ss_text *extras)
{
    size_t start = out->size;

    if (o->legacy <= 113)
        return array->dtype == SS_STR || array->dtype == SS_BYTES;
    while (start > from && out->data[start - 1] != '\n')
        start--;
    return ssi_utf8_length(out->data + start, out->size - start)
               + (int64_t)extras->size + 2
           > o->linewidth;
}

static ss_status put_repr(const ss_array *array, const ssi_numpy_options *o,
                          ss_text *out, ss_text *extras)
{
    size_t from = out->size;

    SSI_TRY(ssi_text_string(out, REPR_PREFIX));
    SSI_TRY(array2string(array, o, ", ", REPR_PREFIX_LENGTH, 1, out));
    SSI_TRY(put_extras(array, o, extras));
    if (extras->size > 0) {
        SSI_TRY(ss_text_append(out, ",", 1));
        if (breaks(array, o, out, from, extras)) {
            SSI_TRY(ss_text_append(out, "\n", 1));
            SSI_TRY(ssi_text_repeat(out, ' ', REPR_PREFIX_LENGTH));
        } else {
            SSI_TRY(ss_text_append(out, " ", 1));
        }
        SSI_TRY(ss_text_append(out, extras->data, extras->size));
    }
    return ss_text_append(out, ")", 1);
}

ss_status ss_numpy_text(const ss_array *array,
                        const ss_numpy_print_options *options, ss_text *out)
{
    ssi_numpy_options o = ssi_numpy_resolve(options);
    size_t size = out->size;

    return ssi_text_check(out, size, put_text(array, &o, out));
}

ss_status ss_numpy_repr(const ss_array *array,
                        const ss_numpy_print_options *options, ss_text *out)
{
    ssi_numpy_options o = ssi_numpy_resolve(options);
    size_t size = out->size;
    ss_text extras = {0};
    ss_status status = put_repr(array, &o, out, &extras);

    ss_text_free(&extras);
    return ssi_text_check(out, size, status);
}

ss_status ss_numpy_array2string(const ss_array *array,
                                const ss_numpy_print_options *options,
                                const char *separator, const char *prefix,
                                const char *suffix, ss_text *out)
{
    ssi_numpy_options o = ssi_numpy_resolve(options);
    size_t size = out->size;
    int64_t before = 0, after = 0;

    if (prefix != NULL)
        before = ssi_utf8_length(prefix, strlen(prefix));
    if (suffix != NULL)
        after = ssi_utf8_length(suffix, strlen(suffix));
    return ssi_text_check(out, size,
                          array2string(array, &o,
                                       separator != NULL ? separator : " ",
                                       before, after, out));
}
