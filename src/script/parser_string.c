/* SPDX-License-Identifier: MIT
 * The values of string and bytes literals.
 * Learned from: The Python Language Reference 3.11, 2.4.1; CPython's messages.
 */
#include <string.h>

#include "script/parser.h"
#include "script/utf8.h"

/* One literal while it is decoded. */
typedef struct literal {
    const char *from, *end; /* between the quotes */
    const char *start;      /* for positions in messages */
    bool raw, bytes;
    ssi_place place;
} literal;

/* Prefix and quotes of the token; false: f- and t-strings, refused. */
static bool open_literal(ssi_parser *p, literal *l)
{
    const char *text = p->lexer.source + p->token.start;
    size_t prefix = 0, quotes = 1;

    *l = (literal){.place = p->token.place};
    for (; text[prefix] != '"' && text[prefix] != '\''; prefix++) {
        int c = text[prefix] | 0x20;
        if (c == 'f' || c == 't') {
            ssi_refuse(p, l->place, c == 'f' ? "f-string" : "t-string");
            return false;
        }
        l->raw |= c == 'r';
        l->bytes |= c == 'b';
    }
    if (p->token.size >= prefix + 6 && text[prefix + 1] == text[prefix]
        && text[prefix + 2] == text[prefix])
        quotes = 3;
    l->from = l->start = text + prefix + quotes;
    l->end = text + p->token.size - quotes;
    return true;
}

static int digit_value(int c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 99;
}

/* Up to count digits of the base; how many were there. */
static int read_digits(literal *l, int count, int base, uint32_t *value)
{
    int n = 0;

    *value = 0;
    for (; n < count && l->from < l->end
           && digit_value((unsigned char)*l->from) < base;
         n++, l->from++)
        *value = *value * (uint32_t)base
                 + (uint32_t)digit_value((unsigned char)*l->from);
    return n;
}

/* The position of a byte in what CPython decodes: beyond ASCII each character
 * is spelled as \U and eight digits, a backslash before one as \u005c. */
static size_t position(const literal *l, const char *byte)
{
    size_t n = 0;

    for (const char *p = l->start; p < byte; p++) {
        unsigned char c = (unsigned char)*p;
        if (c == '\r' && p + 1 < l->end && p[1] == '\n')
            continue;
        if (c < 128)
            n++;
        else if (c >= 0xc0)
            n += 10;
        if (c == '\\' && p + 1 < l->end) {
            if ((unsigned char)p[1] >= 128)
                n += 5;
            else if (p[1] == '\\' && p + 1 < byte) {
                n++;
                p++;
            }
        }
    }
    return n;
}

static bool bad_escape(ssi_parser *p, literal *l, const char *escape,
                       const char *what)
{
    size_t first = position(l, escape);

    if (l->bytes)
        ssi_syntax_error(p, l->place,
                         "(value error) invalid \\x escape at position %zu",
                         first);
    else
        ssi_syntax_error(p, l->place,
                         "(unicode error) 'unicodeescape' codec can't decode "
                         "bytes in position %zu-%zu: %s",
                         first, position(l, l->from) - 1, what);
    return false;
}

/* \x41, \u0041, \U00000041 behind the letter. */
static bool read_hex(ssi_parser *p, literal *l, const char *escape, int count,
                     uint32_t *value)
{
    static const char *const wrong[] = {"truncated \\xXX escape",
                                        "truncated \\uXXXX escape",
                                        "truncated \\UXXXXXXXX escape"};

    if (read_digits(l, count, 16, value) < count)
        return bad_escape(p, l, escape,
                          wrong[count == 2   ? 0
                                : count == 4 ? 1
                                             : 2]);
    if (*value > 0x10ffff)
        return bad_escape(p, l, escape, "illegal Unicode character");
    return true;
}

/* Put a code point, or a byte of a bytes literal. */
static void put(literal *l, uint32_t point, char *out, size_t *n)
{
    if (l->bytes)
        out[(*n)++] = (char)point;
    else
        *n += ssi_utf8_encode(point, out + *n);
}

/* Take a line's end at l->from; \r\n counts as one. */
static void skip_newline(literal *l)
{
    if (*l->from == '\r' && l->from + 1 < l->end && l->from[1] == '\n')
        l->from++;
    l->from++;
}

