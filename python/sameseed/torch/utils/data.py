# SPDX-License-Identifier: MIT
"""torch.utils.data: the samplers, the order of a DataLoader, random_split.

Learned from: PyTorch 2.13.0 (torch/utils/data/sampler.py, dataloader.py,
dataset.py), by experiment.
"""

import math

import numpy as np

from sameseed.torch import _dtypes, _functions, _generator
from sameseed.torch._tensor import is_tensor, unwrap, wrap

__all__ = ["BatchSampler", "DataLoader", "Dataset", "RandomSampler", "Sampler",
           "SequentialSampler", "Subset", "SubsetRandomSampler",
           "TensorDataset", "WeightedRandomSampler", "random_split"]


def _word(generator=None):
    """torch.empty((), dtype=torch.int64).random_(): two words."""
    from sameseed.torch import _draws

    out = np.empty((), np.int64)
    _draws.random_all(_generator.of(generator), out, _dtypes.NAMES["int64"])
    return int(out)


def _ints(tensor):
    return unwrap(tensor)[0].tolist()


# --- data sets ---

class Dataset:
    """Derive from it: __len__ and __getitem__."""

    def __getitem__(self, index):
        raise NotImplementedError(
            "Subclasses of Dataset should implement __getitem__.")


class TensorDataset(Dataset):
    """Tensors that have their first axis in common."""

    def __init__(self, *tensors):
        sizes = {unwrap(t)[0].shape[0] for t in tensors}
        if len(sizes) != 1:
            raise AssertionError("Size mismatch between tensors")
        self.tensors = tensors

    def __getitem__(self, index):
        return tuple(t[index] for t in self.tensors)

    def __len__(self):
        return unwrap(self.tensors[0])[0].shape[0]


class Subset(Dataset):
    """The elements of a data set at some indices."""

    def __init__(self, dataset, indices):
        self.dataset = dataset
        self.indices = indices

    def __getitem__(self, index):
        if isinstance(index, list):
            return self.dataset[[self.indices[i] for i in index]]
        return self.dataset[self.indices[index]]

    def __len__(self):
        return len(self.indices)


def random_split(dataset, lengths, generator=None):
    """Subsets of given lengths, or fractions, in one random order."""
    if math.isclose(sum(lengths), 1) and sum(lengths) <= 1:
        lengths = _whole_lengths(len(dataset), lengths)
    if sum(lengths) != len(dataset):
        raise ValueError("Sum of input lengths does not equal the length of "
                         "the input dataset!")
    order = _ints(_functions.randperm(sum(lengths), generator=generator))
    parts, at = [], 0
    for length in lengths:
        parts.append(Subset(dataset, order[at:at + length]))
        at += length
    return parts


def _whole_lengths(n, fractions):
    lengths = []
    for i, fraction in enumerate(fractions):
        if fraction < 0 or fraction > 1:
            raise ValueError(f"Fraction at index {i} is not between 0 and 1")
        lengths.append(math.floor(n * fraction))
    for i in range(n - sum(lengths)):
        lengths[i % len(lengths)] += 1
    return lengths


# --- samplers ---

class Sampler:
    """What gives a DataLoader its indices."""

    def __init__(self, data_source=None):
        pass


class SequentialSampler(Sampler):
    def __init__(self, data_source):
        self.data_source = data_source

    def __iter__(self):
        return iter(range(len(self.data_source)))

    def __len__(self):
        return len(self.data_source)


