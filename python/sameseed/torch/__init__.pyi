# SPDX-License-Identifier: MIT
from collections.abc import Sequence
from typing import Any, Literal, overload

import numpy as np

from sameseed.torch import nn as nn, random as random, utils as utils
from sameseed.torch._dtypes import dtype as dtype
from sameseed.torch._generator import Generator as Generator
from sameseed.torch._tensor import Size as Size, Tensor as Tensor

# Results are torch.Tensor where set_tensor_type("torch") holds.
_Tensor = Any
_Size = int | Sequence[int]
_Dtype = Any

bool: dtype
int8: dtype
uint8: dtype
int16: dtype
uint16: dtype
int32: dtype
uint32: dtype
int64: dtype
uint64: dtype
float16: dtype
bfloat16: dtype
float32: dtype
float64: dtype
complex64: dtype
complex128: dtype
half: dtype
float: dtype
double: dtype
short: dtype
int: dtype
long: dtype
cfloat: dtype
cdouble: dtype

default_generator: Generator

def manual_seed(seed: Any) -> Generator: ...
def seed() -> Any: ...
def initial_seed() -> Any: ...
def get_rng_state() -> _Tensor: ...
def set_rng_state(new_state: _Tensor) -> None: ...
def set_default_dtype(d: _Dtype) -> None: ...
def get_default_dtype() -> _Dtype: ...
def set_tensor_type(kind: Literal["torch", "light"]) -> None: ...
def tensor_type() -> Literal["torch", "light"]: ...
def is_tensor(value: object) -> Any: ...
def set_printoptions(
    precision: Any = ..., threshold: Any = ..., edgeitems: Any = ...,
    linewidth: Any = ..., profile: str | None = ..., sci_mode: Any = ...,
) -> None: ...
def rand(
    *size: Any, generator: Generator | None = ..., out: _Tensor | None = ...,
    dtype: _Dtype = ..., requires_grad: Any = ..., **options: Any,
) -> _Tensor: ...
def randn(
    *size: Any, generator: Generator | None = ..., out: _Tensor | None = ...,
    dtype: _Dtype = ..., requires_grad: Any = ..., **options: Any,
) -> _Tensor: ...
@overload
def randint(
    high: Any, size: Any, /, *, generator: Generator | None = ...,
    out: _Tensor | None = ..., dtype: _Dtype = ..., **options: Any,
) -> _Tensor: ...
@overload
def randint(
    low: Any, high: Any, size: Any, /, *, generator: Generator | None = ...,
    out: _Tensor | None = ..., dtype: _Dtype = ..., **options: Any,
) -> _Tensor: ...
def randperm(
    n: Any, *, generator: Generator | None = ..., out: _Tensor | None = ...,
    dtype: _Dtype = ..., requires_grad: Any = ..., **options: Any,
) -> _Tensor: ...
def rand_like(
    input: _Tensor, *, dtype: _Dtype = ..., generator: Generator | None = ...,
    requires_grad: Any = ..., **options: Any,
) -> _Tensor: ...
def randn_like(
    input: _Tensor, *, dtype: _Dtype = ..., generator: Generator | None = ...,
    requires_grad: Any = ..., **options: Any,
) -> _Tensor: ...
def randint_like(
    input: _Tensor, *args: Any, low: Any = ..., high: Any = ...,
    dtype: _Dtype = ..., generator: Generator | None = ..., **options: Any,
) -> _Tensor: ...
def normal(
    mean: Any = ..., std: Any = ..., size: _Size | None = ..., *,
    generator: Generator | None = ..., out: _Tensor | None = ...,
    dtype: _Dtype = ..., requires_grad: Any = ..., **options: Any,
) -> _Tensor: ...
def bernoulli(
    input: _Tensor, p: Any = ..., *, generator: Generator | None = ...,
    out: _Tensor | None = ...,
) -> _Tensor: ...
def multinomial(
    input: _Tensor, num_samples: Any, replacement: Any = ..., *,
    generator: Generator | None = ...,
) -> _Tensor: ...
def poisson(input: _Tensor, generator: Generator | None = ...) -> _Tensor: ...
def binomial(
    count: _Tensor, prob: _Tensor, generator: Generator | None = ...
) -> _Tensor: ...
def tensor(
    data: Any, *, dtype: _Dtype = ..., requires_grad: Any = ..., **options: Any
) -> _Tensor: ...
def from_numpy(array: np.ndarray[Any, Any]) -> _Tensor: ...
def zeros(*size: Any, dtype: _Dtype = ..., **options: Any) -> _Tensor: ...
def ones(*size: Any, dtype: _Dtype = ..., **options: Any) -> _Tensor: ...
def empty(*size: Any, dtype: _Dtype = ..., **options: Any) -> _Tensor: ...
def full(
    size: _Size, fill_value: Any, *, dtype: _Dtype = ..., **options: Any
) -> _Tensor: ...
def zeros_like(input: _Tensor, *, dtype: _Dtype = ..., **options: Any) -> _Tensor: ...
def ones_like(input: _Tensor, *, dtype: _Dtype = ..., **options: Any) -> _Tensor: ...
def empty_like(input: _Tensor, *, dtype: _Dtype = ..., **options: Any) -> _Tensor: ...
def arange(*args: Any, dtype: _Dtype = ..., **options: Any) -> _Tensor: ...
