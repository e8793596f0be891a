/* SPDX-License-Identifier: MIT
 * str of a tensor, which is also its repr.
 * Learned from: torch/_tensor_str.py, 2.13; checked against the installed
 * PyTorch.
 */
#include "text/torch_format.h"

#define PREFIX "tensor("
#define INDENT 7

typedef struct printer {
    const ss_array *tensor;
    const ssi_torch_options *options;
    bool summarize, complex;
    ssi_torch_format first, second; /* second: imaginary parts */
    int64_t per_line_width;         /* columns an element takes */
    ss_text *out;
} printer;

static ss_status put_element(const printer *p, const char *item)
{
    size_t start, spaces = 0;
    ss_text *out = p->out;

    SSI_TRY(ssi_torch_format_put(&p->first, item, out));
    if (!p->complex)
        return SS_OK;
    SSI_TRY(ss_text_append(out, "+", 1));
    start = out->size;
    SSI_TRY(ssi_torch_format_put(&p->second, item, out));
    /* the sign of the imaginary part in place of the padding before it */
    while (out->data[start + spaces] == ' ')
        spaces++;
    if (out->data[start + spaces] == '-') {
        start--;
        spaces++;
    }
    memmove(out->data + start, out->data + start + spaces,
            out->size - start - spaces);
    ssi_text_cut(out, out->size - spaces);
    return ss_text_append(out, "j", 1);
}

/* What stands between two elements of a line, and between two lines. */
static ss_status put_between(const printer *p, int64_t index, int64_t per_line,
                             int64_t indent)
{
    if (index == 0)
        return SS_OK;
    if (index % per_line != 0)
        return ss_text_append(p->out, ", ", 2);
    SSI_TRY(ss_text_append(p->out, ",\n", 2));
    return ssi_text_repeat(p->out, ' ', indent + 1);
}

/* The items of an axis: [0, head), dots, [tail, length). */
typedef struct items {
    size_t head, tail, length;
    bool dots;
} items;

static items items_of(const printer *p, uint32_t axis)
{
    size_t length = p->tensor->shape[axis], edge;

    if (!p->summarize || (int64_t)length <= 2 * p->options->edgeitems)
        return (items){0, 0, length, false};
    edge = (size_t)p->options->edgeitems;
    return (items){edge, length - edge, length, true};
}

static ss_status put_vector(const printer *p, const char *at, int64_t indent)
{
    uint32_t axis = p->tensor->ndim - 1;
    ptrdiff_t stride = p->tensor->strides[axis];
    items show = items_of(p, axis);
    int64_t room = p->options->linewidth - indent, index = 0;
    int64_t per_line = room < p->per_line_width ? 1 : room / p->per_line_width;

    SSI_TRY(ss_text_append(p->out, "[", 1));
    for (size_t i = 0; i < show.head; i++) {
        SSI_TRY(put_between(p, index++, per_line, indent));
        SSI_TRY(put_element(p, at + (ptrdiff_t)i * stride));
    }
    if (show.dots) {
        SSI_TRY(put_between(p, index++, per_line, indent));
        /* without edge items there is no space before the dots */
        SSI_TRY(ssi_text_string(p->out, show.head > 0 ? " ..." : "..."));
    }
    for (size_t i = show.tail; i < show.length; i++) {
        SSI_TRY(put_between(p, index++, per_line, indent));
        SSI_TRY(put_element(p, at + (ptrdiff_t)i * stride));
    }
    return ss_text_append(p->out, "]", 1);
}

static ss_status put_axis(const printer *p, uint32_t axis, const char *at,
                          int64_t indent);

/* One block of an outer axis, after those before it; NULL: the dots. */
static ss_status put_block(const printer *p, uint32_t axis, const char *at,
                           int64_t indent, bool first)
{
    if (!first) {
        SSI_TRY(ss_text_append(p->out, ",", 1));
        SSI_TRY(ssi_text_repeat(p->out, '\n', p->tensor->ndim - axis - 1));
        SSI_TRY(ssi_text_repeat(p->out, ' ', indent + 1));
    }
    if (at == NULL)
        return ssi_text_string(p->out, "...");
    return put_axis(p, axis + 1, at, indent + 1);
}

static ss_status put_axis(const printer *p, uint32_t axis, const char *at,
                          int64_t indent)
{
    ptrdiff_t stride;
    items show;

    if (axis == p->tensor->ndim)
        return put_element(p, at);
    if (axis == p->tensor->ndim - 1)
        return put_vector(p, at, indent);
    stride = p->tensor->strides[axis];
    show = items_of(p, axis);
    SSI_TRY(ss_text_append(p->out, "[", 1));
    for (size_t i = 0; i < show.head; i++)
        SSI_TRY(put_block(p, axis, at + (ptrdiff_t)i * stride, indent, i == 0));
    if (show.dots)
        SSI_TRY(put_block(p, axis, NULL, indent, show.head == 0));
    for (size_t i = show.tail; i < show.length; i++)
        SSI_TRY(put_block(p, axis, at + (ptrdiff_t)i * stride, indent, i == 0));
    return ss_text_append(p->out, "]", 1);
}

