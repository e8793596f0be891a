/* SPDX-License-Identifier: MIT
 * The functions of math/glibc.h against the host's C library, at length.
 *
 * usage: long_math [COUNT [FUNCTION...]]
 *
 * COUNT random arguments (10^8 unless given) of each function of doubles, a
 * fifth of them from each range; each function of one float on all 2^32. The
 * host must be the library that is imitated. Exit 0: all equal, 1: not.
 */
#include <inttypes.h>

#include <sameseed/cpu.h>

#include "math_functions.h"

static uint64_t every_float(const struct math_entry *entry, double *x)
{
    uint64_t different = 0;
    uint32_t bits = 0;

    do {
        double a = ssi_float(bits);

        if (!math_same(entry->ours(a, 0), entry->host(a, 0)) && !different++)
            *x = a;
    } while (++bits);
    return different;
}

static bool run(const struct math_entry *entry, uint64_t count)
{
    uint64_t different = 0;
    double x = 0, y = 0;

    if (entry->is_float && strcmp(entry->name, "powf") != 0) {
        count = UINT64_C(1) << 32;
        different = every_float(entry, &x);
    } else {
        for (int r = 0; r < MATH_RANGES && !different; r++)
            different =
                math_differences(entry, r, count / MATH_RANGES,
                                 UINT64_C(0x5eed) + (uint64_t)r, &x, &y);
    }
    printf("%s: %" PRIu64 " arguments, %" PRIu64 " differ\n", entry->name,
           count, different);
    if (different)
        printf("%s(%a, %a): %a, not %a\n", entry->name, x, y, entry->ours(x, y),
               entry->host(x, y));
    fflush(stdout);
    return !different;
}

static bool is_asked_for(const char *name, int argc, char **argv)
{
    for (int i = 2; i < argc; i++)
        if (strcmp(argv[i], name) == 0)
            return true;
    return argc < 3;
}

int main(int argc, char **argv)
{
    uint64_t count = argc > 1 ? strtoull(argv[1], NULL, 10) : 100000000;
    bool good = true;

    for (size_t i = 0; i < MATH_COUNT; i++)
        if (is_asked_for(math_entries[i].name, argc, argv))
            good = run(&math_entries[i], count) && good;
    return good ? 0 : 1;
}
