# SPDX-License-Identifier: MIT
"""torch.random: the default generator, and a block that leaves it alone."""

import contextlib

from sameseed.torch._generator import (default_generator, get_rng_state,
                                       initial_seed, manual_seed, seed,
                                       set_rng_state)

__all__ = ["default_generator", "fork_rng", "get_rng_state", "initial_seed",
           "manual_seed", "seed", "set_rng_state"]


@contextlib.contextmanager
def fork_rng(devices=None, enabled=True, device_type="cpu"):
    """What is drawn in the block does not move the default generator."""
    if not enabled:
        yield
        return
    state = get_rng_state()
    try:
        yield
    finally:
        set_rng_state(state)
