"""Seeding, step by step: the script of random_seeding.ipynb.

Run it with Python, or without it: sameseed run examples/random_seeding.py
"""
import numpy as np
import torch

# Two digits tell numbers apart in NumPy, one in PyTorch.
np.set_printoptions(precision=2)
torch.set_printoptions(precision=1)

# Nobody chose a seed: other numbers at each run.
print("unseeded, NumPy:", np.random.rand(4))

# State number 23: from here on every number is decided.
np.random.seed(23)
print(np.random.rand(4))

# The next call goes on from there.
print(np.random.rand(4))

# Seeding again goes back to the beginning, as often as we like.
for attempt in range(3):
    np.random.seed(23)
    print(attempt, np.random.rand(4))

# A state of our own, made anew each time: its numbers stay, while the shared
# state of NumPy goes on.
for attempt in range(3):
    state = np.random.RandomState(90210)
    print(state.rand(2), np.random.rand(2))

# A state can be kept and put back.
kept = state.get_state()
print(state.randint(0, 100, 5))
state.set_state(kept)
print(state.randint(0, 100, 5))

# PyTorch has a state of its own, which NumPy's seed does not reach.
print("unseeded, PyTorch:", torch.rand(3))

for attempt in range(3):
    torch.manual_seed(23)
    print(torch.rand(2, 3))

# And a state of one's own is called a Generator.
g = torch.Generator()
g.manual_seed(90210)
print(torch.randn(4, generator=g))
print(torch.randint(0, 100, (5,), generator=g))
