/* SPDX-License-Identifier: MIT
 * The evaluator: expressions.
 *
 * s->place is the operation that is being done, set after its operands were
 * evaluated, so that an error names the innermost one.
 */
#include "script/session.h"
#include "script/slice.h"

#include <stdlib.h>

static bool eval_name(ss_session *s, const ssi_node *node, ssi_value *out)
{
    const char *name = node->u.text.bytes;
    const ssi_value *found = ssi_names_get(s->names, name);

    if (found) {
        *out = ssi_retain(*found);
        return true;
    }
    s->place = node->place;
    if (ssi_module_has(&ssi_module_builtins, name))
        return ssi_module_attribute(s, &ssi_module_builtins, name, out);
    if (ssi_is_python_builtin(name))
        return ssi_unsupported(s, "%s is not supported", name);
    return ssi_raise(s, "NameError", "name '%s' is not defined", name);
}

static bool eval_number(ss_session *s, const ssi_node *node, ssi_value *out)
{
    double x = 0.0;

    s->place = node->place;
    if (node->kind == SSI_NODE_INT)
        return ssi_int_literal(s, node->u.text.bytes, node->u.text.size, out);
    if (!ssi_float_read(node->u.text.bytes, node->u.text.size, &x))
        return ssi_raise(s, "SyntaxError", "invalid decimal literal");
    if (node->kind == SSI_NODE_IMAGINARY)
        return ssi_new_complex(s, 0.0, x, out);
    *out = ssi_float(x);
    return true;
}

static bool eval_sequence(ss_session *s, const ssi_node *node, ssi_value *out)
{
    const ssi_node_list *nodes = &node->u.list;
    ssi_value list, item;

    if (!ssi_new_list(s, NULL, 0, &list))
        return false;
    for (size_t i = 0; i < nodes->count; i++) {
        bool ok = ssi_eval(s, nodes->items[i], &item);
        if (ok) {
            ok = ssi_list_append(s, list, item);
            ssi_release(s, item);
        }
        if (!ok) {
            ssi_release(s, list);
            return false;
        }
    }
    *out = list;
    if (node->kind == SSI_NODE_LIST)
        return true;
    ssi_list_object *items = (ssi_list_object *)list.u.o;
    bool ok = ssi_new_tuple(s, items->items, items->count, out);
    ssi_release(s, list);
    return ok;
}

static bool eval_entry(ss_session *s, const ssi_node *node, size_t i,
                       ssi_value dict)
{
    ssi_value key, value;
    bool ok;

    if (!ssi_eval(s, node->u.list.items[i], &key))
        return false;
    ok = ssi_eval(s, node->u.list.items[i + 1], &value);
    if (ok) {
        s->place = node->place;
        ok = ssi_dict_set(s, dict, key, value);
        ssi_release(s, value);
    }
    ssi_release(s, key);
    return ok;
}

static bool eval_dict(ss_session *s, const ssi_node *node, ssi_value *out)
{
    if (!ssi_new_dict(s, out))
        return false;
    for (size_t i = 0; i + 1 < node->u.list.count; i += 2)
        if (!eval_entry(s, node, i, *out)) {
            ssi_release(s, *out);
            return false;
        }
    return true;
}

static bool eval_unary(ss_session *s, const ssi_node *node, ssi_value *out)
{
    ssi_value operand;
    bool ok;

    if (!ssi_eval(s, node->u.unary.operand, &operand))
        return false;
    s->place = node->place;
    ok = ssi_unary(s, node->u.unary.op, operand, out);
    ssi_release(s, operand);
    return ok;
}

static bool eval_binary(ss_session *s, const ssi_node *node, ssi_value *out)
{
    ssi_value left, right;
    bool ok;

    if (!ssi_eval(s, node->u.binary.left, &left))
        return false;
    if (!ssi_eval(s, node->u.binary.right, &right)) {
        ssi_release(s, left);
        return false;
    }
    s->place = node->place;
    ok = node->kind == SSI_NODE_INDEX
             ? ssi_index(s, left, right, out)
             : ssi_binary(s, node->u.binary.op, left, right, out);
    ssi_release(s, left);
    ssi_release(s, right);
    return ok;
}

static bool eval_attribute(ss_session *s, const ssi_node *node, ssi_value *out)
{
    ssi_value object;
    bool ok;

    if (!ssi_eval(s, node->u.attribute.object, &object))
        return false;
    s->place = node->place;
    ok = ssi_attribute(s, object, node->u.attribute.name.bytes, out);
    ssi_release(s, object);
    return ok;
}

/* --- calls --- */

#define FEW 8

typedef struct arguments {
    ssi_value few[FEW];
    const char *few_names[FEW];
    ssi_value *values;
    const char **names;
    size_t count; /* evaluated so far */
} arguments;

