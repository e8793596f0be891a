/* SPDX-License-Identifier: MIT
 * SHA-512, which Python's random.seed() puts behind a str or bytes.
 */
#ifndef SSI_SEED_SHA512_H
#define SSI_SEED_SHA512_H

#include <stddef.h>
#include <stdint.h>

#define SSI_SHA512_SIZE 64

/* The digest of size bytes, big endian as FIPS 180-4 writes it. */
void ssi_sha512(const uint8_t *bytes, size_t size,
                uint8_t digest[SSI_SHA512_SIZE]);

#endif
