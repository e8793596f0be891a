# SPDX-License-Identifier: MIT
"""Run a script by the command (SS_COMMAND) and by the Python that runs the
test, and compare what they print; also pieces of random scripts.

SS_LIVE_COUNT scripts are made, from SS_LIVE_SEED on (0: another each time).
"""
import contextlib
import io
import os
import random
import re
import subprocess
import sys
import tempfile
import traceback
import warnings

import numpy as np

COMMAND = os.environ.get("SS_COMMAND")
COUNT = int(os.environ.get("SS_LIVE_COUNT", "200"))
SEED = (int(os.environ.get("SS_LIVE_SEED", "0"))
        or random.SystemRandom().getrandbits(32))

try:
    import torch
except ImportError:
    torch = None

EXCEPTION = 2  # the command's exit status
OURS = {"numpy": "2.4.6", "torch": "2.13.0"}


def profile():
    """That of the originals that are here: other releases, and PyTorch's
    kernels under ATEN_CPU_CAPABILITY."""
    have = {"numpy": np.__version__,
            "torch": torch.__version__.split("+")[0] if torch else None}
    keys = [f"{name}={have[name]}" for name, ours in OURS.items()
            if have[name] not in (ours, None)]
    if torch and os.environ.get("ATEN_CPU_CAPABILITY") == "default":
        keys.append("cpu=default")
    return ["--profile", ",".join(keys)] if keys else []


def reset():
    np.set_printoptions(edgeitems=3, threshold=1000, floatmode="maxprec",
                        precision=8, suppress=False, linewidth=75,
                        nanstr="nan", infstr="inf", sign="-", formatter=None,
                        legacy=False)
    np.random.set_bit_generator(np.random.MT19937(1))
    np.random.seed(1)
    if torch:
        torch.set_printoptions(profile="default")
        torch.set_default_dtype(torch.float32)
        torch.manual_seed(1)


def addresses(text):
    return re.sub(r"(?<= at )0x[0-9a-fA-F]+", "0xADDRESS", text)


def by_python(source):
    """What it prints, and the first line of the error that ends it."""
    out = io.StringIO()
    reset()
    try:
        with contextlib.redirect_stdout(out), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(source, "script.py", "exec"),  # noqa: S102
                 {"__name__": "__main__"})
    except Exception as error:  # noqa: BLE001 any of them is an answer
        lines = traceback.format_exception_only(type(error), error)
        return addresses(out.getvalue()), lines[0].split("\n")[0]
    finally:
        reset()
    return addresses(out.getvalue()), ""


class Command:
    """Runs scripts; each from the same file."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.profile = profile()
        self.path = os.path.join(self.folder.name, "script.py")

    def __call__(self, source):
        with open(self.path, "w", encoding="utf-8") as f:
            f.write(source)
        run = subprocess.run([COMMAND, *self.profile, "run", self.path],
                             check=False, capture_output=True)
        error = run.stderr.decode("utf-8", "replace").rstrip("\n")
        error = re.sub(r"^.*?script\.py:\d+:\d+: ", "", error, flags=re.S)
        return (addresses(run.stdout.decode("utf-8", "replace")),
                error.split("\n")[0], run.returncode)


def difference(source, command):
    """None, or what differs."""
    want, want_error = by_python(source)
    got, got_error, status = command(source)
    if status not in (0, EXCEPTION):
        return f"exit status {status}: {got_error}"
    if got != want:
        lines = zip(got.split("\n") + ["(end)"], want.split("\n") + ["(end)"])
        first = next((p for p in lines if p[0] != p[1]), ("", ""))
        return (f"printed:\n{first[0]}\ninstead of:\n{first[1]}\n"
                f"errors: {got_error!r}, {want_error!r}")
    if got_error != want_error:
        return f"error {got_error!r} instead of {want_error!r}"
    return None


def compare(make, count=None, seed=None):
    """count scripts of make(random.Random): the first that differs."""
    command = Command()
    count = COUNT if count is None else count
    seed = SEED if seed is None else seed
    for number in range(seed, seed + count):
        source = make(random.Random(number))
        differs = difference(source, command)
        assert differs is None, (f"SS_LIVE_SEED={number} SS_LIVE_COUNT=1\n"
                                 f"{source}\n{differs}")


def main(make):
    """Without pytest: all differences, for SS_LIVE_COUNT scripts."""
    command, bad = Command(), 0
    for number in range(SEED, SEED + COUNT):
        source = make(random.Random(number))
        differs = difference(source, command)
        if differs is not None:
            bad += 1
            print(f"--- {number}\n{source}\n{differs}\n")
    print(f"{COUNT} scripts from {SEED}, {bad} differences")
    sys.exit(bad != 0)
