sameseed -c ''
sameseed -c '# nothing but a comment'
