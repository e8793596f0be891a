# SPDX-License-Identifier: MIT
"""Checks of arguments that are arrays, in NumPy's order and words."""
import warnings

import numpy as np

_LAM_MAX = 9.223372006484771e+18
_HYPERGEOMETRIC_MAX = 10 ** 9
_LIMITS = {name: (int(np.iinfo(name).min), int(np.iinfo(name).max))
           for name in ("int8", "int16", "int32", "int64", "uint8", "uint16",
                        "uint32", "uint64")}
_LIMITS["bool"] = (0, 1)
_WIDER = {"bool": np.uint8, "int8": np.uint16, "int16": np.uint32,
          "int32": np.uint64, "uint8": np.uint16, "uint16": np.uint32,
          "uint32": np.uint64}


def triangular(left, mode, right):
    if np.any(np.greater(left, mode)):
        raise ValueError("left > mode")
    if np.any(np.greater(mode, right)):
        raise ValueError("mode > right")
    if np.any(np.equal(left, right)):
        raise ValueError("left == right")


def uniform(low, high):
    width = np.asanyarray(np.subtract(high, low))
    if not np.all(np.isfinite(width)):
        raise OverflowError("Range exceeds valid bounds")
    return low, np.asarray(width, np.float64)


def negative_binomial(n, p):
    """The sizes of what poisson() would be given."""
    if np.any(np.isnan(n)):
        raise ValueError("n must not be NaN")
    if np.any(np.less_equal(n, 0)):
        raise ValueError("n <= 0")
    if not np.all(np.greater(p, 0)) or not np.all(np.less_equal(p, 1)):
        raise ValueError("p <= 0, p > 1 or p contains NaNs")
    if np.any(np.greater((1 - p) / p * (n + 10 * np.sqrt(n)), _LAM_MAX)):
        raise ValueError("n too large or p too small, see "
                         "Generator.negative_binomial Notes")


def hypergeometric(ngood, nbad, nsample):
    if np.any(np.less(np.add(ngood, nbad), nsample)):
        raise ValueError("ngood + nbad < nsample")


def generator_hypergeometric(ngood, nbad, nsample):
    if (np.any(ngood >= _HYPERGEOMETRIC_MAX)
            or np.any(nbad >= _HYPERGEOMETRIC_MAX)):
        raise ValueError("both ngood and nbad must be less than "
                         f"{_HYPERGEOMETRIC_MAX}")
    hypergeometric(ngood, nbad, nsample)


def _bounds_error(closed, low):
    if not np.any(low):
        return f"high {'<' if closed else '<='} 0"
    return f"low {'>' if closed else '>='} high"


def _int_dtype(stream, dtype):
    """The dtype of randint() or integers(), which must be an integer's."""
    if stream._legacy:
        result = np.dtype(dtype) if dtype is not int else np.dtype("long")
        if not result.isnative:
            warnings.warn(
                "Providing a dtype with a non-native byteorder is not "
                "supported. If you require platform-independent byteorder, "
                "call byteswap when required.\nIn future version, providing "
                "byteorder will raise a ValueError", DeprecationWarning,
                stacklevel=3)
            result = result.newbyteorder()
    else:
        result = np.dtype(dtype)
    if result.isnative and result.name in _LIMITS:
        return np.dtype(result.name)
    if result.isnative or stream._legacy:
        name = "randint" if stream._legacy else "integers"
        raise TypeError(f"Unsupported dtype {result!r} for {name}")
    raise ValueError("Providing a dtype with a non-native byteorder is not "
                     "supported. If you require platform-independent "
                     "byteorder, call byteswap when required.")


def _one_range(low, high, closed, name):
    low, high = int(low), int(high)
    if not closed:
        high -= 1
    least, most = _LIMITS[name]
    if low < least:
        raise ValueError(f"low is out of bounds for {name}")
    if high > most:
        raise ValueError(f"high is out of bounds for {name}")
    if low > high:
        raise ValueError(_bounds_error(closed, low))
    return low, high


def _small_ranges(low, high, closed, dtype):
    """Bounds of dtypes below 64 bits, both included, as int64."""
    least, most = _LIMITS[dtype.name]
    if not np.can_cast(low, dtype) and np.any(
            np.less(low, dtype.type(least))):
        raise ValueError(f"low is out of bounds for {dtype.name}")
    above = np.greater_equal if closed else np.greater
    if not np.can_cast(high, dtype) and np.any(
            above(high, _WIDER[dtype.name](most + 1))):
        raise ValueError(f"high is out of bounds for {dtype.name}")
    wrong = np.greater if closed else np.greater_equal
    if np.any(wrong(low, high)):
        raise ValueError(_bounds_error(closed, low))
    return (low.astype(np.int64),
            high.astype(np.int64) - (0 if closed else 1))


def _exact(array, shift, dtype, complain):
    out = np.empty_like(array, dtype=dtype)
    flat = out.reshape(-1) if out.flags.c_contiguous else None
    values = []
    for value in array.flat:
        value = int(value) - shift
        complain(value)
        values.append(value)
    if flat is None:
        out = np.empty(array.shape, dtype)
        flat = out.reshape(-1)
    flat[:] = np.array(values, dtype)
    return out


def _large_ranges(low, high, closed, dtype):
    """Bounds of int64 and uint64, both included."""
    least, most = _LIMITS[dtype.name]

    def low_fits(value):
        if value < least or value > most:
            raise ValueError(f"low is out of bounds for {dtype.name}")

    def high_fits(value):
        if value > most:
            raise ValueError(f"high is out of bounds for {dtype.name}")
        if value < least:
            raise ValueError(_bounds_error(closed, low))

    low = (low.astype(dtype) if np.can_cast(low, dtype)
           else _exact(low, 0, dtype, low_fits))
    is_open = not closed
    if np.can_cast(high, dtype):
        high = high.astype(dtype)
    else:
        high = _exact(high, int(is_open), dtype, high_fits)
        is_open = False
    wrong = np.greater_equal if is_open else np.greater
    if np.any(wrong(low, high)):
        raise ValueError(_bounds_error(closed, low))
    return low, high - dtype.type(1) if is_open else high


def integers(stream, low, high, size, dtype, endpoint=False):
    """randint() and integers() of what C does not take as it is."""
    if high is None:
        low, high = 0, low
    asked, dtype = dtype, _int_dtype(stream, dtype)
    closed = bool(endpoint)
    result = _draw_integers(stream, low, high, size, dtype, closed)
    if (size is None and (asked is bool or asked is int)
            and np.array(result).shape == ()):
        return asked(result)
    return result


def _draw_integers(stream, low, high, size, dtype, closed):
    if size is not None and np.prod(size) == 0:
        return np.empty(size, dtype)
    low, high = np.asarray(low), np.asarray(high)
    if low.ndim == 0 and high.ndim == 0:
        low, high = _one_range(low, high, closed, dtype.name)
        out = np.empty(() if size is None else size, dtype)
        stream._integers(low, high, out)
        return out[()] if size is None else out
    ranges = _large_ranges if dtype.itemsize == 8 else _small_ranges
    low, high = ranges(low, high, closed, dtype)
    if size is not None:
        out = np.empty(size, dtype)
    else:
        out = np.empty(np.broadcast(low, high).shape, dtype)
    stream._integers(low, high, out)
    return out
