/* SPDX-License-Identifier: MIT
 * What writing and reading .safetensors share.
 */
#ifndef SSI_IO_SAFETENSORS_H
#define SSI_IO_SAFETENSORS_H

#include "io/elements.h"

/* "F32", ...; NULL: the format has no name for it. */
const char *ssi_safetensors_name(ss_dtype dtype);

#define SSI_SAFETENSORS_LONGEST 100000000u /* bytes of a header */

#endif
