# SPDX-License-Identifier: MIT
"""Layers that draw: each is a row for the C library's <sameseed/torch_nn.h>,
which knows the order in which PyTorch draws its parameters.
"""

import numpy as np

from sameseed import _torch
from sameseed.torch import _dtypes, _draws, _generator
from sameseed.torch._tensor import wrap, wrap_parameter
from sameseed.torch.nn._module import Module, float_dtype

# The bits of a row's flags.
NO_BIAS, BIDIRECTIONAL, BIAS_KV = 1, 2, 4
NO_AFFINE, NO_STATISTICS, FINAL_NORM, HAS_PADDING = 8, 16, 32, 64


def _tuple(value, n):
    return tuple(value) if isinstance(value, (tuple, list)) else (value,) * n


class Layer(Module):
    """A module whose parameters are one row's."""

    def _draw(self, kind, dtype=None, device=None, *, n_in=0, n_in2=0, n_out=0,
              groups=0, shape=(), kdim=0, vdim=0, layers=0, decoders=0,
              proj=0, flags=0, padding=0, slope=0.0, **others):
        if others:
            raise TypeError(f"{type(self).__name__} got unexpected keyword "
                            f"arguments {sorted(others)}")
        if device is not None and str(device) != "cpu":
            raise NotImplementedError("not supported: device="
                                      f"{str(device)!r}; supported: 'cpu'")
        row = (kind, n_in, n_in2, n_out, groups, tuple(shape), kdim, vdim,
               layers, decoders, proj, flags, padding, slope)
        dtype = float_dtype(dtype)
        entries = _torch.nn_entries(row, dtype.code)
        arrays = [np.empty(shape, _of_code(code).numpy)
                  for _, _, code, shape in entries]
        status = _torch.nn_init(
            _generator.default_generator, row, dtype.code,
            tuple(a.reshape(-1).view(np.uint8) for a in arrays))
        _draws.raise_status(status)
        for (name, is_buffer, code, _), array in zip(entries, arrays):
            self._hold(name, is_buffer, array, _of_code(code))

    def _hold(self, path, is_buffer, array, dtype):
        """Put a tensor where its dotted name says."""
        module = self
        *parents, name = path.split(".")
        for parent in parents:
            if parent not in module._modules:
                module.add_module(parent, Module())
            module = module._modules[parent]
        if is_buffer:
            module.register_buffer(name, wrap(array, dtype))
        else:
            module.register_parameter(name, wrap_parameter(array, dtype))

    def _absent(self, *names):
        """Parameters that the layer could have, and has not."""
        for name in names:
            if name not in self._parameters:
                self.register_parameter(name, None)

    def extra_repr(self):
        return self._said

    def __repr__(self):
        """PyTorch's, but for layers that are made of others: those hold
        their tensors only."""
        if self._said is None:
            count = len(self.state_dict())
            return f"{self._get_name()}(<{count} tensors>)"
        return super().__repr__()


def _of_code(code):
    return next(d for d in _dtypes.NAMES.values() if d.code == code)


class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True, device=None,
                 dtype=None):
        super().__init__()
        self.in_features = in_features
        self.out_features = out_features
        self._said = (f"in_features={in_features}, "
                      f"out_features={out_features}, bias={bool(bias)}")
        self._draw(1, dtype, device, n_in=in_features, n_out=out_features,
                   flags=0 if bias else NO_BIAS)
        self._absent("bias")


class Bilinear(Layer):
    def __init__(self, in1_features, in2_features, out_features, bias=True,
                 device=None, dtype=None):
        super().__init__()
        self._said = (f"in1_features={in1_features}, "
                      f"in2_features={in2_features}, "
                      f"out_features={out_features}, bias={bool(bias)}")
        self._draw(2, dtype, device, n_in=in1_features, n_in2=in2_features,
                   n_out=out_features, flags=0 if bias else NO_BIAS)
        self._absent("bias")


class _Conv(Layer):
    _kind, _ndim, _transposed = 3, 1, False

    def __init__(self, in_channels, out_channels, kernel_size, stride=1,
                 padding=0, *args, device=None, dtype=None, **keywords):
        super().__init__()
        names = (("output_padding", "groups", "bias", "dilation",
                  "padding_mode") if self._transposed else
                 ("dilation", "groups", "bias", "padding_mode"))
        values = {"output_padding": 0, "groups": 1, "bias": True,
                  "dilation": 1, "padding_mode": "zeros"}
        values.update(zip(names, args))
        values.update(keywords)
        n, groups = self._ndim, values["groups"]
        if groups <= 0:
            raise ValueError("groups must be a positive integer")
        if in_channels % groups:
            raise ValueError("in_channels must be divisible by groups")
        if out_channels % groups:
            raise ValueError("out_channels must be divisible by groups")
        self.kernel_size = _tuple(kernel_size, n)
        self.in_channels, self.out_channels = in_channels, out_channels
        self._say(n, _tuple(stride, n), padding, values)
        self._draw(self._kind, dtype, device, n_in=in_channels,
                   n_out=out_channels, groups=groups, shape=self.kernel_size,
                   flags=0 if values["bias"] else NO_BIAS)
        self._absent("bias")

    def _say(self, n, stride, padding, values):
        said = (f"{self.in_channels}, {self.out_channels}, "
                f"kernel_size={self.kernel_size}, stride={stride}")
        padding = padding if isinstance(padding, str) else _tuple(padding, n)
        if padding != (0,) * n:
            said += f", padding={padding!s}"
        for name, plain in (("dilation", 1), ("output_padding", 0)):
            value = _tuple(values[name], n)
            if value != (plain,) * n:
                said += f", {name}={value}"
        if values["groups"] != 1:
            said += f", groups={values['groups']}"
        if not values["bias"]:
            said += ", bias=False"
        if values["padding_mode"] != "zeros":
            said += f", padding_mode={values['padding_mode']}"
        self._said = said


