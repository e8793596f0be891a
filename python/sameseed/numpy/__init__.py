# SPDX-License-Identifier: MIT
"""What the package has of NumPy: ``sameseed.numpy.random``."""
from sameseed.numpy import random

__all__ = ["random"]
