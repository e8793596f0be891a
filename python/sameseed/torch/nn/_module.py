# SPDX-License-Identifier: MIT
"""torch.nn.Module as far as initial weights need it: parameters, buffers,
submodules and their names. Nothing is computed: there is no forward().
"""

from collections import OrderedDict

from sameseed.torch import _dtypes
from sameseed.torch._tensor import Parameter, Tensor, is_tensor, unwrap

__all__ = ["Module", "ModuleDict", "ModuleList", "ParameterList",
           "Sequential"]


def _is_parameter(value):
    kind = type(value)
    return isinstance(value, Parameter) or (
        kind.__name__ == "Parameter" and is_tensor(value))


class Module:
    """Derive from it; assign layers and Parameters to attributes."""

    def __init__(self):
        object.__setattr__(self, "_parameters", OrderedDict())
        object.__setattr__(self, "_buffers", OrderedDict())
        object.__setattr__(self, "_modules", OrderedDict())
        object.__setattr__(self, "training", True)

    def __setattr__(self, name, value):
        tables = (self.__dict__.get("_parameters"),
                  self.__dict__.get("_buffers"),
                  self.__dict__.get("_modules"))
        if _is_parameter(value) or isinstance(value, Module):
            if tables[0] is None:
                raise AttributeError(
                    "cannot assign parameters before Module.__init__() call"
                    if _is_parameter(value) else
                    "cannot assign module before Module.__init__() call")
            for table in tables:
                table.pop(name, None)
            self.__dict__.pop(name, None)
            tables[2 if isinstance(value, Module) else 0][name] = value
            return
        for table in tables:
            if table is not None and name in table:
                table[name] = value
                return
        object.__setattr__(self, name, value)

    def __getattr__(self, name):
        for table in ("_parameters", "_buffers", "_modules"):
            found = self.__dict__.get(table, {})
            if name in found:
                return found[name]
        raise AttributeError(f"'{type(self).__name__}' object has no "
                             f"attribute '{name}'")

    def __delattr__(self, name):
        for table in (self._parameters, self._buffers, self._modules):
            if name in table:
                del table[name]
                return
        object.__delattr__(self, name)

    def __call__(self, *args, **keywords):
        raise NotImplementedError(
            f"not supported: calling {type(self).__name__}; sameseed's modules "
            "hold their initial parameters and compute nothing")

    # --- what it is made of ---

    def register_parameter(self, name, param):
        self._parameters[name] = param

    def register_buffer(self, name, tensor, persistent=True):
        self._buffers[name] = tensor

    def add_module(self, name, module):
        self._modules[name] = module

    register_module = add_module

    def named_children(self):
        return ((n, m) for n, m in self._modules.items() if m is not None)

    def children(self):
        return (m for _, m in self.named_children())

    def named_modules(self, memo=None, prefix="", remove_duplicate=True):
        memo = set() if memo is None else memo
        if self in memo:
            return
        if remove_duplicate:
            memo.add(self)
        yield prefix, self
        for name, module in self.named_children():
            path = f"{prefix}.{name}" if prefix else name
            yield from module.named_modules(memo, path, remove_duplicate)

    def modules(self):
        return (m for _, m in self.named_modules())

    def _named(self, table, prefix, recurse):
        seen = set()
        pairs = self.named_modules(prefix=prefix) if recurse else [
            (prefix, self)]
        for path, module in pairs:
            for name, value in getattr(module, table).items():
                if value is None or id(value) in seen:
                    continue
                seen.add(id(value))
                yield (f"{path}.{name}" if path else name), value

    def named_parameters(self, prefix="", recurse=True):
        return self._named("_parameters", prefix, recurse)

    def parameters(self, recurse=True):
        return (p for _, p in self.named_parameters("", recurse))

    def named_buffers(self, prefix="", recurse=True):
        return self._named("_buffers", prefix, recurse)

    def buffers(self, recurse=True):
        return (b for _, b in self.named_buffers("", recurse))

    def apply(self, fn):
        for module in self.children():
            module.apply(fn)
        fn(self)
        return self

    # --- states ---

    def state_dict(self, prefix=""):
        """Names and tensors, which share the parameters' memory."""
        found = OrderedDict()
        for table in (self._parameters, self._buffers):
            for name, value in table.items():
                if value is not None:
                    found[prefix + name] = value.detach()
        for name, module in self._modules.items():
            if module is not None:
                found.update(module.state_dict(prefix + name + "."))
        return found

    def load_state_dict(self, state_dict, strict=True):
        """Copy values in; a wrong dict changes nothing."""
        own = self.state_dict()
        missing = [name for name in own if name not in state_dict]
        unexpected = [name for name in state_dict if name not in own]
        wrong = [name for name in own if name in state_dict
                 and unwrap(own[name])[0].shape
                 != unwrap(state_dict[name])[0].shape]
        if wrong or strict and (missing or unexpected):
            raise RuntimeError(
                f"Error(s) in loading state_dict for {type(self).__name__}: "
                f"missing {missing}, unexpected {unexpected}, of another "
                f"shape {wrong}")
        for name in own:
            if name in state_dict:
                _copy(own[name], state_dict[name])
        return f"<missing {missing}, unexpected {unexpected}>" if (
            missing or unexpected) else "<All keys matched successfully>"

    def train(self, mode=True):
        for module in self.modules():
            object.__setattr__(module, "training", bool(mode))
        return self

    def eval(self):
        return self.train(False)

    def requires_grad_(self, requires_grad=True):
        for parameter in self.parameters():
            parameter.requires_grad_(requires_grad)
        return self

    # --- text ---

    def extra_repr(self):
        return ""

    def _get_name(self):
        return type(self).__name__

    def __repr__(self):
        extra = self.extra_repr()
        lines = extra.split("\n") if extra else []
        children = [f"({name}): " + _indent(repr(module))
                    for name, module in self._modules.items()]
        parts = lines + children
        if not parts:
            return self._get_name() + "()"
        if len(lines) == 1 and not children:
            return f"{self._get_name()}({lines[0]})"
        return self._get_name() + "(\n  " + "\n  ".join(parts) + "\n)"


