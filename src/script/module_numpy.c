/* SPDX-License-Identifier: MIT
 * The module numpy.
 * Learned from: NumPy 2.4.6 by experiment.
 */
#include <sameseed/version.h>

#include <string.h>

#include "script/files.h"
#include "script/module_numpy_random.h"
#include "script/ndarray.h"
#include "script/numpy_classes.h"
#include "script/numpy_create.h"
#include "script/numpy_print.h"

static const ssi_function functions[] = {
    {"array",
     "object, dtype=None, *, copy=True, order='K', subok=False, ndmin=0, "
     "ndmax=0, like=None",
     ssi_numpy_array,
     "A new array of a number, a text or nested lists, tuples and arrays of "
     "them; the dtype is found as NumPy finds it. ValueError for ragged "
     "nests. Draws nothing.",
     0, SSI_STYLE_NPY, NULL},
    {"asarray", "a, dtype=None, order=None", ssi_numpy_asarray,
     "The same as array, but an array of that dtype is not copied. Draws "
     "nothing.",
     0, SSI_STYLE_NPY, NULL},
    {"arange", "start=None, stop=None, step=None, dtype=None", ssi_numpy_arange,
     "start, start + step, ... below stop, or 0, 1, ... below start alone: "
     "int64, or float64 when one is a float. Draws nothing.",
     0, SSI_STYLE_NPY, NULL},
    {"linspace",
     "start, stop, num=50, endpoint=True, retstep=False, dtype=None",
     ssi_numpy_linspace,
     "num float64 values from start to stop, evenly spaced. Draws nothing.", 0,
     SSI_STYLE_DEF, NULL},
    {"zeros", "shape, dtype=None, order='C'", ssi_numpy_filled,
     "An array of zeros, float64 without dtype. Draws nothing.", 0,
     SSI_STYLE_NPY, NULL},
    {"ones", "shape, dtype=None, order='C'", ssi_numpy_filled,
     "An array of ones, float64 without dtype. Draws nothing.", 1,
     SSI_STYLE_DEF, NULL},
    {"full", "shape, fill_value, dtype=None, order='C'", ssi_numpy_full,
     "An array filled with fill_value, of its dtype unless one is given. "
     "Draws nothing.",
     0, SSI_STYLE_DEF, NULL},
    {"empty", "shape, dtype=None", ssi_numpy_empty,
     "Only for arrays without elements: what else it contains is not "
     "defined. Draws nothing.",
     0, SSI_STYLE_NPY, NULL},
    {"set_printoptions",
     "precision=None, threshold=None, edgeitems=None, linewidth=None, "
     "suppress=None, nanstr=None, infstr=None, formatter=None, sign=None, "
     "floatmode=None, *, legacy=None, override_repr=None",
     ssi_numpy_set_printoptions,
     "How arrays are printed from now on: digits (precision, floatmode "
     "'fixed', 'unique', 'maxprec', 'maxprec_equal', suppress, sign), length "
     "(threshold, edgeitems, linewidth) and the texts of nan and inf. "
     "ValueError and TypeError as NumPy raises them.",
     0, SSI_STYLE_DEF, NULL},
    {"get_printoptions", "", ssi_numpy_get_printoptions,
     "The print options as a dict.", 0, SSI_STYLE_DEF, NULL},
    {"printoptions",
     "precision=None, threshold=None, edgeitems=None, linewidth=None, "
     "suppress=None, nanstr=None, infstr=None, formatter=None, sign=None, "
     "floatmode=None, *, legacy=None, override_repr=None",
     ssi_numpy_printoptions,
     "with np.printoptions(...): the options of set_printoptions for the "
     "lines inside, those from before afterwards.",
     0, SSI_STYLE_DEF, "_set_printoptions"},
    {"array2string",
     "a, max_line_width=None, precision=None, suppress_small=None, "
     "separator=' ', prefix='', *, formatter=None, threshold=None, "
     "edgeitems=None, sign=None, floatmode=None, suffix='', legacy=None",
     ssi_numpy_array2string,
     "The text of an array, with options of its own over the print options.", 0,
     SSI_STYLE_DEF, NULL},
    {"array_repr",
     "arr, max_line_width=None, precision=None, suppress_small=None",
     ssi_numpy_array_text, "repr(arr), with options of its own.", 0,
     SSI_STYLE_DEF, NULL},
    {"array_str", "a, max_line_width=None, precision=None, suppress_small=None",
     ssi_numpy_array_text, "str(a), with options of its own.", 1, SSI_STYLE_DEF,
     NULL},
    {"save", "file, arr, allow_pickle=True", ssi_numpy_save,
     "Write an array to a .npy file, whole or not at all; '.npy' is added to a "
     "path without it. Arrays of objects are refused.",
     0, SSI_STYLE_DEF, NULL},
    {"savez", "file, *args, allow_pickle=True, **kwds", ssi_numpy_savez,
     "Write arrays to an .npz file: keywords by their names, the others as "
     "arr_0, arr_1, ...",
     0, SSI_STYLE_DEF, NULL},
    {"savez_compressed", "file, *args, allow_pickle=True, **kwds",
     ssi_numpy_savez, "The same as savez, compressed.", 1, SSI_STYLE_DEF, NULL},
    {"savetxt",
     "fname, X, fmt='%.18e', delimiter=' ', newline='\\n', header='', "
     "footer='', comments='# ', encoding=None",
     ssi_numpy_savetxt,
     "Write an array of one or two axes as text, a row a line. fmt is one "
     "format for all, one for each column in a list, or one for the row: the "
     "conversions d i u x X o f F e E g G s.",
     0, SSI_STYLE_DEF, NULL},
    {"load",
     "file, mmap_mode=None, allow_pickle=False, fix_imports=True, "
     "encoding='ASCII', *, max_header_size=10000",
     ssi_numpy_load,
     "The array of a .npy file, or the arrays of an .npz file by name. "
     "ValueError where the file is broken; pickles are refused.",
     0, SSI_STYLE_DEF, NULL},
    {0},
};

