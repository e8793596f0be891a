# SPDX-License-Identifier: MIT
"""Random modules in scripts, against the PyTorch that is here: constructors
with random arguments, nests of containers, what is printed of them, their
tensors, and the generator's state afterwards. SS_LIVE_COUNT scripts.
"""
import pytest

import script_compare

pytestmark = [
    pytest.mark.skipif(not script_compare.COMMAND,
                       reason="SS_COMMAND names no command"),
    pytest.mark.skipif(script_compare.torch is None, reason="torch is missing"),
]
WRONG = """
nn.Linear()
nn.Linear(3)
nn.Linear(3, 4, 5, 6, 7, 8)
nn.Linear(3, -1)
nn.Linear(-3, 1)
nn.Linear(3, 4, foo=1)
nn.Linear(3, 4).foo_bar
nn.Conv2d(3, 4, 3, groups=2)
nn.Conv2d(4, 3, 3, groups=2)
nn.Conv2d(4, 4, 3, groups=0)
nn.Conv2d(4, 4, 3, stride=2, padding='same')
nn.Embedding(5, 3, padding_idx=5)
nn.Embedding(5, 3, padding_idx=-6)
nn.EmbeddingBag(5, 3, padding_idx=5)
nn.LSTM(0, 3)
nn.LSTM(3, 0)
nn.LSTM(3, 4, 0)
nn.LSTM(3, 4, proj_size=4)
nn.LSTM(3, 4, proj_size=-1)
nn.LSTM(3, 4, dropout=2)
nn.LSTM(3, 4, dropout=True)
nn.LSTM(3, 4, bias=1)
nn.LSTM(3, 4, batch_first=0)
nn.LSTM(3.0, 4)
nn.GRU(3, 4, proj_size=2)
nn.RNN(3, 4, nonlinearity='sin')
nn.MultiheadAttention(5, 2)
nn.MultiheadAttention(0, 2)
nn.TransformerEncoderLayer(4, 2, activation='sin')
nn.GroupNorm(2, 3)
nn.Dropout(2)
nn.Dropout(-0.5)
nn.Sequential(3)
nn.Sequential(nn.ReLU())[1]
nn.Sequential(nn.ReLU())[-2]
nn.ModuleList([3])
nn.ModuleList(3)
nn.ModuleList([nn.ReLU()])[1]
nn.ModuleDict({'a': 3})
nn.ModuleDict({'a.b': nn.ReLU()})
nn.ModuleDict({'': nn.ReLU()})
nn.ModuleDict({1: nn.ReLU()})
nn.ModuleDict({'a': nn.ReLU()})['b']
len(nn.Linear(2, 3))
nn.Linear(2, 3)[0]
list(nn.Linear(2, 3))
nn.Linear(2, 3).train(1)
nn.Linear(2, 3).to(torch.int64)
nn.Linear(2, 3).load_state_dict({})
nn.Linear(2, 3).load_state_dict(nn.Linear(3, 2).state_dict())
nn.Linear(2, 3).load_state_dict(3)
nn.Linear(2, 3).add_module('a', 3)
nn.Linear(2, 3).add_module('weight', nn.ReLU())
nn.Linear(2, 3).weight.uniform_()
nn.Linear(2, 3).weight.numpy()
np.array(nn.Linear(2, 3).weight)
nn.Parameter([1.])
nn.Parameter(torch.tensor([1]))
nn.ReLU().weight
""".strip().split("\n")


def size(r):
    return r.choice([1, 2, 3, 4, 5, 6, 8, r.randint(1, 20)])


def maybe(r, pieces, chance=0.3):
    """Some of the keyword arguments."""
    return "".join(", " + p for p in pieces if r.random() < chance)


def one_or(r, n, low, high):
    """An int, or a tuple of n."""
    if r.random() < 0.6:
        return str(r.randint(low, high))
    items = ", ".join(str(r.randint(low, high)) for _ in range(n))
    return f"({items}{',' if n == 1 else ''})"


def flag(r):
    return r.choice(["True", "False"])


def dtype(r):
    return "dtype=torch." + r.choice(["float32", "float64", "float16",
                                      "bfloat16"])


def linear(r):
    if r.random() < 0.2:
        return (f"nn.Bilinear({size(r)}, {size(r)}, {size(r)}"
                + maybe(r, [f"bias={flag(r)}", dtype(r)]) + ")")
    return (f"nn.Linear({size(r)}, {size(r)}"
            + maybe(r, [f"bias={flag(r)}", dtype(r), "device='cpu'"]) + ")")


