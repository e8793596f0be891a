# Made by the wheel of torch 1.13.1 under ATEN_CPU_CAPABILITY=avx2.
sameseed run torch_draws.py --profile torch=1.13.1,cpu=avx2
sameseed run torch_waits.py --profile torch=1.13.1,cpu=avx2
