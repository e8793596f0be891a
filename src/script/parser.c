/* SPDX-License-Identifier: MIT
 * Statements and blocks; the parser's own small tools.
 * Learned from: The Python Language Reference 3.11, 7, 8 and 10; CPython's
 * messages.
 */
#include "script/parser.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A tree may take this many bytes for each byte of source, and this more. */
#define ARENA_FACTOR 256
#define ARENA_BASE ((size_t)1 << 20)
#define ARENA_MOST ((size_t)1 << 30)

/* --- tools --- */

void ssi_advance(ssi_parser *p)
{
    p->token = ssi_lexer_next(&p->lexer);
}

bool ssi_at_op(const ssi_parser *p, uint32_t op)
{
    return p->token.kind == SSI_TOKEN_OP && p->token.op == op;
}

bool ssi_token_is(const ssi_parser *p, const ssi_token *t, const char *word)
{
    return t->kind == SSI_TOKEN_NAME && t->size == strlen(word) &&
           memcmp(p->lexer.source + t->start, word, t->size) == 0;
}

bool ssi_at_word(const ssi_parser *p, const char *word)
{
    return ssi_token_is(p, &p->token, word);
}

bool ssi_accept_op(ssi_parser *p, uint32_t op)
{
    if (!ssi_at_op(p, op))
        return false;
    ssi_advance(p);
    return true;
}

bool ssi_is_keyword(const ssi_parser *p, const ssi_token *token)
{
    static const char *const words[] = {
        "False",  "None",     "True",  "and",    "as",       "assert", "async",
        "await",  "break",    "class", "continue", "def",    "del",    "elif",
        "else",   "except",   "finally", "for",  "from",     "global", "if",
        "import", "in",       "is",    "lambda", "nonlocal", "not",    "or",
        "pass",   "raise",    "return", "try",   "while",    "with",   "yield",
        NULL};

    for (int i = 0; words[i]; i++)
        if (ssi_token_is(p, token, words[i]))
            return true;
    return false;
}

void *ssi_syntax_error(ssi_parser *p, ssi_place place, const char *format, ...)
{
    char text[512];
    va_list arguments;

    if (p->token.kind == SSI_TOKEN_ERROR)
        return NULL;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    ssi_lexer_fail(&p->lexer, SS_ERR_SYNTAX, place, "SyntaxError: %s", text);
    return NULL;
}

void *ssi_invalid_syntax(ssi_parser *p)
{
    if (p->token.kind == SSI_TOKEN_INDENT)
        ssi_lexer_fail(&p->lexer, SS_ERR_SYNTAX, p->token.place,
                       "IndentationError: unexpected indent");
    return ssi_syntax_error(p, p->token.place, "invalid syntax");
}

void *ssi_out_of_memory(ssi_parser *p)
{
    ssi_lexer_fail(&p->lexer, SS_ERR_MEMORY, p->token.place,
                   "MemoryError: the source is too large");
    return NULL;
}

ssi_node *ssi_new_node(ssi_parser *p, ssi_node_kind kind, ssi_place place)
{
    ssi_node *node = ssi_arena_alloc(p->arena, sizeof *node);

    if (!node)
        return ssi_out_of_memory(p);
    node->kind = kind;
    node->place = place;
    node->height = 1;
    return node;
}

ssi_node *ssi_raise_height(ssi_parser *p, ssi_node *node,
                           const ssi_node *child)
{
    if (child->height >= node->height)
        node->height = child->height + 1;
    if (node->height > SSI_MAX_TREE_HEIGHT)
        return ssi_syntax_error(p, node->place,
                                "expression nested more than %d deep",
                                SSI_MAX_TREE_HEIGHT);
    return node;
}

bool ssi_copy_text(ssi_parser *p, const char *bytes, size_t size,
                   ssi_slice_text *out)
{
    char *text = ssi_arena_alloc(p->arena, size + 1);

    if (!text)
        return ssi_out_of_memory(p) != NULL;
    memcpy(text, bytes, size);
    out->bytes = text;
    out->size = size;
    return true;
}

bool ssi_push(ssi_parser *p, ssi_node_vector *v, const ssi_node *node)
{
    if (v->count == v->capacity) {
        size_t capacity = v->capacity ? 2 * v->capacity : 4;
        const ssi_node **grown =
            ssi_arena_alloc(p->arena, capacity * sizeof *grown);
        if (!grown)
            return ssi_out_of_memory(p) != NULL;
        if (v->count)
            memcpy(grown, v->items, v->count * sizeof *grown);
        v->items = grown;
        v->capacity = capacity;
    }
    v->items[v->count++] = node;
    return true;
}

