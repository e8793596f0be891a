/* SPDX-License-Identifier: MIT
 * Standard normal and standard exponential by the ziggurat: Generator's.
 */
#ifndef SSI_DIST_ZIGGURAT_H
#define SSI_DIST_ZIGGURAT_H

#include <stddef.h>

#include <sameseed/bitgen.h>

/* One 64-bit word for 99 of 100 values. */
double ssi_ziggurat_normal(ss_bitgen *bitgen);
double ssi_ziggurat_exponential(ss_bitgen *bitgen);

/* One 32-bit word. */
float ssi_ziggurat_normal_f32(ss_bitgen *bitgen);
float ssi_ziggurat_exponential_f32(ss_bitgen *bitgen);

/* The same before NumPy 1.21: a tail is of log(1 - U). */
double ssi_ziggurat_normal_before_1_21(ss_bitgen *bitgen);
double ssi_ziggurat_exponential_before_1_21(ss_bitgen *bitgen);

/* In floats, before 1.22: uniforms have 23 bits. */
float ssi_uniform_f32_before_1_22(ss_bitgen *bitgen);
float ssi_ziggurat_normal_f32_1_21(ss_bitgen *bitgen);
float ssi_ziggurat_exponential_f32_1_21(ss_bitgen *bitgen);
float ssi_ziggurat_normal_f32_before_1_21(ss_bitgen *bitgen);
float ssi_ziggurat_exponential_f32_before_1_21(ss_bitgen *bitgen);

/* n values, the same as n draws. */
void ssi_ziggurat_normal_fill(ss_bitgen *bitgen, double *out, size_t n);
void ssi_ziggurat_exponential_fill(ss_bitgen *bitgen, double *out, size_t n);

#endif
