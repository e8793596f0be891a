# SPDX-License-Identifier: MIT
"""RandomState, and the functions of the one that every program has."""
import operator
import warnings
from collections.abc import Sequence

import numpy as np

from sameseed import _core
from sameseed.numpy.random import _vectors
from sameseed.numpy.random._common import checked
from sameseed.numpy.random._mt19937 import MT19937
from sameseed.numpy.random._randomstate_draws import Draws

_FUNCTIONS = [
    "beta", "binomial", "bytes", "chisquare", "choice", "dirichlet",
    "exponential", "f", "gamma", "geometric", "get_state", "gumbel",
    "hypergeometric", "laplace", "logistic", "lognormal", "logseries",
    "multinomial", "multivariate_normal", "negative_binomial",
    "noncentral_chisquare", "noncentral_f", "normal", "pareto",
    "permutation", "poisson", "power", "rand", "randint", "randn", "random",
    "random_integers", "random_sample", "rayleigh", "set_state", "shuffle",
    "standard_cauchy", "standard_exponential", "standard_gamma",
    "standard_normal", "standard_t", "triangular", "uniform", "vonmises",
    "wald", "weibull", "zipf"]
__all__ = ["RandomState"] + sorted(
    _FUNCTIONS + ["get_bit_generator", "ranf", "sample", "seed",
                  "set_bit_generator"])

_OBJECTS = (
    "Shuffling a one dimensional array subclass containing objects gives "
    "incorrect results for most array subclasses.  Please use the new random "
    "number API instead: "
    "https://numpy.org/doc/stable/reference/random/index.html\n"
    "The new API fixes this issue. This version will not be fixed due to "
    "stability guarantees of the API.")


