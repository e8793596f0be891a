/* SPDX-License-Identifier: MIT
 * PyTorch's text of tensor elements.
 * Learned from: torch/_tensor_str.py (_Formatter, get_summarized_data), 2.13;
 * checked against the installed PyTorch.
 */
#include "text/torch_format.h"

#include "array/half.h"
#include "text/digits.h"
#include "text/numpy_format.h"
#include "text/python_text.h"

#define LARGE (INT64_MAX / 8)

typedef ss_status (*visitor)(void *context, const char *item);

/* What the floats looked at have in common. */
typedef struct survey {
    const ssi_torch_format *format;
    bool any; /* finite and not zero */
    bool fractions;
    double smallest, largest;
} survey;

typedef struct measure {
    ssi_torch_format *format;
    ss_text scratch;
} measure;

static int64_t option(int64_t value, int64_t otherwise)
{
    if (value == 0)
        return otherwise;
    if (value == SS_PRINT_ZERO)
        return 0;
    return value > LARGE ? LARGE : value < -LARGE ? -LARGE : value;
}

ssi_torch_options ssi_torch_resolve(const ss_torch_print_options *options)
{
    static const ss_torch_print_options none = {0};
    const ss_torch_print_options *o = options != NULL ? options : &none;

    return (ssi_torch_options){
        .precision = option(o->precision, 4),
        .threshold = option(o->threshold, 1000),
        .edgeitems = option(o->edgeitems, 3),
        .linewidth = option(o->linewidth, 80),
        .sci_mode = o->sci_mode,
        .default_dtype =
            o->default_dtype != SS_BOOL ? o->default_dtype : SS_FLOAT32,
        .suffix = o->suffix,
    };
}

/* Every element that the formatter looks at. */
static ss_status each(const ss_array *a, uint32_t axis, const char *at,
                      bool summarize, int64_t edgeitems, visitor visit,
                      void *context)
{
    size_t length, edge;

    if (axis == a->ndim)
        return visit(context, at);
    length = a->shape[axis];
    edge = length;
    if (summarize && (int64_t)length > 2 * edgeitems)
        edge = (size_t)edgeitems;
    if (edge == 0 && axis < a->ndim - 1)
        return SS_OK; /* without edge items: nothing of more dimensions */
    for (size_t i = 0; i < length; i++) {
        if (i == edge && edge != 0) /* but, as t[-0:] is t, all of one */
            i = length - edge;
        SSI_TRY(each(a, axis + 1, at + (ptrdiff_t)i * a->strides[axis],
                     summarize, edgeitems, visit, context));
    }
    return SS_OK;
}

static double load(const ssi_torch_format *f, const char *item)
{
    uint16_t bits;

    if (f->dtype == SS_BFLOAT16) {
        memcpy(&bits, item + f->offset, sizeof bits);
        return ssi_bfloat16_to_double(bits);
    }
    return ssi_numpy_double(f->dtype, item + f->offset);
}

static bool is_finite(double x)
{
    return (ssi_double_bits(x) >> 52 & 0x7ff) != 0x7ff;
}

static bool is_integral(double x)
{
    uint64_t bits = ssi_double_bits(x);
    int exponent = (int)(bits >> 52 & 0x7ff) - 1023;

    if (exponent >= 52)
        return true;
    if (exponent < 0)
        return x == 0;
    return (bits & ((UINT64_C(1) << (52 - exponent)) - 1)) == 0;
}

static ss_status see(void *context, const char *item)
{
    survey *s = context;
    double x = load(s->format, item), magnitude = x < 0 ? -x : x;

    if (!is_finite(x) || x == 0)
        return SS_OK;
    if (!s->any || magnitude < s->smallest)
        s->smallest = magnitude;
    if (!s->any || magnitude > s->largest)
        s->largest = magnitude;
    s->any = true;
    s->fractions |= !is_integral(x);
    return SS_OK;
}

/* The element without padding. */
static ss_status put_float(const ssi_torch_format *f, double x, ss_text *out)
{
    if (f->scientific)
        return ssi_text_scientific(out, x, f->precision);
    if (!f->integral)
        return ssi_text_fixed(out, x, f->precision);
    SSI_TRY(ssi_text_fixed(out, x, 0));
    return is_finite(x) ? ss_text_append(out, ".", 1) : SS_OK;
}

static ss_status put_other(const ssi_torch_format *f, const char *item,
                           ss_text *out)
{
    if (f->dtype == SS_BOOL)
        return ssi_text_string(out, *item != 0 ? "True" : "False");
    return ssi_numpy_put_int(out, f->dtype, item);
}

static ss_status measure_item(void *context, const char *item)
{
    measure *m = context;
    double x;

    ssi_text_cut(&m->scratch, 0);
    if (m->format->floating) {
        x = load(m->format, item);
        if (!is_finite(x) || x == 0)
            return SS_OK;
        SSI_TRY(put_float(m->format, x, &m->scratch));
    } else {
        SSI_TRY(put_other(m->format, item, &m->scratch));
    }
    if ((int64_t)m->scratch.size > m->format->width)
        m->format->width = (int64_t)m->scratch.size;
    return SS_OK;
}

static bool is_floating(ss_dtype dtype)
{
    return dtype == SS_FLOAT16 || dtype == SS_BFLOAT16 || dtype == SS_FLOAT32
           || dtype == SS_FLOAT64;
}

ss_status ssi_torch_format_prepare(ssi_torch_format *f, const ss_array *tensor,
                                   const ssi_torch_options *o, bool summarize,
                                   ss_dtype dtype, size_t offset)
{
    survey s = {.format = f};
    measure m = {.format = f};
    ss_status status;

    *f = (ssi_torch_format){.dtype = dtype,
                            .offset = offset,
                            .floating = is_floating(dtype),
                            .integral = true,
                            .precision = o->precision,
                            .width = 1};
    if (f->floating) {
        SSI_TRY(
            each(tensor, 0, tensor->data, summarize, o->edgeitems, see, &s));
        if (!s.any)
            return SS_OK;
        f->integral = !s.fractions;
        f->scientific = o->sci_mode == SS_SCI_MODE_AUTO
                            ? s.largest / s.smallest > 1000.0 || s.largest > 1e8
                                  || s.smallest < 1e-4
                            : o->sci_mode == SS_SCI_MODE_ON;
    }
    status = each(tensor, 0, tensor->data, summarize, o->edgeitems,
                  measure_item, &m);
    ss_text_free(&m.scratch);
    return status;
}

ss_status ssi_torch_format_put(const ssi_torch_format *f, const void *item,
                               ss_text *out)
{
    size_t start = out->size, length;
    char *at;

    if (f->floating)
        SSI_TRY(put_float(f, load(f, item), out));
    else
        SSI_TRY(put_other(f, item, out));
    length = out->size - start;
    if ((int64_t)length >= f->width)
        return SS_OK;
    length = (size_t)f->width - length;
    at = ssi_text_reserve(out, length);
    if (at == NULL)
        return SS_ERR_MEMORY;
    memmove(out->data + start + length, out->data + start, out->size - start);
    memset(out->data + start, ' ', length);
    ssi_text_end(out, at + length);
    return SS_OK;
}
