/* SPDX-License-Identifier: MIT
 * Expressions: atoms, calls, indices and arithmetic with Python's precedence.
 * Learned from: The Python Language Reference 3.11, 6 and 10.
 */
#include <string.h>

#include "script/parser.h"

/* --- atoms --- */

/* Python reads decimal ints of so many digits only. */
static bool check_digits(ssi_parser *p, const ssi_node *node, ssi_place place)
{
    const char *text = node->u.text.bytes;
    size_t size = node->u.text.size;
    bool zero = true;

    if (node->kind != SSI_NODE_INT || size <= SSI_MAX_DIGITS)
        return true;
    for (size_t i = 0; i < size; i++) {
        if (!ssi_is_digit((unsigned char)text[i]))
            return true;
        zero = zero && text[i] == '0';
    }
    if (zero)
        return true;
    ssi_syntax_error(p, place,
                     "Exceeds the limit (%d digits) for integer string "
                     "conversion: value has %zu digits; use "
                     "sys.set_int_max_str_digits() to increase the limit - "
                     "Consider hexadecimal for huge integer literals to avoid "
                     "decimal conversion limits.",
                     SSI_MAX_DIGITS, size);
    return false;
}

static bool drop_underscores(ssi_parser *p, ssi_slice_text *text)
{
    const char *from = text->bytes;
    size_t size = text->size;
    char *to;

    if (!ssi_copy_text(p, from, size, text))
        return false;
    to = (char *)text->bytes;
    for (size_t i = 0; i < size; i++)
        if (from[i] != '_')
            *to++ = from[i];
    *to = 0;
    text->size = (size_t)(to - text->bytes);
    return true;
}

/* Digits without underscores stay in the source. */
static ssi_node *parse_number(ssi_parser *p, ssi_node_kind kind)
{
    ssi_place place = p->token.place;
    ssi_node *node = ssi_new_node(p, kind, place);
    const char *from = p->lexer.source + p->token.start;
    size_t size = p->token.size;

    if (!node)
        return NULL;
    if (kind == SSI_NODE_IMAGINARY)
        size--;
    node->u.text = (ssi_slice_text){from, size};
    if (memchr(from, '_', size) && !drop_underscores(p, &node->u.text))
        return NULL;
    ssi_advance(p);
    return check_digits(p, node, place) ? node : NULL;
}

static ssi_node *parse_name(ssi_parser *p)
{
    ssi_place place = p->token.place;
    ssi_node_kind kind = SSI_NODE_NAME;
    ssi_node *node;

    if (ssi_at_word(p, "None"))
        kind = SSI_NODE_NONE;
    else if (ssi_at_word(p, "True") || ssi_at_word(p, "False"))
        kind = SSI_NODE_BOOL;
    else if (ssi_is_keyword(p, &p->token))
        return ssi_refuse_operand(p) ? NULL : ssi_invalid_syntax(p);
    node = ssi_new_node(p, kind, place);
    if (!node)
        return NULL;
    if (kind == SSI_NODE_BOOL)
        node->u.truth = ssi_at_word(p, "True");
    else if (kind == SSI_NODE_NAME
             && !ssi_copy_text(p, p->lexer.source + p->token.start,
                               p->token.size, &node->u.text))
        return NULL;
    ssi_advance(p);
    return node;
}

/* An element of a display; refuses what may only stand there. */
static ssi_node *parse_element(ssi_parser *p)
{
    ssi_node *item = ssi_parse_expression(p);

    if (item && (ssi_at_word(p, "for") || ssi_at_word(p, "async")))
        return ssi_refuse(p, p->token.place, "comprehension");
    return item;
}

/* Behind an element stands no comma and no closing bracket. */
static bool fail_element(ssi_parser *p, const ssi_node *item, ssi_place start)
{
    if (p->in_with && ssi_at_word(p, "as"))
        ssi_refuse(p, p->token.place, "'with' of items in parentheses");
    else if (ssi_at_op(p, '='))
        ssi_wrong_assign(p, item);
    else
        ssi_wrong_behind(p, item, start);
    return false;
}

/* Elements up to the closing bracket, which is taken. */
static bool parse_elements(ssi_parser *p, ssi_node *node, uint32_t close,
                           bool *comma)
{
    ssi_node_vector v = {0};

    *comma = false;
    while (!ssi_at_op(p, close)) {
        ssi_place start = p->token.place;
        ssi_node *item = parse_element(p);
        if (!item || !ssi_push_child(p, &v, node, item))
            return false;
        if (ssi_at_op(p, close))
            break;
        if (!ssi_accept_op(p, ','))
            return fail_element(p, item, start);
        *comma = true;
    }
    ssi_advance(p);
    return ssi_take_nodes(p, &v, &node->u.list);
}

