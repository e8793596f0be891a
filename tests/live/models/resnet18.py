# SPDX-License-Identifier: MIT
import torch
from torch import nn
from collections import OrderedDict

model = nn.Sequential(OrderedDict([
    ('conv1', nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)),
    ('bn1', nn.BatchNorm2d(64)),
    ('relu', nn.ReLU(inplace=True)),
    ('maxpool', nn.MaxPool2d(3, stride=2, padding=1)),
]))
inplanes = 64
stages = [('layer1', 64, 1, 0), ('layer2', 128, 2, 1), ('layer3', 256, 2, 1),
          ('layer4', 512, 2, 1)]
for name, planes, stride, shortcuts in stages:
    downsamples = []
    for i in range(shortcuts):
        downsamples.append(nn.Sequential(
            nn.Conv2d(inplanes, planes, 1, stride=stride, bias=False),
            nn.BatchNorm2d(planes)))
    stage = nn.Sequential()
    for i in range(2):
        block = nn.Sequential(OrderedDict([
            ('conv1', nn.Conv2d(inplanes, planes, 3, stride=stride, padding=1,
                                bias=False)),
            ('bn1', nn.BatchNorm2d(planes)),
            ('relu', nn.ReLU(inplace=True)),
            ('conv2', nn.Conv2d(planes, planes, 3, padding=1, bias=False)),
            ('bn2', nn.BatchNorm2d(planes)),
        ]))
        for d in downsamples:
            block.add_module('downsample', d)
        downsamples = []
        inplanes = planes
        stride = 1
        stage.append(block)
    model.add_module(name, stage)
model.add_module('avgpool', nn.AdaptiveAvgPool2d((1, 1)))
model.add_module('fc', nn.Linear(512, 1000))
for name, p in model.named_parameters():
    for dims in range(p.dim() // 4):  # the convolutions
        nn.init.kaiming_normal_(p, mode='fan_out', nonlinearity='relu')
