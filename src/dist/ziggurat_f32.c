/* SPDX-License-Identifier: MIT
 * The ziggurat in floats, of 32-bit words: 23 bits say where in a layer.
 * Learned from: numpy/random/src/distributions/distributions.c, 2.4; the
 * normal's wedge is compared in double, the exponential's in float.
 */
#include "dist/ziggurat.h"

#include <stdbool.h>

#include "bitgen/draw.h"
#include "dist/ziggurat_tables.h"
#include "math/glibc.h"

#define NORMAL_R 3.6541528853610087963519472518f
#define NORMAL_INV_R 0.27366123732975827203338247596f
#define EXPONENTIAL_R 7.6971174701310497140446280481f

static float normal_tail(ss_bitgen *bitgen, uint32_t place)
{
    float x, y;

    do {
        x = -NORMAL_INV_R * ssi_glibc_log1pf(-ssi_next_float(bitgen));
        y = -ssi_glibc_log1pf(-ssi_next_float(bitgen));
    } while (!(y + y > x * x));
    return place >> 8 & 1 ? -(NORMAL_R + x) : NORMAL_R + x;
}

static bool under_normal(ss_bitgen *bitgen, unsigned layer, float x)
{
    float inner = ssi_fi_float[layer - 1], outer = ssi_fi_float[layer];
    float y = (inner - outer) * ssi_next_float(bitgen) + outer;

    return (double)y < ssi_glibc_exp(-0.5 * (double)x * (double)x);
}

float ssi_ziggurat_normal_f32(ss_bitgen *bitgen)
{
    for (;;) {
        uint32_t word = ssi_next_u32(bitgen), place = word >> 9;
        unsigned layer = word & 0xff;
        float x = (float)place * ssi_wi_float[layer];
        if (word >> 8 & 1)
            x = -x;
        if (place < ssi_ki_float[layer])
            return x;
        if (layer == 0)
            return normal_tail(bitgen, place);
        if (under_normal(bitgen, layer, x))
            return x;
    }
}

float ssi_ziggurat_exponential_f32(ss_bitgen *bitgen)
{
    for (;;) {
        uint32_t word = ssi_next_u32(bitgen), place = word >> 9;
        unsigned layer = word >> 1 & 0xff;
        float x = (float)place * ssi_we_float[layer], inner, outer;
        if (place < ssi_ke_float[layer])
            return x;
        if (layer == 0)
            return EXPONENTIAL_R - ssi_glibc_log1pf(-ssi_next_float(bitgen));
        inner = ssi_fe_float[layer - 1];
        outer = ssi_fe_float[layer];
        if ((inner - outer) * ssi_next_float(bitgen) + outer
            < ssi_glibc_expf(-x))
            return x;
    }
}
