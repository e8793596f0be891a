sameseed run script.py
