/* SPDX-License-Identifier: MIT
 * log(gamma(x)) as NumPy had it before 1.20.
 * Learned from: numpy/random/src/distributions/distributions.c, 1.19 (order of
 * operations); the series is that of loggam.c.
 */
#include "dist/loggam.h"

#include <stdint.h>

#include "dist/to_int.h"
#include "math/glibc.h"

#define TWO_PI 0x1.921fb54442d18p+2

static const double series[10] = {8.333333333333333e-02, -2.777777777777778e-03,
                                  7.936507936507937e-04, -5.952380952380952e-04,
                                  8.417508417508418e-04, -1.917526917526918e-03,
                                  6.410256410256410e-03, -2.955065359477124e-02,
                                  1.796443723688307e-01, -1.39243221690590e+00};

double ssi_loggam_before_1_20(double x)
{
    int64_t shift = x <= 7.0 ? ssi_to_int64(7.0 - x) : 0;
    double shifted = x + (double)shift;
    double square = 1.0 / (shifted * shifted);
    double sum = series[9], result;

    if (x == 1.0 || x == 2.0)
        return 0.0;
    for (int k = 8; k >= 0; k--)
        sum = sum * square + series[k];
    result = sum / shifted + 0.5 * ssi_glibc_log(TWO_PI)
             + (shifted - 0.5) * ssi_glibc_log(shifted) - shifted;
    for (; shift > 0; shift--) {
        result -= ssi_glibc_log(shifted - 1.0);
        shifted -= 1.0;
    }
    return result;
}
