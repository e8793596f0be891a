/* SPDX-License-Identifier: MIT
 * Elements of arrays as numbers and as Python's objects, with NumPy's casts.
 * Learned from: NumPy 2.4.6 by experiment.
 */
#include <string.h>

#include "array/half.h"
#include "script/ndarray.h"

#define LOAD(type, name)                                                       \
    type name;                                                                 \
    memcpy(&name, item, sizeof name)
#define LOAD_INT(type, k, field)                                               \
    {                                                                          \
        LOAD(type, x);                                                         \
        out->kind = k;                                                         \
        out->field = x;                                                        \
        return true;                                                           \
    }

static bool load_float(ss_dtype dtype, const void *item, ssi_number *out)
{
    out->kind = 'f';
    if (dtype == SS_FLOAT64) {
        memcpy(&out->f, item, sizeof out->f);
    } else if (dtype == SS_FLOAT32) {
        LOAD(float, x);
        out->f = x;
    } else {
        LOAD(uint16_t, x);
        out->f = dtype == SS_FLOAT16 ? ssi_half_to_double(x)
                                     : ssi_bfloat16_to_double(x);
    }
    return true;
}

static bool load_complex(ss_dtype dtype, const void *item, ssi_number *out)
{
    float parts[2];

    out->kind = 'c';
    if (dtype == SS_COMPLEX128) {
        memcpy(&out->f, item, sizeof out->f);
        memcpy(&out->imaginary, (const char *)item + sizeof out->f,
               sizeof out->imaginary);
        return true;
    }
    memcpy(parts, item, sizeof parts);
    out->f = parts[0];
    out->imaginary = parts[1];
    return true;
}

bool ssi_number_load(ss_dtype dtype, const void *item, ssi_number *out)
{
    *out = (ssi_number){0};
    switch (dtype) {
    case SS_BOOL:
        LOAD_INT(uint8_t, 'b', u)
    case SS_INT8:
        LOAD_INT(int8_t, 'i', i)
    case SS_UINT8:
        LOAD_INT(uint8_t, 'u', u)
    case SS_INT16:
        LOAD_INT(int16_t, 'i', i)
    case SS_UINT16:
        LOAD_INT(uint16_t, 'u', u)
    case SS_INT32:
        LOAD_INT(int32_t, 'i', i)
    case SS_UINT32:
        LOAD_INT(uint32_t, 'u', u)
    case SS_INT64:
        LOAD_INT(int64_t, 'i', i)
    case SS_UINT64:
        LOAD_INT(uint64_t, 'u', u)
    case SS_FLOAT16:
    case SS_BFLOAT16:
    case SS_FLOAT32:
    case SS_FLOAT64:
        return load_float(dtype, item, out);
    case SS_COMPLEX64:
    case SS_COMPLEX128:
        return load_complex(dtype, item, out);
    default:
        return false;
    }
}

double ssi_number_double(const ssi_number *n)
{
    if (n->kind == 'f' || n->kind == 'c')
        return n->f;
    return n->kind == 'i' ? (double)n->i : (double)n->u;
}

/* A double to 64 bits as cvttsd2si does: what does not fit is INT64_MIN. */
static uint64_t bits_of_double(double d, bool is_unsigned)
{
    if (d >= -0x1p63 && d < 0x1p63)
        return (uint64_t)(int64_t)d;
    if (is_unsigned && d >= 0x1p63 && d < 0x1p64)
        return (uint64_t)d;
    return UINT64_C(1) << 63;
}

static bool number_truth(const ssi_number *n)
{
    if (n->kind == 'f')
        return n->f != 0;
    if (n->kind == 'c')
        return n->f != 0 || n->imaginary != 0;
    return n->kind == 'i' ? n->i != 0 : n->u != 0;
}

static void store_integer(ss_dtype dtype, void *item, const ssi_number *n)
{
    uint64_t bits = n->kind == 'i' ? (uint64_t)n->i : n->u;
    if (n->kind == 'f' || n->kind == 'c')
        bits = bits_of_double(n->f, dtype == SS_UINT64);
    if (dtype == SS_BOOL)
        bits = number_truth(n);
    switch (ss_dtype_size(dtype)) {
    case 1:
        memcpy(item, &(uint8_t){(uint8_t)bits}, 1);
        break;
    case 2:
        memcpy(item, &(uint16_t){(uint16_t)bits}, 2);
        break;
    case 4:
        memcpy(item, &(uint32_t){(uint32_t)bits}, 4);
        break;
    default:
        memcpy(item, &bits, 8);
        break;
    }
}

static float number_float(const ssi_number *n)
{
    if (n->kind == 'f' || n->kind == 'c')
        return (float)n->f;
    return n->kind == 'i' ? (float)n->i : (float)n->u;
}

void ssi_number_store(ss_dtype dtype, void *item, const ssi_number *n)
{
    double d = ssi_number_double(n);
    float f = number_float(n);
    uint16_t h;
    switch (dtype) {
    case SS_FLOAT16:
        h = ssi_double_to_half(d);
        memcpy(item, &h, sizeof h);
        break;
    case SS_BFLOAT16:
        h = ssi_double_to_bfloat16(d);
        memcpy(item, &h, sizeof h);
        break;
    case SS_COMPLEX64: {
        float imaginary = n->kind == 'c' ? (float)n->imaginary : 0;
        memcpy((char *)item + sizeof f, &imaginary, sizeof imaginary);
        memcpy(item, &f, sizeof f);
        break;
    }
    case SS_FLOAT32:
        memcpy(item, &f, sizeof f);
        break;
    case SS_COMPLEX128: {
        double imaginary = n->kind == 'c' ? n->imaginary : 0;
        memcpy((char *)item + sizeof d, &imaginary, sizeof imaginary);
        memcpy(item, &d, sizeof d);
        break;
    }
    case SS_FLOAT64:
        memcpy(item, &d, sizeof d);
        break;
    default:
        store_integer(dtype, item, n);
        break;
    }
}
