/* SPDX-License-Identifier: MIT
 * Where numbers and strings end. Their values are read by the parser.
 * Learned from: The Python Language Reference 3.11, 2.4; CPython's messages.
 */
#include <string.h>

#include "script/lexer.h"

/* --- numbers --- */

/* CPython points at the character before the one that is wrong. */
static ssi_token bad_number(ssi_lexer *lexer, size_t ahead, const char *what)
{
    return ssi_lexer_wrong(lexer, lexer->at + ahead - 1, what);
}

static bool is_digit_of(int c, int base)
{
    if (base == 16)
        return ssi_is_digit(c) || (c >= 'a' && c <= 'f')
               || (c >= 'A' && c <= 'F');
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

/* Whether a word may follow a number at once, as CPython looks for it: "1if x
 * else 2". */
static bool keyword_follows(const ssi_lexer *lexer, size_t at)
{
    static const char *const words[] = {"and", "else", "for",
                                        "or",  "not",  NULL};
    int second = ssi_peek(lexer, at + 1);

    if (ssi_peek(lexer, at) == 'i')
        return second == 'f' || second == 'n' || second == 's';
    for (int i = 0; words[i]; i++) {
        size_t n = strlen(words[i]);
        if (n <= lexer->size - lexer->at - at
            && memcmp(words[i], lexer->source + lexer->at + at, n) == 0
            && !ssi_is_name_byte(ssi_peek(lexer, at + n)))
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
    return ssi_lexer_make(lexer, kind, at);
}

static ssi_token bad_digit(ssi_lexer *lexer, size_t at, int base)
{
    ssi_lexer_fail(lexer, SS_ERR_SYNTAX, ssi_lexer_place(lexer, lexer->at + at),
                   "SyntaxError: invalid digit '%c' in %s literal",
                   ssi_peek(lexer, at), base == 8 ? "octal" : "binary");
    return (ssi_token){.kind = SSI_TOKEN_ERROR};
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
        return ssi_is_digit(ssi_peek(lexer, at)) ? bad_digit(lexer, at, base)
                                                 : bad_number(lexer, at, wrong);
    if (ssi_is_digit(ssi_peek(lexer, at)))
        return bad_digit(lexer, at, base);
    return end_number(lexer, SSI_TOKEN_INT, at, wrong);
}

/* The exponent at *at, if there is one: an "e" without a sign and digits may
 * begin a word. */
static bool skip_exponent(const ssi_lexer *lexer, size_t *at)
{
    int c = ssi_peek(lexer, *at), sign = ssi_peek(lexer, *at + 1);
    bool is_signed = sign == '+' || sign == '-';

    if ((c != 'e' && c != 'E') || (!is_signed && !ssi_is_digit(sign)))
        return true;
    *at += 1 + is_signed;
    return ssi_is_digit(ssi_peek(lexer, *at)) && skip_digits(lexer, at, 10);
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
        return ssi_lexer_wrong(
            lexer, lexer->at,
            "leading zeros in decimal integer literals are not "
            "permitted; use an 0o prefix for octal integers");
    return end_number(lexer, kind, at, decimal);
}

/* --- strings --- */

int ssi_lexer_prefix(const ssi_lexer *lexer)
{
    bool raw = false, kind = false, plain = false;

    for (int i = 0; i < 3; i++) {
        int c = ssi_peek(lexer, (size_t)i), lower = c | 0x20;
        if (c == '"' || c == '\'')
            return i;
        if (c < 'A' || plain)
            return -1;
        if (lower == 'r' && !raw)
            raw = true;
        else if (strchr("bft", lower) && !kind)
            kind = true;
        else if (lower == 'u' && i == 0)
            plain = true;
        else
            return -1;
    }
    return -1;
}

/* Whether more lines may follow: "'abc\\" is all there is. */
static bool ends_in_backslash(const ssi_lexer *lexer)
{
    size_t size = lexer->size;

    while (size && ssi_is_line_end(lexer->source[size - 1]))
        size--;
    return size && lexer->source[size - 1] == '\\';
}

static ssi_token unterminated(ssi_lexer *lexer, ssi_place place, bool triple)
{
    uint32_t line = lexer->line; /* the last one that has any bytes */

    if (lexer->at >= lexer->size) {
        lexer->error->incomplete = triple || ends_in_backslash(lexer);
        line -= lexer->line_start == lexer->size;
    }
    ssi_lexer_fail(lexer, SS_ERR_SYNTAX, place,
                   "SyntaxError: unterminated %sstring literal (detected at "
                   "line %u)",
                   triple ? "triple-quoted " : "", (unsigned)line);
    return (ssi_token){.kind = SSI_TOKEN_ERROR};
}

static bool closes(const ssi_lexer *lexer, int quote, bool triple)
{
    return ssi_peek(lexer, 0) == quote
           && (!triple
               || (ssi_peek(lexer, 1) == quote && ssi_peek(lexer, 2) == quote));
}

ssi_token ssi_lexer_string(ssi_lexer *lexer, size_t prefix)
{
    ssi_token token = {.kind = SSI_TOKEN_STRING, .start = lexer->at};
    int quote = ssi_peek(lexer, prefix);
    bool triple = ssi_peek(lexer, prefix + 1) == quote
                  && ssi_peek(lexer, prefix + 2) == quote;

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
