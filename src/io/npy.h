/* SPDX-License-Identifier: MIT
 * What writing and reading .npy share, and .npz with them.
 */
#ifndef SSI_IO_NPY_H
#define SSI_IO_NPY_H

#include "io/elements.h"

#define SSI_NPY_MAGIC "\x93NUMPY"
#define SSI_NPY_HEAD 10 /* magic, version, length of the dict in 16 bits */

/* Append magic, version and dict; *fortran: the order of the elements. */
ss_status ssi_npy_header(const ss_array *array, ss_text *out, bool *fortran);

/* The element type of 'f8', 'U3', ...; false: there is none. */
bool ssi_npy_dtype(char kind, uint64_t size, ss_dtype *dtype, size_t *itemsize);

#endif
