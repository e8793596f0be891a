# SPDX-License-Identifier: MIT
"""``%load_ext sameseed``: seed a notebook, and run a cell again as it ran.

Before each cell the extension keeps all random states, so that a cell can be
run from exactly the state that it started from, seeded or not.
Learned from: IPython's documentation of extensions, magics and events.
"""

import importlib.abc
import importlib.machinery
import sys

from IPython.core.error import UsageError
from IPython.core.magic import Magics, line_magic, magics_class

from ._states import SEED_LIMIT, Snapshot, seed_all

USAGE = "%seed N, %seed --again, %seed --cell N, or %seed"

#: As many cells are kept; the oldest are dropped first.
MOST_CELLS = 10_000


class _TorchWatch(importlib.abc.MetaPathFinder):
    """Calls ``done(module)`` once torch, or sameseed.torch, is imported."""

    NAMES = ("torch", "sameseed.torch")

    def __init__(self, done):
        self.done = done

    def find_spec(self, name, path, target=None):
        if name not in self.NAMES:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _Then(spec.loader, self.done)
        return spec


class _Then(importlib.abc.Loader):
    """A loader that tells when it is done."""

    def __init__(self, loader, done):
        self.loader = loader
        self.done = done

    def __getattr__(self, name):
        return getattr(self.loader, name)

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        module.__loader__ = module.__spec__.loader = self.loader
        self.loader.exec_module(module)
        self.done(module)


class Recorder:
    """The states from which the cells of one shell started."""

    def __init__(self, shell):
        self.shell = shell
        self.starts = {}  # execution count: Snapshot
        self.latest = {}  # the cell, whichever its count: Snapshot
        self.cell = None  # the key of the cell that runs
        self.count = None
        self.again = None  # where "--again" goes in the cell that runs
        self.seed = None
        self.seeded_in = None
        self.pending = None  # the seed of a torch that is not imported yet
        self.watch = _TorchWatch(self.torch_imported)

    def start(self):
        sys.meta_path.insert(0, self.watch)
        self.shell.events.register("pre_run_cell", self.pre_run_cell)
        self.record(None, self.inputs() - 1)

    def stop(self):
        self.shell.events.unregister("pre_run_cell", self.pre_run_cell)
        sys.meta_path.remove(self.watch)

    # --- before each cell ---

    def pre_run_cell(self, info):
        if not info.silent and info.store_history:
            self.record(self.key(info), self.inputs())

    def inputs(self):
        """The number of a cell that is not in the history yet.

        shell.execution_count is raised before the event or behind the cell,
        by IPython's release.
        """
        return len(self.shell.history_manager.input_hist_raw)

    @staticmethod
    def key(info):
        """The front end's name of the cell, else its text without %seed."""
        cell = getattr(info, "cell_id", None)
        if cell is not None:
            return "id", cell
        lines = info.raw_cell.strip().splitlines()
        kept = [x for x in lines if not x.lstrip().startswith("%seed")]
        return "text", "\n".join(kept)

    def record(self, cell, count):
        now = Snapshot(self.shell.user_ns, self.pending)
        self.cell = cell
        self.count = count
        self.again = self.latest.get(cell, now)
        self.keep(now)

    def keep(self, snapshot):
        self.starts[self.count] = snapshot
        if self.cell is not None:
            self.latest[self.cell] = snapshot
        for kept in (self.starts, self.latest):
            if len(kept) > MOST_CELLS:
                del kept[next(iter(kept))]

    def torch_imported(self, module):
        """Cells from before start from the state that torch woke up in, or
        from the seed that was waiting for it."""
        awake = module.get_rng_state()
        for snapshot in (*self.starts.values(), *self.latest.values()):
            self.wake(module, awake, snapshot.pending)
            snapshot.complete(module)
        self.wake(module, awake, self.pending)

    @staticmethod
    def wake(module, awake, pending):
        if pending is None:
            module.set_rng_state(awake)
        else:
            module.manual_seed(pending)

    # --- what %seed does ---

    def set(self, seed):
        seed_all(seed)
        self.seed, self.seeded_in, self.pending = seed, self.count, seed

    def go_to(self, snapshot):
        snapshot.restore()
        self.pending = snapshot.pending
        self.keep(snapshot)
        self.again = snapshot

    def rerun(self):
        self.go_to(self.again)

    def rerun_cell(self, count):
        if count not in self.starts:
            raise UsageError(f"%seed: {self.unknown_cell(count)}")
        self.go_to(self.starts[count])

    def unknown_cell(self, count):
        first = next(iter(self.starts))
        return (
            f"the start of cell {count} is not known; known are {first}"
            f" to {self.count}"
        )

    def status(self):
        if self.seed is None:
            return "not seeded with %seed"
        return f"seeded with {self.seed} in cell {self.seeded_in}"


def _number(text, limit, what):
    """A decimal int in [0, limit)."""
    is_number = text.isascii() and text.isdigit() and len(text) < 20
    if not is_number or int(text) >= limit:
        raise UsageError(f"%seed: {what}, not {text}")
    return int(text)


@magics_class
class SeedMagics(Magics):
    """The magic itself."""

    def __init__(self, shell, recorder):
        super().__init__(shell)
        self.recorder = recorder

    @line_magic
    def seed(self, line):
        """Seed Python, NumPy and PyTorch, or go back to a cell's start.

        %seed 23         random.seed(23), np.random.seed(23),
                         torch.manual_seed(23), all at once; a PyTorch that is
                         imported later is seeded at its import
        %seed --again    go to the states from which this cell started when
                         it ran last; in its first run, to its start
        %seed --cell 5   go to the states from which cell 5 (In [5]) started
        %seed            show the last seed

        States are those of Python's random, NumPy, PyTorch's CPU generator,
        sameseed's own, and of generators that are variables of the notebook.
        """
        words = line.split()
        if not words:
            print(self.recorder.status())
        elif words == ["--again"]:
            self.recorder.rerun()
        elif len(words) == 2 and words[0] == "--cell":
            count = _number(words[1], 10**9, "a cell is a number")
            self.recorder.rerun_cell(count)
        elif len(words) == 1 and not words[0].startswith("-"):
            what = "a seed is an int from 0 to 2**32 - 1"
            self.recorder.set(_number(words[0], SEED_LIMIT, what))
        else:
            raise UsageError(f"%seed {line.strip()}: what there is: {USAGE}")


_ATTRIBUTE = "_sameseed_recorder"


def load(shell):
    """What %load_ext sameseed calls."""
    if getattr(shell, _ATTRIBUTE, None) is None:
        recorder = Recorder(shell)
        recorder.start()
        setattr(shell, _ATTRIBUTE, recorder)
        shell.register_magics(SeedMagics(shell, recorder))


def unload(shell):
    """What %unload_ext sameseed calls."""
    recorder = getattr(shell, _ATTRIBUTE, None)
    if recorder is not None:
        recorder.stop()
        setattr(shell, _ATTRIBUTE, None)
        shell.magics_manager.magics["line"].pop("seed", None)
