/* SPDX-License-Identifier: MIT
 * Lines of tests/vectors/io: files that NumPy and safetensors wrote, and the
 * arrays in them (tools/gen_vectors_io.py says how).
 */
#ifndef SS_TEST_IO_VECTORS_H
#define SS_TEST_IO_VECTORS_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/io.h>
#include <sameseed/text.h>

#define T_ARRAYS 16

typedef struct t_case {
    char line[1 << 17];
    int number;
    const char *kind;
    ss_named_array arrays[T_ARRAYS];
    size_t count;
    ss_metadata metadata[4];
    size_t metadata_count;
    unsigned char file[1 << 16];
    size_t size;
} t_case;

static inline ss_dtype t_dtype(const char *name, size_t *itemsize)
{
    *itemsize = (size_t)strtoul(name + 1, NULL, 10);
    if (name[0] == 'U') {
        *itemsize *= 4;
        return SS_STR;
    }
    if (name[0] == 'S')
        return SS_BYTES;
    for (int i = 0; i < SS_STR; i++)
        if (strcmp(ss_dtype_name((ss_dtype)i), name) == 0)
            return (ss_dtype)i;
    fail_msg("no dtype %s", name);
    return SS_BOOL;
}

static inline void t_fill(ss_array *a)
{
    size_t count = ss_array_size(a);
    unsigned char *bytes = a->data;

    if (a->dtype == SS_STR) {
        for (size_t i = 0; i < count * a->itemsize / 4; i++)
            ((uint32_t *)a->data)[i] = (uint32_t)(i % 97 + 65);
        return;
    }
    for (size_t i = 0; i < count * a->itemsize; i++) {
        bytes[i] = (unsigned char)(i * 7 % 128);
        if (a->dtype == SS_BOOL)
            bytes[i] &= 1;
    }
}

/* "NAME:DTYPE:ORDER:SHAPE" */
static inline ss_named_array t_array(char *spec)
{
    char *dtype = strchr(spec, ':'), *order, *axes;
    size_t shape[4] = {0}, itemsize;
    uint32_t ndim = 0;
    ss_named_array named = {.name = spec};
    ss_dtype type;

    *dtype++ = '\0';
    order = strchr(dtype, ':');
    *order++ = '\0';
    axes = order + 2;
    while (*axes >= '0' && *axes <= '9') {
        shape[ndim++] = (size_t)strtoul(axes, &axes, 10);
        axes += *axes == 'x';
    }
    type = t_dtype(dtype, &itemsize);
    assert_int_equal(ss_array_new(&named.array, type, itemsize, ndim, shape),
                     SS_OK);
    t_fill(&named.array);
    if (*order == 'F') {
        ptrdiff_t stride = (ptrdiff_t)named.array.itemsize;

        for (uint32_t i = 0; i < ndim; i++) {
            named.array.strides[i] = stride;
            stride *= (ptrdiff_t)(shape[i] ? shape[i] : 1);
        }
    }
    return named;
}

static inline void t_metadata(t_case *c, char *text)
{
    c->metadata_count = 0;
    if (strcmp(text, "-") == 0)
        return;
    for (char *p = strtok(text, ","); p; p = strtok(NULL, ",")) {
        char *value = strchr(p, '=');

        *value++ = '\0';
        c->metadata[c->metadata_count++] = (ss_metadata){p, value};
    }
}

static inline int t_hex(char c)
{
    return c <= '9' ? c - '0' : c - 'a' + 10;
}

static inline void t_read_line(t_case *c)
{
    char *arrays = strchr(c->line, ' ') + 1;
    char *metadata = strchr(arrays, ' ') + 1;
    char *hex = strchr(metadata, ' ') + 1;

    arrays[-1] = metadata[-1] = hex[-1] = '\0';
    c->kind = c->line;
    c->count = 0;
    if (strcmp(arrays, "-") != 0)
        for (char *p = arrays, *next; p; p = next) {
            next = strchr(p, ';');
            if (next)
                *next++ = '\0';
            c->arrays[c->count++] = t_array(p);
        }
    t_metadata(c, metadata);
    for (c->size = 0; *hex > '\n'; hex += 2)
        c->file[c->size++] =
            (unsigned char)(t_hex(hex[0]) << 4 | t_hex(hex[1]));
}

/* check(case) for every line of that kind; how many there were. */
static inline int t_each(const char *kind, void (*check)(t_case *c))
{
    static t_case c;
    FILE *file = fopen(SS_TEST_DIR "/vectors/io/files.kat", "rb");
    int checked = 0;

    assert_non_null(file);
    for (c.number = 1; fgets(c.line, sizeof c.line, file); c.number++) {
        if (strncmp(c.line, kind, strlen(kind)) != 0
            || c.line[strlen(kind)] != ' ')
            continue;
        t_read_line(&c);
        check(&c);
        checked++;
        for (size_t i = 0; i < c.count; i++)
            ss_array_free(&c.arrays[i].array);
    }
    fclose(file);
    return checked;
}

static inline int t_gather(void *context, const char *bytes, size_t size)
{
    return ss_text_append(context, bytes, size) != SS_OK;
}

static inline void t_same_file(const t_case *c, const ss_text *got)
{
    if (got->size != c->size || memcmp(got->data, c->file, c->size) != 0)
        fail_msg("files.kat:%d: another file of %zu bytes, not %zu", c->number,
                 got->size, c->size);
}

/* Shape, dtype, and elements in C order. */
static inline void t_same_array(const t_case *c, const ss_array *got,
                                const ss_array *want)
{
    ss_text a = {0}, b = {0};

    assert_int_equal(got->dtype, want->dtype);
    assert_int_equal(got->itemsize, want->itemsize);
    assert_int_equal(got->ndim, want->ndim);
    for (uint32_t i = 0; i < got->ndim; i++)
        assert_int_equal(got->shape[i], want->shape[i]);
    assert_int_equal(ss_npy_write(got, t_gather, &a), SS_OK);
    assert_int_equal(ss_npy_write(want, t_gather, &b), SS_OK);
    if (a.size != b.size || memcmp(a.data, b.data, a.size) != 0)
        fail_msg("files.kat:%d: other elements", c->number);
    ss_text_free(&a);
    ss_text_free(&b);
}

/* Bytes of a program in memory that ends right behind them. */
static inline unsigned char *t_copy(const void *bytes, size_t size)
{
    unsigned char *copy = malloc(size ? size : 1);

    assert_non_null(copy);
    memcpy(copy, bytes, size);
    return copy;
}

#endif
