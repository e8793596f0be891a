/* SPDX-License-Identifier: MIT
 * NumPy's scalar classes and their constructors.
 * Learned from: NumPy 2.4.6 by experiment.
 */
#include <stdlib.h>
#include <string.h>

#include "script/ndarray.h"
#include "script/numpy_classes.h"

/* np.str_('a'), np.bytes_(b'a'): an element as long as the text. */
static bool make_text(ss_session *s, ss_dtype dtype, ssi_value v, bool given,
                      ssi_value *out)
{
    ss_text text = {0};
    ssi_element e = {dtype, 0};
    bool is_bytes = given && ssi_is(v, &ssi_type_bytes);
    void *item;
    if (dtype == SS_BYTES && given && !is_bytes
        && !ssi_is(v, &ssi_type_numpy_scalar))
        return ssi_unsupported(s, "np.bytes_() of something else than bytes");
    if (given && !is_bytes && !ssi_str(s, v, &text))
        return false;
    if (dtype == SS_STR)
        e.itemsize =
            4 * ssi_utf8_points(text.data ? text.data : "", text.size, NULL, 0);
    else
        e.itemsize = is_bytes ? ((ssi_str_object *)v.u.o)->size : 0;
    ss_text_free(&text);
    item = calloc(1, e.itemsize + 4);
    if (!item)
        return ssi_raise_memory(s);
    bool ok = (!given || ssi_item_store(s, e, item, v))
              && ssi_new_scalar(s, dtype, e.itemsize, item, out);
    free(item);
    return ok;
}

static bool make_scalar(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_dtype dtype = (ss_dtype)call->function->variant;
    ssi_element e = ssi_element_of(dtype);
    unsigned char item[16] = {0};
    ssi_value v = call->args[0];
    if (ssi_dtype_is_text(dtype))
        return make_text(s, dtype, v, call->given[0], out);
    if (call->given[0]) {
        ssi_discovery found;
        if (!ssi_discover(s, v, &found))
            return false;
        if (found.ndim || found.ragged)
            return ssi_unsupported(s, "np.%s() of a sequence; use np.array()",
                                   call->function->name);
        if (!ssi_item_store(s, e, item, v))
            return false;
    }
    return ssi_new_scalar(s, dtype, e.itemsize, item, out);
}

#define ROW(type, name, text)                                                  \
    [type] = {                                                                 \
        name,                                                                  \
        "numpy." name,                                                         \
        {name, "x=0, /", make_scalar, text, type, SSI_STYLE_CYTHON, NULL},     \
        &ssi_type_numpy_scalar,                                                \
        type}
#define INTEGER(type, name)                                                    \
    ROW(type, name,                                                            \
        "A NumPy scalar of this integer type: np." name "(3). "                \
        "OverflowError when a Python int does not fit.")
#define FLOATING(type, name)                                                   \
    ROW(type, name,                                                            \
        "A NumPy scalar of this type: np." name "(0.5). "                      \
        "The nearest value, ties to even.")

static const ssi_class classes[] = {
    ROW(SS_BOOL, "bool", "A NumPy truth value: np.bool(1) is np.True_."),
    INTEGER(SS_INT8, "int8"),
    INTEGER(SS_UINT8, "uint8"),
    INTEGER(SS_INT16, "int16"),
    INTEGER(SS_UINT16, "uint16"),
    INTEGER(SS_INT32, "int32"),
    INTEGER(SS_UINT32, "uint32"),
    INTEGER(SS_INT64, "int64"),
    INTEGER(SS_UINT64, "uint64"),
    FLOATING(SS_FLOAT16, "float16"),
    FLOATING(SS_FLOAT32, "float32"),
    FLOATING(SS_FLOAT64, "float64"),
    FLOATING(SS_COMPLEX64, "complex64"),
    FLOATING(SS_COMPLEX128, "complex128"),
    ROW(SS_STR, "str_", "A NumPy text scalar: np.str_('a')."),
    ROW(SS_BYTES, "bytes_", "A NumPy bytes scalar: np.bytes_(b'a')."),
};

const ssi_class *ssi_numpy_class(ss_dtype dtype)
{
    if ((size_t)dtype >= sizeof classes / sizeof *classes
        || !classes[dtype].name)
        return NULL;
    return &classes[dtype];
}

#define MAKE(id, type)                                                         \
    bool ssi_numpy_class_##id(ss_session *s, ssi_value *out)                   \
    {                                                                          \
        return ssi_new_class(s, &classes[type], out);                          \
    }
MAKE(bool, SS_BOOL)
MAKE(int8, SS_INT8)
MAKE(uint8, SS_UINT8)
MAKE(int16, SS_INT16)
MAKE(uint16, SS_UINT16)
MAKE(int32, SS_INT32)
MAKE(uint32, SS_UINT32)
MAKE(int64, SS_INT64)
MAKE(uint64, SS_UINT64)
MAKE(float16, SS_FLOAT16)
MAKE(float32, SS_FLOAT32)
MAKE(float64, SS_FLOAT64)
MAKE(complex64, SS_COMPLEX64)
MAKE(complex128, SS_COMPLEX128)
MAKE(str, SS_STR)
MAKE(bytes, SS_BYTES)

/* np.dtype('int32') */
static bool make_dtype(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_element e;
    return ssi_dtype_argument(s, call->args[0], &e) && ssi_new_dtype(s, e, out);
}

static const ssi_class dtype_class = {
    "dtype",
    "numpy.dtype",
    {"dtype", "dtype", make_dtype,
     "The dtype of a name ('int32', 'i4', '<f8', 'U5'), of a class (int, "
     "np.float32) or of another dtype. TypeError for an unknown name.",
     0, SSI_STYLE_KEYWORDS, NULL},
    &ssi_type_numpy_dtype,
    -1,
};

bool ssi_numpy_dtype_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &dtype_class, out);
}

static bool make_ndarray(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)call;
    (void)out;
    return ssi_unsupported(s, "np.ndarray(); np.array() and np.zeros() are "
                              "supported");
}

static const ssi_class ndarray_class = {
    "ndarray",
    "numpy.ndarray",
    {"ndarray", "*args, **kwargs", make_ndarray,
     "The class of arrays; np.array() makes one.", 0, SSI_STYLE_KEYWORDS, NULL},
    &ssi_type_ndarray,
    -1,
};

bool ssi_numpy_ndarray_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &ndarray_class, out);
}
