# SPDX-License-Identifier: MIT
"""PyTorch's CPU generator and what draws from it, bit for bit, without torch.

Where torch is installed the functions answer torch tensors, over the memory
that was drawn into; elsewhere, or after ``set_tensor_type("light")``, a light
Tensor with PyTorch's text. The generators are our own: torch's is not touched
by ``sameseed.torch.manual_seed(23)``, but states go both ways
(``torch.set_rng_state(sameseed.torch.get_rng_state())``).
"""

from sameseed.torch import _dtypes
from sameseed.torch._dtypes import dtype
from sameseed.torch._defaults import get_default_dtype, set_default_dtype
from sameseed.torch._printing import set_printoptions
from sameseed.torch._tensor import (Size, Tensor, is_tensor, set_tensor_type,
                                    tensor_type)
from sameseed.torch._generator import (Generator, default_generator,
                                       get_rng_state, initial_seed,
                                       manual_seed, seed, set_rng_state)
from sameseed.torch._functions import (bernoulli, binomial, multinomial,
                                       normal, poisson, rand, rand_like,
                                       randint, randint_like, randn,
                                       randn_like, randperm)
from sameseed.torch._create import (arange, empty, empty_like, from_numpy,
                                    full, ones, ones_like, tensor, zeros,
                                    zeros_like)
from sameseed.torch import _methods  # noqa: F401  gives Tensor its draws
from sameseed.torch import nn, random, utils

globals().update(_dtypes.ALL)

__all__ = [
    "Generator", "Size", "Tensor", "arange", "bernoulli", "binomial",
    "default_generator", "dtype", "empty", "empty_like", "from_numpy", "full",
    "get_default_dtype", "get_rng_state", "initial_seed", "is_tensor",
    "manual_seed", "multinomial", "nn", "normal", "ones", "ones_like",
    "poisson", "rand", "rand_like", "randint", "randint_like", "randn",
    "randn_like", "random", "randperm", "seed", "set_default_dtype",
    "set_printoptions", "set_rng_state", "set_tensor_type", "tensor",
    "tensor_type", "utils", "zeros", "zeros_like", *_dtypes.ALL,
]