class Conv1d(_Conv):
    _ndim = 1


class Conv2d(_Conv):
    _ndim = 2


class Conv3d(_Conv):
    _ndim = 3


class ConvTranspose1d(_Conv):
    _kind, _ndim, _transposed = 4, 1, True


class ConvTranspose2d(_Conv):
    _kind, _ndim, _transposed = 4, 2, True


class ConvTranspose3d(_Conv):
    _kind, _ndim, _transposed = 4, 3, True


class Embedding(Layer):
    _kind = 5

    def __init__(self, num_embeddings, embedding_dim, padding_idx=None,
                 device=None, dtype=None):
        super().__init__()
        self._said = f"{num_embeddings}, {embedding_dim}"
        if padding_idx is not None:
            if not -num_embeddings <= padding_idx < num_embeddings:
                raise AssertionError(
                    "Padding_idx must be within num_embeddings")
            shown = padding_idx % num_embeddings
            self._said += f", padding_idx={shown}"
        self._draw(self._kind, dtype, device, n_in=num_embeddings,
                   n_out=embedding_dim, padding=padding_idx or 0,
                   flags=0 if padding_idx is None else HAS_PADDING)


class EmbeddingBag(Layer):
    def __init__(self, num_embeddings, embedding_dim, mode="mean",
                 padding_idx=None, device=None, dtype=None):
        super().__init__()
        self._said = f"{num_embeddings}, {embedding_dim}"
        if padding_idx is not None:
            self._said += f", padding_idx={padding_idx % num_embeddings}"
        self._said += f", mode={mode!r}"
        self._draw(6, dtype, device, n_in=num_embeddings, n_out=embedding_dim,
                   padding=padding_idx or 0,
                   flags=0 if padding_idx is None else HAS_PADDING)


class _Recurrent(Layer):
    def __init__(self, input_size, hidden_size, num_layers=1, bias=True,
                 batch_first=False, dropout=0.0, bidirectional=False,
                 proj_size=0, device=None, dtype=None, nonlinearity="tanh"):
        super().__init__()
        said = f"{input_size}, {hidden_size}"
        for name, value, plain in (
                ("proj_size", proj_size, 0), ("num_layers", num_layers, 1),
                ("bias", bias, True), ("batch_first", batch_first, False),
                ("dropout", dropout, 0), ("bidirectional", bidirectional,
                                          False)):
            if value != plain:
                said += f", {name}={value}"
        self._said = said
        flags = (0 if bias else NO_BIAS) | (BIDIRECTIONAL if bidirectional
                                            else 0)
        self._draw(self._kind, dtype, device, n_in=input_size,
                   n_out=hidden_size, layers=num_layers, proj=proj_size,
                   flags=flags)


class RNN(_Recurrent):
    _kind = 7


class LSTM(_Recurrent):
    _kind = 8


class GRU(_Recurrent):
    _kind = 9


class _Cell(Layer):
    def __init__(self, input_size, hidden_size, bias=True, device=None,
                 dtype=None):
        super().__init__()
        self._said = f"{input_size}, {hidden_size}"
        if bias is not True:
            self._said += f", bias={bias}"
        self._draw(self._kind, dtype, device, n_in=input_size,
                   n_out=hidden_size, flags=0 if bias else NO_BIAS)
        self._absent("bias_ih", "bias_hh")


class RNNCell(_Cell):
    _kind = 10


class LSTMCell(_Cell):
    _kind = 11


class GRUCell(_Cell):
    _kind = 12


class _Norm(Layer):
    """BatchNorm and InstanceNorm."""

    _kind, _affine, _statistics = 19, True, True

    def __init__(self, num_features, eps=1e-5, momentum=0.1, affine=None,
                 track_running_stats=None, device=None, dtype=None):
        super().__init__()
        affine = self._affine if affine is None else affine
        statistics = (self._statistics if track_running_stats is None
                      else track_running_stats)
        self._said = (f"{num_features}, eps={eps}, momentum={momentum}, "
                      f"affine={affine}, track_running_stats={statistics}")
        flags = ((0 if affine else NO_AFFINE)
                 | (0 if statistics else NO_STATISTICS))
        self._draw(self._kind, dtype, device, n_in=num_features, flags=flags)
        self._absent("weight", "bias")