def _indent(text):
    return text.replace("\n", "\n  ")


def _copy(target, source):
    array, dtype = unwrap(target)
    from sameseed.torch._tensor import _storage

    array[...] = _storage(source if is_tensor(source) else Tensor(source),
                          dtype)


class Sequential(Module):
    """Modules in their order, or an OrderedDict of them."""

    def __init__(self, *args):
        super().__init__()
        if len(args) == 1 and isinstance(args[0], dict):
            pairs = args[0].items()
        else:
            pairs = ((str(i), module) for i, module in enumerate(args))
        for name, module in pairs:
            self.add_module(name, module)

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules.values())

    def __getitem__(self, index):
        if isinstance(index, slice):
            return type(self)(OrderedDict(list(self._modules.items())[index]))
        return list(self._modules.values())[index]

    def append(self, module):
        self.add_module(str(len(self)), module)
        return self

    def extend(self, modules):
        for module in modules:
            self.append(module)
        return self


class ModuleList(Module):
    """A list of modules, named by their numbers."""

    def __init__(self, modules=None):
        super().__init__()
        self.extend(modules or [])

    __len__ = Sequential.__len__
    __iter__ = Sequential.__iter__
    append = Sequential.append
    extend = Sequential.extend

    def __getitem__(self, index):
        found = list(self._modules.values())[index]
        return type(self)(found) if isinstance(index, slice) else found

    def __repr__(self):
        """Equal neighbours are said once: (0-5): 6 x ..."""
        texts = [repr(module) for module in self]
        if not texts:
            return self._get_name() + "()"
        runs = []
        for i, text in enumerate(texts):
            if runs and runs[-1][2] == text:
                runs[-1][1] = i
            else:
                runs.append([i, i, text])
        lines = []
        for first, last, text in runs:
            name = f"({first})" if first == last else f"({first}-{last})"
            times = "" if first == last else f"{last - first + 1} x "
            lines.append(_indent(f"{name}: {times}{text}"))
        return self._get_name() + "(\n  " + "\n  ".join(lines) + "\n)"


class ModuleDict(Module):
    """Modules by name."""

    def __init__(self, modules=None):
        super().__init__()
        for name, module in dict(modules or {}).items():
            self.add_module(name, module)

    __len__ = Sequential.__len__

    def __iter__(self):
        return iter(self._modules)

    def __getitem__(self, name):
        return self._modules[name]

    def __setitem__(self, name, module):
        self.add_module(name, module)

    def __contains__(self, name):
        return name in self._modules

    def keys(self):
        return self._modules.keys()

    def values(self):
        return self._modules.values()

    def items(self):
        return self._modules.items()


class ParameterList(Module):
    """Parameters, named by their numbers."""

    def __init__(self, values=None):
        super().__init__()
        for value in values or []:
            self.register_parameter(str(len(self._parameters)), value)

    def __len__(self):
        return len(self._parameters)

    def __iter__(self):
        return iter(self._parameters.values())

    def __getitem__(self, index):
        return list(self._parameters.values())[index]


def float_dtype(dtype):
    """The dtype of a layer's parameters."""
    from sameseed.torch._defaults import default_dtype

    found = default_dtype() if dtype is None else _dtypes.of(dtype)
    if not found.is_floating_point:
        raise TypeError(f"not supported: parameters of {found!r}; supported: "
                        "floating-point dtypes")
    return found
