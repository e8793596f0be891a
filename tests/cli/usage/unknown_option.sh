sameseed --fast
