# Made by the wheel of numpy 1.16.6.
sameseed run numpy_draws.py --profile numpy=1.16.6
