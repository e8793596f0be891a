# SPDX-License-Identifier: MIT
import torch
from torch import nn
from collections import OrderedDict

model = nn.Sequential(OrderedDict([
    ('conv1', nn.Conv2d(1, 32, 3, 1)),
    ('conv2', nn.Conv2d(32, 64, 3, 1)),
    ('dropout1', nn.Dropout(0.25)),
    ('dropout2', nn.Dropout(0.5)),
    ('fc1', nn.Linear(9216, 128)),
    ('fc2', nn.Linear(128, 10)),
]))
