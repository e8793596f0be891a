/* SPDX-License-Identifier: MIT
 * NumPy's text of array elements of every type.
 * Learned from: numpy/_core/arrayprint.py, 2.4; checked against the installed
 * NumPy.
 */
#include "text/numpy_format.h"

#include "text/python_text.h"

/* The largest width or count that is told apart from no limit. */
#define LARGE (INT64_MAX / 8)

static int64_t option(int64_t value, int64_t otherwise)
{
    if (value == 0)
        return otherwise;
    if (value == SS_PRINT_ZERO)
        return 0;
    return value > LARGE ? LARGE : value < -LARGE ? -LARGE : value;
}

ssi_numpy_options ssi_numpy_resolve(const ss_numpy_print_options *options)
{
    static const ss_numpy_print_options none = {0};
    const ss_numpy_print_options *o = options != NULL ? options : &none;

    return (ssi_numpy_options){
        .precision = option(o->precision, 8),
        .threshold = option(o->threshold, 1000),
        .edgeitems = option(o->edgeitems, 3),
        .linewidth = option(o->linewidth, 75),
        .suppress = o->suppress,
        .sign = o->sign != 0 ? o->sign : '-',
        .floatmode = o->floatmode != SS_FLOATMODE_DEFAULT
                         ? o->floatmode
                         : SS_FLOATMODE_MAXPREC,
        .nanstr = o->nanstr != NULL ? o->nanstr : "nan",
        .infstr = o->infstr != NULL ? o->infstr : "inf",
        .legacy = o->legacy != 0 ? o->legacy : SSI_LEGACY_OFF,
        .formatter = o->element != NULL ? o->formatter : 0,
        .element = o->element,
        .context = o->context,
    };
}

static ss_status each(const ssi_numpy_shown *shown, uint32_t axis,
                      const char *at, ssi_numpy_visit visit, void *context)
{
    const ss_array *a = shown->array;
    size_t length, edge;

    if (axis == a->ndim)
        return visit(context, at);
    length = a->shape[axis];
    edge = length;
    if (shown->summarize && (int64_t)length > 2 * shown->edgeitems)
        edge = (size_t)shown->edgeitems;
    for (size_t i = 0; i < length; i++) {
        /* a[-0:] is all of a: without edge items NumPy looks at everything */
        if (i == edge && edge != 0)
            i = length - edge;
        SSI_TRY(each(shown, axis + 1, at + (ptrdiff_t)i * a->strides[axis],
                     visit, context));
    }
    return SS_OK;
}

ss_status ssi_numpy_each(const ssi_numpy_shown *shown, ssi_numpy_visit visit,
                         void *context)
{
    return each(shown, 0, shown->array->data, visit, context);
}

int64_t ssi_numpy_int(ss_dtype dtype, const void *item, uint64_t *huge)
{
    int8_t i8;
    uint8_t u8;
    int16_t i16;
    uint16_t u16;
    int32_t i32;
    uint32_t u32;
    int64_t i64;

    *huge = 0;
    switch (dtype) {
    case SS_INT8:
        memcpy(&i8, item, sizeof i8);
        return i8;
    case SS_INT16:
        memcpy(&i16, item, sizeof i16);
        return i16;
    case SS_UINT16:
        memcpy(&u16, item, sizeof u16);
        return u16;
    case SS_INT32:
        memcpy(&i32, item, sizeof i32);
        return i32;
    case SS_UINT32:
        memcpy(&u32, item, sizeof u32);
        return u32;
    case SS_INT64:
        memcpy(&i64, item, sizeof i64);
        return i64;
    case SS_UINT64:
        memcpy(huge, item, sizeof *huge);
        return *huge > INT64_MAX ? INT64_MAX : (int64_t)*huge;
    default: /* SS_BOOL, SS_UINT8 */
        memcpy(&u8, item, sizeof u8);
        return u8;
    }
}

