# SPDX-License-Identifier: MIT
import torch
from torch import nn
from collections import OrderedDict

model = nn.Sequential(OrderedDict([
    ('rnn', nn.RNN(58, 128)),
    ('h2o', nn.Linear(128, 18)),
    ('softmax', nn.LogSoftmax(dim=1)),
]))
