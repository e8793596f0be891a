/* SPDX-License-Identifier: MIT
 * The check before the run: every import, every member of a module that can
 * be told from the text, every builtin. Nothing has run when it fails.
 *
 * It walks the cells in order and keeps what each name stands for as far as
 * the text says so: a module, or something else.
 */
#include "script/numpy_since.h"
#include "script/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ssi_check {
    ss_session *session;
    ssi_names *names; /* module objects; None for anything else */
};

static bool check_body(ssi_check *c, const ssi_node_list *body);
static bool check(ssi_check *c, const ssi_node *node,
                  const ssi_module **module);

ssi_check *ssi_check_new(ss_session *s)
{
    ssi_check *c = calloc(1, sizeof *c);

    if (c) {
        c->session = s;
        c->names = ssi_names_new();
    }
    if (c && c->names)
        return c;
    free(c);
    ssi_raise_memory(s);
    return NULL;
}

void ssi_check_free(ssi_check *c)
{
    if (!c)
        return;
    ssi_names_free(c->session, c->names);
    free(c);
}

static bool bind(ssi_check *c, const char *name, const ssi_module *module)
{
    ssi_value v = ssi_none();

    if (module && !ssi_new_module(c->session, module, &v))
        return false;
    return ssi_names_set(c->session, c->names, name, v);
}

static bool bind_target(ssi_check *c, const ssi_node *target,
                        const ssi_module *module)
{
    const ssi_module *ignored;

    if (target->kind == SSI_NODE_NAME)
        return bind(c, target->u.text.bytes, module);
    if (target->kind == SSI_NODE_ATTRIBUTE)
        return check(c, target->u.attribute.object, &ignored);
    if (target->kind == SSI_NODE_INDEX)
        return check(c, target, &ignored);
    if (target->kind == SSI_NODE_TUPLE || target->kind == SSI_NODE_LIST)
        for (size_t i = 0; i < target->u.list.count; i++)
            if (!bind_target(c, target->u.list.items[i], NULL))
                return false;
    return true;
}

static const ssi_module *child_module(const ssi_module *module,
                                      const char *name)
{
    char dotted[256];

    if (snprintf(dotted, sizeof dotted, "%s.%s", module->name, name)
        >= (int)sizeof dotted)
        return NULL;
    return ssi_find_module(dotted);
}

/* --- expressions --- */

static bool check_name(ssi_check *c, const ssi_node *node,
                       const ssi_module **module)
{
    const char *name = node->u.text.bytes;
    const ssi_value *found = ssi_names_get(c->names, name);

    if (!found)
        found = ssi_names_get(c->session->names, name);
    if (found) {
        *module = ssi_module_of(*found);
        return true;
    }
    if (ssi_module_has(&ssi_module_builtins, name)
        || !ssi_is_python_builtin(name))
        return true;
    c->session->place = node->place;
    return ssi_unsupported(c->session,
                           "%s is not supported; supported builtins are "
                           "print, repr, len, int, float, bool, complex, str, "
                           "bytes, list, tuple, dict and range",
                           name);
}

/* "np.random" as it was written. */
static void written(const ssi_node *node, char *text, size_t room)
{
    size_t used;

    if (node->kind == SSI_NODE_NAME) {
        snprintf(text, room, "%s", node->u.text.bytes);
    } else if (node->kind == SSI_NODE_ATTRIBUTE) {
        written(node->u.attribute.object, text, room);
        used = strlen(text);
        snprintf(text + used, room - used, ".%s", node->u.attribute.name.bytes);
    } else {
        snprintf(text, room, "...");
    }
}

static bool check_attribute(ssi_check *c, const ssi_node *node,
                            const ssi_module **module)
{
    const char *name = node->u.attribute.name.bytes;
    const ssi_module *object = NULL;
    char text[256];

    if (!check(c, node->u.attribute.object, &object))
        return false;
    if (!object)
        return true;
    *module = child_module(object, name);
    c->session->place = node->place;
    if (*module || ssi_module_has(object, name))
        return ssi_numpy_has(c->session, object->name, name);
    written(node, text, sizeof text);
    return ssi_unsupported(c->session,
                           "%s is not supported; \"help %s\" lists "
                           "what is",
                           text, object->name);
}

static bool check_list(ssi_check *c, const ssi_node_list *nodes)
{
    const ssi_module *ignored;

    for (size_t i = 0; i < nodes->count; i++)
        if (!check(c, nodes->items[i], &ignored))
            return false;
    return true;
}