/* --- targets of an assignment --- */

static bool bad_target(ssi_parser *p, const ssi_node *node, const char *what,
                       bool hint)
{
    ssi_syntax_error(p, node->place, "cannot assign to %s%s", what,
                     hint ? " here. Maybe you meant '==' instead of '='?"
                          : "");
    return false;
}

/* Whether an expression may be assigned to; hint: as CPython words it for a
 * plain "=". */
static bool check_target(ssi_parser *p, const ssi_node *node, bool hint)
{
    switch (node->kind) {
    case SSI_NODE_NAME:
        return true;
    case SSI_NODE_TUPLE:
    case SSI_NODE_LIST:
        for (size_t i = 0; i < node->u.list.count; i++)
            if (!check_target(p, node->u.list.items[i], false))
                return false;
        return true;
    case SSI_NODE_ATTRIBUTE:
        return ssi_refuse(p, node->place, "assignment to an attribute") != NULL;
    case SSI_NODE_INDEX:
        return ssi_refuse(p, node->place, "assignment to an index") != NULL;
    case SSI_NODE_NONE:
        return bad_target(p, node, "None", false);
    case SSI_NODE_BOOL:
        return bad_target(p, node, node->u.truth ? "True" : "False", false);
    case SSI_NODE_ELLIPSIS:
        return bad_target(p, node, "ellipsis", hint);
    case SSI_NODE_CALL:
        return bad_target(p, node, "function call", hint);
    case SSI_NODE_DICT:
        return bad_target(p, node, "dict literal", hint);
    case SSI_NODE_BINARY:
    case SSI_NODE_UNARY:
        return bad_target(p, node, "expression", hint);
    default:
        return bad_target(p, node, "literal", hint);
    }
}

/* --- simple statements --- */

static bool is_augmented(const ssi_parser *p)
{
    static const char *const operators[] = {"+=", "-=", "*=", "/=", "//=",
                                            "%=", "@=", "&=", "|=", "^=",
                                            ">>=", "<<=", "**=", NULL};
    const char *text = p->lexer.source + p->token.start;

    for (int i = 0; p->token.kind == SSI_TOKEN_OP && operators[i]; i++)
        if (p->token.size == strlen(operators[i]) &&
            memcmp(text, operators[i], p->token.size) == 0)
            return true;
    return false;
}

static ssi_node *parse_assignment(ssi_parser *p, ssi_node *first)
{
    ssi_node *node = ssi_new_node(p, SSI_NODE_ASSIGN, first->place);
    ssi_node *value = first;
    ssi_node_vector targets = {0};

    while (node && ssi_at_op(p, '=')) {
        if (!check_target(p, value, true) || !ssi_push(p, &targets, value))
            return NULL;
        ssi_advance(p);
        value = ssi_parse_expressions(p);
        if (!value)
            return NULL;
    }
    if (!node || !ssi_raise_height(p, node, value))
        return NULL;
    node->u.assign.targets.items = targets.items;
    node->u.assign.targets.count = targets.count;
    node->u.assign.value = value;
    return node;
}

/* "print x" of Python 2. */
static bool is_old_print(const ssi_parser *p, const ssi_node *value)
{
    return value->kind == SSI_NODE_NAME &&
           strcmp(value->u.text.bytes, "print") == 0 &&
           (p->token.kind == SSI_TOKEN_STRING ||
            p->token.kind == SSI_TOKEN_INT ||
            (p->token.kind == SSI_TOKEN_NAME &&
             !ssi_is_keyword(p, &p->token)));
}

static ssi_node *parse_expression_statement(ssi_parser *p)
{
    ssi_node *value = ssi_parse_expressions(p), *node;

    if (!value)
        return NULL;
    if (ssi_at_op(p, '='))
        return parse_assignment(p, value);
    if (is_augmented(p))
        return ssi_refuse(p, p->token.place, "augmented assignment");
    if (ssi_at_op(p, ':'))
        return ssi_refuse(p, p->token.place, "annotated assignment");
    if (is_old_print(p, value))
        return ssi_syntax_error(p, value->place,
                                "Missing parentheses in call to 'print'. Did "
                                "you mean print(...)?");
    node = ssi_new_node(p, SSI_NODE_EXPRESSION, value->place);
    if (!node || !ssi_raise_height(p, node, value))
        return NULL;
    node->u.expression.value = value;
    node->u.expression.silent = ssi_at_op(p, ';');
    return node;
}

