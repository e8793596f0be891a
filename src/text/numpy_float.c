/* SPDX-License-Identifier: MIT
 * NumPy's text of float elements: one notation and one width for all that are
 * shown. Learned from: numpy/_core/arrayprint.py (FloatingFormat) and
 * multiarray/dragon4.c, 2.4; checked against the installed NumPy.
 */
#include "text/numpy_format.h"

#include "array/half.h"
#include "text/digits.h"

/* An element: the number, and the shortest digits of its own width. */
typedef struct real {
    double x;
    bool negative;
    ssi_shortest shortest;
} real;

/* The extremes of what is shown. */
typedef struct extremes {
    ss_dtype dtype;
    size_t offset;
    double smallest, largest; /* magnitudes without zeros */
    size_t finite, count;
    bool nonzero, negative, negative_infinity;
} extremes;

/* Widths of the finite elements. */
typedef struct widths {
    ssi_numpy_float *format;
    size_t offset;
    int32_t legacy;
    int64_t whole, fraction, exponent;
} widths;

static bool is_finite(double x)
{
    return (ssi_double_bits(x) >> 52 & 0x7ff) != 0x7ff;
}

double ssi_numpy_double(ss_dtype dtype, const void *item)
{
    uint16_t half;
    float single;
    double x;

    switch (dtype) {
    case SS_FLOAT16:
        memcpy(&half, item, sizeof half);
        return ssi_half_to_double(half);
    case SS_FLOAT32:
        memcpy(&single, item, sizeof single);
        return (double)single;
    default:
        memcpy(&x, item, sizeof x);
        return x;
    }
}

static real load(ss_dtype dtype, const void *item)
{
    real r = {.x = ssi_numpy_double(dtype, item)};

    r.negative = ssi_double_bits(r.x) >> 63 != 0;
    if (!is_finite(r.x))
        return r;
    switch (dtype) {
    case SS_FLOAT16:
        r.shortest = ssi_shortest_half(ssi_double_to_half(r.x));
        break;
    case SS_FLOAT32:
        r.shortest = ssi_shortest_float((float)r.x);
        break;
    default:
        r.shortest = ssi_shortest_double(r.x);
    }
    return r;
}

static ss_status see_extremes(void *context, const void *item)
{
    extremes *e = context;
    double x = ssi_numpy_double(e->dtype, (const char *)item + e->offset);
    double magnitude = x < 0 ? -x : x;

    e->count++;
    if (!is_finite(x)) {
        e->negative_infinity |= x < 0;
        return SS_OK;
    }
    e->finite++;
    e->negative |= ssi_double_bits(x) >> 63 != 0;
    if (x == 0)
        return SS_OK;
    if (!e->nonzero || magnitude < e->smallest)
        e->smallest = magnitude;
    if (!e->nonzero || magnitude > e->largest)
        e->largest = magnitude;
    e->nonzero = true;
    return SS_OK;
}

/* Comparisons in the elements' own type, as NumPy's arrays make them. */
static bool needs_scientific(const extremes *e,
                             const ssi_numpy_options *options)
{
    bool old = options->legacy <= 220;
    float ratio;

    if (!e->nonzero)
        return false;
    switch (e->dtype) {
    case SS_FLOAT16: /* 1e8 is infinite here */
        ratio = (float)e->largest / (float)e->smallest;
        return (!old && e->largest >= 1e3)
               || (!options->suppress
                   && (e->smallest
                           < ssi_half_to_double(ssi_double_to_half(1e-4))
                       || ssi_half_to_double(ssi_float_to_half(ratio)) > 1e3));
    case SS_FLOAT32:
        ratio = (float)e->largest / (float)e->smallest;
        return e->largest >= (old ? 1e8 : 1e6)
               || (!options->suppress
                   && (e->smallest < (double)1e-4f || (double)ratio > 1e3));
    default:
        return e->largest >= 1e8
               || (!options->suppress
                   && (e->smallest < 1e-4 || e->largest / e->smallest > 1e3));
    }
}

/* Whether the decimal reads back as x. */
static bool reads_back(const ssi_decimal *d, double x)
{
    char text[SSI_DECIMAL_DIGITS + 16], *at = text;
    int32_t exponent = d->point - (int32_t)d->count;
    double read = 0;

    at = ssi_decimal_put_digits(d, 0, d->count, at);
    *at++ = 'e';
    *at++ = exponent < 0 ? '-' : '+';
    exponent = exponent < 0 ? -exponent : exponent;
    for (int32_t unit = 1000; unit > 0; unit /= 10)
        *at++ = (char)('0' + exponent / unit % 10);
    return ssi_read_double(text, (size_t)(at - text), &read)
           && read == (x < 0 ? -x : x);
}

