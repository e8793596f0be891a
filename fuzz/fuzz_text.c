/* SPDX-License-Identifier: MIT
 * Printing any elements under any options, and reading any digits: no crash,
 * no leak, text that ends in a zero, nothing appended by a call that fails,
 * and a float that prints as what reads back.
 *
 * The first bytes are dtype, axes and options, the rest are the elements.
 */
#include <stdlib.h>
#include <string.h>

#include "text/digits.h"
#include "text/python_text.h"

#define HEAD 16

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool fine)
{
    if (!fine)
        abort();
}

/* The text so far, the call's answer, and how much stood there before. */
static void judge(const ss_text *text, ss_status status, size_t before)
{
    expect(status == SS_OK ? text->size >= before : text->size == before);
    if (text->data != NULL)
        expect(text->data[text->size] == '\0');
}

static ss_status put_word(void *context, ss_dtype dtype, const void *item,
                          size_t itemsize, ss_text *out)
{
    static const char *const words[] = {
        "x", "", " ", "a\nbb", "\xe2\x80\xa8", "long word", "\n"};

    size_t word = 0;

    (void)context;
    (void)dtype;
    if (itemsize > 0)
        word = ((const uint8_t *)item)[itemsize - 1] % 7;
    return ssi_text_string(out, words[word]);
}

/* An array over copied elements, as many as there are and the axes say. */
static ss_array array_of(const uint8_t *head, const uint8_t *data, size_t size)
{
    size_t shape[4], itemsize, count = 1;
    uint32_t ndim = head[1] % 5;
    ss_dtype dtype = (ss_dtype)(head[0] % 18);
    ss_array a;

    itemsize = ss_dtype_size(dtype);
    if (itemsize == 0)
        itemsize = dtype == SS_STR ? head[3] % 4 * 4 : head[3] % 5;
    for (uint32_t i = 0; i < ndim; i++) {
        shape[i] = head[2 + i] % (i == 0 ? 32 : 6);
        count *= shape[i];
    }
    if (ss_array_new(&a, dtype, itemsize, ndim, shape) != SS_OK)
        abort();
    for (size_t i = 0; size > 0 && i < count * a.itemsize; i++)
        ((uint8_t *)a.data)[i] = data[i % size];
    if (ndim > 1 && head[1] > 127) {
        a.shape[0] = shape[1];
        a.shape[1] = shape[0];
        a.strides[0] = a.strides[1];
        a.strides[1] = (ptrdiff_t)a.itemsize;
        for (uint32_t i = 1; i < ndim; i++)
            a.strides[1] *= (ptrdiff_t)shape[i];
    }
    return a;
}

static void print_numpy(const ss_array *a, const uint8_t *head, ss_text *text)
{
    static const char *const names[] = {NULL, "nan", "", "\xe2\x88\x9e", " "};
    static const int32_t legacy[] = {0, 0, 113, 121, 125, 201, 202, 0};
    ss_numpy_print_options o = {
        .precision = head[6] % 24 - 1,
        .threshold = head[7] % 32 - 1,
        .edgeitems = head[8] % 8 - 1,
        .linewidth = head[9] - 1,
        .suppress = head[10] % 2 == 1,
        .sign = "-+ "[head[10] % 3],
        .floatmode = (ss_numpy_floatmode)(head[11] % 5),
        .nanstr = names[head[12] % 5],
        .infstr = names[head[13] % 5],
        .legacy = legacy[head[14] % 8],
        .element = head[14] > 127 ? put_word : NULL,
        .formatter = head[15],
    };
    size_t before = text->size;

    judge(text, ss_numpy_text(a, &o, text), before);
    before = text->size;
    judge(text, ss_numpy_repr(a, &o, text), before);
    before = text->size;
    judge(text,
          ss_numpy_array2string(a, &o, names[head[12] % 5], names[head[13] % 5],
                                names[head[15] % 5], text),
          before);
}

static void print_torch(const ss_array *a, const uint8_t *head, ss_text *text)
{
    ss_torch_print_options o = {
        .precision = head[6] % 24 - 1,
        .threshold = head[7] % 32 - 1,
        .edgeitems = head[8] % 8 - 1,
        .linewidth = head[9] - 1,
        .sci_mode = (ss_torch_sci_mode)(head[10] % 3),
        .default_dtype = (ss_dtype)(head[11] % 18),
    };
    size_t before = text->size;

    judge(text, ss_torch_text(a, &o, text), before);
}

static void read_back(const uint8_t *data, size_t size, ss_text *text)
{
    double x, y = 0;

    (void)ssi_read_double((const char *)data, size, &y);
    if (size < sizeof x)
        return;
    memcpy(&x, data, sizeof x);
    ssi_text_cut(text, 0);
    expect(ss_python_float_text(x, text) == SS_OK);
    if (x - x == 0)
        expect(ssi_read_double(text->data, text->size, &y) && x == y);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t head[HEAD] = {0};
    size_t used = size < HEAD ? size : HEAD;
    ss_text text = {0};
    ss_array a;

    if (used > 0)
        memcpy(head, data, used);
    a = array_of(head, data + used, size - used);
    print_numpy(&a, head, &text);
    print_torch(&a, head, &text);
    read_back(data + used, size - used, &text);
    ss_array_free(&a);
    ss_text_free(&text);
    return 0;
}
