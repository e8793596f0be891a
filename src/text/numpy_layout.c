/* SPDX-License-Identifier: MIT
 * Where NumPy breaks the lines of an array: brackets, indents, summaries.
 * Learned from: numpy/_core/arrayprint.py (_formatArray, _extendLine), 2.4;
 * checked against the installed NumPy.
 *
 * NumPy builds each row with an indent that it afterwards replaces by "[". We
 * write the bracket at once and count the columns of the indent.
 */
#include "text/numpy_format.h"

#define DOTS "..."

typedef struct layout {
    const ss_array *array;
    const ssi_numpy_format *format;
    const ssi_numpy_options *options;
    bool summarize;
    ss_text *out;
    ss_text word; /* the element being placed */
    const char *separator;
    size_t separator_size, bare_size; /* bytes; bare: without spaces at end */
    int64_t separator_length, bare_length; /* code points */
} layout;

/* The line under way in the row of a last axis. */
typedef struct line {
    int64_t indent; /* columns */
    int64_t width;
    int64_t length; /* columns so far, the indent included */
    size_t start;   /* where the line's text begins in out */
    size_t row;     /* where the row's text begins, after its bracket */
    bool swallowed; /* nothing but spaces stood on the first line */
} line;

/* The bytes at the end of text[from, to) that str.rstrip() takes off. */
static size_t stripped(const char *text, size_t from, size_t to)
{
    static const char *const wide[] = {
        "\xc2\x85",     "\xc2\xa0",     "\xe1\x9a\x80", "\xe2\x80\xa8",
        "\xe2\x80\xa9", "\xe2\x80\xaf", "\xe2\x81\x9f", "\xe3\x80\x80",
    };

    while (to > from) {
        unsigned char c = (unsigned char)text[to - 1];
        size_t before = to;

        if (c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1c && c <= 0x1f)) {
            to--;
            continue;
        }
        if (to - from >= 3 && c >= 0x80 && c <= 0x8a
            && memcmp(text + to - 3, "\xe2\x80", 2) == 0)
            to -= 3;
        for (size_t i = 0; to == before && i < 8; i++) {
            size_t size = strlen(wide[i]);

            if (to - from >= size
                && memcmp(text + to - size, wide[i], size) == 0)
                to -= size;
        }
        if (to == before)
            break;
    }
    return to;
}

/* The bytes of a line end at text, as str.splitlines() sees them; 0: none. */
static size_t line_end(const char *text, size_t size)
{
    unsigned char c = (unsigned char)text[0];

    if (c == '\r')
        return size > 1 && text[1] == '\n' ? 2 : 1;
    if ((c >= 10 && c <= 12) || (c >= 0x1c && c <= 0x1e))
        return 1;
    if (size > 1 && memcmp(text, "\xc2\x85", 2) == 0)
        return 2;
    if (size > 2
        && (memcmp(text, "\xe2\x80\xa8", 3) == 0
            || memcmp(text, "\xe2\x80\xa9", 3) == 0))
        return 3;
    return 0;
}

/* The next line of text[*at, size): its size; *at moves behind its end. */
static size_t next_line(const char *text, size_t size, size_t *at)
{
    size_t start = *at, end = 0;

    while (*at < size) {
        end = line_end(text + *at, size - *at);
        if (end > 0)
            break;
        (*at)++;
    }
    *at += end;
    return *at - end - start;
}

static ss_status append(layout *l, line *at, const char *bytes, size_t size,
                        int64_t length)
{
    at->length += length;
    return ss_text_append(l->out, bytes, size);
}

/* End the line and begin one with that indent. */
static ss_status new_line(layout *l, line *at, int64_t indent)
{
    size_t end = stripped(l->out->data, at->start, l->out->size);

    if (end == at->row)
        at->swallowed = true;
    ssi_text_cut(l->out, end);
    SSI_TRY(ss_text_append(l->out, "\n", 1));
    at->start = l->out->size;
    at->length = indent;
    return ssi_text_repeat(l->out, ' ', indent);
}

