/* SPDX-License-Identifier: MIT
 * Eight threads over eight states get what one thread gets: nothing is shared.
 * Built with -fsanitize=thread it also says whether that is so.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <pthread.h>
#include <sameseed/sameseed.h>
#include <string.h>

enum { THREADS = 8, VALUES = 20000 };

typedef struct work {
    uint32_t seed;
    double normal[VALUES], gamma[VALUES], uniform[VALUES];
    int64_t poisson[VALUES], order[VALUES];
} work;

static void *draw(void *arg)
{
    work *w = arg;
    ss_numpy_randomstate rs;
    ss_numpy_generator g;
    ss_seed_sequence sequence;

    ss_numpy_randomstate_seed(&rs, w->seed);
    ss_numpy_standard_normal_fill(&rs, w->normal, VALUES);
    ss_numpy_poisson_fill(&rs, 12.0, w->poisson, VALUES);
    ss_seed_sequence_init_u64(&sequence, w->seed);
    memset(&g, 0, sizeof g);
    ss_bitgen_seed_sequence(&g.bitgen, (ss_bitgen_kind)(w->seed % 5),
                            &sequence);
    ss_numpy_generator_gamma_fill(&g, 2.0, 1.5, w->gamma, VALUES);
    ss_numpy_generator_random_fill(&g, w->uniform, VALUES);
    ss_numpy_generator_permutation_fill(&g, w->order, VALUES);
    return NULL;
}

static void threads_share_nothing(void **state)
{
    static work alone[THREADS], together[THREADS];
    pthread_t threads[THREADS];

    (void)state;
    for (uint32_t i = 0; i < THREADS; i++) {
        alone[i].seed = together[i].seed = i;
        assert_int_equal(pthread_create(&threads[i], NULL, draw, &together[i]),
                         0);
    }
    for (uint32_t i = 0; i < THREADS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    for (uint32_t i = 0; i < THREADS; i++) {
        draw(&alone[i]);
        assert_memory_equal(&alone[i], &together[i], sizeof alone[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_share_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
