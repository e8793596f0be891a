/* SPDX-License-Identifier: MIT
 * seed -> state: where a seed comes from when nobody gave one.
 */
#ifndef SAMESEED_SEED_H
#define SAMESEED_SEED_H

#include <stddef.h>

#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Fill size bytes from the operating system's entropy. SS_ERR_ENTROPY when it
 * gives none; the bytes are then unspecified. */
SS_API ss_status ss_entropy_fill(void *bytes, size_t size);

#ifdef __cplusplus
}
#endif

#endif
