# SPDX-License-Identifier: MIT
"""Random models of all kinds of layers: names, shapes and values of their
state_dict(), and the 5056 bytes of the generator afterwards, as PyTorch has
them and as the C builder makes them. SS_LIVE_COUNT models.
"""
import ctypes as c
import os
import random

import pytest

torch = pytest.importorskip("torch")

import torch_nn_layers as layers  # noqa: E402

LIBRARY = os.environ.get("SS_LIBRARY")
COUNT = int(os.environ.get("SS_LIVE_COUNT", "300"))
SEED = (int(os.environ.get("SS_LIVE_SEED", "0"))
        or random.SystemRandom().getrandbits(32))
pytestmark = [pytest.mark.filterwarnings("ignore"),
              pytest.mark.skipif(not LIBRARY,
                                 reason="SS_LIBRARY names no library")]


def as_bytes(t):
    return t.detach().reshape(-1).view(torch.uint8).numpy().tobytes()


def by_torch(makers, seed):
    torch.manual_seed(seed)
    model = torch.nn.Sequential(*[make() for make in makers])
    return model.state_dict(), torch.get_rng_state().numpy().tobytes()


def by_library(lib, described, dtype, seed):
    array = (layers.Layer * len(described))(*described)
    for i in range(len(described)):
        array[i].name = b"%d" % i
    n, generator = len(described), c.create_string_buffer(8192)
    lib.ss_torch_manual_seed(generator, c.c_uint64(seed))
    lib.ss_torch_nn_count.restype = c.c_size_t
    count = lib.ss_torch_nn_count(array, c.c_size_t(n))
    tensors = [layers.Tensor() for _ in range(count)]
    for i, t in enumerate(tensors):
        assert lib.ss_torch_nn_at(array, c.c_size_t(n), dtype, c.c_size_t(i),
                                  c.byref(t)) == 0
    item = {9: 2, 10: 2, 11: 4, 12: 8, 7: 8}
    memory = [(c.c_uint8 * max(1, t.count * item[t.dtype]))()
              for t in tensors]
    where = (c.c_void_p * max(1, count))(*[c.addressof(m) for m in memory])
    assert lib.ss_torch_nn_init(generator, array, c.c_size_t(n), dtype,
                                where) == 0
    state = c.create_string_buffer(5056)
    lib.ss_torch_get_state(generator, state)
    return [(t.name.decode(), list(t.shape[:t.ndim]), bytes(m)[:t.count
            * item[t.dtype]]) for t, m in zip(tensors, memory)], state.raw


def check(lib, number):
    r = random.Random(number)
    dtype = r.choice([torch.float32] * 3 + list(layers.DTYPES))
    seed = r.choice([r.randint(0, 100), r.getrandbits(64)])
    kw = {} if dtype == torch.float32 else {"dtype": dtype}
    pairs = [r.choice(layers.MAKERS)(r, kw) for _ in range(r.randint(1, 4))]
    want, want_state = by_torch([p[0] for p in pairs], seed)
    got, state = by_library(lib, [p[1] for p in pairs],
                            layers.DTYPES[dtype], seed)
    where = f"SS_LIVE_SEED={number} SS_LIVE_COUNT=1"
    assert [g[:2] for g in got] == [(k, list(v.shape))
                                    for k, v in want.items()], where
    for name, _, value in got:
        assert value == as_bytes(want[name]), f"{name}, {where}"
    assert state == want_state, f"state, {where}"


def test_models():
    lib = c.CDLL(LIBRARY)
    for number in range(SEED, SEED + COUNT):
        check(lib, number)
