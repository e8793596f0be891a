/* SPDX-License-Identifier: MIT
 * The bits of 2/pi.
 */
#ifndef SSI_MATH_TWO_OVER_PI_H
#define SSI_MATH_TWO_OVER_PI_H

#include <stdint.h>

#include "math/two_over_pi_tables.h"

/* n <= 32 bits of 2/pi from bit `first` behind the point on; first is 0 for
 * the first one and may be down to -64. */
static inline uint32_t ssi_two_over_pi(int first, int n)
{
    const uint64_t *word = two_over_pi + (first + 64) / 64;
    int shift = (first + 64) % 64;
    uint64_t bits = word[0] << shift;

    if (shift)
        bits |= word[1] >> (64 - shift);
    return (uint32_t)(bits >> (64 - n));
}

#endif
