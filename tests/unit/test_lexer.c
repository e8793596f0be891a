/* SPDX-License-Identifier: MIT
 * The lexer: tokens with their places.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "script/lexer.h"

/* A source, and its tokens: line:column, kind, text. */
static const struct {
    const char *source, *tokens;
} cases[] = {
    {"", "1:1 END|"},
    {"\n", "1:1 END|"},
    {"x", "1:1 NAME x|1:2 NEWLINE|1:2 END|"},
    {"x\n", "1:1 NAME x|1:2 NEWLINE|1:1 END|"},
    {"x = 1", "1:1 NAME x|1:3 OP =|1:5 INT 1|1:6 NEWLINE|1:6 END|"},
    {"  # c\n\nx # d\n", "3:1 NAME x|3:6 NEWLINE|3:1 END|"},
    {"a;b", "1:1 NAME a|1:2 OP ;|1:3 NAME b|1:4 NEWLINE|1:4 END|"},
    {"a(b\n,c)", "1:1 NAME a|1:2 OP (|1:3 NAME b|2:1 OP ,|2:2 NAME c|2:3 OP )|2"
                 ":4 NEWLINE|2:4 END|"},
    {"for x in y:\n  a\n  b\nc",
     "1:1 NAME for|1:5 NAME x|1:7 NAME in|1:10 NAME y|1:11 OP :|1:1"
     "2 NEWLINE|2:3 INDENT|2:3 NAME a|2:4 NEWLINE|3:3 NAME b|3:4 NE"
     "WLINE|4:1 DEDENT|4:1 NAME c|4:2 NEWLINE|4:2 END|"},
    {"for x in y:\n  a\n    # c\n\n  b",
     "1:1 NAME for|1:5 NAME x|1:7 NAME in|1:10 NAME y|1:11 OP :|1:1"
     "2 NEWLINE|2:3 INDENT|2:3 NAME a|2:4 NEWLINE|5:3 NAME b|5:4 NE"
     "WLINE|5:4 DEDENT|5:4 END|"},
    {"for x in y:\n for z in w:\n  a\n",
     "1:1 NAME for|1:5 NAME x|1:7 NAME in|1:10 NAME y|1:11 OP :|1:1"
     "2 NEWLINE|2:2 INDENT|2:2 NAME for|2:6 NAME z|2:8 NAME in|2:11"
     " NAME w|2:12 OP :|2:13 NEWLINE|3:3 INDENT|3:3 NAME a|3:4 NEWL"
     "INE|3:1 DEDENT|3:1 DEDENT|3:1 END|"},
    {"a:\n\tb\n        c",
     "1:1 NAME a|1:2 OP :|1:3 NEWLINE|2:2 INDENT|2:2 NAME b|2:3 NEW"
     "LINE|3:9 TabError: inconsistent use of tabs and spaces in ind"
     "entation"},
    {"a:\n        b\n\tc",
     "1:1 NAME a|1:2 OP :|1:3 NEWLINE|2:9 INDENT|2:9 NAME b|2:10 NE"
     "WLINE|3:2 TabError: inconsistent use of tabs and spaces in in"
     "dentation"},
    {"a:\n\tb\n\t c",
     "1:1 NAME a|1:2 OP :|1:3 NEWLINE|2:2 INDENT|2:2 NAME b|2:3 NEW"
     "LINE|3:3 INDENT|3:3 NAME c|3:4 NEWLINE|3:4 DEDENT|3:4 DEDENT|"
     "3:4 END|"},
    {"a:\n  b\n c",
     "1:1 NAME a|1:2 OP :|1:3 NEWLINE|2:3 INDENT|2:3 NAME b|2:4 NEW"
     "LINE|3:2 IndentationError: unindent does not match any outer "
     "indentation level"},
    {"a\\\n  b", "1:1 NAME a|2:3 NAME b|2:4 NEWLINE|2:4 END|"},
    {"\\\n  b", "2:3 INDENT|2:3 NAME b|2:4 NEWLINE|2:4 DEDENT|2:4 END|"},
    {"  \\\n b\nc",
     "2:2 INDENT|2:2 NAME b|2:3 NEWLINE|3:1 DEDENT|3:1 NAME c|3:2 N"
     "EWLINE|3:2 END|"},
    {"a \\\n\nb", "1:1 NAME a|2:1 NEWLINE|3:1 NAME b|3:2 NEWLINE|3:2 END|"},
    {"\014a\n \014 b",
     "1:2 NAME a|1:3 NEWLINE|2:4 INDENT|2:4 NAME b|2:5 NEWLINE|2:5 "
     "DEDENT|2:5 END|"},
    {"a\rb\r\nc",
     "1:1 NAME a|1:2 NEWLINE|2:1 NAME b|2:2 NEWLINE|3:1 NAME c|3:2 "
     "NEWLINE|3:2 END|"},
    {"'a' \"b\"", "1:1 STRING 'a'|1:5 STRING \"b\"|1:8 NEWLINE|1:8 END|"},
    {"'''a\nb''' c", "1:1 STRING '''a\nb'''|2:6 NAME c|2:7 NEWLINE|2:7 END|"},
    {"'a\\\nb' c", "1:1 STRING 'a\\\nb'|2:4 NAME c|2:5 NEWLINE|2:5 END|"},
    {"'a\\'b'", "1:1 STRING 'a\\'b'|1:7 NEWLINE|1:7 END|"},
    {"r'\\''", "1:1 STRING r'\\''|1:6 NEWLINE|1:6 END|"},
    {"'a\n'", "1:1 SyntaxError: unterminated string literal (detected at lin"
              "e 1)"},
    {"'a", "1:1 SyntaxError: unterminated string literal (detected at lin"
           "e 1)"},
    {"'''a\n", "1:1 SyntaxError: unterminated triple-quoted string literal (d"
               "etected at line 1)"},
    {"''", "1:1 STRING ''|1:3 NEWLINE|1:3 END|"},
    {"''''''", "1:1 STRING ''''''|1:7 NEWLINE|1:7 END|"},
    {"''''a'''", "1:1 STRING ''''a'''|1:9 NEWLINE|1:9 END|"},
    {"'a'b", "1:1 STRING 'a'|1:4 NAME b|1:5 NEWLINE|1:5 END|"},
    {"rb'x'Rb\"y\"",
     "1:1 STRING rb'x'|1:6 STRING Rb\"y\"|1:11 NEWLINE|1:11 END|"},
    {"1 1.5 .5 1. 1e5 1E-5 1_0.0_1",
     "1:1 INT 1|1:3 FLOAT 1.5|1:7 FLOAT .5|1:10 FLOAT 1.|1:13 FLOAT"
     " 1e5|1:17 FLOAT 1E-5|1:22 FLOAT 1_0.0_1|1:29 NEWLINE|1:29 END"
     "|"},
    {"1j 1.5J 1e5j 0j",
     "1:1 IMAGINARY 1j|1:4 IMAGINARY 1.5J|1:9 IMAGINARY 1e5j|1:14 I"
     "MAGINARY 0j|1:16 NEWLINE|1:16 END|"},
    {"0 00 0x1F 0o17 0b11 0x_f",
     "1:1 INT 0|1:3 INT 00|1:6 INT 0x1F|1:11 INT 0o17|1:16 INT 0b11"
     "|1:21 INT 0x_f|1:25 NEWLINE|1:25 END|"},
    {"1if 1or 0xfor 1else",
     "1:1 INT 1|1:2 NAME if|1:5 INT 1|1:6 NAME or|1:9 INT 0xf|1:12 "
     "NAME or|1:15 INT 1|1:16 NAME else|1:20 NEWLINE|1:20 END|"},
    {"1.x", "1:2 SyntaxError: invalid decimal literal"},
    {"1..x", "1:1 FLOAT 1.|1:3 OP .|1:4 NAME x|1:5 NEWLINE|1:5 END|"},
    {"1 .x", "1:1 INT 1|1:3 OP .|1:4 NAME x|1:5 NEWLINE|1:5 END|"},
    {"1_", "1:2 SyntaxError: invalid decimal literal"},
    {"0b2", "1:3 SyntaxError: invalid digit '2' in binary literal"},
    {"0o8", "1:3 SyntaxError: invalid digit '8' in octal literal"},
    {"0x", "1:2 SyntaxError: invalid hexadecimal literal"},
    {"0_1", "1:1 SyntaxError: leading zeros in decimal integer literals ar"
            "e not permitted; use an 0o prefix for octal integers"},
    {"1e+", "1:3 SyntaxError: invalid decimal literal"},
    {"1__1", "1:2 SyntaxError: invalid decimal literal"},
    {"1andx", "1:1 SyntaxError: invalid decimal literal"},
    {"1in x", "1:1 INT 1|1:2 NAME in|1:5 NAME x|1:6 NEWLINE|1:6 END|"},
    {"a.b...c", "1:1 NAME a|1:2 OP .|1:3 NAME b|1:4 OP ...|1:7 NAME c|1:8 NEWL"
                "INE|1:8 END|"},
    {"a->b:=c**d//=e<>f",
     "1:1 NAME a|1:2 OP ->|1:4 NAME b|1:5 OP :=|1:7 NAME c|1:8 OP *"
     "*|1:10 NAME d|1:11 OP //=|1:14 NAME e|1:15 OP <>|1:17 NAME f|"
     "1:18 NEWLINE|1:18 END|"},
    {"!a", "1:1 OP !|1:2 NAME a|1:3 NEWLINE|1:3 END|"},
    {"$", "1:1 OP $|1:2 NEWLINE|1:2 END|"},
    {"a ? b", "1:1 NAME a|1:3 OP ?|1:5 NAME b|1:6 NEWLINE|1:6 END|"},
    {"\303\251\344\270\255 a",
     "1:1 NAME \303\251\344\270\255|1:4 NAME a|1:5 NEWLINE|1:5 END|"},
    {"\342\200\234",
     "1:1 SyntaxError: invalid character '\342\200\234' (U+201C)"},
    {"\302\240", "1:1 SyntaxError: invalid non-printable character U+00A0"},
    {"\342\202\254",
     "1:1 SyntaxError: invalid character '\342\202\254' (U+20AC)"},
    {"x1_y", "1:1 NAME x1_y|1:5 NEWLINE|1:5 END|"},
    {"_", "1:1 NAME _|1:2 NEWLINE|1:2 END|"},
    {"None", "1:1 NAME None|1:5 NEWLINE|1:5 END|"},
    {"([{}])", "1:1 OP (|1:2 OP [|1:3 OP {|1:4 OP }|1:5 OP ]|1:6 OP )|1:7 NEW"
               "LINE|1:7 END|"},
    {"(\n[\n]\n)", "1:1 OP (|2:1 OP [|3:1 OP ]|4:1 OP )|4:2 NEWLINE|4:2 END|"},
    {"(]", "1:1 OP (|1:2 SyntaxError: closing parenthesis ']' does not ma"
           "tch opening parenthesis '('"},
    {"(\n}", "1:1 OP (|2:1 SyntaxError: closing parenthesis '}' does not ma"
             "tch opening parenthesis '(' on line 1"},
    {")", "1:1 SyntaxError: unmatched ')'"},
    {"(", "1:1 OP (|1:1 SyntaxError: '(' was never closed"},
    {"[(\n", "1:1 OP [|1:2 OP (|1:2 SyntaxError: '(' was never closed"},
    {"a\001", "1:1 NAME a|1:2 SyntaxError: invalid non-printable character U"
              "+0001"},
    {"\177", "1:1 SyntaxError: invalid non-printable character U+007F"},
    {"a\\b", "1:1 NAME a|1:3 SyntaxError: unexpected character after line c"
             "ontinuation character"},
    {"a\\", "1:1 NAME a|1:3 SyntaxError: unexpected EOF while parsing"},
    {"(\\\n", "1:1 OP (|1:1 SyntaxError: '(' was never closed"},
};

