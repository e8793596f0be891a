/* SPDX-License-Identifier: MIT
 * The ziggurat in floats before NumPy 1.22, whose uniforms had 23 bits; before
 * 1.21 its tails took log(1 - U) as well.
 * Learned from: numpy/random/src/distributions/distributions.c, 1.20 and 1.21.
 */
#include "dist/ziggurat.h"

#include <stdbool.h>

#include "bitgen/draw.h"
#include "dist/ziggurat_tables.h"
#include "math/glibc.h"

#define NORMAL_R 3.6541528853610087963519472518f
#define NORMAL_INV_R 0.27366123732975827203338247596f
#define EXPONENTIAL_R 7.6971174701310497140446280481f

/* log(1 - U) of the next uniform. */
typedef float (*log_of_rest)(ss_bitgen *bitgen);

float ssi_uniform_f32_before_1_22(ss_bitgen *bitgen)
{
    return (float)(int32_t)(ssi_next_u32(bitgen) >> 9) * (1.0f / 8388608.0f);
}

static float by_log1p(ss_bitgen *bitgen)
{
    return ssi_glibc_log1pf(-ssi_uniform_f32_before_1_22(bitgen));
}

static float by_log(ss_bitgen *bitgen)
{
    return ssi_glibc_logf(1.0f - ssi_uniform_f32_before_1_22(bitgen));
}

static float normal_tail(ss_bitgen *bitgen, uint32_t place, log_of_rest rest)
{
    float x, y;

    do {
        x = -NORMAL_INV_R * rest(bitgen);
        y = -rest(bitgen);
    } while (!(y + y > x * x));
    return place >> 8 & 1 ? -(NORMAL_R + x) : NORMAL_R + x;
}

static bool under_normal(ss_bitgen *bitgen, unsigned layer, float x)
{
    float inner = ssi_fi_float[layer - 1], outer = ssi_fi_float[layer];
    float y = (inner - outer) * ssi_uniform_f32_before_1_22(bitgen) + outer;

    return (double)y < ssi_glibc_exp(-0.5 * (double)x * (double)x);
}

static float normal(ss_bitgen *bitgen, log_of_rest rest)
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
            return normal_tail(bitgen, place, rest);
        if (under_normal(bitgen, layer, x))
            return x;
    }
}

static float exponential(ss_bitgen *bitgen, log_of_rest rest)
{
    for (;;) {
        uint32_t word = ssi_next_u32(bitgen), place = word >> 9;
        unsigned layer = word >> 1 & 0xff;
        float x = (float)place * ssi_we_float[layer], inner, outer;
        if (place < ssi_ke_float[layer])
            return x;
        if (layer == 0)
            return EXPONENTIAL_R - rest(bitgen);
        inner = ssi_fe_float[layer - 1];
        outer = ssi_fe_float[layer];
        if ((inner - outer) * ssi_uniform_f32_before_1_22(bitgen) + outer
            < ssi_glibc_expf(-x))
            return x;
    }
}

float ssi_ziggurat_normal_f32_1_21(ss_bitgen *bitgen)
{
    return normal(bitgen, by_log1p);
}

float ssi_ziggurat_exponential_f32_1_21(ss_bitgen *bitgen)
{
    return exponential(bitgen, by_log1p);
}

float ssi_ziggurat_normal_f32_before_1_21(ss_bitgen *bitgen)
{
    return normal(bitgen, by_log);
}

float ssi_ziggurat_exponential_f32_before_1_21(ss_bitgen *bitgen)
{
    return exponential(bitgen, by_log);
}
