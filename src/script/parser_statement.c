/* SPDX-License-Identifier: MIT
 * Statements, simple and with blocks.
 * Learned from: The Python Language Reference 3.11, 7 and 8; CPython's
 * messages.
 */
#include <string.h>

#include "script/parser.h"

/* --- expressions as statements --- */

static bool is_augmented(const ssi_parser *p)
{
    static const char *const operators[] = {
        "+=", "-=", "*=", "/=",  "//=", "%=",  "@=",
        "&=", "|=", "^=", ">>=", "<<=", "**=", NULL};
    const char *text = p->lexer.source + p->token.start;

    for (int i = 0; p->token.kind == SSI_TOKEN_OP && operators[i]; i++)
        if (p->token.size == strlen(operators[i])
            && memcmp(text, operators[i], p->token.size) == 0)
            return true;
    return false;
}

/* "x: int = 1"; or "match (x):", which began as an expression. */
static ssi_node *refuse_colon(ssi_parser *p, const ssi_token *first,
                              const ssi_node *value)
{
    ssi_place place = p->token.place;

    ssi_advance(p);
    if (p->token.kind == SSI_TOKEN_NEWLINE || p->token.kind == SSI_TOKEN_END)
        return ssi_token_is(p, first, "match")
                   ? ssi_refuse(p, first->place, "'match' statement")
                   : ssi_invalid_syntax(p);
    switch (value->kind) {
    case SSI_NODE_NAME:
    case SSI_NODE_ATTRIBUTE:
    case SSI_NODE_INDEX:
        return ssi_refuse(p, place, "annotated assignment");
    case SSI_NODE_TUPLE:
    case SSI_NODE_LIST:
        return ssi_syntax_error(
            p, first->place, "only single target (not %s) can be annotated",
            value->kind == SSI_NODE_LIST ? "list" : "tuple");
    default:
        return ssi_syntax_error(p, first->place,
                                "illegal target for annotation");
    }
}

static ssi_node *parse_expression_statement(ssi_parser *p)
{
    ssi_token first = p->token;
    ssi_node *value = ssi_parse_expressions(p), *node;

    if (!value)
        return NULL;
    if (ssi_at_op(p, '='))
        return ssi_parse_assignment(p, value);
    if (is_augmented(p))
        return ssi_refuse(p, p->token.place, "augmented assignment");
    if (ssi_at_op(p, ':'))
        return refuse_colon(p, &first, value);
    node = ssi_new_node(p, SSI_NODE_EXPRESSION, value->place);
    if (!node || !ssi_raise_height(p, node, value))
        return NULL;
    node->u.expression.value = value;
    node->u.expression.silent = ssi_at_op(p, ';');
    return node;
}

/* --- lines --- */

static bool push_magic(ssi_parser *p, ssi_node_vector *body)
{
    ssi_node *node = ssi_new_node(p, SSI_NODE_MAGIC, p->token.place);
    const char *text = p->lexer.source + p->token.start;
    size_t size = 0; /* the first line says which one it is */

    while (size < p->token.size && text[size] != '\n' && text[size] != '\r')
        size++;
    if (!node || !ssi_check_magic(p)
        || !ssi_copy_text(p, text, size, &node->u.text))
        return false;
    ssi_advance(p);
    return ssi_push(p, body, node);
}

static bool parse_small(ssi_parser *p, ssi_node_vector *body)
{
    ssi_node *node;

    if (p->token.kind == SSI_TOKEN_MAGIC)
        return push_magic(p, body);
    if (ssi_at_word(p, "import"))
        return ssi_parse_import(p, body);
    if (ssi_at_word(p, "from"))
        return ssi_parse_from(p, body);
    if (ssi_at_word(p, "pass")) {
        node = ssi_new_node(p, SSI_NODE_PASS, p->token.place);
        ssi_advance(p);
    } else if (ssi_refuse_statement(p)) {
        return false;
    } else {
        node = parse_expression_statement(p);
    }
    return node && ssi_push(p, body, node);
}

/* Statements of one line, ';' between them. */
static bool parse_line(ssi_parser *p, ssi_node_vector *body)
{
    do {
        if (!parse_small(p, body))
            return false;
    } while (ssi_accept_op(p, ';') && p->token.kind != SSI_TOKEN_NEWLINE
             && p->token.kind != SSI_TOKEN_END);
    if (p->token.kind == SSI_TOKEN_NEWLINE) {
        ssi_advance(p);
        return p->token.kind != SSI_TOKEN_ERROR;
    }
    if (p->token.kind == SSI_TOKEN_END)
        return true;
    if (!ssi_refuse_operator(p))
        ssi_invalid_syntax(p);
    return false;
}

/* --- blocks --- */

