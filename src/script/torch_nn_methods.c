/* SPDX-License-Identifier: MIT
 * Methods of modules: what is below them, modes, dtypes, registration.
 * Learned from: torch/nn/modules/module.py, 2.13.
 */
#include <string.h>

#include "script/torch_nn_module.h"

/* --- generators: a list that is handed out once --- */
typedef struct generator_object {
    ssi_object head;
    ssi_value list;
    size_t next;
} generator_object;

static void generator_destroy(ss_session *s, ssi_object *self)
{
    ssi_release(s, ((generator_object *)self)->list);
}

static bool generator_iterate(ss_session *s, ssi_object *self, size_t i,
                              ssi_value *out, bool *done)
{
    generator_object *o = (generator_object *)self;
    const ssi_list_object *list = (ssi_list_object *)o->list.u.o;
    (void)s;
    (void)i;
    *done = o->next >= list->count;
    if (!*done)
        *out = ssi_retain(list->items[o->next++]);
    return true;
}

static const ssi_type generator_type = {
    .name = "generator",
    .qualified = "generator",
    .destroy = generator_destroy,
    .iterate = generator_iterate,
};

/* Takes the list. */
static bool new_generator(ss_session *s, ssi_value list, ssi_value *out)
{
    generator_object *o = ssi_new(s, &generator_type, sizeof *o, 0);
    if (!o) {
        ssi_release(s, list);
        return false;
    }
    o->list = list;
    *out = ssi_from_object(o);
    return true;
}

/* --- walks --- */
typedef enum wanted { PARAMETERS, BUFFERS, MODULES, CHILDREN } wanted;

typedef struct walk {
    ssi_value seen, pairs; /* modules, and what is found */
    wanted what;
    bool recurse;
} walk;

static bool among(ssi_value list, ssi_value v, size_t place)
{
    const ssi_list_object *o = (ssi_list_object *)list.u.o;
    for (size_t i = 0; i < o->count; i++) {
        ssi_value item = o->items[i];
        if (place)
            item = ((ssi_list_object *)item.u.o)->items[place];
        if (ssi_same_identity(item, v))
            return true;
    }
    return false;
}

static bool add_pair(ss_session *s, walk *w, const char *name, ssi_value v)
{
    ssi_value items[2] = {ssi_none(), v}, pair;
    if (!ssi_new_str(s, name, strlen(name), &items[0]))
        return false;
    bool ok = ssi_new_tuple(s, items, 2, &pair);
    ssi_release(s, items[0]);
    if (!ok)
        return false;
    ok = ssi_list_append(s, w->pairs, pair);
    ssi_release(s, pair);
    return ok;
}

/* "prefix.name", to be freed. */
static bool join(ss_session *s, const char *prefix, ssi_value name,
                 ss_text *out)
{
    return ssi_text_add(s, out, prefix)
           && ssi_text_add(s, out, prefix[0] ? "." : "")
           && ssi_text_add(s, out, ((ssi_str_object *)name.u.o)->data);
}

static bool add_tensors(ss_session *s, walk *w, const ssi_nn_module *m,
                        const char *prefix)
{
    ssi_value dict = w->what == PARAMETERS ? m->parameters : m->buffers;
    const ssi_dict_entry *e;
    bool ok = true;
    for (size_t i = 0; ok && (e = ssi_dict_entry_at(dict, i)); i++) {
        ss_text name = {0};
        if (e->value.tag == SSI_NONE || among(w->pairs, e->value, 1))
            continue;
        ok = join(s, prefix, e->key, &name)
             && add_pair(s, w, name.data, e->value);
        ss_text_free(&name);
    }
    return ok;
}

