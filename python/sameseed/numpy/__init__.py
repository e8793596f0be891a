# SPDX-License-Identifier: MIT
"""What the package has of NumPy: ``sameseed.numpy.random``, and ways for
states and pickles from NumPy and back."""
from sameseed.numpy import random
from sameseed.numpy._exchange import from_numpy, loads, to_numpy

__all__ = ["from_numpy", "loads", "random", "to_numpy"]