static ss_status extend(layout *l, line *at, const char *word, size_t size,
                        int64_t length)
{
    bool wrap = at->length + length > at->width;

    if (l->options->legacy > 113 && at->length <= at->indent)
        wrap = false; /* it would not help */
    if (wrap)
        SSI_TRY(new_line(l, at, at->indent));
    return append(l, at, word, size, length);
}

/* A word of several lines: kept together, its lines below one another. */
static ss_status extend_lines(layout *l, line *at, int64_t longest)
{
    const char *text = l->word.data;
    size_t size = l->word.size, next = 0, from = 0, part;
    int64_t indent = at->indent, length = 0;

    if (at->length + longest > at->width && at->length > at->indent)
        SSI_TRY(new_line(l, at, at->indent));
    else
        indent = at->length;
    while (next < size) {
        if (from != next || next > 0)
            SSI_TRY(new_line(l, at, indent));
        from = next;
        part = next_line(text, size, &next);
        length = ssi_utf8_length(text + from, part);
        SSI_TRY(append(l, at, text + from, part, length));
    }
    at->length += longest - length;
    return ssi_text_repeat(l->out, ' ', longest - length);
}

/* Place the element at item. */
static ss_status extend_element(layout *l, line *at, const void *item)
{
    size_t next = 0, from, part, lines = 0;
    int64_t longest = 0, length;

    ssi_text_cut(&l->word, 0);
    SSI_TRY(ssi_numpy_format_put(l->format, item, &l->word));
    if (l->format->simple)
        return extend(l, at, l->word.data, l->word.size, (int64_t)l->word.size);
    while (next < l->word.size) {
        from = next;
        part = next_line(l->word.data, l->word.size, &next);
        length = ssi_utf8_length(l->word.data + from, part);
        longest = length > longest ? length : longest;
        lines++;
    }
    if (lines == 1 || l->options->legacy <= 113)
        return extend(l, at, l->word.data, l->word.size,
                      ssi_utf8_length(l->word.data, l->word.size));
    if (lines == 0)
        return SS_ERR_ARGUMENT; /* NumPy: max() of nothing */
    return extend_lines(l, at, longest);
}

static ss_status separate(layout *l, line *at)
{
    return append(l, at, l->separator, l->separator_size, l->separator_length);
}

/* The dots of a summary, and what stands after them. */
static ss_status extend_dots(layout *l, line *at)
{
    SSI_TRY(extend(l, at, DOTS, 3, 3));
    if (l->options->legacy <= 113)
        return append(l, at, ", ", 2, 2);
    return separate(l, at);
}

/* The items of an axis: [0, head), dots, [tail, length). */
typedef struct items {
    size_t head, tail, length;
    bool dots;
} items;

static items items_of(const layout *l, uint32_t axis)
{
    size_t length = l->array->shape[axis], edge;

    if (!l->summarize || 2 * l->options->edgeitems >= (int64_t)length)
        return (items){0, 0, length, false};
    edge = (size_t)l->options->edgeitems;
    /* the last item is shown even without edge items */
    return (items){edge, length - (edge > 0 ? edge : 1), length, true};
}

/* The items of the last axis, wrapped. */
static ss_status put_row(layout *l, const char *at, int64_t indent,
                         int64_t width)
{
    const ss_array *a = l->array;
    items show = items_of(l, a->ndim - 1);
    ptrdiff_t stride = a->strides[a->ndim - 1];
    line row = {.indent = indent,
                .length = indent,
                .start = l->out->size,
                .row = l->out->size};
    int64_t taken = l->bare_length;

    if (l->options->legacy > 113 && taken < 1)
        taken = 1; /* the bracket */
    row.width = width - taken;
    for (size_t i = 0; i < show.head; i++) {
        SSI_TRY(extend_element(l, &row, at + (ptrdiff_t)i * stride));
        SSI_TRY(separate(l, &row));
    }
    if (show.dots)
        SSI_TRY(extend_dots(l, &row));
    for (size_t i = show.tail; i < show.length; i++) {
        if (i == show.length - 1 && l->options->legacy <= 113)
            row.width = width;
        SSI_TRY(extend_element(l, &row, at + (ptrdiff_t)i * stride));
        if (i < show.length - 1)
            SSI_TRY(separate(l, &row));
    }
    if (row.swallowed) { /* NumPy cuts the indent off, whatever stands there */
        memmove(l->out->data + row.row, l->out->data + row.row + indent,
                l->out->size - row.row - (size_t)indent);
        ssi_text_cut(l->out, l->out->size - (size_t)indent);
    }
    return SS_OK;
}

