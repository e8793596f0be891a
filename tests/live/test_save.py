# SPDX-License-Identifier: MIT
"""Files that scripts write, byte for byte those of NumPy and safetensors, and
what scripts read from the originals' files.

Random scripts run in two folders, by the command and by Python; what they
print and every file they leave must be equal.
"""
import io
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import zipfile
import zlib

import numpy as np
import pytest

import script_compare
from script_compare import COMMAND, COUNT, SEED

try:
    import torch
except ImportError:
    torch = None
try:
    import safetensors
except ImportError:
    safetensors = None

needs_safetensors = pytest.mark.skipif(
    safetensors is None, reason="safetensors is not installed")
needs_torch = pytest.mark.skipif(
    torch is None or safetensors is None,
    reason="PyTorch or safetensors is not installed")

NUMPY_DTYPES = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32",
                "int64", "uint64", "float16", "float32", "float64",
                "complex64", "complex128", "U3", "S4"]
TORCH_DTYPES = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32",
                "int64", "uint64", "float16", "bfloat16", "float32",
                "float64", "complex64"]


def shape(r, most=4):
    sizes = [r.choice([0, 1, 1, 2, 3, 5, 7, 12])
             for _ in range(r.randrange(most))]
    return tuple(sizes)


def array(r, dtypes=None):
    dtype = r.choice(dtypes or NUMPY_DTYPES)
    size = shape(r)
    text = f"np.random.randint(0, 100, {size}).astype('{dtype}')"
    if size == ():
        return f"np.array(np.random.randint(0, 100), dtype='{dtype}')"
    return text + r.choice(["", "", ".T"])


def whole(r):
    return r.choice([array(r), array(r), array(r), str(r.uniform(-9, 9)),
                     "[1, 2]", "[[1.5, 2], [3, 4]]", "'text'", "np.float32(2)",
                     "True", "2j", "[['a', 'bcd'], ['é', '']]"])


def name(r):
    return "".join(r.choice("abcdxyz_019") for _ in range(r.randint(1, 9)))


def identifier(r):
    return r.choice("abcdefgh") + name(r)


def numpy_script(r):
    lines = ["import numpy as np", f"np.random.seed({r.randrange(2**32)})"]
    lines.append(f"np.save('a{r.choice(['', '.npy', '.np', '.npy.npy'])}', "
                 f"{whole(r)})")
    arrays = [f"{whole(r)}" for _ in range(r.randrange(4))]
    named = {identifier(r) + r.choice(["", "é"]): whole(r)
             for _ in range(r.randrange(4))}
    arguments = "".join(", " + x for x in arrays) + "".join(
        f", {k}={v}" for k, v in named.items())
    call = r.choice(["savez", "savez", "savez_compressed"])
    lines += [f"np.{call}('z{r.choice(['', '.npz'])}'{arguments})",
              "z = np.load('z.npz')", "print(z, len(z), z.files)",
              "for k in z:",
              "    print(k, repr(z[k]))", "    np.save(k, z[k])"]
    lines += [f"x = {array(r)}", "x.tofile('raw.bin')", "np.save('x', x)",
              "y = np.load('x.npy')", "print(repr(y), y.dtype)",
              "np.save('y', y)"]
    return "\n".join(lines) + "\n"


FORMATS = ["%.18e", "%d", "%.3f", "%g", "%10.4e", "%-12.2f|", "%+.1f", "%s",
           "%08.3f", "% d", "%5d", "%G", "%.0f", "%i", "%E", "%.10g"]


