/* SPDX-License-Identifier: MIT
 * What CPython says when an expression goes on where it cannot.
 * Learned from: CPython 3.11's Grammar/python.gram (its invalid_ rules) and
 * Parser/pegen_errors.c.
 */
#include <stdio.h>
#include <string.h>

#include "script/parser.h"

ssi_place ssi_start_of(const ssi_node *node)
{
    for (;;)
        switch (node->kind) {
        case SSI_NODE_BINARY:
        case SSI_NODE_INDEX:
            node = node->u.binary.left;
            break;
        case SSI_NODE_ATTRIBUTE:
            node = node->u.attribute.object;
            break;
        case SSI_NODE_CALL:
            node = node->u.call.callee;
            break;
        default:
            return node->place;
        }
}

static bool is_named(const ssi_node *node, const char *name)
{
    return node->kind == SSI_NODE_NAME && strcmp(node->u.text.bytes, name) == 0;
}

bool ssi_refuse_old_print(ssi_parser *p, const ssi_node *node)
{
    const char *name = is_named(node, "print")  ? "print"
                       : is_named(node, "exec") ? "exec"
                                                : NULL;

    if (!name || !ssi_at_expression(p))
        return false;
    ssi_syntax_error(p, node->place,
                     "Missing parentheses in call to '%s'. Did you mean "
                     "%s(...)?",
                     name, name);
    return true;
}

void *ssi_wrong_behind(ssi_parser *p, const ssi_node *element, ssi_place start)
{
    bool soft = is_named(element, "match") || is_named(element, "case")
                || is_named(element, "_")
                || (element->kind == SSI_NODE_NAME
                    && p->token.kind == SSI_TOKEN_STRING);

    if (ssi_refuse_operator(p))
        return NULL;
    if (!ssi_at_expression(p) || soft)
        return ssi_invalid_syntax(p);
    if (!ssi_at_word(p, "not") && !ssi_at_word(p, "lambda")
        && !ssi_parse_unary(p))
        return NULL;
    return ssi_syntax_error(p, start,
                            "invalid syntax. Perhaps you forgot a comma?");
}

/* Whether CPython's tokenizer raises an error at once; of those of layout it
 * only takes note. */
static bool is_raised(const ss_script_error *error)
{
    return strncmp(error->message, "SyntaxError: ", 13) == 0
           && !strstr(error->message, "line continuation character")
           && !strstr(error->message, "unexpected EOF");
}

/* The error at a later token, which the parser has not seen. */
static bool find_later_error(ssi_parser *p, ss_script_error *found)
{
    ssi_token token;

    p->lexer.error = found;
    do
        token = ssi_lexer_next(&p->lexer);
    while (token.kind != SSI_TOKEN_END && token.kind != SSI_TOKEN_ERROR);
    p->lexer.error = p->error;
    return found->status == SS_ERR_SYNTAX;
}

/* CPython reads all tokens before it complains of syntax: what is no token at
 * all comes first, and so does a bracket that an earlier line left open. */
void ssi_prefer_later_error(ssi_parser *p)
{
    ss_script_error found = {.status = SS_OK};
    uint32_t line = p->token.place.line;

    if (p->error->status != SS_ERR_SYNTAX || p->keep_error
        || p->token.kind == SSI_TOKEN_ERROR || p->token.kind == SSI_TOKEN_END
        || !find_later_error(p, &found))
        return;
    if (!is_raised(&found) || strstr(found.message, "was never closed")) {
        const ssi_bracket *b = p->lexer.brackets + p->lexer.bracket_count;
        if (!p->lexer.bracket_count || b[-1].place.line >= line)
            return;
        found.line = b[-1].place.line;
        found.column = b[-1].place.column;
        snprintf(found.message, sizeof found.message,
                 "SyntaxError: '%c' was never closed", b[-1].open);
    }
    p->error->line = found.line;
    p->error->column = found.column;
    p->error->incomplete = false;
    memcpy(p->error->message, found.message, sizeof found.message);
}
