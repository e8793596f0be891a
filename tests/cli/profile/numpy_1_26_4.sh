# Made by the wheel of numpy 1.26.4.
sameseed run numpy_draws.py --profile numpy=1.26.4
sameseed run generator_draws.py --profile numpy=1.26.4
