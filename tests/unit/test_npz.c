/* SPDX-License-Identifier: MIT
 * .npz files: NumPy's bytes, read back, and broken archives.
 */
#include "io_vectors.h"

static void check_reading(t_case *c)
{
    unsigned char *copy = t_copy(c->file, c->size);
    ss_named_arrays found;

    assert_int_equal(ss_npz_read(copy, c->size, 0, &found, NULL), SS_OK);
    assert_int_equal(found.count, c->count);
    for (size_t i = 0; i < found.count; i++) {
        assert_string_equal(found.items[i].name, c->arrays[i].name);
        t_same_array(c, &found.items[i].array, &c->arrays[i].array);
    }
    ss_named_arrays_free(&found);
    free(copy);
}

static void check_npz(t_case *c)
{
    ss_text out = {0};

    assert_int_equal(
        ss_npz_write(c->arrays, c->count, NULL, NULL, t_gather, &out), SS_OK);
    t_same_file(c, &out);
    ss_text_free(&out);
    check_reading(c);
}

static void numpys_archives_are_written_and_read(void **state)
{
    (void)state;
    assert_int_equal(t_each("npz", check_npz), 4);
}

static void compressed_archives_are_read(void **state)
{
    (void)state;
    assert_int_equal(t_each("deflated", check_reading), 4);
}

/* One stored block a file: the simplest deflate there is. */
static void *store(void *context, const void *bytes, size_t size,
                   size_t *deflated)
{
    unsigned char *out = malloc(size + 5);

    (void)context;
    assert_true(size < 65536 && out != NULL);
    out[0] = 1;
    out[1] = (unsigned char)(size & 0xff);
    out[2] = (unsigned char)(size >> 8);
    out[3] = (unsigned char)~out[1];
    out[4] = (unsigned char)~out[2];
    memcpy(out + 5, bytes, size);
    *deflated = size + 5;
    return out;
}

static void *no_memory(void *context, const void *bytes, size_t size,
                       size_t *deflated)
{
    (void)context;
    (void)bytes;
    (void)size;
    (void)deflated;
    return NULL;
}

static void a_compressor_is_the_callers(void **state)
{
    double x[3] = {1, 2, 3};
    ss_named_array named = {"x",
                            ss_array_borrow(SS_FLOAT64, 1, (size_t[]){3}, x)};
    ss_named_arrays found;
    ss_text out = {0};

    (void)state;
    assert_int_equal(ss_npz_write(&named, 1, no_memory, NULL, t_gather, &out),
                     SS_ERR_MEMORY);
    ss_text_free(&out);
    assert_int_equal(ss_npz_write(&named, 1, store, NULL, t_gather, &out),
                     SS_OK);
    assert_int_equal(ss_npz_read(out.data, out.size, 0, &found, NULL), SS_OK);
    assert_int_equal(found.count, 1);
    assert_memory_equal(found.items[0].array.data, x, sizeof x);
    ss_named_arrays_free(&found);
    ss_text_free(&out);
}

/* Any byte changed: an error with its place, or arrays. */
static void check_changes(t_case *c)
{
    unsigned char *copy = t_copy(c->file, c->size);

    for (size_t at = 0; at < c->size && at < 3000; at++)
        for (int bit = 0; bit < 8; bit++) {
            ss_named_arrays found = {NULL, 0};
            ss_diag diag = {0};
            ss_status status;

            copy[at] ^= (unsigned char)(1 << bit);
            status = ss_npz_read(copy, c->size, 1 << 20, &found, &diag);
            if (status == SS_OK)
                ss_named_arrays_free(&found);
            else
                assert_true(diag.code == status && diag.msg[0] != '\0');
            copy[at] ^= (unsigned char)(1 << bit);
        }
    free(copy);
}

static void a_changed_archive_is_an_error_or_arrays(void **state)
{
    (void)state;
    t_each("npz", check_changes);
    t_each("deflated", check_changes);
}

static void check_prefixes(t_case *c)
{
    for (size_t size = 0; size < c->size; size++) {
        unsigned char *copy = t_copy(c->file, size);
        ss_named_arrays found;
        ss_diag diag = {0};

        assert_int_equal(ss_npz_read(copy, size, 0, &found, &diag), SS_ERR_IO);
        assert_int_equal(diag.code, SS_ERR_IO);
        free(copy);
    }
}

static void an_archive_that_ends_early_is_refused(void **state)
{
    (void)state;
    t_each("npz", check_prefixes);
    t_each("deflated", check_prefixes);
}

static void check_limit(t_case *c)
{
    ss_named_arrays found;

    if (c->count == 0)
        return;
    assert_int_equal(ss_npz_read(c->file, c->size, 100, &found, NULL),
                     SS_ERR_MEMORY);
}

static void more_than_the_limit_is_refused(void **state)
{
    (void)state;
    t_each("npz", check_limit);
    t_each("deflated", check_limit);
}

static void wrong_names_are_refused(void **state)
{
    double x[1] = {1};
    ss_named_array named = {"\xff",
                            ss_array_borrow(SS_FLOAT64, 1, (size_t[]){1}, x)};
    ss_named_array twice[2] = {named, named};
    ss_named_arrays found;
    ss_text out = {0};

    (void)state;
    assert_int_equal(ss_npz_write(&named, 1, NULL, NULL, t_gather, &out),
                     SS_ERR_ARGUMENT);
    twice[0].name = twice[1].name = "x";
    assert_int_equal(ss_npz_write(twice, 2, NULL, NULL, t_gather, &out), SS_OK);
    assert_int_equal(ss_npz_read(out.data, out.size, 0, &found, NULL),
                     SS_ERR_IO);
    ss_text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numpys_archives_are_written_and_read),
        cmocka_unit_test(compressed_archives_are_read),
        cmocka_unit_test(a_compressor_is_the_callers),
        cmocka_unit_test(a_changed_archive_is_an_error_or_arrays),
        cmocka_unit_test(an_archive_that_ends_early_is_refused),
        cmocka_unit_test(more_than_the_limit_is_refused),
        cmocka_unit_test(wrong_names_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