static const char *const kinds[] = {"END",    "NEWLINE", "INDENT", "DEDENT",
                                    "NAME",   "INT",     "FLOAT",  "IMAGINARY",
                                    "STRING", "OP",      "MAGIC",  "ERROR"};

static char *tokens_of(const char *source, ss_script_mode mode)
{
    ss_script_cell cell = {
        .name = "test", .source = source, .size = strlen(source)};
    ss_script_error error = {.status = SS_OK};
    ssi_arena arena = {0};
    ssi_lexer lexer;
    ssi_token token;
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    assert_non_null(out);
    assert_true(ssi_lexer_start(&lexer, &cell, mode, &arena, &error));
    do {
        token = ssi_lexer_next(&lexer);
        if (token.kind == SSI_TOKEN_ERROR)
            break;
        fprintf(out, "%u:%u %s", (unsigned)token.place.line,
                (unsigned)token.place.column, kinds[token.kind]);
        if (token.size)
            fprintf(out, " %.*s", (int)token.size, lexer.source + token.start);
        fputc('|', out);
    } while (token.kind != SSI_TOKEN_END);
    if (token.kind == SSI_TOKEN_ERROR)
        fprintf(out, "%u:%u %s", (unsigned)error.line, (unsigned)error.column,
                error.message);
    fclose(out);
    ssi_arena_free(&arena);
    return text;
}

