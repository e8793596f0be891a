/* SPDX-License-Identifier: MIT
 * Integers in a closed interval by masked rejection: draw as many bits as the
 * range has, again while the value is above it.
 */
#ifndef SSI_DIST_BOUNDED_H
#define SSI_DIST_BOUNDED_H

#include <stddef.h>
#include <stdint.h>

#include <sameseed/bitgen.h>

/* The smallest 2**k - 1 that is at least max. */
uint64_t ssi_mask(uint64_t max);

/* 0 ... max: nothing is drawn for 0, 32-bit words up to 2**32 - 1. */
uint64_t ssi_interval(ss_bitgen *bitgen, uint64_t max);

/* n values off ... off + range, wrapping. 64-bit values take 32-bit words
 * where range fits one. A word gives four 8-bit, two 16-bit, 32 bool values,
 * low bits first; the rest of the last word is lost. */
void ssi_masked_u64_fill(ss_bitgen *bitgen, uint64_t off, uint64_t range,
                         uint64_t *out, size_t n);
void ssi_masked_u32_fill(ss_bitgen *bitgen, uint32_t off, uint32_t range,
                         uint32_t *out, size_t n);
void ssi_masked_u16_fill(ss_bitgen *bitgen, uint16_t off, uint16_t range,
                         uint16_t *out, size_t n);
void ssi_masked_u8_fill(ss_bitgen *bitgen, uint8_t off, uint8_t range,
                        uint8_t *out, size_t n);
void ssi_bounded_bool_fill(ss_bitgen *bitgen, uint8_t off, uint8_t range,
                           uint8_t *out, size_t n);

/* The next 1, 8 or 16 bits of *word, of which *left values were not used yet;
 * a new word where there are none. */
uint32_t ssi_buffered(ss_bitgen *bitgen, int bits, uint32_t *word, int *left);

/* One value of that many bits (1, 8, 16; 32 and 64 keep nothing). *word holds
 * *left values that were not used yet; both begin with 0. */
uint64_t ssi_masked_next(ss_bitgen *bitgen, int bits, uint64_t range,
                         uint32_t *word, int *left);

/* The same in NumPy 1.17.0 to 1.17.2: 2**32 numbers of 64 bits take 64-bit
 * words. */
uint64_t ssi_masked_next_1_17_0(ss_bitgen *bitgen, int bits, uint64_t range,
                                uint32_t *word, int *left);

#endif
