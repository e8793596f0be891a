/* SPDX-License-Identifier: MIT
 * str and repr of NumPy scalars.
 * Learned from: numpy/_core/src/multiarray/scalartypes.c.src, 2.4; checked
 * against the installed NumPy.
 */
#include "text/numpy_format.h"

#include "array/half.h"
#include "text/digits.h"
#include "text/python_text.h"
#include "text/wide.h"

static bool is_negative(double x)
{
    return ssi_double_bits(x) >> 63 != 0;
}

static bool is_finite(double x)
{
    return (ssi_double_bits(x) >> 52 & 0x7ff) != 0x7ff;
}

/* From where on scientific notation is used: exponents of ten. */
static int32_t scientific_from(ss_dtype dtype, int32_t legacy)
{
    if (legacy <= 220 || dtype == SS_FLOAT64)
        return 16;
    return dtype == SS_FLOAT32 ? 6 : 3;
}

static ssi_shortest shortest(ss_dtype dtype, double x)
{
    switch (dtype) {
    case SS_FLOAT16:
        return ssi_shortest_half(ssi_double_to_half(x));
    case SS_FLOAT32:
        return ssi_shortest_float((float)x);
    default:
        return ssi_shortest_double(x);
    }
}

static bool is_positional(ss_dtype dtype, double x, int32_t legacy)
{
    static const double large[] = {[3] = 1e3, [6] = 1e6, [16] = 1e16};
    double magnitude = x < 0 ? -x : x;

    return x == 0
           || (magnitude >= 1e-4
               && magnitude < large[scientific_from(dtype, legacy)]);
}

static char *put_scientific(const ssi_decimal *d, char *at)
{
    int32_t exponent = d->point - 1;

    at = ssi_decimal_put_digits(d, 0, 1, at);
    if (d->count > 1)
        *at++ = '.';
    at = ssi_decimal_put_digits(d, 1, d->count, at);
    *at++ = 'e';
    *at++ = exponent < 0 ? '-' : '+';
    exponent = exponent < 0 ? -exponent : exponent;
    return ssi_put_digits((uint64_t)exponent, exponent < 100 ? 2 : 3, at);
}

/* whole: a positional integer gets ".0". */
static ss_status put_float(ss_text *out, ss_dtype dtype, double x,
                           int32_t legacy, bool whole)
{
    ssi_decimal d;
    int64_t fraction;
    char *at;

    if (!is_finite(x))
        return ssi_text_string(out, x != x ? "nan" : x < 0 ? "-inf" : "inf");
    ssi_decimal_from_shortest(shortest(dtype, x), &d);
    at = ssi_text_reserve(out, 64);
    if (at == NULL)
        return SS_ERR_MEMORY;
    if (is_negative(x))
        *at++ = '-';
    if (!is_positional(dtype, x, legacy)) {
        ssi_text_end(out, put_scientific(&d, at));
        return SS_OK;
    }
    fraction = ssi_decimal_fraction(&d);
    at = ssi_decimal_put_whole(&d, at);
    if (fraction > 0 || whole)
        *at++ = '.';
    at = ssi_decimal_put_fraction(&d, fraction > 0 ? fraction : whole, at);
    ssi_text_end(out, at);
    return SS_OK;
}

/* Digits of "%.{n}g" under legacy='1.13'. */
static int64_t legacy_digits(ss_dtype dtype, bool repr)
{
    switch (dtype) {
    case SS_FLOAT16:
    case SS_FLOAT32:
        return repr ? 8 : 6;
    default:
        return repr ? 17 : 12;
    }
}

/* whole: a number of digits only gets ".0". */
static ss_status put_legacy(ss_text *out, ss_dtype dtype, double x, bool repr,
                            bool whole)
{
    size_t start = out->size;

    SSI_TRY(ssi_text_general(out, x, legacy_digits(dtype, repr)));
    for (size_t i = start; i < out->size; i++) {
        if (!(out->data[i] >= '0' && out->data[i] <= '9')
            && !(i == start && out->data[i] == '-'))
            return SS_OK;
    }
    return whole ? ss_text_append(out, ".0", 2) : SS_OK;
}

static ss_status put_part(ss_text *out, ss_dtype part, double x, bool repr,
                          int32_t legacy)
{
    if (legacy <= 113)
        return put_legacy(out, part, x, repr, false);
    return put_float(out, part, x, legacy, false);
}

static ss_status put_imaginary(ss_text *out, ss_dtype part, double im,
                               bool repr, int32_t legacy)
{
    SSI_TRY(put_part(out, part, im, repr, legacy));
    return ssi_text_string(out, legacy <= 113 && !is_finite(im) ? "*j" : "j");
}

static ss_status put_complex(ss_text *out, ss_dtype dtype, const void *item,
                             bool repr, int32_t legacy)
{
    ss_dtype part = dtype == SS_COMPLEX64 ? SS_FLOAT32 : SS_FLOAT64;
    double re = ssi_numpy_double(part, item);
    double im =
        ssi_numpy_double(part, (const char *)item + ss_dtype_size(part));

    bool brackets = !repr || legacy <= 125; /* otherwise those of np.x() */

    if (re == 0 && !is_negative(re))
        return put_imaginary(out, part, im, repr, legacy);
    if (brackets)
        SSI_TRY(ss_text_append(out, "(", 1));
    SSI_TRY(put_part(out, part, re, repr, legacy));
    if (im != im || !is_negative(im))
        SSI_TRY(ss_text_append(out, "+", 1));
    SSI_TRY(put_imaginary(out, part, im, repr, legacy));
    return brackets ? ss_text_append(out, ")", 1) : SS_OK;
}

