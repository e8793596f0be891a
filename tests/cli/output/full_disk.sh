sameseed -c 'print(1)' > /dev/full
