# SPDX-License-Identifier: MIT
"""The methods of RandomState that draw integers.

Their bodies are rows of a table in C: what stands here is their names,
signatures and docstrings.
"""
from sameseed import _core
from sameseed.numpy.random._common import drawn_by


class Counts(_core.Stream):
    """The integers of RandomState."""

    __slots__ = ()

    @drawn_by("RandomState")
    def tomaxint(self, size=None):
        """tomaxint(size=None)

        Draw ints between 0 and the largest of C.

        Parameters
        ----------
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def randint(self, low, high=None, size=None, dtype=int):
        """randint(low, high=None, size=None, dtype=int)

        Draw ints from [low, high), or from [0, low).

        Parameters
        ----------
        low : int or array_like of ints
        high : int or array_like of ints, optional
            Not reached.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.
        dtype : dtype, optional
            Of an integer or bool.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def bytes(self, length):
        """bytes(length)

        Draw bytes.

        Parameters
        ----------
        length : int

        Returns
        -------
        out : bytes
        """

    @drawn_by("RandomState")
    def binomial(self, n, p, size=None):
        """binomial(n, p, size=None)

        Draw from a binomial distribution.

        Parameters
        ----------
        n : int or array_like of ints
            Trials, not negative.
        p : float or array_like of floats
            Between 0 and 1.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def negative_binomial(self, n, p, size=None):
        """negative_binomial(n, p, size=None)

        Draw from a negative binomial distribution.

        Parameters
        ----------
        n : float or array_like of floats
            Successes, above 0.
        p : float or array_like of floats
            Between 0 and 1.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def poisson(self, lam=1.0, size=None):
        """poisson(lam=1.0, size=None)

        Draw from a Poisson distribution.

        Parameters
        ----------
        lam : float or array_like of floats
            Mean, not negative.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def zipf(self, a, size=None):
        """zipf(a, size=None)

        Draw from a Zipf distribution.

        Parameters
        ----------
        a : float or array_like of floats
            Above 1.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def geometric(self, p, size=None):
        """geometric(p, size=None)

        Draw from a geometric distribution.

        Parameters
        ----------
        p : float or array_like of floats
            Above 0, at most 1.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def hypergeometric(self, ngood, nbad, nsample, size=None):
        """hypergeometric(ngood, nbad, nsample, size=None)

        Draw from a hypergeometric distribution.

        Parameters
        ----------
        ngood : int or array_like of ints
            Not negative.
        nbad : int or array_like of ints
            Not negative.
        nsample : int or array_like of ints
            At most ngood + nbad.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def logseries(self, p, size=None):
        """logseries(p, size=None)

        Draw from a logarithmic series distribution.

        Parameters
        ----------
        p : float or array_like of floats
            At least 0, below 1.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """
