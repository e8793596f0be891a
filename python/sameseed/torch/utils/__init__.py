# SPDX-License-Identifier: MIT
"""torch.utils as far as it draws: data."""

from sameseed.torch.utils import data

__all__ = ["data"]