static void tokens_are_as_listed(void **state)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *tokens = tokens_of(cases[i].source, SS_SCRIPT_FILE);
        if (strcmp(tokens, cases[i].tokens) != 0)
            fail_msg("%s\ngives %s\nnot   %s", cases[i].source, tokens,
                     cases[i].tokens);
        free(tokens);
    }
}

static void operators_have_codes(void **state)
{
    static const char *const operators[] = {
        "+",  "-",  "*",  "**", "/",   "//",  "%",   "@",   "<<", ">>",  "&",
        "|",  "^",  "~",  ":=", "<",   ">",   "<=",  ">=",  "==", "!=",  ",",
        ":",  ".",  ";",  "=",  "->",  "+=",  "-=",  "*=",  "/=", "//=", "%=",
        "@=", "&=", "|=", "^=", ">>=", "<<=", "**=", "...", "<>"};

    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        const char *text = operators[i];
        ss_script_cell cell = {
            .name = "test", .source = text, .size = strlen(text)};
        ss_script_error error = {.status = SS_OK};
        ssi_arena arena = {0};
        ssi_lexer lexer;
        ssi_token token;
        uint32_t code = 0;
        for (const char *c = text; *c; c++)
            code = code << 8 | (unsigned char)*c;
        assert_true(
            ssi_lexer_start(&lexer, &cell, SS_SCRIPT_FILE, &arena, &error));
        token = ssi_lexer_next(&lexer);
        assert_int_equal(token.kind, SSI_TOKEN_OP);
        assert_int_equal(token.op, code);
        assert_int_equal(token.size, strlen(text));
    }
}

