/* SPDX-License-Identifier: MIT
 * torch.utils.data.ConcatDataset.
 * Learned from: PyTorch 2.13.0 (torch/utils/data/dataset.py).
 */
#include <string.h>

#include "script/torch_data.h"

typedef struct concat {
    ssi_object head;
    ssi_value datasets; /* a list */
    ssi_value ends;     /* a list: the cumulative sizes */
} concat;

static void concat_destroy(ss_session *s, ssi_object *self)
{
    ssi_release(s, ((concat *)self)->datasets);
    ssi_release(s, ((concat *)self)->ends);
}

static bool concat_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    (void)self;
    return ssi_text_add(s, out,
                        "<torch.utils.data.dataset.ConcatDataset object at "
                        "0x7f0000000000>");
}

static const ssi_list_object *ends_of(const ssi_object *self)
{
    return (const ssi_list_object *)((const concat *)self)->ends.u.o;
}

static bool concat_length(ss_session *s, ssi_object *self, size_t *out)
{
    const ssi_list_object *ends = ends_of(self);
    (void)s;
    *out = (size_t)ends->items[ends->count - 1].u.i;
    return true;
}

static bool concat_index(ss_session *s, ssi_object *self, ssi_value key,
                         ssi_value *out)
{
    const ssi_list_object *ends = ends_of(self);
    const ssi_list_object *all =
        (const ssi_list_object *)((concat *)self)->datasets.u.o;
    int64_t i = key.u.i, n = ends->items[ends->count - 1].u.i;
    size_t k = 0;
    if (key.tag != SSI_INT)
        return ssi_unsupported(s, "an index of ConcatDataset that is no int");
    if (-i > n)
        return ssi_raise(s, "ValueError",
                         "absolute value of index should not exceed dataset "
                         "length");
    i += i < 0 ? n : 0;
    while (k < ends->count && i >= ends->items[k].u.i)
        k++;
    if (k == ends->count)
        return ssi_raise(s, "IndexError", "list index out of range");
    if (!ssi_torch_deeper(s))
        return false;
    bool ok = ssi_index(s, all->items[k],
                        ssi_int(k ? i - ends->items[k - 1].u.i : i), out);
    s->value_depth--;
    return ok;
}

static bool concat_iterate(ss_session *s, ssi_object *self, size_t i,
                           ssi_value *out, bool *done)
{
    size_t n;
    concat_length(s, self, &n);
    *done = i >= n;
    return *done || concat_index(s, self, ssi_int((int64_t)i), out);
}

static bool concat_attribute(ss_session *s, ssi_object *self, const char *name,
                             ssi_value *out)
{
    (void)s;
    if (strcmp(name, "datasets") == 0)
        *out = ssi_retain(((concat *)self)->datasets);
    else if (strcmp(name, "cumulative_sizes") == 0)
        *out = ssi_retain(((concat *)self)->ends);
    else
        return false;
    return true;
}

static const ssi_type concat_type = {
    .name = "ConcatDataset",
    .qualified = "torch.utils.data.dataset.ConcatDataset",
    .destroy = concat_destroy,
    .repr = concat_repr,
    .attribute = concat_attribute,
    .length = concat_length,
    .index = concat_index,
    .iterate = concat_iterate,
};

static bool add_up(ss_session *s, concat *o)
{
    const ssi_list_object *all = (const ssi_list_object *)o->datasets.u.o;
    int64_t sum = 0;
    if (all->count == 0)
        return ssi_raise(s, "AssertionError",
                         "datasets should not be an empty iterable");
    for (size_t i = 0; i < all->count; i++) {
        size_t n;
        if (!ssi_torch_deeper(s))
            return false;
        bool ok = ssi_length(s, all->items[i], &n);
        s->value_depth--;
        if (!ok)
            return false;
        sum += (int64_t)n;
        if (!ssi_list_append(s, o->ends, ssi_int(sum)))
            return false;
    }
    return true;
}

static bool make(ss_session *s, ssi_call *call, ssi_value *out)
{
    concat *o = ssi_new(s, &concat_type, sizeof *o, 0);
    if (!o)
        return false;
    *out = ssi_from_object(o);
    o->datasets = o->ends = ssi_none();
    bool ok = ssi_new_list(s, NULL, 0, &o->datasets)
              && ssi_new_list(s, NULL, 0, &o->ends);
    for (size_t i = 0; ok; i++) {
        ssi_value v;
        bool done = false;
        ok = ssi_iterate(s, call->args[0], i, &v, &done);
        if (!ok || done)
            break;
        ok = ssi_list_append(s, o->datasets, v);
        ssi_release(s, v);
    }
    if (ok && add_up(s, o))
        return true;
    ssi_release(s, *out);
    return false;
}

static const ssi_class concat_class = {
    "ConcatDataset",
    "torch.utils.data.dataset.ConcatDataset",
    {"ConcatDataset", "datasets", make,
     "The items of several datasets, one dataset after the other.", 0,
     SSI_STYLE_METHOD, "ConcatDataset.__init__"},
    &concat_type,
    -1,
};

bool ssi_torch_concat_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &concat_class, out);
}