class BatchNorm1d(_Norm):
    pass


class BatchNorm2d(_Norm):
    pass


class BatchNorm3d(_Norm):
    pass


class InstanceNorm1d(_Norm):
    _kind, _affine, _statistics = 20, False, False


class InstanceNorm2d(InstanceNorm1d):
    pass


class InstanceNorm3d(InstanceNorm1d):
    pass


class GroupNorm(Layer):
    def __init__(self, num_groups, num_channels, eps=1e-5, affine=True,
                 device=None, dtype=None):
        super().__init__()
        if num_channels % num_groups:
            raise ValueError(f"num_channels ({num_channels}) must be "
                             f"divisible by num_groups ({num_groups})")
        self._said = (f"{num_groups}, {num_channels}, eps={eps}, "
                      f"affine={affine}")
        self._draw(21, dtype, device, n_in=num_channels,
                   flags=0 if affine else NO_AFFINE)
        self._absent("weight", "bias")


class LayerNorm(Layer):
    def __init__(self, normalized_shape, eps=1e-5, elementwise_affine=True,
                 bias=True, device=None, dtype=None):
        super().__init__()
        shape = _tuple(normalized_shape, 1)
        self._said = (f"{shape}, eps={eps}, elementwise_affine="
                      f"{elementwise_affine}, bias={bias}")
        flags = ((0 if elementwise_affine else NO_AFFINE)
                 | (0 if bias else NO_BIAS))
        self._draw(22, dtype, device, shape=shape, flags=flags)
        self._absent("weight", "bias")


class RMSNorm(Layer):
    def __init__(self, normalized_shape, eps=None, elementwise_affine=True,
                 device=None, dtype=None):
        super().__init__()
        shape = _tuple(normalized_shape, 1)
        self._said = (f"{shape}, eps={eps}, elementwise_affine="
                      f"{elementwise_affine}")
        self._draw(23, dtype, device, shape=shape,
                   flags=0 if elementwise_affine else NO_AFFINE)
        self._absent("weight")


class PReLU(Layer):
    def __init__(self, num_parameters=1, init=0.25, device=None, dtype=None):
        super().__init__()
        self._said = f"num_parameters={num_parameters}"
        self._draw(24, dtype, device, n_in=num_parameters)
        if init != 0.25:
            from sameseed.torch.nn.init import constant_

            constant_(self.weight, init)


class MultiheadAttention(Layer):
    def __init__(self, embed_dim, num_heads, dropout=0.0, bias=True,
                 add_bias_kv=False, add_zero_attn=False, kdim=None, vdim=None,
                 batch_first=False, device=None, dtype=None):
        super().__init__()
        if embed_dim % num_heads:
            raise AssertionError("embed_dim must be divisible by num_heads")
        self._said = None
        flags = (0 if bias else NO_BIAS) | (BIAS_KV if add_bias_kv else 0)
        self._draw(13, dtype, device, n_in=embed_dim, kdim=kdim or 0,
                   vdim=vdim or 0, flags=flags)


class _TransformerLayer(Layer):
    def __init__(self, d_model, nhead, dim_feedforward=2048, dropout=0.1,
                 activation="relu", layer_norm_eps=1e-5, batch_first=False,
                 norm_first=False, bias=True, device=None, dtype=None):
        super().__init__()
        if d_model % nhead:
            raise AssertionError("embed_dim must be divisible by num_heads")
        self._said = None
        self._row = dict(n_in=d_model, n_out=dim_feedforward,
                         flags=0 if bias else NO_BIAS)
        self._draw(self._kind, dtype, device, **self._row)


class TransformerEncoderLayer(_TransformerLayer):
    _kind = 14


class TransformerDecoderLayer(_TransformerLayer):
    _kind = 15


class Transformer(Layer):
    def __init__(self, d_model=512, nhead=8, num_encoder_layers=6,
                 num_decoder_layers=6, dim_feedforward=2048, dropout=0.1,
                 activation="relu", custom_encoder=None, custom_decoder=None,
                 layer_norm_eps=1e-5, batch_first=False, norm_first=False,
                 bias=True, device=None, dtype=None):
        super().__init__()
        if custom_encoder is not None or custom_decoder is not None:
            raise NotImplementedError("not supported: Transformer() with a "
                                      "custom encoder or decoder")
        if d_model % nhead:
            raise AssertionError("embed_dim must be divisible by num_heads")
        self._said = None
        self._draw(18, dtype, device, n_in=d_model, n_out=dim_feedforward,
                   layers=num_encoder_layers, decoders=num_decoder_layers,
                   flags=0 if bias else NO_BIAS)


class _Stack(Layer):
    """Copies of a layer that was made before: nothing is drawn."""

    def __init__(self, layer, num_layers, norm=None, *args, **keywords):
        import copy

        from sameseed.torch.nn._module import ModuleList

        super().__init__()
        self._said = None
        self.layers = ModuleList([copy.deepcopy(layer)
                                  for _ in range(num_layers)])
        if norm is not None:
            self.norm = norm


class TransformerEncoder(_Stack):
    pass


class TransformerDecoder(_Stack):
    pass
