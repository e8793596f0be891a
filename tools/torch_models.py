# SPDX-License-Identifier: MIT
"""Models as PyTorch's examples and tutorials define them: their constructors,
without forward(). gen_vectors_torch_models.py prints the digests of their
initial parameters, tests/live compares them with those of scripts.
"""
import math

import torch
from torch import nn


class MLP(nn.Module):
    """Tutorial "Build the Neural Network"."""

    def __init__(self):
        super().__init__()
        self.flatten = nn.Flatten()
        self.linear_relu_stack = nn.Sequential(
            nn.Linear(28 * 28, 512), nn.ReLU(), nn.Linear(512, 512),
            nn.ReLU(), nn.Linear(512, 10))


class LeNet(nn.Module):
    """Tutorial "Neural Networks"."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.fc1 = nn.Linear(16 * 5 * 5, 120)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, 10)


class MNIST(nn.Module):
    """Example mnist."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, 1)
        self.conv2 = nn.Conv2d(32, 64, 3, 1)
        self.dropout1 = nn.Dropout(0.25)
        self.dropout2 = nn.Dropout(0.5)
        self.fc1 = nn.Linear(9216, 128)
        self.fc2 = nn.Linear(128, 10)


class Block(nn.Module):
    def __init__(self, inplanes, planes, stride, downsample):
        super().__init__()
        self.conv1 = nn.Conv2d(inplanes, planes, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(planes)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(planes, planes, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)
        self.downsample = downsample


class ResNet18(nn.Module):
    """torchvision's resnet18: a shortcut is made before its block."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(3, 2, 1)
        self.inplanes = 64
        self.layer1 = self.layer(64, 1)
        self.layer2 = self.layer(128, 2)
        self.layer3 = self.layer(256, 2)
        self.layer4 = self.layer(512, 2)
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(512, 1000)
        for m in self.modules():
            if isinstance(m, nn.Conv2d):
                nn.init.kaiming_normal_(m.weight, mode="fan_out",
                                        nonlinearity="relu")

    def layer(self, planes, stride):
        downsample = None
        if stride != 1:
            downsample = nn.Sequential(
                nn.Conv2d(self.inplanes, planes, 1, stride, bias=False),
                nn.BatchNorm2d(planes))
        first = Block(self.inplanes, planes, stride, downsample)
        self.inplanes = planes
        return nn.Sequential(first, Block(planes, planes, 1, None))


class VAE(nn.Module):
    """Example vae."""

    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(784, 400)
        self.fc21 = nn.Linear(400, 20)
        self.fc22 = nn.Linear(400, 20)
        self.fc3 = nn.Linear(20, 400)
        self.fc4 = nn.Linear(400, 784)


def weights_init(m):
    name = m.__class__.__name__
    if name.find("Conv") != -1:
        nn.init.normal_(m.weight, 0.0, 0.02)
    elif name.find("BatchNorm") != -1:
        nn.init.normal_(m.weight, 1.0, 0.02)
        nn.init.zeros_(m.bias)


class Generator(nn.Module):
    """Example dcgan."""

    def __init__(self, nz=100, f=64):
        super().__init__()
        layers, before = [], nz
        for k, planes in enumerate((f * 8, f * 4, f * 2, f)):
            layers += [nn.ConvTranspose2d(before, planes, 4, 1 + (k > 0),
                                          int(k > 0), bias=False),
                       nn.BatchNorm2d(planes), nn.ReLU(True)]
            before = planes
        self.main = nn.Sequential(
            *layers, nn.ConvTranspose2d(f, 3, 4, 2, 1, bias=False),
            nn.Tanh())
        self.apply(weights_init)


class Discriminator(nn.Module):
    """Example dcgan."""

    def __init__(self, f=64):
        super().__init__()
        layers = [nn.Conv2d(3, f, 4, 2, 1, bias=False),
                  nn.LeakyReLU(0.2, inplace=True)]
        for planes in (f, f * 2, f * 4):
            layers += [nn.Conv2d(planes, planes * 2, 4, 2, 1, bias=False),
                       nn.BatchNorm2d(planes * 2),
                       nn.LeakyReLU(0.2, inplace=True)]
        self.main = nn.Sequential(
            *layers, nn.Conv2d(f * 8, 1, 4, 1, 0, bias=False), nn.Sigmoid())
        self.apply(weights_init)


class RNNModel(nn.Module):
    """Example word_language_model, model LSTM."""

    def __init__(self, ntoken=1000, ninp=200, nhid=200, nlayers=2):
        super().__init__()
        self.drop = nn.Dropout(0.2)
        self.encoder = nn.Embedding(ntoken, ninp)
        self.rnn = nn.LSTM(ninp, nhid, nlayers, dropout=0.2)
        self.decoder = nn.Linear(nhid, ntoken)
        nn.init.uniform_(self.encoder.weight, -0.1, 0.1)
        nn.init.zeros_(self.decoder.bias)
        nn.init.uniform_(self.decoder.weight, -0.1, 0.1)


class PositionalEncoding(nn.Module):
    def __init__(self, d_model, max_len=50):
        super().__init__()
        self.dropout = nn.Dropout(p=0.2)
        pe = torch.zeros(max_len, d_model)
        position = torch.arange(0, max_len, dtype=torch.float).unsqueeze(1)
        div = torch.exp(torch.arange(0, d_model, 2).float()
                        * (-math.log(10000.0) / d_model))
        pe[:, 0::2] = torch.sin(position * div)
        pe[:, 1::2] = torch.cos(position * div)
        self.register_buffer("pe", pe.unsqueeze(0).transpose(0, 1))


class TransformerModel(nn.Transformer):
    """Example word_language_model, model Transformer: the decoder of
    nn.Transformer is drawn, and thrown away."""

    def __init__(self, ntoken=1000, ninp=200, nhead=2, nhid=200, nlayers=2):
        super().__init__(d_model=ninp, nhead=nhead, dim_feedforward=nhid,
                         num_encoder_layers=nlayers)
        self.pos_encoder = PositionalEncoding(ninp)
        self.input_emb = nn.Embedding(ntoken, ninp)
        self.decoder = nn.Linear(ninp, ntoken)
        nn.init.uniform_(self.input_emb.weight, -0.1, 0.1)
        nn.init.zeros_(self.decoder.bias)
        nn.init.uniform_(self.decoder.weight, -0.1, 0.1)


class TransformerTutorial(nn.Module):
    """Tutorial "Language Modeling with nn.Transformer"."""

    def __init__(self, ntoken=1000, d_model=200, nhead=2, d_hid=200,
                 nlayers=2):
        super().__init__()
        self.pos_encoder = PositionalEncoding(d_model)
        layer = nn.TransformerEncoderLayer(d_model, nhead, d_hid, 0.2)
        self.transformer_encoder = nn.TransformerEncoder(layer, nlayers)
        self.embedding = nn.Embedding(ntoken, d_model)
        self.linear = nn.Linear(d_model, ntoken)
        self.embedding.weight.data.uniform_(-0.1, 0.1)
        self.linear.bias.data.zero_()
        self.linear.weight.data.uniform_(-0.1, 0.1)


class ESPCN(nn.Module):
    """Example super_resolution, without its orthogonal_()."""

    def __init__(self, upscale=3):
        super().__init__()
        self.relu = nn.ReLU()
        self.conv1 = nn.Conv2d(1, 64, (5, 5), (1, 1), (2, 2))
        self.conv2 = nn.Conv2d(64, 64, (3, 3), (1, 1), (1, 1))
        self.conv3 = nn.Conv2d(64, 32, (3, 3), (1, 1), (1, 1))
        self.conv4 = nn.Conv2d(32, upscale ** 2, (3, 3), (1, 1), (1, 1))
        self.pixel_shuffle = nn.PixelShuffle(upscale)


class ActorCritic(nn.Module):
    """Example reinforcement_learning."""

    def __init__(self):
        super().__init__()
        self.affine1 = nn.Linear(4, 128)
        self.action_head = nn.Linear(128, 2)
        self.value_head = nn.Linear(128, 1)


class AttnDecoder(nn.Module):
    """Tutorial "Translation with a Sequence to Sequence Network"."""

    def __init__(self, hidden=128, words=500):
        super().__init__()
        self.embedding = nn.Embedding(words, hidden)
        self.attention = nn.Module()
        self.attention.Wa = nn.Linear(hidden, hidden)
        self.attention.Ua = nn.Linear(hidden, hidden)
        self.attention.Va = nn.Linear(hidden, 1)
        self.gru = nn.GRU(2 * hidden, hidden, batch_first=True)
        self.out = nn.Linear(hidden, words)
        self.dropout = nn.Dropout(0.1)


class CharRNN(nn.Module):
    """Tutorial "Classifying Names with a Character-Level RNN"."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.RNN(58, 128)
        self.h2o = nn.Linear(128, 18)
        self.softmax = nn.LogSoftmax(dim=1)


# Each after seeding, but the discriminator, which goes on after the generator.
MODELS = {
    "mlp": MLP, "lenet": LeNet, "mnist": MNIST, "resnet18": ResNet18,
    "vae": VAE, "dcgan_generator": Generator,
    "dcgan_discriminator": Discriminator, "lstm_lm": RNNModel,
    "transformer_lm": TransformerModel,
    "transformer_tutorial": TransformerTutorial, "espcn": ESPCN,
    "actor_critic": ActorCritic, "attention_decoder": AttnDecoder,
    "char_rnn": CharRNN,
}