static bool visit(ss_session *s, walk *w, ssi_value module, const char *prefix)
{
    const ssi_nn_module *m = ssi_module_at(module);
    const ssi_dict_entry *e;
    bool ok = true;
    if (among(w->seen, module, 0))
        return true;
    if (!ssi_enter_value(s, ""))
        return false;
    if (!ssi_list_append(s, w->seen, module))
        return false;
    if (w->what == MODULES)
        ok = add_pair(s, w, prefix, module);
    else
        ok = add_tensors(s, w, m, prefix);
    for (size_t i = 0;
         ok && w->recurse && (e = ssi_dict_entry_at(m->children, i)); i++) {
        ss_text name = {0};
        ok = join(s, prefix, e->key, &name) && visit(s, w, e->value, name.data);
        ss_text_free(&name);
    }
    s->value_depth--;
    return ok;
}

static bool collect(ss_session *s, ssi_value module, wanted what, bool recurse,
                    const char *prefix, ssi_value *out)
{
    walk w = {ssi_none(), ssi_none(), what, recurse};
    const ssi_dict_entry *e;
    bool ok;
    if (!ssi_new_list(s, NULL, 0, &w.pairs))
        return false;
    ok = ssi_new_list(s, NULL, 0, &w.seen);
    if (ok && what != CHILDREN)
        ok = visit(s, &w, module, prefix);
    for (size_t i = 0;
         ok && what == CHILDREN
         && (e = ssi_dict_entry_at(ssi_module_at(module)->children, i));
         i++)
        if (!among(w.pairs, e->value, 1))
            ok =
                add_pair(s, &w, ((ssi_str_object *)e->key.u.o)->data, e->value);
    ssi_release(s, w.seen);
    if (ok)
        *out = w.pairs;
    else
        ssi_release(s, w.pairs);
    return ok;
}

bool ssi_nn_members(ss_session *s, ssi_value module, bool buffers,
                    ssi_value *out)
{
    return collect(s, module, buffers ? BUFFERS : PARAMETERS, true, "", out);
}

/* Pairs become their second items. */
static void only_values(ss_session *s, ssi_value list)
{
    ssi_list_object *o = (ssi_list_object *)list.u.o;
    for (size_t i = 0; i < o->count; i++) {
        ssi_value pair = o->items[i];
        o->items[i] = ssi_retain(((ssi_list_object *)pair.u.o)->items[1]);
        ssi_release(s, pair);
    }
}

/* variant: what, plus 8 for the named ones. */
static bool method_walk(ss_session *s, ssi_call *call, ssi_value *out)
{
    int variant = call->function->variant;
    bool named = variant & 8, recurse = true;
    wanted what = (wanted)(variant & 7);
    const char *prefix = "";
    ssi_value list;
    size_t at = named && what != CHILDREN ? 1 : 0;
    if (named && what == MODULES) {
        if (call->given[0] || call->given[2])
            return ssi_unsupported(s, "named_modules() with a memo");
        if (call->given[1] && !ssi_to_str(s, call->args[1], &prefix))
            return false;
    } else if (what == PARAMETERS || what == BUFFERS) {
        if (named && call->given[0] && !ssi_to_str(s, call->args[0], &prefix))
            return false;
        if (call->given[at] && !ssi_truth(s, call->args[at], &recurse))
            return false;
        if (named && call->given[2])
            return ssi_unsupported(s, "remove_duplicate");
    }
    if (!collect(s, call->self, what, recurse, prefix, &list))
        return false;
    if (!named)
        only_values(s, list);
    return new_generator(s, list, out);
}

/* --- modes --- */
bool ssi_nn_modules(ss_session *s, ssi_value module, ssi_value *out)
{
    if (!collect(s, module, MODULES, true, "", out))
        return false;
    only_values(s, *out);
    return true;
}

/* train(mode=True), variant 1: eval() */
static bool method_train(ss_session *s, ssi_call *call, ssi_value *out)
{
    bool train = call->function->variant == 0;
    ssi_value list;
    if (train && call->given[0]) {
        if (call->args[0].tag != SSI_BOOL)
            return ssi_raise(s, "ValueError",
                             "training mode is expected to be boolean");
        train = call->args[0].u.b;
    }
    if (!ssi_nn_modules(s, call->self, &list))
        return false;
    for (size_t i = 0; i < ((ssi_list_object *)list.u.o)->count; i++)
        ssi_module_at(((ssi_list_object *)list.u.o)->items[i])->training =
            train;
    ssi_release(s, list);
    *out = ssi_retain(call->self);
    return true;
}

