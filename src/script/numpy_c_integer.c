/* SPDX-License-Identifier: MIT
 * Values as C integers, as Cython converts them in NumPy's random modules.
 * Learned from: NumPy 2.4.6 (the errors of its bit generators) by experiment.
 */
#include <string.h>

#include "script/numpy_generator.h"

/* int(v), where Cython takes it for a number at all. */
static bool number(ss_session *s, ssi_value v, ssi_value *out)
{
    bool scalar = ssi_is(v, &ssi_type_numpy_scalar);
    ssi_value python;
    double real, imag;
    bool ok;
    if (ssi_is(v, &ssi_type_tensor))
        return ssi_unsupported(s, "a torch tensor as an integer of NumPy");
    if (!scalar && !ssi_is(v, &ssi_type_ndarray) && !ssi_is_pyint(v)
        && v.tag != SSI_FLOAT)
        return ssi_raise(s, "TypeError", "an integer is required");
    if (!ssi_python_value(s, v, &python))
        return false;
    if (scalar && ssi_is(python, &ssi_type_str))
        ok = ssi_raise(s, "TypeError", "an integer is required");
    else if (!scalar && ssi_complex_parts(python, &real, &imag)
             && ssi_is(python, &ssi_type_complex))
        ok = ssi_raise(s, "TypeError",
                       "int() argument must be a string, a bytes-like object "
                       "or a real number, not 'complex'");
    else
        ok = ssi_int_of(s, python, v, out);
    ssi_release(s, python);
    return ok;
}

/* *fits: it has at most 64 bits; *u is then its two's complement. */
static bool words(ss_session *s, ssi_value v, uint64_t *u, bool *negative,
                  bool *fits)
{
    ssi_value integer;
    if (!number(s, v, &integer))
        return false;
    bool ok = ssi_to_index(s, integer, u, negative, fits);
    *fits = *fits && !(*negative && *u <= INT64_MAX);
    ssi_release(s, integer);
    return ok;
}

static bool too_large(ss_session *s, const char *type)
{
    return ssi_raise(s, "OverflowError", "value too large to convert to %s",
                     type);
}

bool ssi_c_integer(ss_session *s, ssi_value v, const char *type, int64_t low,
                   int64_t high, int64_t *out)
{
    uint64_t u;
    bool negative, fits;
    if (!words(s, v, &u, &negative, &fits))
        return false;
    if (low == 0 && negative)
        return ssi_raise(s, "OverflowError",
                         "can't convert negative value to %s", type);
    if (!fits || (low != 0 && !negative && u > INT64_MAX))
        return ssi_raise(s, "OverflowError",
                         "Python int too large to convert to C %slong",
                         low == 0 ? "unsigned " : "");
    if (!negative && u > (uint64_t)high)
        return too_large(s, type);
    *out = (int64_t)u;
    return *out >= low || too_large(s, type);
}

bool ssi_c_uint64(ss_session *s, ssi_value v, uint64_t *out)
{
    bool negative, fits;
    if (!words(s, v, out, &negative, &fits))
        return false;
    if (negative)
        return ssi_raise(s, "OverflowError",
                         "can't convert negative value to uint64_t");
    return fits
           || ssi_raise(s, "OverflowError",
                        "Python int too large to convert to C unsigned long");
}
