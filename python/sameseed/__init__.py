# SPDX-License-Identifier: MIT
"""The random state of NumPy and PyTorch, bit for bit.

``sameseed.numpy.random`` has the names of ``numpy.random`` and draws the
same numbers; ``python -m sameseed`` is the command ``sameseed``.
"""
from sameseed._core import __version__

__all__ = ["__version__"]
