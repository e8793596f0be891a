/* SPDX-License-Identifier: MIT
 * .safetensors files: the package's bytes, read back, and broken headers.
 */
#include "io_vectors.h"

static const ss_named_array *find(const t_case *c, const char *name)
{
    for (size_t i = 0; i < c->count; i++)
        if (strcmp(c->arrays[i].name, name) == 0)
            return &c->arrays[i];
    fail_msg("files.kat:%d: nobody wrote '%s'", c->number, name);
    return NULL;
}

static void check_file(t_case *c)
{
    unsigned char *copy = t_copy(c->file, c->size);
    ss_named_arrays found;
    ss_text out = {0};

    assert_int_equal(
        ss_safetensors_write(c->arrays, c->count,
                             c->metadata_count ? c->metadata : NULL,
                             c->metadata_count, t_gather, &out),
        SS_OK);
    t_same_file(c, &out);
    assert_int_equal(ss_safetensors_read(copy, c->size, &found, NULL), SS_OK);
    assert_int_equal(found.count, c->count);
    for (size_t i = 0; i < found.count; i++)
        t_same_array(c, &found.items[i].array,
                     &find(c, found.items[i].name)->array);
    ss_named_arrays_free(&found);
    ss_text_free(&out);
    free(copy);
}

static void the_packages_files_are_written_and_read(void **state)
{
    (void)state;
    assert_int_equal(t_each("safetensors", check_file), 4);
}

static void check_prefixes(t_case *c)
{
    for (size_t size = 0; size < c->size; size++) {
        unsigned char *copy = t_copy(c->file, size);
        ss_named_arrays found;
        ss_diag diag = {0};

        assert_int_equal(ss_safetensors_read(copy, size, &found, &diag),
                         SS_ERR_IO);
        assert_true(diag.byte <= size && diag.msg[0] != '\0');
        free(copy);
    }
}

static void a_file_that_ends_early_is_refused(void **state)
{
    (void)state;
    t_each("safetensors", check_prefixes);
}

/* A file of that header and so many bytes of data. */
static ss_status read_header(const char *header, size_t bytes,
                             ss_named_arrays *found, ss_diag *diag)
{
    char file[1024] = {0};
    size_t size = strlen(header);

    file[0] = (char)(size & 0xff);
    file[1] = (char)(size >> 8);
    memcpy(file + 8, header, size);
    return ss_safetensors_read(file, 8 + size + bytes, found, diag);
}

#define U8(name, begin, end)                                                   \
    "\"" name "\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[" begin    \
    "," end "]}"

static void names_are_unescaped(void **state)
{
    ss_named_arrays found;

    (void)state;
    assert_int_equal(
        read_header("{\"__metadata__\":{\"a\":\"\\u00e9\"}, " U8(
                        "\\u00e9\\ud83d\\ude00\\n\\\\\\/\\\"", "0", "4") "}  ",
                    4, &found, NULL),
        SS_OK);
    assert_int_equal(found.count, 1);
    assert_string_equal(found.items[0].name, "é😀\n\\/\"");
    ss_named_arrays_free(&found);
}

static void broken_headers_are_refused_with_their_byte(void **state)
{
    static const struct {
        const char *header;
        size_t bytes;
        ss_status status;
        size_t byte;
    } cases[] = {
        {"", 0, SS_ERR_IO, 8},
        {" {}", 0, SS_ERR_IO, 8},
        {"{}", 1, SS_ERR_IO, 10},
        {"{} x", 0, SS_ERR_IO, 11},
        {"{" U8("a", "0", "4") "}", 3, SS_ERR_IO, 64},
        {"{" U8("a", "0", "4") "}", 5, SS_ERR_IO, 65},
        {"{" U8("a", "0", "5") "}", 5, SS_ERR_IO, 9},
        {"{" U8("a", "1", "5") "}", 5, SS_ERR_IO, 9},
        {"{" U8("a", "4", "0") "}", 4, SS_ERR_IO, 9},
        {"{" U8("a", "0", "4") "," U8("b", "2", "6") "}", 6, SS_ERR_IO, 61},
        {"{" U8("a", "0", "4") "," U8("b", "5", "9") "}", 9, SS_ERR_IO, 61},
        {"{" U8("a", "0", "4") "," U8("a", "4", "8") "}", 8, SS_ERR_IO, 0},
        {"{" U8("a", "0", "-4") "}", 4, SS_ERR_IO, 57},
        {"{" U8("a", "0", "99999999999999999999") "}", 4, SS_ERR_IO, 75},
        {"{" U8("\\u0000", "0", "4") "}", 4, SS_ERR_IO, 16},
        {"{" U8("\\ud83d", "0", "4") "}", 4, SS_ERR_IO, 16},
        {"{" U8("\xff", "0", "4") "}", 4, SS_ERR_IO, 12},
        {"{\"a\":{\"dtype\":\"F8_E4M3\",\"shape\":[],\"data_offsets\":[0,1]}}",
         1, SS_ERR_DTYPE, 22},
        {"{\"a\":{\"dtype\":\"U8\",\"shape\":[]}}", 1, SS_ERR_IO, 38},
        {"{\"a\":{\"dtype\":\"U8\",\"dtype\":\"U8\"}}", 1, SS_ERR_IO, 27},
        {"{\"a\\", 0, SS_ERR_IO, 12},
        {"{\"a\\x\"", 0, SS_ERR_IO, 12},
        {"{\"__metadata__\":{\"a\":1}}", 0, SS_ERR_IO, 29},
    };
    ss_named_arrays found;
    ss_diag diag;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ss_status status;

        diag = (ss_diag){SS_OK, "", 0};
        status = read_header(cases[i].header, cases[i].bytes, &found, &diag);
        if (status != cases[i].status || diag.byte != cases[i].byte)
            fail_msg("%s: status %d at byte %zu (%s), not %d at %zu",
                     cases[i].header, (int)status, diag.byte, diag.msg,
                     (int)cases[i].status, cases[i].byte);
    }
}

static void what_the_format_lacks_is_refused(void **state)
{
    double x[2] = {0, 0};
    ss_named_array a[2] = {
        {"a", ss_array_borrow(SS_COMPLEX128, 1, (size_t[]){1}, x)},
        {"a", ss_array_borrow(SS_FLOAT64, 1, (size_t[]){1}, x)}};
    ss_text out = {0};

    (void)state;
    assert_int_equal(ss_safetensors_write(a, 1, NULL, 0, t_gather, &out),
                     SS_ERR_DTYPE);
    a[0].array = a[1].array;
    assert_int_equal(ss_safetensors_write(a, 2, NULL, 0, t_gather, &out),
                     SS_ERR_ARGUMENT);
    a[0].name = "__metadata__";
    assert_int_equal(ss_safetensors_write(a, 2, NULL, 0, t_gather, &out),
                     SS_ERR_ARGUMENT);
    a[0].name = "\xc0\x80";
    assert_int_equal(ss_safetensors_write(a, 2, NULL, 0, t_gather, &out),
                     SS_ERR_ARGUMENT);
    assert_int_equal(out.size, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_packages_files_are_written_and_read),
        cmocka_unit_test(a_file_that_ends_early_is_refused),
        cmocka_unit_test(names_are_unescaped),
        cmocka_unit_test(broken_headers_are_refused_with_their_byte),
        cmocka_unit_test(what_the_format_lacks_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
