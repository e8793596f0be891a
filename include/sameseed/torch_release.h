/* SPDX-License-Identifier: MIT
 * Which release of PyTorch a stream is to be that of.
 */
#ifndef SAMESEED_TORCH_RELEASE_H
#define SAMESEED_TORCH_RELEASE_H

#include <stdint.h>

#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* 10000 * major + 100 * minor + patch: 20701 is 2.7.1. 0 is the one that the
 * whole library imitates (<sameseed/version.h>). Write one that
 * ss_torch_release_parse() gave to the field of a generator before the first
 * draw. */
typedef uint32_t ss_torch_release;

/* "2.13.0", or "2.13" for its last patch. SS_ERR_TORCH_RELEASE where its
 * streams are not known: *release is then unchanged. */
SS_API ss_status ss_torch_release_parse(const char *text,
                                        ss_torch_release *release);

/* Those that are: "2.13.0, ..."; never NULL. */
SS_API const char *ss_torch_releases(void);

#ifdef __cplusplus
}
#endif

#endif
