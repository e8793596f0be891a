# Made by the wheel of torch 2.0.1 under ATEN_CPU_CAPABILITY=default.
sameseed run torch_draws.py --profile torch=2.0.1,cpu=default
sameseed run torch_coins.py --profile torch=2.0.1,cpu=default
