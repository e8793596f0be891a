/* SPDX-License-Identifier: MIT
 * SLEEF's exp and log1p for float and double with FMA.
 * Learned from: SLEEF 3 (Shibata and Petrogalli 2019), its polynomials and
 * splits of log(2); checked against Tensor.sigmoid() and Tensor.log1p().
 */
#include "math/sleef.h"

#include <stdbool.h>

#include "math/bits.h"

#define INV_LN2 0x1.71547652b82fep0 /* 1 / log(2) */
/* log(2) in two parts: for exp, the first with zeros at its end */
#define LN2_UPPER 0x1.62e42fefa3p-1
#define LN2_LOWER 0x1.3de6af278ece6p-42
#define LN2_HI 0x1.62e42fefa39efp-1
#define LN2_LO 0x1.abc9e3b39803fp-56

/* The sum and its error: as a head and a tail. */
typedef struct pair {
    double head, tail;
} pair;

typedef struct pairf {
    float head, tail;
} pairf;

/* 2^q, and x times 2^q in two steps, so that no step leaves the range. */
static inline double power(int q)
{
    return ssi_double((uint64_t)(q + 1023) << 52);
}

static inline float powerf(int q)
{
    return ssi_float((uint32_t)(q + 127) << 23);
}

static inline double scale(double x, int q)
{
    int half = q < 0 ? -((1 - q) / 2) : q / 2; /* rounded down */
    return x * power(half) * power(q - half);
}

static inline float scalef(float x, int q)
{
    int half = q < 0 ? -((1 - q) / 2) : q / 2;
    return x * powerf(half) * powerf(q - half);
}

/* The nearest integer, ties to even, |x| < 2^22. */
static inline double nearest(double x)
{
    double shift = 0x1.8p52;
    return (x + shift) - shift;
}

static inline float nearestf(float x)
{
    float shift = 0x1.8p23f;
    return (x + shift) - shift;
}

#define SSI_KERNEL "math/sleef_kernel.h"
#include "math/fma_twice.h"

float ssi_sleef_expf(float x)
{
    if (x != x)
        return x;
    if (x < -104.0f)
        return 0;
    if (x > 100.0f)
        return (float)SSI_INFINITY;
    return SSI_FMA_CALL(sleef_expf, x);
}

double ssi_sleef_exp(double x)
{
    if (x != x)
        return x;
    if (x > 0x1.62e42fefa39efp9)
        return SSI_INFINITY;
    if (x < -1000)
        return 0;
    return SSI_FMA_CALL(sleef_exp, x);
}

float ssi_sleef_log1pf(float x)
{
    if (x != x || x < -1)
        return (float)SSI_NAN;
    if (x == -1)
        return -(float)SSI_INFINITY;
    if (x == 0)
        return x;
    return SSI_FMA_CALL(sleef_log1pf, x);
}

double ssi_sleef_log1p(double x)
{
    if (x != x || x < -1)
        return SSI_NAN;
    if (x == -1)
        return -SSI_INFINITY;
    if (x == 0)
        return x;
    return SSI_FMA_CALL(sleef_log1p, x);
}