class RandomState(Draws):
    """The legacy generator of NumPy, over MT19937.

    Parameters
    ----------
    seed : {None, int, array_like, BitGenerator}, optional
        None takes fresh entropy; a bit generator is drawn from as it is.
    """

    __slots__ = ()
    _poisson_lam_max = 9.223372006484771e+18

    @checked
    def __init__(self, seed=None):
        self._legacy = True
        if seed is None:
            bit_generator = MT19937()
        elif type(seed) is int or not hasattr(seed, "capsule"):
            bit_generator = MT19937.__new__(MT19937)
            bit_generator._legacy_seeding(seed)
        else:
            bit_generator = seed
        self._initialize_bit_generator(bit_generator)

    def __repr__(self):
        return f"{self} at 0x{id(self):X}"

    def __str__(self):
        return (f"{self.__class__.__name__}"
                f"({self._bit_generator.__class__.__name__})")

    def __getstate__(self):
        return self.get_state(legacy=False)

    def __setstate__(self, state):
        self.set_state(state)

    def __reduce__(self):
        from sameseed.numpy.random import _pickle

        return (_pickle.randomstate_ctor, (self._bit_generator,),
                self.get_state(legacy=False))

    def _initialize_bit_generator(self, bit_generator):
        self._attach(bit_generator)
        self._set_gauss(0, 0.0)

    @checked
    def seed(self, seed=None):
        """seed(seed=None)

        Start again from a seed.

        Parameters
        ----------
        seed : {None, int, array_like}, optional
        """
        bit_generator = self._bit_generator
        if type(bit_generator) is MT19937 and type(seed) is int:
            if 0 <= seed <= 0xffffffff:
                self._seed(seed)
                bit_generator._seed_seq = None
                return
        reseed = getattr(bit_generator, "_legacy_seeding", None)
        if reseed is None:
            raise TypeError("can only re-seed a MT19937 BitGenerator")
        with self._lock:
            reseed(seed)
            self._set_gauss(0, 0.0)

    @checked
    def get_state(self, legacy=True):
        """get_state(legacy=True)

        Return the state.

        Parameters
        ----------
        legacy : bool, optional
            A tuple, which MT19937 alone has; else a dict.

        Returns
        -------
        out : tuple(str, ndarray of 624 uints, int, int, float) or dict
        """
        state = self._bit_generator.state
        if state["bit_generator"] != "MT19937" and legacy:
            warnings.warn("get_state and legacy can only be used with the "
                          "MT19937 BitGenerator. To silence this warning, "
                          "set `legacy` to False.", RuntimeWarning,
                          stacklevel=2)
            legacy = False
        state["has_gauss"], state["gauss"] = self._get_gauss()
        if legacy and not hasattr(self._bit_generator, "_legacy_seeding"):
            raise ValueError("legacy can only be True when the underlying "
                             "bitgenerator is an instance of MT19937.")
        if legacy:
            return (state["bit_generator"], state["state"]["key"],
                    state["state"]["pos"], state["has_gauss"],
                    state["gauss"])
        return state

    @checked
    def set_state(self, state):
        """set_state(state)

        Set the state that get_state returned; all of it or nothing.

        Parameters
        ----------
        state : {tuple(str, ndarray of 624 uints, int, int, float), dict}
        """
        if isinstance(state, dict):
            if "bit_generator" not in state or "state" not in state:
                raise ValueError("state dictionary is not valid.")
            new = state
        else:
            if not isinstance(state, (tuple, list)):
                raise TypeError("state must be a dict or a tuple.")
            if state[0] != "MT19937":
                raise ValueError("set_state can only be used with legacy "
                                 "MT19937 state instances.")
            new = {"bit_generator": state[0],
                   "state": {"key": state[1], "pos": state[2]}}
            if len(state) > 3:
                new["has_gauss"], new["gauss"] = state[3], state[4]
        gauss = float(new.get("gauss", 0.0))
        has_gauss = int(new.get("has_gauss", 0))
        if not -2 ** 31 <= has_gauss < 2 ** 31:
            raise OverflowError("value too large to convert to int")
        with self._lock:
            self._bit_generator.state = new
            self._set_gauss(has_gauss, gauss)

    @checked
    def random_integers(self, low, high=None, size=None):
        """random_integers(low, high=None, size=None)

        Draw ints from [low, high]. Deprecated: use randint.
        """
        if high is None:
            warnings.warn("This function is deprecated. Please call "
                          f"randint(1, {low} + 1) instead",
                          DeprecationWarning, stacklevel=2)
            low, high = 1, low
        else:
            warnings.warn("This function is deprecated. Please call "
                          f"randint({low}, {high} + 1) instead",
                          DeprecationWarning, stacklevel=2)
        return self.randint(low, int(high) + 1, size=size, dtype="l")

    @checked
    def choice(self, a, size=None, replace=True, p=None):
        """choice(a, size=None, replace=True, p=None)

        Draw from the elements of an array.

        Parameters
        ----------
        a : 1-D array_like or int
            What to draw from; an int stands for np.arange(a).
        size : int or tuple of ints, optional
        replace : bool, optional
            Whether an element can be drawn again.
        p : 1-D array_like, optional
            Probabilities; None: all are equal.

        Returns
        -------
        samples : single item or ndarray
        """
        if p is None and replace and size is None and type(a) is int and a > 0:
            return self.randint(0, a)
        a = np.asarray(a)
        pop_size = self._population(a, size)
        if p is not None:
            p = self._probabilities(p, pop_size)
        is_scalar = size is None
        shape = () if is_scalar else size
        if is_scalar:
            size = 1
        elif type(size) is not int:
            size = np.prod(shape, dtype=np.intp)
        if replace:
            if p is None:
                index = self.randint(0, pop_size, size=shape)
            else:
                cdf = p.cumsum()
                cdf /= cdf[-1]
                index = cdf.searchsorted(self.random_sample(shape),
                                         side="right")
                index = np.asarray(index).astype("long", casting="unsafe")
        else:
            index = self._choose_once(pop_size, size, shape, p)
        if is_scalar and isinstance(index, np.ndarray):
            index = index.item(0)
        if a.ndim == 0:
            return index
        if not is_scalar and index.ndim == 0:
            result = np.empty((), dtype=a.dtype)
            result[()] = a[index]
            return result
        return a[index]

    def _population(self, a, size):
        if a.ndim == 0:
            try:
                pop_size = operator.index(a.item())
            except TypeError:
                raise ValueError("a must be 1-dimensional or an integer")
            if pop_size <= 0 and _vectors.is_some(size):
                raise ValueError("a must be greater than 0 unless no samples "
                                 "are taken")
            return pop_size
        if a.ndim != 1:
            raise ValueError("a must be 1-dimensional")
        if a.shape[0] == 0 and _vectors.is_some(size):
            raise ValueError("'a' cannot be empty unless no samples are "
                             "taken")
        return a.shape[0]

    def _probabilities(self, p, pop_size):
        atol = (len(p), _vectors.tolerance(p))[1]
        p = _core.array_of(p, False, 0, 0)
        if p.ndim != 1:
            raise ValueError("'p' must be 1-dimensional")
        if p.size != pop_size:
            raise ValueError("'a' and 'p' must have same size")
        total = _vectors.kahan_sum(p.tolist())
        if np.isnan(total):
            raise ValueError("probabilities contain NaN")
        if np.logical_or.reduce(p < 0):
            raise ValueError("probabilities are not non-negative")
        if abs(total - 1.) > atol:
            raise ValueError("probabilities do not sum to 1")
        return p

    def _choose_once(self, pop_size, size, shape, p):
        if size > pop_size:
            raise ValueError("Cannot take a larger sample than population "
                             "when 'replace=False'")
        if size < 0:
            raise ValueError("Negative dimensions are not allowed")
        if p is not None:
            return _vectors.without_replacement(p, size, shape, "long",
                                                self.rand)
        return self.permutation(pop_size)[:size].reshape(shape)

    @checked
    def multivariate_normal(self, mean, cov, size=None, check_valid="warn",
                            tol=1e-8):
        """multivariate_normal(mean, cov, size=None, check_valid='warn', \
tol=1e-8)

        Draw vectors from a multivariate normal distribution.

        Parameters
        ----------
        mean : 1-D array_like, of length N
        cov : 2-D array_like, of shape (N, N)
        size : int or tuple of ints, optional
        check_valid : {'warn', 'raise', 'ignore'}, optional
            What to do if cov is not positive semidefinite.
        tol : float, optional
            Tolerance of that check.

        Returns
        -------
        out : ndarray
        """
        from numpy.linalg import svd

        mean, cov = np.array(mean), np.array(cov)
        shape = _vectors.normal_shape(mean, cov, size)
        x = self.standard_normal(shape).reshape(-1, mean.shape[0])
        cov = cov.astype(np.double)
        _, s, v = svd(cov)
        if check_valid != "ignore":
            if check_valid not in ("warn", "raise"):
                raise ValueError("check_valid must equal 'warn', 'raise', or "
                                 "'ignore'")
            if not np.allclose(np.dot(v.T * s, v), cov, rtol=tol, atol=tol):
                if check_valid == "raise":
                    raise ValueError(_vectors.NOT_PSD)
                warnings.warn(_vectors.NOT_PSD, RuntimeWarning, stacklevel=2)
        x = np.dot(x, np.sqrt(s)[:, None] * v)
        x += mean
        return x.reshape(tuple(shape))

    @checked
    def multinomial(self, n, pvals, size=None):
        """multinomial(n, pvals, size=None)

        Draw counts from a multinomial distribution.

        Parameters
        ----------
        n : int
            Draws that are counted.
        pvals : sequence of floats, length k
            Probabilities; the last one is what is left to 1.
        size : int or tuple of ints, optional

        Returns
        -------
        out : ndarray
        """
        n = _long(n)
        given, pvals = pvals, _core.array_of(pvals, False, 0, 1)
        if pvals.ndim == 0:
            raise TypeError("pvals must be a 1-d sequence")
        k = pvals.size
        row = pvals.tolist()
        _vectors.check_unit(row, "pvals")
        if k and _vectors.kahan_sum(row[:-1]) > 1.0 + 1e-12:
            raise _vectors.sum_error(given, "[:-1]")
        counts = np.zeros(_vectors.rows_shape(size, k), dtype="long")
        if n < 0:
            raise ValueError("n < 0")
        rows = counts.size // k if k else 0
        self._multinomial(n, 0, pvals, k, counts, rows)
        return counts

    @checked
    def dirichlet(self, alpha, size=None):
        """dirichlet(alpha, size=None)

        Draw vectors from a Dirichlet distribution.

        Parameters
        ----------
        alpha : sequence of floats, length k
            Above 0.
        size : int or tuple of ints, optional

        Returns
        -------
        samples : ndarray
        """
        k = len(alpha)
        alpha = _core.array_of(alpha, False, 1, 1)
        if np.any(np.less_equal(alpha, 0)):
            raise ValueError("alpha <= 0")
        out = np.zeros(_vectors.rows_shape(size, k), np.float64)
        self._dirichlet(alpha, out)
        return out

    @checked
    def shuffle(self, x):
        """shuffle(x)

        Shuffle a sequence in place, an array along its first axis.

        Parameters
        ----------
        x : ndarray or MutableSequence
        """
        if self._shuffle(x):
            return
        n = len(x)
        if isinstance(x, np.ndarray):
            if not x.flags.writeable:
                raise ValueError("array is read-only")
            if x.size == 0:
                return
            if x.ndim == 1 and x.dtype.type is np.object_:
                warnings.warn(_OBJECTS, UserWarning, stacklevel=2)
            self._shuffle_rows(x, n)
            return
        if not isinstance(x, Sequence):
            warnings.warn(_vectors.NOT_A_SEQUENCE.format(type(x).__name__),
                          UserWarning, stacklevel=2)
        with self._lock:
            for i in range(n - 1, 0, -1):
                j = self._interval(i)
                x[i], x[j] = x[j], x[i]

    def _shuffle_rows(self, x, n):
        row = np.empty_like(x[0, ...])
        with self._lock:
            for i in range(n - 1, 0, -1):
                j = self._interval(i)
                if i != j:
                    row[...] = x[j]
                    x[j] = x[i]
                    x[i] = row

    @checked
    def permutation(self, x):
        """permutation(x)

        Return a shuffled copy of a sequence, or of np.arange(x).

        Parameters
        ----------
        x : int or array_like

        Returns
        -------
        out : ndarray
        """
        if isinstance(x, (int, np.integer)):
            array = (np.arange(x, dtype=np.int64) if type(x) is int
                     else np.arange(x, dtype=np.result_type(x, "long")))
            self.shuffle(array)
            return array
        array = np.asarray(x)
        if array.ndim < 1:
            raise IndexError("x must be an integer or at least 1-dimensional")
        if array.ndim == 1:
            if np.may_share_memory(array, x):
                array = np.array(array)
            self.shuffle(array)
            return array
        index = np.arange(array.shape[0], dtype=np.intp)
        self.shuffle(index)
        return array[index]


