/* SPDX-License-Identifier: MIT
 * Arrays: a shape over memory, owned or borrowed.
 */
#include <sameseed/array.h>

#include <stdlib.h>
#include <string.h>

/* C order: the last index runs fastest. As in NumPy, an axis of length 0
 * counts as 1 here, so that strides stay plain numbers. Answers the bytes that
 * the elements take; false when they do not fit a ptrdiff_t. */
static bool lay_out(ss_array *array, size_t *bytes)
{
    size_t stride = array->itemsize;
    bool empty = false;

    for (uint32_t axis = array->ndim; axis-- > 0;) {
        size_t length = array->shape[axis];

        array->strides[axis] = (ptrdiff_t)stride;
        if (length == 0) {
            empty = true;
            continue;
        }
        if (stride != 0 && length > (size_t)PTRDIFF_MAX / stride)
            return false;
        stride *= length;
    }
    *bytes = empty ? 0 : stride;
    return true;
}

ss_array ss_array_borrow(ss_dtype dtype, uint32_t ndim, const size_t *shape,
                         void *data)
{
    ss_array array = {.dtype = dtype, .ndim = ndim, .data = data};
    size_t bytes;

    if (ndim > SS_ARRAY_MAX_DIMS)
        array.ndim = SS_ARRAY_MAX_DIMS;
    array.itemsize = ss_dtype_size(dtype);
    if (array.ndim > 0)
        memcpy(array.shape, shape, array.ndim * sizeof *shape);
    (void)lay_out(&array, &bytes);
    return array;
}

ss_status ss_array_new(ss_array *array, ss_dtype dtype, size_t itemsize,
                       uint32_t ndim, const size_t *shape)
{
    ss_array made = {.dtype = dtype, .ndim = ndim};
    size_t bytes;

    if (ndim > SS_ARRAY_MAX_DIMS || (unsigned)dtype > SS_OBJECT)
        return SS_ERR_ARGUMENT;
    made.itemsize = ss_dtype_size(dtype);
    if (dtype == SS_STR || dtype == SS_BYTES)
        made.itemsize = itemsize;
    if (dtype == SS_STR && itemsize % 4 != 0)
        return SS_ERR_ARGUMENT;
    if (ndim > 0)
        memcpy(made.shape, shape, ndim * sizeof *shape);
    if (!lay_out(&made, &bytes))
        return SS_ERR_MEMORY;
    made.data = calloc(bytes > 0 ? bytes : 1, 1);
    if (made.data == NULL)
        return SS_ERR_MEMORY;
    made.owned = made.data;
    *array = made;
    return SS_OK;
}

void ss_array_free(ss_array *array)
{
    free(array->owned);
    *array = (ss_array){.dtype = array->dtype,
                        .ndim = 1,
                        .itemsize = array->itemsize,
                        .strides = {(ptrdiff_t)array->itemsize}};
}

size_t ss_array_size(const ss_array *array)
{
    size_t size = 1;

    for (uint32_t axis = 0; axis < array->ndim; axis++)
        size *= array->shape[axis];
    return size;
}

bool ss_array_is_contiguous(const ss_array *array)
{
    size_t stride = array->itemsize;

    if (ss_array_size(array) == 0)
        return true;
    for (uint32_t axis = array->ndim; axis-- > 0;) {
        if (array->shape[axis] == 1)
            continue;
        if (array->strides[axis] != (ptrdiff_t)stride)
            return false;
        stride *= array->shape[axis];
    }
    return true;
}
