/* SPDX-License-Identifier: MIT
 * Arguments of sin, cos and tan modulo pi/2: part of kernels for
 * math/fma_twice.h.
 */

/* x = n pi/2 + a + da for medium |x|, to 2^27 or so: n modulo 4. */
FMA_TARGET static inline unsigned FMA_NAME(reduce_medium)(double x, double *a,
                                                          double *da)
{
    const double *p = ssi_pi_2_parts;
    double t = FMA(x, SSI_2_OVER_PI, SSI_TO_INTEGER);
    double n = t - SSI_TO_INTEGER;
    double y = FMA(-n, p[1], FMA(-n, p[0], x));
    double t2 = FMA(-n, p[2], y), low = FMA(-n, p[2], y - t2);

    *a = FMA(-n, p[3], t2);
    *da = low + FMA(-n, p[3], t2 - *a);
    return (unsigned)ssi_bits64(t) & 3;
}
