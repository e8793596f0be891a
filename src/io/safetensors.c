/* SPDX-License-Identifier: MIT
 * Writing .safetensors: the length of a JSON object in 8 bytes, the object,
 * padded with blanks to a multiple of 8, then the elements.
 * Learned from: the format's description and the package safetensors 0.8.0 by
 * experiment.
 */
#include "io/safetensors.h"

#include <stdint.h>
#include <stdlib.h>

/* In the order in which the package lays tensors out. */
static const struct {
    ss_dtype dtype;
    const char *name;
} names[] = {
    {SS_UINT64, "U64"},    {SS_INT64, "I64"},     {SS_FLOAT64, "F64"},
    {SS_COMPLEX64, "C64"}, {SS_FLOAT32, "F32"},   {SS_UINT32, "U32"},
    {SS_INT32, "I32"},     {SS_BFLOAT16, "BF16"}, {SS_FLOAT16, "F16"},
    {SS_UINT16, "U16"},    {SS_INT16, "I16"},     {SS_INT8, "I8"},
    {SS_UINT8, "U8"},      {SS_BOOL, "BOOL"},
};
#define NAMES (sizeof names / sizeof names[0])

static size_t rank_of(ss_dtype dtype)
{
    size_t rank = 0;

    while (rank < NAMES && names[rank].dtype != dtype)
        rank++;
    return rank;
}

const char *ssi_safetensors_name(ss_dtype dtype)
{
    size_t rank = rank_of(dtype);

    return rank < NAMES ? names[rank].name : NULL;
}

static int in_file_order(const void *left, const void *right)
{
    const ss_named_array *a = *(const ss_named_array *const *)left;
    const ss_named_array *b = *(const ss_named_array *const *)right;
    size_t x = rank_of(a->array.dtype), y = rank_of(b->array.dtype);

    if (x != y)
        return x < y ? -1 : 1;
    return strcmp(a->name, b->name);
}

/* A JSON string: what must be escaped is, and nothing else. */
static ss_status put_string(ss_text *out, const char *text)
{
    static const char letters[] = "\b\f\n\r\t\"\\", escapes[] = "bfnrt\"\\";
    static const char digits[] = "0123456789abcdef";

    SSI_TRY(ssi_text_string(out, "\""));
    for (; *text; text++) {
        const char *letter = strchr(letters, *text);
        char hex[] = "\\u0000";

        if (letter) {
            SSI_TRY(ssi_text_string(out, "\\"));
            SSI_TRY(ss_text_append(out, &escapes[letter - letters], 1));
        } else if ((unsigned char)*text < ' ') {
            hex[4] = digits[*text >> 4];
            hex[5] = digits[*text & 15];
            SSI_TRY(ssi_text_string(out, hex));
        } else {
            SSI_TRY(ss_text_append(out, text, 1));
        }
    }
    return ssi_text_string(out, "\"");
}

static ss_status put_metadata(ss_text *out, const ss_metadata *metadata,
                              size_t count, bool last)
{
    SSI_TRY(ssi_text_string(out, "\"__metadata__\":{"));
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            SSI_TRY(ssi_text_string(out, ","));
        SSI_TRY(put_string(out, metadata[i].key));
        SSI_TRY(ssi_text_string(out, ":"));
        SSI_TRY(put_string(out, metadata[i].value));
    }
    return ssi_text_string(out, last ? "}" : "},");
}