/* "(": a group, or a tuple. */
static ssi_node *parse_parenthesis(ssi_parser *p)
{
    ssi_node *node = ssi_new_node(p, SSI_NODE_TUPLE, p->token.place);
    bool comma;

    ssi_advance(p);
    if (!node || !parse_elements(p, node, ')', &comma))
        return NULL;
    if (node->u.list.count == 1 && !comma)
        return (ssi_node *)node->u.list.items[0];
    return node;
}

static ssi_node *parse_list(ssi_parser *p)
{
    ssi_node *node = ssi_new_node(p, SSI_NODE_LIST, p->token.place);
    bool comma;

    ssi_advance(p);
    return node && parse_elements(p, node, ']', &comma) ? node : NULL;
}

/* Behind a key stands no colon. */
static bool fail_key(ssi_parser *p, const ssi_node *key, ssi_place start,
                     bool is_first)
{
    if (ssi_at_word(p, "for") || ssi_at_word(p, "async"))
        ssi_refuse(p, p->token.place, "comprehension");
    else if (is_first && (ssi_at_op(p, ',') || ssi_at_op(p, '}')))
        ssi_refuse(p, start, "set display");
    else if (is_first)
        fail_element(p, key, start);
    else if (!ssi_refuse_operator(p))
        ssi_syntax_error(p, key->place, "':' expected after dictionary key");
    return false;
}

static bool parse_pair(ssi_parser *p, ssi_node *node, ssi_node_vector *v)
{
    ssi_place start = p->token.place;
    ssi_node *key, *value;

    if (ssi_at_op(p, SSI_OP2('*', '*'))) {
        ssi_refuse(p, start, "dict unpacking");
        return false;
    }
    key = ssi_parse_expression(p);
    if (!key)
        return false;
    if (!ssi_at_op(p, ':'))
        return fail_key(p, key, start, v->count == 0);
    start = p->token.place;
    ssi_advance(p);
    if (ssi_at_op(p, '}') || ssi_at_op(p, ',')) {
        ssi_syntax_error(p, start,
                         "expression expected after dictionary key and ':'");
        return false;
    }
    start = p->token.place;
    value = parse_element(p);
    if (!value || !ssi_push_child(p, v, node, key)
        || !ssi_push_child(p, v, node, value))
        return false;
    if (!ssi_accept_op(p, ',') && !ssi_at_op(p, '}'))
        return ssi_wrong_behind(p, value, start) != NULL;
    return true;
}

static ssi_node *parse_dict(ssi_parser *p)
{
    ssi_node *node = ssi_new_node(p, SSI_NODE_DICT, p->token.place);
    ssi_node_vector v = {0};

    ssi_advance(p);
    while (node && !ssi_at_op(p, '}'))
        if (!parse_pair(p, node, &v))
            return NULL;
    ssi_advance(p);
    return node && ssi_take_nodes(p, &v, &node->u.list) ? node : NULL;
}

static ssi_node *parse_operator_atom(ssi_parser *p)
{
    ssi_place place = p->token.place;

    switch (p->token.op) {
    case '(':
        return parse_parenthesis(p);
    case '[':
        return parse_list(p);
    case '{':
        return parse_dict(p);
    case SSI_OP3('.', '.', '.'):
        ssi_advance(p);
        return ssi_new_node(p, SSI_NODE_ELLIPSIS, place);
    default:
        return ssi_refuse_operand(p) ? NULL : ssi_invalid_syntax(p);
    }
}

static ssi_node *parse_atom(ssi_parser *p)
{
    switch (p->token.kind) {
    case SSI_TOKEN_NAME:
        return parse_name(p);
    case SSI_TOKEN_INT:
        return parse_number(p, SSI_NODE_INT);
    case SSI_TOKEN_FLOAT:
        return parse_number(p, SSI_NODE_FLOAT);
    case SSI_TOKEN_IMAGINARY:
        return parse_number(p, SSI_NODE_IMAGINARY);
    case SSI_TOKEN_STRING:
        return ssi_parse_strings(p);
    case SSI_TOKEN_OP:
        return parse_operator_atom(p);
    default:
        return ssi_invalid_syntax(p);
    }
}

static ssi_node *parse_primary(ssi_parser *p)
{
    ssi_node *node;

    if (!ssi_enter(p))
        return NULL;
    node = parse_atom(p);
    while (node && p->token.kind == SSI_TOKEN_OP) {
        if (p->token.op == '.')
            node = ssi_parse_attribute(p, node);
        else if (p->token.op == '[')
            node = ssi_parse_index(p, node);
        else if (p->token.op == '(')
            node = ssi_parse_call(p, node);
        else
            break;
    }
    p->depth--;
    return node;
}

/* --- operators --- */

static ssi_node *binary_node(ssi_parser *p, ssi_operator op, ssi_place place,
                             ssi_node *left, ssi_node *right)
{
    ssi_node *node = ssi_new_node(p, SSI_NODE_BINARY, place);

    if (!node || !left || !right)
        return NULL;
    node->u.binary.op = op;
    node->u.binary.left = left;
    node->u.binary.right = right;
    return ssi_raise_height(p, node, left) ? ssi_raise_height(p, node, right)
                                           : NULL;
}

