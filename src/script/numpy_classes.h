/* SPDX-License-Identifier: MIT
 * NumPy's scalar classes: np.float64, np.int32, ...
 */
#ifndef SSI_SCRIPT_NUMPY_CLASSES_H
#define SSI_SCRIPT_NUMPY_CLASSES_H

#include "script/value.h"

/* The class of an element type; NULL for bfloat16 and object. */
const ssi_class *ssi_numpy_class(ss_dtype dtype);
/* Makers of the classes as values, and the names the module has them by. */
bool ssi_numpy_class_bool(ss_session *s, ssi_value *out);
bool ssi_numpy_class_int8(ss_session *s, ssi_value *out);
bool ssi_numpy_class_uint8(ss_session *s, ssi_value *out);
bool ssi_numpy_class_int16(ss_session *s, ssi_value *out);
bool ssi_numpy_class_uint16(ss_session *s, ssi_value *out);
bool ssi_numpy_class_int32(ss_session *s, ssi_value *out);
bool ssi_numpy_class_uint32(ss_session *s, ssi_value *out);
bool ssi_numpy_class_int64(ss_session *s, ssi_value *out);
bool ssi_numpy_class_uint64(ss_session *s, ssi_value *out);
bool ssi_numpy_class_float16(ss_session *s, ssi_value *out);
bool ssi_numpy_class_float32(ss_session *s, ssi_value *out);
bool ssi_numpy_class_float64(ss_session *s, ssi_value *out);
bool ssi_numpy_class_complex64(ss_session *s, ssi_value *out);
bool ssi_numpy_class_complex128(ss_session *s, ssi_value *out);
bool ssi_numpy_class_str(ss_session *s, ssi_value *out);
bool ssi_numpy_class_bytes(ss_session *s, ssi_value *out);
bool ssi_numpy_dtype_class(ss_session *s, ssi_value *out);
bool ssi_numpy_ndarray_class(ss_session *s, ssi_value *out);

#define SSI_NUMPY_CLASS_CONSTANTS                                              \
    {"bool", ssi_numpy_class_bool}, {"bool_", ssi_numpy_class_bool},           \
        {"int8", ssi_numpy_class_int8}, {"uint8", ssi_numpy_class_uint8},      \
        {"int16", ssi_numpy_class_int16}, {"uint16", ssi_numpy_class_uint16},  \
        {"int32", ssi_numpy_class_int32}, {"uint32", ssi_numpy_class_uint32},  \
        {"int64", ssi_numpy_class_int64}, {"uint64", ssi_numpy_class_uint64},  \
        {"float16", ssi_numpy_class_float16},                                  \
        {"float32", ssi_numpy_class_float32},                                  \
        {"float64", ssi_numpy_class_float64},                                  \
        {"complex64", ssi_numpy_class_complex64},                              \
        {"complex128", ssi_numpy_class_complex128},                            \
        {"str_", ssi_numpy_class_str}, {"bytes_", ssi_numpy_class_bytes},      \
        {"byte", ssi_numpy_class_int8}, {"ubyte", ssi_numpy_class_uint8},      \
        {"short", ssi_numpy_class_int16}, {"ushort", ssi_numpy_class_uint16},  \
        {"intc", ssi_numpy_class_int32}, {"uintc", ssi_numpy_class_uint32},    \
        {"int_", ssi_numpy_class_int64}, {"uint", ssi_numpy_class_uint64},     \
        {"intp", ssi_numpy_class_int64}, {"uintp", ssi_numpy_class_uint64},    \
        {"long", ssi_numpy_class_int64}, {"ulong", ssi_numpy_class_uint64},    \
        {"longlong", ssi_numpy_class_int64},                                   \
        {"ulonglong", ssi_numpy_class_uint64},                                 \
        {"half", ssi_numpy_class_float16},                                     \
        {"single", ssi_numpy_class_float32},                                   \
        {"double", ssi_numpy_class_float64},                                   \
        {"csingle", ssi_numpy_class_complex64},                                \
    {                                                                          \
        "cdouble", ssi_numpy_class_complex128                                  \
    }

/* Python's operators on NumPy scalars (numpy_arithmetic.c). */
bool ssi_numpy_scalar_binary(ss_session *s, ssi_operator op, ssi_value left,
                             ssi_value right, ssi_value *out, bool *handled);
bool ssi_numpy_scalar_unary(ss_session *s, ssi_operator op, ssi_object *self,
                            ssi_value *out);

#endif