def savetxt_script(r):
    size = r.choice([(3,), (4, 3), (1, 1), (0,), (2, 0), (5,), (2, 6)])
    dtype = r.choice(["bool", "int8", "uint64", "float16", "float32",
                      "float64", "float64", "complex128", "complex64"])
    lines = ["import numpy as np", f"np.random.seed({r.randrange(2**32)})"]
    if dtype.startswith(("float", "complex")):
        lines.append(f"x = np.random.normal({r.choice([0, 1e9, 1e-9])}, "
                     f"{r.choice([1, 1e5, 1e-7])}, {size})"
                     f".astype('{dtype}')")
    else:
        lines.append(f"x = np.random.randint(0, 100, {size})"
                     f".astype('{dtype}')")
    options = []
    columns = size[1] if len(size) > 1 else 1
    chosen = r.random()
    if chosen < 0.5:
        options.append(f"fmt={r.choice(FORMATS)!r}")
    elif chosen < 0.7:
        options.append(f"fmt={[r.choice(FORMATS) for _ in range(columns)]!r}")
    elif chosen < 0.8:
        options.append(
            f"fmt={'; '.join(r.choice(FORMATS) for _ in range(columns))!r}")
    if r.random() < 0.4:
        options.append(f"delimiter={r.choice([',', chr(9), ' ; ', ''])!r}")
    if r.random() < 0.3:
        options.append(f"header={r.choice(['x y', 'two' + chr(10) + 'é'])!r}")
    if r.random() < 0.3:
        options.append(f"footer={r.choice(['end', 'a' + chr(10)])!r}")
    if r.random() < 0.2:
        options.append(f"comments={r.choice(['', '% ', '//'])!r}")
    if r.random() < 0.2:
        options.append(f"newline={r.choice([chr(13) + chr(10), '|'])!r}")
    lines.append(f"np.savetxt('{name(r)}.txt', x"
                 + "".join(", " + o for o in options) + ")")
    return "\n".join(lines) + "\n"


def tensor(r):
    dtype = r.choice(TORCH_DTYPES)
    size = shape(r)
    if dtype in ("float16", "bfloat16", "float32", "float64", "complex64"):
        return f"torch.randn({size}, dtype=torch.{dtype})"
    if dtype in ("uint16", "uint32", "uint64"):
        return f"torch.full({size}, {r.randrange(200)}, dtype=torch.{dtype})"
    return (f"torch.randint(0, {2 if dtype == 'bool' else 100}, {size}, "
            f"dtype=torch.{dtype})")


def one_empty(items):
    """load_file gives tensors without elements in any order: keep one."""
    kept, seen = {}, False
    for k, v in items:
        empty = re.search(r"\([\d, ]*\b0\b[\d, ]*\)", v) is not None
        if not (empty and seen):
            kept[k] = v
        seen = seen or empty
    return kept


def key(r):
    return r.choice([name(r), "layer.0." + name(r), "é\u2028\"\\\n\t\x01/😀",
                     "", "conv1.weight", "conv1.bias"])


def torch_script(r):
    lines = ["import numpy as np, torch",
             "from safetensors.torch import save_file, load_file, save",
             f"torch.manual_seed({r.randrange(2**64)})",
             f"torch.rand({r.randrange(700)})"]
    tensors = one_empty((key(r), tensor(r)) for _ in range(r.randrange(6)))
    inner = ", ".join(f"{k!r}: {v}" for k, v in tensors.items())
    lines.append("d = {" + inner + "}")
    metadata = r.choice(["", "", ", metadata={'format': 'pt'}",
                         ", metadata={'é\"': 'x\\ny'}"])
    lines += [f"save_file(d, 'm.safetensors'{metadata})",
              f"print(save(d{metadata}))",
              "e = load_file('m.safetensors')", "print(e)",
              "for k in e: print(repr(k), e[k].dtype, e[k].shape)",
              "np.save('state', torch.get_rng_state())",
              "torch.rand(5)",
              "print(torch.set_rng_state("
              "torch.tensor(np.load('state.npy'))), torch.rand(3))"]
    return "\n".join(lines) + "\n"


def numpy_tensors_script(r):
    dtypes = [d for d in NUMPY_DTYPES if d not in ("U3", "S4", "complex128")]
    lines = ["import numpy as np",
             "from safetensors.numpy import save_file, load_file",
             f"np.random.seed({r.randrange(2**32)})"]
    arrays = one_empty((key(r), f"({array(r, dtypes)}).copy()")
                       for _ in range(r.randrange(5)))
    inner = ", ".join(f"{k!r}: {v}" for k, v in arrays.items())
    lines += ["d = {" + inner + "}", "save_file(d, 'n.safetensors')",
              "e = load_file('n.safetensors')",
              "for k in e: print(repr(k), repr(e[k]))"]
    return "\n".join(lines) + "\n"


