# SPDX-License-Identifier: MIT
"""Wrong calls: the command's error is NumPy's, class and text.

SS_COMMAND names the command; the calls are in wrong_calls.txt.
"""

import os
import pathlib
import subprocess
import warnings

import pytest

np = pytest.importorskip("numpy", "2.4.6")

COMMAND = os.environ.get("SS_COMMAND", "sameseed")
CALLS = [
    line
    for line in pathlib.Path(__file__)
    .with_name("wrong_calls.txt")
    .read_text()
    .splitlines()
    if not line.startswith("#")
]
PLACES = ["np.random", "np.random.RandomState(3)"]


def last_line(code):
    """The last line of Python's traceback, on one line."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            eval(code)
    except Exception as error:
        kind = type(error)
        prefix = "" if kind.__module__ == "builtins" else kind.__module__ + "."
        return f"{prefix}{kind.__qualname__}: {error}".replace("\n", " ")
    return None


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("call", CALLS)
def test_error_is_numpys(call, place):
    if not hasattr(eval(place), call.split("(")[0]):
        pytest.skip("not a name of this place")
    want = last_line(f"{place}.{call}")
    assert want is not None, "NumPy takes this call"
    run = subprocess.run(
        [COMMAND, "-c", f"{place}.{call}"], capture_output=True, timeout=60
    )
    assert run.returncode == 2
    text = run.stderr.decode().rstrip("\n")
    assert "\n" not in text
    assert text.split(": ", 1)[1] == want


def test_there_are_enough():
    assert len(CALLS) >= 200
