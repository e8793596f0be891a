sameseed -c '1 + 1;'
