# SPDX-License-Identifier: MIT
"""torch.rand and its fellows: draws that make a tensor.

Learned from: PyTorch 2.13.0 (TensorFactories.cpp, Distributions.cpp), by
experiment.
"""

import operator

import numpy as np

from sameseed.torch import _dtypes, _draws, _generator
from sameseed.torch._defaults import default_dtype
from sameseed.torch._tensor import is_tensor, unwrap, wrap

__all__ = ["bernoulli", "binomial", "multinomial", "normal", "poisson",
           "rand", "rand_like", "randint", "randint_like", "randn",
           "randn_like", "randperm"]


# --- arguments ---

def sizes(given):
    """(2, 3), ((2, 3),) or ([2, 3],) as a shape."""
    if len(given) == 1 and not hasattr(given[0], "__index__"):
        given = tuple(given[0])
    shape = tuple(operator.index(n) for n in given)
    for n in shape:
        if n < 0:
            raise RuntimeError("Trying to create tensor with negative "
                               f"dimension {n}: {list(shape)}")
    return shape


def _refuse(name, value, supported):
    raise NotImplementedError(f"not supported: {name}={value!r}; supported: "
                              f"{supported}")


def check_options(device=None, layout=None, pin_memory=False,
                  memory_format=None):
    """Keywords of which one value is supported."""
    if device is not None and str(device) != "cpu":
        _refuse("device", str(device), "'cpu'")
    if layout is not None and str(layout) != "torch.strided":
        _refuse("layout", str(layout), "torch.strided")
    if pin_memory:
        _refuse("pin_memory", pin_memory, "False")
    if memory_format is not None and str(memory_format) not in (
            "torch.preserve_format", "torch.contiguous_format"):
        _refuse("memory_format", str(memory_format),
                "preserve_format and contiguous_format")


def chosen(dtype):
    return default_dtype() if dtype is None else _dtypes.of(dtype)


class _Result:
    """Where a function draws: into out=, or into a new tensor."""

    def __init__(self, shape, dtype, out, requires_grad=False):
        self.out = out
        self.requires_grad = requires_grad
        if out is None:
            self.dtype = chosen(dtype)
            self.array = np.empty(shape, self.dtype.numpy)
            return
        self.array, self.dtype = unwrap(out)
        if dtype is not None and _dtypes.of(dtype) is not self.dtype:
            raise RuntimeError(
                f"dtype {_dtypes.of(dtype)!r} does not match dtype of out "
                f"parameter ({self.dtype!r})")
        if self.array.shape != tuple(shape):
            raise NotImplementedError("not supported: out= of another shape, "
                                      "which PyTorch resizes")

    def tensor(self):
        if self.out is not None:
            return self.out
        return wrap(self.array, self.dtype, self.requires_grad)


# --- rand, randn, randint, randperm ---

def _new(name, numbers, given, generator, out, dtype, options,
         requires_grad=False):
    check_options(**options)
    shape = sizes(given)
    result = _Result(shape, dtype, out, requires_grad)
    _draws.in_place(_generator.of(generator), name, result.array,
                    result.dtype, *numbers)
    return result.tensor()


def rand(*size, generator=None, out=None, dtype=None, requires_grad=False,
         **options):
    """Uniform on [0, 1): a word of 32 bits a value, two for float64."""
    return _new("uniform", (0, 1), size, generator, out, dtype, options,
                requires_grad)


def randn(*size, generator=None, out=None, dtype=None, requires_grad=False,
          **options):
    """Standard normal; below 16 values in pairs, else in blocks of 16."""
    return _new("normal", (0, 1), size, generator, out, dtype, options,
                requires_grad)


def randint(*args, low=None, high=None, size=None, generator=None, out=None,
            dtype=None, requires_grad=False, **options):
    """randint(high, size), randint(low, high, size): ints below high."""
    args = list(args)
    if args and size is None:
        size = args.pop()
    if args and high is None:
        high = args.pop()
    if args and low is None:
        low = args.pop()
    if args or size is None or high is None:
        raise TypeError("randint() takes (high, size) or (low, high, size)")
    check_options(**options)
    low = 0 if low is None else operator.index(low)
    high = operator.index(high)
    dtype = _dtypes.NAMES["int64"] if dtype is None and out is None else dtype
    result = _Result(sizes((size,)), dtype, out, requires_grad)
    _draws.random_range(_generator.of(generator), result.array, result.dtype,
                        low, high)
    return result.tensor()


