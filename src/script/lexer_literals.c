/* SPDX-License-Identifier: MIT
 * Where numbers and strings end. Their values are read by the parser.
 * Learned from: The Python Language Reference 3.11, 2.4; CPython's messages.
 */
#include <string.h>

#include "script/lexer.h"

/* --- numbers --- */

static ssi_token number_token(ssi_lexer *lexer, ssi_token_kind kind,
                              size_t size)
{
    ssi_token token = {.kind = kind, .start = lexer->at, .size = size};

    token.place = ssi_lexer_place(lexer, lexer->at);
    lexer->at += size;
    lexer->line_has_tokens = true;
    return token;
}

static ssi_token bad_number(ssi_lexer *lexer, size_t ahead, const char *what)
{
    ssi_lexer_fail(lexer, SS_ERR_SYNTAX,
                   ssi_lexer_place(lexer, lexer->at + ahead),
                   "SyntaxError: %s", what);
    return (ssi_token){.kind = SSI_TOKEN_ERROR};
}

static bool is_digit_of(int c, int base)
{
    if (base == 16)
        return ssi_is_digit(c) || (c >= 'a' && c <= 'f') ||
               (c >= 'A' && c <= 'F');
    return c >= '0' && c < '0' + base;
}

/* Digits with single underscores between them, from *at on; false: a wrong
 * underscore. */
static bool skip_digits(const ssi_lexer *lexer, size_t *at, int base)
{
    while (is_digit_of(ssi_peek(lexer, *at), base)) {
        ++*at;
        if (ssi_peek(lexer, *at) == '_') {
            ++*at;
            if (!is_digit_of(ssi_peek(lexer, *at), base))
                return false;
        }
    }
    return true;
}

/* Whether a word may follow a number at once: "1if x else 2". */
static bool keyword_follows(const ssi_lexer *lexer, size_t at)
{
    static const char *const words[] = {"and", "else", "for", "if", "in",
                                        "is",  "or",   "not", NULL};

    for (int i = 0; words[i]; i++) {
        size_t n = strlen(words[i]);
        if (n <= lexer->size - lexer->at - at &&
            memcmp(words[i], lexer->source + lexer->at + at, n) == 0 &&
            !ssi_is_name_byte(ssi_peek(lexer, at + n)))
            return true;
    }
    return false;
}

static ssi_token end_number(ssi_lexer *lexer, ssi_token_kind kind, size_t at,
                            const char *wrong)
{
    int c = ssi_peek(lexer, at);

    if (ssi_is_name_byte(c) && !keyword_follows(lexer, at))
        return bad_number(lexer, at, wrong);
    return number_token(lexer, kind, at);
}

static ssi_token based_number(ssi_lexer *lexer, int base)
{
    const char *wrong = base == 16  ? "invalid hexadecimal literal"
                        : base == 8 ? "invalid octal literal"
                                    : "invalid binary literal";
    size_t at = 2, start;

    if (ssi_peek(lexer, at) == '_')
        at++;
    start = at;
    if (!skip_digits(lexer, &at, base) || at == start)
        return bad_number(lexer, at, wrong);
    if (ssi_is_digit(ssi_peek(lexer, at)))
        return bad_number(lexer, at, base == 8
                                         ? "invalid digit in octal literal"
                                         : "invalid digit in binary literal");
    return end_number(lexer, SSI_TOKEN_INT, at, wrong);
}

/* The exponent at *at, if there is one. */
static bool skip_exponent(const ssi_lexer *lexer, size_t *at)
{
    int c = ssi_peek(lexer, *at), sign = ssi_peek(lexer, *at + 1);
    size_t digits = *at + 1 + (sign == '+' || sign == '-');

    if ((c != 'e' && c != 'E') || !ssi_is_digit(ssi_peek(lexer, digits)))
        return true;
    *at = digits;
    return skip_digits(lexer, at, 10);
}

/* "007": only zeros may lead an integer. */
static bool has_leading_zero(const ssi_lexer *lexer, size_t size)
{
    if (ssi_peek(lexer, 0) != '0')
        return false;
    for (size_t i = 0; i < size; i++)
        if (ssi_peek(lexer, i) != '0' && ssi_peek(lexer, i) != '_')
            return true;
    return false;
}