ss_status ssi_numpy_put_int(ss_text *out, ss_dtype dtype, const void *item)
{
    uint64_t huge;
    int64_t value = ssi_numpy_int(dtype, item, &huge);

    if (dtype == SS_UINT64)
        return ssi_text_unsigned(out, huge);
    return ssi_text_signed(out, value);
}

/* The smallest and largest integer shown. */
typedef struct ints {
    ss_dtype dtype;
    bool any;
    int64_t smallest, largest;
    uint64_t huge; /* the largest of uint64 */
} ints;

static ss_status see_ints(void *context, const void *item)
{
    ints *see = context;
    uint64_t huge;
    int64_t value = ssi_numpy_int(see->dtype, item, &huge);

    if (!see->any || value < see->smallest)
        see->smallest = value;
    if (!see->any || value > see->largest)
        see->largest = value;
    if (huge > see->huge)
        see->huge = huge;
    see->any = true;
    return SS_OK;
}

static int64_t digits_of(uint64_t value)
{
    int64_t digits = 1;

    for (; value >= 10; value /= 10)
        digits++;
    return digits;
}

static int64_t length_of(int64_t value)
{
    return value < 0 ? 1 + digits_of(0 - (uint64_t)value)
                     : digits_of((uint64_t)value);
}

static ss_status prepare_ints(ssi_numpy_format *f, const ssi_numpy_shown *shown)
{
    ints see = {.dtype = f->dtype};
    int64_t largest;

    SSI_TRY(ssi_numpy_each(shown, see_ints, &see));
    if (!see.any)
        return SS_OK;
    if (f->sign == ' ' && see.smallest < 0)
        f->sign = '-';
    largest =
        f->dtype == SS_UINT64 ? digits_of(see.huge) : length_of(see.largest);
    f->width = length_of(see.smallest);
    if (see.largest >= 0 && f->sign != '-')
        largest++;
    if (f->width < largest)
        f->width = largest;
    return SS_OK;
}

/* "{:{sign}{width}d}". */
static ss_status put_int(const ssi_numpy_format *f, const void *item,
                         ss_text *out)
{
    uint64_t huge;
    int64_t value = ssi_numpy_int(f->dtype, item, &huge);
    bool sign = f->sign != '-' && value >= 0;
    int64_t length =
        sign + (f->dtype == SS_UINT64 ? digits_of(huge) : length_of(value));

    SSI_TRY(ssi_text_repeat(out, ' ', f->width - length));
    if (sign)
        SSI_TRY(ss_text_append(out, &f->sign, 1));
    return ssi_numpy_put_int(out, f->dtype, item);
}

/* The imaginary part gets its j before the spaces at its end. */
static ss_status put_complex(const ssi_numpy_format *f, const void *item,
                             ss_text *out)
{
    size_t start, end;

    SSI_TRY(ssi_numpy_float_put(&f->real, item, out));
    start = out->size;
    SSI_TRY(ssi_numpy_float_put(&f->imag, (const char *)item + f->itemsize / 2,
                                out));
    SSI_TRY(ss_text_append(out, "j", 1));
    end = out->size - 1;
    while (end > start && out->data[end - 1] == ' ') {
        out->data[end] = ' ';
        end--;
    }
    out->data[end] = 'j';
    return SS_OK;
}

size_t ssi_numpy_str_count(const void *item, size_t itemsize)
{
    size_t count = itemsize / 4;
    uint32_t c;

    for (; count > 0; count--) {
        memcpy(&c, (const char *)item + 4 * (count - 1), sizeof c);
        if (c != 0)
            break;
    }
    return count;
}

size_t ssi_numpy_bytes_count(const void *item, size_t itemsize)
{
    while (itemsize > 0 && ((const char *)item)[itemsize - 1] == 0)
        itemsize--;
    return itemsize;
}

ss_status ssi_numpy_str_repr(ss_text *out, const void *item, size_t itemsize)
{
    /* elements of NumPy arrays need not be aligned, but ours are */
    return ssi_text_str_repr(out, item, ssi_numpy_str_count(item, itemsize));
}

