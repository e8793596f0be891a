# Made by the wheel of torch 2.0.1 under ATEN_CPU_CAPABILITY=avx2.
sameseed run torch_draws.py --profile torch=2.0.1,cpu=avx2
sameseed run torch_coins.py --profile torch=2.0.1,cpu=avx2
