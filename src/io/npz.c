/* SPDX-License-Identifier: MIT
 * Writing .npz: a zip archive of .npy files, laid out as Python's zipfile lays
 * it out for NumPy: sizes in a zip64 field, 1980-01-01, rights 0600.
 * Learned from: numpy/lib/_npyio_impl.py, NumPy 2.4.6; Lib/zipfile.py, Python
 * 3.11; PKWARE's APPNOTE 6.3.
 */
#include "io/npy.h"

#include <stdlib.h>

#include "io/zip.h"

/* An archive of this size would need zip64 fields elsewhere as well. */
#define LARGEST ((size_t)INT32_MAX)

typedef struct zip {
    ss_write_fn write;
    void *context;
    size_t offset;
    ss_text directory;
    size_t count;
} zip;

typedef struct member {
    const char *name;
    uint32_t crc;
    size_t size, packed; /* bytes before and after deflating */
    bool deflated;
} member;

uint32_t ssi_io_crc32(uint32_t crc, const void *bytes, size_t size)
{
    const unsigned char *p = bytes;
    uint32_t table[16];

    for (uint32_t i = 0; i < 16; i++) {
        uint32_t c = i;

        for (int bit = 0; bit < 4; bit++)
            c = c >> 1 ^ (c & 1 ? 0xedb88320u : 0);
        table[i] = c;
    }
    crc = ~crc;
    for (size_t i = 0; i < size; i++) {
        crc ^= p[i];
        crc = crc >> 4 ^ table[crc & 15];
        crc = crc >> 4 ^ table[crc & 15];
    }
    return ~crc;
}

static ss_status put(ss_text *out, uint64_t value, int bytes)
{
    char text[8];

    for (int i = 0; i < bytes; i++)
        text[i] = (char)(value >> 8 * i & 0xff);
    return ss_text_append(out, text, (size_t)bytes);
}

static bool is_ascii(const char *name)
{
    for (; *name; name++)
        if ((unsigned char)*name >= 0x80)
            return false;
    return true;
}

/* Flags, method, time, CRC: alike in both headers. */
static ss_status put_kind(ss_text *out, const member *m)
{
    SSI_TRY(put(out, ZIP_VERSION, 2));
    SSI_TRY(put(out, is_ascii(m->name) ? 0 : ZIP_UTF8, 2));
    SSI_TRY(put(out, m->deflated ? ZIP_DEFLATED : ZIP_STORED, 2));
    SSI_TRY(put(out, 0, 2));    /* time */
    SSI_TRY(put(out, 0x21, 2)); /* 1980-01-01 */
    return put(out, m->crc, 4);
}

static ss_status put_name(ss_text *out, const member *m)
{
    SSI_TRY(ssi_text_string(out, m->name));
    return ssi_text_string(out, ".npy");
}

static ss_status put_local(ss_text *out, const member *m)
{
    SSI_TRY(put(out, ZIP_LOCAL, 4));
    SSI_TRY(put_kind(out, m));
    SSI_TRY(put(out, UINT64_MAX, 8)); /* the sizes are in the extra field */
    SSI_TRY(put(out, strlen(m->name) + 4, 2));
    SSI_TRY(put(out, 20, 2));
    SSI_TRY(put_name(out, m));
    SSI_TRY(put(out, ZIP_64, 2));
    SSI_TRY(put(out, 16, 2));
    SSI_TRY(put(out, m->size, 8));
    return put(out, m->packed, 8);
}

static ss_status put_central(ss_text *out, const member *m, size_t offset)
{
    SSI_TRY(put(out, ZIP_CENTRAL, 4));
    SSI_TRY(put(out, ZIP_VERSION | 3 << 8, 2)); /* made on Unix */
    SSI_TRY(put_kind(out, m));
    SSI_TRY(put(out, m->packed, 4));
    SSI_TRY(put(out, m->size, 4));
    SSI_TRY(put(out, strlen(m->name) + 4, 2));
    SSI_TRY(put(out, 0, 8)); /* no extra field, comment, disk, attributes */
    SSI_TRY(put(out, UINT32_C(0600) << 16, 4));
    SSI_TRY(put(out, offset, 4));
    return put_name(out, m);
}

