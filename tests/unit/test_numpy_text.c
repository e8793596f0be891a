/* SPDX-License-Identifier: MIT
 * NumPy's text of arrays and scalars: every golden line, views with strides,
 * elements that the caller prints, and what is refused.
 */
#include "unit/text_vectors.h"

#include "text/buffer.h"

static ss_numpy_print_options options_of(const char *text)
{
    ss_numpy_print_options o = {
        .precision = t_number(text, "precision"),
        .threshold = t_number(text, "threshold"),
        .edgeitems = t_number(text, "edgeitems"),
        .linewidth = t_number(text, "linewidth"),
        .suppress = t_number(text, "suppress") != 0,
        .sign = (char)t_number(text, "sign"),
        .floatmode = (ss_numpy_floatmode)t_number(text, "floatmode"),
        .legacy = (int32_t)t_number(text, "legacy"),
    };

    if (t_option(text, "nanstr") != NULL) /* the vectors know one pair */
        o.nanstr = "NA";
    if (t_option(text, "infstr") != NULL)
        o.infstr = "infinity";
    return o;
}

static void golden_arrays(void **state)
{
    static t_file f;
    char *field[6];
    ss_text text = {0};
    ss_status status;

    (void)state;
    t_open(&f, "numpy");
    while (t_next(&f, field, 6)) {
        ss_array array = t_array(field[1], field[2], field[4]);
        ss_numpy_print_options o = options_of(field[3]);

        ssi_text_cut(&text, 0);
        t_unescape(field[5]);
        status = strcmp(field[0], "repr") == 0
                     ? ss_numpy_repr(&array, &o, &text)
                     : ss_numpy_text(&array, &o, &text);
        t_same_text(&f, field[0], status, &text, field[5]);
        ss_array_free(&array);
    }
    ss_text_free(&text);
}

static void golden_scalars(void **state)
{
    static t_file f;
    char *field[5];
    ss_text text = {0};
    ss_status status;

    (void)state;
    t_open(&f, "scalars");
    while (t_next(&f, field, 5)) {
        ss_array array = t_array(field[1], "1", field[3]);
        int32_t legacy = (int32_t)t_number(field[2], "legacy");

        ssi_text_cut(&text, 0);
        t_unescape(field[4]);
        if (strcmp(field[0], "repr") == 0)
            status = ss_numpy_scalar_repr_legacy(array.dtype, array.data,
                                                 array.itemsize, legacy, &text);
        else
            status = ss_numpy_scalar_text_legacy(array.dtype, array.data,
                                                 array.itemsize, legacy, &text);
        t_same_text(&f, field[0], status, &text, field[4]);
        ss_array_free(&array);
    }
    ss_text_free(&text);
}

static void options_may_be_missing(void **state)
{
    double x[] = {0.5, 1.25, -3};
    size_t shape[] = {3};
    ss_array a = ss_array_borrow(SS_FLOAT64, 1, shape, x);
    ss_text text = {0};

    (void)state;
    assert_int_equal(ss_text_append(&text, "x = ", 4), SS_OK);
    assert_int_equal(ss_numpy_text(&a, NULL, &text), SS_OK);
    assert_string_equal(text.data, "x = [ 0.5   1.25 -3.  ]");
    ss_text_free(&text);
    assert_null(text.data);
    assert_int_equal(ss_numpy_repr(&a, NULL, &text), SS_OK);
    assert_string_equal(text.data, "array([ 0.5 ,  1.25, -3.  ])");
    ss_text_free(&text);
}

static void strides_are_followed(void **state)
{
    int32_t x[] = {0, 1, 2, 3, 4, 5};
    size_t shape[] = {2, 3};
    ss_array a = ss_array_borrow(SS_INT32, 2, shape, x);
    ss_text text = {0};

    (void)state;
    a.shape[0] = 3; /* transposed, backwards along its first axis */
    a.shape[1] = 2;
    a.strides[0] = -4;
    a.strides[1] = 12;
    a.data = x + 2;
    assert_int_equal(ss_numpy_text(&a, NULL, &text), SS_OK);
    assert_string_equal(text.data, "[[2 5]\n [1 4]\n [0 3]]");
    ss_text_free(&text);
}

/* Counts what it prints, and fails at one element. */
typedef struct printing {
    int calls, fail_at;
} printing;

