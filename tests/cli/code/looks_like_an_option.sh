sameseed -c '-1'
