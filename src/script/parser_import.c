/* SPDX-License-Identifier: MIT
 * "import" and "from ... import": a node for each name that is bound.
 * Learned from: The Python Language Reference 3.11, 7.11.
 */
#include <string.h>

#include "script/parser.h"

/* A dotted name into out; the token is behind it then. */
static bool parse_dotted(ssi_parser *p, ssi_slice_text *out)
{
    char name[256];
    size_t size = 0;

    for (;;) {
        if (!ssi_at_identifier(p))
            return ssi_invalid_syntax(p) != NULL;
        if (p->token.size >= sizeof name - size)
            return ssi_syntax_error(p, p->token.place,
                                    "a module's name is too long")
                   != NULL;
        memcpy(name + size, p->lexer.source + p->token.start, p->token.size);
        size += p->token.size;
        ssi_advance(p);
        if (!ssi_at_op(p, '.'))
            return ssi_copy_text(p, name, size, out);
        if (size == sizeof name - 1)
            return ssi_syntax_error(p, p->token.place,
                                    "a module's name is too long")
                   != NULL;
        name[size++] = '.';
        ssi_advance(p);
    }
}

/* Push the node, whose name may be bound. */
static bool push_import(ssi_parser *p, ssi_node_vector *body, ssi_node *node)
{
    if (strcmp(node->u.import.alias.bytes, "__debug__") == 0)
        return ssi_syntax_error(p, node->place, "cannot assign to __debug__")
               != NULL;
    return ssi_push(p, body, node);
}

/* "as name", if it is there. */
static bool parse_alias(ssi_parser *p, ssi_node *node)
{
    if (!ssi_at_word(p, "as"))
        return true;
    ssi_advance(p);
    if (!ssi_at_identifier(p))
        return ssi_invalid_syntax(p) != NULL;
    node->u.import.has_alias = true;
    if (!ssi_copy_text(p, p->lexer.source + p->token.start, p->token.size,
                       &node->u.import.alias))
        return false;
    ssi_advance(p);
    return true;
}

bool ssi_parse_import(ssi_parser *p, ssi_node_vector *body)
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
        if (!node->u.import.has_alias
            && !ssi_copy_text(p, module->bytes, strcspn(module->bytes, "."),
                              alias))
            return false;
        if (!push_import(p, body, node))
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
    if (!ssi_at_identifier(p))
        return ssi_invalid_syntax(p) != NULL;
    node->u.import.module = *module;
    if (!ssi_copy_text(p, p->lexer.source + p->token.start, p->token.size,
                       &node->u.import.member))
        return false;
    node->u.import.alias = node->u.import.member;
    ssi_advance(p);
    return parse_alias(p, node) && push_import(p, body, node);
}

bool ssi_parse_from(ssi_parser *p, ssi_node_vector *body)
{
    ssi_slice_text module;
    size_t count = 0;
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
        if (count && grouped && ssi_at_op(p, ')'))
            break;
        if (count++ && p->token.kind == SSI_TOKEN_NEWLINE)
            return ssi_syntax_error(p, p->token.place,
                                    "trailing comma not allowed without "
                                    "surrounding parentheses")
                   != NULL;
        if (!parse_member(p, &module, body))
            return false;
    } while (ssi_accept_op(p, ','));
    if (grouped && !ssi_accept_op(p, ')'))
        return ssi_invalid_syntax(p) != NULL;
    return true;
}
