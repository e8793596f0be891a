/* SPDX-License-Identifier: MIT
 * Reading .safetensors: the header's JSON, of which only what the format has
 * is taken, then the elements, which must fill the rest without gaps.
 * Learned from: the format's description, safetensors 0.8.0.
 */
#include "io/safetensors.h"

#include <stdlib.h>

#define MOST_TENSORS 131072 /* each takes 2 kB, whatever its elements */

typedef struct entry {
    ss_array array;      /* dtype and shape; no memory yet */
    size_t begin, end;   /* in the data */
    size_t name, length; /* of its name, in names */
    size_t at;           /* in the file, for messages */
} entry;

typedef struct reader {
    const unsigned char *bytes;
    size_t at, end; /* of the header */
    ss_diag *diag;
    ss_text names;
    entry *entries;
    size_t count, capacity;
} reader;

static ss_status broken(const reader *r, const char *why)
{
    return ssi_io_fail(r->diag, SS_ERR_IO, why, r->at);
}

static bool take(reader *r, char c)
{
    while (r->at < r->end && memchr(" \t\r\n", r->bytes[r->at], 4))
        r->at++;
    if (r->at == r->end || r->bytes[r->at] != (unsigned char)c)
        return false;
    r->at++;
    return true;
}

static ss_status take_hex(reader *r, uint32_t *out)
{
    static const char digits[] = "0123456789abcdef";

    *out = 0;
    for (int i = 0; i < 4; i++) {
        unsigned char c = r->at < r->end ? r->bytes[r->at] : 0;
        const char *digit;

        if (c >= 'A' && c <= 'F')
            c = (unsigned char)(c - 'A' + 'a');
        digit = c ? strchr(digits, c) : NULL;
        if (digit == NULL)
            return broken(r, "not four hexadecimal digits");
        *out = *out << 4 | (uint32_t)(digit - digits);
        r->at++;
    }
    return SS_OK;
}

/* Behind "\u": a code point, perhaps of two halves. */
static ss_status take_point(reader *r, ss_text *out)
{
    uint32_t point = 0, low = 0;

    SSI_TRY(take_hex(r, &point));
    if (point >= 0xd800 && point < 0xdc00) {
        if (r->end - r->at < 2 || memcmp(r->bytes + r->at, "\\u", 2) != 0)
            return broken(r, "half a surrogate pair");
        r->at += 2;
        SSI_TRY(take_hex(r, &low));
        if (low < 0xdc00 || low > 0xdfff)
            return broken(r, "half a surrogate pair");
        point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00);
    }
    if (point == 0 || (point >= 0xd800 && point < 0xe000))
        return broken(r, "a character that names cannot hold");
    return ssi_text_code_point(out, point);
}

static ss_status take_escape(reader *r, ss_text *out)
{
    static const char letters[] = "bfnrt\"\\/", meant[] = "\b\f\n\r\t\"\\/";
    unsigned char c = ++r->at < r->end ? r->bytes[r->at] : 0;
    const char *letter = c ? strchr(letters, c) : NULL;

    if (c != 'u' && letter == NULL)
        return broken(r, "not an escape of JSON");
    r->at++;
    if (c == 'u')
        return take_point(r, out);
    return ss_text_append(out, &meant[letter - letters], 1);
}

/* A string, appended to out. */
static ss_status take_string(reader *r, ss_text *out)
{
    size_t start = out->size, from;

    if (!take(r, '"'))
        return broken(r, "expected a string");
    from = r->at;
    for (;;) {
        if (r->at >= r->end || r->bytes[r->at] < ' ')
            return broken(r, "a string without end");
        if (r->bytes[r->at] == '"' || r->bytes[r->at] == '\\') {
            SSI_TRY(ss_text_append(out, (const char *)r->bytes + from,
                                   r->at - from));
            if (r->bytes[r->at] == '"')
                break;
            SSI_TRY(take_escape(r, out));
            from = r->at;
        } else {
            r->at++;
        }
    }
    r->at++;
    if (out->size > start
        && !ssi_io_is_text(out->data + start, out->size - start))
        return broken(r, "a string that is not UTF-8");
    return SS_OK;
}

static ss_status take_number(reader *r, size_t *out)
{
    size_t value = 0, start;

    take(r, ' '); /* blanks are passed over */
    start = r->at;
    while (r->at < r->end && r->bytes[r->at] >= '0' && r->bytes[r->at] <= '9') {
        size_t digit = (size_t)(r->bytes[r->at] - '0');

        if (value > (PTRDIFF_MAX - digit) / 10)
            return broken(r, "too large a number");
        value = 10 * value + digit;
        r->at++;
    }
    if (r->at == start || (r->bytes[start] == '0' && r->at - start > 1))
        return broken(r, "expected an integer of 0 or more");
    *out = value;
    return SS_OK;
}

