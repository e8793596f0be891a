# SPDX-License-Identifier: MIT
import abc
from typing import Any

from numpy.typing import DTypeLike

from sameseed.numpy.random import (
    BitGenerator as BitGenerator,
    SeedSequence as SeedSequence,
)

__all__: list[str]

class ISeedSequence(abc.ABC):
    @abc.abstractmethod
    def generate_state(self, n_words: int, dtype: DTypeLike = ...) -> Any: ...

class ISpawnableSeedSequence(ISeedSequence):
    @abc.abstractmethod
    def spawn(self, n_children: int) -> list[Any]: ...

class SeedlessSeedSequence:
    def generate_state(self, n_words: int, dtype: DTypeLike = ...) -> Any: ...
    def spawn(self, n_children: int) -> list[Any]: ...
