# Made by the wheel of numpy 2.0.2.
sameseed run numpy_draws.py --profile numpy=2.0.2
sameseed run generator_draws.py --profile numpy=2.0.2