class RandomSampler(Sampler):
    """All indices in random order, or num_samples of them."""

    def __init__(self, data_source, replacement=False, num_samples=None,
                 generator=None):
        if not isinstance(replacement, bool):
            raise TypeError("replacement should be a boolean value, but got "
                            f"replacement={replacement}")
        self.data_source = data_source
        self.replacement = replacement
        self._num_samples = num_samples
        self.generator = generator
        if not isinstance(self.num_samples, int) or self.num_samples <= 0:
            raise ValueError("num_samples should be a positive integer value, "
                             f"but got num_samples={self.num_samples}")

    @property
    def num_samples(self):
        if self._num_samples is None:
            return len(self.data_source)
        return self._num_samples

    def __iter__(self):
        n = len(self.data_source)
        generator = self.generator
        if generator is None:
            generator = _generator.Generator()
            generator._capability = _generator.default_generator._capability
            generator.manual_seed(_word())
        if self.replacement:
            yield from self._replaced(n, generator)
            return
        for _ in range(self.num_samples // n):
            yield from _ints(_functions.randperm(n, generator=generator))
        rest = self.num_samples % n
        yield from _ints(_functions.randperm(n, generator=generator))[:rest]

    def _replaced(self, n, generator):
        for _ in range(self.num_samples // 32):
            yield from _ints(_functions.randint(n, (32,),
                                                generator=generator))
        rest = (self.num_samples % 32,)
        yield from _ints(_functions.randint(n, rest, generator=generator))

    def __len__(self):
        return self.num_samples


class SubsetRandomSampler(Sampler):
    def __init__(self, indices, generator=None):
        self.indices = indices
        self.generator = generator

    def __iter__(self):
        order = _functions.randperm(len(self.indices),
                                    generator=self.generator)
        for i in _ints(order):
            yield self.indices[i]

    def __len__(self):
        return len(self.indices)


class WeightedRandomSampler(Sampler):
    def __init__(self, weights, num_samples, replacement=True,
                 generator=None):
        if (not isinstance(num_samples, int) or isinstance(num_samples, bool)
                or num_samples <= 0):
            raise ValueError("num_samples should be a positive integer value, "
                             f"but got num_samples={num_samples}")
        if not isinstance(replacement, bool):
            raise ValueError("replacement should be a boolean value, but got "
                             f"replacement={replacement}")
        values = np.asarray(unwrap(weights)[0] if is_tensor(weights)
                            else list(weights), np.float64)
        if values.ndim != 1:
            raise ValueError("weights should be a 1d sequence but given "
                             f"weights have shape {values.shape}")
        self.weights = wrap(values, _dtypes.NAMES["float64"])
        self.num_samples = num_samples
        self.replacement = replacement
        self.generator = generator

    def __iter__(self):
        drawn = _functions.multinomial(self.weights, self.num_samples,
                                       self.replacement,
                                       generator=self.generator)
        yield from iter(_ints(drawn))

    def __len__(self):
        return self.num_samples


class BatchSampler(Sampler):
    def __init__(self, sampler, batch_size, drop_last):
        if (not isinstance(batch_size, int) or isinstance(batch_size, bool)
                or batch_size <= 0):
            raise ValueError("batch_size should be a positive integer value, "
                             f"but got batch_size={batch_size}")
        if not isinstance(drop_last, bool):
            raise ValueError("drop_last should be a boolean value, but got "
                             f"drop_last={drop_last}")
        self.sampler = sampler
        self.batch_size = batch_size
        self.drop_last = drop_last

    def __iter__(self):
        batch = []
        for index in self.sampler:
            batch.append(index)
            if len(batch) == self.batch_size:
                yield batch
                batch = []
        if batch and not self.drop_last:
            yield batch

    def __len__(self):
        if self.drop_last:
            return len(self.sampler) // self.batch_size
        return -(-len(self.sampler) // self.batch_size)


# --- the loader ---

class DataLoader:
    """Batches in PyTorch's order, in this process.

    num_workers is taken for the seed that it draws; no worker is started.
    """

    def __init__(self, dataset, batch_size=1, shuffle=None, sampler=None,
                 batch_sampler=None, num_workers=0, collate_fn=None,
                 pin_memory=False, drop_last=False, timeout=0,
                 worker_init_fn=None, multiprocessing_context=None,
                 generator=None):
        if worker_init_fn is not None or pin_memory:
            raise NotImplementedError("not supported: worker_init_fn and "
                                      "pin_memory of DataLoader")
        if sampler is not None and shuffle:
            raise ValueError("sampler option is mutually exclusive with "
                             "shuffle")
        if batch_sampler is not None and (batch_size != 1 or shuffle
                                          or sampler is not None or drop_last):
            raise ValueError("batch_sampler option is mutually exclusive with "
                             "batch_size, shuffle, sampler, and drop_last")
        self.dataset = dataset
        self.generator = generator
        self.collate_fn = collate_fn
        self.num_workers = num_workers
        self.sampler = sampler or (
            RandomSampler(dataset, generator=generator) if shuffle
            else SequentialSampler(dataset))
        self.batch_size = None if batch_sampler is not None else batch_size
        if batch_sampler is None and batch_size is not None:
            batch_sampler = BatchSampler(self.sampler, batch_size, drop_last)
        self.batch_sampler = batch_sampler

    def __iter__(self):
        indices = iter(self.sampler if self.batch_sampler is None
                       else self.batch_sampler)
        _word(self.generator)  # the workers' base seed
        return self._batches(indices)

    def _batches(self, indices):
        collate = self.collate_fn or _collate
        for index in indices:
            if self.batch_sampler is None:
                item = self.dataset[index]
                yield self.collate_fn(item) if self.collate_fn else item
            else:
                yield collate([self.dataset[i] for i in index])

    def __len__(self):
        return len(self.sampler if self.batch_sampler is None
                   else self.batch_sampler)


def _collate(batch):
    """default_collate for numbers, tensors, arrays, tuples, lists, dicts."""
    first = batch[0]
    if is_tensor(first):
        return wrap(np.stack([unwrap(t)[0] for t in batch]), unwrap(first)[1])
    if isinstance(first, (np.ndarray, np.generic)):
        stacked = np.stack(batch)
        return wrap(stacked, _dtypes.of_numpy(stacked.dtype))
    if isinstance(first, float):
        return wrap(np.array(batch, np.float64), _dtypes.NAMES["float64"])
    if isinstance(first, int):
        return wrap(np.array(batch, np.int64), _dtypes.NAMES["int64"])
    if isinstance(first, (str, bytes)):
        return batch
    if isinstance(first, dict):
        return {key: _collate([item[key] for item in batch]) for key in first}
    if isinstance(first, tuple) and hasattr(first, "_fields"):
        return type(first)(*(_collate(part) for part in zip(*batch)))
    if isinstance(first, (tuple, list)):
        return [_collate(part) for part in zip(*batch)]
    raise TypeError("default_collate: batch must contain tensors, numpy "
                    "arrays, numbers, dicts or lists; found "
                    f"{type(first)}")
