/* SPDX-License-Identifier: MIT
 * The parser: recursive descent with one token of look-ahead. Its four files
 * share this header: parser.c (statements), parser_expression.c,
 * parser_refuse.c (what is Python but not ours), parser_string.c (values of
 * string literals).
 */
#ifndef SSI_SCRIPT_PARSER_H
#define SSI_SCRIPT_PARSER_H

#include "script/lexer.h"

/* No path in a tree is longer, which bounds the evaluator's recursion. */
#define SSI_MAX_TREE_HEIGHT 1000
/* Nor does the parser recurse deeper, counted in expressions and blocks. */
#define SSI_MAX_PARSE_DEPTH 400

typedef struct ssi_parser {
    ssi_lexer lexer;
    ssi_token token; /* the next one */
    ssi_arena *arena;
    ss_script_error *error;
    uint32_t depth;
} ssi_parser;

/* All answer NULL or false with the error set when they fail. */

void ssi_advance(ssi_parser *p);
bool ssi_at_op(const ssi_parser *p, uint32_t op);
bool ssi_at_word(const ssi_parser *p, const char *word);
bool ssi_token_is(const ssi_parser *p, const ssi_token *t, const char *word);
bool ssi_accept_op(ssi_parser *p, uint32_t op);
bool ssi_is_keyword(const ssi_parser *p, const ssi_token *token);

/* "SyntaxError: ..." at a place; where the token is an error, the lexer's own
 * stands. */
void *ssi_syntax_error(ssi_parser *p, ssi_place place, const char *format,
                       ...);
void *ssi_invalid_syntax(ssi_parser *p); /* at the token */
void *ssi_out_of_memory(ssi_parser *p);

/* SS_ERR_UNSUPPORTED: "'while' loop is not supported; ..." */
void *ssi_refuse(ssi_parser *p, ssi_place place, const char *construct);
/* Refuse the construct that the token starts or goes on with, if it is one
 * that Python has; false: it is none. */
bool ssi_refuse_statement(ssi_parser *p);
bool ssi_refuse_operand(ssi_parser *p);  /* where an operand is expected */
bool ssi_refuse_operator(ssi_parser *p); /* behind an expression */

/* Whether the magic at the token may be skipped; false: it is refused, since
 * it runs code or changes what is shown. */
bool ssi_check_magic(ssi_parser *p);

ssi_node *ssi_new_node(ssi_parser *p, ssi_node_kind kind, ssi_place place);
/* Set the height from the children's; NULL when the tree is too high. */
ssi_node *ssi_raise_height(ssi_parser *p, ssi_node *node,
                           const ssi_node *child);
/* Copy text into the arena, with a zero behind it. */
bool ssi_copy_text(ssi_parser *p, const char *bytes, size_t size,
                   ssi_slice_text *out);

/* Grows by doubling inside the arena. */
typedef struct ssi_node_vector {
    const ssi_node **items;
    size_t count, capacity;
} ssi_node_vector;
bool ssi_push(ssi_parser *p, ssi_node_vector *v, const ssi_node *node);

/* One expression, without a top-level comma. */
ssi_node *ssi_parse_expression(ssi_parser *p);
/* Expressions and commas: a bare tuple if there is a comma. */
ssi_node *ssi_parse_expressions(ssi_parser *p);
/* The same for a 'for' target, which ends at 'in'. */
ssi_node *ssi_parse_target(ssi_parser *p);
/* Adjacent string literals, from the token on. */
ssi_node *ssi_parse_strings(ssi_parser *p);

#endif
