/* SPDX-License-Identifier: MIT
 * The version of the library. CMake, the man page and pkg-config read it here.
 */
#ifndef SAMESEED_VERSION_H
#define SAMESEED_VERSION_H

#define SAMESEED_VERSION_MAJOR 0
#define SAMESEED_VERSION_MINOR 1
#define SAMESEED_VERSION_PATCH 0
#define SAMESEED_VERSION "0.1.0"

/* The releases that the default profile imitates. */
#define SAMESEED_NUMPY_VERSION "2.4.6"
#define SAMESEED_TORCH_VERSION "2.13.0"

#endif
