/* SPDX-License-Identifier: MIT
 * What NumPy's random has had since when.
 * Learned from: dir() of the releases, and the notes on what they added.
 */
#include <sameseed/numpy_release.h>

#include <string.h>

/* In brackets: a parameter, or a kind of argument. */
static const struct addition {
    ss_numpy_release since;
    const char *name;
} additions[] = {
    {11700, "Generator"},
    {11700, "MT19937"},
    {11700, "PCG64"},
    {11700, "Philox"},
    {11700, "RandomState(bit_generator)"},
    {11700, "RandomState.get_state(legacy)"},
    {11700, "RandomState.randint(array)"},
    {11700, "RandomState.random"},
    {11700, "SFC64"},
    {11700, "SeedSequence"},
    {11700, "default_rng"},
    {11800, "BitGenerator"},
    {11800, "Generator.multivariate_hypergeometric"},
    {11800, "Generator.multivariate_normal(method)"},
    {11800, "Generator.permutation(axis)"},
    {11800, "Generator.shuffle(axis)"},
    {12000, "Generator.permuted"},
    {12100, "PCG64DXSM"},
    {12200, "Generator.multinomial(rows)"},
    {12400, "get_bit_generator"},
    {12400, "set_bit_generator"},
    {12500, "BitGenerator.seed_seq"},
    {12500, "BitGenerator.spawn"},
    {12500, "Generator.dirichlet(0)"},
    {12500, "Generator.spawn"},
    {12500, "MT19937.seed_seq"},
    {12500, "MT19937.spawn"},
    {12500, "PCG64.seed_seq"},
    {12500, "PCG64.spawn"},
    {12500, "PCG64DXSM.seed_seq"},
    {12500, "PCG64DXSM.spawn"},
    {12500, "Philox.seed_seq"},
    {12500, "Philox.spawn"},
    {12500, "SFC64.seed_seq"},
    {12500, "SFC64.spawn"},
    {20200, "default_rng(RandomState)"},
};

/* Since when there is what the first length characters name; 0: always. */
static ss_numpy_release since(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof additions / sizeof *additions; i++)
        if (strlen(additions[i].name) == length
            && memcmp(additions[i].name, name, length) == 0)
            return additions[i].since;
    return 0;
}

bool ss_numpy_release_has(ss_numpy_release release, const char *name)
{
    if (release == 0)
        return true;
    /* the whole name, then what its parameter and its member belong to */
    return release >= since(name, strlen(name))
           && release >= since(name, strcspn(name, "("))
           && release >= since(name, strcspn(name, ".("));
}