def conv(r):
    d, g = r.randint(1, 3), r.choice([1, 1, 1, 2, 3])
    t = "Transpose" if r.random() < 0.35 else ""
    more = [f"bias={flag(r)}", f"stride={one_or(r, d, 1, 3)}",
            f"padding={one_or(r, d, 0, 2)}",
            f"dilation={one_or(r, d, 1, 2)}", dtype(r)]
    if t:
        more.append(f"output_padding={one_or(r, d, 0, 1)}")
    elif r.random() < 0.2:
        more[1:3] = [r.choice(["padding='same'", "padding='valid'",
                               "padding_mode='circular'"])]
    groups = f", groups={g}" if g > 1 or r.random() < 0.1 else ""
    return (f"nn.Conv{t}{d}d({g * r.randint(1, 4)}, {g * r.randint(1, 4)}, "
            f"{one_or(r, d, 1, 3)}{groups}{maybe(r, more)})")


def embedding(r):
    n = r.randint(2, 9)
    bag = r.random() < 0.3
    more = [f"padding_idx={r.randint(-n, n - 1)}",
            f"max_norm={r.choice(['1.0', '2', '0.5'])}",
            f"norm_type={r.choice(['1.0', '2', '3.5'])}",
            "scale_grad_by_freq=True", "sparse=True", dtype(r)]
    more.append(f"mode={r.choice(['sum', 'max', 'mean'])!r}" if bag
                else "_freeze=True")
    return (f"nn.Embedding{'Bag' if bag else ''}({n}, {size(r)}"
            + maybe(r, more, 0.25) + ")")


def recurrent(r):
    cls = r.choice(["RNN", "LSTM", "GRU"])
    if r.random() < 0.3:
        more = [f"bias={flag(r)}", dtype(r)]
        if cls == "RNN":
            more.append("nonlinearity='relu'")
        return f"nn.{cls}Cell({size(r)}, {size(r)}{maybe(r, more)})"
    h = r.randint(2, 6)
    more = [f"num_layers={r.randint(1, 3)}", f"bias={flag(r)}",
            f"batch_first={flag(r)}", f"bidirectional={flag(r)}",
            f"dropout={r.choice(['0', '0.5', '0.25'])}", dtype(r)]
    if cls == "LSTM":
        more.append(f"proj_size={r.randint(0, h - 1)}")
    if cls == "RNN":
        more.append("nonlinearity='relu'")
    return f"nn.{cls}({size(r)}, {h}{maybe(r, more)})"


def attention(r):
    h = r.randint(1, 3)
    return (f"nn.MultiheadAttention({h * r.randint(1, 4)}, {h}"
            + maybe(r, [f"bias={flag(r)}", "add_bias_kv=True",
                        f"kdim={size(r)}", f"vdim={size(r)}", "dropout=0.1",
                        dtype(r)]) + ")")


def transformer(r):
    h, k = r.randint(1, 2), r.choice(["Encoder", "Decoder"])
    d, f, n = h * r.randint(1, 3), r.randint(1, 6), r.randint(1, 3)
    more = maybe(r, [f"bias={flag(r)}", "activation='gelu'", "dropout=0.3",
                     "layer_norm_eps=1e-06", "norm_first=True",
                     "batch_first=True", dtype(r)])
    if r.random() < 0.1:
        more += ", activation=nn.ReLU()" if "activ" not in more else ""
    if r.random() < 0.25:
        return (f"nn.Transformer({d}, {h}, {r.randint(0, 2)}, "
                f"{r.randint(0, 2)}, {f}{more})")
    layer = f"nn.Transformer{k}Layer({d}, {h}, {f}{more})"
    if r.random() < 0.5:
        return layer
    last = f", nn.LayerNorm({d})" if r.random() < 0.4 else ""
    return f"nn.Transformer{k}({layer}, {n}{last})"


def norm(r):
    cls = r.choice(["BatchNorm1d", "BatchNorm2d", "BatchNorm3d",
                    "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d",
                    "GroupNorm", "LayerNorm", "RMSNorm", "PReLU"])
    if cls == "PReLU":
        return f"nn.PReLU({r.choice(['', '3', '2, 0.1', 'init=0.5'])})"
    if cls == "GroupNorm":
        g = r.randint(1, 3)
        return (f"nn.GroupNorm({g}, {g * r.randint(1, 3)}"
                + maybe(r, [f"affine={flag(r)}", "eps=1e-06",
                            f"bias={flag(r)}"]) + ")")
    if cls in ("LayerNorm", "RMSNorm"):
        more = [f"elementwise_affine={flag(r)}", "eps=0.001", dtype(r)]
        if cls == "LayerNorm":
            more.append(f"bias={flag(r)}")
        shape = r.choice(["4", "[2, 3]", "(3,)", "(2, 1, 2)"])
        return f"nn.{cls}({shape}{maybe(r, more)})"
    return (f"nn.{cls}({size(r)}"
            + maybe(r, [f"affine={flag(r)}", "eps=1e-08", "momentum=None",
                        "momentum=0.5"][: r.choice([2, 3])]
                    + [f"track_running_stats={flag(r)}", f"bias={flag(r)}",
                       dtype(r)]) + ")")


