/* SPDX-License-Identifier: MIT
 * Integers in a closed interval by Lemire's method: the high half of a word
 * times the size of the range, again where the low half says that the value
 * would come up too often.
 */
#ifndef SSI_DIST_LEMIRE_H
#define SSI_DIST_LEMIRE_H

#include <stddef.h>
#include <stdint.h>

#include <sameseed/bitgen.h>

/* 0 ... range: nothing is drawn for 0, 32-bit words up to 2**32 - 1. */
uint64_t ssi_lemire(ss_bitgen *bitgen, uint64_t range);

/* n values off ... off + range, wrapping. A word gives four 8-bit or two
 * 16-bit values, low bits first; the rest of the last word is lost, and a
 * value that is refused costs one more of them. */
void ssi_lemire_u64_fill(ss_bitgen *bitgen, uint64_t off, uint64_t range,
                         uint64_t *out, size_t n);
void ssi_lemire_u32_fill(ss_bitgen *bitgen, uint32_t off, uint32_t range,
                         uint32_t *out, size_t n);
void ssi_lemire_u16_fill(ss_bitgen *bitgen, uint16_t off, uint16_t range,
                         uint16_t *out, size_t n);
void ssi_lemire_u8_fill(ss_bitgen *bitgen, uint8_t off, uint8_t range,
                        uint8_t *out, size_t n);

/* One value of that many bits (1, 8, 16; 32 and 64 keep nothing). *word holds
 * *left values that were not used yet; both begin with 0. */
uint64_t ssi_lemire_next(ss_bitgen *bitgen, int bits, uint64_t range,
                         uint32_t *word, int *left);

/* The same as older releases of NumPy had it: up to 1.17.2, in 1.17.3, and
 * from 1.17.4 to 1.18.3. */
uint64_t ssi_lemire_next_1_17_0(ss_bitgen *bitgen, int bits, uint64_t range,
                                uint32_t *word, int *left);
uint64_t ssi_lemire_next_1_17_3(ss_bitgen *bitgen, int bits, uint64_t range,
                                uint32_t *word, int *left);
uint64_t ssi_lemire_next_1_17_4(ss_bitgen *bitgen, int bits, uint64_t range,
                                uint32_t *word, int *left);

typedef uint64_t (*ssi_bounded_next_fn)(ss_bitgen *bitgen, int bits,
                                        uint64_t range, uint32_t *word,
                                        int *left);

#endif
