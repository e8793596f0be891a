/* SPDX-License-Identifier: MIT
 * Philox 4x64 with 10 rounds.
 * Learned from: Salmon, Moraes, Dror and Shaw 2011, Parallel random numbers:
 * as easy as 1, 2, 3; numpy/random/src/philox, 2.4, for the order: the counter
 * goes up before a block is made.
 */
#include <string.h>

#include "base/u128.h"
#include "bitgen/kinds.h"

#define ROUNDS 10
#define MULTIPLIER_0 0xd2e7470ee14c6c93u
#define MULTIPLIER_1 0xca5a826395121157u
#define BUMP_0 0x9e3779b97f4a7c15u /* the golden ratio */
#define BUMP_1 0xbb67ae8584caa73bu /* sqrt(3) - 1 */

static void block(const uint64_t counter[4], const uint64_t key[2],
                  uint64_t out[4])
{
    uint64_t c0 = counter[0], c1 = counter[1], c2 = counter[2], c3 = counter[3];
    uint64_t k0 = key[0], k1 = key[1];

    for (int round = 0; round < ROUNDS; round++) {
        ssi_u128 a = ssi_mul_u64(MULTIPLIER_0, c0);
        ssi_u128 b = ssi_mul_u64(MULTIPLIER_1, c2);
        c0 = b.high ^ c1 ^ k0;
        c1 = b.low;
        c2 = a.high ^ c3 ^ k1;
        c3 = a.low;
        k0 += BUMP_0;
        k1 += BUMP_1;
    }
    out[0] = c0;
    out[1] = c1;
    out[2] = c2;
    out[3] = c3;
}

static void count(uint64_t counter[4])
{
    for (int i = 0; i < 4 && ++counter[i] == 0; i++)
        continue;
}

static void forget_buffer(ss_philox *philox)
{
    memset(philox->buffer, 0, sizeof philox->buffer);
    philox->buffer_pos = 4;
    philox->has_uint32 = 0;
    philox->uinteger = 0;
}

void ss_philox_init(ss_philox *philox, const uint64_t counter[4],
                    const uint64_t key[2])
{
    memmove(philox->counter, counter, sizeof philox->counter);
    memmove(philox->key, key, sizeof philox->key);
    forget_buffer(philox);
}

uint64_t ss_philox_next_u64(ss_philox *philox)
{
    if (philox->buffer_pos < 4)
        return philox->buffer[philox->buffer_pos++];
    count(philox->counter);
    block(philox->counter, philox->key, philox->buffer);
    philox->buffer_pos = 1;
    return philox->buffer[0];
}

void ssi_philox_fill(ss_philox *philox, uint64_t *out, size_t n)
{
    while (n > 0 && philox->buffer_pos < 4) {
        *out++ = philox->buffer[philox->buffer_pos++];
        n--;
    }
    if (n >= 4) { /* whole blocks; the last one is also the buffer's */
        for (; n >= 4; n -= 4, out += 4) {
            count(philox->counter);
            block(philox->counter, philox->key, out);
        }
        memcpy(philox->buffer, out - 4, sizeof philox->buffer);
        philox->buffer_pos = 4;
    }
    while (n-- > 0)
        *out++ = ss_philox_next_u64(philox);
}

void ssi_philox_advance(ss_philox *philox, const uint64_t delta[4])
{
    uint64_t carry = 0;

    for (int i = 0; i < 4; i++) {
        uint64_t sum = philox->counter[i] + carry;
        carry = sum < carry;
        philox->counter[i] = sum + delta[i];
        carry += philox->counter[i] < sum;
    }
    forget_buffer(philox);
}
