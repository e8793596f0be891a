/* SPDX-License-Identifier: MIT
 * Assignment, its targets, and what CPython says of wrong ones.
 * Learned from: The Python Language Reference 3.11, 7.2; CPython's messages.
 */
#include <string.h>

#include "script/parser.h"

/* CPython's word for a tree in "cannot assign to ...". */
static const char *kind_name(const ssi_node *node)
{
    switch (node->kind) {
    case SSI_NODE_NONE:
        return "None";
    case SSI_NODE_BOOL:
        return node->u.truth ? "True" : "False";
    case SSI_NODE_ELLIPSIS:
        return "ellipsis";
    case SSI_NODE_CALL:
        return "function call";
    case SSI_NODE_DICT:
        return "dict literal";
    case SSI_NODE_ATTRIBUTE:
        return "attribute";
    case SSI_NODE_INDEX:
        return "subscript";
    case SSI_NODE_BINARY:
    case SSI_NODE_UNARY:
        return "expression";
    default:
        return "literal";
    }
}

/* The first part of a target that Python cannot assign to; NULL: none. */
static const ssi_node *find_wrong(const ssi_node *node)
{
    const ssi_node *wrong = NULL;

    switch (node->kind) {
    case SSI_NODE_NAME:
        return strcmp(node->u.text.bytes, "__debug__") ? NULL : node;
    case SSI_NODE_ATTRIBUTE:
    case SSI_NODE_INDEX:
        return NULL;
    case SSI_NODE_TUPLE:
    case SSI_NODE_LIST:
        for (size_t i = 0; i < node->u.list.count && !wrong; i++)
            wrong = find_wrong(node->u.list.items[i]);
        return wrong;
    default:
        return node;
    }
}

/* Attributes of the libraries' objects that can be assigned. */
static bool is_settable(const ssi_node *attribute)
{
    static const char *const names[] = {"state", NULL};

    for (int i = 0; names[i]; i++)
        if (strcmp(attribute->u.attribute.name.bytes, names[i]) == 0)
            return true;
    return false;
}

/* The first part of a target that only Python can assign to; NULL: none. */
static const ssi_node *find_refused(const ssi_node *node)
{
    const ssi_node *refused = NULL;

    if (node->kind == SSI_NODE_ATTRIBUTE)
        return is_settable(node) ? NULL : node;
    if (node->kind == SSI_NODE_TUPLE || node->kind == SSI_NODE_LIST)
        for (size_t i = 0; i < node->u.list.count && !refused; i++)
            refused = find_refused(node->u.list.items[i]);
    return refused;
}

static bool fail_wrong(ssi_parser *p, const ssi_node *wrong)
{
    ssi_syntax_error(p, ssi_start_of(wrong), "cannot assign to %s",
                     wrong->kind == SSI_NODE_NAME ? wrong->u.text.bytes
                                                  : kind_name(wrong));
    return false;
}

static bool fail_refused(ssi_parser *p, const ssi_node *target)
{
    const ssi_node *refused = find_refused(target);

    if (refused)
        ssi_refuse(p, refused->place, "assignment to an attribute");
    return refused != NULL;
}

bool ssi_check_target(ssi_parser *p, const ssi_node *node)
{
    const ssi_node *wrong = find_wrong(node);

    return wrong ? fail_wrong(p, wrong) : !fail_refused(p, node);
}

/* CPython's guess that "==" was meant; false: it makes none. */
static bool guess_comparison(ssi_parser *p, const ssi_node *left)
{
    const ssi_node *first = left;

    while (true) {
        if (first->kind == SSI_NODE_BINARY || first->kind == SSI_NODE_INDEX)
            first = first->u.binary.left;
        else if (first->kind == SSI_NODE_ATTRIBUTE)
            first = first->u.attribute.object;
        else if (first->kind == SSI_NODE_CALL)
            first = first->u.call.callee;
        else
            break;
    }
    if (left->kind == SSI_NODE_NAME)
        ssi_syntax_error(p, left->place,
                         "invalid syntax. Maybe you meant "
                         "'==' or ':=' instead of '='?");
    else if (first->kind != SSI_NODE_LIST && first->kind != SSI_NODE_TUPLE
             && first->kind != SSI_NODE_NONE && first->kind != SSI_NODE_BOOL)
        ssi_syntax_error(p, ssi_start_of(left),
                         "cannot assign to %s here. Maybe you meant '==' "
                         "instead of '='?",
                         kind_name(left));
    else
        return false;
    return true;
}

void *ssi_wrong_assign(ssi_parser *p, const ssi_node *element)
{
    ssi_place place = p->token.place;

    ssi_advance(p);
    if (!ssi_parse_unary(p))
        return NULL;
    if (ssi_at_op(p, '=') || !guess_comparison(p, element))
        ssi_syntax_error(p, place, "invalid syntax");
    return NULL;
}

/* A target is wrong: alone, or as the left side of a comparison that lost a
 * "=". last: what stands before the first "="; single: no other follows the
 * element behind it. */
static bool check_targets(ssi_parser *p, const ssi_node_list *targets,
                          const ssi_node *last, bool single)
{
    const ssi_node *wrong = NULL;

    for (size_t i = 0; i < targets->count && !wrong; i++)
        wrong = find_wrong(targets->items[i]);
    if (wrong && wrong->kind != SSI_NODE_NAME && single
        && guess_comparison(p, last))
        return false;
    if (wrong)
        return fail_wrong(p, wrong);
    for (size_t i = 0; i < targets->count; i++)
        if (fail_refused(p, targets->items[i]))
            return false;
    return true;
}

/* first is the tree before the first "=", which is the token. */
ssi_node *ssi_parse_assignment(ssi_parser *p, ssi_node *first)
{
    ssi_node *node = ssi_new_node(p, SSI_NODE_ASSIGN, first->place);
    ssi_node *value = first;
    const ssi_node *last = first;
    ssi_node_vector targets = {0};
    bool single = true;

    if (p->has_comma)
        last = first->u.list.items[first->u.list.count - 1];
    while (node && ssi_at_op(p, '=')) {
        if (!ssi_push(p, &targets, value))
            return NULL;
        ssi_advance(p);
        value = ssi_parse_expressions(p);
        if (!value)
            return NULL;
        if (targets.count == 1)
            single = p->has_comma || !ssi_at_op(p, '=');
    }
    if (!node || !ssi_take_nodes(p, &targets, &node->u.assign.targets)
        || !check_targets(p, &node->u.assign.targets, last, single)
        || !ssi_raise_height(p, node, value))
        return NULL;
    node->u.assign.value = value;
    return node;
}
