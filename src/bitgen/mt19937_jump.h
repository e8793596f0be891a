/* SPDX-License-Identifier: MIT
 * jumped() of an MT19937 as NumPy had it before 1.19.
 */
#ifndef SSI_BITGEN_MT19937_JUMP_H
#define SSI_BITGEN_MT19937_JUMP_H

#include <sameseed/bitgen.h>

/* Not 2**128 words further, but as far as the reversed polynomial leads. */
void ssi_mt19937_jump_before_1_19(ss_mt19937 *mt, uint64_t jumps);

#endif