def files_of(folder):
    found = {}
    for entry in sorted(os.listdir(folder)):
        with open(os.path.join(folder, entry), "rb") as f:
            found[entry] = f.read()
    return found


def run_both(source):
    """(printed, error, files) of Python and of the command."""
    with tempfile.TemporaryDirectory() as ours, \
            tempfile.TemporaryDirectory() as theirs:
        here = os.getcwd()
        try:
            os.chdir(theirs)
            want, error = script_compare.by_python(source)
        finally:
            os.chdir(here)
        run = subprocess.run([COMMAND, "run", "-"], check=False, cwd=ours,
                             input=source.encode(), capture_output=True)
        got = run.stdout.decode("utf-8", "replace")
        message = run.stderr.decode("utf-8", "replace")
        return ((want, error, files_of(theirs)),
                (got, message, files_of(ours)))


def members(data):
    """Names and contents of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def compare(make, count=None):
    for number in range(SEED, SEED + (count or COUNT)):
        source = make(random.Random(number))
        want, got = run_both(source)
        where = f"SS_LIVE_SEED={number} SS_LIVE_COUNT=1\n{source}"
        if want[1] or got[1]:  # the same class, and then nothing half-written
            assert want[1] and want[1].split(":")[0] in got[1], (
                f"{where}\n{want[1]!r}\n{got[1]!r}")
            assert not any(n.endswith(".tmp") for n in got[2]), where
            continue
        assert got[0] == want[0], f"{where}\n{got[0]}\ninstead of\n{want[0]}"
        assert got[2].keys() == want[2].keys(), where
        for file, data in want[2].items():
            if "compressed" in source and "ng" in zlib.ZLIB_RUNTIME_VERSION:
                continue  # its files are others, and were loaded
            if file.endswith(".npz") and sys.version_info < (3, 11, 4):
                assert members(got[2][file]) == members(data), where
                continue  # zipfile wrote other local headers then
            assert got[2][file] == data, (
                f"{where}\n{file}:\n{got[2][file]!r}\n{data!r}")


def test_numpy_writes_and_reads_the_same_files():
    compare(numpy_script)


def test_savetxt_writes_the_same_text():
    compare(savetxt_script)


@needs_torch
def test_safetensors_of_tensors_are_the_same_files():
    compare(torch_script)


@needs_safetensors
def test_safetensors_of_arrays_are_the_same_files():
    compare(numpy_tensors_script)


def command(source, folder):
    return subprocess.run([COMMAND, "run", "-"], check=False, cwd=folder,
                          input=source.encode(), capture_output=True)


@needs_torch
def test_what_torch_save_writes_loads_in_pytorch():
    from safetensors.torch import load_file
    source = """import torch
torch.manual_seed(5)
a = torch.randn(4, 3)
torch.save({'a': a, 't': a.t(), 'h': torch.rand(3, dtype=torch.bfloat16)},
           'd.safetensors')
