/* SPDX-License-Identifier: MIT
 * Reading .npz: the members of a zip archive as its directory gives them, each
 * stored or deflated, each a .npy file.
 * Learned from: PKWARE's APPNOTE 6.3; zip64 only where NumPy writes it.
 */
#include "io/npy.h"

#include <stdlib.h>

#include "io/zip.h"

#define END_SIZE 22
#define CENTRAL_SIZE 46
#define LOCAL_SIZE 30

typedef struct archive {
    const unsigned char *bytes;
    size_t size, limit;
    size_t at;   /* in the directory */
    size_t left; /* of the directory */
    ss_diag *diag;
    ss_named_arrays found;
    size_t capacity;
} archive;

typedef struct member {
    const char *name;
    size_t name_size;
    uint32_t flags, method, crc;
    size_t packed, size, offset;
    size_t entry; /* where it stands in the directory */
    size_t data;  /* where its bytes start */
} member;

static ss_status broken(const archive *z, const char *why, size_t at)
{
    return ssi_io_fail(z->diag, SS_ERR_IO, why, at);
}

/* The end record: the last one that a comment's length fits. */
static ss_status find_directory(archive *z, size_t *count)
{
    size_t at, size, offset;

    if (z->size < END_SIZE)
        return broken(z, "not a zip archive", 0);
    for (at = z->size - END_SIZE;; at--) {
        const unsigned char *p = z->bytes + at;

        if (ssi_io_load32(p) == ZIP_END
            && ssi_io_load16(p + 20) == z->size - END_SIZE - at)
            break;
        if (at == 0 || z->size - at > END_SIZE + 0xffff)
            return broken(z, "not a zip archive: its end is missing", z->size);
    }
    *count = ssi_io_load16(z->bytes + at + 10);
    size = ssi_io_load32(z->bytes + at + 12);
    offset = ssi_io_load32(z->bytes + at + 16);
    if (ssi_io_load32(z->bytes + at + 4) != 0
        || ssi_io_load16(z->bytes + at + 8) != *count || size > at
        || offset > at - size)
        return broken(z, "a zip directory of other sizes than supported", at);
    z->at = offset;
    z->left = size;
    return SS_OK;
}

static ss_status take_entry(archive *z, member *m)
{
    const unsigned char *p = z->bytes + z->at;
    size_t size;

    m->entry = z->at;
    if (z->left < CENTRAL_SIZE || ssi_io_load32(p) != ZIP_CENTRAL)
        return broken(z, "not an entry of the zip directory", z->at);
    m->flags = ssi_io_load16(p + 8);
    m->method = ssi_io_load16(p + 10);
    m->crc = ssi_io_load32(p + 16);
    m->packed = ssi_io_load32(p + 20);
    m->size = ssi_io_load32(p + 24);
    m->name_size = ssi_io_load16(p + 28);
    m->offset = ssi_io_load32(p + 42);
    m->name = (const char *)p + CENTRAL_SIZE;
    size = CENTRAL_SIZE + m->name_size + ssi_io_load16(p + 30)
           + ssi_io_load16(p + 32);
    if (size > z->left)
        return broken(z, "the zip directory ends in an entry", z->at);
    if (!ssi_io_is_text(m->name, m->name_size) || m->name_size < 4
        || memcmp(m->name + m->name_size - 4, ".npy", 4) != 0)
        return broken(z, "the name of a member is not UTF-8 ending in .npy",
                      z->at + CENTRAL_SIZE);
    m->name_size -= 4;
    if (m->packed == UINT32_MAX || m->size == UINT32_MAX
        || m->offset == UINT32_MAX)
        return broken(z, "members of 4 GiB and more are not supported", z->at);
    z->at += size;
    z->left -= size;
    return SS_OK;
}

/* Where the member's bytes lie: behind its local header. */
static ss_status find_data(archive *z, member *m)
{
    const unsigned char *p;

    if (m->flags & 1)
        return broken(z, "encrypted members are not supported", m->entry);
    if (m->method != ZIP_STORED && m->method != ZIP_DEFLATED)
        return broken(z, "a member neither stored nor deflated", m->entry);
    if (m->offset > z->size || z->size - m->offset < LOCAL_SIZE
        || ssi_io_load32(z->bytes + m->offset) != ZIP_LOCAL)
        return broken(z, "no member where the zip directory says", m->entry);
    p = z->bytes + m->offset;
    m->data =
        m->offset + LOCAL_SIZE + ssi_io_load16(p + 26) + ssi_io_load16(p + 28);
    if (m->data > z->size || m->packed > z->size - m->data)
        return broken(z, "a member beyond the end of the file", m->entry);
    /* deflate shrinks to a 1032nd at best: a larger promise is a lie */
    if (m->method == ZIP_STORED ? m->packed != m->size
                                : m->size / 1032 > m->packed)
        return broken(z, "a member whose sizes do not agree", m->entry);
    if (m->size > z->limit)
        return ssi_io_fail(z->diag, SS_ERR_MEMORY,
                           "more bytes than the limit allows", m->entry);
    z->limit -= m->size;
    return SS_OK;
}

static ss_status inflate_member(archive *z, const member *m, void *out)
{
    const char *why = "";
    size_t at = 0;

    if (ssi_io_inflate(z->bytes + m->data, m->packed, out, m->size, &at, &why)
        != SS_OK)
        return broken(z, why, m->data + at);
    return SS_OK;
}

static ss_status keep_array(archive *z, const member *m, const void *file)
{
    ss_array array;
    ss_status status;

    if (ssi_io_crc32(0, file, m->size) != m->crc)
        return broken(z, "the checksum of a member is wrong", m->data);
    status = ss_npy_read(file, m->size, &array, z->diag);
    if (status != SS_OK && z->diag) /* a place in the archive */
        z->diag->byte = m->data + (m->method == ZIP_STORED ? z->diag->byte : 0);
    if (status != SS_OK)
        return status;
    status = ssi_io_add(&z->found, &z->capacity, m->name, m->name_size, &array);
    if (status != SS_OK)
        ss_array_free(&array);
    return status;
}

static ss_status take_member(archive *z, const member *m)
{
    void *file = NULL;
    ss_status status = SS_OK;

    if (m->method == ZIP_STORED)
        return keep_array(z, m, z->bytes + m->data);
    file = malloc(m->size ? m->size : 1);
    if (file == NULL)
        return ssi_io_fail(z->diag, SS_ERR_MEMORY, "out of memory", m->data);
    status = inflate_member(z, m, file);
    if (status == SS_OK)
        status = keep_array(z, m, file);
    free(file);
    return status;
}

ss_status ss_npz_read(const void *bytes, size_t size, size_t limit,
                      ss_named_arrays *arrays, ss_diag *diag)
{
    archive z = {.bytes = bytes,
                 .size = size,
                 .limit = limit ? limit : UINT32_MAX,
                 .diag = diag};
    size_t count = 0;
    ss_status status = find_directory(&z, &count);

    for (size_t i = 0; status == SS_OK && i < count; i++) {
        member m;

        status = take_entry(&z, &m);
        if (status == SS_OK)
            status = find_data(&z, &m);
        if (status == SS_OK)
            status = take_member(&z, &m);
    }
    if (status == SS_OK && z.left > 0)
        status = broken(&z, "more in the zip directory than its entries", z.at);
    if (status == SS_OK)
        status = ssi_io_check_names(z.found.items, z.found.count, diag);
    if (status != SS_OK)
        ss_named_arrays_free(&z.found);
    else
        *arrays = z.found;
    return status;
}
