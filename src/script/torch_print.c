/* SPDX-License-Identifier: MIT
 * torch.set_printoptions and the default dtype.
 * Learned from: PyTorch 2.13.0 (torch/_tensor_str.py) by experiment.
 */
#include <string.h>

#include "script/numpy_print.h"
#include "script/torch_values.h"

/* precision, threshold, edgeitems, linewidth of a profile. */
static bool apply_profile(const char *name, ss_torch_print_options *o)
{
    static const struct {
        const char *name;
        int64_t precision, threshold, edgeitems;
    } profiles[] = {{"default", 4, 1000, 3},
                    {"short", 2, 1000, 2},
                    {"full", 4, SS_PRINT_UNLIMITED, 3}};
    for (size_t i = 0; i < sizeof profiles / sizeof *profiles; i++)
        if (strcmp(name, profiles[i].name) == 0) {
            o->precision = profiles[i].precision;
            o->threshold = profiles[i].threshold;
            o->edgeitems = profiles[i].edgeitems;
            o->linewidth = 80;
        }
    return true;
}

static bool option(ss_session *s, const ssi_call *call, size_t i,
                   const char *name, bool unlimited, int64_t *out)
{
    if (!call->given[i] || call->args[i].tag == SSI_NONE)
        return true;
    return ssi_print_option(s, call->args[i], name, unlimited, out);
}

/* Parameters: precision, threshold, edgeitems, linewidth, profile, sci_mode.
 * sci_mode is set at each call, by its default to None. */
bool ssi_torch_set_printoptions(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_torch_print_options o = s->torch_print;
    bool sci;
    *out = ssi_none();
    o.sci_mode = SS_SCI_MODE_AUTO;
    if (call->given[4] && ssi_is(call->args[4], &ssi_type_str))
        apply_profile(((ssi_str_object *)call->args[4].u.o)->data, &o);
    if (!option(s, call, 0, "precision", false, &o.precision)
        || !option(s, call, 1, "threshold", true, &o.threshold)
        || !option(s, call, 2, "edgeitems", false, &o.edgeitems)
        || !option(s, call, 3, "linewidth", true, &o.linewidth))
        return false;
    if (call->given[5] && call->args[5].tag != SSI_NONE) {
        if (!ssi_truth(s, call->args[5], &sci))
            return false;
        o.sci_mode = sci ? SS_SCI_MODE_ON : SS_SCI_MODE_OFF;
    }
    s->torch_print = o;
    return true;
}

bool ssi_torch_get_default_dtype(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)call;
    return ssi_new_torch_dtype(s, ssi_torch_default_dtype(s), out);
}

bool ssi_torch_set_default_dtype(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_dtype dtype = SS_BOOL;
    *out = ssi_none();
    if (!ssi_is(call->args[0], &ssi_type_torch_dtype))
        return ssi_raise(s, "TypeError",
                         "invalid dtype object: only floating-point types are "
                         "supported as the default type");
    ssi_torch_dtype_of(call->args[0], &dtype);
    if (!ssi_dtype_is_float(dtype))
        return ssi_raise(s, "TypeError",
                         "only floating-point types are "
                         "supported as the default type");
    s->torch_print.default_dtype = dtype;
    return true;
}
