/* SPDX-License-Identifier: MIT
 * Reading .npy: the dict of the header, its three keys in any order, then the
 * elements.
 * Learned from: numpy/lib/_format_impl.py, NumPy 2.4.6, which reads the dict
 * as a Python literal; here it is what writers of the format write.
 */
#include "io/npy.h"

#include <stdlib.h>

#define LONGEST 10000 /* characters of a header, as in NumPy */

typedef struct reader {
    const unsigned char *bytes;
    size_t at, end; /* of the dict */
    ss_diag *diag;
    bool has_descr, has_order, has_shape, fortran;
    ss_dtype dtype;
    size_t itemsize;
    uint32_t ndim;
    size_t shape[SS_ARRAY_MAX_DIMS];
} reader;

static ss_status broken(const reader *r, const char *why)
{
    return ssi_io_fail(r->diag, SS_ERR_IO, why, r->at);
}

static void skip_blanks(reader *r)
{
    while (r->at < r->end && memchr(" \t\r\n\f", r->bytes[r->at], 5))
        r->at++;
}

/* Whether c comes next, which is then passed over. */
static bool take(reader *r, char c)
{
    skip_blanks(r);
    if (r->at == r->end || r->bytes[r->at] != (unsigned char)c)
        return false;
    r->at++;
    return true;
}

static bool take_word(reader *r, const char *word)
{
    size_t size = strlen(word);

    skip_blanks(r);
    if (r->end - r->at < size || memcmp(r->bytes + r->at, word, size) != 0)
        return false;
    r->at += size;
    return true;
}

/* A string without escapes. */
static ss_status take_string(reader *r, const char **text, size_t *size)
{
    unsigned char quote;
    size_t start;

    skip_blanks(r);
    if (r->at == r->end || !memchr("'\"", r->bytes[r->at], 2))
        return broken(r, "expected a string");
    quote = r->bytes[r->at++];
    start = r->at;
    while (r->at < r->end && r->bytes[r->at] != quote) {
        if (r->bytes[r->at] == '\\' || r->bytes[r->at] < ' ')
            return broken(r, "not a plain string");
        r->at++;
    }
    if (r->at == r->end)
        return broken(r, "a string without end");
    *text = (const char *)r->bytes + start;
    *size = r->at++ - start;
    return SS_OK;
}

static ss_status take_number(reader *r, size_t *out)
{
    size_t value = 0, start;

    skip_blanks(r);
    start = r->at;
    while (r->at < r->end && r->bytes[r->at] >= '0' && r->bytes[r->at] <= '9') {
        size_t digit = (size_t)(r->bytes[r->at] - '0');

        if (value > (PTRDIFF_MAX - digit) / 10)
            return broken(r, "too large a number");
        value = 10 * value + digit;
        r->at++;
    }
    if (r->at == start)
        return broken(r, "expected a number");
    if (r->at < r->end && r->bytes[r->at] == 'L')
        r->at++; /* as Python 2 wrote them */
    *out = value;
    return SS_OK;
}

static ss_status take_shape(reader *r)
{
    if (!take(r, '('))
        return broken(r, "shape is not a tuple");
    while (!take(r, ')')) {
        if (r->ndim == SS_ARRAY_MAX_DIMS)
            return broken(r, "more than 64 axes");
        SSI_TRY(take_number(r, &r->shape[r->ndim++]));
        if (take(r, ','))
            continue;
        if (r->ndim == 1 || !take(r, ')'))
            return broken(r, "expected ',' or ')'");
        break;
    }
    return SS_OK;
}

/* '<f8', '|b1', '<U3'. */
static ss_status take_descr(reader *r)
{
    const char *text = NULL;
    size_t size = 0, start, at = 2;
    uint64_t count = 0;

    skip_blanks(r);
    start = r->at;
    if (r->at < r->end && r->bytes[r->at] == '[')
        return ssi_io_fail(r->diag, SS_ERR_DTYPE,
                           "structured elements are not supported", start);
    SSI_TRY(take_string(r, &text, &size));
    if (size >= 2 && size <= 3 && text[1] == 'O')
        return ssi_io_fail(r->diag, SS_ERR_DTYPE,
                           "Object arrays cannot be loaded when "
                           "allow_pickle=False",
                           start);
    if (size > 2 && text[0] == '>')
        return ssi_io_fail(r->diag, SS_ERR_DTYPE,
                           "big-endian elements are not supported", start);
    for (; at < size && at < 12 && text[at] >= '0' && text[at] <= '9'; at++)
        count = 10 * count + (uint64_t)(text[at] - '0');
    if (size < 3 || at != size || !memchr("<|=", text[0], 3)
        || !ssi_npy_dtype(text[1], count, &r->dtype, &r->itemsize))
        return ssi_io_fail(r->diag, SS_ERR_DTYPE,
                           "elements of this dtype are not supported", start);
    return SS_OK;
}

static ss_status take_order(reader *r)
{
    r->fortran = take_word(r, "True");
    if (!r->fortran && !take_word(r, "False"))
        return broken(r, "fortran_order is neither True nor False");
    return SS_OK;
}

static bool is_key(const char *text, size_t size, const char *key)
{
    return size == strlen(key) && memcmp(text, key, size) == 0;
}

