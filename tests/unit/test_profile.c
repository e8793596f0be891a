/* SPDX-License-Identifier: MIT
 * Profiles: what is read, what is refused, and that refusal changes nothing.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/sameseed.h>

static ss_status parse(const char *text, ss_profile *profile, ss_diag *diag)
{
    return ss_profile_parse(text, strlen(text), profile, diag);
}

static void keys_are_set_and_others_stay(void **state)
{
    ss_profile p = {.cpu = SS_TORCH_AARCH64};

    (void)state;
    assert_int_equal(parse(" numpy = 1.26.4 , torch=2.13", &p, NULL), SS_OK);
    assert_int_equal(p.numpy, 12604);
    assert_int_equal(p.torch, 21300);
    assert_int_equal(p.cpu, SS_TORCH_AARCH64);
    assert_int_equal(parse("cpu=default,numpy=1.25", &p, NULL), SS_OK);
    assert_int_equal(p.numpy, 12502);
    assert_int_equal(p.cpu, SS_TORCH_DEFAULT);
    assert_int_equal(parse(" \t", &p, NULL), SS_OK);
    assert_int_equal(parse("cpu=avx2", &p, NULL), SS_OK);
    assert_int_equal(p.cpu, SS_TORCH_AVX2);
}

static void errors_say_where_and_change_nothing(void **state)
{
    static const struct {
        const char *text;
        ss_status code;
        size_t byte;
    } cases[] = {
        {"numpy=1.26.4,cpu=x", SS_ERR_TORCH_CPU, 17},
        {"numpy=1.2", SS_ERR_NUMPY_RELEASE, 6},
        {"cpu=default, torch = 1", SS_ERR_TORCH_RELEASE, 21},
        {"cpu=default,gpu=t4", SS_ERR_PROFILE_GPU, 12},
        {"cpu=default,CPU=avx2", SS_ERR_PROFILE_KEY, 12},
        {"cpu=default,cpu=avx2", SS_ERR_PROFILE_TWICE, 12},
        {"cpu=default,", SS_ERR_PROFILE, 11},
        {"cpu=default,,numpy=1.26", SS_ERR_PROFILE, 12},
        {"cpu", SS_ERR_PROFILE, 0},
    };
    char message[200];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ss_profile p = {1, 2, SS_TORCH_AARCH64};
        ss_diag d = {SS_OK, NULL, 999};

        assert_int_equal(parse(cases[i].text, &p, &d), cases[i].code);
        assert_int_equal(d.code, cases[i].code);
        assert_int_equal(d.byte, cases[i].byte);
        assert_true(p.numpy == 1 && p.torch == 2 && p.cpu == SS_TORCH_AARCH64);
        memset(message, 1, sizeof message);
        ss_profile_explain(cases[i].text, strlen(cases[i].text), &d, message,
                           sizeof message);
        assert_non_null(strstr(message, ss_status_message(d.code)));
        assert_true(strlen(ss_profile_choices(d.code)) > 0);
    }
    assert_string_equal(ss_profile_choices(SS_ERR_IO), "");
}

/* A byte of zero ends no value early. */
static void text_is_of_its_size(void **state)
{
    ss_profile p = {0};

    (void)state;
    assert_int_equal(ss_profile_parse("cpu=avx2\0x", 10, &p, NULL),
                     SS_ERR_TORCH_CPU);
    assert_int_equal(ss_profile_parse("cpu=default", 8, &p, NULL),
                     SS_ERR_TORCH_CPU);
    assert_int_equal(ss_profile_parse("cpu=avx2,numpy=9", 8, &p, NULL), SS_OK);
}

static void comments_count_at_the_head_only(void **state)
{
    static const char head[] = "#!/bin/x\n\n# sameseed: numpy=1.26.4\nimport x";
    static const char below[] = "1\n  # sameseed: cpu=avx2";
    ss_script_cell cells[2] = {{"a", head, sizeof head - 1},
                               {"b", below, sizeof below - 1}};
    ss_profile p = {0};
    ss_script_error e;

    (void)state;
    assert_int_equal(ss_script_profile(cells, 1, &p, &e), SS_OK);
    assert_int_equal(p.numpy, 12604);
    p.numpy = 7;
    assert_int_equal(ss_script_profile(cells, 2, &p, &e), SS_ERR_PROFILE_PLACE);
    assert_int_equal(p.numpy, 7);
    assert_true(e.cell == 1 && e.line == 2 && e.column == 1);
}

static int keep(void *context, const char *bytes, size_t size)
{
    strncat(context, bytes, size);
    return 0;
}

/* wald changed with NumPy 2.3.4, scalars' text with 2.0. */
static void sessions_draw_as_their_profile(void **state)
{
    static const char code[] = "rng = np.random.default_rng(3)\n"
                               "print([rng.wald(.5, 2), rng.integers(5)])";
    static const char *const want[] = {"[0.1875269187229187, np.int64(0)]\n",
                                       "[0.18752691872291866, 0]\n"};
    ss_script_cell cell = {"a", code, sizeof code - 1};

    (void)state;
    for (int old = 0; old < 2; old++) {
        char text[200] = "";
        ss_script_options options = {.preload = true,
                                     .write = keep,
                                     .context = text,
                                     .profile.numpy = old ? 12604 : 0};
        ss_session *session = ss_session_new(&options);

        assert_non_null(session);
        assert_int_equal(
            ss_session_run(session, &cell, 1, SS_SCRIPT_FILE, NULL), SS_OK);
        ss_session_free(session);
        assert_string_equal(text, want[old]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_set_and_others_stay),
        cmocka_unit_test(errors_say_where_and_change_nothing),
        cmocka_unit_test(text_is_of_its_size),
        cmocka_unit_test(comments_count_at_the_head_only),
        cmocka_unit_test(sessions_draw_as_their_profile),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
