sameseed run
