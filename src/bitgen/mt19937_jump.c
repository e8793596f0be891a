/* SPDX-License-Identifier: MIT
 * MT19937, 2**128 words further: the polynomial x**(2**128) modulo that of the
 * recurrence, applied to the state by Horner's rule. The key is a ring in
 * which pos turns; 31 bits of key[pos] have no influence on any output, but
 * NumPy shows them, so that the order of its steps is kept.
 * Learned from: Haramoto, Matsumoto, Nishimura, Panneton and L'Ecuyer 2008,
 * INFORMS Journal on Computing 20, 385-390; numpy/random/src/mt19937, 2.4.
 */
#include <sameseed/bitgen.h>

#include <stdbool.h>

#include "bitgen/mt19937_jump.h"
#include "bitgen/mt19937_jump_tables.h"

#define SHIFT 397
#define LAST 19936u /* below the degree of the recurrence */

static bool coefficient(unsigned degree)
{
    return ssi_mt19937_jump[degree / 32] >> degree % 32 & 1;
}

/* What NumPy read before 1.19: the same bits from the other end. */
static bool backwards(unsigned degree)
{
    return coefficient(LAST - degree);
}

static uint32_t wrap(uint32_t i)
{
    return i < SS_MT19937_N ? i : i - SS_MT19937_N;
}

/* The recurrence for the word at pos. */
static void step(ss_mt19937 *mt)
{
    uint32_t *key = mt->key, at = mt->pos;
    uint32_t y = (key[at] & 0x80000000u) | (key[wrap(at + 1)] & 0x7fffffffu);

    key[at] = key[wrap(at + SHIFT)] ^ y >> 1 ^ (-(y & 1) & 0x9908b0dfu);
    mt->pos = wrap(at + 1);
}

/* sum += state, as rings from their own positions on. */
static void add(ss_mt19937 *sum, const ss_mt19937 *state)
{
    uint32_t i = sum->pos, k = state->pos;

    for (uint32_t left = SS_MT19937_N; left > 0;) {
        uint32_t end = i > k ? i : k, run = SS_MT19937_N - end;
        run = run < left ? run : left;
        for (uint32_t m = 0; m < run; m++)
            sum->key[i + m] ^= state->key[k + m];
        i = wrap(i + run);
        k = wrap(k + run);
        left -= run;
    }
}

static void jump(ss_mt19937 *mt, bool (*has)(unsigned degree), unsigned degree)
{
    ss_mt19937 sum;

    if (mt->pos >= SS_MT19937_N)
        mt->pos = 0;
    sum = *mt; /* the leading coefficient */
    while (degree-- > 0) {
        step(&sum);
        if (has(degree))
            add(&sum, mt);
    }
    *mt = sum;
}

void ss_mt19937_jump(ss_mt19937 *mt, uint64_t jumps)
{
    for (; jumps > 0; jumps--)
        jump(mt, coefficient, SSI_MT19937_JUMP_DEGREE);
}

void ssi_mt19937_jump_before_1_19(ss_mt19937 *mt, uint64_t jumps)
{
    for (; jumps > 0; jumps--)
        jump(mt, backwards, LAST);
}
