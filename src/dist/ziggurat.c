/* SPDX-License-Identifier: MIT
 * The ziggurat in doubles. A word holds the layer in its low 8 bits; 52 bits
 * and a sign (normal), 53 bits (exponential) say where in it.
 * Learned from: Marsaglia and Tsang 2000, The ziggurat method, Journal of
 * Statistical Software 5, 8; numpy/random/src/distributions/distributions.c,
 * 2.4 (layout of the word; that the sign of a tail is a bit of the place and
 * not the word's).
 */
#include "dist/ziggurat.h"

#include <stdbool.h>

#include "bitgen/draw.h"
#include "dist/ziggurat_tables.h"
#include "math/glibc.h"

#define NORMAL_R 3.6541528853610087963519472518
#define NORMAL_INV_R 0.27366123732975827203338247596
#define EXPONENTIAL_R 7.6971174701310497140446280481
#define PLACE UINT64_C(0x000fffffffffffff)

/* Beyond r: an exponential under the curve, twice as high as needed. */
static double normal_tail(ss_bitgen *bitgen, uint64_t place)
{
    double x, y;

    do {
        x = -NORMAL_INV_R * ssi_glibc_log1p(-ssi_next_double(bitgen));
        y = -ssi_glibc_log1p(-ssi_next_double(bitgen));
    } while (!(y + y > x * x));
    return place >> 8 & 1 ? -(NORMAL_R + x) : NORMAL_R + x;
}

static bool under_normal(ss_bitgen *bitgen, unsigned layer, double x)
{
    double inner = ssi_fi_double[layer - 1], outer = ssi_fi_double[layer];

    return (inner - outer) * ssi_next_double(bitgen) + outer
           < ssi_glibc_exp(-0.5 * x * x);
}

/* The word did not give a value at once. */
static double normal_unlikely(ss_bitgen *bitgen, uint64_t word)
{
    for (;;) {
        unsigned layer = word & 0xff;
        uint64_t place = word >> 9 & PLACE;
        double x = (double)place * ssi_wi_double[layer];
        if (word >> 8 & 1)
            x = -x;
        if (place < ssi_ki_double[layer])
            return x;
        if (layer == 0)
            return normal_tail(bitgen, place);
        if (under_normal(bitgen, layer, x))
            return x;
        word = ssi_next_u64(bitgen);
    }
}

static inline double normal(ss_bitgen *bitgen)
{
    uint64_t word = ssi_next_u64(bitgen), place = word >> 9 & PLACE;
    double x = (double)(int64_t)place * ssi_wi_double[word & 0xff];

    if (place < ssi_ki_double[word & 0xff])
        return word >> 8 & 1 ? -x : x;
    return normal_unlikely(bitgen, word);
}

static double exponential_unlikely(ss_bitgen *bitgen, uint64_t word)
{
    for (;;) {
        unsigned layer = word >> 3 & 0xff;
        uint64_t place = word >> 11;
        double x = (double)place * ssi_we_double[layer], inner, outer;
        if (place < ssi_ke_double[layer])
            return x;
        if (layer == 0)
            return EXPONENTIAL_R - ssi_glibc_log1p(-ssi_next_double(bitgen));
        inner = ssi_fe_double[layer - 1];
        outer = ssi_fe_double[layer];
        if ((inner - outer) * ssi_next_double(bitgen) + outer
            < ssi_glibc_exp(-x))
            return x;
        word = ssi_next_u64(bitgen);
    }
}

static inline double exponential(ss_bitgen *bitgen)
{
    uint64_t word = ssi_next_u64(bitgen), place = word >> 11;
    double x = (double)(int64_t)place * ssi_we_double[word >> 3 & 0xff];

    if (place < ssi_ke_double[word >> 3 & 0xff])
        return x;
    return exponential_unlikely(bitgen, word);
}

double ssi_ziggurat_normal(ss_bitgen *bitgen)
{
    return normal(bitgen);
}

double ssi_ziggurat_exponential(ss_bitgen *bitgen)
{
    return exponential(bitgen);
}

void ssi_ziggurat_normal_fill(ss_bitgen *bitgen, double *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = normal(bitgen);
}

void ssi_ziggurat_exponential_fill(ss_bitgen *bitgen, double *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = exponential(bitgen);
}