static bool method_requires_grad(ss_session *s, ssi_call *call, ssi_value *out)
{
    bool on = true, ok = true;
    ssi_value list;
    if (call->given[0] && !ssi_truth(s, call->args[0], &on))
        return false;
    if (!ssi_nn_members(s, call->self, false, &list))
        return false;
    only_values(s, list);
    for (size_t i = 0; ok && i < ((ssi_list_object *)list.u.o)->count; i++)
        ok = ssi_grad_require(s, ((ssi_list_object *)list.u.o)->items[i], on);
    ssi_release(s, list);
    if (ok)
        *out = ssi_retain(call->self);
    return ok;
}

static bool method_zero_grad(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)s;
    (void)call;
    *out = ssi_none();
    return true;
}

static bool method_self(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)s;
    *out = ssi_retain(call->self);
    return true;
}

static bool method_refuse(ss_session *s, ssi_call *call, ssi_value *out)
{
    (void)out;
    return ssi_unsupported(s, "%s() of a module", call->function->name);
}

static bool method_extra(ss_session *s, ssi_call *call, ssi_value *out)
{
    ss_text text = {0};
    bool ok = ssi_nn_extra(s, ssi_module_at(call->self), &text)
              && ssi_new_str(s, text.data ? text.data : "", text.size, out);
    ss_text_free(&text);
    return ok;
}

static bool method_reset(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_nn_module *m = ssi_module_at(call->self);
    ss_torch_nn_kind kind = m->layer.kind;
    if (kind == SS_TORCH_NN_NOTHING || kind == SS_TORCH_NN_MULTIHEAD_ATTENTION
        || kind == SS_TORCH_NN_PRELU)
        return ssi_unsupported(s, "reset_parameters() of a %s",
                               m->head.type->name);
    *out = ssi_none();
    return ssi_nn_draw(s, m);
}

/* --- registration: add_module 0, register_parameter 1, _buffer 2 --- */
static bool method_register(ss_session *s, ssi_call *call, ssi_value *out)
{
    ssi_nn_module *m = ssi_module_at(call->self);
    int variant = call->function->variant;
    ssi_value v = call->args[1], known;
    const char *name;
    if (!ssi_to_str(s, call->args[0], &name))
        return false;
    if (variant == 0 && !ssi_is_module(v))
        return ssi_raise(s, "TypeError", "%s is not a Module subclass",
                         ssi_type_name(v));
    if (!name[0] || strchr(name, '.'))
        return ssi_unsupported(s, "a name that is empty or has a dot");
    if (variant && v.tag != SSI_NONE
        && (!ssi_is(v, &ssi_type_tensor)
            || (variant == 1 && !((ssi_array_object *)v.u.o)->parameter)))
        return ssi_unsupported(s, "registering what is no %s",
                               variant == 1 ? "Parameter" : "tensor");
    ssi_value dict = variant == 0   ? m->children
                     : variant == 1 ? m->parameters
                                    : m->buffers;
    if (!ssi_dict_get(s, dict, name, &known)
        && (ssi_dict_get(s, m->attributes, name, &known)
            || ssi_dict_get(s, m->parameters, name, &known)
            || ssi_dict_get(s, m->buffers, name, &known)
            || ssi_dict_get(s, m->children, name, &known)))
        return ssi_raise(s, "KeyError", "\"attribute '%s' already exists\"",
                         name);
    *out = ssi_none();
    return ssi_nn_set(s, dict, name, v);
}

