yes | sameseed run -
