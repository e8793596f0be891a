/* SPDX-License-Identifier: MIT
 * The CPU probe and its limit, the library's only global state.
 */
#include <sameseed/cpu.h>

#include <stdatomic.h>

#include "base/target.h"

/* Beside the features: they are known. Threads that come first together
 * write the same word. */
#define KNOWN 0x80000000u

static _Atomic uint32_t cpu_found;
static _Atomic uint32_t cpu_mask = UINT32_MAX;

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
    uint32_t found = atomic_load_explicit(&cpu_found, memory_order_relaxed);

    if (!found) {
        found = probe() | KNOWN;
        atomic_store_explicit(&cpu_found, found, memory_order_relaxed);
    }
    return found & ~KNOWN
           & atomic_load_explicit(&cpu_mask, memory_order_relaxed);
}

void ss_cpu_limit(uint32_t mask)
{
    atomic_store_explicit(&cpu_mask, mask, memory_order_relaxed);
}
