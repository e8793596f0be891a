/* SPDX-License-Identifier: MIT
 * The functions of math/glibc.h beside those of the host, over the arguments
 * that streams use and over all bits: for test_math_glibc.c and long_math.c.
 */
#ifndef TEST_MATH_FUNCTIONS_H
#define TEST_MATH_FUNCTIONS_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "math/bits.h"
#include "math/glibc.h"

#define MATH_RANGES 5

typedef double (*math_function)(double x, double y);

/* Uniform arguments between two bounds; equal bounds: any bits. */
struct math_range {
    double x0, x1, y0, y1;
};

struct math_entry {
    const char *name;
    math_function ours, host;
    bool is_float;
    struct math_range ranges[MATH_RANGES];
};

#define MATH_ONE(name)                                                         \
    static double ours_##name(double x, double y)                              \
    {                                                                          \
        (void)y;                                                               \
        return ssi_glibc_##name(x);                                            \
    }                                                                          \
    static double host_##name(double x, double y)                              \
    {                                                                          \
        (void)y;                                                               \
        return name(x);                                                        \
    }
#define MATH_ONE_FLOAT(name)                                                   \
    static double ours_##name(double x, double y)                              \
    {                                                                          \
        (void)y;                                                               \
        return ssi_glibc_##name((float)x);                                     \
    }                                                                          \
    static double host_##name(double x, double y)                              \
    {                                                                          \
        (void)y;                                                               \
        return name((float)x);                                                 \
    }

MATH_ONE(log)
MATH_ONE(log1p)
MATH_ONE(exp)
MATH_ONE(expm1)
MATH_ONE(sin)
MATH_ONE(cos)
MATH_ONE(tan)
MATH_ONE(acos)
MATH_ONE(lgamma)
MATH_ONE_FLOAT(logf)
MATH_ONE_FLOAT(expf)
MATH_ONE_FLOAT(sinf)
MATH_ONE_FLOAT(cosf)
MATH_ONE_FLOAT(log1pf)

static double ours_pow(double x, double y)
{
    return ssi_glibc_pow(x, y);
}

static double host_pow(double x, double y)
{
    return pow(x, y);
}

static double ours_powf(double x, double y)
{
    return ssi_glibc_powf((float)x, (float)y);
}

static double host_powf(double x, double y)
{
    return powf((float)x, (float)y);
}

#define MATH_ENTRY(name, is_float) #name, ours_##name, host_##name, is_float
#define ALL                                                                    \
    {                                                                          \
        0, 0, 0, 0                                                             \
    }
#define R(low, high)                                                           \
    {                                                                          \
        low, high, 0, 0                                                        \
    }

static const struct math_entry math_entries[] = {
    {MATH_ENTRY(log, false), {ALL, R(0, 1), R(.9, 1.1), R(0, 1e6), R(0, 1e-9)}},
    {MATH_ENTRY(log1p, false),
     {ALL, R(-1, 0), R(-.01, .01), R(0, 1e6), R(0, 1)}},
    {MATH_ENTRY(exp, false),
     {ALL, R(-40, 40), R(-1, 1), R(-750, 720), R(-8, 0)}},
    {MATH_ENTRY(expm1, false),
     {ALL, R(-37, 0), R(-.5, .5), R(-60, 720), R(-2, 2)}},
    {MATH_ENTRY(sin, false),
     {ALL, R(0, 6.283185307179586), R(-.2, .2), R(-1e3, 1e3), R(-1e9, 1e9)}},
    {MATH_ENTRY(cos, false),
     {ALL, R(0, 6.283185307179586), R(-.2, .2), R(-1e3, 1e3), R(-1e9, 1e9)}},
    {MATH_ENTRY(tan, false),
     {ALL, R(-1.5707963267948966, 1.5707963267948966), R(-.8, .8), R(-1e3, 1e3),
      R(-1e9, 1e9)}},
    {MATH_ENTRY(acos, false),
     {ALL, R(-1, 1), R(-.13, .13), R(.96, 1), R(-1, -.96)}},
    {MATH_ENTRY(lgamma, false),
     {R(0, 1e-4), R(0, 2.5), R(2, 9), R(8, 1e4), R(1, 1e300)}},
    {MATH_ENTRY(pow, false),
     {ALL,
      {0, 1, 0, 20},
      {0, 1, -3, 3},
      {0, 100, -50, 50},
      {.99, 1.01, -1e5, 1e5}}},
    {MATH_ENTRY(logf, true), {ALL, R(0, 1), R(.9, 1.1), R(0, 1e6), R(0, 1e-9)}},
    {MATH_ENTRY(expf, true),
     {ALL, R(-40, 40), R(-1, 1), R(-104, 89), R(-8, 0)}},
    {MATH_ENTRY(sinf, true),
     {ALL, R(0, 6.2831853), R(-.2, .2), R(-1e3, 1e3), R(-1e9, 1e9)}},
    {MATH_ENTRY(cosf, true),
     {ALL, R(0, 6.2831853), R(-.2, .2), R(-1e3, 1e3), R(-1e9, 1e9)}},
    {MATH_ENTRY(log1pf, true),
     {ALL, R(-1, 0), R(-.01, .01), R(0, 1e6), R(0, 1)}},
    {MATH_ENTRY(powf, true),
     {ALL,
      {0, 1, 0, 20},
      {0, 1, -3, 3},
      {0, 100, -20, 20},
      {.99, 1.01, -1e3, 1e3}}},
};

#undef ALL
#undef R

#define MATH_COUNT (sizeof math_entries / sizeof *math_entries)

/* xorshift64*: the tests' own source of bits. */
static uint64_t math_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(0x2545f4914f6cdd1d);
}

static double math_argument(const struct math_entry *entry, double low,
                            double high, uint64_t *state)
{
    uint64_t bits = math_random(state);
    double x;

    if (low != high)
        x = low + (high - low) * ((double)(bits >> 11) * 0x1p-53);
    else if (entry->is_float)
        x = ssi_float((uint32_t)(bits >> 32));
    else
        x = ssi_double(bits);
    return entry->is_float ? (float)x : x;
}

/* Equal bits, or both NaN. */
static bool math_same(double a, double b)
{
    return ssi_bits64(a) == ssi_bits64(b) || (a != a && b != b);
}

/* How many of count arguments of one range differ from the host; the first
 * one goes to x and y. */
static uint64_t math_differences(const struct math_entry *entry, int range,
                                 uint64_t count, uint64_t seed, double *x,
                                 double *y)
{
    const struct math_range *r = &entry->ranges[range];
    uint64_t state = seed, different = 0;

    for (uint64_t i = 0; i < count; i++) {
        double a = math_argument(entry, r->x0, r->x1, &state);
        double b = math_argument(entry, r->y0, r->y1, &state);

        if (!math_same(entry->ours(a, b), entry->host(a, b)) && !different++) {
            *x = a;
            *y = b;
        }
    }
    return different;
}

#endif
