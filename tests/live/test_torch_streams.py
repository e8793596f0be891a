# SPDX-License-Identifier: MIT
"""Random sequences of calls in one generator, as PyTorch and as we draw them:
all values and the 5056 bytes of the state compared as bits after each call.

SS_LIBRARY names the shared library; SS_LIVE_COUNT says how many sequences.
PyTorch runs in a process of its own for each CPU capability, which it takes
from the environment when it starts. This file run by itself is that process:

    test_torch_streams.py CAPABILITY SEED COUNT [CALL]

By hand also with the wheel of another release, whose profile is then taken;
what that release refuses itself, or we of it, is passed over.
"""
import ctypes
import os
import pathlib
import random
import struct
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).parent
CAPABILITIES = {"avx2": 0, "default": 1}


def restart(lib, ours, theirs, state):
    import torch
    theirs.set_state(torch.frombuffer(bytearray(state), dtype=torch.uint8))
    lib.call("ss_torch_set_state", ctypes.byref(ours), state,
             ctypes.c_size_t(len(state)))


def one_call(lib, ours, theirs, call):
    """None, or what differs."""
    import torch_calls as calls
    name, torch_side, our_side = call
    before = lib.state(ours)
    try:
        want = calls.tensor_bytes(torch_side(theirs))
    except Exception as e:  # then ours refuses too, and draws nothing
        want = e
    try:
        got = our_side(lib, ours)
    except RuntimeError as e:
        got = e
    if isinstance(want, Exception) or isinstance(got, Exception):
        if ours.release and not isinstance(want, type(got)):
            restart(lib, ours, theirs, before)
            return None
        if type(want) is bytes or type(got) is bytes:
            return f"{name}: PyTorch {str(want)[:200]}; ours {str(got)[:200]}"
        if lib.state(ours) != before:
            return f"{name}: refused, but drew"
        # PyTorch may have drawn before it met what it refuses
        restart(lib, ours, theirs, before)
        return None
    if want != got:
        first = next(i for i in range(len(want)) if want[i] != got[i])
        return f"{name}: byte {first} of {len(want)}"
    if theirs.get_state().numpy().tobytes() != lib.state(ours):
        return f"{name}: same values, other state"
    return None


def untemper(y):
    """The key word that is handed out as y."""
    y ^= y >> 18
    y ^= (y << 15) & 0xefc60000
    x = y
    for _ in range(4):  # seven bits more are right each time
        x = y ^ (x << 7) & 0x9d2c5680
    y = x
    for _ in range(2):
        x = y ^ x >> 11
    return x & 0xffffffff


def rare_words(r, state):
    """The state with next words that chance does not bring: uniforms of 0
    and nearly 1, and what rejection makes of them."""
    state = bytearray(state)
    struct.pack_into("<iiQ", state, 8, 624, 1, 1)
    for i in range(r.choice([1, 2, 4, 8, 40, 623])):
        word = r.choice([0, 0xffffffff, 0xffffff, 1, 0x80000000, 0xff000000,
                         *[r.getrandbits(32)] * 4])
        struct.pack_into("<Q", state, 24 + 8 * (i + 1), untemper(word))
    return bytes(state)


def release():
    import torch
    version = torch.__version__.split("+")[0].split(".")[:3]
    number = sum(int(v) * w for v, w in zip(version, (10000, 100, 1)))
    return 0 if number == 21300 else number


def sequence(lib, r, capability, kinds):
    import torch
    import torch_calls as calls
    ours, theirs = calls.Generator(), torch.Generator()
    seed = r.choice([0, 1, 23, -1, r.getrandbits(32), r.getrandbits(64)])
    seed &= 2 ** 64 - 1
    theirs.manual_seed(seed)
    lib.dll.ss_torch_manual_seed(ctypes.byref(ours), ctypes.c_uint64(seed))
    ours.capability = CAPABILITIES[capability]
    ours.release = release()
    done = []
    if r.random() < 0.2:
        state = rare_words(r, lib.state(ours))
        theirs.set_state(torch.frombuffer(bytearray(state),
                                          dtype=torch.uint8))
        lib.call("ss_torch_set_state", ctypes.byref(ours), state,
                 ctypes.c_size_t(len(state)))
        done.append("rare words")
    for _ in range(r.randint(1, 6)):
        call = r.choice(kinds)(r)
        done.append(call[0])
        difference = one_call(lib, ours, theirs, call)
        if difference:
            return f"seed {seed}: {'; '.join(done)}: {difference}"
    return None


def main(capability, seed, count, only=None):
    sys.path.insert(0, str(HERE))
    import torch
    import torch_calls as calls
    if release() < 20100:  # which cannot say it
        have = os.environ["ATEN_CPU_CAPABILITY"]
    else:
        have = torch.backends.cpu.get_cpu_capability().lower()
        have = {"no avx": "default"}.get(have, have)
    if (capability == "default") != (have == "default"):
        print(f"PyTorch runs as {have}")
        return 77
    torch.set_num_threads(1)
    lib = calls.Library(os.environ["SS_LIBRARY"])
    kinds = [k for k in calls.CALLS if only in (None, k.__name__)]
    r, bad = random.Random(seed), 0
    for _ in range(count):
        difference = sequence(lib, r, capability, kinds)
        if difference:
            bad += 1
            print(difference)
    print(f"{count} sequences, {bad} differ")
    return 1 if bad else 0


@pytest.mark.parametrize("capability", CAPABILITIES)
def test_streams_are_pytorchs(capability):
    pytest.importorskip("torch")
    if "SS_LIBRARY" not in os.environ:
        pytest.skip("SS_LIBRARY does not name the shared library")
    count = os.environ.get("SS_LIVE_COUNT", "300")
    run = subprocess.run(
        [sys.executable, "-W", "ignore", __file__, capability, "23", count],
        env={**os.environ, "ATEN_CPU_CAPABILITY": capability},
        capture_output=True, text=True)
    if run.returncode == 77:
        pytest.skip(run.stdout)
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-4000:]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]),
                  *sys.argv[4:]))
