/* SPDX-License-Identifier: MIT
 * collections.OrderedDict: a dict with another text.
 */
#include "script/dict.h"

#include <string.h>

static bool ordered_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    ssi_value dict = {.tag = SSI_OBJECT, .u.o = self}, list;
    bool ok;

    if (self->showing)
        return ssi_append(s, out, "...");
    if (!ssi_ordered_dict_items(s, dict, &list))
        return false;
    self->showing = true;
    ok = ssi_append(s, out, "OrderedDict(")
         && (((ssi_dict_object *)self)->count == 0 || ssi_repr(s, list, out))
         && ssi_append(s, out, ")");
    self->showing = false;
    ssi_release(s, list);
    return ok;
}

bool ssi_ordered_dict_items(ss_session *s, ssi_value dict, ssi_value *out)
{
    const ssi_dict_entry *e;

    if (!ssi_new_list(s, NULL, 0, out))
        return false;
    for (size_t i = 0; (e = ssi_dict_entry_at(dict, i)); i++) {
        ssi_value items[2] = {e->key, e->value}, pair;
        bool ok = ssi_new_tuple(s, items, 2, &pair);
        if (ok) {
            ok = ssi_list_append(s, *out, pair);
            ssi_release(s, pair);
        }
        if (!ok) {
            ssi_release(s, *out);
            return false;
        }
    }
    return true;
}

static void ordered_destroy(ss_session *s, ssi_object *self)
{
    ssi_type_dict.destroy(s, self);
}

static bool ordered_length(ss_session *s, ssi_object *self, size_t *out)
{
    return ssi_type_dict.length(s, self, out);
}

static bool ordered_truth(ss_session *s, ssi_object *self, bool *out)
{
    return ssi_type_dict.truth(s, self, out);
}

static bool ordered_index(ss_session *s, ssi_object *self, ssi_value key,
                          ssi_value *out)
{
    return ssi_type_dict.index(s, self, key, out);
}

static bool ordered_iterate(ss_session *s, ssi_object *self, size_t i,
                            ssi_value *out, bool *done)
{
    return ssi_type_dict.iterate(s, self, i, out, done);
}

const ssi_type ssi_type_ordered_dict = {
    .name = "OrderedDict",
    .qualified = "collections.OrderedDict",
    .destroy = ordered_destroy,
    .repr = ordered_repr,
    .methods = ssi_dict_methods,
    .length = ordered_length,
    .index = ordered_index,
    .iterate = ordered_iterate,
    .truth = ordered_truth,
};

bool ssi_new_ordered_dict(ss_session *s, ssi_value *out)
{
    ssi_dict_object *dict = ssi_new(s, &ssi_type_ordered_dict, sizeof *dict, 0);

    if (dict)
        *out = ssi_from_object(dict);
    return dict != NULL;
}

static bool make(ss_session *s, ssi_call *call, ssi_value *out)
{
    bool ok;

    if (call->positional_count > 1)
        return ssi_raise(s, "TypeError", "expected at most 1 argument, got %zu",
                         call->positional_count);
    if (!ssi_new_ordered_dict(s, out))
        return false;
    ok = !call->positional_count
         || ssi_dict_update(s, *out, call->positional[0]);
    for (size_t i = 0; ok && i < call->keyword_count; i++) {
        const char *name = call->keyword_names[i];
        ssi_value key;
        ok = ssi_new_str(s, name, strlen(name), &key);
        if (ok) {
            ok = ssi_dict_set(s, *out, key, call->keyword_values[i]);
            ssi_release(s, key);
        }
    }
    if (!ok)
        ssi_release(s, *out);
    return ok;
}

static const ssi_class ordered_class = {
    "OrderedDict",
    "collections.OrderedDict",
    {"OrderedDict", "*args, **kwargs", make,
     "A dict that is printed as the list of its pairs.", 0, SSI_STYLE_DEF,
     NULL},
    &ssi_type_ordered_dict,
    -1,
};

static bool new_class(ss_session *s, ssi_value *out)
{
    return ssi_new_class(s, &ordered_class, out);
}

static const ssi_module_constant constants[] = {{"OrderedDict", new_class},
                                                {0}};

const ssi_module ssi_module_collections = {
    .name = "collections",
    .constants = constants,
    .last_name = "collections",
};
