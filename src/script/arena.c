/* SPDX-License-Identifier: MIT
 * Bump allocator of syntax trees: small blocks, freed all at once.
 */
#include <stdlib.h>
#include <string.h>

#include "script/ast.h"

#define BLOCK_SIZE ((size_t)16384)

struct ssi_arena_block {
    struct ssi_arena_block *next;
    size_t used, size; /* of data */
    max_align_t data[];
};

static struct ssi_arena_block *add_block(ssi_arena *arena, size_t size)
{
    struct ssi_arena_block *block;

    if (size < BLOCK_SIZE)
        size = BLOCK_SIZE;
    block = malloc(sizeof *block + size);
    if (!block)
        return NULL;
    block->next = arena->blocks;
    block->used = 0;
    block->size = size;
    arena->blocks = block;
    return block;
}

void *ssi_arena_alloc(ssi_arena *arena, size_t size)
{
    struct ssi_arena_block *block = arena->blocks;
    unsigned char *result;

    if (size > SIZE_MAX / 2)
        return NULL;
    size = (size + sizeof(max_align_t) - 1) / sizeof(max_align_t)
           * sizeof(max_align_t);
    if (arena->limit && size > arena->limit - arena->used)
        return NULL;
    if (!block || size > block->size - block->used)
        block = add_block(arena, size);
    if (!block)
        return NULL;
    result = (unsigned char *)block->data + block->used;
    block->used += size;
    arena->used += size;
    memset(result, 0, size);
    return result;
}

void ssi_arena_free(ssi_arena *arena)
{
    while (arena->blocks) {
        struct ssi_arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
    arena->used = 0;
}
