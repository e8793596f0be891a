/* SPDX-License-Identifier: MIT
 * What a CPU variant needs: SS_TARGET on its functions, and the guards that
 * let every file compile everywhere. No build flags.
 */
#ifndef SSI_BASE_TARGET_H
#define SSI_BASE_TARGET_H

#ifdef __FAST_MATH__
#error "sameseed needs exact floating point: build without -ffast-math"
#endif

#if defined(__GNUC__) && defined(__x86_64__) && !defined(SS_NO_X86)
#define SSI_X86 1
#define SS_TARGET(isa) __attribute__((target(isa)))
#else
#define SSI_X86 0
#define SS_TARGET(isa)
#endif

#if defined(__GNUC__) && defined(__aarch64__)
#define SSI_AARCH64 1
#else
#define SSI_AARCH64 0
#endif

#endif