def randperm(n, *, generator=None, out=None, dtype=None, requires_grad=False,
             **options):
    """The ints below n in random order."""
    check_options(**options)
    n = operator.index(n)
    if n < 0:
        raise RuntimeError(f"n must be non-negative, got{n}")
    dtype = _dtypes.NAMES["int64"] if dtype is None and out is None else dtype
    result = _Result((n,), dtype, out, requires_grad)
    g = _generator.of(generator)
    status = _draws.fill(g, "randperm", result.dtype, result.array)
    _draws.raise_randperm(status, result.dtype)
    return result.tensor()


# --- the same in the shape of a tensor ---

def _like(input, dtype):
    """An array with the strides that PyTorch preserves."""
    array, its = unwrap(input)
    dtype = its if dtype is None else _dtypes.of(dtype)
    dense = array.size and not _draws.is_overlapping(array)
    return np.empty_like(array, dtype.numpy, order="K" if dense else "C",
                         subok=False), dtype


def rand_like(input, *, dtype=None, generator=None, requires_grad=False,
              **options):
    check_options(**options)
    array, dtype = _like(input, dtype)
    _draws.in_place(_generator.of(generator), "uniform", array, dtype, 0, 1)
    return wrap(array, dtype, requires_grad)


def randn_like(input, *, dtype=None, generator=None, requires_grad=False,
               **options):
    check_options(**options)
    array, dtype = _like(input, dtype)
    _draws.in_place(_generator.of(generator), "normal", array, dtype, 0, 1)
    return wrap(array, dtype, requires_grad)


def randint_like(input, *args, low=0, high=None, dtype=None, generator=None,
                 requires_grad=False, **options):
    """randint_like(input, high), randint_like(input, low, high)."""
    if len(args) == 2:
        low, high = args
    elif args:
        high, = args
    check_options(**options)
    array, dtype = _like(input, dtype)
    _draws.random_range(_generator.of(generator), array, dtype,
                        operator.index(low), operator.index(high))
    return wrap(array, dtype, requires_grad)


# --- draws whose parameters are tensors ---

def _check_std(array, dtype):
    if dtype.is_complex:
        raise RuntimeError("normal expects standard deviation to be "
                           "non-complex")
    values = unwrap_values(array, dtype)
    if not (values >= 0).all():
        raise RuntimeError("normal expects all elements of std >= 0.0")


def unwrap_values(array, dtype):
    """Numbers to compare with; bfloat16 as float32."""
    if dtype.name == "bfloat16":
        return (array.astype(np.uint32) << 16).view(np.float32)
    return array


def _normal_tensors(g, mean, std, out):
    arrays = [unwrap(x) if is_tensor(x) else None for x in (mean, std)]
    if arrays[1] is not None:
        _check_std(*arrays[1])
    given = [a for a in arrays if a is not None]
    dtype = given[0][1]
    if given[-1][1] is not dtype:
        raise NotImplementedError("not supported: normal() of a mean and a "
                                  "std of different dtypes")
    shape = given[0][0].shape
    if len(given) == 2:
        shape = _draws.broadcast(shape, given[1][0].shape)
    if not (dtype.is_floating_point or dtype.is_complex):
        raise _draws.not_implemented("normal_kernel_cpu", dtype)
    result = _Result(shape, dtype, out)
    inputs = tuple(None if a is None else _draws.gather(a[0], shape)
                   for a in arrays)
    numbers = tuple(float(x) if a is None else 0.0
                    for x, a in zip((mean, std), arrays))
    status = _draws.fill(g, "normal_tensor", dtype, result.array, numbers, (),
                         inputs)
    _draws.raise_status(status)
    return result.tensor()


def normal(mean=0.0, std=1.0, size=None, *, generator=None, out=None,
           dtype=None, requires_grad=False, **options):
    """normal(mean, std) with tensors, or normal(mean, std, size)."""
    check_options(**options)
    g = _generator.of(generator)
    if is_tensor(mean) or is_tensor(std):
        if not is_tensor(std) and not float(std) >= 0:
            raise RuntimeError("normal expects std >= 0.0, but found std "
                               + _draws.number(std))
        return _normal_tensors(g, mean, std, out)
    if size is None:
        raise TypeError("normal() of two numbers needs a size")
    result = _Result(sizes((size,)), dtype, out, requires_grad)
    _draws.in_place(g, "normal", result.array, result.dtype, mean, std)
    return result.tensor()


