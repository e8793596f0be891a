# What was printed comes before the message, in one stream too.
sameseed -c 'print("before")
[0][1]' 2>&1
