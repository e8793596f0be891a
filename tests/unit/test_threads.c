/* SPDX-License-Identifier: MIT
 * One state a thread: what eight threads draw at once is what one draws. The
 * processor probe and LAPACK are found by whoever comes first. `make tsan`
 * runs this under ThreadSanitizer.
 */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/sameseed.h>

#define THREADS 8
#define VALUES 3000

typedef struct job {
    uint32_t seed;
    double legacy[VALUES], normal[VALUES], vectors[6];
    float torch[VALUES];
    ss_status status;
} job;

static void *draw_all(void *argument)
{
    static const double mean[2] = {0, 1}, cov[4] = {2, 0.5, 0.5, 1};
    job *j = argument;
    ss_numpy_randomstate rs;
    ss_torch_generator g;
    bool psd = false;

    ss_numpy_randomstate_seed(&rs, j->seed);
    ss_numpy_random_sample_fill(&rs, j->legacy, VALUES);
    ss_numpy_standard_normal_fill(&rs, j->normal, VALUES);
    j->status = ss_numpy_multivariate_normal_fill(&rs, mean, cov, 2, 1e-8, &psd,
                                                  j->vectors, 3);
    ss_torch_manual_seed(&g, j->seed);
    ss_torch_randn_f32_fill(&g, j->torch, VALUES);
    return NULL;
}

static void threads_draw_what_one_draws(void **unused)
{
    static job alone[THREADS], together[THREADS];
    pthread_t threads[THREADS];

    (void)unused;
    for (uint32_t i = 0; i < THREADS; i++) {
        together[i].seed = alone[i].seed = 23 + i;
        assert_int_equal(
            pthread_create(&threads[i], NULL, draw_all, &together[i]), 0);
    }
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    for (int i = 0; i < THREADS; i++) {
        draw_all(&alone[i]);
        assert_memory_equal(&alone[i], &together[i], sizeof alone[i]);
    }
}

/* --- one state, whose owner locks it --- */
typedef struct shared {
    pthread_mutex_t lock;
    ss_numpy_randomstate rs;
    uint64_t sum;
} shared;

static void *draw_shared(void *argument)
{
    shared *s = argument;
    int64_t values[16];

    for (int round = 0; round < 200; round++) {
        pthread_mutex_lock(&s->lock);
        if (ss_numpy_randint_fill(&s->rs, SS_INT64, 0, 999999, values, 16)
            == SS_OK)
            for (int i = 0; i < 16; i++)
                s->sum += (uint64_t)values[i];
        pthread_mutex_unlock(&s->lock);
    }
    return NULL;
}

static void a_locked_state_loses_nothing(void **unused)
{
    static shared together, alone;
    pthread_t threads[THREADS];

    (void)unused;
    pthread_mutex_init(&together.lock, NULL);
    pthread_mutex_init(&alone.lock, NULL);
    ss_numpy_randomstate_seed(&together.rs, 5);
    ss_numpy_randomstate_seed(&alone.rs, 5);
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(
            pthread_create(&threads[i], NULL, draw_shared, &together), 0);
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    for (int i = 0; i < THREADS; i++)
        draw_shared(&alone);
    assert_true(together.sum == alone.sum);
    assert_memory_equal(&together.rs, &alone.rs, sizeof alone.rs);
    pthread_mutex_destroy(&together.lock);
    pthread_mutex_destroy(&alone.lock);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_draw_what_one_draws),
        cmocka_unit_test(a_locked_state_loses_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