def plain(r):
    d = r.randint(1, 3)
    k = one_or(r, d, 1, 4)
    ip = r.choice(["", "inplace=True", "inplace=False", "True"])
    return "nn." + r.choice([
        f"{r.choice(['ReLU', 'ReLU6', 'SELU', 'SiLU', 'Mish'])}({ip})",
        r.choice(["Sigmoid()", "Tanh()", "LogSigmoid()", "Softsign()",
                  "Tanhshrink()", "Softmax2d()", "Hardsigmoid()",
                  "Hardswish()", "Identity()", "Identity(54, a=2)"]),
        f"LeakyReLU({r.choice(['', '0.2', '0.1, True', '1'])})",
        f"ELU({r.choice(['', '0.5', 'alpha=2, inplace=True'])})",
        f"CELU({r.choice(['', '0.5', 'alpha=2.0, inplace=True'])})",
        f"GELU({r.choice(['', 'approximate=' + repr('tanh')])})",
        f"{r.choice(['Softmax', 'LogSoftmax', 'Softmin'])}"
        f"({r.choice(['', '1', 'dim=-1'])})",
        f"{r.choice(['Hardshrink', 'Softshrink'])}({r.choice(['', '0.7'])})",
        f"Softplus({r.choice(['', '2', 'beta=0.5, threshold=10'])})",
        f"Threshold({r.choice(['0.1, 20', '0, 1.5, True'])})",
        f"Hardtanh({r.choice(['', '-2, 2', '-1.5, 0.5, inplace=True'])})",
        f"RReLU({r.choice(['', '0.1, 0.2', 'inplace=True'])})",
        f"GLU({r.choice(['', '1'])})",
        f"Dropout{r.choice(['', '1d', '2d', '3d'])}"
        f"({r.choice(['', '0.2', '0', 'p=1', '0.5, True'])})",
        f"AlphaDropout({r.choice(['', '0.2'])})",
        f"MaxPool{d}d({k}{maybe(r, [f'stride={one_or(r, d, 1, 3)}'])}"
        f"{maybe(r, ['padding=1', 'dilation=2', 'ceil_mode=True'])})",
        f"AvgPool{d}d({k}{maybe(r, [f'stride={one_or(r, d, 1, 3)}'])}"
        f"{maybe(r, ['padding=1', 'ceil_mode=True'])})",
        f"LPPool{d}d({r.choice(['2', '1.5'])}, {k})",
        f"MaxUnpool{d}d({k}{maybe(r, ['stride=2', 'padding=1'])})",
        f"Adaptive{r.choice(['Avg', 'Max'])}Pool{d}d({k})",
        f"{r.choice(['Zero', 'Circular', 'Reflection', 'Replication'])}"
        f"Pad{d}d({one_or(r, 2 * d, 0, 3)})",
        f"ConstantPad{d}d({one_or(r, 2 * d, 0, 3)}, "
        f"{r.choice(['0', '3.5', '-1'])})",
        f"Flatten({r.choice(['', '0', '1, 2', 'start_dim=2'])})",
        f"Unflatten({r.choice(['1, (2, 3)', '0, (4,)'])})",
        "Upsample(" + r.choice(["2", "size=(3, 4)", "scale_factor=2",
                                "scale_factor=(2, 3)",
                                "scale_factor=1.5, mode='bilinear'"]) + ")",
        f"UpsamplingNearest2d(scale_factor={r.choice(['2', '1.5'])})",
        "UpsamplingBilinear2d(size=4)",
        f"PixelShuffle({size(r)})", f"PixelUnshuffle({size(r)})",
        f"ChannelShuffle({size(r)})", f"Unfold({k})", f"Fold((4, 5), {k})",
        f"LocalResponseNorm({r.choice(['2', '3, alpha=0.01, k=2'])})",
        "PairwiseDistance()", "CosineSimilarity(dim=0)",
        r.choice(["L1Loss", "MSELoss", "CrossEntropyLoss", "NLLLoss",
                  "BCELoss", "BCEWithLogitsLoss", "KLDivLoss",
                  "SmoothL1Loss", "HuberLoss", "TripletMarginLoss",
                  "CTCLoss", "PoissonNLLLoss"]) + "()"])


