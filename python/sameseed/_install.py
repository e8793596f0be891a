# SPDX-License-Identifier: MIT
"""Put our random functions and classes into the running numpy.random.

``installed()`` does it for a block, ``install()`` until ``uninstall()``. The
global stream goes on where it stood: ours starts from the state of NumPy's,
and NumPy's is given the state back, so that a program's numbers do not depend
on where it was switched.
"""

import contextlib
import sys
import threading
import types
import warnings

import numpy

import sameseed.numpy.random as ours

__all__ = ["EarlierNamesWarning", "install", "installed", "uninstall"]


class EarlierNamesWarning(UserWarning):
    """Code that imported names of numpy.random earlier still has NumPy's."""


_lock = threading.RLock()
_depth = 0
_saved = []  # (module, name, NumPy's object), in the order of replacement


def _modules():
    """Where NumPy's names stand, and ours: the package, and the module that
    np.random.mtrand._rand is taken from by scikit-learn and others."""
    return ((numpy.random, ours), (numpy.random.mtrand, ours.mtrand))


def _names():
    """Public names; two are public without being in __all__."""
    return [*ours.__all__, "get_bit_generator", "set_bit_generator"]


def _earlier(replaced):
    """"module.name" of every global elsewhere that is a replaced object."""
    found = []
    for module_name, module in sorted(sys.modules.items()):
        package = module_name.partition(".")[0]
        if package in ("numpy", "sameseed"):
            continue
        if not isinstance(module, types.ModuleType):
            continue
        for name, value in list(vars(module).items()):
            if id(value) in replaced and not name.startswith("__"):
                found.append(f"{module_name}.{name}")
    return found


def _warn_of_earlier(replaced, stacklevel):
    found = _earlier(replaced)
    if found:
        warnings.warn(
            "imported before sameseed was installed, so still NumPy's: "
            + ", ".join(found),
            EarlierNamesWarning,
            stacklevel=stacklevel + 1,
        )


def _carry(source, target, home):
    """Give the global stream of one module to the other. home holds the bit
    generators' classes of the target."""
    state = source.get_state(legacy=False)
    name = state["bit_generator"]
    if target.get_state(legacy=False)["bit_generator"] != name:
        target.set_bit_generator(getattr(home, name)())
    target.set_state(state)


def _replace():
    _carry(numpy.random, ours, ours)
    replaced = {}
    for module, home in _modules():
        for name in [*_names(), "_rand"]:
            if hasattr(module, name) and hasattr(home, name):
                theirs = getattr(module, name)
                _saved.append((module, name, theirs))
                setattr(module, name, getattr(home, name))
                replaced[id(theirs)] = theirs
    return replaced


def _restore_names():
    while _saved:
        module, name, theirs = _saved.pop()
        setattr(module, name, theirs)


def _put_back():
    _restore_names()
    _carry(ours, numpy.random, numpy.random)


def install(*, _stacklevel=1):
    """Replace the functions and classes of numpy.random by ours.

    They draw the same numbers in the same order, faster. Code that imported
    a name earlier (``from numpy.random import rand``) keeps NumPy's: an
    EarlierNamesWarning lists it. Calls nest: each needs its uninstall().
    """
    global _depth
    with _lock:
        _depth += 1
        if _depth > 1:
            return
        try:
            replaced = _replace()
        except BaseException:
            _restore_names()
            _depth = 0
            raise
    _warn_of_earlier(replaced, _stacklevel + 1)


def uninstall():
    """Put NumPy's own functions and classes back.

    RuntimeError when there is no install() to undo.
    """
    global _depth
    with _lock:
        if not _depth:
            raise RuntimeError("sameseed is not installed in numpy.random")
        _depth -= 1
        if not _depth:
            _put_back()


@contextlib.contextmanager
def installed():
    """install() for the block of a ``with``, uninstall() behind it."""
    install(_stacklevel=3)
    try:
        yield
    finally:
        uninstall()