ssi_token ssi_lexer_number(ssi_lexer *lexer)
{
    static const char decimal[] = "invalid decimal literal";
    ssi_token_kind kind = SSI_TOKEN_INT;
    size_t at = 0, whole;
    int second = ssi_peek(lexer, 1) | 0x20;

    if (ssi_peek(lexer, 0) == '0' && strchr("xob", second) && second > ' ')
        return based_number(lexer, second == 'x' ? 16 : second == 'o' ? 8 : 2);
    if (!skip_digits(lexer, &at, 10))
        return bad_number(lexer, at, decimal);
    whole = at;
    if (ssi_peek(lexer, at) == '.') {
        at++;
        if (!skip_digits(lexer, &at, 10))
            return bad_number(lexer, at, decimal);
    }
    if (!skip_exponent(lexer, &at))
        return bad_number(lexer, at, decimal);
    if (at > whole)
        kind = SSI_TOKEN_FLOAT;
    if (ssi_peek(lexer, at) == 'j' || ssi_peek(lexer, at) == 'J') {
        at++;
        return end_number(lexer, SSI_TOKEN_IMAGINARY, at,
                          "invalid imaginary literal");
    }
    if (kind == SSI_TOKEN_INT && has_leading_zero(lexer, at))
        return bad_number(lexer, 0,
                          "leading zeros in decimal integer literals are not "
                          "permitted; use an 0o prefix for octal integers");
    return end_number(lexer, kind, at, decimal);
}

/* --- strings --- */

int ssi_lexer_prefix(const ssi_lexer *lexer)
{
    bool raw = false, kind = false;

    for (int i = 0; i < 3; i++) {
        int c = ssi_peek(lexer, (size_t)i), lower = c | 0x20;
        if (c == '"' || c == '\'')
            return i;
        if (lower == 'r' && !raw)
            raw = true;
        else if (strchr("bfut", lower) && c > ' ' && !kind)
            kind = true;
        else
            return -1;
        if (lower == 'u' && raw)
            return -1;
    }
    return -1;
}

static ssi_token unterminated(ssi_lexer *lexer, ssi_place place, bool triple)
{
    if (triple)
        lexer->error->incomplete = true;
    ssi_lexer_fail(lexer, SS_ERR_SYNTAX, place,
                   "SyntaxError: unterminated %sstring literal (detected at "
                   "line %u)", triple ? "triple-quoted " : "",
                   (unsigned)lexer->line);
    return (ssi_token){.kind = SSI_TOKEN_ERROR};
}

static bool closes(const ssi_lexer *lexer, int quote, bool triple)
{
    return ssi_peek(lexer, 0) == quote &&
           (!triple ||
            (ssi_peek(lexer, 1) == quote && ssi_peek(lexer, 2) == quote));
}

ssi_token ssi_lexer_string(ssi_lexer *lexer, size_t prefix)
{
    ssi_token token = {.kind = SSI_TOKEN_STRING, .start = lexer->at};
    int quote = ssi_peek(lexer, prefix);
    bool triple = ssi_peek(lexer, prefix + 1) == quote &&
                  ssi_peek(lexer, prefix + 2) == quote;

    token.place = ssi_lexer_place(lexer, lexer->at);
    lexer->at += prefix + (triple ? 3 : 1);
    while (!closes(lexer, quote, triple)) {
        int c = ssi_peek(lexer, 0);
        if (lexer->at >= lexer->size)
            return unterminated(lexer, token.place, triple);
        if (c == '\\' && lexer->at + 1 < lexer->size) {
            lexer->at++;
            c = ssi_peek(lexer, 0);
            if (c != '\n' && c != '\r')
                lexer->at++;
            else
                ssi_lexer_new_line(lexer);
        } else if (c == '\n' || c == '\r') {
            if (!triple)
                return unterminated(lexer, token.place, false);
            ssi_lexer_new_line(lexer);
        } else {
            lexer->at++;
        }
    }
    lexer->at += triple ? 3 : 1;
    token.size = lexer->at - token.start;
    lexer->line_has_tokens = true;
    return token;
}