/* --- imports --- */

/* A dotted name into out; the token is behind it then. */
static bool parse_dotted(ssi_parser *p, ssi_slice_text *out)
{
    char name[256];
    size_t size = 0;

    for (;;) {
        if (p->token.kind != SSI_TOKEN_NAME || ssi_is_keyword(p, &p->token))
            return ssi_invalid_syntax(p) != NULL;
        if (p->token.size >= sizeof name - size)
            return ssi_syntax_error(p, p->token.place,
                                    "a module's name is too long") != NULL;
        memcpy(name + size, p->lexer.source + p->token.start, p->token.size);
        size += p->token.size;
        ssi_advance(p);
        if (!ssi_at_op(p, '.'))
            return ssi_copy_text(p, name, size, out);
        if (size == sizeof name - 1)
            return ssi_syntax_error(p, p->token.place,
                                    "a module's name is too long") != NULL;
        name[size++] = '.';
        ssi_advance(p);
    }
}

/* "as name", if it is there. */
static bool parse_alias(ssi_parser *p, ssi_node *node)
{
    if (!ssi_at_word(p, "as"))
        return true;
    ssi_advance(p);
    if (p->token.kind != SSI_TOKEN_NAME || ssi_is_keyword(p, &p->token))
        return ssi_invalid_syntax(p) != NULL;
    node->u.import.has_alias = true;
    if (!ssi_copy_text(p, p->lexer.source + p->token.start, p->token.size,
                       &node->u.import.alias))
        return false;
    ssi_advance(p);
    return true;
}

static bool parse_import(ssi_parser *p, ssi_node_vector *body)
{
    ssi_advance(p);
    do {
        ssi_node *node = ssi_new_node(p, SSI_NODE_IMPORT, p->token.place);
        ssi_slice_text *module, *alias;
        if (!node)
            return false;
        module = &node->u.import.module;
        alias = &node->u.import.alias;
        if (!parse_dotted(p, module) || !parse_alias(p, node))
            return false;
        if (!node->u.import.has_alias &&
            !ssi_copy_text(p, module->bytes, strcspn(module->bytes, "."),
                           alias))
            return false;
        if (!ssi_push(p, body, node))
            return false;
    } while (ssi_accept_op(p, ','));
    return true;
}

/* One member of "from module import ...". */
static bool parse_member(ssi_parser *p, const ssi_slice_text *module,
                         ssi_node_vector *body)
{
    ssi_node *node = ssi_new_node(p, SSI_NODE_IMPORT, p->token.place);

    if (!node)
        return false;
    if (ssi_at_op(p, '*'))
        return ssi_refuse(p, p->token.place, "'from ... import *'") != NULL;
    if (p->token.kind != SSI_TOKEN_NAME || ssi_is_keyword(p, &p->token))
        return ssi_invalid_syntax(p) != NULL;
    node->u.import.module = *module;
    if (!ssi_copy_text(p, p->lexer.source + p->token.start, p->token.size,
                       &node->u.import.member))
        return false;
    node->u.import.alias = node->u.import.member;
    ssi_advance(p);
    return parse_alias(p, node) && ssi_push(p, body, node);
}

static bool parse_from(ssi_parser *p, ssi_node_vector *body)
{
    ssi_slice_text module;
    bool grouped;

    ssi_advance(p);
    if (ssi_at_op(p, '.') || ssi_at_op(p, SSI_OP3('.', '.', '.')))
        return ssi_refuse(p, p->token.place, "relative import") != NULL;
    if (!parse_dotted(p, &module))
        return false;
    if (!ssi_at_word(p, "import"))
        return ssi_invalid_syntax(p) != NULL;
    ssi_advance(p);
    grouped = ssi_accept_op(p, '(');
    do {
        if (grouped && ssi_at_op(p, ')'))
            break;
        if (!parse_member(p, &module, body))
            return false;
    } while (ssi_accept_op(p, ','));
    if (grouped && !ssi_accept_op(p, ')'))
        return ssi_invalid_syntax(p) != NULL;
    return true;
}

static bool push_magic(ssi_parser *p, ssi_node_vector *body)
{
    ssi_node *node = ssi_new_node(p, SSI_NODE_MAGIC, p->token.place);
    const char *text = p->lexer.source + p->token.start;
    size_t size = 0; /* the first line says which one it is */

    while (size < p->token.size && text[size] != '\n' && text[size] != '\r')
        size++;
    if (!node || !ssi_check_magic(p) ||
        !ssi_copy_text(p, text, size, &node->u.text))
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
        return parse_import(p, body);
    if (ssi_at_word(p, "from"))
        return parse_from(p, body);
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
    } while (ssi_accept_op(p, ';') && p->token.kind != SSI_TOKEN_NEWLINE &&
             p->token.kind != SSI_TOKEN_END);
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

