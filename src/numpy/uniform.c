/* SPDX-License-Identifier: MIT
 * random_sample, uniform, tomaxint, bytes.
 * Learned from: numpy/random/mtrand.pyx, 2.4.
 */
#include <sameseed/numpy.h>

#include "bitgen/draw.h"
#include "numpy/fills.h"
#include "numpy/legacy_releases.h"

double ss_numpy_random_sample(ss_numpy_randomstate *rs)
{
    return ssi_next_double(&rs->bitgen);
}

void ss_numpy_random_sample_fill(ss_numpy_randomstate *rs, double *out,
                                 size_t n)
{
    ss_bitgen_fill_double(&rs->bitgen, out, n);
}

double ss_numpy_uniform(ss_numpy_randomstate *rs, double low, double high)
{
    double range = high - low;

    return low + range * ssi_next_double(&rs->bitgen);
}

void ssi_numpy_fill_uniform(ss_numpy_randomstate *rs, double low, double high,
                            double *out, size_t n)
{
    double range = high - low;

    while (n > 0) {
        size_t take = n < 512 ? n : 512; /* stays in the first cache */
        ss_bitgen_fill_double(&rs->bitgen, out, take);
        for (size_t i = 0; i < take; i++)
            out[i] = low + range * out[i];
        out += take;
        n -= take;
    }
}

int64_t ss_numpy_tomaxint(ss_numpy_randomstate *rs)
{
    return (int64_t)(ssi_next_u64(&rs->bitgen) >> 1);
}

void ss_numpy_tomaxint_fill(ss_numpy_randomstate *rs, int64_t *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = ss_numpy_tomaxint(rs);
}

void ss_numpy_bytes(ss_numpy_randomstate *rs, void *out, size_t length)
{
    uint8_t *bytes = out;
    uint32_t words[256];

    if (length == 0)
        ssi_legacy_of(rs->release)->no_bytes(&rs->bitgen);
    while (length > 0) {
        size_t take = length < sizeof words ? length : sizeof words;
        ss_bitgen_fill_u32(&rs->bitgen, words, (take + 3) / 4);
        for (size_t i = 0; i < take; i++)
            bytes[i] = (uint8_t)(words[i / 4] >> 8 * (i % 4));
        bytes += take;
        length -= take;
    }
}
