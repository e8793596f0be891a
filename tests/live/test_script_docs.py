# SPDX-License-Identifier: MIT
"""Every example of docs/script.md: the command prints what the page says and
what the Python that runs this test prints; what the page says is refused is.
"""
import contextlib
import io
import os
import pathlib
import re
import subprocess

import pytest

COMMAND = os.environ.get("SS_COMMAND")
PAGE = pathlib.Path(__file__).parents[2] / "docs" / "script.md"
TEXT = PAGE.read_text(encoding="utf-8")

pytestmark = pytest.mark.skipif(not COMMAND,
                                reason="SS_COMMAND names no command")

EXAMPLES = re.findall(r"^```python\n(.*?)^```\n```text\n(.*?)^```$", TEXT,
                      re.S | re.M)
REFUSED = [block.splitlines() for block in
           re.findall(r"^```refused\n(.*?)^```$", TEXT, re.S | re.M)]


def run(tmp_path, source):
    path = tmp_path / "example.py"
    path.write_text(source, encoding="utf-8")
    return subprocess.run([COMMAND, "run", str(path)], capture_output=True,
                          encoding="utf-8", timeout=60, cwd=tmp_path)


def test_the_page_has_examples():
    assert TEXT.count("```python\n") == len(EXAMPLES) >= 7
    assert [len(lines) > 10 for lines in REFUSED] == [True, True]


@pytest.mark.parametrize("source, printed", EXAMPLES)
def test_example(tmp_path, source, printed):
    done = run(tmp_path, source)
    assert (done.stdout, done.stderr) == (printed, "")


@pytest.mark.parametrize("source, printed", EXAMPLES)
def test_example_in_python(tmp_path, monkeypatch, source, printed):
    monkeypatch.chdir(tmp_path)
    for name in ("numpy", "torch", "safetensors"):
        if name in source:
            pytest.importorskip(name)
    if "numpy" in source:  # an example before may have swapped it
        numpy = pytest.importorskip("numpy")
        numpy.random.set_bit_generator(numpy.random.MT19937())
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(source, "example", "exec"), {})
    assert out.getvalue() == printed


@pytest.mark.parametrize("line", REFUSED[0])
def test_refused_before_the_run(tmp_path, line):
    done = run(tmp_path, "print('ran')\n" + line + "\n")
    assert done.returncode == 2 and done.stdout == ""
    assert re.search(r"example\.py:2:\d+: .* is not supported", done.stderr)


@pytest.mark.parametrize("line", REFUSED[1])
def test_refused_when_reached(tmp_path, line):
    done = run(tmp_path, "print('ran')\n" + line + "\n")
    assert done.returncode == 2 and done.stdout == "ran\n"
    assert re.search(r"example\.py:2:\d+: .* not supported", done.stderr)
