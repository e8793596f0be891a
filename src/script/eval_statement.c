/* SPDX-License-Identifier: MIT
 * The evaluator: statements.
 */
#include "script/session.h"

#include <stdio.h>
#include <string.h>

typedef struct run {
    const ss_script_cell *cell;
    const ssi_node *shown; /* the expression that a notebook shows, or NULL */
} run;

static bool execute_body(ss_session *s, const run *r,
                         const ssi_node_list *body);

/* --- assignment --- */

static bool assign(ss_session *s, const ssi_node *target, ssi_value v);

/* The first items of an iterable, one more than wanted. */
static bool take_items(ss_session *s, ssi_value v, size_t wanted,
                       ssi_value list)
{
    ssi_value item;
    bool done = false, ok;

    for (size_t i = 0; i <= wanted; i++) {
        if (!ssi_iterate(s, v, i, &item, &done))
            return false;
        if (done)
            return true;
        ok = ssi_list_append(s, list, item);
        ssi_release(s, item);
        if (!ok)
            return false;
    }
    return true;
}

static bool assign_items(ss_session *s, const ssi_node_list *targets,
                         const ssi_list_object *items)
{
    if (items->count > targets->count)
        return ssi_raise(s, "ValueError",
                         "too many values to unpack (expected %zu)",
                         targets->count);
    if (items->count < targets->count)
        return ssi_raise(s, "ValueError",
                         "not enough values to unpack (expected %zu, got %zu)",
                         targets->count, items->count);
    for (size_t i = 0; i < targets->count; i++)
        if (!assign(s, targets->items[i], ssi_retain(items->items[i])))
            return false;
    return true;
}

static bool unpack(ss_session *s, const ssi_node *target, ssi_value v)
{
    ssi_value list;
    bool ok;

    s->place = target->place;
    if (v.tag != SSI_OBJECT || !v.u.o->type->iterate)
        return ssi_raise(s, "TypeError", "cannot unpack non-iterable %s object",
                         ssi_is(v, &ssi_type_class) ? "type"
                                                    : ssi_type_name(v));
    if (!ssi_new_list(s, NULL, 0, &list))
        return false;
    ok = take_items(s, v, target->u.list.count, list)
         && assign_items(s, &target->u.list, (ssi_list_object *)list.u.o);
    ssi_release(s, list);
    return ok;
}

static bool assign_attribute(ss_session *s, const ssi_node *target, ssi_value v)
{
    ssi_value object;
    bool ok;

    if (!ssi_eval(s, target->u.attribute.object, &object))
        return false;
    s->place = target->place;
    ok = ssi_set_attribute(s, object, target->u.attribute.name.bytes, v);
    ssi_release(s, object);
    return ok;
}

static bool assign_index(ss_session *s, const ssi_node *target, ssi_value v)
{
    ssi_value object, key;
    bool ok;

    if (!ssi_eval(s, target->u.binary.left, &object))
        return false;
    ok = ssi_eval(s, target->u.binary.right, &key);
    if (ok) {
        s->place = target->place;
        ok = ssi_set_index(s, object, key, v);
        ssi_release(s, key);
    }
    ssi_release(s, object);
    return ok;
}

/* Takes the reference to v. */
static bool assign(ss_session *s, const ssi_node *target, ssi_value v)
{
    bool ok;

    if (target->kind == SSI_NODE_NAME)
        return ssi_names_set(s, s->names, target->u.text.bytes, v);
    if (target->kind == SSI_NODE_TUPLE || target->kind == SSI_NODE_LIST) {
        ok = unpack(s, target, v);
    } else if (target->kind == SSI_NODE_ATTRIBUTE) {
        ok = assign_attribute(s, target, v);
    } else {
        ok = assign_index(s, target, v);
    }
    ssi_release(s, v);
    return ok;
}

static bool execute_assign(ss_session *s, const ssi_node *node)
{
    ssi_value v;
    bool ok = true;

    if (!ssi_eval(s, node->u.assign.value, &v))
        return false;
    for (size_t i = 0; ok && i < node->u.assign.targets.count; i++)
        ok = assign(s, node->u.assign.targets.items[i], ssi_retain(v));
    ssi_release(s, v);
    return ok;
}

/* --- import --- */

static bool execute_import(ss_session *s, const ssi_node *node)
{
    const char *dotted = node->u.import.module.bytes;
    const ssi_module *module;
    char top[128];
    ssi_value v;
    bool ok;

    s->place = node->place;
    if (!node->u.import.member.size && !node->u.import.has_alias) {
        snprintf(top, sizeof top, "%.*s", (int)strcspn(dotted, "."), dotted);
        dotted = top;
    }
    module = ssi_find_module(dotted);
    if (!module)
        return ssi_unsupported(s, "%s is not supported", dotted);
    if (node->u.import.member.size)
        ok = ssi_module_attribute(s, module, node->u.import.member.bytes, &v);
    else
        ok = ssi_new_module(s, module, &v);
    return ok && ssi_names_set(s, s->names, node->u.import.alias.bytes, v);
}

/* --- blocks --- */