static bool parse_statement(ssi_parser *p, ssi_node_vector *body);

static bool missing_block(ssi_parser *p, const char *word, uint32_t line)
{
    if (p->token.kind == SSI_TOKEN_END)
        p->error->incomplete = true;
    ssi_lexer_fail(&p->lexer, SS_ERR_SYNTAX, p->token.place,
                   "IndentationError: expected an indented block after '%s' "
                   "statement on line %u", word, (unsigned)line);
    return false;
}

/* ':' and the statements under it. */
static bool parse_block(ssi_parser *p, const char *word, ssi_place place,
                        ssi_node *node, ssi_node_list *out)
{
    ssi_node_vector body = {0};

    if (!ssi_accept_op(p, ':')) {
        if (!ssi_refuse_operator(p))
            ssi_syntax_error(p, p->token.place, "expected ':'");
        return false;
    }
    if (p->token.kind == SSI_TOKEN_NEWLINE) {
        ssi_advance(p);
        if (p->token.kind != SSI_TOKEN_INDENT)
            return missing_block(p, word, place.line);
        ssi_advance(p);
        while (p->token.kind != SSI_TOKEN_DEDENT)
            if (!parse_statement(p, &body))
                return false;
        ssi_advance(p);
    } else if (!parse_line(p, &body)) {
        return false;
    }
    for (size_t i = 0; i < body.count; i++)
        if (!ssi_raise_height(p, node, body.items[i]))
            return false;
    out->items = body.items;
    out->count = body.count;
    return true;
}

static ssi_node *parse_for(ssi_parser *p)
{
    ssi_place place = p->token.place;
    ssi_node *node = ssi_new_node(p, SSI_NODE_FOR, place);
    ssi_node *target, *iterable;

    ssi_advance(p);
    target = ssi_parse_target(p);
    if (!node || !target || !check_target(p, target, false))
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

static ssi_node *parse_with(ssi_parser *p)
{
    ssi_place place = p->token.place;
    ssi_node *node = ssi_new_node(p, SSI_NODE_WITH, place);
    ssi_node *item, *target = NULL;

    ssi_advance(p);
    item = ssi_parse_expression(p);
    if (!node || !item || !ssi_raise_height(p, node, item))
        return NULL;
    if (ssi_at_word(p, "as")) {
        ssi_advance(p);
        target = ssi_parse_expression(p);
        if (!target || !check_target(p, target, false))
            return NULL;
    }
    if (ssi_at_op(p, ','))
        return ssi_refuse(p, p->token.place, "'with' of several items");
    node->u.with.item = item;
    node->u.with.target = target;
    return parse_block(p, "with", place, node, &node->u.with.body) ? node
                                                                   : NULL;
}

static bool parse_statement(ssi_parser *p, ssi_node_vector *body)
{
    ssi_node *node;

    if (p->token.kind == SSI_TOKEN_ERROR)
        return false;
    if (!ssi_at_word(p, "for") && !ssi_at_word(p, "with"))
        return parse_line(p, body);
    if (p->depth == SSI_MAX_PARSE_DEPTH)
        return ssi_invalid_syntax(p) != NULL;
    p->depth++;
    node = ssi_at_word(p, "for") ? parse_for(p) : parse_with(p);
    p->depth--;
    return node && ssi_push(p, body, node);
}

bool ssi_parse(const ss_script_cell *cell, ss_script_mode mode, ssi_tree *tree,
               ss_script_error *error)
{
    ssi_parser p = {.arena = &tree->arena, .error = error};
    ssi_node_vector body = {0};
    bool good;

    *tree = (ssi_tree){0};
    tree->arena.limit = cell->size > ARENA_MOST / ARENA_FACTOR
                            ? ARENA_MOST
                            : ARENA_BASE + cell->size * ARENA_FACTOR;
    error->status = SS_OK;
    error->incomplete = false;
    good = ssi_lexer_start(&p.lexer, cell, mode, error);
    if (good) {
        ssi_advance(&p);
        while (good && p.token.kind != SSI_TOKEN_END)
            good = parse_statement(&p, &body);
    }
    if (!good) {
        ssi_arena_free(&tree->arena);
        return false;
    }
    tree->body.items = body.items;
    tree->body.count = body.count;
    return true;
}