/* More digits than the shortest: those of the number itself. Dragon4 goes on
 * rounding to the shortest as long as that is the only way to stay in the
 * interval; this shows for a few powers of two, as the interval below them is
 * but half as wide. */
static void settle(const real *r, ss_dtype dtype, ssi_decimal *d)
{
    bool power = (ssi_double_bits(r->x) & ((UINT64_C(1) << 52) - 1)) == 0;

    if (dtype == SS_FLOAT64 && power && r->x != 0 && d->count < 18
        && d->count > r->shortest.count && !reads_back(d, r->x))
        ssi_decimal_from_shortest(r->shortest, d);
}

/* Digits of an element in scientific notation. first: before the widths are
 * known, when unique digits stay as short as they are. */
static void digits_scientific(const ssi_numpy_float *f, const real *r,
                              bool first, ssi_decimal *d)
{
    int64_t have = (int64_t)r->shortest.count - 1;

    if (f->unique
        && (have == f->precision
            || (first
                && (f->precision == SSI_NO_PRECISION
                    || have < f->precision)))) {
        ssi_decimal_from_shortest(r->shortest, d);
        return;
    }
    ssi_decimal_significant_of(r->x, r->shortest, f->precision + 1, d);
    if (f->unique)
        settle(r, f->dtype, d);
}

static void digits_positional(const ssi_numpy_float *f, const real *r,
                              bool first, ssi_decimal *d)
{
    int64_t have = -(int64_t)r->shortest.exponent, places = f->precision;
    bool limited = places != SSI_NO_PRECISION;

    if (f->unique && (!limited || have <= places)) {
        /* short enough; the whole part is the number's own, though */
        if (first || (limited && have == places) || (!f->equal && have >= 0)) {
            ssi_decimal_from_shortest(r->shortest, d);
            return;
        }
        if (!f->equal)
            places = 0;
    }
    ssi_decimal_places_of(r->x, r->shortest, places, d);
    if (f->unique)
        settle(r, f->dtype, d);
}

static int64_t exponent_of(const ssi_decimal *d)
{
    return d->point - 1;
}

static int64_t exponent_digits(int64_t exponent)
{
    return exponent <= -100 || exponent >= 100 ? 3 : 2;
}

static void widen(int64_t *width, int64_t to)
{
    if (to > *width)
        *width = to;
}

static ss_status see_widths(void *context, const void *item)
{
    widths *w = context;
    const ssi_numpy_float *f = w->format;
    real r = load(f->dtype, (const char *)item + w->offset);
    int64_t sign = (r.negative || f->sign == '+') && w->legacy > 113;
    ssi_decimal d;

    if (!is_finite(r.x))
        return SS_OK;
    if (f->scientific) {
        digits_scientific(f, &r, true, &d);
        widen(&w->whole, 1 + sign);
        widen(&w->exponent, exponent_digits(exponent_of(&d)));
        widen(&w->fraction, !f->unique     ? f->precision
                            : d.count == 0 ? 0
                                           : (int64_t)d.count - 1);
    } else {
        digits_positional(f, &r, true, &d);
        widen(&w->whole, ssi_decimal_whole(&d) + sign);
        widen(&w->fraction,
              f->unique ? ssi_decimal_fraction(&d) : f->precision);
    }
    return SS_OK;
}

static void set_widths(ssi_numpy_float *f, const widths *w, int32_t legacy,
                       ss_numpy_floatmode mode)
{
    f->pad_left = w->whole;
    if (f->scientific) {
        if (legacy <= 113)
            f->pad_left = 3;
        f->precision = w->fraction;
        f->exponent_digits = w->exponent;
        f->pad_right = w->exponent + 2 + w->fraction;
        return;
    }
    if (legacy <= 113)
        f->pad_left++;
    f->pad_right = w->fraction;
    f->equal = mode == SS_FLOATMODE_FIXED || mode == SS_FLOATMODE_MAXPREC_EQUAL;
    if (f->equal)
        f->precision = f->pad_right;
}

/* Room for what is not finite. */
static void set_nonfinite(ssi_numpy_float *f, const extremes *e)
{
    int64_t offset = f->pad_right + 1;
    bool sign = f->sign != '-' || e->negative_infinity;

    widen(&f->pad_left, ssi_utf8_length(f->nanstr, strlen(f->nanstr)) - offset);
    widen(&f->pad_left,
          ssi_utf8_length(f->infstr, strlen(f->infstr)) + sign - offset);
}

