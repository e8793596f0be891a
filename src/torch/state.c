/* SPDX-License-Identifier: MIT
 * torch.get_rng_state() and set_rng_state(): the image of 5056 bytes.
 * Learned from: aten/src/ATen/CPUGeneratorImpl.cpp, 2.13; each byte of the
 * image was changed in turn to see what comes back.
 *
 *    0 u64      initial seed           5024 f64  the kept normal, or 0
 *    8 i32      left                   5032 f64  0
 *   12 i32      seeded                 5040 i32  a normal is kept
 *   16 u64      next                   5048 f32  kept float normal, or 0
 *   24 u64[624] key                    5052 u8   a float normal is kept
 * 5016 f64      0                      the rest  0
 */
#include "torch/draw.h"

#include <string.h>

enum {
    AT_LEFT = 8,
    AT_SEEDED = 12,
    AT_NEXT = 16,
    AT_KEY = 24,
    AT_NORMAL_Y = 5024,
    AT_NORMAL_VALID = 5040,
    AT_FLOAT = 5048,
    AT_FLOAT_VALID = 5052
};

static void put32(uint8_t *bytes, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        bytes[i] = (uint8_t)(value >> (8 * i));
}

static void put64(uint8_t *bytes, uint64_t value)
{
    put32(bytes, (uint32_t)value);
    put32(bytes + 4, (uint32_t)(value >> 32));
}

static uint32_t get32(const uint8_t *bytes)
{
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16
           | (uint32_t)bytes[3] << 24;
}

static uint64_t get64(const uint8_t *bytes)
{
    return get32(bytes) | (uint64_t)get32(bytes + 4) << 32;
}

void ss_torch_get_state(const ss_torch_generator *g,
                        uint8_t state[SS_TORCH_STATE_SIZE])
{
    memset(state, 0, SS_TORCH_STATE_SIZE);
    put64(state, g->initial_seed);
    put32(state + AT_LEFT, (uint32_t)g->left);
    put32(state + AT_SEEDED, g->seeded != 0);
    put64(state + AT_NEXT, g->next);
    for (size_t i = 0; i < SS_MT19937_N; i++)
        put64(state + AT_KEY + 8 * i, g->key[i]);
    if (g->normal_is_valid) {
        uint64_t bits;
        memcpy(&bits, &g->normal_y, sizeof bits);
        put64(state + AT_NORMAL_Y, bits);
        put32(state + AT_NORMAL_VALID, 1);
    }
    if (g->next_float_normal_is_valid) {
        uint32_t bits;
        memcpy(&bits, &g->next_float_normal, sizeof bits);
        put32(state + AT_FLOAT, bits);
        state[AT_FLOAT_VALID] = 1;
    }
}

/* PyTorch lets left and next disagree. With fewer words left than next says
 * it twists early, and so do we; with more it would read beyond the key. */
static ss_status check_counters(const uint8_t *state)
{
    uint32_t left = get32(state + AT_LEFT);
    uint32_t next = get32(state + AT_NEXT); /* the upper half is dropped */

    if (get32(state + AT_SEEDED) == 0 || left < 1 || left > SS_MT19937_N
        || next > SS_MT19937_N || next + left > SS_MT19937_N + 1)
        return SS_ERR_TORCH_STATE;
    return SS_OK;
}

ss_status ss_torch_set_state(ss_torch_generator *g, const uint8_t *state,
                             size_t size)
{
    if (size != SS_TORCH_STATE_SIZE)
        return SS_ERR_TORCH_STATE_SIZE;
    if (check_counters(state) != SS_OK)
        return SS_ERR_TORCH_STATE;
    g->initial_seed = get64(state);
    g->left = (int32_t)get32(state + AT_LEFT);
    g->seeded = 1;
    g->next = get32(state + AT_NEXT);
    for (size_t i = 0; i < SS_MT19937_N; i++)
        g->key[i] = get32(state + AT_KEY + 8 * i);
    g->normal_x = g->normal_y = g->normal_rho = 0;
    g->next_float_normal = 0;
    g->normal_is_valid = get32(state + AT_NORMAL_VALID) != 0;
    g->next_float_normal_is_valid = state[AT_FLOAT_VALID] != 0;
    if (g->normal_is_valid) {
        uint64_t bits = get64(state + AT_NORMAL_Y);
        memcpy(&g->normal_y, &bits, sizeof bits);
    }
    if (g->next_float_normal_is_valid) {
        uint32_t bits = get32(state + AT_FLOAT);
        memcpy(&g->next_float_normal, &bits, sizeof bits);
    }
    return SS_OK;
}
