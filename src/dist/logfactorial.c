/* SPDX-License-Identifier: MIT
 * log(k!): exact for small k, else Stirling's series up to 1 / k**3.
 * Learned from: numpy/random/src/distributions/logfactorial.c, 2.4 (how far
 * the table goes, order of operations).
 */
#include "dist/logfactorial.h"

#include "dist/logfactorial_tables.h"
#include "math/glibc.h"

#define HALF_LOG_2PI 0.9189385332046728
#define COUNT (int64_t)(sizeof ssi_log_factorials / sizeof(double))

double ssi_logfactorial(int64_t k)
{
    double x = (double)k;

    if (k < COUNT)
        return ssi_log_factorials[k];
    return (x + 0.5) * ssi_glibc_log(x) - x
           + (HALF_LOG_2PI + (1.0 / x) * (1 / 12.0 - 1 / (360.0 * x * x)));
}
