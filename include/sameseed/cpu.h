/* SPDX-License-Identifier: MIT
 * The CPU that runs: which instructions the fast variants may use.
 *
 * It never shows in a result: every variant gives the bits of the portable
 * reference. The probe and its limit are the library's only global state.
 */
#ifndef SAMESEED_CPU_H
#define SAMESEED_CPU_H

#include <stdint.h>

#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
    SS_CPU_FMA = 1u << 0,    /* fused multiply-add in hardware */
    SS_CPU_AVX2 = 1u << 1,   /* x86-64 AVX2 with FMA and BMI2 */
    SS_CPU_AVX512 = 1u << 2, /* x86-64 AVX-512 F, BW, DQ, VL */
    SS_CPU_NEON = 1u << 3    /* AArch64 Advanced SIMD */
};

/* What this CPU has, less what ss_cpu_limit() took away. */
SS_API uint32_t ss_cpu_features(void);

/* Use at most the features in mask (0: the portable reference only). For
 * tests and measurements; set it before other threads draw. */
SS_API void ss_cpu_limit(uint32_t mask);

#ifdef __cplusplus
}
#endif

#endif