static ssi_node *parse_power(ssi_parser *p)
{
    ssi_node *base = parse_primary(p), *exponent;
    ssi_place place = p->token.place;

    if (!base || !ssi_accept_op(p, SSI_OP2('*', '*')))
        return base;
    if (!ssi_enter(p))
        return NULL;
    exponent = ssi_parse_unary(p);
    p->depth--;
    return binary_node(p, SSI_OP_POW, place, base, exponent);
}

ssi_node *ssi_parse_unary(ssi_parser *p)
{
    ssi_place place = p->token.place;
    ssi_node *node, *operand;
    ssi_operator op;

    if (ssi_at_op(p, '-'))
        op = SSI_OP_NEGATIVE;
    else if (ssi_at_op(p, '+'))
        op = SSI_OP_POSITIVE;
    else if (ssi_at_op(p, '~'))
        op = SSI_OP_INVERT;
    else
        return parse_power(p);
    if (!ssi_enter(p))
        return NULL;
    ssi_advance(p);
    node = ssi_new_node(p, SSI_NODE_UNARY, place);
    operand = ssi_parse_unary(p);
    p->depth--;
    if (!node || !operand)
        return NULL;
    node->u.unary.op = op;
    node->u.unary.operand = operand;
    return ssi_raise_height(p, node, operand);
}

/* How tightly the token's binary operator binds, 0: it is none. */
static int binding(const ssi_parser *p, ssi_operator *op)
{
    static const struct {
        uint32_t text;
        ssi_operator op;
        int binding;
    } table[] = {
        {'|', SSI_OP_OR, 1},  {'^', SSI_OP_XOR, 2},
        {'&', SSI_OP_AND, 3}, {SSI_OP2('<', '<'), SSI_OP_LSHIFT, 4},
        {'+', SSI_OP_ADD, 5}, {SSI_OP2('>', '>'), SSI_OP_RSHIFT, 4},
        {'-', SSI_OP_SUB, 5}, {'*', SSI_OP_MUL, 6},
        {'/', SSI_OP_DIV, 6}, {SSI_OP2('/', '/'), SSI_OP_FLOORDIV, 6},
        {'%', SSI_OP_MOD, 6}, {'@', SSI_OP_MATMUL, 6},
    };

    if (p->token.kind != SSI_TOKEN_OP)
        return 0;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].text == p->token.op) {
            *op = table[i].op;
            return table[i].binding;
        }
    return 0;
}

/* Operators that bind at least as tightly as least, to the left. */
static ssi_node *parse_binary(ssi_parser *p, int least)
{
    ssi_node *left = ssi_parse_unary(p);
    ssi_operator op = SSI_OP_ADD;
    int tight;

    while (left && (tight = binding(p, &op)) >= least) {
        ssi_place place = p->token.place;
        ssi_advance(p);
        left = binary_node(p, op, place, left, parse_binary(p, tight + 1));
    }
    return left;
}

ssi_node *ssi_parse_expression(ssi_parser *p)
{
    ssi_node *node = NULL;

    if (!ssi_enter(p))
        return NULL;
    if (!ssi_refuse_operand(p))
        node = parse_binary(p, 1);
    p->depth--;
    if (node && (ssi_refuse_operator(p) || ssi_refuse_old_print(p, node)))
        return NULL;
    return node;
}

/* --- lists without brackets --- */

static bool ends_list(const ssi_parser *p)
{
    return p->token.kind == SSI_TOKEN_NEWLINE || p->token.kind == SSI_TOKEN_END
           || ssi_at_op(p, '=') || ssi_at_op(p, ';') || ssi_at_op(p, ':')
           || ssi_at_word(p, "in");
}

static ssi_node *parse_list_of(ssi_parser *p, bool target)
{
    ssi_place place = p->token.place;
    ssi_node *item = target ? parse_binary(p, 1) : ssi_parse_expression(p);
    ssi_node_vector v = {0};
    ssi_node *tuple;

    p->has_comma = item && ssi_at_op(p, ',');
    if (!p->has_comma)
        return item;
    tuple = ssi_new_node(p, SSI_NODE_TUPLE, place);
    if (!tuple || !ssi_push_child(p, &v, tuple, item))
        return NULL;
    while (ssi_accept_op(p, ',') && !ends_list(p)) {
        item = target ? parse_binary(p, 1) : ssi_parse_expression(p);
        if (!item || !ssi_push_child(p, &v, tuple, item))
            return NULL;
    }
    return ssi_take_nodes(p, &v, &tuple->u.list) ? tuple : NULL;
}

ssi_node *ssi_parse_expressions(ssi_parser *p)
{
    return parse_list_of(p, false);
}

ssi_node *ssi_parse_target(ssi_parser *p)
{
    return parse_list_of(p, true);
}