/* "[1,2]": up to most numbers. */
static ss_status take_numbers(reader *r, size_t *out, size_t most,
                              size_t *count)
{
    *count = 0;
    if (!take(r, '['))
        return broken(r, "expected a list");
    if (take(r, ']'))
        return SS_OK;
    do {
        if (*count == most)
            return broken(r, "a list longer than is supported");
        SSI_TRY(take_number(r, &out[(*count)++]));
    } while (take(r, ','));
    return take(r, ']') ? SS_OK : broken(r, "expected ',' or ']'");
}

static ss_status take_dtype(reader *r, ss_array *a)
{
    size_t start = r->at, size = r->names.size;
    ss_status status = take_string(r, &r->names);
    const char *name;

    if (status != SS_OK)
        return status;
    name = r->names.data ? r->names.data + size : "";
    for (int i = 0; i <= SS_OBJECT; i++) {
        const char *known = ssi_safetensors_name((ss_dtype)i);

        if (known && strcmp(known, name) == 0) {
            a->dtype = (ss_dtype)i;
            a->itemsize = ss_dtype_size(a->dtype);
            ssi_text_cut(&r->names, size);
            return SS_OK;
        }
    }
    return ssi_io_fail(r->diag, SS_ERR_DTYPE,
                       "elements of this dtype are not supported", start);
}

enum { HAS_DTYPE = 1, HAS_SHAPE = 2, HAS_OFFSETS = 4, HAS_ALL = 7 };

/* One of the three members that describe a tensor. */
static ss_status take_member(reader *r, entry *e, int *seen)
{
    size_t start = r->at, size = r->names.size, count = 0, offsets[2];
    const char *key;
    int what;

    SSI_TRY(take_string(r, &r->names));
    key = r->names.data ? r->names.data + size : "";
    what = !strcmp(key, "dtype")          ? HAS_DTYPE
           : !strcmp(key, "shape")        ? HAS_SHAPE
           : !strcmp(key, "data_offsets") ? HAS_OFFSETS
                                          : 0;
    ssi_text_cut(&r->names, size);
    if (what == 0 || *seen & what)
        return ssi_io_fail(r->diag, SS_ERR_IO,
                           "not one of the keys dtype, shape and "
                           "data_offsets, each once",
                           start);
    *seen |= what;
    if (!take(r, ':'))
        return broken(r, "expected ':'");
    if (what == HAS_DTYPE)
        return take_dtype(r, &e->array);
    if (what == HAS_SHAPE) {
        SSI_TRY(take_numbers(r, e->array.shape, SS_ARRAY_MAX_DIMS, &count));
        e->array.ndim = (uint32_t)count;
        return SS_OK;
    }
    SSI_TRY(take_numbers(r, offsets, 2, &count));
    if (count != 2)
        return broken(r, "data_offsets are not two numbers");
    e->begin = offsets[0];
    e->end = offsets[1];
    return SS_OK;
}

static ss_status take_info(reader *r, entry *e)
{
    size_t bytes;
    int seen = 0;

    if (!take(r, '{'))
        return broken(r, "expected an object");
    do
        SSI_TRY(take_member(r, e, &seen));
    while (take(r, ','));
    if (!take(r, '}'))
        return broken(r, "expected ',' or '}'");
    if (seen != HAS_ALL)
        return broken(r, "a tensor without dtype, shape or data_offsets");
    if (!ssi_io_bytes(e->array.shape, e->array.ndim, e->array.itemsize, &bytes)
        || e->end < e->begin || e->end - e->begin != bytes)
        return ssi_io_fail(r->diag, SS_ERR_IO,
                           "data_offsets that do not fit dtype and shape",
                           e->at);
    return SS_OK;
}

/* Read and dropped. */
static ss_status take_metadata(reader *r)
{
    size_t size = r->names.size;

    if (!take(r, '{'))
        return broken(r, "__metadata__ is not an object");
    if (take(r, '}'))
        return SS_OK;
    do {
        SSI_TRY(take_string(r, &r->names));
        if (!take(r, ':'))
            return broken(r, "expected ':'");
        SSI_TRY(take_string(r, &r->names));
        ssi_text_cut(&r->names, size);
    } while (take(r, ','));
    return take(r, '}') ? SS_OK : broken(r, "expected ',' or '}'");
}

static ss_status add_entry(reader *r, const entry *e)
{
    if (r->count == MOST_TENSORS)
        return broken(r, "more tensors than are supported");
    if (r->count == r->capacity) {
        size_t room = r->capacity ? 2 * r->capacity : 8;
        entry *entries = realloc(r->entries, room * sizeof *entries);

        if (entries == NULL)
            return ssi_io_fail(r->diag, SS_ERR_MEMORY, "out of memory", r->at);
        r->entries = entries;
        r->capacity = room;
    }
    r->entries[r->count++] = *e;
    return SS_OK;
}

