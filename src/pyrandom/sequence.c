/* SPDX-License-Identifier: MIT
 * shuffle(), sample() and choices() of Python's random, as indices.
 * Learned from: CPython 3.11, Lib/random.py, Lib/bisect.py.
 */
#include <sameseed/pyrandom.h>

#include <stdlib.h>
#include <string.h>

#include "math/glibc.h"

static void swap(uint8_t *a, uint8_t *b, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        uint8_t t = a[i];
        a[i] = b[i];
        b[i] = t;
    }
}

void ss_pyrandom_shuffle(ss_pyrandom *r, void *items, size_t n, size_t size)
{
    uint8_t *bytes = items;

    for (size_t i = n; i-- > 1;) {
        size_t j = (size_t)ss_pyrandom_randbelow(r, i + 1);
        swap(bytes + i * size, bytes + j * size, size);
    }
}

/* From how many items on sample() keeps a set of the chosen ones instead of
 * a pool: 21 + 4 ** ceil(log(3 k, 4)), where log(x, 4) is log(x) / log(4). */
static double set_limit(size_t k)
{
    double power, limit = 1.0;

    if (k <= 5)
        return 21.0;
    power = ssi_glibc_log((double)k * 3.0) / ssi_glibc_log(4.0);
    for (double e = 0.0; e < power; e += 1.0)
        limit *= 4.0;
    return 21.0 + limit;
}

static ss_status sample_pool(ss_pyrandom *r, size_t n, size_t k, uint64_t *out)
{
    uint64_t *pool;

    if (n > SIZE_MAX / sizeof *pool || !(pool = malloc(n * sizeof *pool + 1)))
        return SS_ERR_MEMORY;
    for (size_t i = 0; i < n; i++)
        pool[i] = i;
    for (size_t i = 0; i < k; i++) {
        size_t j = (size_t)ss_pyrandom_randbelow(r, n - i);
        out[i] = pool[j];
        pool[j] = pool[n - i - 1];
    }
    free(pool);
    return SS_OK;
}

/* An open hash set of value + 1, so that 0 marks a free slot. */
static bool add(uint64_t *slots, size_t mask, uint64_t value)
{
    size_t i = (size_t)((value * UINT64_C(0x9e3779b97f4a7c15)) >> 20) & mask;

    while (slots[i]) {
        if (slots[i] == value + 1)
            return false;
        i = (i + 1) & mask;
    }
    slots[i] = value + 1;
    return true;
}

static ss_status sample_set(ss_pyrandom *r, uint64_t n, size_t k, uint64_t *out)
{
    size_t slots = 16;
    uint64_t *set;

    while (slots / 2 < k && slots <= SIZE_MAX / 32)
        slots *= 2;
    if (slots / 2 < k || !(set = calloc(slots, sizeof *set)))
        return SS_ERR_MEMORY;
    for (size_t i = 0; i < k; i++) {
        do
            out[i] = ss_pyrandom_randbelow(r, n);
        while (!add(set, slots - 1, out[i]));
    }
    free(set);
    return SS_OK;
}

ss_status ss_pyrandom_sample(ss_pyrandom *r, uint64_t n, size_t k,
                             uint64_t *out)
{
    if (k > n)
        return SS_ERR_PYTHON_SAMPLE;
    if ((double)n <= set_limit(k))
        return sample_pool(r, (size_t)n, k, out);
    return sample_set(r, n, k, out);
}

/* bisect.bisect_right(w, x, 0, high) */
static size_t bisect_right(const double *w, double x, size_t high)
{
    size_t low = 0;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (x < w[middle])
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

ss_status ss_pyrandom_choices_fill(ss_pyrandom *r, size_t n, const double *w,
                                   uint64_t *out, size_t k)
{
    if (n == 0)
        return k == 0 && !w ? SS_OK : SS_ERR_PYTHON_INDEX;
    if (!w) {
        for (size_t i = 0; i < k; i++)
            out[i] = (uint64_t)(ss_pyrandom_random(r) * (double)n);
        return SS_OK;
    }
    if (w[n - 1] <= 0.0)
        return SS_ERR_PYTHON_WEIGHTS_SUM;
    if (!(w[n - 1] - w[n - 1] == 0.0))
        return SS_ERR_PYTHON_WEIGHTS_FINITE;
    for (size_t i = 0; i < k; i++)
        out[i] = bisect_right(w, ss_pyrandom_random(r) * w[n - 1], n - 1);
    return SS_OK;
}
