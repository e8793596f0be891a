/* SPDX-License-Identifier: MIT
 * The CPU probe and its limit, the library's only global state.
 */
#include <sameseed/cpu.h>

#include "base/target.h"

static uint32_t cpu_mask = UINT32_MAX;

static uint32_t probe(void)
{
    uint32_t found = 0;
#if SSI_X86
    __builtin_cpu_init();
    if (__builtin_cpu_supports("fma"))
        found |= SS_CPU_FMA;
    if (__builtin_cpu_supports("fma") && __builtin_cpu_supports("avx2")
        && __builtin_cpu_supports("bmi2"))
        found |= SS_CPU_AVX2;
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512vl"))
        found |= SS_CPU_AVX512;
#elif SSI_AARCH64
    found |= SS_CPU_FMA | SS_CPU_NEON;
#endif
    return found;
}

uint32_t ss_cpu_features(void)
{
    static uint32_t found;
    static int known; /* a race writes the same values twice */

    if (!known) {
        found = probe();
        known = 1;
    }
    return found & cpu_mask;
}

void ss_cpu_limit(uint32_t mask)
{
    cpu_mask = mask;
}