static ss_status hand_on(zip *z, const void *bytes, size_t size)
{
    if (size > LARGEST || z->offset > LARGEST - size)
        return SS_ERR_ARGUMENT;
    z->offset += size;
    return ssi_io_put(z->write, z->context, bytes, size);
}

static ss_status put_member(zip *z, const member *m, const void *packed)
{
    size_t offset = z->offset;
    ss_text header = {0};
    ss_status status = put_local(&header, m);

    if (status == SS_OK)
        status = hand_on(z, header.data, header.size);
    if (status == SS_OK)
        status = hand_on(z, packed, m->packed);
    if (status == SS_OK)
        status = put_central(&z->directory, m, offset);
    ss_text_free(&header);
    z->count++;
    return status;
}

/* An ss_write_fn: into an ss_text. */
static int gather(void *context, const char *bytes, size_t size)
{
    return ss_text_append(context, bytes, size) != SS_OK;
}

static ss_status add_array(zip *z, const ss_named_array *named,
                           ss_deflate_fn deflate, void *deflate_context)
{
    member m = {.name = named->name, .deflated = deflate != NULL};
    ss_text file = {0};
    void *packed = NULL;
    ss_status status = ss_npy_write(&named->array, gather, &file);

    if (status == SS_ERR_IO)
        status = SS_ERR_MEMORY;
    m.size = m.packed = file.size;
    m.crc = ssi_io_crc32(0, file.data, file.size);
    if (status == SS_OK && deflate != NULL) {
        packed = deflate(deflate_context, file.data, file.size, &m.packed);
        if (packed == NULL)
            status = SS_ERR_MEMORY;
    }
    if (status == SS_OK)
        status = put_member(z, &m, deflate != NULL ? packed : file.data);
    free(packed);
    ss_text_free(&file);
    return status;
}

static ss_status put_end(zip *z)
{
    size_t size = z->directory.size, offset = z->offset;

    SSI_TRY(put(&z->directory, ZIP_END, 4));
    SSI_TRY(put(&z->directory, 0, 4));
    SSI_TRY(put(&z->directory, z->count, 2));
    SSI_TRY(put(&z->directory, z->count, 2));
    SSI_TRY(put(&z->directory, size, 4));
    SSI_TRY(put(&z->directory, offset, 4));
    SSI_TRY(put(&z->directory, 0, 2));
    return hand_on(z, z->directory.data, z->directory.size);
}

static ss_status check(const ss_named_array *arrays, size_t count)
{
    size_t total = 0;

    if (count > ZIP_MOST)
        return SS_ERR_ARGUMENT;
    for (size_t i = 0; i < count; i++) {
        const ss_array *a = &arrays[i].array;
        size_t bytes = ss_array_size(a) * a->itemsize;

        if (strlen(arrays[i].name) > ZIP_LONGEST_NAME
            || !ssi_io_is_text(arrays[i].name, strlen(arrays[i].name))
            || bytes > LARGEST - total)
            return SS_ERR_ARGUMENT;
        total += bytes;
    }
    return SS_OK;
}

ss_status ss_npz_write(const ss_named_array *arrays, size_t count,
                       ss_deflate_fn deflate, void *deflate_context,
                       ss_write_fn write, void *context)
{
    zip z = {.write = write, .context = context};
    ss_status status = check(arrays, count);

    for (size_t i = 0; status == SS_OK && i < count; i++)
        status = add_array(&z, &arrays[i], deflate, deflate_context);
    if (status == SS_OK)
        status = put_end(&z);
    ss_text_free(&z.directory);
    return status;
}