static bool execute_for(ss_session *s, const run *r, const ssi_node *node)
{
    ssi_value given, iterable, item;
    bool ok, done = false;

    if (!ssi_eval(s, node->u.loop.iterable, &given))
        return false;
    s->place = node->u.loop.iterable->place;
    ok = ssi_begin(s, given, &iterable);
    ssi_release(s, given);
    if (!ok)
        return false;
    for (size_t i = 0;; i++) {
        s->place = node->u.loop.iterable->place;
        ok = ssi_iterate(s, iterable, i, &item, &done);
        if (!ok || done)
            break;
        ok = assign(s, node->u.loop.target, item)
             && execute_body(s, r, &node->u.loop.body);
        if (!ok)
            break;
    }
    ssi_release(s, iterable);
    return ok;
}

/* Leave a with block, keeping the error that ended it. */
static bool leave(ss_session *s, ssi_value manager, bool ok)
{
    ss_script_error error = s->error;
    bool left;

    memset(&s->error, 0, sizeof s->error);
    left =
        !manager.u.o->type->leave || manager.u.o->type->leave(s, manager.u.o);
    if (!ok)
        s->error = error;
    return ok && left;
}

static bool execute_with(ss_session *s, const run *r, const ssi_node *node)
{
    ssi_value manager, entered;
    bool ok;

    if (!ssi_eval(s, node->u.with.item, &manager))
        return false;
    s->place = node->u.with.item->place;
    if (manager.tag != SSI_OBJECT || !manager.u.o->type->enter)
        ok = ssi_raise(s, "TypeError",
                       "'%s' object does not support the "
                       "context manager protocol",
                       ssi_type_name(manager));
    else
        ok = manager.u.o->type->enter(s, manager.u.o, &entered);
    if (ok) {
        if (node->u.with.target)
            ok = assign(s, node->u.with.target, entered);
        else
            ssi_release(s, entered);
        ok = ok && execute_body(s, r, &node->u.with.body);
        ok = leave(s, manager, ok);
    }
    ssi_release(s, manager);
    return ok;
}

/* --- the rest --- */

static bool show(ss_session *s, ssi_value v)
{
    ss_text text = {0};
    bool ok;

    if (v.tag == SSI_NONE)
        return true;
    ok = s->mode == SS_SCRIPT_CELL ? ssi_display(s, v, &text)
                                   : ssi_repr(s, v, &text);
    ok = ok && ssi_append(s, &text, "\n") && ssi_print(s, text.data, text.size);
    ss_text_free(&text);
    return ok;
}

static bool execute_expression(ss_session *s, const run *r,
                               const ssi_node *node)
{
    ssi_value v;
    bool ok = true;

    if (!ssi_eval(s, node->u.expression.value, &v))
        return false;
    s->place = node->place;
    if (node == r->shown || s->mode == SS_SCRIPT_PROMPT)
        ok = show(s, v);
    ssi_release(s, v);
    return ok;
}

static bool execute_magic(ss_session *s, const run *r, const ssi_node *node)
{
    ss_text text = {0};
    char place[64];
    bool ok, handled;

    s->place = node->place;
    if (!ssi_seed_magic(s, node->u.text.bytes, &handled))
        return false;
    if (handled || !s->options.note)
        return true;
    snprintf(place, sizeof place,
             ":%u:%u: skipped: ", (unsigned)node->place.line,
             (unsigned)node->place.column);
    ok = ssi_flush(s)
         && ssi_append(s, &text, r->cell->name ? r->cell->name : "")
         && ssi_append(s, &text, place)
         && ssi_append(s, &text, node->u.text.bytes);
    if (ok)
        s->options.note(s->options.context, text.data);
    ss_text_free(&text);
    return ok;
}

static bool execute(ss_session *s, const run *r, const ssi_node *node)
{
    switch (node->kind) {
    case SSI_NODE_EXPRESSION:
        return execute_expression(s, r, node);
    case SSI_NODE_ASSIGN:
        return execute_assign(s, node);
    case SSI_NODE_IMPORT:
        return execute_import(s, node);
    case SSI_NODE_FOR:
        return execute_for(s, r, node);
    case SSI_NODE_WITH:
        return execute_with(s, r, node);
    case SSI_NODE_PASS:
        return true;
    case SSI_NODE_MAGIC:
        return execute_magic(s, r, node);
    default:
        s->place = node->place;
        return ssi_unsupported(s, "this statement is not supported");
    }
}

static bool execute_body(ss_session *s, const run *r, const ssi_node_list *body)
{
    bool ok = true;

    if (s->depth >= SSI_MAX_DEPTH)
        return ssi_raise(s, "RecursionError",
                         "maximum recursion depth "
                         "exceeded during compilation");
    s->depth++;
    for (size_t i = 0; ok && i < body->count; i++)
        ok = execute(s, r, body->items[i]);
    s->depth--;
    return ok;
}

bool ssi_execute(ss_session *s, const ss_script_cell *cell,
                 const ssi_tree *tree)
{
    run r = {cell, NULL};

    if (s->mode == SS_SCRIPT_CELL && tree->body.count) {
        const ssi_node *last = tree->body.items[tree->body.count - 1];
        if (last->kind == SSI_NODE_EXPRESSION && !last->u.expression.silent)
            r.shown = last;
    }
    return execute_body(s, &r, &tree->body);
}