static ss_status put_tensor(ss_text *out, const ss_named_array *tensor,
                            size_t *offset)
{
    const ss_array *a = &tensor->array;
    size_t bytes;

    if (!ssi_io_bytes(a->shape, a->ndim, a->itemsize, &bytes)
        || bytes > (size_t)PTRDIFF_MAX - *offset)
        return SS_ERR_ARGUMENT;
    SSI_TRY(put_string(out, tensor->name));
    SSI_TRY(ssi_text_string(out, ":{\"dtype\":\""));
    SSI_TRY(ssi_text_string(out, ssi_safetensors_name(a->dtype)));
    SSI_TRY(ssi_text_string(out, "\",\"shape\":["));
    for (uint32_t i = 0; i < a->ndim; i++) {
        if (i > 0)
            SSI_TRY(ssi_text_string(out, ","));
        SSI_TRY(ssi_text_unsigned(out, a->shape[i]));
    }
    SSI_TRY(ssi_text_string(out, "],\"data_offsets\":["));
    SSI_TRY(ssi_text_unsigned(out, *offset));
    SSI_TRY(ssi_text_string(out, ","));
    *offset += bytes;
    SSI_TRY(ssi_text_unsigned(out, *offset));
    return ssi_text_string(out, "]}");
}

static ss_status put_header(ss_text *out, const ss_named_array *const *tensors,
                            size_t count, const ss_metadata *metadata,
                            size_t metadata_count)
{
    size_t offset = 0, size;

    SSI_TRY(ss_text_append(out, "\0\0\0\0\0\0\0\0{", 9));
    if (metadata)
        SSI_TRY(put_metadata(out, metadata, metadata_count, count == 0));
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            SSI_TRY(ssi_text_string(out, ","));
        SSI_TRY(put_tensor(out, tensors[i], &offset));
    }
    SSI_TRY(ssi_text_string(out, "}"));
    SSI_TRY(ssi_text_repeat(out, ' ', (int64_t)((8 - out->size % 8) % 8)));
    size = out->size - 8;
    for (int i = 0; i < 8; i++)
        out->data[i] = (char)((uint64_t)size >> 8 * i & 0xff);
    return size > SSI_SAFETENSORS_LONGEST ? SS_ERR_ARGUMENT : SS_OK;
}

static ss_status check(const ss_named_array *tensors, size_t count,
                       const ss_metadata *metadata, size_t metadata_count)
{
    for (size_t i = 0; i < count; i++) {
        if (!ssi_safetensors_name(tensors[i].array.dtype))
            return SS_ERR_DTYPE;
        if (!ssi_io_is_text(tensors[i].name, strlen(tensors[i].name))
            || strcmp(tensors[i].name, "__metadata__") == 0)
            return SS_ERR_ARGUMENT;
    }
    for (size_t i = 0; i < metadata_count; i++)
        if (!ssi_io_is_text(metadata[i].key, strlen(metadata[i].key))
            || !ssi_io_is_text(metadata[i].value, strlen(metadata[i].value)))
            return SS_ERR_ARGUMENT;
    return SS_OK;
}

static ss_status put_all(const ss_named_array *const *tensors, size_t count,
                         const ss_metadata *metadata, size_t metadata_count,
                         ss_write_fn write, void *context)
{
    ss_text header = {0};
    ss_status status;

    for (size_t i = 1; i < count; i++)
        if (in_file_order(&tensors[i - 1], &tensors[i]) == 0)
            return SS_ERR_ARGUMENT;
    status = put_header(&header, tensors, count, metadata, metadata_count);
    if (status == SS_OK)
        status = ssi_io_put(write, context, header.data, header.size);
    for (size_t i = 0; status == SS_OK && i < count; i++)
        status = ssi_io_put_elements(&tensors[i]->array, false, write, context);
    ss_text_free(&header);
    return status;
}

ss_status ss_safetensors_write(const ss_named_array *tensors, size_t count,
                               const ss_metadata *metadata,
                               size_t metadata_count, ss_write_fn write,
                               void *context)
{
    const ss_named_array **order;
    ss_status status = check(tensors, count, metadata, metadata_count);

    if (status != SS_OK)
        return status;
    if (ssi_io_check_names(tensors, count, NULL) != SS_OK)
        return SS_ERR_ARGUMENT;
    order = malloc((count ? count : 1) * sizeof *order);
    if (order == NULL)
        return SS_ERR_MEMORY;
    for (size_t i = 0; i < count; i++)
        order[i] = &tensors[i];
    qsort(order, count, sizeof *order, in_file_order);
    status = put_all(order, count, metadata, metadata_count, write, context);
    free(order);
    return status;
}
