/* SPDX-License-Identifier: MIT
 * Names, operators and brackets.
 * Learned from: The Python Language Reference 3.11, 2.3, 2.5 and 2.6;
 * CPython's messages.
 */
#include <string.h>

#include "script/lexer.h"
#include "script/utf8.h"
#include "text/python_text.h"

/* --- operators --- */

static bool open_bracket(ssi_lexer *lexer, char c)
{
    if (lexer->bracket_count == SSI_MAX_BRACKETS) {
        ssi_lexer_wrong(lexer, lexer->at, "too many nested parentheses");
        return false;
    }
    lexer->brackets[lexer->bracket_count++] =
        (ssi_bracket){c, ssi_lexer_place(lexer, lexer->at)};
    return true;
}

static bool close_bracket(ssi_lexer *lexer, char c)
{
    ssi_place place = ssi_lexer_place(lexer, lexer->at);
    ssi_bracket *b;

    if (!lexer->bracket_count) {
        ssi_lexer_fail(lexer, SS_ERR_SYNTAX, place,
                       "SyntaxError: unmatched '%c'", c);
        return false;
    }
    b = &lexer->brackets[--lexer->bracket_count];
    if ((b->open == '(' && c == ')') || (b->open == '[' && c == ']')
        || (b->open == '{' && c == '}'))
        return true;
    if (b->place.line == place.line)
        ssi_lexer_fail(lexer, SS_ERR_SYNTAX, place,
                       "SyntaxError: closing parenthesis '%c' does not match "
                       "opening parenthesis '%c'",
                       c, b->open);
    else
        ssi_lexer_fail(lexer, SS_ERR_SYNTAX, place,
                       "SyntaxError: closing parenthesis '%c' does not match "
                       "opening parenthesis '%c' on line %u",
                       c, b->open, (unsigned)b->place.line);
    return false;
}

/* The longest operator at lexer->at, 0 if there is none. */
static size_t operator_size(const ssi_lexer *lexer)
{
    static const char *const operators[] = {
        "**=", "//=", ">>=", "<<=", "...", "!=", "->", ":=", "**", "//",
        ">>",  "<<",  "<=",  ">=",  "==",  "+=", "-=", "*=", "/=", "%=",
        "&=",  "|=",  "^=",  "@=",  "<>",  "+",  "-",  "*",  "/",  "%",
        "@",   "&",   "|",   "^",   "~",   "<",  ">",  "(",  ")",  "[",
        "]",   "{",   "}",   ",",   ":",   ".",  ";",  "=",  NULL};

    for (int i = 0; operators[i]; i++) {
        size_t size = strlen(operators[i]);
        if (size <= lexer->size - lexer->at
            && memcmp(operators[i], lexer->source + lexer->at, size) == 0)
            return size;
    }
    return 0;
}

/* A character that begins no token. */
static ssi_token wrong_character(ssi_lexer *lexer)
{
    int c = ssi_peek(lexer, 0);

    if (c == '\\')
        return ssi_lexer_wrong(
            lexer, lexer->at + 1,
            "unexpected character after line continuation character");
    if (c > ' ' && c < 127) /* which the parser would not take either */
        return ssi_lexer_make(lexer, SSI_TOKEN_OP, 1);
    ssi_lexer_fail(lexer, SS_ERR_SYNTAX, ssi_lexer_place(lexer, lexer->at),
                   "SyntaxError: invalid non-printable character U+%04X",
                   (unsigned)c);
    return (ssi_token){.kind = SSI_TOKEN_ERROR};
}

ssi_token ssi_lexer_operator(ssi_lexer *lexer)
{
    size_t size = operator_size(lexer);
    int c = ssi_peek(lexer, 0);
    ssi_token token;

    if (size == 0)
        return wrong_character(lexer);
    if (strchr("([{", c) && !open_bracket(lexer, (char)c))
        return (ssi_token){.kind = SSI_TOKEN_ERROR};
    if (strchr(")]}", c) && !close_bracket(lexer, (char)c))
        return (ssi_token){.kind = SSI_TOKEN_ERROR};
    token = ssi_lexer_make(lexer, SSI_TOKEN_OP, size);
    for (size_t i = 0; i < size; i++)
        token.op =
            token.op << 8 | (unsigned char)lexer->source[token.start + i];
    return token;
}

/* --- names --- */

static ssi_token wrong_letter(ssi_lexer *lexer, size_t byte, uint32_t point,
                              size_t size)
{
    ssi_place place = ssi_lexer_place(lexer, byte);

    if (ssi_is_printable(point))
        ssi_lexer_fail(lexer, SS_ERR_SYNTAX, place,
                       "SyntaxError: invalid character '%.*s' (U+%04X)",
                       (int)size, lexer->source + byte, (unsigned)point);
    else
        ssi_lexer_fail(lexer, SS_ERR_SYNTAX, place,
                       "SyntaxError: invalid non-printable character U+%04X",
                       (unsigned)point);
    return (ssi_token){.kind = SSI_TOKEN_ERROR};
}

/* A name in the spelling that Python stores; others are refused. */
ssi_token ssi_lexer_name(ssi_lexer *lexer)
{
    size_t size = 0;

    while (ssi_is_name_byte(ssi_peek(lexer, size))) {
        size_t byte = lexer->at + size, step = 1;
        if (ssi_peek(lexer, size) >= 128) {
            uint32_t point = ssi_utf8_decode(lexer->source + byte,
                                             lexer->size - byte, &step);
            if (!(size ? ssi_utf8_is_letter(point)
                       : ssi_utf8_starts_name(point)))
                return wrong_letter(lexer, byte, point, step);
            if (ssi_utf8_may_change(point))
                return ssi_lexer_refuse(lexer, ssi_lexer_place(lexer, byte),
                                        "a name that Unicode spells in more "
                                        "than one way");
        }
        size += step;
    }
    return ssi_lexer_make(lexer, SSI_TOKEN_NAME, size);
}
