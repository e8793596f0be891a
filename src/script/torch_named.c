/* SPDX-License-Identifier: MIT
 * torch.return_types.max and the like: a tuple with names.
 * Learned from: PyTorch 2.13.0 by experiment.
 */
#include <string.h>

#include "script/ndarray.h"
#include "script/torch_named.h"

typedef struct pair_object {
    ssi_object head;
    const char *name;
    ssi_value items; /* a tuple */
} pair_object;

static ssi_value item_of(ssi_object *self, size_t i)
{
    return ((ssi_list_object *)((pair_object *)self)->items.u.o)->items[i];
}

static void pair_destroy(ss_session *s, ssi_object *self)
{
    ssi_release(s, ((pair_object *)self)->items);
}

static bool pair_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    return ssi_text_add(s, out, "torch.return_types.")
           && ssi_text_add(s, out, ((pair_object *)self)->name)
           && ssi_text_add(s, out, "(\nvalues=")
           && ssi_repr(s, item_of(self, 0), out)
           && ssi_text_add(s, out, ",\nindices=")
           && ssi_repr(s, item_of(self, 1), out) && ssi_text_add(s, out, ")");
}

static bool pair_attribute(ss_session *s, ssi_object *self, const char *name,
                           ssi_value *out)
{
    (void)s;
    if (strcmp(name, "values") == 0)
        *out = ssi_retain(item_of(self, 0));
    else if (strcmp(name, "indices") == 0)
        *out = ssi_retain(item_of(self, 1));
    else
        return false;
    return true;
}

static bool pair_length(ss_session *s, ssi_object *self, size_t *out)
{
    return ssi_length(s, ((pair_object *)self)->items, out);
}

static bool pair_index(ss_session *s, ssi_object *self, ssi_value key,
                       ssi_value *out)
{
    return ssi_index(s, ((pair_object *)self)->items, key, out);
}

static bool pair_iterate(ss_session *s, ssi_object *self, size_t i,
                         ssi_value *out, bool *done)
{
    return ssi_iterate(s, ((pair_object *)self)->items, i, out, done);
}

static const ssi_type pair_type = {
    .name = "torch.return_types",
    .qualified = "torch.return_types",
    .destroy = pair_destroy,
    .repr = pair_repr,
    .attribute = pair_attribute,
    .length = pair_length,
    .index = pair_index,
    .iterate = pair_iterate,
};

bool ssi_torch_named_pair(ss_session *s, const char *name, ssi_value pair[2],
                          ssi_value *out)
{
    ssi_value tuple;
    bool ok = ssi_new_tuple(s, pair, 2, &tuple);
    ssi_release(s, pair[0]);
    ssi_release(s, pair[1]);
    if (!ok)
        return false;
    pair_object *o = ssi_new(s, &pair_type, sizeof *o, 0);
    if (!o) {
        ssi_release(s, tuple);
        return false;
    }
    o->name = name;
    o->items = tuple;
    *out = ssi_from_object(o);
    return true;
}
