/* SPDX-License-Identifier: MIT
 * Modules: constant tables, found by dotted name, as values in a script.
 */
#include "script/session.h"

#include "script/numpy_since.h"

#include <string.h>

const ssi_module *const ssi_modules[] = {
    &ssi_module_numpy,       &ssi_module_torch,       &ssi_module_random,
    &ssi_module_collections, &ssi_module_safetensors, NULL,
};

/* The child of that name and length. */
static const ssi_module *child_of(const ssi_module *const *modules,
                                  const char *name, size_t size)
{
    for (; modules && *modules; modules++)
        if (strlen((*modules)->last_name) == size
            && memcmp((*modules)->last_name, name, size) == 0)
            return *modules;
    return NULL;
}

const ssi_module *ssi_find_module(const char *dotted)
{
    const ssi_module *const *modules = ssi_modules;
    const ssi_module *module = NULL;

    for (;;) {
        size_t size = strcspn(dotted, ".");
        module = child_of(modules, dotted, size);
        if (!module || !dotted[size])
            return module;
        modules = module->modules;
        dotted += size + 1;
    }
}

static const ssi_module_constant *find_constant(const ssi_module *module,
                                                const char *name)
{
    for (const ssi_module_constant *c = module->constants; c && c->name; c++)
        if (strcmp(c->name, name) == 0)
            return c;
    return NULL;
}

bool ssi_module_has(const ssi_module *module, const char *name)
{
    return ssi_find_function(module->functions, name)
           || find_constant(module, name)
           || child_of(module->modules, name, strlen(name));
}

bool ssi_module_attribute(ss_session *s, const ssi_module *module,
                          const char *name, ssi_value *out)
{
    const ssi_function *function = ssi_find_function(module->functions, name);
    const ssi_module_constant *constant = find_constant(module, name);
    const ssi_module *child = child_of(module->modules, name, strlen(name));

    if (!ssi_numpy_has(s, module->name, name))
        return false;
    if (function) {
        if (!ssi_new_function(s, function, ssi_none(), out))
            return false;
        if (strncmp(module->name, "torch", 5) == 0
            && strcmp(module->name, "torch.nn.init") != 0)
            ssi_function_is_torch(*out); /* init works without gradients */
        return true;
    }
    if (constant)
        return constant->make(s, out);
    if (child)
        return ssi_new_module(s, child, out);
    return ssi_unsupported(s, "%s.%s is not supported", module->name, name);
}

typedef struct module_object {
    ssi_object head;
    const ssi_module *module;
} module_object;

static bool module_attribute(ss_session *s, ssi_object *self, const char *name,
                             ssi_value *out)
{
    return ssi_module_attribute(s, ((module_object *)self)->module, name, out);
}

static bool module_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    return ssi_unsupported(s, "the text of a module, which contains a path, "
                              "is not supported");
}

const ssi_type ssi_type_module = {
    .name = "module",
    .qualified = "module",
    .repr = module_repr,
    .attribute = module_attribute,
};

bool ssi_new_module(ss_session *s, const ssi_module *module, ssi_value *out)
{
    module_object *object = ssi_new(s, &ssi_type_module, sizeof *object, 0);

    if (!object)
        return false;
    object->module = module;
    *out = ssi_from_object(object);
    return true;
}

const ssi_module *ssi_module_of(ssi_value v)
{
    return ssi_is(v, &ssi_type_module) ? ((module_object *)v.u.o)->module
                                       : NULL;
}