ss_status ssi_numpy_float_prepare(ssi_numpy_float *format,
                                  const ssi_numpy_shown *shown,
                                  const ssi_numpy_options *options,
                                  ss_dtype dtype, size_t offset)
{
    extremes e = {.dtype = dtype, .offset = offset};
    widths w = {.format = format, .offset = offset, .legacy = options->legacy};

    *format = (ssi_numpy_float){.dtype = dtype,
                                .sign = options->sign,
                                .precision = options->precision,
                                .nanstr = options->nanstr,
                                .infstr = options->infstr};
    if (options->legacy <= 113 && shown->array->ndim > 0
        && options->sign == '-')
        format->sign = ' ';
    if (options->floatmode == SS_FLOATMODE_UNIQUE)
        format->precision = SSI_NO_PRECISION;
    SSI_TRY(ssi_numpy_each(shown, see_extremes, &e));
    format->unique = options->floatmode != SS_FLOATMODE_FIXED;
    format->scientific = needs_scientific(&e, options);
    if (format->scientific && options->legacy <= 113) {
        format->unique = false;
        if (format->precision == SSI_NO_PRECISION)
            return SS_ERR_ARGUMENT; /* NumPy raises too */
    }
    if (e.finite > 0) {
        SSI_TRY(ssi_numpy_each(shown, see_widths, &w));
        set_widths(format, &w, options->legacy, options->floatmode);
    }
    if (options->legacy > 113 && format->sign == ' ' && !e.negative)
        format->pad_left++;
    if (e.finite < e.count)
        set_nonfinite(format, &e);
    return SS_OK;
}

/* Spaces so that used columns become width. */
static char *put_spaces(int64_t width, int64_t used, char *at)
{
    if (width <= used)
        return at;
    memset(at, ' ', (size_t)(width - used));
    return at + (width - used);
}

static ss_status put_nonfinite(const ssi_numpy_float *f, double x, ss_text *out)
{
    const char *name = x != x ? f->nanstr : f->infstr;
    const char *sign = x < 0 ? "-" : f->sign == '+' ? "+" : "";
    int64_t length =
        ssi_utf8_length(name, strlen(name)) + (int64_t)strlen(sign);

    SSI_TRY(ssi_text_repeat(out, ' ', f->pad_left + f->pad_right + 1 - length));
    SSI_TRY(ssi_text_string(out, sign));
    return ssi_text_string(out, name);
}

static char *put_sign(const ssi_numpy_float *f, const real *r, int64_t whole,
                      char *at)
{
    bool sign = r->negative || f->sign == '+';

    at = put_spaces(f->pad_left, whole + sign, at);
    if (sign)
        *at++ = r->negative ? '-' : '+';
    return at;
}

static char *put_exponent(const ssi_numpy_float *f, int64_t exponent, char *at)
{
    int64_t count = exponent_digits(exponent);
    char digits[3];

    if (count < f->exponent_digits)
        count = f->exponent_digits;
    *at++ = 'e';
    *at++ = exponent < 0 ? '-' : '+';
    exponent = exponent < 0 ? -exponent : exponent;
    for (int i = 3; i-- > 0; exponent /= 10)
        digits[i] = (char)('0' + exponent % 10);
    memcpy(at, digits + 3 - count, (size_t)count);
    return at + count;
}

ss_status ssi_numpy_float_put(const ssi_numpy_float *f, const void *item,
                              ss_text *out)
{
    real r = load(f->dtype, item);
    int64_t fraction;
    ssi_decimal d;
    char *at;

    if (!is_finite(r.x))
        return put_nonfinite(f, r.x, out);
    if (f->scientific)
        digits_scientific(f, &r, false, &d);
    else
        digits_positional(f, &r, false, &d);
    at = ssi_text_reserve(
        out, (size_t)(f->pad_left + f->pad_right + ssi_decimal_whole(&d)) + 10);
    if (at == NULL)
        return SS_ERR_MEMORY;
    if (f->scientific) {
        at = ssi_decimal_put_digits(&d, 0, 1, put_sign(f, &r, 1, at));
        *at++ = '.';
        at = ssi_decimal_put_digits(&d, 1, f->precision + 1, at);
        at = put_exponent(f, exponent_of(&d), at);
    } else {
        at = put_sign(f, &r, ssi_decimal_whole(&d), at);
        at = ssi_decimal_put_whole(&d, at);
        *at++ = '.';
        fraction = f->equal ? f->precision : ssi_decimal_fraction(&d);
        at = ssi_decimal_put_fraction(&d, fraction, at);
        at = put_spaces(f->pad_right, fraction, at);
    }
    ssi_text_end(out, at);
    return SS_OK;
}
