/* SPDX-License-Identifier: MIT
 * state_dict(), load_state_dict(), and the change of a module's dtype.
 * Learned from: torch/nn/modules/module.py, 2.13.
 */
#include <stdlib.h>
#include <string.h>

#include "script/torch_nn_module.h"

/* --- state_dict --- */

/* f(name, tensor) of all tensors, in the order of state_dict(). */
typedef bool each_tensor(ss_session *s, void *context, ssi_value name,
                         ssi_value tensor);

static bool call_each(ss_session *s, const char *prefix, ssi_value key,
                      ssi_value tensor, each_tensor *each, void *context)
{
    ss_text text = {0};
    ssi_value name;
    bool ok = ssi_text_add(s, &text, prefix)
              && ssi_text_add(s, &text, ((ssi_str_object *)key.u.o)->data)
              && ssi_new_str(s, text.data, text.size, &name);
    ss_text_free(&text);
    if (!ok)
        return false;
    ok = each(s, context, name, tensor);
    ssi_release(s, name);
    return ok;
}

static bool visit(ss_session *s, ssi_value module, const char *prefix,
                  each_tensor *each, void *context)
{
    const ssi_nn_module *m = ssi_module_at(module);
    const ssi_value dicts[] = {m->parameters, m->buffers};
    const ssi_dict_entry *e;
    bool ok = ssi_enter_value(s, "");
    if (!ok)
        return false;
    for (int k = 0; k < 2; k++)
        for (size_t i = 0; ok && (e = ssi_dict_entry_at(dicts[k], i)); i++)
            if (e->value.tag != SSI_NONE)
                ok = call_each(s, prefix, e->key, e->value, each, context);
    for (size_t i = 0; ok && (e = ssi_dict_entry_at(m->children, i)); i++) {
        ss_text text = {0};
        ok = ssi_text_add(s, &text, prefix)
             && ssi_text_add(s, &text, ((ssi_str_object *)e->key.u.o)->data)
             && ssi_text_add(s, &text, ".")
             && visit(s, e->value, text.data, each, context);
        ss_text_free(&text);
    }
    s->value_depth--;
    return ok;
}

static bool put(ss_session *s, void *context, ssi_value name, ssi_value tensor)
{
    ssi_value dict = *(ssi_value *)context, view;
    if (!ssi_new_view(s, tensor, ssi_array_of(tensor), &view))
        return false;
    bool ok = ssi_dict_set(s, dict, name, view);
    ssi_release(s, view);
    return ok;
}

bool ssi_nn_state_dict(ss_session *s, ssi_call *call, ssi_value *out)
{
    const char *prefix = "";
    for (size_t i = 0; i < call->keyword_count; i++) {
        if (strcmp(call->keyword_names[i], "prefix") != 0)
            return ssi_unsupported(s, "%s of state_dict()",
                                   call->keyword_names[i]);
        if (!ssi_to_str(s, call->keyword_values[i], &prefix))
            return false;
    }
    if (call->positional_count)
        return ssi_unsupported(s, "positional arguments of state_dict()");
    if (!ssi_new_ordered_dict(s, out))
        return false;
    if (visit(s, call->self, prefix, put, out))
        return true;
    ssi_release(s, *out);
    return false;
}

/* --- load_state_dict --- */
typedef struct keys_object {
    ssi_object head;
    ssi_value missing, unexpected;
} keys_object;

static void keys_destroy(ss_session *s, ssi_object *self)
{
    ssi_release(s, ((keys_object *)self)->missing);
    ssi_release(s, ((keys_object *)self)->unexpected);
}

static size_t count_of(ssi_value list)
{
    return ((ssi_list_object *)list.u.o)->count;
}

static bool keys_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    const keys_object *o = (const keys_object *)self;
    if (!count_of(o->missing) && !count_of(o->unexpected))
        return ssi_text_add(s, out, "<All keys matched successfully>");
    return ssi_text_add(s, out, "_IncompatibleKeys(missing_keys=")
           && ssi_repr(s, o->missing, out)
           && ssi_text_add(s, out, ", unexpected_keys=")
           && ssi_repr(s, o->unexpected, out) && ssi_text_add(s, out, ")");
}

