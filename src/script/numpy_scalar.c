/* SPDX-License-Identifier: MIT
 * NumPy scalars: np.float64(0.5), np.int32(3), np.str_('a').
 * Learned from: NumPy 2.4.6 (scalartypes.c.src) by experiment.
 */
#include <string.h>

#include "script/ndarray.h"
#include "script/numpy_classes.h"
#include "script/numpy_names_tables.h"

static ssi_scalar_object *scalar_of(ssi_object *self)
{
    return (ssi_scalar_object *)self;
}

bool ssi_new_scalar(ss_session *s, ss_dtype dtype, size_t itemsize,
                    const void *item, ssi_value *out)
{
    ssi_scalar_object *o =
        ssi_new(s, &ssi_type_numpy_scalar, sizeof *o + itemsize, 0);
    if (!o)
        return false;
    o->dtype = dtype;
    o->itemsize = itemsize;
    memcpy(o->item, item, itemsize);
    *out = ssi_from_object(o);
    return true;
}

static bool scalar_python(ss_session *s, ssi_object *self, ssi_value *out)
{
    ssi_scalar_object *o = scalar_of(self);
    return ssi_item_python(s, (ssi_element){o->dtype, o->itemsize}, o->item,
                           out);
}

static bool scalar_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    ssi_scalar_object *o = scalar_of(self);
    return ssi_text_done(
        s, ss_numpy_scalar_repr_legacy(o->dtype, o->item, o->itemsize,
                                       s->numpy_print.legacy, out));
}

static bool scalar_str(ss_session *s, ssi_object *self, ss_text *out)
{
    ssi_scalar_object *o = scalar_of(self);
    return ssi_text_done(
        s, ss_numpy_scalar_text_legacy(o->dtype, o->item, o->itemsize,
                                       s->numpy_print.legacy, out));
}

static bool scalar_attribute(ss_session *s, ssi_object *self, const char *name,
                             ssi_value *out)
{
    ssi_scalar_object *o = scalar_of(self);
    ssi_element e = {o->dtype, o->itemsize};
    if (strcmp(name, "dtype") == 0)
        return ssi_new_dtype(s, e, out);
    if (strcmp(name, "shape") == 0)
        return ssi_new_tuple(s, NULL, 0, out);
    if (strcmp(name, "itemsize") == 0 || strcmp(name, "nbytes") == 0) {
        *out = ssi_int((int64_t)e.itemsize);
        return true;
    }
    if (strcmp(name, "ndim") == 0 || strcmp(name, "size") == 0) {
        *out = ssi_int(name[0] == 's');
        return true;
    }
    if (strcmp(name, "T") == 0
        || (strcmp(name, "real") == 0 && e.dtype <= SS_FLOAT64)) {
        *out = ssi_retain((ssi_value){SSI_OBJECT, {.o = self}});
        return true;
    }
    return ssi_unknown_attribute(s, ssi_numpy_scalar_names,
                                 ssi_numpy_class(e.dtype)->qualified, name);
}

static bool scalar_truth(ss_session *s, ssi_object *self, bool *out)
{
    ssi_value v;
    bool ok = scalar_python(s, self, &v) && ssi_truth(s, v, out);
    if (ok)
        ssi_release(s, v);
    return ok;
}

static bool scalar_equal(ss_session *s, ssi_object *self, ssi_value other,
                         bool *out)
{
    ssi_value a, b = other;
    bool ok;
    if (!scalar_python(s, self, &a))
        return false;
    ok = ssi_is(other, &ssi_type_numpy_scalar) ? scalar_python(s, other.u.o, &b)
                                               : (ssi_retain(other), true);
    ok = ok && ssi_equal(s, a, b, out);
    ssi_release(s, a);
    if (ok)
        ssi_release(s, b);
    return ok;
}

/* np.str_ and np.bytes_ are a str and a bytes. */
static bool scalar_text_only(ss_session *s, ssi_object *self, const char *what)
{
    ssi_scalar_object *o = scalar_of(self);
    if (ssi_dtype_is_text(o->dtype))
        return true;
    return ssi_raise(s, "TypeError", what,
                     ssi_numpy_class(o->dtype)->qualified);
}

static bool scalar_length(ss_session *s, ssi_object *self, size_t *out)
{
    ssi_value v;
    if (!scalar_text_only(s, self, "object of type '%s' has no len()")
        || !scalar_python(s, self, &v))
        return false;
    bool ok = ssi_length(s, v, out);
    ssi_release(s, v);
    return ok;
}

static bool scalar_index(ss_session *s, ssi_object *self, ssi_value key,
                         ssi_value *out)
{
    ssi_value v;
    if (!ssi_dtype_is_text(scalar_of(self)->dtype))
        return ssi_raise(s, "IndexError", "invalid index to scalar variable.");
    if (!scalar_python(s, self, &v))
        return false;
    bool ok = ssi_index(s, v, key, out);
    ssi_release(s, v);
    return ok;
}

static bool scalar_iterate(ss_session *s, ssi_object *self, size_t i,
                           ssi_value *out, bool *done)
{
    ssi_value v;
    if (!scalar_text_only(s, self, "'%s' object is not iterable")
        || !scalar_python(s, self, &v))
        return false;
    bool ok = ssi_iterate(s, v, i, out, done);
    ssi_release(s, v);
    return ok;
}

static bool scalar_item(ss_session *s, ssi_call *call, ssi_value *out)
{
    return scalar_python(s, call->self.u.o, out);
}

static bool scalar_copy(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)s;
    *out = ssi_retain(call->self);
    return true;
}

static bool scalar_astype(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_element e;
    unsigned char item[16];
    if (!ssi_dtype_argument(s, call->args[0], &e))
        return false;
    if (ssi_dtype_is_text(e.dtype)
        || ssi_dtype_is_text(scalar_of(call->self.u.o)->dtype))
        return ssi_unsupported(s, "astype() of text");
    return ssi_item_store(s, e, item, call->self)
           && ssi_new_scalar(s, e.dtype, e.itemsize, item, out);
}

const ssi_function ssi_numpy_scalar_methods[] = {
    {"item", "", scalar_item,
     "The value as Python's own int, float, bool, str or bytes.", 0,
     SSI_STYLE_O, "generic.item"},
    {"tolist", "", scalar_item, "The same as item().", 0, SSI_STYLE_O,
     "generic.tolist"},
    {"copy", "", scalar_copy, "The scalar itself.", 0, SSI_STYLE_O,
     "generic.copy"},
    {"astype", "dtype", scalar_astype,
     "The value cast to another dtype, as C casts it.", 0, SSI_STYLE_O,
     "generic.astype"},
    {0},
};

const ssi_type ssi_type_numpy_scalar = {
    .name = "generic",
    .qualified = "numpy.generic",
    .repr = scalar_repr,
    .str = scalar_str,
    .attribute = scalar_attribute,
    .methods = ssi_numpy_scalar_methods,
    .length = scalar_length,
    .index = scalar_index,
    .iterate = scalar_iterate,
    .binary = ssi_numpy_scalar_binary,
    .unary = ssi_numpy_scalar_unary,
    .truth = scalar_truth,
    .equal = scalar_equal,
};
