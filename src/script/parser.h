/* SPDX-License-Identifier: MIT
 * The parser: recursive descent with one token of look-ahead. Its files share
 * this header: parser.c (tools), parser_statement.c, parser_assign.c,
 * parser_import.c, parser_expression.c, parser_call.c (what stands behind an
 * atom), parser_string.c (values of string literals), parser_refuse.c (what is
 * Python but not ours), parser_error.c (Python's words for what is wrong).
 */
#ifndef SSI_SCRIPT_PARSER_H
#define SSI_SCRIPT_PARSER_H

#include "script/lexer.h"

/* No path in a tree is longer, which bounds the evaluator's recursion. */
#define SSI_MAX_TREE_HEIGHT 1000
/* Nor does the parser recurse deeper, counted in expressions and blocks. */
#define SSI_MAX_PARSE_DEPTH 400
/* As CPython's compiler. */
#define SSI_MAX_BLOCKS 20
/* Digits of a decimal int: sys.int_info.default_max_str_digits. */
#define SSI_MAX_DIGITS 4300
/* Keyword arguments of one call. */
#define SSI_MAX_KEYWORDS 255

typedef struct ssi_parser {
    ssi_lexer lexer;
    ssi_token token; /* the next one */
    ssi_arena *arena;
    ss_script_error *error;
    uint32_t depth;
    uint32_t blocks; /* around the statement */
    bool in_with;    /* in the head of a 'with' statement */
    bool has_comma;  /* ssi_parse_expressions() saw one outside brackets */
    bool keep_error; /* the source's rest has no say in the error */
    const ssi_node **pending; /* of all vectors, the innermost one's on top */
    size_t pending_count, pending_capacity;
} ssi_parser;

/* All answer NULL or false with the error set when they fail. */

void ssi_advance(ssi_parser *p);
bool ssi_at_op(const ssi_parser *p, uint32_t op);
bool ssi_at_word(const ssi_parser *p, const char *word);
bool ssi_token_is(const ssi_parser *p, const ssi_token *t, const char *word);
bool ssi_accept_op(ssi_parser *p, uint32_t op);
bool ssi_is_keyword(const ssi_parser *p, const ssi_token *token);
/* Whether the token can begin an expression, and whether it is a name that
 * may be bound. */
bool ssi_at_expression(const ssi_parser *p);
bool ssi_at_identifier(const ssi_parser *p);

/* "SyntaxError: ..." at a place; where the token is an error, the lexer's own
 * stands. */
void *ssi_syntax_error(ssi_parser *p, ssi_place place, const char *format, ...);
void *ssi_invalid_syntax(ssi_parser *p); /* at the token */
void *ssi_out_of_memory(ssi_parser *p);
/* Behind an element, which began at start, stands neither a comma nor the
 * closing bracket. */
void *ssi_wrong_behind(ssi_parser *p, const ssi_node *element, ssi_place start);
/* The same for a '=' behind an element that is no argument. */
void *ssi_wrong_assign(ssi_parser *p, const ssi_node *element);
/* "print x": refused wherever such a name ends an expression too early. */
bool ssi_refuse_old_print(ssi_parser *p, const ssi_node *node);
/* Where a tree's text begins: a binary node's place is its operator's. */
ssi_place ssi_start_of(const ssi_node *node);
/* An error later in the source may be the better one: CPython's order. */
void ssi_prefer_later_error(ssi_parser *p);

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

/* One level deeper, until p->depth-- leaves it; false: too deep. */
bool ssi_enter(ssi_parser *p);

ssi_node *ssi_new_node(ssi_parser *p, ssi_node_kind kind, ssi_place place);
/* Set the height from the children's; NULL when the tree is too high. */
ssi_node *ssi_raise_height(ssi_parser *p, ssi_node *node,
                           const ssi_node *child);
/* Copy text into the arena, with a zero behind it. */
bool ssi_copy_text(ssi_parser *p, const char *bytes, size_t size,
                   ssi_slice_text *out);

/* A list being read. Its nodes wait on the parser's stack, so that the arena
 * holds each list once: who pushed last must take first, as nested parts do. */
typedef struct ssi_node_vector {
    size_t count;
} ssi_node_vector;
bool ssi_push(ssi_parser *p, ssi_node_vector *v, const ssi_node *node);
/* All that was pushed, in the arena; the vector is then empty. */
bool ssi_take_nodes(ssi_parser *p, ssi_node_vector *v, ssi_node_list *out);
/* Push an element and raise its display's height. */
bool ssi_push_child(ssi_parser *p, ssi_node_vector *v, ssi_node *parent,
                    const ssi_node *node);

/* The parts; each stands on its first token. */
bool ssi_parse_import(ssi_parser *p, ssi_node_vector *body);
bool ssi_parse_from(ssi_parser *p, ssi_node_vector *body);
bool ssi_parse_statement(ssi_parser *p, ssi_node_vector *body);
ssi_node *ssi_parse_assignment(ssi_parser *p, ssi_node *first);
/* Whether a tree may be assigned to; false: the error is set. */
bool ssi_check_target(ssi_parser *p, const ssi_node *node);
/* Behind an atom: ".name", "[key]", "(arguments)". */
ssi_node *ssi_parse_attribute(ssi_parser *p, ssi_node *object);
ssi_node *ssi_parse_index(ssi_parser *p, ssi_node *object);
ssi_node *ssi_parse_call(ssi_parser *p, ssi_node *callee);

/* One expression, without a top-level comma. */
ssi_node *ssi_parse_expression(ssi_parser *p);
/* Expressions and commas: a bare tuple if there is a comma. */
ssi_node *ssi_parse_expressions(ssi_parser *p);
/* The same for a 'for' target, which ends at 'in'. */
ssi_node *ssi_parse_target(ssi_parser *p);
/* An operand with its signs and powers. */
ssi_node *ssi_parse_unary(ssi_parser *p);
/* Adjacent string literals, from the token on. */
ssi_node *ssi_parse_strings(ssi_parser *p);

#endif