static bool missing_block(ssi_parser *p, const char *word, uint32_t line)
{
    if (p->token.kind == SSI_TOKEN_END
        || (p->token.kind == SSI_TOKEN_DEDENT && p->lexer.at >= p->lexer.size))
        p->error->incomplete = true;
    ssi_lexer_fail(&p->lexer, SS_ERR_SYNTAX, p->token.place,
                   "IndentationError: expected an indented block after '%s' "
                   "statement on line %u",
                   word, (unsigned)line);
    return false;
}

/* ':' and the statements under it. */
static bool parse_block(ssi_parser *p, const char *word, ssi_place place,
                        ssi_node *node, ssi_node_list *out)
{
    ssi_node_vector body = {0};

    if (!ssi_accept_op(p, ':')) {
        if (!ssi_refuse_operator(p) && p->token.kind == SSI_TOKEN_NEWLINE)
            ssi_syntax_error(p, p->token.place, "expected ':'");
        return ssi_invalid_syntax(p) != NULL;
    }
    if (p->token.kind == SSI_TOKEN_NEWLINE) {
        ssi_advance(p);
        if (p->token.kind != SSI_TOKEN_INDENT)
            return missing_block(p, word, place.line);
        ssi_advance(p);
        while (p->token.kind != SSI_TOKEN_DEDENT)
            if (!ssi_parse_statement(p, &body))
                return false;
        ssi_advance(p);
    } else if (!parse_line(p, &body)) {
        return false;
    }
    if (!ssi_take_nodes(p, &body, out))
        return false;
    for (size_t i = 0; i < out->count; i++)
        if (!ssi_raise_height(p, node, out->items[i]))
            return false;
    return true;
}

static ssi_node *parse_for(ssi_parser *p)
{
    ssi_place place = p->token.place;
    ssi_node *node = ssi_new_node(p, SSI_NODE_FOR, place);
    ssi_node *target, *iterable;

    ssi_advance(p);
    target = ssi_parse_target(p);
    if (!node || !target || !ssi_check_target(p, target))
        return NULL;
    if (!ssi_at_word(p, "in"))
        return ssi_invalid_syntax(p);
    ssi_advance(p);
    iterable = ssi_parse_expressions(p);
    if (!iterable || !ssi_raise_height(p, node, iterable))
        return NULL;
    node->u.loop.target = target;
    node->u.loop.iterable = iterable;
    if (!parse_block(p, "for", place, node, &node->u.loop.body))
        return NULL;
    if (ssi_at_word(p, "else"))
        return ssi_refuse(p, p->token.place, "'else' of a 'for' loop");
    return node;
}

/* The item of a 'with' statement; "(a)" is a, "(a, b)" is two of them. */
static ssi_node *parse_item(ssi_parser *p)
{
    ssi_place place = p->token.place;
    bool grouped = ssi_at_op(p, '(');
    ssi_node *item;

    p->in_with = true;
    item = ssi_parse_expression(p);
    p->in_with = false;
    if (item && ssi_at_op(p, ','))
        return ssi_refuse(p, p->token.place, "'with' of several items");
    if (!item || !grouped || item->kind != SSI_NODE_TUPLE || !item->u.list.count
        || !ssi_at_op(p, ':'))
        return item;
    if (item->u.list.count > 1)
        return ssi_refuse(p, place, "'with' of several items");
    return (ssi_node *)item->u.list.items[0];
}

static ssi_node *parse_with(ssi_parser *p)
{
    ssi_place place = p->token.place;
    ssi_node *node = ssi_new_node(p, SSI_NODE_WITH, place);
    ssi_node *item, *target = NULL;

    ssi_advance(p);
    item = parse_item(p);
    if (!node || !item || !ssi_raise_height(p, node, item))
        return NULL;
    if (ssi_at_word(p, "as")) {
        ssi_advance(p);
        target = ssi_parse_expression(p);
        if (!target || !ssi_check_target(p, target))
            return NULL;
    }
    if (ssi_at_op(p, ','))
        return ssi_refuse(p, p->token.place, "'with' of several items");
    node->u.with.item = item;
    node->u.with.target = target;
    return parse_block(p, "with", place, node, &node->u.with.body) ? node
                                                                   : NULL;
}

bool ssi_parse_statement(ssi_parser *p, ssi_node_vector *body)
{
    ssi_node *node;

    if (p->token.kind == SSI_TOKEN_ERROR)
        return false;
    if (!ssi_at_word(p, "for") && !ssi_at_word(p, "with"))
        return parse_line(p, body);
    if (p->blocks == SSI_MAX_BLOCKS)
        return ssi_syntax_error(p, p->token.place,
                                "too many statically nested blocks")
               != NULL;
    p->blocks++;
    node = ssi_at_word(p, "for") ? parse_for(p) : parse_with(p);
    p->blocks--;
    return node && ssi_push(p, body, node);
}
