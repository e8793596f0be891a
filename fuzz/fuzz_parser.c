/* SPDX-License-Identifier: MIT
 * The parser on any bytes, in each mode: no crash, no leak, bounded memory and
 * height; every error has a message and a place.
 */
#include <stdint.h>
#include <stdlib.h>

#include "script/ast.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool truth)
{
    if (!truth)
        abort();
}

static void walk(const ssi_node *node, uint32_t height);

static void walk_list(const ssi_node_list *list, uint32_t height)
{
    for (size_t i = 0; i < list->count; i++)
        walk(list->items[i], height);
}

static void walk_text(const ssi_slice_text *text)
{
    expect(text->bytes && text->bytes[text->size] == 0);
}

static void walk_call(const ssi_node *node)
{
    walk(node->u.call.callee, node->height);
    walk_list(&node->u.call.arguments, node->height);
    for (size_t i = 0; i < node->u.call.keyword_count; i++) {
        walk_text(&node->u.call.keywords[i].name);
        walk(node->u.call.keywords[i].value, node->height);
    }
}

static void walk_block(const ssi_node *head, const ssi_node *target,
                       const ssi_node_list *body, uint32_t height)
{
    walk(head, height);
    if (target)
        walk(target, UINT32_MAX);
    expect(body->count > 0);
    walk_list(body, height);
}

static void walk_expression(const ssi_node *node)
{
    switch (node->kind) {
    case SSI_NODE_NONE:
    case SSI_NODE_BOOL:
    case SSI_NODE_ELLIPSIS:
        break;
    case SSI_NODE_TUPLE:
    case SSI_NODE_LIST:
    case SSI_NODE_DICT:
    case SSI_NODE_SLICE:
        walk_list(&node->u.list, node->height);
        break;
    case SSI_NODE_UNARY:
        walk(node->u.unary.operand, node->height);
        break;
    case SSI_NODE_BINARY:
    case SSI_NODE_INDEX:
        walk(node->u.binary.left, node->height);
        walk(node->u.binary.right, node->height);
        break;
    case SSI_NODE_ATTRIBUTE:
        walk(node->u.attribute.object, node->height);
        walk_text(&node->u.attribute.name);
        break;
    case SSI_NODE_CALL:
        walk_call(node);
        break;
    case SSI_NODE_INT:
    case SSI_NODE_FLOAT:
    case SSI_NODE_IMAGINARY: /* in the source */
        expect(node->u.text.size > 0);
        for (size_t i = 0; i < node->u.text.size; i++)
            expect(node->u.text.bytes[i] > ' ');
        break;
    default:
        walk_text(&node->u.text);
    }
}

/* A part of a node of this height: the evaluator's recursion ends. */
static void walk(const ssi_node *node, uint32_t height)
{
    expect(node->place.line > 0 && node->place.column > 0);
    expect(node->height < height && node->height <= 1000);
    switch (node->kind) {
    case SSI_NODE_EXPRESSION:
        walk(node->u.expression.value, node->height);
        break;
    case SSI_NODE_ASSIGN:
        walk_list(&node->u.assign.targets, UINT32_MAX);
        walk(node->u.assign.value, node->height);
        break;
    case SSI_NODE_IMPORT:
        walk_text(&node->u.import.module);
        walk_text(&node->u.import.alias);
        break;
    case SSI_NODE_FOR:
        walk_block(node->u.loop.iterable, node->u.loop.target,
                   &node->u.loop.body, node->height);
        break;
    case SSI_NODE_WITH:
        walk_block(node->u.with.item, node->u.with.target, &node->u.with.body,
                   node->height);
        break;
    case SSI_NODE_PASS:
        break;
    default:
        walk_expression(node);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const ss_script_mode modes[] = {SS_SCRIPT_FILE, SS_SCRIPT_CELL,
                                           SS_SCRIPT_PROMPT};
    ss_script_cell cell = {
        .name = "fuzz", .source = (const char *)data, .size = size};

    for (int i = 0; i < 3; i++) {
        ss_script_error error = {.status = SS_OK};
        ssi_tree tree;
        if (ssi_parse(&cell, modes[i], &tree, &error)) {
            walk_list(&tree.body, UINT32_MAX);
            ssi_arena_free(&tree.arena);
            continue;
        }
        expect(error.status != SS_OK && error.message[0]);
        expect(error.line > 0 && error.column > 0);
        expect(!tree.arena.blocks);
    }
    return 0;
}
