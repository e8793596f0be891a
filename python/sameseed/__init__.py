# SPDX-License-Identifier: MIT
"""The random state of NumPy and PyTorch, bit for bit.

``sameseed.numpy.random`` has the names of ``numpy.random`` and draws the
same numbers, ``sameseed.torch`` those of PyTorch's random part;
``sameseed.install()`` puts ours into ``numpy.random``; ``%load_ext sameseed``
brings ``%seed`` to a notebook; ``python -m sameseed`` is the command
``sameseed``.
"""
from sameseed._core import __version__

__all__ = ["EarlierNamesWarning", "__version__", "install", "installed",
           "uninstall"]

_INSTALL = ("EarlierNamesWarning", "install", "installed", "uninstall")


def __getattr__(name):
    """What needs NumPy is imported when it is asked for."""
    if name in _INSTALL:
        from sameseed import _install

        return getattr(_install, name)
    raise AttributeError(f"module 'sameseed' has no attribute '{name}'")


def load_ipython_extension(ipython):
    """%load_ext sameseed"""
    from sameseed import _notebook

    _notebook.load(ipython)


def unload_ipython_extension(ipython):
    """%unload_ext sameseed"""
    from sameseed import _notebook

    _notebook.unload(ipython)
