/* SPDX-License-Identifier: MIT
 * A syntax tree as one line of S-expressions a statement, for tests.
 */
#ifndef TESTS_TREE_DUMP_H
#define TESTS_TREE_DUMP_H

#include <stdio.h>

#include "script/ast.h"

static void dump_node(FILE *out, const ssi_node *node);

static void dump_text(FILE *out, const ssi_slice_text *text)
{
    fputc('"', out);
    for (size_t i = 0; i < text->size; i++) {
        unsigned char c = (unsigned char)text->bytes[i];
        if (c < ' ' || c > '~' || c == '"' || c == '\\')
            fprintf(out, "\\x%02x", c);
        else
            fputc(c, out);
    }
    fputc('"', out);
}

static void dump_list(FILE *out, const ssi_node_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        fputc(' ', out);
        dump_node(out, list->items[i]);
    }
}

static const char *operator_name(ssi_operator op)
{
    static const char *const names[] = {"+",  "-",  "*",  "/", "//", "%",
                                        "**", "<<", ">>", "&", "|",  "^",
                                        "@",  "u+", "u-", "~"};

    return names[op];
}

static void dump_call(FILE *out, const ssi_node *node)
{
    fputs("(call ", out);
    dump_node(out, node->u.call.callee);
    dump_list(out, &node->u.call.arguments);
    for (size_t i = 0; i < node->u.call.keyword_count; i++) {
        fprintf(out, " %s=", node->u.call.keywords[i].name.bytes);
        dump_node(out, node->u.call.keywords[i].value);
    }
    fputc(')', out);
}

static void dump_statement(FILE *out, const ssi_node *node)
{
    switch (node->kind) {
    case SSI_NODE_EXPRESSION:
        fputs(node->u.expression.silent ? "(quiet " : "(show ", out);
        dump_node(out, node->u.expression.value);
        break;
    case SSI_NODE_ASSIGN:
        fputs("(assign", out);
        dump_list(out, &node->u.assign.targets);
        fputc(' ', out);
        dump_node(out, node->u.assign.value);
        break;
    case SSI_NODE_IMPORT:
        fprintf(out, "(import %s %s %s", node->u.import.module.bytes,
                node->u.import.member.size ? node->u.import.member.bytes : "-",
                node->u.import.alias.bytes);
        break;
    case SSI_NODE_FOR:
        fputs("(for ", out);
        dump_node(out, node->u.loop.target);
        fputc(' ', out);
        dump_node(out, node->u.loop.iterable);
        dump_list(out, &node->u.loop.body);
        break;
    case SSI_NODE_WITH:
        fputs("(with ", out);
        dump_node(out, node->u.with.item);
        fputc(' ', out);
        if (node->u.with.target)
            dump_node(out, node->u.with.target);
        else
            fputc('-', out);
        dump_list(out, &node->u.with.body);
        break;
    case SSI_NODE_MAGIC:
        fputs("(magic ", out);
        dump_text(out, &node->u.text);
        break;
    default:
        fputs("(pass", out);
    }
    fputc(')', out);
}

static void dump_display(FILE *out, const ssi_node *node, const char *name)
{
    fprintf(out, "(%s", name);
    dump_list(out, &node->u.list);
    fputc(')', out);
}

static void dump_operation(FILE *out, const ssi_node *node)
{
    bool unary = node->kind == SSI_NODE_UNARY;

    if (node->kind == SSI_NODE_INDEX)
        fputs("(index", out);
    else
        fprintf(out, "(%s",
                operator_name(unary ? node->u.unary.op : node->u.binary.op));
    fputc(' ', out);
    dump_node(out, unary ? node->u.unary.operand : node->u.binary.left);
    if (!unary) {
        fputc(' ', out);
        dump_node(out, node->u.binary.right);
    }
    fputc(')', out);
}

static void dump_constant(FILE *out, const ssi_node *node)
{
    switch (node->kind) {
    case SSI_NODE_NONE:
        fputs("None", out);
        break;
    case SSI_NODE_BOOL:
        fputs(node->u.truth ? "True" : "False", out);
        break;
    case SSI_NODE_ELLIPSIS:
        fputs("...", out);
        break;
    case SSI_NODE_IMAGINARY:
        fwrite(node->u.text.bytes, 1, node->u.text.size, out);
        fputc('j', out);
        break;
    case SSI_NODE_BYTES:
        fputc('b', out);
        dump_text(out, &node->u.text);
        break;
    case SSI_NODE_STR:
        dump_text(out, &node->u.text);
        break;
    default:
        fwrite(node->u.text.bytes, 1, node->u.text.size, out);
    }
}

static void dump_node(FILE *out, const ssi_node *node)
{
    switch (node->kind) {
    case SSI_NODE_TUPLE:
        dump_display(out, node, "tuple");
        break;
    case SSI_NODE_LIST:
        dump_display(out, node, "list");
        break;
    case SSI_NODE_DICT:
        dump_display(out, node, "dict");
        break;
    case SSI_NODE_SLICE:
        dump_display(out, node, "slice");
        break;
    case SSI_NODE_UNARY:
    case SSI_NODE_BINARY:
    case SSI_NODE_INDEX:
        dump_operation(out, node);
        break;
    case SSI_NODE_ATTRIBUTE:
        fputs("(. ", out);
        dump_node(out, node->u.attribute.object);
        fprintf(out, " %s)", node->u.attribute.name.bytes);
        break;
    case SSI_NODE_CALL:
        dump_call(out, node);
        break;
    default:
        if (node->kind < SSI_NODE_EXPRESSION)
            dump_constant(out, node);
        else
            dump_statement(out, node);
    }
}

/* All statements, a line each; or the error: "! line:column message". */
static void dump_source(FILE *out, const char *source, size_t size,
                        ss_script_mode mode)
{
    ss_script_cell cell = {.name = "test", .source = source, .size = size};
    ss_script_error error = {.status = SS_OK};
    ssi_tree tree;

    if (!ssi_parse(&cell, mode, &tree, &error)) {
        fprintf(out, "! %u:%u%s %s\n", (unsigned)error.line,
                (unsigned)error.column, error.incomplete ? "..." : "",
                error.message);
        return;
    }
    for (size_t i = 0; i < tree.body.count; i++) {
        dump_node(out, tree.body.items[i]);
        fputc('\n', out);
    }
    ssi_arena_free(&tree.arena);
}

#endif
