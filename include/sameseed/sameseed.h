/* SPDX-License-Identifier: MIT
 * sameseed: the random state of NumPy and PyTorch, bit for bit.
 *
 * The headers in the order of the data: seed -> state -> bits -> distribution
 * -> array -> printed text or file. Nothing here locks: one state per thread,
 * or your own lock around it.
 */
#ifndef SAMESEED_SAMESEED_H
#define SAMESEED_SAMESEED_H

#include <sameseed/version.h>
#include <sameseed/status.h>
#include <sameseed/cpu.h>

#include <sameseed/seed.h>
#include <sameseed/bitgen.h>
#include <sameseed/dist.h>
#include <sameseed/numpy_release.h>
#include <sameseed/numpy.h>
#include <sameseed/numpy_generator.h>
#include <sameseed/torch_release.h>
#include <sameseed/torch.h>
#include <sameseed/torch_nn.h>
#include <sameseed/pyrandom.h>
#include <sameseed/array.h>
#include <sameseed/text.h>
#include <sameseed/io.h>
#include <sameseed/profile.h>
#include <sameseed/script.h>

#endif
