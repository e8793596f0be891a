/* SPDX-License-Identifier: MIT
 * The ziggurat in doubles before NumPy 1.21: its tails take log(1 - U) where
 * log1p(-U) is younger.
 * Learned from: numpy/random/src/distributions/distributions.c, 1.20.
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

static double log_of_rest(ss_bitgen *bitgen)
{
    return ssi_glibc_log(1.0 - ssi_next_double(bitgen));
}

static double normal_tail(ss_bitgen *bitgen, uint64_t place)
{
    double x, y;

    do {
        x = -NORMAL_INV_R * log_of_rest(bitgen);
        y = -log_of_rest(bitgen);
    } while (!(y + y > x * x));
    return place >> 8 & 1 ? -(NORMAL_R + x) : NORMAL_R + x;
}

static bool under_normal(ss_bitgen *bitgen, unsigned layer, double x)
{
    double inner = ssi_fi_double[layer - 1], outer = ssi_fi_double[layer];

    return (inner - outer) * ssi_next_double(bitgen) + outer
           < ssi_glibc_exp(-0.5 * x * x);
}

double ssi_ziggurat_normal_before_1_21(ss_bitgen *bitgen)
{
    for (;;) {
        uint64_t word = ssi_next_u64(bitgen), place = word >> 9 & PLACE;
        unsigned layer = word & 0xff;
        double x = (double)place * ssi_wi_double[layer];
        if (word >> 8 & 1)
            x = -x;
        if (place < ssi_ki_double[layer])
            return x;
        if (layer == 0)
            return normal_tail(bitgen, place);
        if (under_normal(bitgen, layer, x))
            return x;
    }
}

double ssi_ziggurat_exponential_before_1_21(ss_bitgen *bitgen)
{
    for (;;) {
        uint64_t word = ssi_next_u64(bitgen), place = word >> 11;
        unsigned layer = word >> 3 & 0xff;
        double x = (double)place * ssi_we_double[layer], inner, outer;
        if (place < ssi_ke_double[layer])
            return x;
        if (layer == 0)
            return EXPONENTIAL_R - log_of_rest(bitgen);
        inner = ssi_fe_double[layer - 1];
        outer = ssi_fe_double[layer];
        if ((inner - outer) * ssi_next_double(bitgen) + outer
            < ssi_glibc_exp(-x))
            return x;
    }
}
