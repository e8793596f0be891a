/* SPDX-License-Identifier: MIT
 * Sequential, ModuleList and ModuleDict.
 * Learned from: torch/nn/modules/container.py, 2.13.
 */
#include <stdio.h>
#include <string.h>

#include "script/torch_nn_module.h"

static ssi_nn_module *module_of(ssi_object *self)
{
    return (ssi_nn_module *)self;
}

static size_t count_of(const ssi_nn_module *m)
{
    return ((ssi_dict_object *)m->children.u.o)->count;
}

static bool append(ss_session *s, ssi_nn_module *m, ssi_value child)
{
    char name[32];
    if (!ssi_is_module(child))
        return ssi_raise(s, "TypeError", "%s is not a Module subclass",
                         ssi_type_name(child));
    snprintf(name, sizeof name, "%zu", count_of(m));
    return ssi_nn_add_child(s, m, name, child);
}

static bool extend(ss_session *s, ssi_nn_module *m, ssi_value from)
{
    ssi_value list;
    bool ok;
    if (from.tag != SSI_OBJECT || !from.u.o->type->iterate)
        return ssi_raise(s, "TypeError",
                         "ModuleList.extend should be called with an iterable, "
                         "but got %s",
                         ssi_type_name(from));
    if (!ssi_new_list(s, NULL, 0, &list))
        return false;
    ok = ssi_list_extend(s, list, from);
    for (size_t i = 0; ok && i < ((ssi_list_object *)list.u.o)->count; i++)
        ok = append(s, m, ((ssi_list_object *)list.u.o)->items[i]);
    ssi_release(s, list);
    return ok;
}

/* --- constructors --- */
bool ssi_nn_module_list(ss_session *s, ssi_nn_module *m)
{
    ssi_value from = ssi_nn_get(s, m, "modules");
    return from.tag == SSI_NONE || extend(s, m, from);
}

static bool add_pair(ss_session *s, ssi_nn_module *m, ssi_value key,
                     ssi_value child)
{
    const char *name;
    if (!ssi_is_module(child) && child.tag != SSI_NONE)
        return ssi_raise(s, "TypeError", "%s is not a Module subclass",
                         ssi_type_name(child));
    if (!ssi_is(key, &ssi_type_str))
        return ssi_raise(s, "TypeError",
                         "module name should be a string. Got %s",
                         ssi_type_name(key));
    name = ((ssi_str_object *)key.u.o)->data;
    if (strchr(name, '.'))
        return ssi_raise(s, "KeyError",
                         "'module name can\\'t contain \".\", got: %s'", name);
    if (!name[0])
        return ssi_raise(s, "KeyError",
                         "'module name can\\'t be empty string \"\"'");
    if (child.tag == SSI_NONE)
        return ssi_unsupported(s, "a child that is None");
    return ssi_dict_set(s, m->children, key, child);
}

static bool update(ss_session *s, ssi_nn_module *m, ssi_value from)
{
    const ssi_dict_entry *e;
    ssi_value pairs;
    bool ok = ssi_new_dict(s, &pairs);
    if (!ok)
        return false;
    if (ssi_is_module(from))
        ok = ssi_dict_update(s, pairs, ssi_module_at(from)->children);
    else if (from.tag == SSI_OBJECT && from.u.o->type->iterate)
        ok = ssi_dict_update(s, pairs, from);
    else
        ok = ssi_raise(s, "TypeError",
                       "ModuleDict.update should be called with an iterable of "
                       "key/value pairs, but got %s",
                       ssi_type_name(from));
    for (size_t i = 0; ok && (e = ssi_dict_entry_at(pairs, i)); i++)
        ok = add_pair(s, m, e->key, e->value);
    ssi_release(s, pairs);
    return ok;
}

bool ssi_nn_module_dict(ss_session *s, ssi_nn_module *m)
{
    ssi_value from = ssi_nn_get(s, m, "modules");
    return from.tag == SSI_NONE || update(s, m, from);
}

bool ssi_nn_sequential(ss_session *s, ssi_nn_module *m)
{
    ssi_value rest = ssi_nn_get(s, m, "*");
    const ssi_list_object *list = (ssi_list_object *)rest.u.o;
    if (rest.tag == SSI_NONE)
        return true;
    if (list->count == 1 && ssi_is(list->items[0], &ssi_type_ordered_dict))
        return update(s, m, list->items[0]);
    for (size_t i = 0; i < list->count; i++)
        if (!append(s, m, list->items[i]))
            return false;
    return true;
}