LEAVES = [linear, linear, conv, conv, embedding, recurrent, attention,
          transformer, norm, plain, plain, plain]


def module(r, depth=0):
    if depth > 2 or r.random() < 0.6:
        return r.choice(LEAVES)(r)
    items = [module(r, depth + 1) for _ in range(r.randint(0, 4))]
    if items and r.random() < 0.3:
        items[r.randrange(len(items)):] = [items[-1]] * r.randint(1, 3)
    names = r.sample(["a", "fc", "conv1", "layer_2", "B"], min(5, len(items)))
    pairs = list(zip(names, items))
    return r.choice([
        f"nn.Sequential({', '.join(items)})",
        f"nn.ModuleList([{', '.join(items)}])",
        "nn.ModuleDict({" + ", ".join(f"{n!r}: {i}" for n, i in pairs) + "})",
        "nn.Sequential(OrderedDict(["
        + ", ".join(f"({n!r}, {i})" for n, i in pairs) + "]))"])


USES = [
    "for c in m.modules():\n    print(c.training, len(list(c.children())))",
    "q = nn.Sequential(m, nn.Linear(1, 2))\nq.insert(1, nn.Tanh())\nprint(q)",
    "m.register_buffer('extra', torch.rand(2))\nprint(m.extra, m)",
    "m.register_parameter('own', nn.Parameter(torch.rand(2, 2)))\n"
    "print(m.own[1], list(m.parameters())[-1])",
    "m.add_module('last', nn.Linear(1, 1))\nprint(m.last.weight, m)",
    "for n, p in m.named_parameters(): print(m.get_parameter(n).shape)",
    "for n, p in m.named_parameters('pre', False): print(n)",
    "q = nn.ModuleList([m]) + [nn.ReLU()]\nprint(q[0], len(q), q[-1])",
    "for p in m.parameters(): print(p * 2, -p)",
    "print(nn.Transformer(4, 2, 1, 1, 3, dropout=0).encoder.norm.weight)",
    "print(m)", "print(m)", "m", "print(m.state_dict())",
    "for p in m.parameters(): print(p)",
    "for n, p in m.named_parameters(): print(n, p.shape, p.data)",
    "for n, p in m.named_buffers(): print(n, p)",
    "for n, c in m.named_children(): print(n, c)",
    "for n, c in m.named_modules(): print(repr(n), c.training)",
    "print(list(m.children()))", "print(m.state_dict().keys())",
    "m.double()", "m.half()", "m.to(torch.bfloat16)", "m.float()",
    "m.eval()", "m.train()", "m.requires_grad_(False)",
    "print(m.load_state_dict(m.state_dict()))",
    "for p in m.parameters(): nn.init.normal_(p)",
    "for p in m.parameters(): nn.init.uniform_(p, -0.5, 0.5)",
    "for p in m.parameters(): p.data.normal_(0, 0.02)",
    "for p in m.parameters(): print(p.requires_grad, p.is_leaf, p.grad)",
    "for p in m.parameters(): print(p.detach().tolist())",
    "print(m.training, m.extra_repr())",
    "for n, b in m.state_dict(prefix='q.').items(): print(n, b.dtype)",
    "for c in m.modules(): print(c.training)",
    "with torch.no_grad():\n    for p in m.parameters(): p.fill_(0.5)",
]


def script(r):
    lines = ["import torch, numpy as np", "from torch import nn",
             "from collections import OrderedDict",
             f"torch.manual_seed({r.choice([0, 1, r.getrandbits(40)])})"]
    if r.random() < 0.15:
        lines.append("torch.set_default_dtype(torch."
                     + r.choice(["float64", "float16", "bfloat16"]) + ")")
    if r.random() < 0.3:
        lines.append("torch.set_printoptions("
                     + r.choice(["precision=8", "profile='full'",
                                 "linewidth=120", "threshold=20",
                                 "edgeitems=2, threshold=10"]) + ")")
    for _ in range(r.randint(1, 2)):
        lines.append(f"m = {module(r)}")
        lines += [r.choice(USES) for _ in range(r.randint(1, 3))]
    lines.append("print(torch.get_rng_state().tolist())")
    if r.random() < 0.1:
        lines.append(r.choice(WRONG))
    return "\n".join(lines) + "\n"


def test_scripts():
    script_compare.compare(script)


@pytest.mark.parametrize("wrong", WRONG)
def test_wrong_calls_end_with_torchs_error(wrong):
    source = ("import torch, numpy as np\nfrom torch import nn\n"
              f"print('before')\nprint({wrong})\n")
    command = script_compare.Command()
    assert script_compare.difference(source, command) is None


if __name__ == "__main__":
    script_compare.main(script)
