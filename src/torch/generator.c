/* SPDX-License-Identifier: MIT
 * torch.Generator: seeding and the words.
 * Learned from: ATen/core/MT19937RNGEngine.h and aten/src/ATen/
 * CPUGeneratorImpl.cpp, 2.13.
 */
#include "torch/draw.h"

#include <string.h>

#include <sameseed/cpu.h>
#include <sameseed/seed.h>

void ss_torch_manual_seed(ss_torch_generator *g, uint64_t seed)
{
    ss_mt19937 mt;

    ss_mt19937_seed(&mt, (uint32_t)seed);
    memset(g, 0, sizeof *g); /* the kept normals go */
    memcpy(g->key, mt.key, sizeof g->key);
    g->initial_seed = seed;
    g->left = 1; /* the first draw twists; NumPy's pos is then 624, not 0 */
    g->seeded = 1;
    g->capability = SS_TORCH_AVX2;
}

void ss_torch_reseed(ss_torch_generator *g, uint64_t seed)
{
    ss_torch_capability capability = g->capability;
    ss_torch_release release = g->release;

    ss_torch_manual_seed(g, seed);
    g->capability = capability;
    g->release = release;
}

void ss_torch_generator_init(ss_torch_generator *g)
{
    ss_torch_manual_seed(g, SS_TORCH_DEFAULT_SEED);
}

ss_status ss_torch_seed(ss_torch_generator *g, uint64_t *seed)
{
    uint64_t drawn;
    ss_status status = ss_entropy_fill(&drawn, sizeof drawn);

    if (status != SS_OK)
        return status;
    ss_torch_reseed(g, drawn);
    *seed = drawn;
    return SS_OK;
}

void ssi_torch_twist(ss_torch_generator *g)
{
    ssi_mt19937_select(ss_cpu_features())->twist(g->key);
    g->left = SS_MT19937_N;
    g->next = 0;
}

void ssi_torch_words(ss_torch_generator *g, uint32_t *words, size_t n)
{
    const ssi_mt19937_kernels *kernels = ssi_mt19937_select(ss_cpu_features());

    while (n > 0) {
        size_t have, take;
        if (g->left == 1) {
            kernels->twist(g->key);
            g->left = SS_MT19937_N + 1; /* one is drawn below */
            g->next = 0;
        }
        have = (size_t)g->left - 1;
        take = n < have ? n : have;
        kernels->temper(g->key + g->next, words, take);
        g->next += (uint32_t)take;
        g->left -= (int32_t)take;
        words += take;
        n -= take;
    }
}

uint32_t ss_torch_next_u32(ss_torch_generator *g)
{
    return ssi_torch_u32(g);
}

uint64_t ss_torch_next_u64(ss_torch_generator *g)
{
    return ssi_torch_u64(g);
}

void ss_torch_fill_u32(ss_torch_generator *g, uint32_t *words, size_t n)
{
    ssi_torch_words(g, words, n);
}

void ssi_torch_u24_fill(ss_torch_generator *g, float *out, size_t n)
{
    uint32_t words[SSI_TORCH_WORDS];

    while (n > 0) {
        size_t take = n < SSI_TORCH_WORDS ? n : SSI_TORCH_WORDS;
        ssi_torch_words(g, words, take);
        for (size_t i = 0; i < take; i++)
            out[i] = ssi_torch_to_u24(words[i]);
        out += take;
        n -= take;
    }
}

void ssi_torch_u53_fill(ss_torch_generator *g, double *out, size_t n)
{
    uint32_t words[SSI_TORCH_WORDS];

    while (n > 0) {
        size_t take = n < SSI_TORCH_DOUBLES ? n : SSI_TORCH_DOUBLES;
        ssi_torch_words(g, words, 2 * take);
        for (size_t i = 0; i < take; i++)
            out[i] = ssi_torch_to_u53(words[2 * i], words[2 * i + 1]);
        out += take;
        n -= take;
    }
}
