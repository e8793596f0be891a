sameseed -c '1 + 1; 2 + 2
3 + 3
"four"'
