# More than any buffer: the run stops and says it once.
sameseed -c 'for i in range(1000000): print(i)' > /dev/full