/* get_submodule 0, get_parameter 1, get_buffer 2: by a dotted name. */
static bool method_get(ss_session *s, ssi_call *call, ssi_value *out)
{
    const char *at, *dot;
    ssi_value v = ssi_retain(call->self), next;
    char part[128];
    if (!ssi_to_str(s, call->args[0], &at))
        return false;
    while (*at) {
        dot = strchr(at, '.');
        size_t size = dot ? (size_t)(dot - at) : strlen(at);
        bool ok = size < sizeof part;
        if (ok) {
            memcpy(part, at, size);
            part[size] = '\0';
        }
        ok = ok && ssi_is_module(v) && ssi_nn_attribute(s, v.u.o, part, &next);
        ssi_release(s, v);
        if (!ok)
            return s->error.status != SS_OK
                   || ssi_unsupported(s, "there is no %s", at);
        v = next;
        at += size + (dot != NULL);
    }
    *out = v;
    return true;
}

#define NAMED(name) "prefix='', recurse=True, " name
#define M(n) SSI_STYLE_METHOD, "Module." n

#define MODULE_METHODS                                                         \
    {"parameters", "recurse=True",                                             \
     method_walk,  "All parameters below, each once.",                         \
     PARAMETERS,   M("parameters")},                                           \
        {"named_parameters", NAMED("remove_duplicate=True"),                   \
         method_walk,        "The same with their names.",                     \
         PARAMETERS | 8,     M("named_parameters")},                           \
        {"buffers", "recurse=True", method_walk, "All buffers below.",         \
         BUFFERS,   M("buffers")},                                             \
        {"named_buffers", NAMED("remove_duplicate=True"),                      \
         method_walk,     "The same with their names.",                        \
         BUFFERS | 8,     M("named_buffers")},                                 \
        {"modules",   "",                                                      \
         method_walk, "The module and all modules below, each once.",          \
         MODULES,     M("modules")},                                           \
        {"named_modules", "memo=None, prefix='', remove_duplicate=True",       \
         method_walk,     "The same with their names.",                        \
         MODULES | 8,     M("named_modules")},                                 \
        {"children", "",           method_walk, "The modules right below.",    \
         CHILDREN,   M("children")},                                           \
        {"named_children", "",                                                 \
         method_walk,      "The same with their names.",                       \
         CHILDREN | 8,     M("named_children")},                               \
        {"state_dict",                                                         \
         "*args, destination=None, prefix='', keep_vars=False",                \
         ssi_nn_state_dict,                                                    \
         "An OrderedDict of all tensors below, by name.",                      \
         0,                                                                    \
         M("state_dict")},                                                     \
        {"load_state_dict",                                                    \
         "state_dict, strict=True, assign=False",                              \
         ssi_nn_load_state_dict,                                               \
         "Copy tensors in, by name.",                                          \
         0,                                                                    \
         M("load_state_dict")},                                                \
        {"train",                                                              \
         "mode=True",                                                          \
         method_train,                                                         \
         "In training, which is how a module starts, or not; gives the "       \
         "module.",                                                            \
         0,                                                                    \
         M("train")},                                                          \
        {"eval",                                                               \
         "",                                                                   \
         method_train,                                                         \
         "Not in training: dropout gives its input back.",                     \
         1,                                                                    \
         M("eval")},                                                           \
        {"requires_grad_",                                                     \
         "requires_grad=True",                                                 \
         method_requires_grad,                                                 \
         "requires_grad_() of all parameters; gives the module.",              \
         0,                                                                    \
         M("requires_grad_")},                                                 \
        {"zero_grad",                                                          \
         "set_to_none=True",                                                   \
         method_zero_grad,                                                     \
         "Nothing: there are no gradients.",                                   \
         0,                                                                    \
         M("zero_grad")},                                                      \
        {"to",                                                                 \
         "*args, **kwargs",                                                    \
         ssi_nn_dtype_call,                                                    \
         "The floating tensors as another dtype; gives the module.",           \
         -1,                                                                   \
         M("to")},                                                             \
        {"float",    "",        ssi_nn_dtype_call, "to(torch.float32).",       \
         SS_FLOAT32, M("float")},                                              \
        {"double",   "",         ssi_nn_dtype_call, "to(torch.float64).",      \
         SS_FLOAT64, M("double")},                                             \
        {"half",     "",       ssi_nn_dtype_call, "to(torch.float16).",        \
         SS_FLOAT16, M("half")},                                               \
        {"bfloat16",  "",           ssi_nn_dtype_call, "to(torch.bfloat16).",  \
         SS_BFLOAT16, M("bfloat16")},                                          \
        {"cpu", "", method_self, "The module.", 0, M("cpu")},                  \
        {"add_module",                                                         \
         "name, module",                                                       \
         method_register,                                                      \
         "A child under that name.",                                           \
         0,                                                                    \
         M("add_module")},                                                     \
        {"register_module",   "name, module", method_register, "The same.", 0, \
         M("register_module")},                                                \
        {"register_parameter",                                                 \
         "name, param",                                                        \
         method_register,                                                      \
         "A Parameter under that name.",                                       \
         1,                                                                    \
         M("register_parameter")},                                             \
        {"register_buffer",                                                    \
         "name, tensor",                                                       \
         method_register,                                                      \
         "A tensor under that name.",                                          \
         2,                                                                    \
         M("register_buffer")},                                                \
        {"get_submodule",       "target", method_get,                          \
         "By its dotted name.", 0,        M("get_submodule")},                 \
        {"get_parameter",       "target", method_get,                          \
         "By its dotted name.", 1,        M("get_parameter")},                 \
        {"get_buffer",          "target", method_get,                          \
         "By its dotted name.", 2,        M("get_buffer")},                    \
        {"extra_repr",                                                         \
         "",                                                                   \
         method_extra,                                                         \
         "What stands between the brackets.",                                  \
         0,                                                                    \
         M("extra_repr")},                                                     \
        {"reset_parameters",                                                   \
         "",                                                                   \
         method_reset,                                                         \
         "Draw the initial weights again.",                                    \
         0,                                                                    \
         M("reset_parameters")},                                               \
        {"apply", "fn", method_refuse, "Not supported.", 0, M("apply")},       \
        {"forward", "*args, **kwargs", method_refuse, "Not supported.",        \
         0,         M("forward")},

