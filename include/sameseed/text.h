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

/* Kinds of elements, for ss_numpy_print_options.formatter. */
#define SS_FORMATTER_BOOL 1u    /* 'bool' */
#define SS_FORMATTER_INT 2u     /* 'int', 'int_kind' */
#define SS_FORMATTER_FLOAT 4u   /* 'float', 'float_kind' */
#define SS_FORMATTER_COMPLEX 8u /* 'complexfloat', 'complex_kind' */
#define SS_FORMATTER_STR 16u    /* 'numpystr', 'str_kind' */
#define SS_FORMATTER_OBJECT 32u /* 'object' */
#define SS_FORMATTER_ALL 63u    /* 'all' */

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
    /* legacy='1.13', '1.21', '1.25', '2.1', '2.2' as 113, 121, 125, 201, 202;
     * 0: off. 220 is none of them: as NumPy 2.2 itself prints.
     * np.set_printoptions(legacy='1.13') also sets sign to '-'. */
    int32_t legacy;
    /* Prints one element in place of the library: those of the kinds in
     * formatter (formatter={...}), and every SS_OBJECT, which the library
     * does not know. Appends any UTF-8 text to out. */
    uint32_t formatter; /* SS_FORMATTER_ bits */
    ss_status (*element)(void *context, ss_dtype dtype, const void *item,
                         size_t itemsize, ss_text *out);
    void *context; /* for element */
} ss_numpy_print_options;

/* Append str(array) and repr(array) of an ndarray. options may be NULL.
 * SS_ERR_DTYPE for SS_BFLOAT16 (NumPy has none), for SS_OBJECT without
 * options->element, and for str() of a 0-d SS_OBJECT array, which is str() of
 * the object. SS_ERR_ARGUMENT for text that is not Unicode and when element
 * appends nothing (NumPy raises ValueError). */
SS_API ss_status ss_numpy_text(const ss_array *array,
                               const ss_numpy_print_options *options,
                               ss_text *out);
SS_API ss_status ss_numpy_repr(const ss_array *array,
                               const ss_numpy_print_options *options,
                               ss_text *out);

/* Append np.array2string(array, separator=, prefix=, suffix=). max_line_width
 * is options->linewidth, suppress_small options->suppress. NULL for NumPy's
 * defaults: " ", "" and "". */
SS_API ss_status ss_numpy_array2string(const ss_array *array,
                                       const ss_numpy_print_options *options,
                                       const char *separator,
                                       const char *prefix, const char *suffix,
                                       ss_text *out);

/* Append str and repr of a NumPy scalar: one element of that dtype at item
 * (itemsize bytes), e.g. "0.5" and "np.float64(0.5)". */
SS_API ss_status ss_numpy_scalar_text(ss_dtype dtype, const void *item,
                                      size_t itemsize, ss_text *out);
SS_API ss_status ss_numpy_scalar_repr(ss_dtype dtype, const void *item,
                                      size_t itemsize, ss_text *out);
/* The same under set_printoptions(legacy=...), numbered as in
 * ss_numpy_print_options. */
SS_API ss_status ss_numpy_scalar_text_legacy(ss_dtype dtype, const void *item,
                                             size_t itemsize, int32_t legacy,
                                             ss_text *out);
SS_API ss_status ss_numpy_scalar_repr_legacy(ss_dtype dtype, const void *item,
                                             size_t itemsize, int32_t legacy,
                                             ss_text *out);

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
    const char *suffix;     /* "requires_grad=True", "grad_fn=<...>"; or NULL */
} ss_torch_print_options;

/* Append str(tensor), which is also its repr. options may be NULL. */
SS_API ss_status ss_torch_text(const ss_array *tensor,
                               const ss_torch_print_options *options,
                               ss_text *out);

/* Append repr(float) of Python: the shortest digits that read back. */
SS_API ss_status ss_python_float_text(double value, ss_text *out);
/* Append repr(complex) of Python: "(1+2j)", "2j". */
SS_API ss_status ss_python_complex_text(double re, double im, ss_text *out);

#ifdef __cplusplus
}
#endif

#endif