/* Between the items of an outer axis. */
static ss_status put_between(layout *l, uint32_t axis, int64_t indent)
{
    SSI_TRY(ss_text_append(l->out, l->separator, l->bare_size));
    SSI_TRY(ssi_text_repeat(l->out, '\n', l->array->ndim - axis - 1));
    return ssi_text_repeat(l->out, ' ', indent);
}

static ss_status put_axis(layout *l, uint32_t axis, const char *at,
                          int64_t indent, int64_t width);

/* The items of an outer axis, each on lines of its own. */
static ss_status put_rows(layout *l, uint32_t axis, const char *at,
                          int64_t indent, int64_t width)
{
    items show = items_of(l, axis);
    ptrdiff_t stride = l->array->strides[axis];

    for (size_t i = 0; i < show.head; i++) {
        SSI_TRY(put_axis(l, axis + 1, at + (ptrdiff_t)i * stride, indent + 1,
                         width));
        SSI_TRY(put_between(l, axis, indent));
    }
    if (show.dots && l->options->legacy <= 113) {
        SSI_TRY(ssi_text_string(l->out, DOTS ", \n"));
        SSI_TRY(ssi_text_repeat(l->out, ' ', indent));
    } else if (show.dots) {
        SSI_TRY(ssi_text_string(l->out, DOTS));
        SSI_TRY(put_between(l, axis, indent));
    }
    for (size_t i = show.tail; i < show.length; i++) {
        SSI_TRY(put_axis(l, axis + 1, at + (ptrdiff_t)i * stride, indent + 1,
                         width));
        if (i < show.length - 1)
            SSI_TRY(put_between(l, axis, indent));
    }
    return SS_OK;
}

static ss_status put_axis(layout *l, uint32_t axis, const char *at,
                          int64_t indent, int64_t width)
{
    SSI_TRY(ss_text_append(l->out, "[", 1));
    if (axis == l->array->ndim - 1)
        SSI_TRY(put_row(l, at, indent, width));
    else
        SSI_TRY(put_rows(l, axis, at, indent,
                         l->options->legacy <= 113 ? width : width - 1));
    return ss_text_append(l->out, "]", 1);
}

ss_status ssi_numpy_layout(const ss_array *array,
                           const ssi_numpy_options *options,
                           const char *separator, int64_t prefix, ss_text *out)
{
    ssi_numpy_format format;
    ssi_numpy_shown shown = {.array = array, .edgeitems = options->edgeitems};
    layout l = {.array = array,
                .format = &format,
                .options = options,
                .out = out,
                .separator = separator,
                .separator_size = strlen(separator)};
    ss_status status;

    shown.summarize = (int64_t)ss_array_size(array) > options->threshold;
    l.summarize = shown.summarize;
    l.bare_size = stripped(separator, 0, l.separator_size);
    l.separator_length = ssi_utf8_length(separator, l.separator_size);
    l.bare_length = ssi_utf8_length(separator, l.bare_size);
    SSI_TRY(ssi_numpy_format_prepare(&format, &shown, options));
    if (array->ndim == 0)
        return ssi_numpy_format_put(&format, array->data, out);
    status = put_axis(&l, 0, array->data, prefix + 1, options->linewidth);
    ss_text_free(&l.word);
    return status;
}
