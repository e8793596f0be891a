/* SPDX-License-Identifier: MIT
 * Methods of dict, and the views that keys(), values() and items() give.
 */
#include "script/dict.h"

typedef struct view_object {
    ssi_object head;
    ssi_value dict;
    int kind; /* 0: keys, 1: values, 2: items */
} view_object;

static const ssi_type view_types[6];

static void view_destroy(ss_session *s, ssi_object *self)
{
    ssi_release(s, ((view_object *)self)->dict);
}

static bool view_iterate(ss_session *s, ssi_object *self, size_t i,
                         ssi_value *out, bool *done)
{
    const view_object *view = (const view_object *)self;
    const ssi_dict_entry *e = ssi_dict_entry_at(view->dict, i);

    *done = e == NULL;
    if (!e)
        return true;
    if (view->kind == 2) {
        ssi_value pair[2] = {e->key, e->value};
        return ssi_new_tuple(s, pair, 2, out);
    }
    *out = ssi_retain(view->kind == 0 ? e->key : e->value);
    return true;
}

static bool view_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    ssi_value view = {.tag = SSI_OBJECT, .u.o = self}, list;
    bool ok;

    if (self->showing)
        return ssi_append(s, out, "...");
    if (!ssi_new_list(s, NULL, 0, &list))
        return false;
    self->showing = true;
    ok = ssi_list_extend(s, list, view) && ssi_append(s, out, self->type->name)
         && ssi_append(s, out, "(") && ssi_repr(s, list, out)
         && ssi_append(s, out, ")");
    self->showing = false;
    ssi_release(s, list);
    return ok;
}

static bool view_length(ss_session *s, ssi_object *self, size_t *out)
{
    return ssi_length(s, ((view_object *)self)->dict, out);
}

static bool view_binary(ss_session *s, ssi_operator op, ssi_value left,
                        ssi_value right, ssi_value *out, bool *handled)
{
    *handled = false;
    if (op == SSI_OP_AND || op == SSI_OP_OR || op == SSI_OP_XOR
        || op == SSI_OP_SUB)
        return ssi_unsupported(s, "set operations are not supported");
    return true;
}

#define VIEW(view)                                                             \
    {                                                                          \
        .name = view, .qualified = view, .destroy = view_destroy,              \
        .repr = view_repr, .length = view_length, .iterate = view_iterate,     \
        .binary = view_binary                                                  \
    }

static const ssi_type view_types[6] = {
    VIEW("dict_keys"),  VIEW("dict_values"),  VIEW("dict_items"),
    VIEW("odict_keys"), VIEW("odict_values"), VIEW("odict_items"),
};

static bool dict_view(ss_session *s, ssi_call *call, ssi_value *out)
{
    int kind = call->function->variant;
    bool ordered = ssi_is(call->self, &ssi_type_ordered_dict);
    view_object *view =
        ssi_new(s, &view_types[kind + 3 * ordered], sizeof *view, 0);

    if (!view)
        return false;
    view->dict = ssi_retain(call->self);
    view->kind = kind;
    *out = ssi_from_object(view);
    return true;
}

static bool dict_get(ss_session *s, ssi_call *call, ssi_value *out)
{
    const ssi_value *found;

    if (!ssi_dict_find(s, call->self, call->args[0], &found))
        return false;
    *out = ssi_retain(found ? *found : call->args[1]);
    return true;
}

static bool dict_copy(ss_session *s, ssi_call *call, ssi_value *out)
{
    if (ssi_is(call->self, &ssi_type_ordered_dict)
            ? !ssi_new_ordered_dict(s, out)
            : !ssi_new_dict(s, out))
        return false;
    if (ssi_dict_update(s, *out, call->self))
        return true;
    ssi_release(s, *out);
    return false;
}

/* --- dict(pairs) --- */

static bool update_pair(ss_session *s, ssi_value dict, ssi_value pair, size_t i)
{
    ssi_list_object *items;
    ssi_value list;
    bool ok;

    if (pair.tag != SSI_OBJECT || !pair.u.o->type->iterate)
        return ssi_raise(s, "TypeError",
                         "cannot convert dictionary update sequence element "
                         "#%zu to a sequence",
                         i);
    if (!ssi_new_list(s, NULL, 0, &list))
        return false;
    ok = ssi_list_extend(s, list, pair);
    items = (ssi_list_object *)list.u.o;
    if (ok && items->count != 2)
        ok = ssi_raise(s, "ValueError",
                       "dictionary update sequence element #%zu has length "
                       "%zu; 2 is required",
                       i, items->count);
    ok = ok && ssi_dict_set(s, dict, items->items[0], items->items[1]);
    ssi_release(s, list);
    return ok;
}

bool ssi_dict_update(ss_session *s, ssi_value dict, ssi_value from)
{
    const ssi_dict_entry *e;
    ssi_value pair;
    bool done, ok;

    if (ssi_is(from, &ssi_type_dict) || ssi_is(from, &ssi_type_ordered_dict)) {
        for (size_t i = 0; (e = ssi_dict_entry_at(from, i)); i++)
            if (!ssi_dict_set(s, dict, e->key, e->value))
                return false;
        return true;
    }
    for (size_t i = 0;; i++) {
        if (!ssi_iterate(s, from, i, &pair, &done))
            return false;
        if (done)
            return true;
        ok = update_pair(s, dict, pair, i);
        ssi_release(s, pair);
        if (!ok)
            return false;
    }
}

#define METHOD(method, parameters, function, style_, number, text)             \
    {                                                                          \
        .name = #method, .signature = parameters, .native = function,          \
        .help = text, .style = style_, .variant = number,                      \
        .qualname = "dict." #method                                            \
    }

const ssi_function ssi_dict_methods[] = {
    METHOD(get, "key, default=None, /", dict_get, SSI_STYLE_UNPACK, 0,
           "The value of a key, or the default."),
    METHOD(keys, "", dict_view, SSI_STYLE_O, 0, "The keys, in order."),
    METHOD(values, "", dict_view, SSI_STYLE_O, 1, "The values, in order."),
    METHOD(items, "", dict_view, SSI_STYLE_O, 2,
           "Tuples of key and value, in order."),
    METHOD(copy, "", dict_copy, SSI_STYLE_O, 0, "A new dict of the entries."),
    {0},
};