static bool check_call(ssi_check *c, const ssi_node *node)
{
    const ssi_module *ignored;

    if (!check(c, node->u.call.callee, &ignored)
        || !check_list(c, &node->u.call.arguments))
        return false;
    for (size_t i = 0; i < node->u.call.keyword_count; i++)
        if (!check(c, node->u.call.keywords[i].value, &ignored))
            return false;
    return true;
}

static bool check_expression(ssi_check *c, const ssi_node *node,
                             const ssi_module **module)
{
    const ssi_module *ignored;

    switch (node->kind) {
    case SSI_NODE_NAME:
        return check_name(c, node, module);
    case SSI_NODE_ATTRIBUTE:
        return check_attribute(c, node, module);
    case SSI_NODE_TUPLE:
    case SSI_NODE_LIST:
    case SSI_NODE_DICT:
    case SSI_NODE_SLICE:
        return check_list(c, &node->u.list);
    case SSI_NODE_UNARY:
        return check(c, node->u.unary.operand, &ignored);
    case SSI_NODE_BINARY:
    case SSI_NODE_INDEX:
        return check(c, node->u.binary.left, &ignored)
               && check(c, node->u.binary.right, &ignored);
    case SSI_NODE_CALL:
        return check_call(c, node);
    default:
        return true;
    }
}

static bool check(ssi_check *c, const ssi_node *node, const ssi_module **module)
{
    ss_session *s = c->session;
    bool ok;

    *module = NULL;
    if (s->depth >= SSI_MAX_DEPTH) {
        s->place = node->place;
        return ssi_raise(s, "RecursionError",
                         "maximum recursion depth "
                         "exceeded during compilation");
    }
    s->depth++;
    ok = check_expression(c, node, module);
    s->depth--;
    return ok;
}

/* --- statements --- */

static bool check_import(ssi_check *c, const ssi_node *node)
{
    const char *dotted = node->u.import.module.bytes;
    const char *member = node->u.import.member.bytes;
    const ssi_module *module = ssi_find_module(dotted), *bound;
    char top[128];

    c->session->place = node->place;
    if (!module)
        return ssi_unsupported(c->session,
                               "%s is not supported; supported modules are "
                               "numpy, numpy.random, torch, random and "
                               "safetensors",
                               dotted);
    bound = module;
    if (node->u.import.member.size) {
        if (!ssi_module_has(module, member))
            return ssi_unsupported(c->session,
                                   "%s.%s is not supported; \"help %s\" lists "
                                   "what is",
                                   dotted, member, module->name);
        if (!ssi_numpy_has(c->session, module->name, member))
            return false;
        bound = child_module(module, member);
    } else if (!node->u.import.has_alias) {
        snprintf(top, sizeof top, "%.*s", (int)strcspn(dotted, "."), dotted);
        bound = ssi_find_module(top);
    }
    return bind(c, node->u.import.alias.bytes, bound);
}

static bool check_assign(ssi_check *c, const ssi_node *node)
{
    const ssi_module *module;

    if (!check(c, node->u.assign.value, &module))
        return false;
    for (size_t i = 0; i < node->u.assign.targets.count; i++)
        if (!bind_target(c, node->u.assign.targets.items[i], module))
            return false;
    return true;
}

static bool check_statement(ssi_check *c, const ssi_node *node)
{
    const ssi_module *ignored;

    switch (node->kind) {
    case SSI_NODE_EXPRESSION:
        return check(c, node->u.expression.value, &ignored);
    case SSI_NODE_ASSIGN:
        return check_assign(c, node);
    case SSI_NODE_IMPORT:
        return check_import(c, node);
    case SSI_NODE_FOR:
        return check(c, node->u.loop.iterable, &ignored)
               && bind_target(c, node->u.loop.target, NULL)
               && check_body(c, &node->u.loop.body);
    case SSI_NODE_WITH:
        return check(c, node->u.with.item, &ignored)
               && (!node->u.with.target
                   || bind_target(c, node->u.with.target, NULL))
               && check_body(c, &node->u.with.body);
    default:
        return true;
    }
}

static bool check_body(ssi_check *c, const ssi_node_list *body)
{
    ss_session *s = c->session;
    bool ok = true;

    if (s->depth >= SSI_MAX_DEPTH)
        return ssi_raise(s, "RecursionError",
                         "maximum recursion depth "
                         "exceeded during compilation");
    s->depth++;
    for (size_t i = 0; ok && i < body->count; i++)
        ok = check_statement(c, body->items[i]);
    s->depth--;
    return ok;
}

bool ssi_check_cell(ss_session *s, ssi_check *c, const ssi_tree *tree)
{
    return check_body(c, &tree->body);
}
