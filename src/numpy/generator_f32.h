/* SPDX-License-Identifier: MIT
 * Generator's dtype=float32 over any bit generator, by the release of NumPy.
 */
#ifndef SSI_NUMPY_GENERATOR_F32_H
#define SSI_NUMPY_GENERATOR_F32_H

#include <sameseed/numpy_generator.h>

typedef struct ssi_generator_floats {
    float (*random)(ss_bitgen *bitgen);
    float (*standard_normal)(ss_bitgen *bitgen);
    float (*standard_exponential)(ss_bitgen *bitgen);
    float (*standard_exponential_inv)(ss_bitgen *bitgen);
    float (*standard_gamma)(ss_bitgen *bitgen, float shape);
    void (*random_fill)(ss_bitgen *bitgen, float *out, size_t n);
} ssi_generator_floats;

extern const ssi_generator_floats ssi_generator_floats_now; /* release 0 */
const ssi_generator_floats *ssi_generator_floats_of(ss_numpy_release release);

#endif
