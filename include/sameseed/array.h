/* SPDX-License-Identifier: MIT
 * distribution -> array: a dtype and a shape over memory.
 */
#ifndef SAMESEED_ARRAY_H
#define SAMESEED_ARRAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The most axes an array has, as in NumPy 2 and PyTorch. */
#define SS_ARRAY_MAX_DIMS 64

/* Element types; values are pinned. Multi-byte elements are in the machine's
 * byte order. */
typedef enum ss_dtype {
    SS_BOOL = 0, /* one byte, 0 or 1 */
    SS_INT8 = 1,
    SS_UINT8 = 2,
    SS_INT16 = 3,
    SS_UINT16 = 4,
    SS_INT32 = 5,
    SS_UINT32 = 6,
    SS_INT64 = 7,
    SS_UINT64 = 8,
    SS_FLOAT16 = 9,   /* IEEE binary16 as uint16_t bits */
    SS_BFLOAT16 = 10, /* the high half of a float, as uint16_t bits */
    SS_FLOAT32 = 11,
    SS_FLOAT64 = 12,
    SS_COMPLEX64 = 13, /* real, imaginary as two floats */
    SS_COMPLEX128 = 14,
    SS_STR = 15,   /* itemsize / 4 code points (uint32_t), zero padded */
    SS_BYTES = 16, /* itemsize bytes, zero padded */
    SS_OBJECT = 17 /* one pointer, whose meaning is the owner's */
} ss_dtype;

/* An n-dimensional array. Plain data: a copy is another view of the same
 * memory, and exactly one of the copies of an owning array may be freed. */
typedef struct ss_array {
    ss_dtype dtype;
    uint32_t ndim;
    size_t itemsize; /* bytes of one element */
    size_t shape[SS_ARRAY_MAX_DIMS];
    ptrdiff_t strides[SS_ARRAY_MAX_DIMS]; /* bytes from one index to the next */
    void *data;
    void *owned; /* what ss_array_free() frees; NULL: borrowed memory */
} ss_array;

/* Bytes of one element; 0 for SS_STR and SS_BYTES, whose length varies. */
SS_API size_t ss_dtype_size(ss_dtype dtype);

/* "float64", ... as NumPy and PyTorch both name it; never NULL. */
SS_API const char *ss_dtype_name(ss_dtype dtype);

/* A C-ordered view of memory that stays the caller's, who sees to it that it
 * holds the product of shape elements and outlives the view. ndim is at most
 * SS_ARRAY_MAX_DIMS; shape is copied. Not for SS_STR and SS_BYTES. */
SS_API ss_array ss_array_borrow(ss_dtype dtype, uint32_t ndim,
                                const size_t *shape, void *data);

/* A new C-ordered array of zeros, to be freed by ss_array_free(). itemsize
 * counts for SS_STR and SS_BYTES only. SS_ERR_MEMORY when it is not to be
 * had, SS_ERR_ARGUMENT for more than SS_ARRAY_MAX_DIMS axes. */
SS_API ss_status ss_array_new(ss_array *array, ss_dtype dtype, size_t itemsize,
                              uint32_t ndim, const size_t *shape);

/* Give owned memory back; the array is then empty and borrowed. */
SS_API void ss_array_free(ss_array *array);

/* The number of elements: 1 for ndim 0. */
SS_API size_t ss_array_size(const ss_array *array);

/* Whether the elements lie one after the other in C order. */
SS_API bool ss_array_is_contiguous(const ss_array *array);

#ifdef __cplusplus
}
#endif

#endif
