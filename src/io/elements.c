/* SPDX-License-Identifier: MIT
 * Elements as the little-endian bytes of files, and back.
 */
#include "io/elements.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define PIECE 16384

int ss_write_stream(void *file, const char *bytes, size_t size)
{
    return size > 0 && fwrite(bytes, 1, size, file) != size;
}

ss_status ssi_io_put(ss_write_fn write, void *context, const void *bytes,
                     size_t size)
{
    if (size == 0 || write(context, bytes, size) == 0)
        return SS_OK;
    return SS_ERR_IO;
}

static bool is_little_endian(void)
{
    const uint16_t one = 1;
    unsigned char first;

    memcpy(&first, &one, 1);
    return first == 1;
}

/* Bytes that change places with each other. */
static size_t unit_of(ss_dtype dtype, size_t itemsize)
{
    if (dtype == SS_STR)
        return 4;
    if (dtype == SS_BYTES || dtype == SS_OBJECT)
        return 1;
    if (dtype == SS_COMPLEX64 || dtype == SS_COMPLEX128)
        return itemsize / 2;
    return itemsize;
}

void ssi_io_to_native(ss_dtype dtype, size_t itemsize, void *items,
                      size_t count)
{
    size_t unit = unit_of(dtype, itemsize), bytes = itemsize * count;
    unsigned char *p = items;

    if (is_little_endian() || unit < 2)
        return;
    for (; bytes >= unit; bytes -= unit, p += unit)
        for (size_t i = 0; i < unit / 2; i++) {
            unsigned char byte = p[i];

            p[i] = p[unit - 1 - i];
            p[unit - 1 - i] = byte;
        }
}

/* The axes in the order in which they are walked, the last one fastest. */
static ss_array walked(const ss_array *array, bool reversed)
{
    ss_array a = *array;

    for (uint32_t i = 0; reversed && i < a.ndim; i++) {
        a.shape[i] = array->shape[a.ndim - 1 - i];
        a.strides[i] = array->strides[a.ndim - 1 - i];
    }
    return a;
}

/* Gather into a buffer, a piece at a time. */
static ss_status put_gathered(const ss_array *a, char *buffer, size_t room,
                              ss_write_fn write, void *context)
{
    size_t index[SS_ARRAY_MAX_DIMS] = {0}, used = 0;
    const char *item = a->data;

    for (size_t left = ss_array_size(a); left > 0; left--) {
        memcpy(buffer + used * a->itemsize, item, a->itemsize);
        if (++used == room || left == 1) {
            ssi_io_to_native(a->dtype, a->itemsize, buffer, used);
            SSI_TRY(ssi_io_put(write, context, buffer, used * a->itemsize));
            used = 0;
        }
        for (uint32_t axis = a->ndim; axis-- > 0;) {
            item += a->strides[axis];
            if (++index[axis] < a->shape[axis])
                break;
            item -= (ptrdiff_t)a->shape[axis] * a->strides[axis];
            index[axis] = 0;
        }
    }
    return SS_OK;
}

ss_status ssi_io_put_elements(const ss_array *array, bool reversed,
                              ss_write_fn write, void *context)
{
    ss_array a = walked(array, reversed);
    size_t room;
    char *buffer;
    ss_status status;

    if (a.itemsize == 0 || ss_array_size(&a) == 0)
        return SS_OK;
    if (is_little_endian() && ss_array_is_contiguous(&a))
        return ssi_io_put(write, context, a.data,
                          ss_array_size(&a) * a.itemsize);
    room = a.itemsize < PIECE ? PIECE / a.itemsize : 1;
    buffer = malloc(room * a.itemsize);
    if (buffer == NULL)
        return SS_ERR_MEMORY;
    status = put_gathered(&a, buffer, room, write, context);
    free(buffer);
    return status;
}

bool ssi_io_bytes(const size_t *shape, uint32_t ndim, size_t itemsize,
                  size_t *bytes)
{
    size_t product = itemsize;
    bool empty = false;

    for (uint32_t i = 0; i < ndim; i++) {
        if (shape[i] == 0)
            empty = true;
        else if (product != 0 && shape[i] > (size_t)PTRDIFF_MAX / product)
            return false;
        else
            product *= shape[i];
    }
    *bytes = empty ? 0 : product;
    return true;
}

/* Bytes of the code point that starts at p, or 0: Unicode's table 3-7. */
static size_t point_size(const unsigned char *p, size_t left)
{
    size_t size = *p < 0x80 ? 1 : *p < 0xe0 ? 2 : *p < 0xf0 ? 3 : 4;

    if (*p == 0 || (*p >= 0x80 && *p < 0xc2) || *p > 0xf4 || size > left)
        return 0;
    if ((*p == 0xe0 && p[1] < 0xa0) || (*p == 0xed && p[1] > 0x9f)
        || (*p == 0xf0 && p[1] < 0x90) || (*p == 0xf4 && p[1] > 0x8f))
        return 0;
    for (size_t i = 1; i < size; i++)
        if ((p[i] & 0xc0) != 0x80)
            return 0;
    return size;
}

bool ssi_io_is_text(const char *bytes, size_t size)
{
    for (size_t at = 0, step; at < size; at += step) {
        step = point_size((const unsigned char *)bytes + at, size - at);
        if (step == 0)
            return false;
    }
    return true;
}

void ss_named_arrays_free(ss_named_arrays *arrays)
{
    for (size_t i = 0; i < arrays->count; i++) {
        free((char *)(uintptr_t)arrays->items[i].name);
        ss_array_free(&arrays->items[i].array);
    }
    free(arrays->items);
    *arrays = (ss_named_arrays){NULL, 0};
}

ss_status ssi_io_add(ss_named_arrays *arrays, size_t *capacity,
                     const char *name, size_t size, const ss_array *array)
{
    char *copy;

    if (arrays->count == *capacity) {
        size_t room = *capacity ? 2 * *capacity : 4;
        ss_named_array *items;

        items = realloc(arrays->items, room * sizeof *items);
        if (items == NULL)
            return SS_ERR_MEMORY;
        arrays->items = items;
        *capacity = room;
    }
    copy = malloc(size + 1);
    if (copy == NULL)
        return SS_ERR_MEMORY;
    if (size > 0)
        memcpy(copy, name, size);
    copy[size] = '\0';
    arrays->items[arrays->count++] =
        (ss_named_array){.name = copy, .array = *array};
    return SS_OK;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

ss_status ssi_io_check_names(const ss_named_array *arrays, size_t count,
                             ss_diag *diag)
{
    const char **names = malloc((count ? count : 1) * sizeof *names);
    bool twice = false;

    if (names == NULL)
        return ssi_io_fail(diag, SS_ERR_MEMORY, "out of memory", 0);
    for (size_t i = 0; i < count; i++)
        names[i] = arrays[i].name;
    qsort(names, count, sizeof *names, by_name);
    for (size_t i = 1; i < count; i++)
        twice = twice || strcmp(names[i - 1], names[i]) == 0;
    free(names);
    return twice
               ? ssi_io_fail(diag, SS_ERR_IO, "two arrays of the same name", 0)
               : SS_OK;
}
