printf 'for i in range(2):\r\n    print(i)\r\n' | sameseed run -
