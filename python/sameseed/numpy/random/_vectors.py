# SPDX-License-Identifier: MIT
"""What RandomState and Generator share of choice and of vectors."""
import operator

import numpy as np


def rows_shape(size, k):
    """The shape of size rows of k values."""
    if size is None:
        return (k,)
    try:
        return (operator.index(size), k)
    except Exception:
        return tuple(size) + (k,)


def kahan_sum(values):
    """The sum as NumPy checks it, of Python floats."""
    if not values:
        return 0.0
    total, rest = values[0], 0.0
    for value in values[1:]:
        y = value - rest
        t = total + y
        rest = (t - total) - y
        total = t
    return total


def tolerance(p):
    """How far from 1 the probabilities may sum up."""
    atol = np.sqrt(np.finfo(np.float64).eps)
    if isinstance(p, np.ndarray) and np.issubdtype(p.dtype, np.floating):
        atol = max(atol, np.sqrt(np.finfo(p.dtype).eps))
    return atol


def check_unit(values, name):
    """Python floats that must be in [0, 1]."""
    for value in values:
        if not 0 <= value <= 1:
            raise ValueError(f"{name} < 0, {name} > 1 or {name} contains "
                             "NaNs")


def is_some(size):
    """Whether size asks for any value."""
    return size is None or np.prod(size) != 0


def sum_error(pvals, which):
    """The error for probabilities that sum up to more than 1."""
    if (isinstance(pvals, np.ndarray)
            and np.issubdtype(pvals.dtype, np.floating)
            and pvals.dtype != float and pvals.sum() < 1.0001):
        return ValueError(
            f"sum(pvals{which}.astype(np.float64)) > 1.0. The pvals array is "
            "cast to 64-bit floating point prior to checking the sum. "
            "Precision changes when casting may cause problems even if the "
            "sum of the original pvals is valid.")
    return ValueError(f"sum(pvals{which}) > 1.0")


def without_replacement(p, size, shape, dtype, uniform):
    """Indices drawn by p, each at most once; uniform(n) draws n doubles."""
    if np.count_nonzero(p > 0) < size:
        raise ValueError("Fewer non-zero entries in p than size")
    p = p.copy()
    found = np.zeros(shape, dtype)
    flat = found.ravel()
    n = 0
    while n < size:
        x = uniform(size - n)
        if n > 0:
            p[flat[0:n]] = 0
        cdf = np.cumsum(p)
        cdf /= cdf[-1]
        new = cdf.searchsorted(x, side="right")
        _, first = np.unique(new, return_index=True)
        first.sort()
        new = new.take(first)
        flat[n:n + new.size] = new
        n += new.size
    return found


def normal_shape(mean, cov, size):
    """Checks of multivariate_normal; the shape of the result."""
    if size is None:
        shape = []
    elif isinstance(size, (int, np.integer)):
        shape = [size]
    else:
        shape = size
    if mean.ndim != 1:
        raise ValueError("mean must be 1 dimensional")
    if cov.ndim != 2 or cov.shape[0] != cov.shape[1]:
        raise ValueError("cov must be 2 dimensional and square")
    if mean.shape[0] != cov.shape[0]:
        raise ValueError("mean and cov must have same length")
    if not hasattr(shape, "__getitem__"):
        raise TypeError(f"'{type(shape).__name__}' object is unsliceable")
    return list(shape[:]) + [mean.shape[0]]


NOT_PSD = "covariance is not symmetric positive-semidefinite."
NOT_A_SEQUENCE = (
    "you are shuffling a '{}' object which is not a subclass of 'Sequence'; "
    "`shuffle` is not guaranteed to behave correctly. E.g., non-numpy "
    "array/tensor objects with view semantics may contain duplicates after "
    "shuffling.")