static bool make_room(ss_session *s, arguments *a, size_t values, size_t names)
{
    a->values = a->few;
    a->names = a->few_names;
    a->count = 0;
    if (values > FEW)
        a->values = calloc(values, sizeof *a->values);
    if (names > FEW)
        a->names = calloc(names, sizeof *a->names);
    return (a->values && a->names) || ssi_raise_memory(s);
}

static void free_arguments(ss_session *s, arguments *a)
{
    for (size_t i = 0; i < a->count; i++)
        ssi_release(s, a->values[i]);
    if (a->values != a->few)
        free(a->values);
    if (a->names != a->few_names)
        free((void *)a->names);
}

static bool eval_arguments(ss_session *s, const ssi_node *node, arguments *a)
{
    const ssi_node_list *nodes = &node->u.call.arguments;
    const ssi_keyword *keywords = node->u.call.keywords;
    size_t keyword_count = node->u.call.keyword_count;

    if (!make_room(s, a, nodes->count + keyword_count, keyword_count))
        return false;
    for (size_t i = 0; i < nodes->count; i++, a->count++)
        if (!ssi_eval(s, nodes->items[i], &a->values[a->count]))
            return false;
    for (size_t i = 0; i < keyword_count; i++, a->count++) {
        a->names[i] = keywords[i].name.bytes;
        if (!ssi_eval(s, keywords[i].value, &a->values[a->count]))
            return false;
    }
    return true;
}

static bool eval_call(ss_session *s, const ssi_node *node, ssi_value *out)
{
    ssi_value callee;
    arguments a;
    ssi_call call;
    bool ok;

    if (!ssi_eval(s, node->u.call.callee, &callee))
        return false;
    ok = eval_arguments(s, node, &a);
    if (ok) {
        call.function = NULL;
        call.self = ssi_none();
        call.positional = a.values;
        call.positional_count = node->u.call.arguments.count;
        call.keyword_names = a.names;
        call.keyword_values = a.values + call.positional_count;
        call.keyword_count = node->u.call.keyword_count;
        for (size_t i = 0; i < SSI_MAX_PARAMETERS; i++) {
            call.args[i] = ssi_none();
            call.given[i] = false;
        }
        s->place = node->place;
        ok = ssi_call_value(s, callee, &call, out);
    }
    free_arguments(s, &a);
    ssi_release(s, callee);
    return ok;
}

static bool eval_slice(ss_session *s, const ssi_node *node, ssi_value *out)
{
    ssi_value parts[3];

    for (size_t i = 0; i < 3; i++)
        if (!ssi_eval(s, node->u.list.items[i], &parts[i])) {
            while (i-- > 0)
                ssi_release(s, parts[i]);
            return false;
        }
    return ssi_new_slice(s, parts, out);
}

static bool eval_node(ss_session *s, const ssi_node *node, ssi_value *out)
{
    const ssi_slice_text *text = &node->u.text;

    switch (node->kind) {
    case SSI_NODE_NONE:
        *out = ssi_none();
        return true;
    case SSI_NODE_BOOL:
        *out = ssi_bool(node->u.truth);
        return true;
    case SSI_NODE_INT:
    case SSI_NODE_FLOAT:
    case SSI_NODE_IMAGINARY:
        return eval_number(s, node, out);
    case SSI_NODE_STR:
        return ssi_new_str(s, text->bytes, text->size, out);
    case SSI_NODE_BYTES:
        return ssi_new_bytes(s, text->bytes, text->size, out);
    case SSI_NODE_ELLIPSIS:
        return ssi_new_ellipsis(s, out);
    case SSI_NODE_NAME:
        return eval_name(s, node, out);
    case SSI_NODE_TUPLE:
    case SSI_NODE_LIST:
        return eval_sequence(s, node, out);
    case SSI_NODE_DICT:
        return eval_dict(s, node, out);
    case SSI_NODE_UNARY:
        return eval_unary(s, node, out);
    case SSI_NODE_BINARY:
    case SSI_NODE_INDEX:
        return eval_binary(s, node, out);
    case SSI_NODE_SLICE:
        return eval_slice(s, node, out);
    case SSI_NODE_ATTRIBUTE:
        return eval_attribute(s, node, out);
    case SSI_NODE_CALL:
        return eval_call(s, node, out);
    default:
        s->place = node->place;
        return ssi_unsupported(s, "this expression is not supported");
    }
}

bool ssi_eval(ss_session *s, const ssi_node *node, ssi_value *out)
{
    bool ok;

    if (s->depth >= SSI_MAX_DEPTH) {
        s->place = node->place;
        return ssi_raise(s, "RecursionError",
                         "maximum recursion depth "
                         "exceeded during compilation");
    }
    s->depth++;
    ok = eval_node(s, node, out);
    s->depth--;
    return ok;
}
