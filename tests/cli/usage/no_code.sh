sameseed -c
