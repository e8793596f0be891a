sameseed < /dev/null
