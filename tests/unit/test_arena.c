/* SPDX-License-Identifier: MIT
 * The arena: zeroed, aligned memory up to a limit.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "script/ast.h"

static void memory_is_zeroed_aligned_and_apart(void **state)
{
    ssi_arena arena = {0};
    unsigned char *pieces[200];

    for (size_t i = 0; i < 200; i++) {
        pieces[i] = ssi_arena_alloc(&arena, i * 37);
        assert_non_null(pieces[i]);
        assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
        for (size_t k = 0; k < i * 37; k++)
            assert_int_equal(pieces[i][k], 0);
        memset(pieces[i], (int)i, i * 37);
    }
    for (size_t i = 0; i < 200; i++)
        for (size_t k = 0; k < i * 37; k++)
            assert_int_equal(pieces[i][k], i);
    ssi_arena_free(&arena);
    assert_null(arena.blocks);
    assert_int_equal(arena.used, 0);
}

static void the_limit_holds(void **state)
{
    ssi_arena arena = {.limit = 100000};
    size_t count = 0;

    assert_null(ssi_arena_alloc(&arena, 100001));
    assert_non_null(ssi_arena_alloc(&arena, 50000));
    while (ssi_arena_alloc(&arena, 16))
        count++;
    assert_true(count > 1000);
    assert_null(ssi_arena_alloc(&arena, SIZE_MAX));
    assert_true(arena.used <= arena.limit);
    ssi_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_aligned_and_apart),
        cmocka_unit_test(the_limit_holds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
