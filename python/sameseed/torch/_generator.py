# SPDX-License-Identifier: MIT
"""torch.Generator, the default one, and the functions that seed it."""

import numpy as np

from sameseed import _torch
from sameseed.torch import _dtypes, _draws
from sameseed.torch._tensor import is_tensor, unwrap, wrap

__all__ = ["Generator", "default_generator", "get_rng_state", "initial_seed",
           "manual_seed", "seed", "set_rng_state"]

_CAPABILITIES = ("avx2", "default", "aarch64")


class Generator(_torch.Generator):
    """torch.Generator on the CPU; draws that share it take turns."""

    def __new__(cls, device="cpu"):
        if str(device) != "cpu":
            raise NotImplementedError(
                f"not supported: Generator(device={str(device)!r}); "
                "supported: 'cpu'")
        return super().__new__(cls)

    @property
    def device(self):
        return "cpu"

    @property
    def capability(self):
        """The CPU whose kernels are imitated: "avx2", "default" (that is
        ATEN_CPU_CAPABILITY=default) or "aarch64"."""
        return _CAPABILITIES[self._capability]

    @capability.setter
    def capability(self, name):
        if name not in _CAPABILITIES:
            raise ValueError(f"capability is one of {_CAPABILITIES}, not "
                             f"{name!r}")
        self._capability = _CAPABILITIES.index(name)

    def manual_seed(self, seed):
        """Start at a seed: -2**63 to 2**64 - 1. Answers the generator."""
        self._reseed(_seed(seed))
        return self

    def seed(self):
        """Start at a seed of the operating system's, and answer it."""
        return self._seed()

    def initial_seed(self):
        return self._initial_seed()

    def get_state(self):
        """The 5056 bytes of PyTorch's image, as a uint8 tensor."""
        image = np.frombuffer(self._get_image(), np.uint8).copy()
        return wrap(image, _dtypes.NAMES["uint8"])

    def set_state(self, new_state):
        """Put back what get_state() gave, here or in PyTorch.

        TypeError and RuntimeError as PyTorch's; the state is then as before.
        """
        if not is_tensor(new_state):
            raise TypeError("expected a torch.ByteTensor, but got "
                            f"{type(new_state).__name__}")
        array, dtype = unwrap(new_state)
        if dtype.name != "uint8":
            raise TypeError("RNG state must be a torch.ByteTensor")
        _draws.raise_status(self._set_image(array.tobytes()))
        return self

    def clone_state(self):
        """Another generator in the same state."""
        new = type(self)()
        new._capability = self._capability
        new._set_image(self._get_image())
        return new

    def graphsafe_get_state(self):
        return self

    def __reduce__(self):
        return _restore, (self._get_image(), self._capability)

    def __copy__(self):
        return self.clone_state()

    def __deepcopy__(self, memo):
        return self.clone_state()


def _restore(image, capability):
    """What a pickle calls; bad bytes leave nothing half made."""
    if not isinstance(image, bytes):
        raise TypeError("a generator's state is bytes")
    new = Generator()
    _draws.raise_status(new._set_image(image))
    new._capability = capability
    return new


def _seed(seed):
    seed = int(seed)
    if not -2**63 <= seed < 2**64:
        raise RuntimeError("Overflow when unpacking long long")
    return seed


default_generator = Generator()
default_generator.seed()


def manual_seed(seed):
    """Seed the default generator; answers it."""
    return default_generator.manual_seed(seed)


def seed():
    """Seed the default generator from the operating system's entropy."""
    return default_generator.seed()


def initial_seed():
    return default_generator.initial_seed()


def get_rng_state():
    return default_generator.get_state()


def set_rng_state(new_state):
    default_generator.set_state(new_state)


def of(generator):
    """A generator argument."""
    if generator is None:
        return default_generator
    if isinstance(generator, Generator):
        return generator
    raise TypeError("argument 'generator' must be sameseed.torch.Generator, "
                    f"not {type(generator).__name__}")
