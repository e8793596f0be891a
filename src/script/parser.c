/* SPDX-License-Identifier: MIT
 * The parser's entry, and the small tools of its parts.
 * Learned from: The Python Language Reference 3.11, 10.
 */
#include "script/parser.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A tree may take this many bytes for each byte of source, and this more, but
 * never more than the most. */
#define ARENA_FACTOR 256
#define ARENA_BASE ((size_t)1 << 20)
#define ARENA_MOST ((size_t)1 << 28)

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
    return t->kind == SSI_TOKEN_NAME && t->size == strlen(word)
           && memcmp(p->lexer.source + t->start, word, t->size) == 0;
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
        "False",  "None",     "True",  "and",    "as",       "assert",
        "async",  "await",    "break", "class",  "continue", "def",
        "del",    "elif",     "else",  "except", "finally",  "for",
        "from",   "global",   "if",    "import", "in",       "is",
        "lambda", "nonlocal", "not",   "or",     "pass",     "raise",
        "return", "try",      "while", "with",   "yield",    NULL};

    for (int i = 0; words[i]; i++)
        if (ssi_token_is(p, token, words[i]))
            return true;
    return false;
}

bool ssi_at_identifier(const ssi_parser *p)
{
    return p->token.kind == SSI_TOKEN_NAME && !ssi_is_keyword(p, &p->token);
}

bool ssi_at_expression(const ssi_parser *p)
{
    static const char *const words[] = {"None", "True",   "False",
                                        "not",  "lambda", "await"};

    switch (p->token.kind) {
    case SSI_TOKEN_INT:
    case SSI_TOKEN_FLOAT:
    case SSI_TOKEN_IMAGINARY:
    case SSI_TOKEN_STRING:
        return true;
    case SSI_TOKEN_OP:
        return p->token.op
               && (p->token.op == SSI_OP3('.', '.', '.')
                   || (p->token.op < 128
                       && strchr("([{+-~", (int)p->token.op)));
    case SSI_TOKEN_NAME:
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (ssi_at_word(p, words[i]))
                return true;
        return ssi_at_identifier(p);
    default:
        return false;
    }
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
    if (p->token.kind == SSI_TOKEN_INDENT) {
        p->keep_error = true;
        ssi_lexer_fail(&p->lexer, SS_ERR_SYNTAX, p->token.place,
                       "IndentationError: unexpected indent");
    }
    return ssi_syntax_error(p, p->token.place, "invalid syntax");
}

void *ssi_out_of_memory(ssi_parser *p)
{
    ssi_lexer_fail(&p->lexer, SS_ERR_MEMORY, p->token.place,
                   "MemoryError: the source is too large");
    return NULL;
}

/* What a kind's members take: of long lists most nodes are numbers. */
static size_t node_size(ssi_node_kind kind)
{
    switch (kind) {
    case SSI_NODE_NONE:
    case SSI_NODE_BOOL:
    case SSI_NODE_INT:
    case SSI_NODE_FLOAT:
    case SSI_NODE_IMAGINARY:
    case SSI_NODE_STR:
    case SSI_NODE_BYTES:
    case SSI_NODE_ELLIPSIS:
    case SSI_NODE_NAME:
    case SSI_NODE_UNARY:
    case SSI_NODE_TUPLE:
    case SSI_NODE_LIST:
    case SSI_NODE_DICT:
    case SSI_NODE_EXPRESSION:
        return offsetof(ssi_node, u) + sizeof(ssi_slice_text);
    case SSI_NODE_BINARY:
    case SSI_NODE_ATTRIBUTE:
    case SSI_NODE_INDEX:
    case SSI_NODE_ASSIGN:
        return offsetof(ssi_node, u) + sizeof(((ssi_node *)0)->u.attribute);
    default:
        return sizeof(ssi_node);
    }
}

#define SIZE_OF(member) sizeof(((ssi_node *)0)->u.member)
_Static_assert(SIZE_OF(list) <= SIZE_OF(text) && SIZE_OF(unary) <= SIZE_OF(text)
                   && SIZE_OF(expression) <= SIZE_OF(text)
                   && SIZE_OF(binary) <= SIZE_OF(attribute)
                   && SIZE_OF(assign) <= SIZE_OF(attribute),
               "node_size() counts on it");

ssi_node *ssi_new_node(ssi_parser *p, ssi_node_kind kind, ssi_place place)
{
    ssi_node *node = ssi_arena_alloc(p->arena, node_size(kind));

    if (!node)
        return ssi_out_of_memory(p);
    node->kind = kind;
    node->place = place;
    node->height = 1;
    return node;
}

ssi_node *ssi_raise_height(ssi_parser *p, ssi_node *node, const ssi_node *child)
{
    if (child->height >= node->height)
        node->height = child->height + 1;
    if (node->height > SSI_MAX_TREE_HEIGHT)
        return ssi_refuse(p, node->place, "an expression nested this deep");
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
    if (p->pending_count == p->pending_capacity) {
        size_t capacity = p->pending_capacity ? 2 * p->pending_capacity : 64;
        const ssi_node **grown =
            realloc((void *)p->pending, capacity * sizeof *grown);
        if (!grown)
            return ssi_out_of_memory(p) != NULL;
        p->pending = grown;
        p->pending_capacity = capacity;
    }
    p->pending[p->pending_count++] = node;
    v->count++;
    return true;
}

bool ssi_take_nodes(ssi_parser *p, ssi_node_vector *v, ssi_node_list *out)
{
    size_t size = v->count * sizeof *out->items;

    *out = (ssi_node_list){0};
    if (!v->count)
        return true;
    out->items = ssi_arena_alloc(p->arena, size);
    if (!out->items)
        return ssi_out_of_memory(p) != NULL;
    p->pending_count -= v->count;
    memcpy(out->items, p->pending + p->pending_count, size);
    out->count = v->count;
    v->count = 0;
    return true;
}

bool ssi_push_child(ssi_parser *p, ssi_node_vector *v, ssi_node *parent,
                    const ssi_node *node)
{
    return ssi_push(p, v, node) && ssi_raise_height(p, parent, node);
}

bool ssi_enter(ssi_parser *p)
{
    if (p->depth == SSI_MAX_PARSE_DEPTH) {
        ssi_refuse(p, p->token.place, "an expression nested this deep");
        return false;
    }
    p->depth++;
    return true;
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
    good = ssi_lexer_start(&p.lexer, cell, mode, &tree->arena, error);
    if (good) {
        ssi_advance(&p);
        while (good && p.token.kind != SSI_TOKEN_END)
            good = ssi_parse_statement(&p, &body);
    }
    good = good && ssi_take_nodes(&p, &body, &tree->body);
    if (!good) {
        ssi_prefer_later_error(&p);
        ssi_arena_free(&tree->arena);
    }
    free((void *)p.pending);
    return good;
}
