/* SPDX-License-Identifier: MIT
 * Element types: their sizes and the names that both libraries use.
 */
#include <sameseed/array.h>

static const struct {
    const char *name;
    size_t size;
} dtypes[] = {
    [SS_BOOL] = {"bool", 1},
    [SS_INT8] = {"int8", 1},
    [SS_UINT8] = {"uint8", 1},
    [SS_INT16] = {"int16", 2},
    [SS_UINT16] = {"uint16", 2},
    [SS_INT32] = {"int32", 4},
    [SS_UINT32] = {"uint32", 4},
    [SS_INT64] = {"int64", 8},
    [SS_UINT64] = {"uint64", 8},
    [SS_FLOAT16] = {"float16", 2},
    [SS_BFLOAT16] = {"bfloat16", 2},
    [SS_FLOAT32] = {"float32", 4},
    [SS_FLOAT64] = {"float64", 8},
    [SS_COMPLEX64] = {"complex64", 8},
    [SS_COMPLEX128] = {"complex128", 16},
    [SS_STR] = {"str", 0},
    [SS_BYTES] = {"bytes", 0},
    [SS_OBJECT] = {"object", sizeof(void *)},
};

static bool known(ss_dtype dtype)
{
    return (unsigned)dtype < sizeof dtypes / sizeof dtypes[0];
}

size_t ss_dtype_size(ss_dtype dtype)
{
    return known(dtype) ? dtypes[dtype].size : 0;
}

const char *ss_dtype_name(ss_dtype dtype)
{
    return known(dtype) ? dtypes[dtype].name : "unknown";
}
