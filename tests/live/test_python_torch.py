# SPDX-License-Identifier: MIT
"""Random scripts over sameseed.torch draw what PyTorch draws.

Each script seeds, makes some calls and compares after each: the exception or
the value's bits, dtype, shape and strides, and the generator's 5056 bytes.
SS_LIVE_COUNT: how many scripts (60).
"""

import os
import random
import warnings

import numpy as np
import pytest

torch = pytest.importorskip("torch")

ours = pytest.importorskip("sameseed.torch")

COUNT = int(os.environ.get("SS_LIVE_COUNT", "60"))
FLOATS = ["float16", "bfloat16", "float32", "float64"]
DTYPES = FLOATS + ["complex64", "complex128", "bool", "int8", "uint8", "int16",
                   "int32", "int64", "uint16", "uint32", "uint64"]


@pytest.fixture(params=["light", "torch"])
def tensors(request):
    before = ours.tensor_type()
    ours.set_tensor_type(request.param)
    yield request.param
    ours.set_tensor_type(before)


def bits(value):
    """A tensor as something that can be compared."""
    if isinstance(value, torch.Tensor):
        plain = value.detach()
        if plain.dtype is torch.bfloat16:
            plain = plain.view(torch.int16)
        array = plain.numpy()
        strides = value.stride()
    else:
        array = value._array
        strides = value.stride()
    shape = tuple(array.shape)
    free = any(n == 0 for n in shape)
    strides = None if free else tuple(
        s for s, n in zip(strides, shape) if n != 1)
    return (str(value.dtype), shape, strides, array.tobytes(),
            bool(value.requires_grad))


