/* SPDX-License-Identifier: MIT
 * array -> file: NumPy's .npy and .npz, and .safetensors.
 *
 * What is written is, byte for byte, what NumPy 2.4 and safetensors 0.8 write.
 * Nothing here opens a file: writers hand bytes to a function, readers take a
 * file's bytes. A file is not trusted: what it says is checked before memory
 * is taken for it, and nothing in it is run.
 */
#ifndef SAMESEED_IO_H
#define SAMESEED_IO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/array.h>
#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Takes bytes; answers 0, or anything else to stop, which then fails with
 * SS_ERR_IO. */
typedef int (*ss_write_fn)(void *context, const char *bytes, size_t size);

/* An ss_write_fn whose context is a FILE *, opened for binary writing. */
SS_API int ss_write_stream(void *file, const char *bytes, size_t size);

/* An array and its name. */
typedef struct ss_named_array {
    const char *name; /* UTF-8 */
    ss_array array;
} ss_named_array;

/* What a reader found: all of it is the caller's, to be given back by
 * ss_named_arrays_free(). */
typedef struct ss_named_arrays {
    ss_named_array *items;
    size_t count;
} ss_named_arrays;

SS_API void ss_named_arrays_free(ss_named_arrays *arrays);

/* np.save(file, array): format 1.0, in C order, or in Fortran order where the
 * memory of array lies so. SS_ERR_DTYPE for SS_BFLOAT16, which NumPy lacks,
 * and for SS_OBJECT, which NumPy would pickle. */
SS_API ss_status ss_npy_write(const ss_array *array, ss_write_fn write,
                              void *context);

/* np.load() of a .npy file's bytes, versions 1.0 to 3.0: a new array, to be
 * freed by ss_array_free(). SS_ERR_IO: not a whole .npy file; SS_ERR_DTYPE:
 * elements that an ss_array does not hold (structured, pickled, big-endian).
 * diag may be NULL. */
SS_API ss_status ss_npy_read(const void *bytes, size_t size, ss_array *array,
                             ss_diag *diag);

/* Deflates size bytes (RFC 1951, no header): the compressed bytes, which the
 * caller frees by free(), and their number. NULL: no memory. */
typedef void *(*ss_deflate_fn)(void *context, const void *bytes, size_t size,
                               size_t *deflated);

/* np.savez(file, **arrays), in the order of the arrays. With deflate
 * np.savez_compressed, the same bytes as NumPy's where deflate is zlib's at
 * level 6; deflate_context is its first argument. SS_ERR_ARGUMENT for files
 * of 2 GiB or more and for names that are no UTF-8 or too long. */
SS_API ss_status ss_npz_write(const ss_named_array *arrays, size_t count,
                              ss_deflate_fn deflate, void *deflate_context,
                              ss_write_fn write, void *context);

/* np.load() of an .npz file's bytes: its arrays, names without ".npy", in the
 * file's order. limit: the most bytes that all of them may take; 0: 4 GiB. */
SS_API ss_status ss_npz_read(const void *bytes, size_t size, size_t limit,
                             ss_named_arrays *arrays, ss_diag *diag);

/* One pair of a .safetensors file's __metadata__. */
typedef struct ss_metadata {
    const char *key, *value; /* UTF-8 */
} ss_metadata;

/* safetensors.torch.save_file(tensors, file, metadata): the tensors by falling
 * alignment of their elements and then by name, each in C order; metadata in
 * the order given (the package's own is random), and {} where count is 0 and
 * metadata is not NULL. SS_ERR_DTYPE for SS_COMPLEX128, text and objects,
 * SS_ERR_ARGUMENT for a name that is given twice or is no UTF-8. */
SS_API ss_status ss_safetensors_write(const ss_named_array *tensors,
                                      size_t count, const ss_metadata *metadata,
                                      size_t metadata_count, ss_write_fn write,
                                      void *context);

/* safetensors.torch.load_file() of a file's bytes, in the order of the data.
 * SS_ERR_IO: not a whole .safetensors file, SS_ERR_DTYPE: elements that an
 * ss_array does not hold (F8_E4M3, ...). */
SS_API ss_status ss_safetensors_read(const void *bytes, size_t size,
                                     ss_named_arrays *tensors, ss_diag *diag);

#ifdef __cplusplus
}
#endif

#endif