static ss_status print_element(void *context, ss_dtype dtype, const void *item,
                               size_t itemsize, ss_text *out)
{
    printing *p = context;
    const char *word = dtype == SS_OBJECT ? *(const char *const *)item : "E";

    assert_true(itemsize > 0);
    if (++p->calls == p->fail_at)
        return SS_ERR_EXCEPTION;
    return ss_text_append(out, word, strlen(word));
}

static void callers_print_elements(void **state)
{
    const char *words[] = {"None", "array([1.,\n       2.])", "'x'"};
    int64_t numbers[] = {1, 2, 3};
    size_t shape[] = {3};
    ss_array objects = ss_array_borrow(SS_OBJECT, 1, shape, words);
    ss_array ints = ss_array_borrow(SS_INT64, 1, shape, numbers);
    printing p = {0};
    ss_numpy_print_options o = {.element = print_element, .context = &p};
    ss_text text = {0};

    (void)state;
    assert_int_equal(ss_numpy_text(&objects, &o, &text), SS_OK);
    assert_string_equal(text.data, "[None array([1.,\n"
                                   "             2.]) 'x']");
    ssi_text_cut(&text, 0);
    assert_int_equal(ss_numpy_text(&ints, &o, &text), SS_OK);
    assert_string_equal(text.data, "[1 2 3]");
    o.formatter = SS_FORMATTER_INT;
    ssi_text_cut(&text, 0);
    assert_int_equal(ss_numpy_text(&ints, &o, &text), SS_OK);
    assert_string_equal(text.data, "[E E E]");
    p = (printing){.fail_at = 2};
    assert_int_equal(ss_numpy_repr(&ints, &o, &text), SS_ERR_EXCEPTION);
    assert_string_equal(text.data, "[E E E]");
    ss_text_free(&text);
}

static void refused(void **state)
{
    uint32_t surrogate[] = {0xd800};
    uint16_t brain[] = {0x3f80};
    void *object[] = {NULL};
    size_t shape[] = {1};
    ss_text text = {0};
    ss_array a = ss_array_borrow(SS_BFLOAT16, 1, shape, brain);

    (void)state;
    assert_int_equal(ss_text_append(&text, "kept", 4), SS_OK);
    assert_int_equal(ss_numpy_repr(&a, NULL, &text), SS_ERR_DTYPE);
    a = ss_array_borrow(SS_OBJECT, 1, shape, object);
    assert_int_equal(ss_numpy_text(&a, NULL, &text), SS_ERR_DTYPE);
    assert_int_equal(ss_numpy_scalar_text(SS_STR, surrogate, 4, &text),
                     SS_ERR_ARGUMENT);
    surrogate[0] = 0x110000;
    assert_int_equal(ss_numpy_scalar_repr(SS_STR, surrogate, 4, &text),
                     SS_ERR_ARGUMENT);
    assert_int_equal(ss_numpy_scalar_repr(SS_OBJECT, object, 8, &text),
                     SS_ERR_DTYPE);
    assert_string_equal(text.data, "kept");
    ss_text_free(&text);
}

/* Ten times the elements take ten times the time: a million must be quick. */
static void long_arrays_are_printed_whole(void **state)
{
    size_t shape[] = {1000000};
    ss_array a;
    ss_text text = {0};
    ss_numpy_print_options o = {.threshold = SS_PRINT_UNLIMITED};

    (void)state;
    assert_int_equal(ss_array_new(&a, SS_FLOAT64, 0, 1, shape), SS_OK);
    for (size_t i = 0; i < shape[0]; i++)
        ((double *)a.data)[i] = (double)i / 1024 / 1024;
    assert_int_equal(ss_numpy_text(&a, &o, &text), SS_OK);
    assert_memory_equal(text.data, "[0.00000000e+00 9.53674316e-07 ", 31);
    assert_memory_equal(text.data + text.size - 16, " 9.53673363e-01]", 16);
    ss_text_free(&text);
    ss_array_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_arrays),
        cmocka_unit_test(golden_scalars),
        cmocka_unit_test(options_may_be_missing),
        cmocka_unit_test(strides_are_followed),
        cmocka_unit_test(callers_print_elements),
        cmocka_unit_test(refused),
        cmocka_unit_test(long_arrays_are_printed_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