def outcome(call):
    """What a call does: its values, or its exception."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            value = call()
    except NotImplementedError as error:
        if str(error).startswith("not supported"):
            return "refused"
        return type(error).__name__, str(error)
    except (RuntimeError, ValueError, TypeError, IndexError,
            ZeroDivisionError) as error:
        return type(error).__name__, str(error).split("\n")[0]
    values = value if isinstance(value, (list, tuple)) else [value]
    return [bits(v) if hasattr(v, "requires_grad") else v for v in values]


def state(module):
    return module.get_rng_state().numpy().tobytes()


class Script:
    """Calls as text, run with m standing for either module."""

    def __init__(self, seed):
        self.r = random.Random(seed)

    def pick(self, *items):
        return self.r.choice(items)

    def size(self):
        rank = self.r.randrange(4)
        return tuple(self.pick(0, 1, 2, 3, 5, 8, 16, 17) if self.r.random() < .9
                     else self.pick(40, 100) for _ in range(rank))

    def dtype(self, names=DTYPES):
        if self.r.random() < 0.4:
            return ""
        return f", dtype=m.{self.pick(*names)}"

    def number(self):
        return self.pick("0", "1", "0.5", "-1.5", "2", "1e-3", "1e5", "0.1",
                         "3.75", "float('inf')", "float('nan')", "-0.0")

    def chance(self):
        return self.pick("0", "1", "0.5", "0.1", "0.999", "1e-9", "-0.1",
                         "1.5", "0.25", "0.3")

    def tensor(self, names=FLOATS, low=0.0, high=1.0, shape=None):
        """A tensor of numbers that both modules hold alike."""
        shape = self.size() if shape is None else shape
        n = int(np.prod(shape))
        values = [round(self.r.uniform(low, high), 3) for _ in range(n)]
        text = f"m.tensor({values}, dtype=m.{self.pick(*names)})"
        text += f".reshape({shape})"
        if len(shape) == 2 and self.r.random() < .2:
            text += ".t()"
        return text

    def draw(self):
        kind = self.r.randrange(14)
        size = self.size()
        if kind == 0:
            return f"m.rand({size}{self.dtype()})"
        if kind == 1:
            return f"m.randn({size}{self.dtype()})"
        if kind == 2:
            low = self.pick(0, -5, 3, 10, -2**40, 2**62)
            high = self.pick(1, 10, 100, 2**28, 2**31, 2**40, -3, 256, 2**63-1)
            return f"m.randint({low}, {high}, {size}{self.dtype()})"
        if kind == 3:
            names = ["int64", "int32", "int16", "uint8", "float32", "float64"]
            n = self.pick(0, 1, 2, 10, 100, 300)
            return f"m.randperm({n}{self.dtype(names)})"
        if kind == 4:
            return (f"m.normal({self.number()}, {self.number()}, {size}"
                    f"{self.dtype(FLOATS)})")
        if kind == 5:
            name = self.pick(*FLOATS)
            mean = self.tensor([name], -3, 3, size)
            std = self.tensor([name], 0, 2, self.pick(size, (), (1,)))
            return self.pick(f"m.normal({mean}, {std})",
                             f"m.normal({mean}, {self.number()})",
                             f"m.normal({self.number()}, {std})")
        if kind == 6:
            return self.pick(f"m.bernoulli({self.tensor()})",
                             f"m.bernoulli({self.tensor()}, {self.chance()})")
        if kind == 7:
            shape = self.pick((4,), (3, 5), (20,), (2, 1), (1,), (2, 2, 2))
            return (f"m.multinomial({self.tensor(FLOATS, 0, 1, shape)}, "
                    f"{self.pick(1, 2, 3, 5, 0, 30)}, "
                    f"{self.pick('True', 'False')})")
        if kind == 8:
            high = self.pick(3, 30, 1000)
            return f"m.poisson({self.tensor(FLOATS, 0, high)})"
        if kind == 9:
            name = self.pick("float32", "float64")
            count = self.tensor([name], 0, self.pick(5, 200), size)
            prob = self.tensor([name], 0, 1, self.pick(size, (), (1,)))
            return f"m.binomial({count}, {prob})"
        if kind == 10:
            name = self.pick("rand", "randn")
            like = self.tensor(FLOATS)
            return f"m.{name}_like({like}{self.dtype()})"
        if kind == 11:
            return (f"m.randint_like({self.tensor()}, "
                    f"{self.pick('10', '3, 7', '5, 2')}{self.dtype()})")
        return self.in_place(kind == 12)

    def in_place(self, strided):
        shape = self.pick((4, 3), (16,), (5, 7), (2, 3, 4)) if strided \
            else self.size()
        target = f"m.zeros({shape}{self.dtype()})"
        if strided:
            target += self.pick(".t()" if len(shape) == 2 else "", "[1:]",
                                "[::2]", "[..., 0]", "[..., 1:]")
        a, b = self.number(), self.number()
        name, _, arguments = self.pick(
            f".uniform_({a}, {b})", ".uniform_()", f".normal_({a}, {b})",
            ".normal_()", f".cauchy_({a}, {b})", f".log_normal_({a}, {b})",
            ".log_normal_()", f".exponential_({a})", ".exponential_()",
            f".geometric_({self.chance()})", f".bernoulli_({self.chance()})",
            ".bernoulli_()", ".random_()", ".random_(10)", ".random_(-3, 90)",
            ".random_(5, None)")[1:].partition("(")
        # As a function it draws from this module's generator, whichever
        # tensors there are.
        comma = "" if arguments == ")" else ", "
        return f"m.Tensor.{name}({target}{comma}{arguments}"

    def other(self):
        shape = self.pick((3, 4), (8, 2), (5, 3, 2), (6, 2, 2, 2), (7,))
        target = f"m.empty({shape})"
        return self.pick(
            f"m.nn.init.uniform_({target}, {self.number()}, {self.number()})",
            f"m.nn.init.normal_({target}, {self.number()}, {self.number()})",
            f"m.nn.init.xavier_uniform_({target}, {self.pick(1, 2.5)})",
            f"m.nn.init.xavier_normal_({target})",
            f"m.nn.init.kaiming_uniform_({target}, a={self.pick(0, 0.2)}, "
            f"mode={self.pick('fan_in', 'fan_out', 'fan')!r})",
            f"m.nn.init.kaiming_normal_({target}, nonlinearity="
            f"{self.pick('relu', 'tanh', 'leaky_relu', 'selu', 'x')!r})",
            f"m.nn.init.trunc_normal_({target}, std={self.pick(0.02, 1, 2)})",
            f"m.nn.init.sparse_({target}, {self.pick(0.1, 0.5, 0.9)})",
            f"m.nn.init.dirac_({target})", f"m.nn.init.eye_({target})",
            f"m.nn.functional.dropout({self.tensor()}, {self.chance()})",
            f"m.nn.functional.alpha_dropout({self.tensor(['float32'])}, "
            f"{self.chance()}, True)",
            f"m.manual_seed({self.pick(0, 23, -5, 2**40, 2**64 - 1)})"
            ".initial_seed()")

    def data(self):
        n = self.pick(1, 2, 5, 10, 33)
        k = self.pick(1, 2, 4, 40)
        loop = self.pick(
            f"m.utils.data.RandomSampler(range({n}))",
            f"m.utils.data.RandomSampler(range({n}), True, {k})",
            f"m.utils.data.RandomSampler(range({n}), num_samples={k})",
            f"m.utils.data.SubsetRandomSampler(range({n}))",
            f"m.utils.data.WeightedRandomSampler([0.1, 0.7, 0.2], {k})",
            f"m.utils.data.DataLoader(range({n}), {k}, shuffle=True)",
            f"m.utils.data.DataLoader(range({n}), {k}, shuffle=True, "
            "drop_last=True)",
            f"m.utils.data.DataLoader(m.utils.data.TensorDataset(m.arange({n})"
            f"), {k}, shuffle=True)",
            f"[list(s) for s in m.utils.data.random_split(range({n}), "
            f"[{n - n // 2}, {n // 2}])]",
            f"[list(s) for s in m.utils.data.random_split(range({n}), "
            "[0.5, 0.25, 0.25])]")
        return (f"[v[0] if isinstance(v, list) and hasattr(v[0], 'shape') "
                f"else v for v in {loop}]")

    def line(self):
        x = self.r.random()
        return self.draw() if x < .7 else self.other() if x < .88 \
            else self.data()


def same(script, line):
    want = outcome(lambda: eval(line, {"m": torch}))
    got = outcome(lambda: eval(line, {"m": ours}))
    if got == "refused":
        # Whatever torch drew is drawn here too, and the script goes on.
        ours.set_rng_state(ours.tensor(torch.get_rng_state().numpy()))
        return
    if isinstance(want, tuple) and want[0] == "TypeError":
        assert got[0] == want[0], line
    else:
        assert got == want, line
    assert state(ours) == state(torch), line


def test_scripts_draw_what_torch_draws(tensors):
    for seed in range(COUNT):
        script = Script(seed)
        start = script.r.choice([23, 0, 2**32 + 1, seed])
        ours.manual_seed(start)
        torch.manual_seed(start)
        for _ in range(script.r.randrange(3, 12)):
            same(script, script.line())


# --- text ---

def test_text_is_torchs():
    ours.set_tensor_type("light")
    try:
        r = random.Random(5)
        for _ in range(COUNT * 5):
            name = r.choice(DTYPES)
            shape = tuple(r.choice([0, 1, 2, 3, 7, 11])
                          for _ in range(r.randrange(4)))
            options = dict(precision=r.choice([None, 2, 8, 0]),
                           threshold=r.choice([None, 5]),
                           edgeitems=r.choice([None, 1]),
                           linewidth=r.choice([None, 40]),
                           sci_mode=r.choice([None, True, False]))
            profile = r.choice(["default", "short", "full"])
            for m in (torch, ours):
                m.set_printoptions(profile=profile)
                m.set_printoptions(**options)
            values = np.array([r.uniform(-3, 3) * 10 ** r.randrange(-4, 6)
                               for _ in range(int(np.prod(shape)))])
            values = np.abs(values) % 200 if name[0] == "u" else values
            values = np.clip(values, -100, 100) if name == "int8" else values
            values = values.reshape(shape)
            want = torch.tensor(values).to(getattr(torch, name))
            kept = want.view(torch.int16).numpy().view(np.uint16) \
                if name == "bfloat16" else want.numpy()
            got = ours.Tensor(kept, ours._dtypes.NAMES[name])
            assert repr(got) == repr(want), (name, shape, options)
    finally:
        for m in (torch, ours):
            m.set_printoptions(profile="default")
        ours.set_tensor_type("torch")


# --- modules ---

def model(m, nn, r):
    """A random layer with random arguments."""
    flag = lambda: r.random() < .5  # noqa: E731
    n = lambda: r.choice([1, 2, 3, 4, 8])  # noqa: E731
    i, o, g = n(), n(), r.choice([1, 2])
    heads = r.choice([1, 2])
    kinds = [
        lambda: nn.Linear(i, o, bias=flag()),
        lambda: nn.Bilinear(i, n(), o, bias=flag()),
        lambda: nn.Conv1d(i * g, o * g, n(), groups=g, bias=flag()),
        lambda: nn.Conv2d(i * g, o * g, (n(), n()), padding=1, groups=g),
        lambda: nn.Conv3d(i, o, n(), 2, dilation=2, bias=flag()),
        lambda: nn.ConvTranspose1d(i * g, o * g, n(), groups=g),
        lambda: nn.ConvTranspose2d(i, o, n(), 2, 1, output_padding=1,
                                   bias=flag()),
        lambda: nn.ConvTranspose3d(i, o, n()),
        lambda: nn.Embedding(i + 1, o, padding_idx=r.choice([None, 0, -1])),
        lambda: nn.EmbeddingBag(i + 1, o, mode="sum"),
        lambda: nn.RNN(i, o, num_layers=n(), bias=flag()),
        lambda: nn.LSTM(i, o + 1, bidirectional=flag(),
                        proj_size=r.choice([0, 1])),
        lambda: nn.GRU(i, o, num_layers=2, bidirectional=flag(),
                       batch_first=flag()),
        lambda: nn.RNNCell(i, o), lambda: nn.LSTMCell(i, o, bias=flag()),
        lambda: nn.GRUCell(i, o),
        lambda: nn.MultiheadAttention(i * heads, heads, bias=flag(),
                                      add_bias_kv=flag(),
                                      kdim=r.choice([None, 3])),
        lambda: nn.TransformerEncoderLayer(i * heads, heads, o, bias=flag()),
        lambda: nn.TransformerDecoderLayer(i * heads, heads, o),
        lambda: nn.Transformer(i * heads, heads, 1, 2, o),
        lambda: nn.TransformerEncoder(
            nn.TransformerEncoderLayer(i * heads, heads, o), 2),
        lambda: nn.BatchNorm1d(i, affine=flag()),
        lambda: nn.BatchNorm2d(i, track_running_stats=flag()),
        lambda: nn.InstanceNorm2d(i, affine=flag()),
        lambda: nn.GroupNorm(g, i * g, affine=flag()),
        lambda: nn.LayerNorm((i, o), elementwise_affine=flag(), bias=flag()),
        lambda: nn.RMSNorm(i), lambda: nn.PReLU(n(), r.choice([.25, .1])),
        lambda: nn.Sequential(nn.Linear(i, o), nn.ReLU(), nn.Linear(o, i)),
        lambda: nn.ModuleList([nn.Linear(i, i) for _ in range(3)]),
        lambda: nn.ModuleDict({"a": nn.Linear(i, o), "b": nn.Tanh()}),
    ]
    return r.choice(kinds)()


def entries(module):
    return [(name, bits(value)) for name, value in module.state_dict().items()]


def test_modules_have_torchs_initial_weights(tensors):
    for seed in range(COUNT * 2):
        default = random.Random(seed).choice(["float32", "float32", "float64"])
        made = []
        for m in (torch, ours):
            r = random.Random(seed)
            m.set_default_dtype(getattr(m, default))
            m.manual_seed(seed)
            try:
                made.append(model(m, m.nn, r))
            finally:
                m.set_default_dtype(m.float32)
        assert entries(made[1]) == entries(made[0]), (seed, made[0])
        assert [n for n, _ in made[1].named_parameters()] == \
            [n for n, _ in made[0].named_parameters()]
        assert state(ours) == state(torch), (seed, made[0])


def test_own_modules_have_names_and_apply(tensors):
    def build(m):
        class Net(m.nn.Module):
            def __init__(self):
                super().__init__()
                self.features = m.nn.Sequential(m.nn.Conv2d(1, 6, 5),
                                                m.nn.ReLU(),
                                                m.nn.BatchNorm2d(6))
                self.scale = m.nn.Parameter(m.ones(3))
                self.fc = m.nn.Linear(4, 2)

        def weights_init(module):
            if "Conv" in type(module).__name__:
                m.nn.init.normal_(module.weight.data, 0.0, 0.02)

        m.manual_seed(23)
        return Net().apply(weights_init)

    want, got = build(torch), build(ours)
    assert entries(got) == entries(want)
    assert state(ours) == state(torch)
    assert [n for n, _ in got.named_modules()] == \
        [n for n, _ in want.named_modules()]


# --- states ---

def test_states_go_both_ways():
    for m, other in ((torch, ours), (ours, torch)):
        m.manual_seed(7)
        m.randn(3)
        image = m.get_rng_state().numpy().copy()
        other.set_rng_state(other.from_numpy(image))
        assert state(other) == state(m)
        assert bits(m.randn(5))[3] == bits(other.randn(5))[3]


@pytest.mark.parametrize("image", [
    np.zeros(5056, np.uint8), np.zeros(10, np.uint8),
    np.full(5056, 255, np.uint8), np.zeros(5056, np.int32)])
def test_a_broken_state_changes_nothing(image):
    ours.manual_seed(3)
    before = state(ours)
    with pytest.raises((RuntimeError, TypeError)):
        ours.set_rng_state(ours.from_numpy(image))
    assert state(ours) == before


def test_a_copy_and_a_pickle_go_on_alike():
    import copy
    import pickle

    g = ours.Generator().manual_seed(5)
    ours.randn(3, generator=g)
    for other in (copy.deepcopy(g), pickle.loads(pickle.dumps(g)),
                  g.clone_state()):
        assert bits(ours.randn(4, generator=other)) == \
            bits(ours.randn(4, generator=g.clone_state()))


def test_light_tensors_go_to_numpy_and_torch_without_a_copy():
    ours.set_tensor_type("light")
    try:
        t = ours.rand(3, 4)
        assert np.shares_memory(np.asarray(t), t.numpy())
        assert torch.from_dlpack(t).data_ptr() == t.data_ptr()
        assert len(t) == 3 and t.shape == (3, 4)
        assert repr(t.shape) == "torch.Size([3, 4])"
    finally:
        ours.set_tensor_type("torch")


def test_threads_share_a_generator_and_lose_nothing():
    import threading

    g = ours.Generator().manual_seed(1)
    parts, errors = [], []

    def work():
        try:
            for _ in range(50):
                parts.append(ours.randint(0, 2**31, (200,), generator=g))
        except Exception as error:  # noqa: BLE001
            errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert not errors
    want = torch.randint(0, 2**31, (80000,),
                         generator=torch.Generator().manual_seed(1))
    got = np.concatenate([np.asarray(p) for p in parts])
    assert sorted(got.tolist()) == sorted(want.tolist())


def test_the_stub_has_the_public_names():
    import ast
    import inspect

    path = os.path.splitext(inspect.getfile(ours))[0] + ".pyi"
    with open(path, encoding="utf-8") as f:
        tree = ast.parse(f.read())
    names = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.AnnAssign):
            names.add(node.target.id)
        elif isinstance(node, ast.ImportFrom):
            names |= {a.asname for a in node.names if a.asname}
    assert names == set(ours.__all__)
