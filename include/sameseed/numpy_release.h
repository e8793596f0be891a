/* SPDX-License-Identifier: MIT
 * Which release of NumPy a stream is to be that of.
 */
#ifndef SAMESEED_NUMPY_RELEASE_H
#define SAMESEED_NUMPY_RELEASE_H

#include <stdint.h>

#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* 10000 * major + 100 * minor + patch: 12604 is 1.26.4. 0 is the one that the
 * whole library imitates (<sameseed/version.h>). Write one that
 * ss_numpy_release_parse() gave to the field of a RandomState or a Generator
 * before the first draw. */
typedef uint32_t ss_numpy_release;

/* "1.26.4", or "1.26" for its last patch. SS_ERR_NUMPY_RELEASE where its
 * streams are not known: *release is then unchanged. */
SS_API ss_status ss_numpy_release_parse(const char *text,
                                        ss_numpy_release *release);

/* Those that are: "1.22.0 to 1.22.4, ..."; never NULL. */
SS_API const char *ss_numpy_releases(void);

#ifdef __cplusplus
}
#endif

#endif
