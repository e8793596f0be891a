/* SPDX-License-Identifier: MIT
 * The bit generators of 64-bit words, in blocks and in strides.
 */
#ifndef SSI_BITGEN_KINDS_H
#define SSI_BITGEN_KINDS_H

#include <stddef.h>
#include <stdint.h>

#include <sameseed/bitgen.h>

/* n words, the same as n single draws. */
void ssi_pcg64_fill(ss_pcg64 *pcg, uint64_t *out, size_t n);
void ssi_pcg64dxsm_fill(ss_pcg64 *pcg, uint64_t *out, size_t n);
void ssi_philox_fill(ss_philox *philox, uint64_t *out, size_t n);
void ssi_sfc64_fill(ss_sfc64 *sfc, uint64_t *out, size_t n);

/* delta steps (blocks of Philox), the lowest word first. */
void ssi_pcg64_advance(ss_pcg64 *pcg, const uint64_t delta[2]);
void ssi_pcg64dxsm_advance(ss_pcg64 *pcg, const uint64_t delta[2]);
void ssi_philox_advance(ss_philox *philox, const uint64_t delta[4]);

/* How far so many jumps of PCG64 are. */
void ssi_pcg64_jump_length(const uint64_t jumps[2], uint64_t delta[2]);

#endif
