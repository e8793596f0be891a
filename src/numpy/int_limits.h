/* SPDX-License-Identifier: MIT
 * The integer dtypes that randint() and integers() draw.
 */
#ifndef SSI_NUMPY_INT_LIMITS_H
#define SSI_NUMPY_INT_LIMITS_H

#include <stdbool.h>

#include <sameseed/array.h>

struct ssi_int_limits {
    int bits; /* 1 for bool */
    bool is_signed;
};

static inline bool ssi_int_limits_of(ss_dtype dtype,
                                     struct ssi_int_limits *limits)
{
    switch (dtype) {
    case SS_BOOL:
        *limits = (struct ssi_int_limits){1, false};
        return true;
    case SS_INT8:
    case SS_INT16:
    case SS_INT32:
    case SS_INT64:
        *limits = (struct ssi_int_limits){8 << (dtype - SS_INT8) / 2, true};
        return true;
    case SS_UINT8:
    case SS_UINT16:
    case SS_UINT32:
    case SS_UINT64:
        *limits = (struct ssi_int_limits){8 << (dtype - SS_UINT8) / 2, false};
        return true;
    default:
        return false;
    }
}

#endif
