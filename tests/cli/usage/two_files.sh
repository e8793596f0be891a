sameseed run a.py b.py
