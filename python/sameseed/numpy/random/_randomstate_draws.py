# SPDX-License-Identifier: MIT
"""The methods of RandomState that draw floats.

Their bodies are rows of a table in C: what stands here is their names,
signatures and docstrings.
"""
from sameseed.numpy.random._common import drawn_by
from sameseed.numpy.random._randomstate_counts import Counts


class Draws(Counts):
    """RandomState without its state, its vectors and its sequences."""

    __slots__ = ()

    @drawn_by("RandomState")
    def random_sample(self, size=None):
        """random_sample(size=None)

        Draw floats from [0, 1).

        Parameters
        ----------
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def random(self, size=None):
        """random(size=None)

        Draw floats from [0, 1), as random_sample.

        Parameters
        ----------
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def rand(self, *args):
        """rand(*args)

        Draw floats from [0, 1); the arguments are the shape.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def randn(self, *args):
        """randn(*args)

        Draw standard normal floats; the arguments are the shape.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def standard_normal(self, size=None):
        """standard_normal(size=None)

        Draw from the standard normal distribution.

        Parameters
        ----------
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def standard_exponential(self, size=None):
        """standard_exponential(size=None)

        Draw from the standard exponential distribution.

        Parameters
        ----------
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def standard_gamma(self, shape, size=None):
        """standard_gamma(shape, size=None)

        Draw from a standard gamma distribution.

        Parameters
        ----------
        shape : float or array_like of floats
            Not negative.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def beta(self, a, b, size=None):
        """beta(a, b, size=None)

        Draw from a beta distribution.

        Parameters
        ----------
        a : float or array_like of floats
            Above 0.
        b : float or array_like of floats
            Above 0.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def exponential(self, scale=1.0, size=None):
        """exponential(scale=1.0, size=None)

        Draw from an exponential distribution.

        Parameters
        ----------
        scale : float or array_like of floats
            1 / rate; not negative.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def gamma(self, shape, scale=1.0, size=None):
        """gamma(shape, scale=1.0, size=None)

        Draw from a gamma distribution.

        Parameters
        ----------
        shape : float or array_like of floats
            Not negative.
        scale : float or array_like of floats, optional
            Not negative.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def f(self, dfnum, dfden, size=None):
        """f(dfnum, dfden, size=None)

        Draw from an F distribution.

        Parameters
        ----------
        dfnum : float or array_like of floats
            Above 0.
        dfden : float or array_like of floats
            Above 0.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def noncentral_f(self, dfnum, dfden, nonc, size=None):
        """noncentral_f(dfnum, dfden, nonc, size=None)

        Draw from a noncentral F distribution.

        Parameters
        ----------
        dfnum : float or array_like of floats
            Above 0.
        dfden : float or array_like of floats
            Above 0.
        nonc : float or array_like of floats
            Not negative.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def chisquare(self, df, size=None):
        """chisquare(df, size=None)

        Draw from a chi-square distribution.

        Parameters
        ----------
        df : float or array_like of floats
            Degrees of freedom, above 0.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def noncentral_chisquare(self, df, nonc, size=None):
        """noncentral_chisquare(df, nonc, size=None)

        Draw from a noncentral chi-square distribution.

        Parameters
        ----------
        df : float or array_like of floats
            Above 0.
        nonc : float or array_like of floats
            Not negative.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def standard_t(self, df, size=None):
        """standard_t(df, size=None)

        Draw from a Student's t distribution.

        Parameters
        ----------
        df : float or array_like of floats
            Degrees of freedom, above 0.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def vonmises(self, mu, kappa, size=None):
        """vonmises(mu, kappa, size=None)

        Draw from a von Mises distribution.

        Parameters
        ----------
        mu : float or array_like of floats
            Mode, in radians.
        kappa : float or array_like of floats
            Concentration, not negative.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def pareto(self, a, size=None):
        """pareto(a, size=None)

        Draw from a Pareto II (Lomax) distribution.

        Parameters
        ----------
        a : float or array_like of floats
            Above 0.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def weibull(self, a, size=None):
        """weibull(a, size=None)

        Draw from a Weibull distribution.

        Parameters
        ----------
        a : float or array_like of floats
            Not negative.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def power(self, a, size=None):
        """power(a, size=None)

        Draw from a power distribution on [0, 1].

        Parameters
        ----------
        a : float or array_like of floats
            Exponent + 1, above 0.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def normal(self, loc=0.0, scale=1.0, size=None):
        """normal(loc=0.0, scale=1.0, size=None)

        Draw from a normal distribution.

        Parameters
        ----------
        loc : float or array_like of floats
            Mean.
        scale : float or array_like of floats
            Standard deviation, not negative.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def laplace(self, loc=0.0, scale=1.0, size=None):
        """laplace(loc=0.0, scale=1.0, size=None)

        Draw from a Laplace distribution.

        Parameters
        ----------
        loc : float or array_like of floats, optional
            Mode.
        scale : float or array_like of floats, optional
            Not negative.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def gumbel(self, loc=0.0, scale=1.0, size=None):
        """gumbel(loc=0.0, scale=1.0, size=None)

        Draw from a Gumbel distribution.

        Parameters
        ----------
        loc : float or array_like of floats, optional
            Mode.
        scale : float or array_like of floats, optional
            Not negative.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def logistic(self, loc=0.0, scale=1.0, size=None):
        """logistic(loc=0.0, scale=1.0, size=None)

        Draw from a logistic distribution.

        Parameters
        ----------
        loc : float or array_like of floats, optional
            Mean.
        scale : float or array_like of floats, optional
            Not negative.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        """lognormal(mean=0.0, sigma=1.0, size=None)

        Draw from a log-normal distribution.

        Parameters
        ----------
        mean : float or array_like of floats, optional
            Mean of the logarithm.
        sigma : float or array_like of floats, optional
            Its standard deviation, not negative.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def rayleigh(self, scale=1.0, size=None):
        """rayleigh(scale=1.0, size=None)

        Draw from a Rayleigh distribution.

        Parameters
        ----------
        scale : float or array_like of floats, optional
            Mode, not negative.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def wald(self, mean, scale, size=None):
        """wald(mean, scale, size=None)

        Draw from a Wald (inverse Gaussian) distribution.

        Parameters
        ----------
        mean : float or array_like of floats
            Above 0.
        scale : float or array_like of floats
            Above 0.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def triangular(self, left, mode, right, size=None):
        """triangular(left, mode, right, size=None)

        Draw from a triangular distribution.

        Parameters
        ----------
        left : float or array_like of floats
        mode : float or array_like of floats
            Between the two.
        right : float or array_like of floats
            Above left.
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def uniform(self, low=0.0, high=1.0, size=None):
        """uniform(low=0.0, high=1.0, size=None)

        Draw from a uniform distribution on [low, high).

        Parameters
        ----------
        low : float or array_like of floats, optional
        high : float or array_like of floats
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """

    @drawn_by("RandomState")
    def standard_cauchy(self, size=None):
        """standard_cauchy(size=None)

        Draw from a standard Cauchy distribution.

        Parameters
        ----------
        size : int or tuple of ints, optional
            Shape of the result; None gives one value.

        Returns
        -------
        out : ndarray or scalar
        """