static bool keys_attribute(ss_session *s, ssi_object *self, const char *name,
                           ssi_value *out)
{
    const keys_object *o = (const keys_object *)self;
    (void)s;
    if (strcmp(name, "missing_keys") == 0)
        *out = ssi_retain(o->missing);
    else if (strcmp(name, "unexpected_keys") == 0)
        *out = ssi_retain(o->unexpected);
    else
        return false;
    return true;
}

static const ssi_type keys_type = {
    .name = "_IncompatibleKeys",
    .qualified = "torch.nn.modules.module._IncompatibleKeys",
    .destroy = keys_destroy,
    .repr = keys_repr,
    .attribute = keys_attribute,
};

typedef struct loader {
    ssi_value from;
    keys_object *keys;
    ssi_value known; /* names that the module has */
    bool wrong_size;
} loader;

static bool same_shape(const ss_array *a, const ss_array *b)
{
    if (a->ndim != b->ndim)
        return false;
    for (uint32_t i = 0; i < a->ndim; i++)
        if (a->shape[i] != b->shape[i])
            return false;
    return true;
}

static bool load(ss_session *s, void *context, ssi_value name, ssi_value tensor)
{
    loader *l = context;
    const ssi_value *found;
    void *items;
    if (!ssi_dict_set(s, l->known, name, ssi_none())
        || !ssi_dict_find(s, l->from, name, &found))
        return false;
    if (!found)
        return ssi_list_append(s, l->keys->missing, name);
    if (!ssi_is(*found, &ssi_type_tensor))
        return ssi_unsupported(s, "a state_dict of what are no tensors");
    if (!same_shape(ssi_array_of(*found), ssi_array_of(tensor))) {
        l->wrong_size = true;
        return true;
    }
    if (!ssi_torch_gather(s, ssi_array_of(tensor), ssi_array_of(*found),
                          ssi_array_of(tensor)->dtype, &items))
        return false;
    ssi_torch_scatter(ssi_array_of(tensor), items);
    free(items);
    return true;
}

static bool load_all(ss_session *s, ssi_value module, loader *l)
{
    const ssi_dict_entry *e;
    const ssi_value *found;
    if (!visit(s, module, "", load, l))
        return false;
    for (size_t i = 0; (e = ssi_dict_entry_at(l->from, i)); i++)
        if (!ssi_dict_find(s, l->known, e->key, &found)
            || (!found && !ssi_list_append(s, l->keys->unexpected, e->key)))
            return false;
    return true;
}

/* load_state_dict(state_dict, strict=True, assign=False) */
bool ssi_nn_load_state_dict(ss_session *s, ssi_call *call, ssi_value *out)
{
    loader l = {call->args[0], NULL, ssi_none(), false};
    bool strict = true, ok;
    if (call->given[2])
        return ssi_unsupported(s, "assign of load_state_dict()");
    if (call->given[1] && !ssi_truth(s, call->args[1], &strict))
        return false;
    if (!ssi_is(l.from, &ssi_type_dict)
        && !ssi_is(l.from, &ssi_type_ordered_dict))
        return ssi_raise(s, "TypeError",
                         "Expected state_dict to be dict-like, got <class "
                         "'%s'>.",
                         ssi_type_name(l.from));
    l.keys = ssi_new(s, &keys_type, sizeof *l.keys, 0);
    if (!l.keys)
        return false;
    l.keys->missing = l.keys->unexpected = ssi_none();
    *out = ssi_from_object(l.keys);
    ok = ssi_new_list(s, NULL, 0, &l.keys->missing)
         && ssi_new_list(s, NULL, 0, &l.keys->unexpected)
         && ssi_new_dict(s, &l.known) && load_all(s, call->self, &l);
    ssi_release(s, l.known);
    if (ok
        && (l.wrong_size
            || (strict
                && (count_of(l.keys->missing)
                    || count_of(l.keys->unexpected)))))
        ok = ssi_raise(s, "RuntimeError",
                       "Error(s) in loading state_dict for %s:",
                       call->self.u.o->type->name);
    if (!ok)
        ssi_release(s, *out);
    return ok;
}

/* --- dtypes --- */

/* A parameter itself gets other memory, as another dtype. */
static void replace_memory(ss_session *s, ssi_value tensor, ssi_value fresh)
{
    ssi_array_object *o = (ssi_array_object *)tensor.u.o;
    ssi_value old = o->base;
    o->array = *ssi_array_of(fresh);
    o->array.owned = NULL;
    o->base = ssi_retain(fresh);
    ssi_release(s, old);
}

/* A buffer's place in the dict is taken by another tensor. */
static bool change_all(ss_session *s, ssi_value dict, ss_dtype dtype,
                       bool parameters)
{
    const ssi_dict_entry *e;
    ssi_value fresh;
    bool ok = true;
    for (size_t i = 0; ok && (e = ssi_dict_entry_at(dict, i)); i++) {
        const ssi_array_object *o = (ssi_array_object *)e->value.u.o;
        if (e->value.tag == SSI_NONE || !ssi_dtype_is_float(o->array.dtype)
            || o->array.dtype == dtype)
            continue;
        if (!ssi_array_copy(s, &ssi_type_tensor, e->value,
                            ssi_element_of(dtype), &fresh))
            return false;
        if (parameters)
            replace_memory(s, e->value, fresh);
        else
            ok = ssi_dict_set(s, dict, e->key, fresh);
        ssi_release(s, fresh);
    }
    return ok;
}

static bool change(ss_session *s, ssi_value module, ss_dtype dtype)
{
    ssi_value list;
    bool ok = ssi_nn_modules(s, module, &list);
    if (!ok)
        return false;
    for (size_t i = 0; ok && i < count_of(list); i++) {
        ssi_nn_module *m =
            ssi_module_at(((ssi_list_object *)list.u.o)->items[i]);
        ok = change_all(s, m->parameters, dtype, true)
             && change_all(s, m->buffers, dtype, false);
    }
    ssi_release(s, list);
    return ok;
}

/* to(dtype), to(device), to(device, dtype); the variant is a dtype or -1. */
static bool dtype_argument(ss_session *s, ssi_value v, ss_dtype *dtype,
                           bool *given)
{
    if (ssi_is(v, &ssi_type_torch_dtype)) {
        *given = ssi_torch_dtype_of(v, dtype);
        if (ssi_dtype_is_float(*dtype))
            return true;
        return ssi_raise(s, "TypeError",
                         "nn.Module.to only accepts floating point or complex "
                         "dtypes, but got desired dtype=torch.%s",
                         ss_dtype_name(*dtype));
    }
    if (ssi_torch_is_device(v)
        || (ssi_is(v, &ssi_type_str)
            && strcmp(((ssi_str_object *)v.u.o)->data, "cpu") == 0))
        return true;
    return ssi_unsupported(s, "this argument of to(); a dtype and 'cpu' are "
                              "supported");
}

bool ssi_nn_dtype_call(ss_session *s, ssi_call *call, ssi_value *out)
{
    bool given = call->function->variant >= 0;
    ss_dtype dtype = given ? (ss_dtype)call->function->variant : SS_FLOAT32;
    for (size_t i = 0; i < call->positional_count; i++)
        if (!dtype_argument(s, call->positional[i], &dtype, &given))
            return false;
    for (size_t i = 0; i < call->keyword_count; i++)
        if (!dtype_argument(s, call->keyword_values[i], &dtype, &given))
            return false;
    if (given && !change(s, call->self, dtype))
        return false;
    *out = ssi_retain(call->self);
    return true;
}