static bool make_version(ss_session *s, ssi_value *out)
{
    return ssi_new_str(s, SAMESEED_NUMPY_VERSION,
                       strlen(SAMESEED_NUMPY_VERSION), out);
}

#define NUMBER(id, value)                                                      \
    static bool make_##id(ss_session *s, ssi_value *out)                       \
    {                                                                          \
        (void)s;                                                               \
        *out = ssi_float(value);                                               \
        return true;                                                           \
    }
NUMBER(pi, 0x1.921fb54442d18p+1)
NUMBER(e, 0x1.5bf0a8b145769p+1)
NUMBER(euler_gamma, 0x1.2788cfc6fb619p-1)
NUMBER(inf, 0x1p1023 * 2)

static bool make_nan(ss_session *s, ssi_value *out)
{
    uint64_t bits = UINT64_C(0x7ff8000000000000);
    double nan;
    (void)s;
    memcpy(&nan, &bits, sizeof nan);
    *out = ssi_float(nan);
    return true;
}

static bool make_scalar_bool(ss_session *s, ssi_value *out, unsigned char b)
{
    return ssi_new_scalar(s, SS_BOOL, 1, &b, out);
}

static bool make_true(ss_session *s, ssi_value *out)
{
    return make_scalar_bool(s, out, 1);
}

static bool make_false(ss_session *s, ssi_value *out)
{
    return make_scalar_bool(s, out, 0);
}

static bool make_none(ss_session *s, ssi_value *out)
{
    (void)s;
    *out = ssi_none();
    return true;
}

static const ssi_module_constant constants[] = {
    {"__version__", make_version},
    {"pi", make_pi},
    {"e", make_e},
    {"euler_gamma", make_euler_gamma},
    {"inf", make_inf},
    {"nan", make_nan},
    {"newaxis", make_none},
    {"True_", make_true},
    {"False_", make_false},
    {"dtype", ssi_numpy_dtype_class},
    {"ndarray", ssi_numpy_ndarray_class},
    SSI_NUMPY_CLASS_CONSTANTS,
    {0},
};

static const ssi_module *const modules[] = {&ssi_module_numpy_random, NULL};

const ssi_module ssi_module_numpy = {
    .name = "numpy",
    .functions = functions,
    .constants = constants,
    .modules = modules,
    .last_name = "numpy",
};
