/* SPDX-License-Identifier: MIT
 * Reading tests/vectors/torch/NAME.kat, whose lines are told in
 * tools/gen_vectors_torch.py.
 */
#ifndef TEST_TORCH_KAT_H
#define TEST_TORCH_KAT_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <sameseed/torch.h>

#include "bitgen/mt19937_kernels.h"

#define KAT_LINE 30000
#define KAT_ITEMS 1000

struct kat {
    FILE *file;
    char line[KAT_LINE], where[100];
    int number;
    const char *call;
    ss_dtype dtype;
    size_t n, arg_count, value_count;
    uint64_t args[KAT_ITEMS], values[KAT_ITEMS];
    const char *digest, *state_digest;
    int32_t left;
    uint32_t next;
    int32_t valid;
    uint64_t normal_y;
    ss_torch_generator g; /* before the call */
};

static inline void kat_open(struct kat *k, const char *name)
{
    char path[500];

    snprintf(path, sizeof path, "%s/vectors/torch/%s.kat", SS_TEST_DIR, name);
    k->file = fopen(path, "r");
    if (k->file == NULL)
        fail_msg("no %s", path);
    k->number = 0;
    snprintf(k->where, sizeof k->where, "%s.kat", name);
}

static inline ss_dtype kat_dtype(const char *name)
{
    for (int d = SS_BOOL; d <= SS_COMPLEX128; d++)
        if (strcmp(ss_dtype_name((ss_dtype)d), name) == 0)
            return (ss_dtype)d;
    fail_msg("no dtype %s", name);
    return SS_BOOL;
}

/* The key word that is handed out as y. */
static inline uint32_t kat_untemper(uint32_t y)
{
    uint32_t x;

    y ^= y >> 18;
    y ^= (y << 15) & 0xefc60000u;
    x = y;
    for (int i = 0; i < 4; i++)
        x = y ^ ((x << 7) & 0x9d2c5680u);
    y = x;
    for (int i = 0; i < 2; i++)
        x = y ^ (x >> 11);
    return x;
}

/* The next field; NULL at "|" and at the end. */
static inline char *kat_field(void)
{
    char *field = strtok(NULL, " \n");

    return field != NULL && strcmp(field, "|") == 0 ? NULL : field;
}

static inline size_t kat_numbers(uint64_t *items)
{
    size_t n = 0;
    char *field;

    while ((field = kat_field()) != NULL) {
        assert_true(n < KAT_ITEMS);
        items[n++] = strtoull(field, NULL, 16);
    }
    return n;
}

static inline void kat_generator(struct kat *k, const char *capability,
                                 uint64_t seed, int kept)
{
    char *field;
    float lost;

    memset(&k->g, 0, sizeof k->g);
    if (strcmp(capability, "default") == 0)
        k->g.capability = SS_TORCH_DEFAULT;
    ss_torch_reseed(&k->g, seed);
    for (uint32_t i = 1; (field = kat_field()) != NULL; i++) {
        k->g.left = SS_MT19937_N;
        k->g.next = 1;
        k->g.key[i] = kat_untemper((uint32_t)strtoul(field, NULL, 16));
    }
    if (kept)
        ss_torch_normal_f32_fill(&k->g, 0, 1, &lost, 1);
}

/* Read the next case. */
static inline bool kat_next(struct kat *k)
{
    const char *capability;
    uint64_t seed;
    int kept;

    do {
        if (fgets(k->line, sizeof k->line, k->file) == NULL) {
            fclose(k->file);
            return false;
        }
        k->number++;
    } while (k->line[0] == '#');
    assert_non_null(strchr(k->line, '\n'));
    k->call = strtok(k->line, " ");
    k->dtype = kat_dtype(kat_field());
    capability = kat_field();
    seed = strtoull(kat_field(), NULL, 10);
    kept = atoi(kat_field());
    k->n = strtoull(kat_field(), NULL, 10);
    kat_generator(k, capability, seed, kept);
    k->arg_count = kat_numbers(k->args);
    k->value_count = kat_numbers(k->values);
    k->left = atoi(kat_field());
    k->next = (uint32_t)atoi(kat_field());
    k->valid = atoi(kat_field());
    k->normal_y = strtoull(kat_field(), NULL, 16);
    k->digest = kat_field();
    k->state_digest = kat_field();
    return true;
}

