/* SPDX-License-Identifier: MIT
 * Ends of ranges of ints, wider than 64 bits.
 */
#include "script/numpy_bound.h"

#include "script/ndarray.h"

bool ssi_bound_less(ssi_bound a, ssi_bound b)
{
    if (a.below || b.below)
        return a.below && !b.below;
    if (a.above || b.above)
        return b.above && !a.above;
    if (a.negative != b.negative)
        return a.negative;
    return a.bits < b.bits;
}

bool ssi_bound_of_double(ss_session *s, double d, ssi_bound *out)
{
    *out = (ssi_bound){0};
    if (d != d)
        return ssi_raise(s, "ValueError",
                         "cannot convert float NaN to "
                         "integer");
    if (d - d != 0)
        return ssi_raise(s, "OverflowError",
                         "cannot convert float infinity "
                         "to integer");
    if (d < -0x1p63)
        out->below = true;
    else if (d >= 0x1p64)
        out->above = true;
    else
        out->bits = d < 0 ? (uint64_t)(int64_t)d : (uint64_t)d;
    out->negative = d <= -1;
    return true;
}

bool ssi_bound_of(ss_session *s, ssi_value v, ssi_bound *out)
{
    bool fits;
    double d;
    *out = (ssi_bound){0};
    if (ssi_is_int(v)) {
        if (!ssi_to_index(s, v, &out->bits, &out->negative, &fits))
            return false;
        out->below = !fits && out->negative;
        out->above = !fits && !out->negative;
        return true;
    }
    if (ssi_is(v, &ssi_type_numpy_scalar)
        && ((ssi_scalar_object *)v.u.o)->dtype == SS_BOOL) {
        out->bits = ((ssi_scalar_object *)v.u.o)->item[0] != 0;
        return true;
    }
    if (ssi_is_float(v))
        return ssi_to_double(s, v, &d) && ssi_bound_of_double(s, d, out);
    if (ssi_is(v, &ssi_type_str) || ssi_is(v, &ssi_type_bytes)) {
        ssi_value read;
        if (!ssi_text_value(s, v, true, &read))
            return false;
        bool ok = ssi_bound_of(s, read, out);
        ssi_release(s, read);
        return ok;
    }
    return ssi_raise(s, "TypeError",
                     "int() argument must be a string, a bytes-like object "
                     "or a real number, not '%s'",
                     ssi_type_name(v));
}

bool ssi_bound_minus_one(ss_session *s, ssi_value v, ssi_bound *last)
{
    ssi_value less_one;
    if (ssi_is(v, &ssi_type_bigint)) {
        if (!ssi_binary(s, SSI_OP_SUB, v, ssi_int(1), &less_one))
            return false;
        bool ok = ssi_bound_of(s, less_one, last);
        ssi_release(s, less_one);
        return ok;
    }
    if (ssi_is_float(v)) {
        double d;
        if (!ssi_to_double(s, v, &d))
            return false;
        if (d == 0x1p64) {
            *last = (ssi_bound){.bits = UINT64_MAX};
            return true;
        }
    }
    if (!ssi_bound_of(s, v, last))
        return false;
    if (last->above || last->below)
        return true;
    last->below = last->negative && last->bits == UINT64_C(1) << 63;
    last->negative = last->negative || last->bits == 0;
    last->bits--;
    return true;
}

void ssi_bound_limits(ss_dtype dtype, ssi_bound *low, ssi_bound *high)
{
    unsigned bits = (unsigned)ss_dtype_size(dtype) * 8;
    *low = *high = (ssi_bound){0};
    if (dtype == SS_BOOL) {
        high->bits = 1;
    } else if (ssi_dtype_is_signed(dtype)) {
        high->bits = (UINT64_C(1) << (bits - 1)) - 1;
        low->bits = ~high->bits;
        low->negative = true;
    } else {
        high->bits = bits == 64 ? UINT64_MAX : (UINT64_C(1) << bits) - 1;
    }
}