static uint32_t formatter_bit(ss_dtype dtype)
{
    switch (dtype) {
    case SS_BOOL:
        return SS_FORMATTER_BOOL;
    case SS_FLOAT16:
    case SS_FLOAT32:
    case SS_FLOAT64:
        return SS_FORMATTER_FLOAT;
    case SS_COMPLEX64:
    case SS_COMPLEX128:
        return SS_FORMATTER_COMPLEX;
    case SS_STR:
    case SS_BYTES:
        return SS_FORMATTER_STR;
    case SS_OBJECT:
        return SS_FORMATTER_OBJECT;
    default:
        return SS_FORMATTER_INT;
    }
}

static bool is_ascii(const char *string)
{
    for (; *string != '\0'; string++) {
        if (*string < 0x20 || *string > 0x7e)
            return false;
    }
    return true;
}

static ss_status prepare_complex(ssi_numpy_format *f,
                                 const ssi_numpy_shown *shown)
{
    ss_dtype part = f->dtype == SS_COMPLEX64 ? SS_FLOAT32 : SS_FLOAT64;
    ssi_numpy_options real = *f->options, imag = *f->options;

    imag.sign = '+';
    if (real.legacy <= 113) {
        real.floatmode = SS_FLOATMODE_MAXPREC_EQUAL;
        imag.floatmode = SS_FLOATMODE_MAXPREC;
    }
    SSI_TRY(ssi_numpy_float_prepare(&f->real, shown, &real, part, 0));
    return ssi_numpy_float_prepare(&f->imag, shown, &imag, part,
                                   f->itemsize / 2);
}

ss_status ssi_numpy_format_prepare(ssi_numpy_format *f,
                                   const ssi_numpy_shown *shown,
                                   const ssi_numpy_options *options)
{
    const ss_array *a = shown->array;

    *f = (ssi_numpy_format){.options = options,
                            .dtype = a->dtype,
                            .itemsize = a->itemsize,
                            .zero_dim = a->ndim == 0,
                            .sign = options->sign};
    f->custom = a->dtype == SS_OBJECT
                || (options->formatter & formatter_bit(a->dtype)) != 0;
    if (f->custom)
        return options->element != NULL ? SS_OK : SS_ERR_DTYPE;
    f->simple = is_ascii(options->nanstr) && is_ascii(options->infstr)
                && a->dtype != SS_STR;
    switch (a->dtype) {
    case SS_BOOL:
    case SS_STR:
    case SS_BYTES:
        return SS_OK;
    case SS_FLOAT16:
    case SS_FLOAT32:
    case SS_FLOAT64:
        return ssi_numpy_float_prepare(&f->real, shown, options, a->dtype, 0);
    case SS_COMPLEX64:
    case SS_COMPLEX128:
        return prepare_complex(f, shown);
    case SS_BFLOAT16:
        return SS_ERR_DTYPE;
    default:
        return prepare_ints(f, shown);
    }
}

ss_status ssi_numpy_format_put(const ssi_numpy_format *f, const void *item,
                               ss_text *out)
{
    if (f->custom)
        return f->options->element(f->options->context, f->dtype, item,
                                   f->itemsize, out);
    switch (f->dtype) {
    case SS_BOOL:
        return ssi_text_string(out, *(const uint8_t *)item == 0 ? "False"
                                    : f->zero_dim               ? "True"
                                                                : " True");
    case SS_FLOAT16:
    case SS_FLOAT32:
    case SS_FLOAT64:
        return ssi_numpy_float_put(&f->real, item, out);
    case SS_COMPLEX64:
    case SS_COMPLEX128:
        return put_complex(f, item, out);
    case SS_STR:
        return ssi_numpy_str_repr(out, item, f->itemsize);
    case SS_BYTES:
        return ssi_text_bytes_repr(out, item,
                                   ssi_numpy_bytes_count(item, f->itemsize));
    default:
        return put_int(f, item, out);
    }
}
