/* SPDX-License-Identifier: MIT
 * torch.nn.init: the bounds and standard deviations, in Python's doubles and
 * in the order of its expressions.
 * Learned from: torch/nn/init.py, 2.13.
 */
#include <sameseed/torch.h>

#include "math/glibc.h"
#include "math/sqrt.h"

double ss_torch_init_gain(ss_torch_nonlinearity nonlinearity, double slope)
{
    switch (nonlinearity) {
    case SS_TORCH_TANH:
        return 5.0 / 3;
    case SS_TORCH_RELU:
        return ssi_sqrt(2.0);
    case SS_TORCH_LEAKY_RELU:
        return ssi_sqrt(2.0 / (1 + ssi_glibc_pow(slope, 2.0)));
    case SS_TORCH_SELU:
        return 3.0 / 4;
    default:
        return 1;
    }
}

double ss_torch_init_xavier_std(uint64_t fan_in, uint64_t fan_out, double gain)
{
    return gain * ssi_sqrt(2.0 / (double)(fan_in + fan_out));
}

double ss_torch_init_xavier_bound(uint64_t fan_in, uint64_t fan_out,
                                  double gain)
{
    return ssi_sqrt(3.0) * ss_torch_init_xavier_std(fan_in, fan_out, gain);
}

double ss_torch_init_kaiming_std(uint64_t fan, double gain)
{
    return gain / ssi_sqrt((double)fan);
}

double ss_torch_init_kaiming_bound(uint64_t fan, double gain)
{
    return ssi_sqrt(3.0) * ss_torch_init_kaiming_std(fan, gain);
}

double ss_torch_init_bias_bound(uint64_t fan_in)
{
    return fan_in > 0 ? 1 / ssi_sqrt((double)fan_in) : 0;
}