static void string_prefixes_are_pythons(void **state)
{
    static const char *const good[] = {"",   "r",  "u",  "b",  "f",  "t",
                                       "br", "rb", "fr", "rf", "tr", "rt"};
    static const char *const bad[] = {"ub", "bu", "ur", "ru", "bb", "rr",
                                      "ff", "bf", "fb", "uf", "x",  "brb"};
    char source[8], want[32];

    for (size_t i = 0; i < 2 * sizeof good / sizeof *good; i++) {
        snprintf(source, sizeof source, "%s''", good[i / 2]);
        for (char *c = source; i % 2 && *c; c++)
            *c = (char)(*c >= 'a' ? *c - 32 : *c);
        snprintf(want, sizeof want, "1:1 STRING %s|", source);
        char *tokens = tokens_of(source, SS_SCRIPT_FILE);
        if (strncmp(tokens, want, strlen(want)) != 0)
            fail_msg("%s gives %s", source, tokens);
        free(tokens);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        snprintf(source, sizeof source, "%s''", bad[i]);
        char *tokens = tokens_of(source, SS_SCRIPT_FILE);
        if (strncmp(tokens, "1:1 NAME ", 9) != 0)
            fail_msg("%s gives %s", source, tokens);
        free(tokens);
    }
}

static void a_cells_margin_is_cut_and_columns_stay(void **state)
{
    char *tokens = tokens_of("   x\n\n     \n   y\n", SS_SCRIPT_CELL);

    assert_string_equal(tokens, "1:4 NAME x|1:5 NEWLINE|4:4 NAME y|"
                                "4:5 NEWLINE|4:4 END|");
    free(tokens);
    tokens = tokens_of("  x\n y", SS_SCRIPT_CELL);
    assert_string_equal(tokens, "1:3 INDENT|1:3 NAME x|1:4 NEWLINE|"
                                "2:2 DEDENT|2:2 NAME y|2:3 NEWLINE|2:3 END|");
    free(tokens);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tokens_are_as_listed),
        cmocka_unit_test(operators_have_codes),
        cmocka_unit_test(string_prefixes_are_pythons),
        cmocka_unit_test(a_cells_margin_is_cut_and_columns_stay),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
