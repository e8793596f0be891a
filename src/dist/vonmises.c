/* SPDX-License-Identifier: MIT
 * The von Mises distribution by Best and Fisher's trials.
 * Learned from: Best and Fisher 1979, Applied Statistics 28, 152-157;
 * numpy/random/src/legacy/legacy-distributions.c and
 * src/distributions/distributions.c, 2.4.
 */
#include "dist/vonmises.h"

#include <math.h>

#include "bitgen/draw.h"
#include "dist/to_int.h"
#include "math/fmod.h"
#include "math/glibc.h"
#include "math/sqrt.h"

#define PI 0x1.921fb54442d18p+1

/* The envelope's parameter; below 1e-5 the second order of its series. */
static double envelope(double kappa)
{
    double r, rho;

    if (kappa < 1e-5)
        return 1. / kappa + kappa;
    r = 1 + ssi_sqrt(1 + 4 * kappa * kappa);
    rho = (r - ssi_sqrt(2 * r)) / (2 * kappa);
    return (1 + rho * rho) / (2 * rho);
}

/* The cosine of the angle to mu. */
static double trials(ss_bitgen *bitgen, double kappa)
{
    double s = envelope(kappa);

    for (;;) {
        double z = ssi_glibc_cos(PI * ssi_next_double(bitgen));
        double w = (1 + s * z) / (s + z);
        double y = kappa * (s - w);
        double v = ssi_next_double(bitgen);
        /* v == 0: the logarithm is infinite and the sign of y decides */
        if (y * (2 - y) - v >= 0 || ssi_glibc_log(y / v) + 1 - y >= 0)
            return w;
    }
}

double ssi_vonmises(ss_bitgen *bitgen, double mu, double kappa)
{
    double angle, magnitude;

    if (kappa != kappa)
        return NAN;
    if (kappa < 1e-8)
        return PI * (2 * ssi_next_double(bitgen) - 1);
    angle = trials(bitgen, kappa);
    angle = ssi_glibc_acos(angle);
    if (ssi_next_double(bitgen) < 0.5)
        angle = -angle;
    angle += mu;
    magnitude = ssi_fmod(ssi_fabs(angle) + PI, 2 * PI) - PI;
    return angle < 0 ? -magnitude : magnitude;
}
