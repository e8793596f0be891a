# SPDX-License-Identifier: MIT
"""Eight threads over one Generator and over eight lose nothing."""
import sys
import threading

import numpy as np
import pytest

ours = pytest.importorskip("sameseed.numpy.random")
THREADS, ROUNDS = 8, 40


@pytest.fixture(autouse=True)
def busy_switching():
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(interval)


def together(work):
    """work(0), ... work(7) in threads; their results."""
    results, errors = [None] * THREADS, []
    start = threading.Barrier(THREADS)

    def run(i):
        try:
            start.wait()
            results[i] = work(i)
        except Exception as error:  # told by the main thread
            errors.append(error)

    threads = [threading.Thread(target=run, args=(i,))
               for i in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors, errors
    return results


@pytest.mark.parametrize("kind", ["MT19937", "PCG64", "Philox", "SFC64"])
def test_one_generator_hands_out_each_value_once(kind):
    """Sizes below and above the one that releases the GIL."""
    sizes = [1, 3, 700, 9000]
    stream = ours.Generator(getattr(ours, kind)(5))

    def work(i):
        return [stream.random(sizes[(i + r) % 4]) for r in range(ROUNDS)]

    drawn = np.concatenate([part for parts in together(work)
                            for part in parts])
    want = ours.Generator(getattr(ours, kind)(5)).random(drawn.size)
    assert np.array_equal(np.sort(drawn), np.sort(want))


def test_eight_generators_are_independent():
    streams = [ours.default_rng(i) for i in range(THREADS)]

    def work(i):
        return [streams[i].standard_normal(5000) for _ in range(ROUNDS)]

    for i, parts in enumerate(together(work)):
        want = ours.default_rng(i).standard_normal(5000 * ROUNDS)
        assert np.array_equal(np.concatenate(parts), want)


def test_streams_over_one_state_keep_their_own_rest():
    """RandomStates that take turns at one MT19937: every word once."""
    bits = ours.MT19937(5)
    streams = [ours.RandomState(bits) for _ in range(THREADS)]

    def work(i):
        parts = []
        for r in range(ROUNDS * 5):
            if r % 7 == 3:
                streams[i].set_state(streams[i].get_state())
                streams[i].standard_normal()
            parts.append(streams[i].random_sample(1 + r % 5))
        return parts

    assert all(np.isfinite(np.concatenate(p)).all() for p in together(work))


def test_a_held_lock_keeps_others_out():
    stream = ours.RandomState(5)
    lock, done = stream._bit_generator.lock, threading.Event()

    def draw():
        stream.rand()
        done.set()

    with lock:
        thread = threading.Thread(target=draw)
        thread.start()
        assert not done.wait(0.1)
        stream.rand()
    thread.join()
    assert done.is_set()


def test_a_bit_generator_is_replaced_while_others_draw():
    """Nobody draws from memory that is gone."""
    stream = ours.RandomState(1)

    def work(i):
        for r in range(ROUNDS):
            if i == 0:
                stream._initialize_bit_generator(ours.PCG64(r))
            else:
                assert np.isfinite(stream.standard_normal(5000)).all()

    together(work)


def test_everything_at_once():
    """Seeding, states, shuffles and draws on shared objects."""
    shared = ours.RandomState(1)
    g = ours.Generator(shared._bit_generator)
    data = list(range(50))

    def work(i):
        for r in range(ROUNDS):
            shared.seed(r)
            g.shuffle(data)
            g.permutation(10)
            shared.choice(10, 3, replace=False)
            shared.set_state(shared.get_state(legacy=False))
            g.multinomial(5, [0.2, 0.8], size=3)
            ours.Generator(shared._bit_generator).normal(size=5000)

    together(work)
    assert sorted(data) == list(range(50))