static ss_status take_pair(reader *r)
{
    const char *key = NULL;
    size_t size = 0, start = r->at;
    bool *seen = NULL;
    ss_status (*take_value)(reader *) = NULL;

    SSI_TRY(take_string(r, &key, &size));
    if (is_key(key, size, "descr")) {
        seen = &r->has_descr;
        take_value = take_descr;
    } else if (is_key(key, size, "fortran_order")) {
        seen = &r->has_order;
        take_value = take_order;
    } else if (is_key(key, size, "shape")) {
        seen = &r->has_shape;
        take_value = take_shape;
    }
    if (seen == NULL || *seen)
        return ssi_io_fail(r->diag, SS_ERR_IO,
                           "not one of the keys descr, fortran_order and "
                           "shape, each once",
                           start);
    *seen = true;
    if (!take(r, ':'))
        return broken(r, "expected ':'");
    return take_value(r);
}

static ss_status take_dict(reader *r)
{
    if (!take(r, '{'))
        return broken(r, "the header is not a dict");
    while (!take(r, '}')) {
        SSI_TRY(take_pair(r));
        if (take(r, ','))
            continue;
        if (!take(r, '}'))
            return broken(r, "expected ',' or '}'");
        break;
    }
    skip_blanks(r);
    if (r->at < r->end)
        return broken(r, "something behind the header's dict");
    if (!r->has_descr || !r->has_order || !r->has_shape)
        return broken(r, "the header lacks descr, fortran_order or shape");
    return SS_OK;
}

/* Magic, version and the length of the dict. */
static ss_status take_head(reader *r, size_t size)
{
    size_t head = SSI_NPY_HEAD, length;

    if (size < 8 || memcmp(r->bytes, SSI_NPY_MAGIC, 6) != 0)
        return broken(r, "not a .npy file");
    r->at = 6;
    if (r->bytes[6] < 1 || r->bytes[6] > 3 || r->bytes[7] != 0)
        return broken(r, "a version of the format other than 1.0, 2.0, 3.0");
    r->at = 8;
    if (r->bytes[6] > 1)
        head += 2;
    if (size < head)
        return broken(r, "the file ends in its header");
    length = r->bytes[6] > 1 ? ssi_io_load32(r->bytes + 8)
                             : ssi_io_load16(r->bytes + 8);
    if (length > LONGEST)
        return broken(r, "a header of more than 10000 bytes");
    if (length > size - head)
        return broken(r, "the file ends in its header");
    r->at = head;
    r->end = head + length;
    return SS_OK;
}

static void turn_axes(ss_array *a)
{
    for (uint32_t i = 0, k = a->ndim; i + 1 < k--; i++) {
        size_t length = a->shape[i];
        ptrdiff_t stride = a->strides[i];

        a->shape[i] = a->shape[k];
        a->shape[k] = length;
        a->strides[i] = a->strides[k];
        a->strides[k] = stride;
    }
}

/* The elements: no more than there are bytes for. */
static ss_status take_elements(reader *r, size_t size, ss_array *array)
{
    size_t bytes, shape[SS_ARRAY_MAX_DIMS];
    ss_array a;

    if (!ssi_io_bytes(r->shape, r->ndim, r->itemsize ? r->itemsize : 1, &bytes)
        || (bytes > 0 && r->itemsize == 0))
        return broken(r, "a shape that no memory holds");
    if (bytes > size - r->end)
        return ssi_io_fail(r->diag, SS_ERR_IO,
                           "the file ends before its elements do", size);
    for (uint32_t i = 0; i < r->ndim; i++)
        shape[i] = r->shape[r->fortran ? r->ndim - 1 - i : i];
    if (ss_array_new(&a, r->dtype, r->itemsize, r->ndim, shape) != SS_OK)
        return ssi_io_fail(r->diag, SS_ERR_MEMORY, "out of memory", r->end);
    if (bytes > 0)
        memcpy(a.data, r->bytes + r->end, bytes);
    ssi_io_to_native(r->dtype, r->itemsize, a.data, ss_array_size(&a));
    if (r->dtype == SS_BOOL)
        for (size_t i = 0; i < bytes; i++)
            ((unsigned char *)a.data)[i] = ((unsigned char *)a.data)[i] != 0;
    if (r->fortran)
        turn_axes(&a);
    *array = a;
    return SS_OK;
}

/* Code points beyond Unicode cannot be printed, and NumPy raises for them
 * when they are looked at. */
static ss_status check_text(const reader *r, ss_array *array)
{
    size_t count = ss_array_size(array) * (r->itemsize / 4);
    const uint32_t *points = array->data;

    if (r->dtype != SS_STR)
        return SS_OK;
    for (size_t i = 0; i < count; i++)
        if (points[i] > 0x10ffff) {
            ss_array_free(array);
            return ssi_io_fail(r->diag, SS_ERR_IO, "not a code point",
                               r->end + 4 * i);
        }
    return SS_OK;
}

ss_status ss_npy_read(const void *bytes, size_t size, ss_array *array,
                      ss_diag *diag)
{
    reader r = {.bytes = bytes, .diag = diag};
    ss_array a;

    SSI_TRY(take_head(&r, size));
    SSI_TRY(take_dict(&r));
    SSI_TRY(take_elements(&r, size, &a));
    SSI_TRY(check_text(&r, &a));
    *array = a;
    return SS_OK;
}
