# SPDX-License-Identifier: MIT
"""A module of NumPy's that has no public names."""
__all__ = []
