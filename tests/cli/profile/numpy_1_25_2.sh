# Made by the wheel of numpy 1.25.2.
sameseed run numpy_draws.py --profile numpy=1.25.2
sameseed run generator_draws.py --profile numpy=1.25.2
