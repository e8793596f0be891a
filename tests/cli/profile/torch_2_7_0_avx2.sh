# Made by the wheel of torch 2.7.0 under ATEN_CPU_CAPABILITY=avx2.
sameseed run torch_draws.py --profile torch=2.7.0,cpu=avx2
sameseed run torch_coins.py --profile torch=2.7.0,cpu=avx2
sameseed run torch_waits.py --profile torch=2.7.0,cpu=avx2
