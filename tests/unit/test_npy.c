/* SPDX-License-Identifier: MIT
 * .npy files: NumPy's bytes, read back, and what is no such file.
 */
#include "io_vectors.h"

static void check_npy(t_case *c)
{
    unsigned char *copy = t_copy(c->file, c->size);
    ss_text out = {0};
    ss_array array;

    assert_int_equal(ss_npy_write(&c->arrays[0].array, t_gather, &out), SS_OK);
    t_same_file(c, &out);
    assert_int_equal(ss_npy_read(copy, c->size, &array, NULL), SS_OK);
    t_same_array(c, &array, &c->arrays[0].array);
    ss_array_free(&array);
    ss_text_free(&out);
    free(copy);
}

static void numpys_files_are_written_and_read(void **state)
{
    (void)state;
    assert_true(t_each("npy", check_npy) > 100);
}

/* Each shorter file is refused: with the byte where it ends, or earlier. */
static void check_prefixes(t_case *c)
{
    if (c->size > 400)
        return;
    for (size_t size = 0; size < c->size; size++) {
        unsigned char *copy = t_copy(c->file, size);
        ss_array array = {.ndim = 77};
        ss_diag diag = {0};

        assert_int_equal(ss_npy_read(copy, size, &array, &diag), SS_ERR_IO);
        assert_int_equal(diag.code, SS_ERR_IO);
        assert_true(diag.byte <= size && diag.msg[0] != '\0');
        assert_int_equal(array.ndim, 77);
        free(copy);
    }
}

static void a_file_that_ends_early_is_refused(void **state)
{
    (void)state;
    assert_true(t_each("npy", check_prefixes) > 100);
}

/* A file of that dict and 64 bytes of elements. */
static ss_status read_dict(const char *dict, ss_array *array, ss_diag *diag)
{
    char file[1024] = "\x93NUMPY\1\0";
    size_t size = strlen(dict);

    file[8] = (char)size;
    memcpy(file + 10, dict, size);
    return ss_npy_read(file, 10 + size + 64, array, diag);
}

static void the_dict_is_read_in_any_order(void **state)
{
    static const char *const dicts[] = {
        "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 4), }",
        "{\"shape\":(2,4),\"descr\":\"<f8\",\"fortran_order\":True}",
        "{ 'fortran_order' : False , 'shape' : ( 2L , 4L ), 'descr':'=f8'}\n",
    };
    ss_array array;

    (void)state;
    for (int i = 0; i < 3; i++) {
        assert_int_equal(read_dict(dicts[i], &array, NULL), SS_OK);
        assert_int_equal(array.dtype, SS_FLOAT64);
        assert_int_equal(array.ndim, 2);
        assert_int_equal(array.shape[0], 2);
        assert_int_equal(array.shape[1], 4);
        assert_int_equal(array.strides[0], i == 1 ? 8 : 32);
        ss_array_free(&array);
    }
}

