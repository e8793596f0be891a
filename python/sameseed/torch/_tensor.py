# SPDX-License-Identifier: MIT
"""The light Tensor, and the bridge to torch's own where it is installed."""

import importlib.util
import sys

import numpy as np

from sameseed.torch import _dtypes, _printing

__all__ = ["Size", "Tensor", "Parameter", "set_tensor_type", "tensor_type"]


class Size(tuple):
    """A shape: torch.Size([2, 3])."""

    def numel(self):
        n = 1
        for size in self:
            n *= size
        return n

    def __repr__(self):
        return f"torch.Size([{', '.join(map(str, self))}])"

    def __getitem__(self, key):
        got = tuple.__getitem__(self, key)
        return Size(got) if isinstance(key, slice) else got


def _float_bits(bits):
    """bfloat16 as float32: the high half of the bits."""
    return (bits.astype(np.uint32) << 16).view(np.float32)


class Tensor:
    """Numbers with a shape and a dtype, over the memory of a NumPy array.

    It knows its text, NumPy (``__array__``), DLPack, indexing by views and
    PyTorch's draws in place. Calculating is NumPy's or PyTorch's business:
    ``numpy.asarray(t)``, ``torch.from_dlpack(t)``.
    """

    __slots__ = ("_array", "dtype", "requires_grad")
    __hash__ = object.__hash__

    def __init__(self, array, dtype=None, requires_grad=False):
        self._array = array
        self.dtype = _dtypes.of_numpy(array.dtype) if dtype is None else dtype
        self.requires_grad = requires_grad

    # --- shape ---

    @property
    def shape(self):
        return Size(self._array.shape)

    def size(self, dim=None):
        return self.shape if dim is None else self.shape[dim]

    @property
    def ndim(self):
        return self._array.ndim

    def dim(self):
        return self._array.ndim

    def numel(self):
        return self._array.size

    nelement = numel

    def stride(self):
        return tuple(s // self._array.itemsize for s in self._array.strides)

    def is_contiguous(self):
        return self._array.flags.c_contiguous

    def element_size(self):
        return self._array.itemsize

    def data_ptr(self):
        return self._array.ctypes.data

    @property
    def device(self):
        return "cpu"

    @property
    def is_leaf(self):
        return True

    @property
    def grad(self):
        return None

    def is_floating_point(self):
        return self.dtype.is_floating_point

    def is_complex(self):
        return self.dtype.is_complex

    # --- views ---

    def _view(self, array):
        return Tensor(array, self.dtype)

    @property
    def T(self):
        return self._view(self._array.T)

    def t(self):
        return self._view(self._array.T)

    def transpose(self, dim0, dim1):
        return self._view(self._array.swapaxes(dim0, dim1))

    def permute(self, *dims):
        dims = dims[0] if len(dims) == 1 else dims
        return self._view(self._array.transpose(dims))

    def reshape(self, *shape):
        shape = shape[0] if len(shape) == 1 else shape
        return self._view(self._array.reshape(shape))

    view = reshape

    def flatten(self):
        return self._view(self._array.reshape(-1))

    def contiguous(self):
        return self._view(np.ascontiguousarray(self._array).reshape(
            self._array.shape))

    def clone(self):
        return self._view(self._array.copy(order="K"))

    def detach(self):
        return self._view(self._array)

    @property
    def data(self):
        return self.detach()

    def requires_grad_(self, requires_grad=True):
        self.requires_grad = requires_grad
        return self

    def __getitem__(self, key):
        got = self._array[_index(key)]
        return self._view(got if isinstance(got, np.ndarray)
                          else np.asarray(got, self._array.dtype))

    def __setitem__(self, key, value):
        self._array[_index(key)] = _storage(value, self.dtype)

    def __len__(self):
        if not self._array.ndim:
            raise TypeError("len() of a 0-d tensor")
        return len(self._array)

    def __iter__(self):
        if not self._array.ndim:
            raise TypeError("iteration over a 0-d tensor")
        return (self[i] for i in range(len(self._array)))

    # --- values ---

    def tolist(self):
        return self._values().tolist()

    def item(self):
        if self._array.size != 1:
            raise RuntimeError(f"a Tensor with {self._array.size} elements "
                               "cannot be converted to Scalar")
        return self._values().item()

    def _values(self):
        bits = self.dtype.name == "bfloat16"
        return _float_bits(self._array) if bits else self._array

    def numpy(self, *, force=False):
        if self.requires_grad and not force:
            raise RuntimeError("Can't call numpy() on Tensor that requires "
                               "grad. Use tensor.detach().numpy() instead.")
        if self.dtype.name == "bfloat16":
            raise TypeError("Got unsupported ScalarType BFloat16")
        return self._array

    def __float__(self):
        return float(self.item())

    def __int__(self):
        return int(self.item())

    def __bool__(self):
        return bool(self.item())

    def __index__(self):
        if self.dtype.is_floating_point or self.dtype.is_complex:
            raise TypeError("only integer tensors of a single element can be "
                            "converted to an index")
        return int(self.item())

    def __array__(self, dtype=None, copy=None):
        values = self._values()
        if dtype is not None and np.dtype(dtype) != values.dtype:
            return values.astype(dtype)
        return values.copy() if copy else values

    def __dlpack__(self, **options):
        if self.dtype.name == "bfloat16":
            raise BufferError("bfloat16 has no DLPack export without torch")
        return self._array.__dlpack__(**options)

    def __dlpack_device__(self):
        return self._array.__dlpack_device__()

    def __copy__(self):
        return self._view(self._array)

    def __deepcopy__(self, memo):
        new = type(self).__new__(type(self))
        Tensor.__init__(new, self._array.copy(order="K"), self.dtype,
                        self.requires_grad)
        return new

    def __reduce__(self):
        return _rebuild, (type(self), self._array, self.dtype.name,
                          self.requires_grad)

    # --- text ---

    def __repr__(self):
        suffix = "requires_grad=True" if self.requires_grad else None
        return _printing.text(self._array, self.dtype, suffix)

    def __format__(self, spec):
        return format(self.item(), spec) if spec else str(self)


class Parameter(Tensor):
    """A Tensor that a module trains."""

    __slots__ = ()

    def __init__(self, data=None, requires_grad=True):
        if data is None:
            data = Tensor(np.empty(0, np.float32))
        array, dtype = unwrap(data)
        super().__init__(array, dtype, requires_grad)

    def __repr__(self):
        return "Parameter containing:\n" + super().__repr__()


def _rebuild(kind, array, dtype, requires_grad):
    new = kind.__new__(kind)
    Tensor.__init__(new, array, _dtypes.NAMES[dtype], requires_grad)
    return new


def _index(key):
    """An index in which tensors stand for arrays."""
    if isinstance(key, Tensor):
        return key._values()
    if isinstance(key, tuple):
        return tuple(map(_index, key))
    return key


def bfloat16_bits(values):
    """float32 to the nearest bfloat16, ties to even; NaN as PyTorch has it."""
    bits = np.ascontiguousarray(values, np.float32).view(np.uint32)
    nearest = (bits + (0x7FFF + ((bits >> 16) & 1))) >> 16
    return np.where(np.isnan(values), 0x7FC0, nearest).astype(np.uint16)


def _storage(value, dtype):
    """Values as the array of a tensor of that dtype holds them."""
    if is_tensor(value):
        array, its = unwrap(value)
        if its is dtype:
            return array
        value = _float_bits(array) if its.name == "bfloat16" else array
    if dtype.name == "bfloat16":
        return bfloat16_bits(np.asarray(value, np.float32))
    return np.asarray(value).astype(dtype.numpy)


# --- which tensors the functions answer ---

_kind = None


def tensor_type():
    """"torch" where torch can be imported, else "light"; see
    set_tensor_type."""
    global _kind
    if _kind is None:
        found = "torch" in sys.modules or importlib.util.find_spec("torch")
        set_tensor_type("torch" if found else "light")
    return _kind


def set_tensor_type(kind):
    """"torch": results are torch.Tensor, over the same memory; "light":
    sameseed.torch.Tensor, even where torch is installed."""
    global _kind
    if kind not in ("torch", "light"):
        raise ValueError(f"tensor type is 'torch' or 'light', not {kind!r}")
    if kind == "torch":
        import torch  # noqa: F401
    _kind = kind


def wrap(array, dtype, requires_grad=False):
    """A tensor over an array; no copy."""
    if tensor_type() == "light":
        return Tensor(array, dtype, requires_grad)
    torch = sys.modules["torch"]
    if dtype.name == "bfloat16":
        made = torch.from_numpy(array.view(np.int16)).view(torch.bfloat16)
    else:
        made = torch.from_numpy(array)
    return made.requires_grad_() if requires_grad else made


def wrap_parameter(array, dtype, requires_grad=True):
    if tensor_type() == "light":
        return Parameter(Tensor(array, dtype), requires_grad)
    torch = sys.modules["torch"]
    return torch.nn.Parameter(wrap(array, dtype), requires_grad)


def is_tensor(value):
    torch = sys.modules.get("torch")
    theirs = getattr(torch, "Tensor", ())
    return isinstance(value, Tensor) or isinstance(value, theirs)


def unwrap(tensor):
    """The array over a tensor's memory, and its dtype."""
    if isinstance(tensor, Tensor):
        return tensor._array, tensor.dtype
    dtype = _dtypes.of(tensor.dtype)
    torch = sys.modules["torch"]
    plain = tensor.detach()
    if dtype.name == "bfloat16":
        return plain.view(torch.int16).numpy().view(np.uint16), dtype
    return plain.numpy(), dtype
