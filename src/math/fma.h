/* SPDX-License-Identifier: MIT
 * x * y + z rounded once: the CPU's own instruction or the same in software.
 *
 * The functions of src/math name each fused operation of the library that
 * they imitate. They are compiled twice, by math/fma_twice.h: with the
 * instruction, and with ssi_fma_soft() for CPUs that have none.
 */
#ifndef SSI_MATH_FMA_H
#define SSI_MATH_FMA_H

#include <float.h>
#include <stdbool.h>

#include <sameseed/cpu.h>

#include "base/target.h"

#if FLT_EVAL_METHOD != 0
#error "sameseed needs float and double without extra precision (-msse2)"
#endif

/* Whether a variant with the instruction is compiled at all. */
#if SSI_X86 || SSI_AARCH64 || defined(__FP_FAST_FMA)
#define SSI_FMA_HW 1
#else
#define SSI_FMA_HW 0
#endif

/* Exact for all arguments: one rounding, to nearest even. A NaN's sign and
 * payload are not promised. */
double ssi_fma(double x, double y, double z);
float ssi_fmaf(float x, float y, float z);

/* The same without the instruction. */
double ssi_fma_soft(double x, double y, double z);
float ssi_fmaf_soft(float x, float y, float z);

/* Whether this CPU may use the variant with the instruction. */
static inline bool ssi_fma_in_hardware(void)
{
#if SSI_X86 || SSI_AARCH64
    return ss_cpu_features() & SS_CPU_FMA;
#else
    return SSI_FMA_HW;
#endif
}

/* Call name_hw(...) or name_soft(...). */
#if SSI_FMA_HW
#define SSI_FMA_CALL(name, ...)                                                \
    (ssi_fma_in_hardware() ? name##_hw(__VA_ARGS__) : name##_soft(__VA_ARGS__))
#else
#define SSI_FMA_CALL(name, ...) name##_soft(__VA_ARGS__)
#endif

#endif
