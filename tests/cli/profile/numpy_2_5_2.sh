# Made by the wheel of numpy 2.5.2.
sameseed run numpy_draws.py --profile numpy=2.5.2
sameseed run generator_draws.py --profile numpy=2.5.2