def _long(value):
    """A C long as Cython takes it."""
    if not (hasattr(value, "__int__") or hasattr(value, "__index__")):
        raise TypeError("an integer is required")
    value = int(value)
    if not -2 ** 63 <= value < 2 ** 63:
        raise OverflowError("Python int too large to convert to C long")
    return value


_rand = RandomState()

for _name in _FUNCTIONS:
    globals()[_name] = getattr(_rand, _name)
    getattr(RandomState, _name).__module__ = "sameseed.numpy.random"
del _name


def seed(seed=None):
    """seed(seed=None)

    Start the hidden RandomState again from a seed.
    """
    bit_generator = _rand._bit_generator
    if hasattr(bit_generator, "_legacy_seeding"):
        return _rand.seed(seed)
    bit_generator.state = type(bit_generator)(seed).state
    return None


def get_bit_generator():
    """Return the bit generator of the hidden RandomState."""
    return _rand._bit_generator


def set_bit_generator(bitgen):
    """Let the hidden RandomState draw from another bit generator."""
    _rand._initialize_bit_generator(bitgen)


def sample(*args, **kwargs):
    """Alias of random_sample."""
    return _rand.random_sample(*args, **kwargs)


def ranf(*args, **kwargs):
    """Alias of random_sample."""
    return _rand.random_sample(*args, **kwargs)


for _function in (seed, get_bit_generator, set_bit_generator, sample, ranf):
    _function.__module__ = "sameseed.numpy.random"
del _function