static ss_status put_str(ss_text *out, const void *item, size_t itemsize)
{
    size_t count = ssi_numpy_str_count(item, itemsize);
    uint32_t c;

    for (size_t i = 0; i < count; i++) {
        memcpy(&c, (const char *)item + 4 * i, sizeof c);
        SSI_TRY(ssi_text_code_point(out, c));
    }
    return SS_OK;
}

/* The value, without a type around it. */
static ss_status put_value(ss_text *out, ss_dtype dtype, const void *item,
                           size_t itemsize, bool repr, int32_t legacy)
{
    double x;

    switch (dtype) {
    case SS_BOOL:
        return ssi_text_string(out,
                               *(const uint8_t *)item != 0 ? "True" : "False");
    case SS_FLOAT16:
    case SS_FLOAT32:
    case SS_FLOAT64:
        x = ssi_numpy_double(dtype, item);
        if (legacy <= 113)
            return put_legacy(out, dtype, x, repr, true);
        return put_float(out, dtype, x, legacy, true);
    case SS_COMPLEX64:
    case SS_COMPLEX128:
        return put_complex(out, dtype, item, repr, legacy);
    case SS_STR:
        return repr ? ssi_numpy_str_repr(out, item, itemsize)
                    : put_str(out, item, itemsize);
    case SS_BYTES:
        return ssi_text_bytes_repr(out, item,
                                   ssi_numpy_bytes_count(item, itemsize));
    case SS_BFLOAT16:
    case SS_OBJECT:
        return SS_ERR_DTYPE;
    default:
        return ssi_numpy_put_int(out, dtype, item);
    }
}

static ss_status put_repr(ss_text *out, ss_dtype dtype, const void *item,
                          size_t itemsize, int32_t legacy)
{
    SSI_TRY(ssi_text_string(out, "np."));
    if (dtype == SS_BOOL)
        return ssi_text_string(out, *(const uint8_t *)item != 0 ? "True_"
                                                                : "False_");
    SSI_TRY(ssi_text_string(out, ss_dtype_name(dtype)));
    if (dtype == SS_STR || dtype == SS_BYTES)
        SSI_TRY(ss_text_append(out, "_", 1));
    SSI_TRY(ss_text_append(out, "(", 1));
    SSI_TRY(put_value(out, dtype, item, itemsize, true, legacy));
    return ss_text_append(out, ")", 1);
}

ss_status ssi_numpy_scalar_text(ss_dtype dtype, const void *item,
                                size_t itemsize, int32_t legacy, ss_text *out)
{
    size_t size = out->size;

    return ssi_text_check(out, size,
                          put_value(out, dtype, item, itemsize, false, legacy));
}

ss_status ssi_numpy_scalar_repr(ss_dtype dtype, const void *item,
                                size_t itemsize, int32_t legacy, ss_text *out)
{
    size_t size = out->size;

    if (legacy <= 125)
        return ssi_text_check(
            out, size, put_value(out, dtype, item, itemsize, true, legacy));
    return ssi_text_check(out, size,
                          put_repr(out, dtype, item, itemsize, legacy));
}

ss_status ssi_numpy_item_text(ss_dtype dtype, const void *item, size_t itemsize,
                              bool repr, ss_text *out)
{
    ss_dtype part = dtype == SS_COMPLEX64 ? SS_FLOAT32 : SS_FLOAT64;

    switch (dtype) {
    case SS_FLOAT16:
    case SS_FLOAT32:
    case SS_FLOAT64:
        return ss_python_float_text(ssi_numpy_double(dtype, item), out);
    case SS_COMPLEX64:
    case SS_COMPLEX128:
        return ss_python_complex_text(
            ssi_numpy_double(part, item),
            ssi_numpy_double(part, (const char *)item + ss_dtype_size(part)),
            out);
    default:
        return put_value(out, dtype, item, itemsize, repr, SSI_LEGACY_OFF);
    }
}

ss_status ss_numpy_scalar_text(ss_dtype dtype, const void *item,
                               size_t itemsize, ss_text *out)
{
    return ssi_numpy_scalar_text(dtype, item, itemsize, SSI_LEGACY_OFF, out);
}

ss_status ss_numpy_scalar_repr(ss_dtype dtype, const void *item,
                               size_t itemsize, ss_text *out)
{
    return ssi_numpy_scalar_repr(dtype, item, itemsize, SSI_LEGACY_OFF, out);
}

ss_status ss_numpy_scalar_text_legacy(ss_dtype dtype, const void *item,
                                      size_t itemsize, int32_t legacy,
                                      ss_text *out)
{
    return ssi_numpy_scalar_text(dtype, item, itemsize,
                                 legacy != 0 ? legacy : SSI_LEGACY_OFF, out);
}

ss_status ss_numpy_scalar_repr_legacy(ss_dtype dtype, const void *item,
                                      size_t itemsize, int32_t legacy,
                                      ss_text *out)
{
    return ssi_numpy_scalar_repr(dtype, item, itemsize,
                                 legacy != 0 ? legacy : SSI_LEGACY_OFF, out);
}
