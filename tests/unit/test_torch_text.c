/* SPDX-License-Identifier: MIT
 * PyTorch's text of tensors: every golden line, suffixes, what is refused.
 */
#include "unit/text_vectors.h"

#include "text/buffer.h"

static void golden_tensors(void **state)
{
    static t_file f;
    char *field[6];
    ss_text text = {0};

    (void)state;
    t_open(&f, "torch");
    while (t_next(&f, field, 6)) {
        ss_array tensor = t_array(field[1], field[2], field[4]);
        ss_torch_print_options o = {
            .precision = t_number(field[3], "precision"),
            .threshold = t_number(field[3], "threshold"),
            .edgeitems = t_number(field[3], "edgeitems"),
            .linewidth = t_number(field[3], "linewidth"),
            .sci_mode = (ss_torch_sci_mode)t_number(field[3], "sci_mode"),
        };

        ssi_text_cut(&text, 0);
        t_unescape(field[5]);
        t_same_text(&f, field[0], ss_torch_text(&tensor, &o, &text), &text,
                    field[5]);
        ss_array_free(&tensor);
    }
    ss_text_free(&text);
}

static void the_default_dtype_is_not_shown(void **state)
{
    double x[] = {0.5, 2};
    size_t shape[] = {2};
    ss_array a = ss_array_borrow(SS_FLOAT64, 1, shape, x);
    ss_torch_print_options o = {.suffix = "requires_grad=True"};
    ss_text text = {0};

    (void)state;
    assert_int_equal(ss_torch_text(&a, NULL, &text), SS_OK);
    assert_string_equal(text.data,
                        "tensor([0.5000, 2.0000], dtype=torch.float64)");
    ssi_text_cut(&text, 0);
    o.default_dtype = SS_FLOAT64;
    assert_int_equal(ss_torch_text(&a, &o, &text), SS_OK);
    assert_string_equal(text.data,
                        "tensor([0.5000, 2.0000], requires_grad=True)");
    ss_text_free(&text);
}

static void types_without_tensors_are_refused(void **state)
{
    uint32_t letters[] = {'a'};
    size_t shape[] = {1};
    ss_array a = {.dtype = SS_STR, .ndim = 1, .itemsize = 4, .data = letters};
    ss_text text = {0};

    (void)state;
    a.shape[0] = shape[0];
    assert_int_equal(ss_torch_text(&a, NULL, &text), SS_ERR_DTYPE);
    assert_int_equal(text.size, 0);
    ss_text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_tensors),
        cmocka_unit_test(the_default_dtype_is_not_shown),
        cmocka_unit_test(types_without_tensors_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
