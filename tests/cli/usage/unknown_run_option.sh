sameseed run --fast x.py