/* --- protocols --- */
bool ssi_nn_length(ss_session *s, ssi_object *self, size_t *out)
{
    (void)s;
    *out = count_of(module_of(self));
    return true;
}

bool ssi_nn_index(ss_session *s, ssi_object *self, ssi_value key,
                  ssi_value *out)
{
    int64_t i, n = (int64_t)count_of(module_of(self));
    if (!ssi_to_int64(s, key, &i))
        return false;
    if (i < -n || i >= n)
        return ssi_raise(s, "IndexError", "index %lld is out of range",
                         (long long)i);
    *out = ssi_retain(ssi_dict_entry_at(module_of(self)->children,
                                        (size_t)(i < 0 ? i + n : i))
                          ->value);
    return true;
}

bool ssi_nn_iterate(ss_session *s, ssi_object *self, size_t i, ssi_value *out,
                    bool *done)
{
    const ssi_dict_entry *e = ssi_dict_entry_at(module_of(self)->children, i);
    (void)s;
    *done = !e;
    if (e)
        *out = ssi_retain(e->value);
    return true;
}

bool ssi_nn_dict_index(ss_session *s, ssi_object *self, ssi_value key,
                       ssi_value *out)
{
    return ssi_index(s, module_of(self)->children, key, out);
}

bool ssi_nn_dict_iterate(ss_session *s, ssi_object *self, size_t i,
                         ssi_value *out, bool *done)
{
    return ssi_iterate(s, module_of(self)->children, i, out, done);
}

/* Sequential + Sequential, ModuleList + iterable: a new one of both. */
bool ssi_nn_binary(ss_session *s, ssi_operator op, ssi_value left,
                   ssi_value right, ssi_value *out, bool *handled)
{
    const ssi_nn_given none[] = {{NULL, ssi_none()}};
    const char *name = left.tag == SSI_OBJECT ? left.u.o->type->name : "";
    bool list = strcmp(name, "ModuleList") == 0;
    *handled =
        op == SSI_OP_ADD && ssi_is_module(left)
        && (list
            || (ssi_is_module(right) && right.u.o->type == left.u.o->type));
    if (!*handled)
        return ssi_unsupported(s, "this operator on modules");
    if (!ssi_nn_construct(s, name, ssi_module_at(left)->dtype, none, out))
        return false;
    if (extend(s, ssi_module_at(*out), left)
        && extend(s, ssi_module_at(*out), right))
        return true;
    ssi_release(s, *out);
    return false;
}

/* --- methods: append 0, extend 1, insert 2, pop 3, update 4 --- */
static bool insert(ss_session *s, ssi_nn_module *m, const ssi_call *call)
{
    int64_t at, n = (int64_t)count_of(m);
    ssi_value list, child = call->args[1], old = m->children;
    if (!ssi_to_int64(s, call->args[0], &at))
        return false;
    if (at < 0 || at > n || !ssi_is_module(child))
        return ssi_unsupported(s, "insert() of what is no module, or at an "
                                  "index outside of 0 to the length");
    if (!ssi_new_dict(s, &list))
        return false;
    m->children = list;
    bool ok = true;
    for (int64_t i = 0; ok && i <= n; i++)
        ok = append(
            s, m,
            i == at ? child
                    : ssi_dict_entry_at(old, (size_t)(i - (i > at)))->value);
    ssi_release(s, old);
    return ok;
}

static bool method_change(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_nn_module *m = ssi_module_at(call->self);
    int variant = call->function->variant;
    bool ok = variant == 0   ? append(s, m, call->args[0])
              : variant == 1 ? extend(s, m, call->args[0])
              : variant == 2 ? insert(s, m, call)
                             : update(s, m, call->args[0]);
    if (!ok)
        return false;
    bool none = variant == 4 || (variant == 2 && m->head.type->name[0] == 'M');
    *out = none ? ssi_none() : ssi_retain(call->self);
    return true;
}

bool ssi_nn_list_call(ss_session *s, ssi_call *call, ssi_value *out)
{
    return method_change(s, call, out);
}

/* keys(), values(), items() of a ModuleDict. */
bool ssi_nn_view_call(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_value method;
    ssi_call inner = {.self = ssi_none()};
    if (!ssi_attribute(s, ssi_module_at(call->self)->children,
                       call->function->name, &method))
        return false;
    bool ok = ssi_call_value(s, method, &inner, out);
    ssi_release(s, method);
    return ok;
}
