sameseed -c 'None'
sameseed -c 'print("shown"); None'