#define LIST_METHOD(name, signature, number, help, owner)                      \
    {                                                                          \
        name, signature, ssi_nn_list_call, help, number, SSI_STYLE_METHOD,     \
            owner "." name                                                     \
    }

const ssi_function ssi_nn_methods[] = {MODULE_METHODS{0}};

const ssi_function ssi_nn_sequential_methods[] = {
    LIST_METHOD("append", "module", 0, "One more at the end.", "Sequential"),
    LIST_METHOD("extend", "sequential", 1, "All of them.", "Sequential"),
    LIST_METHOD("insert", "index, module", 2, "Before an index.", "Sequential"),
    MODULE_METHODS{0},
};

const ssi_function ssi_nn_list_methods[] = {
    LIST_METHOD("append", "module", 0, "One more at the end.", "ModuleList"),
    LIST_METHOD("extend", "modules", 1, "All of them.", "ModuleList"),
    LIST_METHOD("insert", "index, module", 2, "Before an index.", "ModuleList"),
    MODULE_METHODS{0},
};

const ssi_function ssi_nn_dict_methods[] = {
    LIST_METHOD("update", "modules", 4, "All of a dict's.", "ModuleDict"),
    {"keys", "", ssi_nn_view_call, "The names.", 0, SSI_STYLE_METHOD,
     "ModuleDict.keys"},
    {"values", "", ssi_nn_view_call, "The modules.", 0, SSI_STYLE_METHOD,
     "ModuleDict.values"},
    {"items", "", ssi_nn_view_call, "Both.", 0, SSI_STYLE_METHOD,
     "ModuleDict.items"},
    MODULE_METHODS{0},
};