static ss_status take_pair(reader *r, bool *metadata)
{
    entry e = {.name = r->names.size, .at = r->at};

    SSI_TRY(take_string(r, &r->names));
    e.length = r->names.size - e.name;
    if (!take(r, ':'))
        return broken(r, "expected ':'");
    if (e.length == 12
        && memcmp(r->names.data + e.name, "__metadata__", 12) == 0) {
        if (*metadata)
            return broken(r, "__metadata__ twice");
        *metadata = true;
        return take_metadata(r);
    }
    SSI_TRY(take_info(r, &e));
    return add_entry(r, &e);
}

static ss_status take_header(reader *r)
{
    bool metadata = false;

    if (r->at == r->end || r->bytes[r->at] != '{')
        return broken(r, "the header does not start with '{'");
    take(r, '{');
    if (!take(r, '}')) {
        do
            SSI_TRY(take_pair(r, &metadata));
        while (take(r, ','));
        if (!take(r, '}'))
            return broken(r, "expected ',' or '}'");
    }
    take(r, ' ');
    return r->at == r->end ? SS_OK
                           : broken(r, "something behind the header's object");
}

static int in_data_order(const void *left, const void *right)
{
    const entry *a = left, *b = right;

    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    if (a->end != b->end)
        return a->end < b->end ? -1 : 1;
    return a->at < b->at ? -1 : a->at > b->at;
}

/* The tensors must follow each other and fill the data. */
static ss_status check_order(reader *r, size_t size)
{
    size_t at = 0;

    if (r->count > 0)
        qsort(r->entries, r->count, sizeof *r->entries, in_data_order);
    for (size_t i = 0; i < r->count; i++) {
        if (r->entries[i].begin != at)
            return ssi_io_fail(r->diag, SS_ERR_IO,
                               "data_offsets that overlap or leave a gap",
                               r->entries[i].at);
        at = r->entries[i].end;
    }
    if (at != size)
        return ssi_io_fail(r->diag, SS_ERR_IO,
                           at > size ? "the file ends before its tensors do"
                                     : "bytes behind the last tensor",
                           r->end + (at < size ? at : size));
    return SS_OK;
}

static ss_status copy_tensors(reader *r, ss_named_arrays *out)
{
    size_t capacity = 0;

    for (size_t i = 0; i < r->count; i++) {
        const entry *e = &r->entries[i];
        ss_array a;

        if (ss_array_new(&a, e->array.dtype, 0, e->array.ndim, e->array.shape)
            != SS_OK)
            return ssi_io_fail(r->diag, SS_ERR_MEMORY, "out of memory", e->at);
        if (e->end > e->begin)
            memcpy(a.data, r->bytes + r->end + e->begin, e->end - e->begin);
        ssi_io_to_native(a.dtype, a.itemsize, a.data, ss_array_size(&a));
        for (size_t k = 0; a.dtype == SS_BOOL && k < e->end - e->begin; k++)
            ((unsigned char *)a.data)[k] = ((unsigned char *)a.data)[k] != 0;
        if (ssi_io_add(out, &capacity,
                       r->names.data ? r->names.data + e->name : "", e->length,
                       &a)
            != SS_OK) {
            ss_array_free(&a);
            return ssi_io_fail(r->diag, SS_ERR_MEMORY, "out of memory", e->at);
        }
    }
    return ssi_io_check_names(out->items, out->count, r->diag);
}

static ss_status read_all(reader *r, size_t size, ss_named_arrays *out)
{
    uint64_t length;

    if (size < 8)
        return broken(r, "not a .safetensors file: fewer than 8 bytes");
    length = ssi_io_load64(r->bytes);
    if (length > SSI_SAFETENSORS_LONGEST)
        return broken(r, "not a .safetensors file: a header of more than "
                         "100 MB");
    if (length > size - 8)
        return broken(r, "the file ends in its header");
    r->at = 8;
    r->end = 8 + (size_t)length;
    SSI_TRY(take_header(r));
    SSI_TRY(check_order(r, size - r->end));
    return copy_tensors(r, out);
}

ss_status ss_safetensors_read(const void *bytes, size_t size,
                              ss_named_arrays *tensors, ss_diag *diag)
{
    reader r = {.bytes = bytes, .diag = diag};
    ss_named_arrays found = {NULL, 0};
    ss_status status = read_all(&r, size, &found);

    free(r.entries);
    ss_text_free(&r.names);
    if (status != SS_OK)
        ss_named_arrays_free(&found);
    else
        *tensors = found;
    return status;
}
