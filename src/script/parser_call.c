/* SPDX-License-Identifier: MIT
 * What stands behind an atom: attributes, indices, calls.
 * Learned from: The Python Language Reference 3.11, 6.3; CPython's messages.
 */
#include <string.h>

#include "script/parser.h"

ssi_node *ssi_parse_attribute(ssi_parser *p, ssi_node *object)
{
    ssi_node *node;

    ssi_advance(p);
    if (p->token.kind != SSI_TOKEN_NAME || ssi_is_keyword(p, &p->token))
        return ssi_invalid_syntax(p);
    node = ssi_new_node(p, SSI_NODE_ATTRIBUTE, p->token.place);
    if (!node
        || !ssi_copy_text(p, p->lexer.source + p->token.start, p->token.size,
                          &node->u.attribute.name))
        return NULL;
    node->u.attribute.object = object;
    ssi_advance(p);
    return ssi_raise_height(p, node, object);
}

/* One part of a slice; None where there is none. */
static bool add_slice_part(ssi_parser *p, ssi_node *slice, ssi_node_vector *v)
{
    ssi_place place = p->token.place;
    bool absent = ssi_at_op(p, ':') || ssi_at_op(p, ',') || ssi_at_op(p, ']');
    ssi_node *part = absent ? ssi_new_node(p, SSI_NODE_NONE, place)
                            : ssi_parse_expression(p);

    return part && ssi_push_child(p, v, slice, part);
}

/* start (or NULL) was read, ":" is the token. */
static ssi_node *parse_slice(ssi_parser *p, ssi_node *start)
{
    ssi_place place = p->token.place;
    ssi_node *slice = ssi_new_node(p, SSI_NODE_SLICE, place);
    ssi_node_vector v = {0};

    if (!start)
        start = ssi_new_node(p, SSI_NODE_NONE, place);
    if (!slice || !start || !ssi_push_child(p, &v, slice, start))
        return NULL;
    ssi_advance(p);
    if (!add_slice_part(p, slice, &v))
        return NULL;
    if (ssi_at_op(p, ':'))
        ssi_advance(p);
    if (!add_slice_part(p, slice, &v))
        return NULL;
    return ssi_take_nodes(p, &v, &slice->u.list) ? slice : NULL;
}

static ssi_node *parse_index_element(ssi_parser *p)
{
    ssi_place start = p->token.place;
    ssi_node *item = NULL;

    if (!ssi_at_op(p, ':')) {
        item = ssi_parse_expression(p);
        if (!item)
            return NULL;
    }
    if (ssi_at_op(p, ':'))
        item = parse_slice(p, item);
    if (!item || ssi_at_op(p, ',') || ssi_at_op(p, ']'))
        return item;
    return ssi_at_op(p, '=') ? ssi_wrong_assign(p, item)
                             : ssi_wrong_behind(p, item, start);
}

/* What stands in the brackets: one expression, or a tuple of some. */
static ssi_node *parse_index_key(ssi_parser *p)
{
    ssi_place place = p->token.place;
    ssi_node *item = parse_index_element(p), *tuple;
    ssi_node_vector v = {0};

    if (!item || !ssi_at_op(p, ','))
        return item;
    tuple = ssi_new_node(p, SSI_NODE_TUPLE, place);
    if (!tuple || !ssi_push_child(p, &v, tuple, item))
        return NULL;
    while (ssi_accept_op(p, ',') && !ssi_at_op(p, ']')) {
        item = parse_index_element(p);
        if (!item || !ssi_push_child(p, &v, tuple, item))
            return NULL;
    }
    return ssi_take_nodes(p, &v, &tuple->u.list) ? tuple : NULL;
}

ssi_node *ssi_parse_index(ssi_parser *p, ssi_node *object)
{
    ssi_node *node = ssi_new_node(p, SSI_NODE_INDEX, p->token.place), *key;

    ssi_advance(p);
    if (ssi_at_op(p, ']'))
        return ssi_invalid_syntax(p);
    key = parse_index_key(p);
    if (!node || !key)
        return NULL;
    ssi_advance(p);
    node->u.binary.left = object;
    node->u.binary.right = key;
    return ssi_raise_height(p, node, object) ? ssi_raise_height(p, node, key)
                                             : NULL;
}

/* The arguments of one call while they are read. */
typedef struct arguments {
    ssi_node *call;
    ssi_node_vector positional;
    ssi_keyword *keywords;
    size_t count, capacity;
} arguments;

