/* SPDX-License-Identifier: MIT
 * The .npy format: a header that is a Python dict, then the elements.
 * Learned from: numpy/lib/_format_impl.py, NumPy 2.4.6.
 */
#include "io/npy.h"

#include <stdlib.h>

#define ALIGNMENT 64
#define GROWTH_DIGITS 21 /* of the axis that appending would change */

/* Type characters by ss_dtype; 0: not in NumPy or pickled. */
static const char kinds[] = {
    [SS_BOOL] = 'b',    [SS_INT8] = 'i',      [SS_UINT8] = 'u',
    [SS_INT16] = 'i',   [SS_UINT16] = 'u',    [SS_INT32] = 'i',
    [SS_UINT32] = 'u',  [SS_INT64] = 'i',     [SS_UINT64] = 'u',
    [SS_FLOAT16] = 'f', [SS_BFLOAT16] = 0,    [SS_FLOAT32] = 'f',
    [SS_FLOAT64] = 'f', [SS_COMPLEX64] = 'c', [SS_COMPLEX128] = 'c',
    [SS_STR] = 'U',     [SS_BYTES] = 'S',     [SS_OBJECT] = 0,
};

bool ssi_npy_dtype(char kind, uint64_t size, ss_dtype *dtype, size_t *itemsize)
{
    for (int i = 0; i <= SS_OBJECT; i++) {
        size_t bytes = ss_dtype_size((ss_dtype)i);

        if (kinds[i] == 0 || kinds[i] != kind || (bytes > 0 && bytes != size))
            continue;
        if (size > INT32_MAX / 4)
            return false;
        *dtype = (ss_dtype)i;
        *itemsize = (size_t)(i == SS_STR ? 4 * size : size);
        return true;
    }
    return false;
}

/* Fortran order and not C order. */
static bool is_fortran(const ss_array *a)
{
    size_t stride = a->itemsize;

    if (ss_array_is_contiguous(a))
        return false;
    for (uint32_t axis = 0; axis < a->ndim; axis++) {
        if (a->shape[axis] == 1)
            continue;
        if (a->strides[axis] != (ptrdiff_t)stride)
            return false;
        stride *= a->shape[axis];
    }
    return true;
}

static ss_status put_dict(const ss_array *a, bool fortran, ss_text *out)
{
    size_t size = a->dtype == SS_STR ? a->itemsize / 4 : a->itemsize;
    char order = a->itemsize == 1 || a->dtype == SS_BYTES ? '|' : '<';
    char descr[3] = {order, kinds[a->dtype], '\0'};

    if (a->dtype == SS_STR)
        descr[0] = '<';
    SSI_TRY(ssi_text_string(out, "{'descr': '"));
    SSI_TRY(ssi_text_string(out, descr));
    SSI_TRY(ssi_text_unsigned(out, size));
    SSI_TRY(ssi_text_string(out, "', 'fortran_order': "));
    SSI_TRY(ssi_text_string(out, fortran ? "True" : "False"));
    SSI_TRY(ssi_text_string(out, ", 'shape': "));
    SSI_TRY(ssi_text_shape(out, a->shape, a->ndim));
    return ssi_text_string(out, ", }");
}

/* Room for the axis to grow, then blanks up to a multiple of 64 bytes and at
 * least one of them (64, where none would do), then a newline. */
static ss_status put_blanks(const ss_array *a, bool fortran, ss_text *out)
{
    size_t size;

    if (a->ndim > 0) {
        size_t length = a->shape[fortran ? a->ndim - 1 : 0], digits = 1;

        for (; length > 9; length /= 10)
            digits++;
        SSI_TRY(ssi_text_repeat(out, ' ', (int64_t)(GROWTH_DIGITS - digits)));
    }
    size = out->size + 1;
    SSI_TRY(ssi_text_repeat(out, ' ', (int64_t)(ALIGNMENT - size % ALIGNMENT)));
    return ssi_text_string(out, "\n");
}

ss_status ssi_npy_header(const ss_array *a, ss_text *out, bool *fortran)
{
    size_t size;

    if ((unsigned)a->dtype > SS_OBJECT || kinds[a->dtype] == 0)
        return SS_ERR_DTYPE;
    *fortran = is_fortran(a);
    SSI_TRY(ss_text_append(out, SSI_NPY_MAGIC "\1\0\0\0", SSI_NPY_HEAD));
    SSI_TRY(put_dict(a, *fortran, out));
    SSI_TRY(put_blanks(a, *fortran, out));
    size = out->size - SSI_NPY_HEAD;
    out->data[8] = (char)(size & 0xff);
    out->data[9] = (char)(size >> 8);
    return SS_OK;
}

ss_status ss_npy_write(const ss_array *array, ss_write_fn write, void *context)
{
    ss_text header = {0};
    bool fortran = false;
    ss_status status = ssi_npy_header(array, &header, &fortran);

    if (status == SS_OK)
        status = ssi_io_put(write, context, header.data, header.size);
    if (status == SS_OK)
        status = ssi_io_put_elements(array, fortran, write, context);
    ss_text_free(&header);
    return status;
}