torch.save(a.t(), 'a.npy')
torch.save({'a': a, 'u': torch.rand(2)}, 'd.npz')
torch.save(torch.get_rng_state(), 'rng.npy')
print(torch.rand(3))
"""
    with tempfile.TemporaryDirectory() as folder:
        run = command(source, folder)
        assert run.returncode == 0, run.stderr
        loaded = load_file(os.path.join(folder, "d.safetensors"))
        arrays = {name: np.load(os.path.join(folder, name))
                  for name in ("a.npy", "d.npz", "rng.npy")}
        npz = {k: arrays["d.npz"][k] for k in arrays["d.npz"].files}
    torch.manual_seed(5)
    a = torch.randn(4, 3)
    assert list(loaded) == ["a", "t", "h"]
    assert torch.equal(loaded["a"], a) and torch.equal(loaded["t"], a.t())
    assert torch.equal(loaded["h"], torch.rand(3, dtype=torch.bfloat16))
    assert np.array_equal(arrays["a.npy"], a.t().numpy())
    assert np.array_equal(npz["a"], a.numpy())
    assert np.array_equal(npz["u"], torch.rand(2).numpy())
    assert np.array_equal(arrays["rng.npy"], torch.get_rng_state().numpy())
    torch.set_rng_state(torch.from_numpy(arrays["rng.npy"]))
    assert run.stdout.decode() == f"{torch.rand(3)}\n"


def test_versions_2_and_3_are_read():
    a = np.arange(6.0).reshape(2, 3)
    with tempfile.TemporaryDirectory() as folder:
        for version in ((1, 0), (2, 0), (3, 0)):
            with open(os.path.join(folder, "v.npy"), "wb") as f:
                np.lib.format.write_array(f, a, version)
            run = command("import numpy as np\nprint(np.load('v.npy'))\n",
                          folder)
            assert run.stdout.decode() == f"{a}\n", run.stderr


def test_a_broken_file_is_an_error_with_its_byte():
    """Every prefix, and every byte changed: an error or a whole array."""
    r = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        np.savez_compressed(os.path.join(folder, "z.npz"), a=np.arange(9))
        with open(os.path.join(folder, "z.npz"), "rb") as f:
            good = f.read()
        for _ in range(min(COUNT, 60)):
            data = bytearray(good)
            if r.random() < 0.5:
                data = data[:r.randrange(len(data))]
            else:
                data[r.randrange(len(data))] ^= 1 << r.randrange(8)
            with open(os.path.join(folder, "z.npz"), "wb") as f:
                f.write(data)
            run = command("import numpy as np\nz = np.load('z.npz')\n"
                          "for k in z: print(k, z[k])\n", folder)
            assert run.returncode in (0, 2), run.stderr
            if run.returncode == 2:
                assert b"Error" in run.stderr or b"Bad" in run.stderr \
                    or b"not supported" in run.stderr, run.stderr


@needs_torch
def test_the_example_in_c_saves_what_pytorch_draws(tmp_path):
    from safetensors.torch import load_file, save
    root = pathlib.Path(__file__).parents[2]
    library = os.environ["SS_LIBRARY"]
    program, path = tmp_path / "save_weights", tmp_path / "w.safetensors"
    subprocess.run(["cc", str(root / "examples" / "save_weights.c"),
                    f"-I{root / 'include'}", library,
                    f"-Wl,-rpath,{os.path.dirname(library)}",
                    "-o", str(program)], check=True)
    subprocess.run([str(program), str(path)], check=True)
    torch.manual_seed(23)
    model = torch.nn.Sequential(torch.nn.Conv2d(1, 4, 3), torch.nn.ReLU(),
                                torch.nn.Flatten(), torch.nn.Linear(64, 10))
    state = model.state_dict()
    loaded = load_file(path)
    assert set(loaded) == set(state)
    for key, value in state.items():
        assert torch.equal(loaded[key], value), key
    assert path.read_bytes() == save(state)


LAYERS = ["nn.Linear(3, 2)", "nn.Conv2d(1, 2, 3)", "nn.BatchNorm1d(4)",
          "nn.LSTM(2, 3)", "nn.Embedding(5, 2)", "nn.ReLU()",
          "nn.LayerNorm(3)", "nn.GRU(2, 2, bidirectional=True)",
          "nn.Linear(2, 2, bias=False)", "nn.ConvTranspose1d(2, 3, 2)"]


def state_script(r):
    layers = ", ".join(r.choice(LAYERS) for _ in range(r.randrange(5)))
    return f"""import torch
from torch import nn
from safetensors.torch import save_file, load_file
torch.manual_seed({r.randrange(2**32)})
m = nn.Sequential({layers})
save_file(m.state_dict(), 'm.safetensors')
print(m.load_state_dict(load_file('m.safetensors')))
print(m)
"""


@needs_torch
def test_state_dicts_are_the_same_files():
    compare(state_script, COUNT // 2)