/* Whether a keyword can be taken: no other has its name. */
static bool check_keyword(ssi_parser *p, const arguments *a,
                          const ssi_node *name)
{
    const ssi_slice_text *text = &name->u.text;
    const char *wrong = NULL;

    if (strcmp(text->bytes, "__debug__") == 0)
        wrong = "cannot assign to %s";
    for (size_t i = 0; i < a->count && !wrong; i++)
        if (a->keywords[i].name.size == text->size
            && strcmp(a->keywords[i].name.bytes, text->bytes) == 0)
            wrong = "keyword argument repeated: %s";
    if (wrong)
        ssi_syntax_error(p, name->place, wrong, text->bytes);
    else if (a->count == SSI_MAX_KEYWORDS)
        ssi_refuse(p, name->place, "a call with more than 255 keywords");
    else
        return true;
    return false;
}

/* "name=value", from the value on. */
static ssi_node *add_keyword(ssi_parser *p, arguments *a, const ssi_node *name)
{
    ssi_keyword keyword = {.name = name->u.text, .place = name->place};
    ssi_node *value;

    if (!check_keyword(p, a, name))
        return NULL;
    value = ssi_parse_expression(p);
    if (!value || !ssi_raise_height(p, a->call, value))
        return NULL;
    keyword.value = value;
    if (a->count == a->capacity) {
        size_t capacity = a->capacity ? 2 * a->capacity : 4;
        ssi_keyword *grown =
            ssi_arena_alloc(p->arena, capacity * sizeof *grown);
        if (!grown)
            return ssi_out_of_memory(p);
        if (a->count)
            memcpy(grown, a->keywords, a->count * sizeof *grown);
        a->keywords = grown;
        a->capacity = capacity;
    }
    a->keywords[a->count++] = keyword;
    return value;
}

/* What stands before a "=" is no name. */
static void *fail_keyword(ssi_parser *p, const ssi_node *value, ssi_place start)
{
    if (value->kind == SSI_NODE_NONE)
        return ssi_syntax_error(p, start, "cannot assign to None");
    if (value->kind == SSI_NODE_BOOL)
        return ssi_syntax_error(p, start, "cannot assign to %s",
                                value->u.truth ? "True" : "False");
    return ssi_syntax_error(p, start,
                            "expression cannot contain assignment, perhaps "
                            "you meant \"==\"?");
}

/* One argument; *start: of its value. */
static ssi_node *parse_argument(ssi_parser *p, arguments *a, ssi_place *start)
{
    ssi_node *value;

    *start = p->token.place;
    if (ssi_at_op(p, '*') || ssi_at_op(p, SSI_OP2('*', '*')))
        return ssi_refuse(p, p->token.place, "starred argument");
    value = ssi_parse_expression(p);
    if (!value)
        return NULL;
    if (ssi_at_word(p, "for") || ssi_at_word(p, "async"))
        return ssi_refuse(p, p->token.place, "comprehension");
    if (ssi_at_op(p, '=')) {
        if (value->kind != SSI_NODE_NAME)
            return fail_keyword(p, value, *start);
        ssi_advance(p);
        *start = p->token.place;
        return add_keyword(p, a, value);
    }
    if (a->count && (ssi_at_op(p, ',') || ssi_at_op(p, ')')))
        return ssi_syntax_error(p, value->place,
                                "positional argument follows keyword "
                                "argument");
    return ssi_push_child(p, &a->positional, a->call, value) ? value : NULL;
}

/* The place of an error in a call: the callee's last name. */
static ssi_place callee_place(const ssi_parser *p, const ssi_node *callee)
{
    if (callee->kind == SSI_NODE_NAME || callee->kind == SSI_NODE_ATTRIBUTE)
        return callee->place;
    return p->token.place;
}

ssi_node *ssi_parse_call(ssi_parser *p, ssi_node *callee)
{
    arguments a = {0};

    a.call = ssi_new_node(p, SSI_NODE_CALL, callee_place(p, callee));
    if (!a.call || !ssi_raise_height(p, a.call, callee))
        return NULL;
    ssi_advance(p);
    while (!ssi_at_op(p, ')')) {
        ssi_place start;
        ssi_node *value = parse_argument(p, &a, &start);
        if (!value)
            return NULL;
        if (!ssi_accept_op(p, ',') && !ssi_at_op(p, ')'))
            return ssi_wrong_behind(p, value, start);
    }
    ssi_advance(p);
    a.call->u.call.callee = callee;
    if (!ssi_take_nodes(p, &a.positional, &a.call->u.call.arguments))
        return NULL;
    a.call->u.call.keywords = a.keywords;
    a.call->u.call.keyword_count = a.count;
    return a.call;
}
