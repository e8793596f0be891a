# SPDX-License-Identifier: MIT
"""The notebook extension in a real kernel, and in a shell of this process."""

import json
import os
import sys

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")
pytest.importorskip("sameseed")

EXAMPLES = os.path.join(os.path.dirname(__file__), "..", "..", "examples")
KERNEL = {
    "argv": [sys.executable, "-m", "ipykernel_launcher", "-f",
             "{connection_file}"],
    "display_name": "this Python",
    "language": "python",
}


def execute(notebook, tmp_path, monkeypatch):
    """Run all cells in a kernel of this very Python."""
    home = tmp_path / "kernels" / "this"
    home.mkdir(parents=True)
    (home / "kernel.json").write_text(json.dumps(KERNEL))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    client = nbclient.NotebookClient(notebook, timeout=120,
                                     kernel_name="this",
                                     resources={"metadata":
                                                {"path": str(tmp_path)}})
    client.execute()
    return notebook


def shown(cell):
    """What a person sees below a cell."""
    parts = []
    for output in cell.outputs:
        if output.output_type == "stream":
            parts.append(output.text)
        elif output.output_type == "execute_result":
            parts.append(output.data["text/plain"])
        else:
            parts.append(f"{output.output_type}: {output.get('evalue')}")
    return "".join(parts)


def test_example_shows_in_a_kernel_what_is_recorded(tmp_path, monkeypatch):
    pytest.importorskip("torch")
    path = os.path.join(EXAMPLES, "random_seeding.ipynb")
    recorded = nbformat.read(path, as_version=4)
    ran = execute(nbformat.read(path, as_version=4), tmp_path, monkeypatch)
    compared = 0
    for want, got in zip(recorded.cells, ran.cells):
        if want.cell_type != "code" or "unseeded" in want.metadata.get(
                "tags", []):
            continue
        assert got.execution_count == want.execution_count
        assert shown(got) == shown(want), want.source
        compared += 1
    assert compared > 20


CELL = ("import numpy as np, random\n"
        "print(random.random(), np.random.rand(), rng.random())")


def cells(*sources):
    return nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(s) for s in sources])


def test_unseeded_cell_runs_again_from_its_start(tmp_path, monkeypatch):
    book = cells("%load_ext sameseed",
                 "import numpy as np\nrng = np.random.default_rng()",
                 CELL, CELL, "%seed --cell 3\n" + CELL,
                 "%seed --cell 4\n" + CELL)
    ran = [shown(c) for c in execute(book, tmp_path, monkeypatch).cells]
    assert ran[2] != ran[3]
    assert ran[4] == ran[2]
    assert ran[5] == ran[3]


@pytest.fixture
def shell():
    """A shell without a front end: cells have no ids."""
    from IPython.testing.globalipapp import get_ipython, start_ipython

    shell = start_ipython() or get_ipython()
    shell.reset(new_session=True)
    shell.run_cell("%load_ext sameseed", store_history=True)
    yield shell
    shell.run_cell("%unload_ext sameseed", store_history=True)


def value(shell, source, name="x"):
    result = shell.run_cell(source, store_history=True)
    assert result.success, source
    return shell.user_ns[name]


def test_again_goes_to_where_the_same_text_started(shell):
    source = "import numpy as np, random; x = random.random(), np.random.rand()"
    first = value(shell, source)
    second = value(shell, source)
    assert first != second
    assert value(shell, "%seed --again\n" + source) == second
    assert value(shell, "%seed --again\n" + source) == second


def test_again_in_a_first_run_goes_to_the_start(shell):
    value(shell, "import random\nx = random.random()\n%seed --again\n"
                 "y = random.random()")
    assert shell.user_ns["x"] == shell.user_ns["y"]


def test_seed_seeds_all_three(shell):
    import random

    import numpy as np

    value(shell, "%seed 23\nx = 0")
    assert random.random() == random.Random(23).random()
    assert np.random.rand() == np.random.RandomState(23).rand()
    if "torch" in sys.modules:
        assert sys.modules["torch"].initial_seed() == 23


def test_bit_generators_and_random_objects_are_kept(shell):
    value(shell, "import numpy as np, random\n"
                 "a = np.random.PCG64(); b = random.Random(); x = 0\n"
                 "c = np.random.RandomState(np.random.Philox(3))\n"
                 "d = random.SystemRandom()")
    source = "x = a.random_raw(), b.random(), c.standard_normal()"
    count = shell.execution_count
    first = value(shell, source)
    assert value(shell, source) != first
    assert value(shell, f"%seed --cell {count}\n" + source) == first


@pytest.mark.parametrize("line, said", [
    ("%seed -1", "what there is"),
    ("%seed 4294967296", "0 to 2**32 - 1"),
    ("%seed 1.5", "0 to 2**32 - 1"),
    ("%seed " + "9" * 5000, "0 to 2**32 - 1"),
    ("%seed --cell x", "a cell is a number"),
    ("%seed --cell 999999", "is not known; known are"),
    ("%seed 1 2", "what there is"),
])
def test_wrong_lines_say_what_there_is(shell, capsys, line, said):
    import random

    before = random.getstate()
    result = shell.run_cell(line, store_history=True)
    assert not result.success
    assert said in str(result.error_in_exec)
    assert random.getstate() == before


def test_torch_imported_later_is_seeded(tmp_path, monkeypatch):
    torch = pytest.importorskip("torch")
    book = cells("%load_ext sameseed", "%seed 23", "import torch",
                 "print(torch.rand(2).tolist())",
                 "%seed --cell 2\nprint(torch.initial_seed() == 23)",
                 "%seed --cell 3\nprint(torch.rand(2).tolist())")
    ran = [shown(c) for c in execute(book, tmp_path, monkeypatch).cells]
    g = torch.Generator()
    g.manual_seed(23)
    want = str(torch.rand(2, generator=g).tolist()) + "\n"
    assert ran[3] == want
    assert ran[5] == want
    assert ran[4] == "False\n"