static void other_dicts_are_refused_with_their_byte(void **state)
{
    static const struct {
        const char *dict;
        ss_status status;
        size_t byte;
    } cases[] = {
        {"", SS_ERR_IO, 10},
        {"[]", SS_ERR_IO, 10},
        {"{'descr': '<f8', 'fortran_order': False}", SS_ERR_IO, 50},
        {"{'descr': '<f8', 'descr': '<f8'}", SS_ERR_IO, 27},
        {"{'descr': '>f8', 'fortran_order': False, 'shape': (1,)}",
         SS_ERR_DTYPE, 20},
        {"{'descr': '|O', 'fortran_order': False, 'shape': (1,)}", SS_ERR_DTYPE,
         20},
        {"{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,)}",
         SS_ERR_DTYPE, 20},
        {"{'descr': '<f3', 'fortran_order': False, 'shape': (1,)}",
         SS_ERR_DTYPE, 20},
        {"{'descr': '<U999999999999', 'fortran_order': False, 'shape': ()}",
         SS_ERR_DTYPE, 20},
        {"{'descr': '<f8', 'fortran_order': 0, 'shape': (1,)}", SS_ERR_IO, 44},
        {"{'descr': '<f8', 'fortran_order': False, 'shape': 8}", SS_ERR_IO, 60},
        {"{'descr': '<f8', 'fortran_order': False, 'shape': (-1,)}", SS_ERR_IO,
         61},
        {"{'descr': '<f8', 'fortran_order': False, 'shape': (8)}", SS_ERR_IO,
         62},
        {"{'descr': '<f8', 'fortran_order': False, 'shape': (9,)}", SS_ERR_IO,
         129},
        {"{'descr': '<f8', 'fortran_order': False, 'shape': "
         "(4611686018427387904, 4611686018427387904)}",
         SS_ERR_IO, 103},
        {"{'descr': '<f8', 'fortran_order': False, 'shape': (1,)} x", SS_ERR_IO,
         66},
        {"{'descr': '|S0', 'fortran_order': False, 'shape': (5,)}", SS_ERR_IO,
         65},
    };
    ss_array array;
    ss_diag diag;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ss_status status = read_dict(cases[i].dict, &array, &diag);

        if (status != cases[i].status || diag.byte != cases[i].byte)
            fail_msg("%s: status %d at byte %zu, not %d at %zu", cases[i].dict,
                     (int)status, diag.byte, (int)cases[i].status,
                     cases[i].byte);
    }
}

static int refuse(void *context, const char *bytes, size_t size)
{
    int *left = context;

    (void)bytes;
    (void)size;
    return --*left < 0;
}

static void a_write_that_fails_is_an_error(void **state)
{
    double x[2] = {1, 2};
    ss_array a = ss_array_borrow(SS_FLOAT64, 1, (size_t[]){2}, x);

    (void)state;
    for (int left = 0; left < 2; left++) {
        int n = left;

        assert_int_equal(ss_npy_write(&a, refuse, &n), SS_ERR_IO);
    }
}

static void numpys_missing_dtypes_are_refused(void **state)
{
    uint16_t half[2] = {0, 0};
    void *objects[2] = {NULL, NULL};
    ss_array a = ss_array_borrow(SS_BFLOAT16, 1, (size_t[]){2}, half);
    ss_array b = ss_array_borrow(SS_OBJECT, 1, (size_t[]){2}, objects);
    ss_text out = {0};

    (void)state;
    assert_int_equal(ss_npy_write(&a, t_gather, &out), SS_ERR_DTYPE);
    assert_int_equal(ss_npy_write(&b, t_gather, &out), SS_ERR_DTYPE);
    assert_int_equal(out.size, 0);
}

static void a_view_is_written_in_c_order(void **state)
{
    int32_t x[12], want[6] = {1, 3, 5, 7, 9, 11};
    size_t shape[] = {2, 3};
    ss_array a, back;
    ss_text out = {0};

    (void)state;
    for (int i = 0; i < 12; i++)
        x[i] = i;
    a = ss_array_borrow(SS_INT32, 2, shape, x + 1);
    a.strides[0] = 24;
    a.strides[1] = 8;
    assert_int_equal(ss_npy_write(&a, t_gather, &out), SS_OK);
    assert_int_equal(ss_npy_read(out.data, out.size, &back, NULL), SS_OK);
    assert_memory_equal(back.data, want, sizeof want);
    ss_array_free(&back);
    ss_text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numpys_files_are_written_and_read),
        cmocka_unit_test(a_file_that_ends_early_is_refused),
        cmocka_unit_test(the_dict_is_read_in_any_order),
        cmocka_unit_test(other_dicts_are_refused_with_their_byte),
        cmocka_unit_test(a_write_that_fails_is_an_error),
        cmocka_unit_test(numpys_missing_dtypes_are_refused),
        cmocka_unit_test(a_view_is_written_in_c_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
