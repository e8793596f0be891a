/* SPDX-License-Identifier: MIT
 * What the files of io share: elements as little-endian bytes, text whose
 * bytes are checked, reasons why a reader gave up.
 */
#ifndef SSI_IO_ELEMENTS_H
#define SSI_IO_ELEMENTS_H

#include <string.h>

#include <sameseed/io.h>

#include "text/buffer.h"

/* Hand bytes on; SS_ERR_IO when write refuses. */
ss_status ssi_io_put(ss_write_fn write, void *context, const void *bytes,
                     size_t size);

/* All elements, little-endian, in C order; reversed: in Fortran order. */
ss_status ssi_io_put_elements(const ss_array *array, bool reversed,
                              ss_write_fn write, void *context);

/* count elements of little-endian bytes become the machine's. */
void ssi_io_to_native(ss_dtype dtype, size_t itemsize, void *items,
                      size_t count);

/* Bytes of all elements; false when that is more than a ptrdiff_t holds. */
bool ssi_io_bytes(const size_t *shape, uint32_t ndim, size_t itemsize,
                  size_t *bytes);

/* Whether size bytes are UTF-8 without a zero byte. */
bool ssi_io_is_text(const char *bytes, size_t size);

static inline uint32_t ssi_io_load16(const unsigned char *p)
{
    return (uint32_t)p[0] | (uint32_t)p[1] << 8;
}

static inline uint32_t ssi_io_load32(const unsigned char *p)
{
    return ssi_io_load16(p) | ssi_io_load16(p + 2) << 16;
}

static inline uint64_t ssi_io_load64(const unsigned char *p)
{
    return ssi_io_load32(p) | (uint64_t)ssi_io_load32(p + 4) << 32;
}

/* Say why and where, if anybody asked. */
static inline ss_status ssi_io_fail(ss_diag *diag, ss_status code,
                                    const char *msg, size_t byte)
{
    if (diag)
        *diag = (ss_diag){.code = code, .msg = msg, .byte = byte};
    return code;
}

/* CRC-32 of zip, continued from crc (0 at the start). */
uint32_t ssi_io_crc32(uint32_t crc, const void *bytes, size_t size);

/* Inflate (RFC 1951) into room bytes, all of which must come. SS_ERR_IO with
 * *at the offset in bytes where it went wrong. */
ss_status ssi_io_inflate(const unsigned char *bytes, size_t size,
                         unsigned char *out, size_t room, size_t *at,
                         const char **why);

/* Add a named array, which the list then owns (name is copied). */
ss_status ssi_io_add(ss_named_arrays *arrays, size_t *capacity,
                     const char *name, size_t size, const ss_array *array);

/* SS_ERR_IO when two of the arrays have the same name. */
ss_status ssi_io_check_names(const ss_named_array *arrays, size_t count,
                             ss_diag *diag);

#endif
