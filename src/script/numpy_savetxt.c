/* SPDX-License-Identifier: MIT
 * np.savetxt.
 * Learned from: numpy/lib/_npyio_impl.py, NumPy 2.4.6.
 */
#include <stdlib.h>
#include <string.h>

#include "script/files.h"

typedef struct table {
    ss_session *s;
    ss_array array; /* two axes */
    ss_text format; /* of a row */
    const char *newline;
    ss_text text; /* of the row being written */
    ssi_value *row;
    size_t columns;
    bool complex;
} table;

/* A str of any characters but zero bytes; not given: otherwise. */
static bool text_parameter(ss_session *s, const ssi_call *call, size_t i,
                           const char *otherwise, const char **out)
{
    *out = otherwise;
    return !call->given[i] || ssi_to_str(s, call->args[i], out);
}

/* One axis is one column. */
static bool two_axes(ss_session *s, table *t)
{
    ss_array *a = &t->array;

    if (a->ndim == 0 || a->ndim > 2)
        return ssi_raise(s, "ValueError",
                         "Expected 1D or 2D array, got %uD array instead",
                         (unsigned)a->ndim);
    if (a->ndim == 1) {
        a->ndim = 2;
        a->shape[1] = 1;
        a->strides[1] = (ptrdiff_t)a->itemsize;
    }
    t->columns = a->shape[1];
    t->complex = ssi_dtype_is_complex(a->dtype);
    return true;
}

static size_t count_marks(const char *text)
{
    size_t count = 0;

    for (; *text; text++)
        count += *text == '%';
    return count;
}

/* " (%.3e+%.3ej)" of one format, for a complex number. */
static bool add_format(table *t, const char *format)
{
    ss_session *s = t->s;

    if (!t->complex)
        return ssi_append(s, &t->format, format);
    return ssi_append(s, &t->format, " (") && ssi_append(s, &t->format, format)
           && ssi_append(s, &t->format, "+")
           && ssi_append(s, &t->format, format)
           && ssi_append(s, &t->format, "j)");
}

static bool row_format(table *t, const char *format, const char *delimiter)
{
    size_t marks = count_marks(format);

    if (marks == 1) {
        for (size_t i = 0; i < t->columns; i++)
            if ((i && !ssi_append(t->s, &t->format, delimiter))
                || !add_format(t, format))
                return false;
        return true;
    }
    if (marks != (t->complex ? 2 : 1) * t->columns)
        return ssi_raise(t->s, "ValueError",
                         "fmt has wrong number of %% formats:  %s", format);
    return ssi_append(t->s, &t->format, format);
}

static bool list_format(table *t, ssi_value list, const char *delimiter)
{
    const ssi_list_object *formats = (const ssi_list_object *)list.u.o;
    ss_text shown = {0};
    const char *format = "";

    if (formats->count != t->columns) {
        if (ssi_str(t->s, list, &shown))
            ssi_raise(t->s, "AttributeError", "fmt has wrong shape.  %s",
                      shown.data);
        ss_text_free(&shown);
        return false;
    }
    for (size_t i = 0; i < formats->count; i++)
        if (!ssi_to_str(t->s, formats->items[i], &format)
            || (i && !ssi_append(t->s, &t->format, delimiter))
            || !ssi_append(t->s, &t->format, format))
            return false;
    return true;
}

static bool make_format(table *t, const ssi_call *call, const char *delimiter)
{
    ssi_value fmt = call->args[2];
    ss_text shown = {0};

    if (!call->given[2])
        return row_format(t, "%.18e", delimiter);
    if (ssi_is(fmt, &ssi_type_list) || ssi_is(fmt, &ssi_type_tuple))
        return list_format(t, fmt, delimiter);
    if (ssi_is(fmt, &ssi_type_str))
        return row_format(t, ((ssi_str_object *)fmt.u.o)->data, delimiter);
    if (ssi_repr(t->s, fmt, &shown))
        ssi_raise(t->s, "ValueError", "invalid fmt: %s", shown.data);
    ss_text_free(&shown);
    return false;
}

/* The numbers of row i: real and imaginary parts one after the other. */
static bool take_row(table *t, size_t i)
{
    const ss_array *a = &t->array;
    const char *item = (const char *)a->data + (ptrdiff_t)i * a->strides[0];
    size_t parts = t->complex ? 2 : 1;
    ss_dtype part = a->dtype == SS_COMPLEX64    ? SS_FLOAT32
                    : a->dtype == SS_COMPLEX128 ? SS_FLOAT64
                                                : a->dtype;
    size_t size = a->itemsize / parts;

    for (size_t k = 0; k < t->columns * parts; k++) {
        if (!ssi_new_scalar(t->s, part, size, item + k % parts * size,
                            &t->row[k]))
            return false;
        if (k % parts == parts - 1)
            item += a->strides[1];
    }
    return true;
}

static void drop_row(table *t)
{
    for (size_t k = 0; k < t->columns * (t->complex ? 2 : 1); k++) {
        ssi_release(t->s, t->row[k]);
        t->row[k] = ssi_none();
    }
}

