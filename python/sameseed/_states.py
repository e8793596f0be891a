# SPDX-License-Identifier: MIT
"""All random states of a running program: take them, put them back.

Python's random, the global streams of NumPy and PyTorch, ours where they are
in use, and the generators that a namespace holds by name.
"""

import array
import random
import sys

import numpy.random  # noqa: F401  NumPy imports it only when it is used

__all__ = ["SEED_LIMIT", "Snapshot", "seed_all"]

#: Below it are the seeds that Python, NumPy and PyTorch all take.
SEED_LIMIT = 2**32


def _imported(*names):
    """Those of the modules that the program has imported whole.

    A module that is being imported stands in sys.modules before its names
    do, hence the look at __spec__.
    """
    for name in names:
        module = sys.modules.get(name)
        spec = getattr(module, "__spec__", None)
        if module and not getattr(spec, "_initializing", False):
            yield module


def _numpy_streams():
    return _imported("numpy.random", "sameseed.numpy.random")


def _torch_streams():
    return _imported("torch", "sameseed.torch")


def seed_all(seed):
    """random.seed(seed), np.random.seed(seed), torch.manual_seed(seed); the
    modules that are not imported yet are left out."""
    random.seed(seed)
    for module in _numpy_streams():
        module.seed(seed)
    for module in _torch_streams():
        module.manual_seed(seed)


class _PythonState:
    """A random.Random, or the module; 2.5 kB instead of 625 objects."""

    def __init__(self, owner):
        self.owner = owner
        version, words, gauss = owner.getstate()
        self.parts = version, array.array("L", words), gauss

    def restore(self):
        version, words, gauss = self.parts
        self.owner.setstate((version, tuple(words), gauss))


class _NumpyGlobal:
    """np.random of one package: its bit generator, and the state of it."""

    def __init__(self, module):
        self.module = module
        self.bit_generator = module.get_bit_generator()
        self.state = module.get_state(legacy=False)

    def restore(self):
        if self.module.get_bit_generator() is not self.bit_generator:
            self.module.set_bit_generator(self.bit_generator)
        self.module.set_state(self.state)


class _NumpyRandomState:
    """A RandomState: with its cached Gaussian."""

    def __init__(self, owner):
        self.owner = owner
        self.state = owner.get_state(legacy=False)

    def restore(self):
        self.owner.set_state(self.state)


class _BitGenerator:
    """A bit generator; a Generator has no state beside its own."""

    def __init__(self, owner):
        self.owner = owner
        self.state = owner.state

    def restore(self):
        self.owner.state = self.state


class _TorchGlobal:
    """torch's CPU generator, or ours."""

    def __init__(self, module):
        self.module = module
        self.state = module.get_rng_state()

    def restore(self):
        self.module.set_rng_state(self.state)


class _TorchGenerator:
    def __init__(self, owner):
        self.owner = owner
        self.state = owner.get_state()

    def restore(self):
        self.owner.set_state(self.state)


def _keeper(value):
    """What keeps the state of a generator object; None: it is not one."""
    if isinstance(value, random.Random):
        system = isinstance(value, random.SystemRandom)
        return None if system else _PythonState(value)
    for module in _numpy_streams():
        if isinstance(value, module.RandomState):
            return _NumpyRandomState(value)
        if isinstance(value, module.Generator):
            return _keeper(value.bit_generator)
        if isinstance(value, module.BitGenerator):
            return _BitGenerator(value)
    for module in _torch_streams():
        if isinstance(value, module.Generator):
            return _TorchGenerator(value)
    return None


class Snapshot:
    """The random states at one moment.

    namespace: generators that stand in it by name are kept too; restoring
    puts their states back into these same objects. pending: the seed that
    waits for a torch that is not imported yet, or None.
    """

    def __init__(self, namespace=(), pending=None):
        self.pending = pending
        self.kept = [_PythonState(random)]
        self.kept += [_NumpyGlobal(module) for module in _numpy_streams()]
        self.kept += [_TorchGlobal(module) for module in _torch_streams()]
        self.modules = {m.__name__ for m in _torch_streams()}
        for name in list(namespace):
            keeper = _keeper(namespace[name])
            if keeper is not None:
                self.kept.append(keeper)

    def complete(self, module):
        """A module was imported later: it starts from where it stands now."""
        if module.__name__ not in self.modules:
            self.modules.add(module.__name__)
            self.kept.append(_TorchGlobal(module))

    def restore(self):
        for keeper in self.kept:
            keeper.restore()
