/* SPDX-License-Identifier: MIT
 * Text that grows by doubling.
 */
#include "text/buffer.h"

#include <stdlib.h>

#include "text/wide.h"

#define FIRST_CAPACITY 64
/* More is refused before the allocator is asked: 2^36 bytes, 2^30 where
 * addresses have 32 bits. */
#define LARGEST (SIZE_MAX / 4 >> (sizeof(size_t) > 4 ? 26 : 0))

void ss_text_free(ss_text *text)
{
    free(text->data);
    *text = (ss_text){0};
}

char *ssi_text_reserve(ss_text *text, size_t extra)
{
    size_t capacity = text->capacity, need;
    char *data;

    if (extra > LARGEST || text->size > LARGEST)
        return NULL;
    need = text->size + extra + 1;
    if (need <= capacity)
        return text->data + text->size;
    if (capacity < FIRST_CAPACITY)
        capacity = FIRST_CAPACITY;
    while (capacity < need)
        capacity *= 2;
    data = realloc(text->data, capacity);
    if (data == NULL)
        return NULL;
    text->data = data;
    text->capacity = capacity;
    return data + text->size;
}

ss_status ss_text_append(ss_text *text, const char *bytes, size_t size)
{
    char *at = ssi_text_reserve(text, size);

    if (at == NULL)
        return SS_ERR_MEMORY;
    if (size > 0)
        memcpy(at, bytes, size);
    ssi_text_end(text, at + size);
    return SS_OK;
}

ss_status ssi_text_repeat(ss_text *text, char c, int64_t count)
{
    char *at;

    if (count <= 0)
        return SS_OK;
    at = ssi_text_reserve(text, (size_t)count);
    if (at == NULL)
        return SS_ERR_MEMORY;
    memset(at, c, (size_t)count);
    ssi_text_end(text, at + count);
    return SS_OK;
}

ss_status ssi_text_unsigned(ss_text *text, uint64_t value)
{
    char *at = ssi_text_reserve(text, 20);

    if (at == NULL)
        return SS_ERR_MEMORY;
    ssi_text_end(text, ssi_put_digits(value, ssi_count_digits(value), at));
    return SS_OK;
}

ss_status ssi_text_signed(ss_text *text, int64_t value)
{
    if (value >= 0)
        return ssi_text_unsigned(text, (uint64_t)value);
    SSI_TRY(ss_text_append(text, "-", 1));
    return ssi_text_unsigned(text, 0 - (uint64_t)value);
}

ss_status ssi_text_shape(ss_text *text, const size_t *shape, uint32_t ndim)
{
    SSI_TRY(ss_text_append(text, "(", 1));
    for (uint32_t axis = 0; axis < ndim; axis++) {
        if (axis > 0)
            SSI_TRY(ss_text_append(text, ", ", 2));
        SSI_TRY(ssi_text_unsigned(text, shape[axis]));
    }
    return ssi_text_string(text, ndim == 1 ? ",)" : ")");
}

int64_t ssi_utf8_length(const char *bytes, size_t size)
{
    int64_t length = 0;

    for (size_t i = 0; i < size; i++)
        length += ((unsigned char)bytes[i] & 0xc0) != 0x80;
    return length;
}

ss_status ssi_text_code_point(ss_text *text, uint32_t c)
{
    char bytes[4];
    size_t size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char first[] = {0, 0, 0xc0, 0xe0, 0xf0};

    if (c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
        return SS_ERR_ARGUMENT;
    for (size_t i = size; i-- > 1; c >>= 6)
        bytes[i] = (char)(0x80 | (c & 0x3f));
    bytes[0] = (char)(first[size] | c);
    return ss_text_append(text, bytes, size);
}