static inline double kat_double(const struct kat *k, size_t i)
{
    double x;

    memcpy(&x, &k->args[i], sizeof x);
    return x;
}

/* Element i of an array of items of that size, and back. */
static inline uint64_t kat_get(const void *items, size_t itemsize, size_t i)
{
    uint16_t two;
    uint32_t four;
    uint64_t eight;
    const unsigned char *at = (const unsigned char *)items + i * itemsize;

    switch (itemsize) {
    case 1:
        return *at;
    case 2:
        memcpy(&two, at, 2);
        return two;
    case 4:
        memcpy(&four, at, 4);
        return four;
    default:
        memcpy(&eight, at, 8);
        return eight;
    }
}

static inline void kat_put(void *items, size_t itemsize, size_t i, uint64_t x)
{
    unsigned char *at = (unsigned char *)items + i * itemsize;
    uint16_t two = (uint16_t)x;
    uint32_t four = (uint32_t)x;

    if (itemsize == 1)
        *at = (unsigned char)x;
    else if (itemsize == 2)
        memcpy(at, &two, 2);
    else if (itemsize == 4)
        memcpy(at, &four, 4);
    else
        memcpy(at, &x, 8);
}

/* The arguments from the first on as elements of a tensor. */
static inline const void *kat_tensor(const struct kat *k, ss_dtype dtype,
                                     size_t first, size_t n, void *into)
{
    assert_true(first + n <= k->arg_count);
    for (size_t i = 0; i < n; i++)
        kat_put(into, ss_dtype_size(dtype), i, k->args[first + i]);
    return into;
}

static inline uint64_t kat_fnv(uint64_t hash, uint64_t item, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        hash = (hash ^ (item >> (8 * i) & 0xff)) * UINT64_C(0x100000001b3);
    return hash;
}

/* n items against the case's values and their digest. */
static inline void kat_compare(const struct kat *k, const void *out,
                               size_t itemsize, size_t n)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);

    for (size_t i = 0; i < n; i++) {
        uint64_t item = kat_get(out, itemsize, i);
        hash = kat_fnv(hash, item, itemsize);
        if (i < k->value_count && item != k->values[i])
            fail_msg("%s:%d: value %zu: %llx, not %llx", k->where, k->number, i,
                     (unsigned long long)item,
                     (unsigned long long)k->values[i]);
    }
    if (hash != strtoull(k->digest, NULL, 16))
        fail_msg("%s:%d: digest of the values", k->where, k->number);
}

/* The generator afterwards. */
static inline void kat_compare_state(const struct kat *k,
                                     const ss_torch_generator *g)
{
    uint8_t state[SS_TORCH_STATE_SIZE];
    uint64_t hash = UINT64_C(0xcbf29ce484222325), normal_y;

    memcpy(&normal_y, &g->normal_y, sizeof normal_y);
    if (g->left != k->left || g->next != k->next
        || g->normal_is_valid != k->valid || normal_y != k->normal_y)
        fail_msg("%s:%d: left %d, next %u, kept %d %llx", k->where, k->number,
                 (int)g->left, (unsigned)g->next, (int)g->normal_is_valid,
                 (unsigned long long)normal_y);
    ss_torch_get_state(g, state);
    for (size_t i = 0; i < sizeof state; i++)
        hash = kat_fnv(hash, state[i], 1);
    if (hash != strtoull(k->state_digest, NULL, 16))
        fail_msg("%s:%d: digest of the state", k->where, k->number);
}

#endif
