# SPDX-License-Identifier: MIT
import torch
from torch import nn

model = nn.ModuleDict({
    'relu': nn.ReLU(),
    'conv1': nn.Conv2d(1, 64, (5, 5), (1, 1), (2, 2)),
    'conv2': nn.Conv2d(64, 64, (3, 3), (1, 1), (1, 1)),
    'conv3': nn.Conv2d(64, 32, (3, 3), (1, 1), (1, 1)),
    'conv4': nn.Conv2d(32, 3 ** 2, (3, 3), (1, 1), (1, 1)),
    'pixel_shuffle': nn.PixelShuffle(3),
})