def bernoulli(input, p=None, *, generator=None, out=None):
    """0 or 1; input holds the probabilities, or gives but the shape."""
    g = _generator.of(generator)
    array, dtype = unwrap(input)
    result = _Result(array.shape, None if out is not None else dtype, out)
    if p is not None:
        _draws.in_place(g, "bernoulli", result.array, result.dtype, p)
    else:
        _draws.bernoulli_tensor(g, result.array, result.dtype, array, dtype)
    return result.tensor()


def _check_multinomial(array, dtype, samples, replacement):
    if array.ndim not in (1, 2):
        raise RuntimeError("prob_dist must be 1 or 2 dim")
    if not dtype.is_floating_point:
        raise RuntimeError("multinomial only supports floating-point dtypes "
                           f"for input, got: {dtype.scalar}")
    categories = array.shape[-1]
    if samples <= 0:
        raise RuntimeError("cannot sample n_sample <= 0 samples")
    if not replacement and samples > categories:
        raise RuntimeError("cannot sample n_sample > prob_dist.size(-1) "
                           "samples without replacement")
    if categories > 2**24:
        raise RuntimeError("number of categories cannot exceed 2^24")
    gaps = not array.flags.c_contiguous
    if gaps and (not replacement or samples == 1):
        raise NotImplementedError("not supported: multinomial() without "
                                  "replacement of a tensor that is not "
                                  "contiguous")


def multinomial(input, num_samples, replacement=False, *, generator=None):
    """Indices, drawn with the weights of a vector or of each row."""
    array, dtype = unwrap(input)
    samples = operator.index(num_samples)
    _check_multinomial(array, dtype, samples, replacement)
    rows = array.shape[0] if array.ndim == 2 else 1
    out = np.empty((*array.shape[:-1], samples), np.int64)
    status = _draws.fill(
        _generator.of(generator), "multinomial", dtype, out, (),
        (rows, array.shape[-1], 2 * samples + bool(replacement)),
        (_draws.gather(array, array.shape),))
    _draws.raise_status(status)
    return wrap(out, _dtypes.NAMES["int64"])


def poisson(input, generator=None):
    """Poisson counts of the rates in input, in its dtype."""
    array, dtype = unwrap(input)
    if not dtype.is_floating_point:
        raise _draws.not_implemented("poisson_cpu", dtype)
    out = np.empty(array.shape, array.dtype)
    status = _draws.fill(_generator.of(generator), "poisson", dtype, out, (),
                         (), (_draws.gather(array, array.shape),))
    _draws.raise_status(status)
    return wrap(out, dtype)


def _check_binomial(count, prob):
    for name, (_, dtype) in (("count", count), ("prob", prob)):
        if not dtype.is_floating_point:
            raise ValueError("binomial only supports floating-point dtypes "
                             f"for {name}, got: {dtype.scalar}")
    _draws.raise_sizes(count[0].shape, prob[0].shape)
    if count[1].name not in ("float32", "float64"):
        raise _draws.not_implemented("binomial_cpu", count[1])
    if prob[1] is not count[1]:
        raise RuntimeError(f"Found dtype {prob[1].scalar} but expected "
                           f"{count[1].scalar}")
    for array, _ in (count, prob):
        if not array.flags.c_contiguous:
            raise NotImplementedError("not supported: binomial() of tensors "
                                      "that are not contiguous")


def binomial(count, prob, generator=None):
    """Binomial counts of float32 or float64 tensors that broadcast."""
    count, prob = unwrap(count), unwrap(prob)
    _check_binomial(count, prob)
    shape = np.broadcast_shapes(count[0].shape, prob[0].shape)
    out = np.empty(shape, count[0].dtype)
    inputs = tuple(_draws.gather(x[0], shape) for x in (count, prob))
    status = _draws.fill(_generator.of(generator), "binomial", count[1], out,
                         (), (), inputs)
    _draws.raise_status(status)
    return wrap(out, count[1])
