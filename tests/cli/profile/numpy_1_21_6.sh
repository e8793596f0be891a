# Made by the wheel of numpy 1.21.6.
sameseed run numpy_draws.py --profile numpy=1.21.6
sameseed run generator_draws.py --profile numpy=1.21.6
