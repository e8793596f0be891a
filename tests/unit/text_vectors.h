/* SPDX-License-Identifier: MIT
 * Lines of tests/vectors/text: fields, items of an array, options, text.
 */
#ifndef SS_TEST_TEXT_VECTORS_H
#define SS_TEST_TEXT_VECTORS_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/text.h>

#define T_LINE 65536

typedef struct t_file {
    FILE *file;
    char line[T_LINE];
    int number;
} t_file;

static inline void t_open(t_file *f, const char *name)
{
    char path[4096];

    snprintf(path, sizeof path, "%s/vectors/text/%s.kat", SS_TEST_DIR, name);
    f->file = fopen(path, "rb");
    f->number = 0;
    if (f->file == NULL)
        fail_msg("cannot open %s", path);
}

/* The next case, split into so many fields; the last one takes the rest. */
static inline bool t_next(t_file *f, char **fields, int count)
{
    char *at = f->line;

    do {
        if (fgets(f->line, sizeof f->line, f->file) == NULL) {
            fclose(f->file);
            return false;
        }
        f->number++;
    } while (f->line[0] == '#');
    f->line[strcspn(f->line, "\n")] = '\0';
    for (int i = 0; i < count; i++) {
        fields[i] = at;
        if (i == count - 1)
            break;
        at = strchr(at, ' ');
        if (at == NULL)
            fail_msg("line %d: too few fields", f->number);
        *at++ = '\0';
    }
    return true;
}

static inline int t_nibble(char c)
{
    return c <= '9' ? c - '0' : c - 'a' + 10;
}

/* \\ and \xNN, in place. */
static inline void t_unescape(char *text)
{
    char *to = text;

    for (; *text != '\0'; text++) {
        if (*text != '\\') {
            *to++ = *text;
        } else if (*++text == '\\') {
            *to++ = '\\';
        } else {
            *to++ = (char)(t_nibble(text[1]) << 4 | t_nibble(text[2]));
            text += 2;
        }
    }
    *to = '\0';
}

/* "float32", "str:12" */
static inline ss_dtype t_dtype(const char *text, size_t *itemsize)
{
    size_t length = strcspn(text, ":");

    for (int i = SS_BOOL; i <= SS_OBJECT; i++) {
        const char *name = ss_dtype_name((ss_dtype)i);

        if (strlen(name) == length && strncmp(name, text, length) == 0) {
            *itemsize = text[length] == ':'
                            ? strtoul(text + length + 1, NULL, 10)
                            : ss_dtype_size((ss_dtype)i);
            return (ss_dtype)i;
        }
    }
    fail_msg("no dtype %s", text);
    *itemsize = 0;
    return SS_BOOL;
}

/* Numbers in hex, highest byte first, to the machine's byte order. */
static inline void t_items(const char *hex, ss_dtype dtype, size_t itemsize,
                           size_t size, unsigned char *to)
{
    size_t unit = itemsize;
    const uint16_t one = 1;
    bool little = *(const unsigned char *)&one == 1;

    if (dtype == SS_COMPLEX64 || dtype == SS_COMPLEX128)
        unit /= 2;
    if (dtype == SS_STR)
        unit = 4;
    if (dtype == SS_BYTES)
        unit = 1;
    for (size_t i = 0; i < size * itemsize; i++, hex += 2) {
        size_t byte = i % unit;

        to[i - byte + (little ? unit - 1 - byte : byte)] =
            (unsigned char)(t_nibble(hex[0]) << 4 | t_nibble(hex[1]));
    }
}

/* The array of a case; to be freed. */
static inline ss_array t_array(const char *dtype, const char *shape,
                               const char *hex)
{
    size_t sizes[SS_ARRAY_MAX_DIMS], itemsize;
    uint32_t ndim = 0;
    ss_dtype type = t_dtype(dtype, &itemsize);
    ss_array array;
    char *end;

    for (; *shape != '-' && *shape != '\0'; shape = *end == ',' ? end + 1 : end)
        sizes[ndim++] = strtoul(shape, &end, 10);
    assert_int_equal(ss_array_new(&array, type, itemsize, ndim, sizes), SS_OK);
    t_items(hex, type, itemsize, ss_array_size(&array), array.data);
    return array;
}

/* The value of an option, NULL when it is not set. */
static inline const char *t_option(const char *options, const char *name)
{
    size_t length = strlen(name);

    for (;; options++) {
        if (strncmp(options, name, length) == 0 && options[length] == '=')
            return options + length + 1;
        options = strchr(options, ',');
        if (options == NULL)
            return NULL;
    }
}

static inline int64_t t_number(const char *options, const char *name)
{
    const char *value = t_option(options, name);

    return value == NULL ? 0 : strtoll(value, NULL, 10);
}

static inline void t_same_text(const t_file *f, const char *call,
                               ss_status status, const ss_text *got,
                               const char *want)
{
    if (status != SS_OK)
        fail_msg("line %d: %s: %s", f->number, call, ss_status_message(status));
    if (strcmp(got->data, want) != 0)
        fail_msg("line %d: %s\nexpected: %s\nprinted:  %s", f->number, call,
                 want, got->data);
}

#endif
