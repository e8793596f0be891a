sameseed -c 'print(1)' > /dev/null; echo $?
sameseed -c '1/0' 2> /dev/null; echo $?
sameseed -c '1 +' 2> /dev/null; echo $?
sameseed run /nonexistent 2> /dev/null; echo $?
sameseed -c 1 > /dev/full 2> /dev/null; echo $?
