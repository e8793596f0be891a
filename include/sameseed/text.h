/* SPDX-License-Identifier: MIT
 * array -> printed text: the characters that NumPy, PyTorch and Python print.
 */
#ifndef SAMESEED_TEXT_H
#define SAMESEED_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sameseed/array.h>
#include <sameseed/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Text that grows: start with {0}, end with ss_text_free(). data is always
 * zero-terminated once something was appended; size does not count the zero.
 * The functions below append; when they fail, size is as before. */
typedef struct ss_text {
    char *data;
    size_t size;
    size_t capacity;
} ss_text;

SS_API void ss_text_free(ss_text *text);
SS_API ss_status ss_text_append(ss_text *text, const char *bytes, size_t size);

/* In the option structs a zero field means the library's default, so that
 * {.precision = 2} says all; SS_PRINT_ZERO asks for a real 0. */
#define SS_PRINT_ZERO (-1)
/* threshold or linewidth: no limit (sys.maxsize, np.inf). */
#define SS_PRINT_UNLIMITED INT64_MAX

/* np.set_printoptions(floatmode=...). */
typedef enum ss_numpy_floatmode {
    SS_FLOATMODE_DEFAULT = 0, /* maxprec */
    SS_FLOATMODE_FIXED = 1,
    SS_FLOATMODE_UNIQUE = 2,
    SS_FLOATMODE_MAXPREC = 3,
    SS_FLOATMODE_MAXPREC_EQUAL = 4
} ss_numpy_floatmode;

/* np.set_printoptions(): zero fields are NumPy's defaults. */
typedef struct ss_numpy_print_options {
    int64_t precision; /* 8 */
    int64_t threshold; /* 1000 */
    int64_t edgeitems; /* 3 */
    int64_t linewidth; /* 75 characters */
    bool suppress;     /* false: small numbers go to scientific notation */
    char sign;         /* '-', '+' or ' '; 0: '-' */
    ss_numpy_floatmode floatmode;
    const char *nanstr; /* NULL: "nan" */
    const char *infstr; /* NULL: "inf" */
} ss_numpy_print_options;

/* Append str(array) and repr(array) of an ndarray. options may be NULL.
 * SS_ERR_DTYPE for SS_BFLOAT16 (NumPy has none) and SS_OBJECT. */
SS_API ss_status ss_numpy_text(const ss_array *array,
                               const ss_numpy_print_options *options,
                               ss_text *out);
SS_API ss_status ss_numpy_repr(const ss_array *array,
                               const ss_numpy_print_options *options,
                               ss_text *out);

/* Append str and repr of a NumPy scalar: one element of that dtype at item
 * (itemsize bytes), e.g. "0.5" and "np.float64(0.5)". */
SS_API ss_status ss_numpy_scalar_text(ss_dtype dtype, const void *item,
                                      size_t itemsize, ss_text *out);
SS_API ss_status ss_numpy_scalar_repr(ss_dtype dtype, const void *item,
                                      size_t itemsize, ss_text *out);

/* torch.set_printoptions(sci_mode=...). */
typedef enum ss_torch_sci_mode {
    SS_SCI_MODE_AUTO = 0, /* None */
    SS_SCI_MODE_ON = 1,
    SS_SCI_MODE_OFF = 2
} ss_torch_sci_mode;

/* torch.set_printoptions(): zero fields are PyTorch's defaults. */
typedef struct ss_torch_print_options {
    int64_t precision; /* 4 */
    int64_t threshold; /* 1000 */
    int64_t edgeitems; /* 3 */
    int64_t linewidth; /* 80 characters */
    ss_torch_sci_mode sci_mode;
    ss_dtype default_dtype; /* SS_BOOL (0): float32, as torch starts with */
} ss_torch_print_options;

/* Append str(tensor), which is also its repr. options may be NULL. */
SS_API ss_status ss_torch_text(const ss_array *tensor,
                               const ss_torch_print_options *options,
                               ss_text *out);

/* Append repr(float) of Python: the shortest digits that read back. */
SS_API ss_status ss_python_float_text(double value, ss_text *out);

#ifdef __cplusplus
}
#endif

#endif