/* "+-" of an imaginary part becomes "-". */
static void join_signs(ss_text *text)
{
    size_t to = 0;

    for (size_t i = 0; i < text->size; i++)
        if (text->data[i] != '+' || text->data[i + 1] != '-')
            text->data[to++] = text->data[i];
    text->size = to;
    if (text->data)
        text->data[to] = '\0';
}

static bool raise_mismatch(table *t)
{
    char dtype[32];

    if (strncmp(t->s->error.message, "TypeError: ", 11) != 0 || t->complex)
        return false;
    ssi_dtype_text(ssi_array_element(&t->array), dtype);
    return ssi_raise(t->s, "TypeError",
                     "Mismatch between array dtype ('%s') and format "
                     "specifier ('%.700s')",
                     dtype, t->format.data);
}

static bool put_row(table *t, size_t i, ssi_output *file)
{
    size_t values = t->columns * (t->complex ? 2 : 1);
    const char *format = t->format.data ? t->format.data : "";
    bool ok;

    t->text.size = 0;
    ok = take_row(t, i);
    if (ok
        && !ssi_percent(t->s, format, t->format.size, t->row, values, &t->text))
        ok = raise_mismatch(t);
    ok = ok && ssi_append(t->s, &t->text, t->newline);
    if (ok && t->complex)
        join_signs(&t->text);
    drop_row(t);
    return ok && !ssi_output_write(file, t->text.data, t->text.size);
}

/* A header or footer: each of its lines a comment. */
static bool put_comment(table *t, const char *text, const char *comments,
                        ssi_output *file)
{
    if (!*text)
        return true;
    t->text.size = 0;
    if (!ssi_append(t->s, &t->text, comments))
        return false;
    for (; *text; text++)
        if (!ssi_append_status(t->s, ss_text_append(&t->text, text, 1))
            || (*text == '\n' && !ssi_append(t->s, &t->text, comments)))
            return false;
    return ssi_append(t->s, &t->text, t->newline)
           && !ssi_output_write(file, t->text.data, t->text.size);
}

static bool put_table(table *t, const char *header, const char *footer,
                      const char *comments, ssi_output *file)
{
    if (!put_comment(t, header, comments, file))
        return false;
    for (size_t i = 0; i < t->array.shape[0]; i++)
        if (!put_row(t, i, file))
            return false;
    return put_comment(t, footer, comments, file);
}

/* NumPy compresses files of these names. */
static bool check_path(ss_session *s, ssi_value path)
{
    const char *text, *end;

    if (!ssi_path_argument(s, "np.savetxt", path, &text))
        return false;
    end = ssi_path_extension(text);
    if (!strcmp(end, ".gz") || !strcmp(end, ".bz2") || !strcmp(end, ".xz"))
        return ssi_unsupported(s, "np.savetxt to '%s', which NumPy compresses",
                               end);
    return true;
}

static bool write_file(table *t, const ssi_call *call, const char *comments)
{
    const char *header, *footer;
    ssi_output file;
    bool fine;

    if (!text_parameter(t->s, call, 5, "", &header)
        || !text_parameter(t->s, call, 6, "", &footer)
        || !ssi_output_open(t->s, "np.savetxt", call->args[0], NULL, &file))
        return false;
    fine = put_table(t, header, footer, comments, &file);
    return ssi_output_close(&file, fine ? SS_OK : SS_ERR_IO);
}

/* savetxt(fname, X, fmt, delimiter, newline, header, footer, comments,
 * encoding) */
bool ssi_numpy_savetxt(ss_session *s, ssi_call *call, ssi_value *out)
{
    const char *delimiter, *comments, *encoding;
    table t = {.s = s};
    ssi_value array;
    bool ok;

    if (!text_parameter(s, call, 3, " ", &delimiter)
        || !text_parameter(s, call, 4, "\n", &t.newline)
        || !text_parameter(s, call, 7, "# ", &comments)
        || (call->args[8].tag != SSI_NONE
            && !text_parameter(s, call, 8, "utf-8", &encoding))
        || !check_path(s, call->args[0]))
        return false;
    if (call->args[8].tag != SSI_NONE && strcmp(encoding, "utf-8")
        && strcmp(encoding, "utf8"))
        return ssi_unsupported(s, "encoding= of np.savetxt but 'utf-8'");
    if (!ssi_saved_array(s, call->args[1], &array))
        return false;
    t.array = *ssi_array_of(array);
    ok = two_axes(s, &t) && make_format(&t, call, delimiter);
    t.row = ok ? calloc(2 * t.columns + 1, sizeof *t.row) : NULL;
    if (ok && !t.row)
        ok = ssi_raise_memory(s);
    ok = ok && write_file(&t, call, comments);
    free(t.row);
    ss_text_free(&t.format);
    ss_text_free(&t.text);
    ssi_release(s, array);
    *out = ssi_none();
    return ok;
}