/* "\N{name}": Python's table of names is not ours. */
static bool refuse_named(ssi_parser *p, literal *l, const char *escape)
{
    const char *end;

    if (++l->from < l->end && *l->from == '{') {
        end = memchr(l->from, '}', (size_t)(l->end - l->from));
        if (end && end > l->from + 1)
            return ssi_refuse(p, l->place, "\\N{...} in a string") != NULL;
        l->from = end ? end : l->end;
    }
    return bad_escape(p, l, escape, "malformed \\N character escape");
}

/* An escape at l->from; every escape is at least as long as its value. */
static bool read_escape(ssi_parser *p, literal *l, char *out, size_t *n)
{
    static const char letters[] = "\\'\"abfnrtv";
    static const char values[] = "\\'\"\a\b\f\n\r\t\v";
    const char *escape = l->from++, *found;
    int c = (unsigned char)*l->from;
    uint32_t value;

    if (ssi_is_line_end(c)) {
        skip_newline(l);
        return true;
    }
    if (c && (found = strchr(letters, c))) {
        out[(*n)++] = values[found - letters];
        l->from++;
        return true;
    }
    if (c >= '0' && c <= '7') {
        read_digits(l, 3, 8, &value);
        put(l, l->bytes ? value & 255 : value, out, n);
        return true;
    }
    if (c == 'x' || (!l->bytes && (c == 'u' || c == 'U'))) {
        l->from++;
        if (!read_hex(p, l, escape, c == 'x' ? 2 : c == 'u' ? 4 : 8, &value))
            return false;
        put(l, value, out, n);
        return true;
    }
    if (c == 'N' && !l->bytes)
        return refuse_named(p, l, escape);
    out[(*n)++] = '\\';
    return true;
}

static bool check_ascii(ssi_parser *p, const literal *l)
{
    for (const char *c = l->from; l->bytes && c < l->end; c++)
        if ((unsigned char)*c >= 128) {
            ssi_syntax_error(p, l->place,
                             "bytes can only contain ASCII "
                             "literal characters");
            return false;
        }
    return true;
}

static bool decode(ssi_parser *p, literal *l, char *out, size_t *n)
{
    if (!check_ascii(p, l))
        return false;
    while (l->from < l->end) {
        char c = *l->from;
        if (c == '\\' && !l->raw) {
            if (!read_escape(p, l, out, n))
                return false;
        } else if (ssi_is_line_end(c)) {
            skip_newline(l);
            out[(*n)++] = '\n';
        } else {
            out[(*n)++] = c;
            l->from++;
        }
    }
    return true;
}

/* The memory of all adjacent literals is bounded by the source's rest. */
static bool append(ssi_parser *p, ssi_node *node, literal *l, size_t *room)
{
    size_t need = (size_t)(l->end - l->from) + 1;
    size_t n = node->u.text.size;

    if (n + need > *room) {
        size_t grown = 2 * (n + need);
        char *text = ssi_arena_alloc(p->arena, grown);
        if (!text)
            return ssi_out_of_memory(p) != NULL;
        if (n)
            memcpy(text, node->u.text.bytes, n);
        node->u.text.bytes = text;
        *room = grown;
    }
    if (!decode(p, l, (char *)node->u.text.bytes, &n))
        return false;
    ((char *)node->u.text.bytes)[n] = 0;
    node->u.text.size = n;
    return true;
}

ssi_node *ssi_parse_strings(ssi_parser *p)
{
    ssi_node *node = ssi_new_node(p, SSI_NODE_STR, p->token.place);
    size_t room = 0;
    bool first = true;

    while (node && p->token.kind == SSI_TOKEN_STRING) {
        literal l;
        if (!open_literal(p, &l))
            return NULL;
        ssi_advance(p); /* whose error comes first, as in CPython */
        if (!first && l.bytes != (node->kind == SSI_NODE_BYTES))
            return ssi_syntax_error(p, node->place,
                                    "cannot mix bytes and nonbytes literals");
        if (l.bytes)
            node->kind = SSI_NODE_BYTES;
        if (!append(p, node, &l, &room))
            return NULL;
        first = false;
    }
    return p->token.kind == SSI_TOKEN_ERROR ? NULL : node;
}
