/* SPDX-License-Identifier: MIT
 * What the decompositions of LAPACK before 3.10 are made of.
 */
#ifndef SSI_NUMPY_OLD_LAPACK_H
#define SSI_NUMPY_OLD_LAPACK_H

#include "math/bits.h"

#define SSI_OLD_LAPACK_MAX 25 /* above it LAPACK divides and conquers */
#define SSI_OLD_ROUNDING 0x1p-53

static inline double ssi_magnitude(double x)
{
    return x < 0.0 ? -x : x;
}

/* |x| with the sign of y, be it that of a zero. */
static inline double ssi_signed_as(double x, double y)
{
    x = ssi_magnitude(x);
    return ssi_bits64(y) >> 63 ? -x : x;
}

/* A reflection 1 - tau w w' that makes x[0], x[stride], ... of count elements
 * a multiple of the first unit vector; that multiple is returned. */
double ssi_old_reflector(const double *x, int count, int stride, double *w,
                         double *tau);

/* The reflection of each of the lanes of m, which are across from one another;
 * along is the step in one. */
void ssi_old_reflect(double *m, int lanes, int across, int along, int count,
                     const double *w, double tau);

/* (x y) = (c s; -s c) (x y), count elements each. */
void ssi_old_rotate(double *x, double *y, int count, int stride, double c,
                    double s);

/* (c s; -s c) (f g)' = (r 0)' */
void ssi_old_rotation(double f, double g, double *c, double *s, double *r);

/* The smaller singular value of (f g; 0 h). */
double ssi_old_least(double f, double g, double h);

/* Its decomposition: rotations from the right and from the left, and values
 * that may be negative. */
void ssi_old_two_by_two(double f, double g, double h, double *right_c,
                        double *right_s, double *left_c, double *left_s,
                        double *most, double *least);

/* Of (a b; b c): the eigenvalue of the larger magnitude, the other one, and
 * (cos, sin), the vector of the first. */
void ssi_old_eigen_two(double a, double b, double c, double *first,
                       double *second, double *cosine, double *sine);

#endif