static ss_status put_contents(const ss_array *tensor,
                              const ssi_torch_options *options, ss_text *out)
{
    printer p = {.tensor = tensor, .options = options, .out = out};
    ss_dtype part = tensor->dtype == SS_COMPLEX64 ? SS_FLOAT32 : SS_FLOAT64;

    if (ss_array_size(tensor) == 0)
        return ssi_text_string(out, "[]");
    p.summarize = (int64_t)ss_array_size(tensor) > options->threshold;
    p.complex = tensor->dtype == SS_COMPLEX64 || tensor->dtype == SS_COMPLEX128;
    SSI_TRY(ssi_torch_format_prepare(&p.first, tensor, options, p.summarize,
                                     p.complex ? part : tensor->dtype, 0));
    p.per_line_width = p.first.width + 2;
    if (p.complex) {
        SSI_TRY(ssi_torch_format_prepare(&p.second, tensor, options,
                                         p.summarize, part,
                                         ss_dtype_size(part)));
        p.per_line_width += p.second.width + 1;
    }
    return put_axis(&p, 0, tensor->data, INDENT);
}

/* The number of characters since the last line break, as PyTorch counts them:
 * two too many after a break, and so without one. */
static int64_t last_line(const ss_text *out, size_t from)
{
    size_t start = out->size;

    while (start > from && out->data[start - 1] != '\n')
        start--;
    return (int64_t)(out->size - start) + 2;
}

static ss_status put_suffix(const ssi_torch_options *o, const char *suffix,
                            int64_t *line, ss_text *out)
{
    int64_t length = ssi_utf8_length(suffix, strlen(suffix));

    if (*line + length + 2 > o->linewidth) {
        SSI_TRY(ss_text_append(out, ",\n", 2));
        SSI_TRY(ssi_text_repeat(out, ' ', INDENT));
        *line = INDENT + length;
    } else {
        SSI_TRY(ss_text_append(out, ", ", 2));
        *line += length + 2;
    }
    return ssi_text_string(out, suffix);
}

static bool shows_dtype(const ss_array *tensor, const ssi_torch_options *o)
{
    ss_dtype dtype = tensor->dtype;

    if (dtype == o->default_dtype)
        return false;
    if (ss_array_size(tensor) == 0)
        return true;
    return dtype != SS_INT64 && dtype != SS_BOOL
           && dtype
                  != (o->default_dtype == SS_FLOAT64 ? SS_COMPLEX128
                                                     : SS_COMPLEX64);
}

static ss_status put_suffixes(const ss_array *tensor,
                              const ssi_torch_options *o, size_t from,
                              ss_text *scratch, ss_text *out)
{
    bool empty = ss_array_size(tensor) == 0;
    int64_t line = last_line(out, from);

    if (empty ? tensor->ndim != 1 : o->edgeitems == 0) {
        SSI_TRY(ssi_text_string(scratch, "size="));
        SSI_TRY(ssi_text_shape(scratch, tensor->shape, tensor->ndim));
        SSI_TRY(put_suffix(o, scratch->data, &line, out));
        ssi_text_cut(scratch, 0);
    }
    if (shows_dtype(tensor, o)) {
        SSI_TRY(ssi_text_string(scratch, "dtype=torch."));
        SSI_TRY(ssi_text_string(scratch, ss_dtype_name(tensor->dtype)));
        SSI_TRY(put_suffix(o, scratch->data, &line, out));
    }
    if (o->suffix != NULL)
        SSI_TRY(put_suffix(o, o->suffix, &line, out));
    return ss_text_append(out, ")", 1);
}

ss_status ss_torch_text(const ss_array *tensor,
                        const ss_torch_print_options *options, ss_text *out)
{
    ssi_torch_options o = ssi_torch_resolve(options);
    size_t from = out->size;
    ss_text scratch = {0};
    ss_status status;

    if (tensor->dtype == SS_STR || tensor->dtype == SS_BYTES
        || tensor->dtype == SS_OBJECT)
        return SS_ERR_DTYPE;
    status = ssi_text_string(out, PREFIX);
    if (status == SS_OK)
        status = put_contents(tensor, &o, out);
    if (status == SS_OK)
        status = put_suffixes(tensor, &o, from, &scratch, out);
    ss_text_free(&scratch);
    return ssi_text_check(out, from, status);
}
