printf 'print(1)' | sameseed run -
