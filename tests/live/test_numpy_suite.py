# SPDX-License-Identifier: MIT
"""NumPy's own tests of numpy.random pass with ours in its place.

A copy of the tests that are installed with NumPy runs in another process,
where numpy.random is ours and NumPy's cannot be imported (numpy_suite.py).
Left out is test_extending.py, which compiles NumPy's examples; skipped are
the tests that NumPy skips itself.
"""
import os
import re
import shutil
import subprocess
import sys

import numpy as np
import pytest

ours = pytest.importorskip("sameseed.numpy.random")
HERE = os.path.dirname(os.path.abspath(__file__))
LEAST = 1340 if np.__version__ == "2.4.6" else 1000


def test_numpy_s_own_tests_pass(tmp_path):
    source = os.path.join(os.path.dirname(np.random.__file__), "tests")
    if not os.path.isdir(source):
        pytest.skip("NumPy is installed without its tests")
    tests = tmp_path / "tests"
    shutil.copytree(source, tests, ignore=shutil.ignore_patterns(
        "__init__.py", "test_extending.py", "__pycache__"))
    path = [HERE] + [p for p in sys.path if p]
    env = dict(os.environ, PYTHONPATH=os.pathsep.join(path),
               PYTHONDONTWRITEBYTECODE="1")
    env.pop("SS_LIVE_COUNT", None)
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "numpy_suite", "-p",
         "no:cacheprovider", "-W", "ignore", "-rf",
         str(tests)], env=env, cwd=tmp_path, capture_output=True, text=True,
        check=False)
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
    passed = int(re.search(r"(\d+) passed", run.stdout).group(1))
    assert passed >= LEAST, run.stdout[-500:]
