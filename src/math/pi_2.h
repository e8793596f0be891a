/* SPDX-License-Identifier: MIT
 * pi/2 as the trigonometric functions take it.
 */
#ifndef SSI_MATH_PI_2_H
#define SSI_MATH_PI_2_H

#include "math/pi_2_tables.h"

#define SSI_TO_INTEGER 0x1.8p52 /* added: rounds to an integer */

#endif
