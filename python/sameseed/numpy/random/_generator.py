# SPDX-License-Identifier: MIT
"""Generator and default_rng."""
import operator
import warnings
from collections.abc import Sequence

import numpy as np

from sameseed import _core
from sameseed.numpy.random import _vectors
from sameseed.numpy.random._common import checked
from sameseed.numpy.random._generator_draws import Draws
from sameseed.numpy.random._pcg64 import PCG64
from sameseed.numpy.random.bit_generator import _whole
from sameseed.numpy.random.mtrand import RandomState

try:
    from numpy.lib.array_utils import normalize_axis_index
except ImportError:  # before NumPy 2
    from numpy.core.multiarray import normalize_axis_index

__all__ = ["Generator", "default_rng"]

_INT64_MAX = 2 ** 63 - 1


class Generator(Draws):
    """NumPy's generator of numbers over any bit generator.

    Parameters
    ----------
    bit_generator : BitGenerator
        What it draws from: ours, NumPy's, or any with a capsule.
    """

    __slots__ = ()
    _poisson_lam_max = 9.223372006484771e+18

    @checked
    def __init__(self, bit_generator):
        self._attach(bit_generator)

    def __repr__(self):
        return f"{self} at 0x{id(self):X}"

    def __str__(self):
        return (f"{self.__class__.__name__}"
                f"({self.bit_generator.__class__.__name__})")

    def __getstate__(self):
        return None

    def __setstate__(self, bit_gen):
        if isinstance(bit_gen, dict):  # up to NumPy 1.26
            self.bit_generator.state = bit_gen

    def __reduce__(self):
        from sameseed.numpy.random import _pickle

        return _pickle.generator_ctor, (self._bit_generator,), None

    @property
    def bit_generator(self):
        """The bit generator it draws from."""
        return self._bit_generator

    @checked
    def spawn(self, n_children):
        """spawn(n_children)

        Return a list of n_children independent Generators.
        """
        n_children = _whole(n_children)
        return [type(self)(g) for g in self._bit_generator.spawn(n_children)]

    @checked
    def choice(self, a, size=None, replace=True, p=None, axis=0,
               shuffle=True):
        """choice(a, size=None, replace=True, p=None, axis=0, shuffle=True)

        Draw from the elements of an array along an axis.

        Parameters
        ----------
        a : {array_like, int}
            What to draw from; an int stands for np.arange(a).
        size : {int, tuple[int]}, optional
        replace : bool, optional
            Whether an element can be drawn again.
        p : 1-D array_like, optional
            Probabilities; None: all are equal.
        axis : int, optional
        shuffle : bool, optional
            Whether what is drawn without replacement is in random order.

        Returns
        -------
        samples : single item or ndarray
        """
        shuffle = bool(shuffle)
        if p is None and replace and size is None and type(a) is int and a > 0:
            return int(self.integers(0, a))
        given, a = a, np.asarray(a)
        pop_size = self._population(given, a, size, axis)
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
                index = self.integers(0, pop_size, size=shape,
                                      dtype=np.int64)
            else:
                cdf = p.cumsum()
                cdf /= cdf[-1]
                index = cdf.searchsorted(self.random(shape), side="right")
                index = np.asarray(index, dtype=np.int64)
        else:
            index = self._choose_once(pop_size, size, shape, p, shuffle)
        if is_scalar and isinstance(index, np.ndarray):
            index = index.item(0)
        if a.ndim == 0:
            return index
        if not is_scalar and index.ndim == 0 and a.ndim == 1:
            result = np.empty((), dtype=a.dtype)
            result[()] = a[index]
            return result
        return a.take(np.asarray(index, dtype=np.intp), axis=axis)

    def _population(self, given, a, size, axis):
        if a.ndim == 0:
            try:
                pop_size = operator.index(a.item())
            except TypeError as error:
                raise ValueError("a must be a sequence or an integer, not "
                                 f"{type(given)}") from error
            if pop_size <= 0 and _vectors.is_some(size):
                raise ValueError("a must be a positive integer unless no "
                                 "samples are taken")
            return pop_size
        if a.shape[axis] == 0 and _vectors.is_some(size):
            raise ValueError("a cannot be empty unless no samples are taken")
        return a.shape[axis]

    def _probabilities(self, p, pop_size):
        atol = (len(p), _vectors.tolerance(p))[1]
        p = _core.array_of(p, False, 0, 0)
        if p.ndim != 1:
            raise ValueError("p must be 1-dimensional")
        if p.size != pop_size:
            raise ValueError("a and p must have same size")
        total = _vectors.kahan_sum(p.tolist())
        if np.isnan(total):
            raise ValueError("Probabilities contain NaN")
        if np.logical_or.reduce(p < 0):
            raise ValueError("Probabilities are not non-negative")
        if abs(total - 1.) > atol:
            raise ValueError("Probabilities do not sum to 1. See Notes "
                             "section of docstring for more information.")
        return p

    def _choose_once(self, pop_size, size, shape, p, shuffle):
        if size > pop_size:
            raise ValueError("Cannot take a larger sample than population "
                             "when replace is False")
        if size < 0:
            raise ValueError("negative dimensions are not allowed")
        if p is not None:
            return _vectors.without_replacement(
                p, size, shape, np.int64, lambda n: self.random((n,)))
        index = np.empty(size, dtype=np.int64)
        if size:
            self._sample(pop_size, index, shuffle)
        return index.reshape(shape)

    @checked
    def multivariate_normal(self, mean, cov, size=None, check_valid="warn",
                            tol=1e-8, *, method="svd"):
        """multivariate_normal(mean, cov, size=None, check_valid='warn', \
tol=1e-8, *, method='svd')

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
        method : {'svd', 'eigh', 'cholesky'}, optional
            How cov is factored.

        Returns
        -------
        out : ndarray
        """
        if method not in {"eigh", "svd", "cholesky"}:
            raise ValueError("method must be one of {'eigh', 'svd', "
                             "'cholesky'}")
        mean, cov = np.array(mean), np.array(cov)
        if (np.issubdtype(mean.dtype, np.complexfloating)
                or np.issubdtype(cov.dtype, np.complexfloating)):
            raise TypeError("mean and cov must not be complex")
        shape = _vectors.normal_shape(mean, cov, size)
        x = self.standard_normal(shape).reshape(-1, mean.shape[0])
        cov = cov.astype(np.double)
        factor, psd = _factor(cov, method, check_valid, tol)
        if not psd:
            if check_valid == "raise":
                raise ValueError(_vectors.NOT_PSD)
            warnings.warn(_vectors.NOT_PSD, RuntimeWarning, stacklevel=2)
        x = mean + x @ factor.T
        return x.reshape(tuple(shape))

    @checked
    def multinomial(self, n, pvals, size=None):
        """multinomial(n, pvals, size=None)

        Draw counts from a multinomial distribution.

        Parameters
        ----------
        n : int or array_like of ints
            Draws that are counted.
        pvals : array_like of floats
            Probabilities along the last axis; the last one is what is left
            to 1.
        size : int or tuple of ints, optional

        Returns
        -------
        out : ndarray
        """
        given, counts = pvals, _core.array_of(n, True, 0, 0)
        pvals = _core.array_of(pvals, False, 0, 0)
        k = pvals.shape[-1] if pvals.ndim >= 1 else 0
        if k == 0:
            raise ValueError("pvals must have at least 1 dimension and the "
                             "last dimension of pvals must be greater than "
                             "0.")
        which = "[:-1]" if pvals.ndim == 1 else "[...,:-1]"
        rows = pvals.reshape(-1, k).tolist()
        for row in rows:
            _vectors.check_unit(row, "pvals")
        for row in rows:
            if _vectors.kahan_sum(row[:-1]) > 1.0 + 1e-12:
                raise _vectors.sum_error(given, which)
        if counts.ndim != 0 or pvals.ndim > 1:
            if np.any(counts < 0):
                raise ValueError("n < 0")
            counts, offsets, shape = _spread(counts, pvals, size)
            shape += (k,)
        else:
            shape = _vectors.rows_shape(size, k)
            offsets = None
        out = np.zeros(shape, dtype=np.int64)
        if offsets is None:
            if counts < 0:
                raise ValueError("n < 0")
            counts, offsets = _whole(n), 0
        self._multinomial(counts, offsets, pvals, k, out, out.size // k)
        return out

    @checked
    def multivariate_hypergeometric(self, colors, nsample, size=None,
                                    method="marginals"):
        """multivariate_hypergeometric(colors, nsample, size=None, \
method='marginals')

        Draw counts of the colors in a sample without replacement.

        Parameters
        ----------
        colors : sequence of integers
            How many items of each color there are.
        nsample : int
            Items in a sample.
        size : int or tuple of ints, optional
        method : {'marginals', 'count'}, optional

        Returns
        -------
        variates : ndarray
        """
        if method not in ["count", "marginals"]:
            raise ValueError('method must be "count" or "marginals".')
        try:
            operator.index(nsample)
        except TypeError:
            raise ValueError("nsample must be an integer")
        if nsample < 0:
            raise ValueError("nsample must be nonnegative.")
        if nsample > _INT64_MAX:
            raise ValueError(f"nsample must not exceed {_INT64_MAX}")
        colors = _colors(colors)
        total = sum(colors.tolist())
        if total > _INT64_MAX:
            raise ValueError("sum(colors) must not exceed the maximum value "
                             f"of a 64 bit signed integer ({_INT64_MAX})")
        if method == "marginals" and total >= 1000000000:
            raise ValueError('When method is "marginals", sum(colors) must '
                             "be less than 1000000000.")
        if method == "count" and total > _INT64_MAX // 8:
            raise ValueError("When method is 'count', sum(colors) must not "
                             f"exceed {_INT64_MAX // 8}")
        if nsample > total:
            raise ValueError("nsample > sum(colors)")
        k = len(colors)
        if size is None:
            shape = (k,)
        elif np.isscalar(size):
            shape = (size, k)
        else:
            shape = tuple(size) + (k,)
        variates = np.zeros(shape, dtype=np.int64)
        if k:
            try:
                self._colors(colors, int(nsample), method == "count",
                             variates)
            except MemoryError:
                raise MemoryError(
                    "Insufficient memory for multivariate_hypergeometric "
                    f"with method='count' and sum(colors)={total}") from None
        return variates

    @checked
    def dirichlet(self, alpha, size=None):
        """dirichlet(alpha, size=None)

        Draw vectors from a Dirichlet distribution.

        Parameters
        ----------
        alpha : sequence of floats, length k
            Not negative.
        size : int or tuple of ints, optional

        Returns
        -------
        samples : ndarray
        """
        k = len(alpha)
        alpha = _core.array_of(alpha, False, 1, 1)
        if np.any(np.less(alpha, 0)):
            raise ValueError("alpha < 0")
        out = np.zeros(_vectors.rows_shape(size, k), np.float64)
        self._dirichlet(alpha, out)
        return out

    @checked
    def permuted(self, x, *, axis=None, out=None):
        """permuted(x, *, axis=None, out=None)

        Return a copy of x, each lane along axis shuffled on its own.

        Parameters
        ----------
        x : array_like, at least one-dimensional
        axis : int, optional
            None shuffles all elements together.
        out : ndarray, optional

        Returns
        -------
        ndarray
        """
        x = np.asarray(x)
        if out is None:
            out = x.copy(order="K")
        else:
            if type(out) is not np.ndarray:
                raise TypeError("out must be a numpy array")
            if not out.flags.writeable:
                raise ValueError("out is read-only")
            if out.shape != x.shape:
                raise ValueError("out must have the same shape as x")
            np.copyto(out, x, casting="safe")
        if axis is not None:
            self._permuted(out, normalize_axis_index(axis, out.ndim))
        elif x.ndim <= 1:
            self.shuffle(out)
        elif out.flags.c_contiguous or out.flags.f_contiguous:
            self.shuffle(out.ravel(order="A"))
        else:
            flat = out.ravel(order="C")
            self.shuffle(flat)
            out[...] = flat.reshape(out.shape)
        return out

    @checked
    def shuffle(self, x, axis=0):
        """shuffle(x, axis=0)

        Shuffle a sequence in place, an array along an axis.

        Parameters
        ----------
        x : ndarray or MutableSequence
        axis : int, optional
        """
        if axis == 0 and self._shuffle(x):
            return
        n = len(x)
        if isinstance(x, np.ndarray):
            if not x.flags.writeable:
                raise ValueError("array is read-only")
            axis = normalize_axis_index(axis, np.ndim(x))
            if x.size == 0 or (x.ndim == 1 and self._shuffle(x)):
                return
            self._shuffle_rows(np.swapaxes(x, 0, axis))
            return
        if not isinstance(x, Sequence):
            warnings.warn(_vectors.NOT_A_SEQUENCE.format(type(x).__name__),
                          UserWarning, stacklevel=2)
        if axis != 0:
            raise NotImplementedError("Axis argument is only supported on "
                                      "ndarray objects")
        with self._lock:
            for i in range(n - 1, 0, -1):
                j = self._interval(i)
                x[i], x[j] = x[j], x[i]

    def _shuffle_rows(self, x):
        row = np.empty_like(x[0, ...])
        with self._lock:
            for i in range(len(x) - 1, 0, -1):
                j = self._interval(i)
                if i != j:
                    row[...] = x[j, ...]
                    x[j, ...] = x[i, ...]
                    x[i, ...] = row

    @checked
    def permutation(self, x, axis=0):
        """permutation(x, axis=0)

        Return a shuffled copy of an array, or of np.arange(x).

        Parameters
        ----------
        x : int or array_like
        axis : int, optional

        Returns
        -------
        out : ndarray
        """
        if isinstance(x, (int, np.integer)):
            array = np.arange(x)
            self.shuffle(array)
            return array
        array = np.asarray(x)
        axis = normalize_axis_index(axis, array.ndim)
        if array.ndim == 1:
            if np.may_share_memory(array, x):
                array = np.array(array)
            self.shuffle(array)
            return array
        index = np.arange(array.shape[axis], dtype=np.intp)
        self.shuffle(index)
        slices = [slice(None)] * array.ndim
        slices[axis] = index
        return array[tuple(slices)]


def _factor(cov, method, check_valid, tol):
    """What standard normals are multiplied with, and whether cov is psd."""
    if method == "svd":
        from numpy.linalg import svd
        u, s, vh = svd(cov)
    elif method == "eigh":
        from numpy.linalg import eigh
        s, u = eigh(cov)
    else:
        from numpy.linalg import cholesky
        return cholesky(cov), True
    psd = True
    if check_valid != "ignore":
        if check_valid not in ("warn", "raise"):
            raise ValueError("check_valid must equal 'warn', 'raise', or "
                             "'ignore'")
        if method == "svd":
            psd = np.allclose(np.dot(vh.T * s, vh), cov, rtol=tol, atol=tol)
        else:
            psd = not np.any(s < -tol)
    if method == "eigh":
        return u * np.sqrt(abs(s)), psd
    return u * np.sqrt(s), psd


def _spread(n, pvals, size):
    """n and the rows of pvals, broadcast against each other and size."""
    rows = np.arange(0, pvals.size, pvals.shape[-1], dtype=np.int64)
    rows = rows.reshape(pvals.shape[:-1])
    if size is None:
        both = np.broadcast(n, rows)
    else:
        both = np.broadcast(n, rows, np.empty(size, np.int8))
        try:
            size = (operator.index(size),)
        except Exception:
            size = tuple(size)
        if both.shape != size:
            raise ValueError(f"Output size {size} is not compatible with "
                             f"broadcast dimensions of inputs {both.shape}.")
    return (np.ascontiguousarray(np.broadcast_to(n, both.shape)),
            np.ascontiguousarray(np.broadcast_to(rows, both.shape)),
            both.shape)


def _colors(colors):
    invalid = False
    try:
        colors = np.asarray(colors)
        if colors.ndim != 1:
            invalid = True
        elif colors.size > 0 and not np.issubdtype(colors.dtype, np.integer):
            invalid = True
        elif np.any((colors < 0) | (colors > _INT64_MAX)):
            invalid = True
    except ValueError:
        invalid = True
    if invalid:
        raise ValueError("colors must be a one-dimensional sequence of "
                         f"nonnegative integers not exceeding {_INT64_MAX}.")
    return np.ascontiguousarray(colors, dtype=np.int64)


def default_rng(seed=None):
    """default_rng(seed=None)

    Return a Generator over PCG64.

    Parameters
    ----------
    seed : {None, int, array_like[ints], SeedSequence, BitGenerator, \
Generator, RandomState}, optional
        A bit generator is drawn from as it is, a Generator returned.
    """
    if hasattr(seed, "capsule"):
        return Generator(seed)
    if isinstance(seed, Generator):
        return seed
    if isinstance(seed, RandomState):
        return Generator(seed._bit_generator)
    return Generator(PCG64(seed))


default_rng.__module__ = "sameseed.numpy.random"
